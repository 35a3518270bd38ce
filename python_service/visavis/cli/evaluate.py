"""`visavis evaluate`: the quality figures of the model."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from visavis.engine import Engine


def add_parser(subparsers: Any) -> None:
    """Adds the command to the command line."""
    parser = subparsers.add_parser(
        "evaluate", help=__doc__, description=f"{__doc__} Each option that names data adds a section."
    )
    data = parser.add_argument_group("data")
    data.add_argument("--videos", type=Path, metavar="FOLDER", help="videos of the measured GRID clips: lip figures")
    data.add_argument("--tracks", type=Path, nargs="*", help="further clips, measured by evaluation/track_video.py")
    data.add_argument("--held-out", type=Path, metavar="FOLDER", help="conversations of corpus.build --split test")
    data.add_argument("--tracked", type=Path, metavar="FOLDER", help="the tracked speaker (avspeech layout)")
    data.add_argument("--readers", type=Path, metavar="FOLDER", help="real readers (realspeech layout); louder, faster")
    data.add_argument("--bank", type=Path, metavar="FOLDER", help="neural voices (speechbank layout)")
    data.add_argument("--coarticulation", type=Path, metavar="FILE", help="weights of training.coarticulation")
    data.add_argument("--roles", type=Path, metavar="FOLDER", help="labelled conversations: dialogue/ and speech/")
    parser.add_argument("--model", type=Path, help="a model folder instead of the shipped one")
    parser.add_argument("--seeds", type=int, default=4, help="takes of the bundled conversation (default 4)")
    parser.add_argument("--conversations", type=int, default=12, help="held-out conversations (default 12)")
    parser.add_argument("--recordings", type=int, default=30, help="recordings of each corpus (default 30)")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write report.html and report.json")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Prints the figures, section by section; writes the report when asked to."""
    from visavis.evaluation import report as reports
    from visavis.evaluation import sections
    from visavis.evaluation.baselines import missing

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    engine = Engine(model=args.model)
    report: dict[str, Any] = {"model": engine.network.model_id, "command": " ".join(["visavis", *sys.argv[1:]])}
    series: dict[str, Any] = {}
    not_run = [f"baseline {name}: not installed (pip install 'visavis[baselines]')" for name in missing()]
    voices = {"tracked": args.tracked, "readers": args.readers, "bank": args.bank}
    say("behaviour and gaze: takes of the bundled conversation")
    dyads = sections.takes(engine, args.seeds, say)
    report["behaviour"], report["gaze"] = sections.behaviour(dyads), sections.gaze(dyads)
    report["pose_text"] = sections.pose_text()
    if args.videos:
        say("lips against tracked video")
        report["lips"] = sections.lips(engine, args.videos, args.tracks, args.coarticulation, series)
    if args.held_out:
        say("free runs over held-out conversations")
        report["held_out"] = sections.held_out(engine, args.held_out, args.conversations, series)
    if any(voices.values()):
        say("unseen voices, louder, softer, faster")
        unseen, effort, missed = sections.unseen_voices(engine, voices, args.coarticulation, args.recordings)
        report |= {"unseen_voices": unseen} if unseen else {}
        report |= {"effort": effort} if effort else {}
        not_run += missed
    if args.roles:
        say("roles")
        report["roles"] = sections.roles(args.roles)
    asked = {"lips": args.videos, "held_out": args.held_out, "unseen_voices": any(voices.values()), "roles": args.roles}
    not_run += [f"{reports.TITLES[name]}: no data was named" for name, value in asked.items() if not value]
    report["not_run"] = not_run
    for text in not_run:
        say(f"!!! not run: {text}")
    if args.out:
        for path in reports.write(report, series, args.out):
            say(f"wrote {path}")
    if args.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    return 0


def _print(report: dict[str, Any]) -> None:
    print(f"model {report['model']}\n\nbehaviour (bundled conversation)")
    for name, row in report["behaviour"].items():
        mark = " " if row["inside"] else "!"
        print(f" {mark} {name:28} {row['value']:8.3f}   {row['low']:g} to {row['high']:g}   {row['source']}")
    for name, title in (("gaze", "gaze (through body, head and eyes of the open head)"), ("pose_text", "pose text")):
        print(f"\n{title}")
        for figure, value in report[name].items():
            print(f"   {figure:28} {value:8.3f}")
    if "lips" in report:
        _table("lips against tracked video", report["lips"])
    if "held_out" in report:
        systems = report["held_out"]
        turned = {f: {s: row[f] for s, row in systems.items()} for f in next(iter(systems.values()))}
        _table("free runs over held-out conversations", turned)
    for corpus, rows in report.get("unseen_voices", {}).items():
        _table(f"lips of unseen voices: {corpus}", rows)
    if "effort" in report:
        _table("louder, softer, faster, slower", report["effort"])
    if "roles" in report:
        keys = ("recording", "roles", "look_ahead")
        rows = {
            " ".join(row[k] for k in keys): {n: v for n, v in row.items() if n not in keys} for row in report["roles"]
        }
        _table("roles", rows)


def _table(title: str, rows: dict[str, dict[str, Any]]) -> None:
    names = list(dict.fromkeys(n for row in rows.values() for n in row))
    width = max(len(name) for name in rows) + 2
    sizes = [max(len(n), 8) + 2 for n in names]
    print(f"\n{title}\n   " + " " * width + "".join(f"{n:>{s}}" for n, s in zip(names, sizes, strict=True)))
    for name, row in rows.items():
        cells = (f"{row[n]:{s}.3f}" if n in row else " " * s for n, s in zip(names, sizes, strict=True))
        print(f"   {name:{width}}" + "".join(cells))
