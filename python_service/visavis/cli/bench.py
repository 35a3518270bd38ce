"""`visavis bench`: the speed figures of this machine."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Adds the command to the command line."""
    parser = subparsers.add_parser(
        "bench",
        help="latency, throughput and memory on this machine",
        description="Starts a service on this machine, holds live conversations with it in real time, bakes a "
        "recording, and prints what came of it. Takes a few minutes; leave the machine alone meanwhile.",
    )
    parser.add_argument("--seconds", type=float, default=15.0, help="of every live measurement (default: %(default)s)")
    parser.add_argument("--most", type=int, default=32, help="conversations at once at most (default: %(default)s)")
    parser.add_argument("--model", type=Path, metavar="DIR", help="another model folder")
    parser.add_argument("--json", action="store_true", help="print JSON; progress goes to the error output")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Measures and prints; 0."""
    from visavis.evaluation.speed import measure

    report = measure(args.model, args.seconds, args.most, lambda line: print(line, file=sys.stderr, flush=True))
    print(json.dumps(report, indent=1) if args.json else table(report))
    return 0


def table(report: dict[str, Any]) -> str:
    """The figures for people."""
    first, bake, memory = report["first_frame_over_look_ahead_ms"], report["bake"], report["memory"]
    last = report["live"][-1]
    rows = [
        ("first frame over the look-ahead", f"p50 {first['p50']:.1f} ms, p99 {first['p99']:.1f} ms"),
        (f"live conversations held on {report['cores']} cores", f"{report['live_held']}, clients included"),
    ]
    if "live_held_per_core" in report:
        rows.append(("live conversations held on one core", f"{report['live_held_per_core']}"))
    rows += [
        ("bake, roles given", f"{bake['times_real_time']:.0f} times real time"),
        ("service memory", f"{memory['service_empty_mb']:.0f} MB empty, {memory['service_most_mb']:.0f} MB at most"),
        ("memory of one conversation", f"{memory['per_conversation_mb']:.1f} MB"),
        ("on the wire, a conversation-second", f"{last['sent_bytes_per_s'] / 1000:.1f} kB of sound in, "
         f"{last['received_bytes_per_s'] / 1000:.1f} kB of frames out"),
        ("retargeting a face in Python", f"{report['retarget_python_us']:.0f} us a frame"),
    ]  # fmt: skip
    width = max(len(name) for name, _ in rows) + 2
    lines = [f"{name:<{width}}{value}" for name, value in rows]
    lines += ["", "conversations  delay p50  p99 (ms)  late     cores"]
    lines += [
        f"{live['conversations']:>13}  {live['delay_ms']['p50']:>9.1f}  {live['delay_ms']['p99']:>8.1f}  "
        f"{100 * live['late_share']:>5.2f}%  {live['processor_cores']:>5.2f}"
        for live in report["live"]
    ]
    lines.append(
        f"A frame is late when it comes more than {report['late_after_ms']:.0f} ms after the last sound it may hear "
        "was sent; a number is held with at most 0.1% late."
    )
    return "\n".join(lines)
