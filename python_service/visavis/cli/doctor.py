"""`visavis doctor`: what is installed, which device is used, what is missing and how to get it."""

import argparse
import json
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.util import find_spec
from typing import Literal

from visavis.version import __version__

State = Literal["ok", "missing", "broken", "info"]
MARKS: dict[State, str] = {"ok": "ok", "missing": "--", "broken": "!!", "info": "  "}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: what.
        state: "ok"; "missing" for what one can do without; "broken" for what one cannot; "info".
        told: what was found.
        cure: how to get it, or "".
    """

    name: str
    state: State
    told: str
    cure: str = ""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser("doctor", help="what is installed, what is missing and how to get it")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Looks at everything; 1 when something is broken that one cannot do without."""
    findings = examine()
    if args.json:
        print(json.dumps({"visavis": __version__, "findings": [asdict(f) for f in findings]}, indent=1))
    else:
        width = max(len(f.name) for f in findings)
        for finding in findings:
            print(f"[{MARKS[finding.state]}] {finding.name:<{width}}  {finding.told}")
            if finding.cure:
                print(f"     {'':<{width}}  -> {finding.cure}")
        broken = [f.name for f in findings if f.state == "broken"]
        print(f"\n{'broken: ' + ', '.join(broken) if broken else 'everything needed is here'}")
    return int(any(f.state == "broken" for f in findings))


def examine() -> list[Finding]:
    """Every finding, in the order in which things depend on each other."""
    findings = [
        Finding("visavis", "info", f"{__version__} in {os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}"),
        Finding("python", "info", f"{platform.python_version()} at {sys.executable}"),
        Finding("machine", "info", f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"),
    ]
    needed = ("grpcio", "grpcio-health-checking", "grpcio-reflection", "numpy", "onnxruntime", "protobuf", "soundfile")
    findings += [_package(name) for name in needed]
    for name, check in (("device", _device), ("model", _model), ("rig", _rig), ("bundled conversation", _bundle)):
        findings.append(_tried(name, check))
    findings += [
        _optional("ffmpeg", "video from `visavis render`", "apt-get install ffmpeg", shutil.which("ffmpeg")),
        _optional("chromium", "browser tests of the viewer", "apt-get install chromium", _browser()),
        _module("sounddevice", "a microphone as input", "pip install sounddevice"),
        _module("torch", "training", 'pip install "visavis[train]"'),
        _module("ray", "work on a cluster", 'pip install "visavis[ray]"'),
        _optional("dotnet", "tests of the Unity package", "install the .NET SDK 10.0", shutil.which("dotnet")),
        _optional("cmake", "tests of the Unreal plugin", "apt-get install cmake g++", shutil.which("cmake")),
    ]
    return findings


def _package(name: str) -> Finding:
    try:
        return Finding(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        if name == "onnxruntime" and find_spec("onnxruntime"):
            return Finding(name, "ok", metadata.version("onnxruntime-gpu"))
        return Finding(name, "broken", "is not installed", f"pip install {name}")


def _module(name: str, purpose: str, cure: str) -> Finding:
    if find_spec(name) is None:
        return Finding(name, "missing", f"not installed; only for {purpose}", cure)
    return Finding(name, "ok", f"for {purpose}")


def _optional(name: str, purpose: str, cure: str, found: str | None) -> Finding:
    if found is None:
        return Finding(name, "missing", f"not installed; only for {purpose}", cure)
    return Finding(name, "ok", f"{found}, for {purpose}")


def _browser() -> str | None:
    return next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)


def _tried(name: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except Exception as error:  # whatever is wrong with it is what is to be told
        return Finding(name, "broken", f"{type(error).__name__}: {error}", "pip install --force-reinstall visavis")


def _device() -> Finding:
    import onnxruntime

    from visavis.model.runtime import Network

    found = Network(threads=1).device
    if found != "cpu":
        return Finding("device", "ok", f"{found} by ONNX Runtime {onnxruntime.__version__} (choose with --device)")
    cure = 'with an NVIDIA GPU: pip install "visavis[gpu]"' if shutil.which("nvidia-smi") else ""
    return Finding("device", "ok", f"cpu by ONNX Runtime {onnxruntime.__version__}", cure)


def _model() -> Finding:
    import time

    import numpy as np

    from visavis.model.runtime import Network

    began = time.monotonic()
    network = Network(threads=1)
    heard, _ = network.encode(
        np.zeros((1, 2, 1, 4, 64), np.float32), {n: v[None] for n, v in network.initial_state().items()}
    )
    if not np.isfinite(heard).all():
        return Finding("model", "broken", f"{network.model_id} gives no numbers")
    return Finding("model", "ok", f"{network.model_id}, loaded and run in {time.monotonic() - began:.1f} s")


def _rig() -> Finding:
    from visavis.rig import open_rig

    rig = open_rig()
    told = f"{rig.rig_id}, {rig.expression_size} coefficients, map residual {rig.residual_mm:.3f} mm"
    return Finding("rig", "ok", told)


def _bundle() -> Finding:
    from visavis.audio import read_recording
    from visavis.audio.bundle import bundled_conversation

    recording = read_recording(bundled_conversation().mixed)
    return Finding(
        "bundled conversation", "ok", f"{recording.seconds:.1f} s at {recording.sample_rate} samples a second"
    )
