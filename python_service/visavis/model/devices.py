"""Where the network runs: ONNX Runtime's providers, the wanted one first."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from visavis.errors import InvalidInput

DEVICES: Final = ("auto", "cpu", "cuda", "tensorrt")
"""What can be asked for; "auto" is CUDA when it is there, else the CPU."""

_NAMES: Final = {
    "TensorrtExecutionProvider": "tensorrt:0",
    "CUDAExecutionProvider": "cuda:0",
    "CPUExecutionProvider": "cpu",
}
_INSTALL: Final = 'it needs an NVIDIA GPU, CUDA and pip install "visavis[gpu]"'


def providers(device: str, available: Sequence[str], model_id: str) -> list[Any]:
    """Providers for ONNX Runtime, each a name or a name with its options; what one cannot do, the next does.

    TensorRT computes in half precision and keeps the engines that it builds, which takes minutes the first time, under
    `visavis/tensorrt/MODEL` in XDG_CACHE_HOME or ~/.cache. CUDA computes in single precision, whose factors it rounds
    to 10 bits (TF32) where the GPU can.

    Args:
        device: one of DEVICES.
        available: what the installed ONNX Runtime was built with.
        model_id: names the cache.

    Raises:
        InvalidInput: for a device that is unknown or that this ONNX Runtime was not built with.
    """
    if device not in DEVICES:
        raise InvalidInput("device", f"'{device}' is not one of {', '.join(DEVICES)}")
    cuda = "CUDAExecutionProvider" in available
    if device == "tensorrt":
        if "TensorrtExecutionProvider" not in available:
            raise InvalidInput(
                "device", f"'tensorrt' was asked for, but ONNX Runtime here has none; {_INSTALL} with TensorRT"
            )
        chosen: list[Any] = [("TensorrtExecutionProvider", _tensorrt(model_id))]
        return [*chosen, *(["CUDAExecutionProvider"] if cuda else []), "CPUExecutionProvider"]
    if device == "cuda" and not cuda:
        raise InvalidInput("device", f"'cuda' was asked for, but ONNX Runtime here has none; {_INSTALL}")
    if cuda and device != "cpu":
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]
    return ["CPUExecutionProvider"]


def in_use(device: str, running: Sequence[Sequence[str]]) -> str:
    """The device that came of it: ONNX Runtime goes on without a provider that does not start.

    Args:
        device: what was asked for.
        running: of every part of the network, the providers it runs on.

    Returns:
        "cpu", "cuda:0" or "tensorrt:0".

    Raises:
        InvalidInput: one was asked for by name, and something less is in use.
    """
    names = [_NAMES.get(part[0], part[0]) for part in running]
    slowest = max(names, key=lambda name: list(_NAMES.values()).index(name) if name in _NAMES.values() else -1)
    if device not in ("auto", slowest.partition(":")[0]):
        raise ValueError(
            f"device: '{device}' was asked for, but did not start; {_INSTALL} (ONNX Runtime said why above)"
        )
    return slowest


def _tensorrt(model_id: str) -> dict[str, Any]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "visavis" / "tensorrt" / model_id
    cache.mkdir(parents=True, exist_ok=True)
    return {
        "trt_fp16_enable": True,
        "trt_engine_cache_enable": True,
        "trt_engine_cache_path": str(cache),
        "trt_timing_cache_enable": True,
    }
