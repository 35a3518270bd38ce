"""`visavis pose "text"`: what is understood of a sentence about how two people stand."""

import argparse
import json
from typing import Any

from visavis.scene.placement import PersonPlacement
from visavis.scene.pose_text import PoseReading, interpret


def add_parser(subparsers: Any) -> None:
    """Adds the command to the command line."""
    parser = subparsers.add_parser("pose", help=__doc__, description=__doc__)
    parser.add_argument("text", help="a sentence in English about both, at most 512 characters")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Prints the reading; 0 also when it is only a guess, which the confidence tells."""
    found = interpret(args.text)
    if args.json:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=2))
        return 0
    print(found.reading)
    for letter, person in zip("AB", (found.placement.a, found.placement.b)):
        x, y, z = person.position
        lean = f", lean {person.lean_deg:.0f} deg" if person.lean_deg else ""
        place = (
            f"position ({x:.2f}, {y:.2f}, {z:.2f}) m, yaw {person.yaw_deg:.0f} deg, eyes at {person.eye_height:.2f} m"
        )
        print(f"  {letter}: {place}{lean}")
    print(f"confidence {found.confidence:.2f}" + ("" if found.confidence >= 0.5 else ": only a guess"))
    if found.not_understood:
        print(f"not understood: {', '.join(found.not_understood)}")
    return 0


def as_json(found: PoseReading) -> dict[str, Any]:
    """The reading with the keys of the command line's contract."""
    return {
        "a": _person(found.placement.a),
        "b": _person(found.placement.b),
        "transition_s": found.transition_s,
        "reading": found.reading,
        "confidence": found.confidence,
        "not_understood": list(found.not_understood),
        "names": found.names,
        "objects": [
            {"name": thing.name, "position": list(thing.position), "salience": thing.salience}
            for thing in found.objects
        ],
    }


def _person(person: PersonPlacement) -> dict[str, Any]:
    return {
        "position": list(person.position),
        "yaw_deg": person.yaw_deg,
        "eye_height": person.eye_height,
        "lean_deg": person.lean_deg,
    }
