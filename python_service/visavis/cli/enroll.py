"""`visavis enroll VOICE.wav --out PRINT`: a voice print of one person."""

import argparse
import sys
from pathlib import Path
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Hang the command into `visavis`."""
    parser = subparsers.add_parser(
        "enroll",
        help="make a voice print of one person's voice",
        description="Make a voice print of one person's voice: at least 3 s of speech of that person alone. "
        "Give it to `bake --voice-a` or send it when a conversation opens.",
    )
    parser.add_argument("voice", type=Path, metavar="VOICE.wav", help="a recording of one person")
    parser.add_argument("--out", type=Path, required=True, metavar="PRINT", help="where the print goes")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Do it; 0 when the print was written, 1 when no print can be made of the recording (and why)."""
    from visavis.roles.prints import read_voice

    try:
        voice = read_voice(args.voice)
        data = voice.to_bytes()
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_bytes(data)
    except (ValueError, OSError) as error:
        print(f"visavis enroll: {args.voice}: {error}", file=sys.stderr)
        return 1
    print(f"{args.out}: voice print of {voice.speech_s:.1f} s of speech, {len(data)} bytes")
    return 0
