"""`visavis evaluate`: the quality figures of the model."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, bake
from visavis.state.person import DyadState


def add_parser(subparsers: Any) -> None:
    """Adds the command to the command line."""
    parser = subparsers.add_parser("evaluate", help=__doc__, description=__doc__)
    parser.add_argument("--videos", type=Path, metavar="FOLDER", help="videos of the measured GRID clips: lip figures")
    parser.add_argument("--tracks", type=Path, nargs="*", help="further clips, measured by evaluation/track_video.py")
    parser.add_argument("--model", type=Path, help="a model folder instead of the shipped one")
    parser.add_argument("--seeds", type=int, default=4, help="takes of the bundled conversation (default 4)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Prints the figures; 1 when a lip clip cannot be judged."""
    engine = Engine(model=args.model)
    dyads = takes(engine, args.seeds)
    report: dict[str, Any] = {"model": engine.network.model_id, "behaviour": behaviour(dyads), "gaze": gaze(dyads)}
    report["pose_text"] = pose_text()
    if args.videos:
        report["lips"] = lips(engine, args.videos, args.tracks)
    if args.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    return 0


def takes(engine: Engine, seeds: int) -> list[DyadState]:
    """The bundled conversation, its roles given, with as many seeds."""
    from visavis.audio.bundle import bundled_conversation
    from visavis.audio.recording import read_recording
    from visavis.evaluation.takes import join
    from visavis.roles import read_roles

    bundle = bundled_conversation()
    sound, spans = read_recording(bundle.mixed), tuple(read_roles(bundle.rttm))
    dyads = []
    for seed in range(seeds):
        print(f"take {seed + 1} of {seeds} ...", file=sys.stderr)
        options = ConversationOptions(
            sample_rate=sound.sample_rate, look_ahead=LookAhead.OFFLINE, spans=spans, seed=seed
        )  # fmt: skip
        dyads.append(join([o for o in bake(engine, options, [sound.mixed()]) if isinstance(o, Frames)]))
    return dyads


def behaviour(dyads: list[DyadState]) -> dict[str, dict[str, Any]]:
    """Behaviour figures beside the published ranges."""
    from visavis.evaluation.behaviour import PUBLISHED, figures

    found = figures(dyads)
    return {
        name: {
            "value": round(found[name], 3),
            "low": p.low,
            "high": p.high,
            "inside": p.low <= found[name] <= p.high,
            "source": p.source,
        }
        for name, p in PUBLISHED.items()
    }


def gaze(dyads: list[DyadState]) -> dict[str, float]:
    """Where the eyes point, through the open head's joints."""
    from visavis.evaluation.gaze import figures

    return {name: round(value, 3) for name, value in figures(dyads).items()}


def pose_text() -> dict[str, float]:
    """Accuracy on phrasings that were never tuned on."""
    from visavis.evaluation.pose_text import evaluate

    return {name: round(value, 4) for name, value in evaluate("test")[0].items()}


def lips(engine: Engine, folder: Path, tracks: list[Path] | None) -> dict[str, dict[str, float]]:
    """The model at each look-ahead, and the cheap baselines, against tracked mouths."""
    from visavis.evaluation.real_lips import bands_to_shapes, judge, loudness_to_jaw, model_mouth

    mouths = {
        "loudness to jaw": loudness_to_jaw,
        "bands to shapes": bands_to_shapes,
        "model, live": model_mouth(engine, LookAhead.LIVE),
        "model, offline": model_mouth(engine, LookAhead.OFFLINE),
    }
    return {name: figures.as_dict() for name, figures in judge(mouths, folder, tracks).items()}


def _print(report: dict[str, Any]) -> None:
    print(f"model {report['model']}\n\nbehaviour (bundled conversation)")
    for name, row in report["behaviour"].items():
        mark = " " if row["inside"] else "!"
        print(f" {mark} {name:28} {row['value']:8.3f}   {row['low']:g} to {row['high']:g}   {row['source']}")
    print("\ngaze (through body, head and eyes of the open head)")
    for name, value in report["gaze"].items():
        print(f"   {name:28} {value:8.3f}")
    print("\npose text (unseen phrasings)")
    for name, value in report["pose_text"].items():
        print(f"   {name:28} {value:8.3f}")
    if "lips" in report:
        names = list(next(iter(report["lips"].values())))
        print("\nlips against tracked video\n   " + " " * 18 + "".join(f"{n:>12}" for n in names))
        for name, row in report["lips"].items():
            print(f"   {name:18}" + "".join(f"{row[n]:12.3f}" for n in names))
