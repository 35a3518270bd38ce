"""`visavis demo`: the main job on the bundled conversation, live over gRPC and baked to files."""

import argparse
import asyncio
import sys
import time
from pathlib import Path

import numpy as np
from tqdm import tqdm

from visavis.audio.bundle import bundled_conversation
from visavis.cli.baking import Baked, bake_to_files, copy_sound, load_roles
from visavis.cli.live_demo import LiveRun, stream_live
from visavis.cli.main import main as visavis
from visavis.cli.recordings import Job
from visavis.cli.serve import open_engine
from visavis.engine import AudioLayout, ConversationOptions, Engine, LookAhead

FORMATS = ("npz", "arkit-csv")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "demo",
        help="the main job on the bundled conversation",
        description="Streams the bundled conversation (one track, two voices) to a service of its own over gRPC, bakes "
        "it to files, draws a sheet of it, and says how to look at them.",
    )
    parser.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help="default: %(default)s")
    parser.add_argument("--live", type=float, default=6.0, metavar="S", help="seconds streamed at the pace of speech")
    parser.add_argument("--no-picture", action="store_true", help="draw no sheet")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Runs the demo; 0 when everything was written."""
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    bundle = bundled_conversation()
    began = time.monotonic()
    engine = open_engine("auto", None, None, None)
    print(f"model {engine.network.model_id}, rig {engine.rig.rig_id}, on {engine.network.device}: "
          f"loaded in {time.monotonic() - began:.1f} s\n")  # fmt: skip
    print(f"1. Live: {bundle.mixed.name}, one track with two voices, streamed over gRPC in pieces of 20 ms")
    spans = [(span.participant.name, span.start_s, span.end_s) for span in load_roles(bundle.rttm)]
    _say_live(asyncio.run(stream_live(engine, bundle.mixed, spans, args.live)))  # type: ignore[arg-type]
    print(f"\n2. Baked: the same conversation, whole, into {', '.join(FORMATS)}")
    baked = _bake(engine, Job("conversation", bundle.mixed, None, bundle.rttm, out))
    sound = copy_sound(bundle.mixed, out, "conversation")
    _say_baked(out, baked, sound)
    sheet = out / "conversation.png"
    drawn = args.no_picture or _draw(out, sheet)
    print(_farewell(out, None if args.no_picture or not drawn else sheet))
    return 0 if drawn else 1


def _bake(engine: Engine, job: Job) -> Baked:
    options = ConversationOptions(layout=AudioLayout.MIXED, look_ahead=LookAhead.OFFLINE)
    with tqdm(unit="frame", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return bake_to_files(engine, job, options, FORMATS, progress=progress)


def _say_live(run: LiveRun) -> None:
    delays = 1000 * run.delays_s
    print(f"   service on 127.0.0.1:{run.port}; {run.frames} frames of two faces in {run.seconds:.1f} s "
          f"({run.real_time_s:.0f} s at the pace of speech, the rest as fast as it goes)")  # fmt: skip
    if len(delays):
        print(f"   first frame {1000 * run.first_frame_s:.0f} ms after the first sound, of which look-ahead is "
              f"{1000 * run.look_ahead_s:.0f} ms;")  # fmt: skip
        print(f"   beyond the look-ahead a frame took {np.median(delays):.0f} ms (median), "
              f"{np.quantile(delays, 0.99):.0f} ms (99 of 100)")  # fmt: skip
    turns = sum(event.kind == "turn_began" for event in run.events)
    print(f"   {turns} turns told as they began; {run.bytes_per_s / 1024:.0f} KiB a second on the wire")


def _say_baked(out: Path, baked: Baked, sound: Path) -> None:
    assert baked.summary is not None
    s = baked.summary
    print(f"   {s.frames} frames of {s.audio_s:.1f} s in {s.compute_s:.1f} s of computing "
          f"({s.audio_s / max(s.compute_s, 1e-9):.0f} times real time); A spoke {s.speaking_a_s:.1f} s, "
          f"B {s.speaking_b_s:.1f} s")  # fmt: skip
    for file in (*baked.files, sound):
        print(f"   {file}  ({file.stat().st_size / 1024:.0f} KiB)")


def _draw(out: Path, sheet: Path) -> bool:
    print("\n3. Drawn: twelve moments on one sheet")
    return visavis(["render", str(out), "--out", str(sheet)]) == 0


def _farewell(out: Path, sheet: Path | None) -> str:
    rows = ["\nWhat to do next:"]
    if sheet is not None:
        rows.append(f"  look at the sheet               {sheet}")
    rows += [
        f"  see and hear both heads         visavis view {out}",
        f"  make a video                    visavis render {out} --out {out / 'conversation.mp4'}",
        "  bake a recording of your own    visavis bake talk.wav --out out --format npz,arkit-csv",
        "  serve a game                    visavis serve",
        "`./run` goes before each of these in a clone: ./run view ...",
    ]
    return "\n".join(rows)
