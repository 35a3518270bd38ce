"""How well pose texts are understood: `python -m visavis.evaluation.pose_text [--split dev] [--json]`.

The phrasings of the test split (assets/pose_text/test.jsonl) share none with those the reader was made with
(dev.jsonl). A case holds a text, the placement it starts from, and what is right:

- `distance`: least and most metres between the two;
- `facing`: of A and B, how far the body is turned away from the other: t (to the other, up to 30 degrees),
  g (at an angle, 15-75), s (to the side, 60-120), w (away, from 110 on), degrees (within 10), a range, * (any);
- `side`: where A sees B and B sees A: F(ront), L(eft), R(ight), bac(K), *; alternatives by `/`;
- `height`: what A's and B's eye heights fit: S(tanding adult) 1.45-1.80 m, T (seated) 0.90-1.42,
  K(neeling, crouching, on the floor) 0.40-1.35, C(hild) 0.50-1.35, G (tall) 1.65-2.10, P(erched) 1.20-1.55,
  L(ying) below 0.75, *; then which is higher: < = > or * (nothing is said).
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass
from importlib.resources import files
from math import atan2, degrees, radians
from typing import Any, Final

import numpy as np

from visavis.scene import PersonPlacement, Placement
from visavis.scene.geometry import wrap
from visavis.scene.pose_text import interpret

ASPECTS: Final = ("distance", "facing", "side", "height")
STARTS: Final = {
    "default": Placement(),
    "far": Placement(PersonPlacement((-2.0, 0.0, 0.0), 90.0), PersonPlacement((2.0, 0.0, 0.0), -90.0)),
    "seated": Placement(PersonPlacement((-0.6, 0.0, 0.0), 90.0, 1.2), PersonPlacement((0.6, 0.0, 0.0), -90.0, 1.2)),
    "backs": Placement(PersonPlacement((-0.6, 0.0, 0.0), -90.0), PersonPlacement((0.6, 0.0, 0.0), 90.0)),
    "child": Placement(PersonPlacement((-0.6, 0.0, 0.0), 90.0), PersonPlacement((0.6, 0.0, 0.0), -90.0, 1.05)),
    "bench": Placement(PersonPlacement((-0.5, 0.0, 0.0), 0.0, 1.2), PersonPlacement((0.5, 0.0, 0.0), 0.0, 1.2)),
}
"""Placements that mid-stream texts start from."""
EYE_RANGES: Final = {
    "S": (1.45, 1.80), "T": (0.90, 1.42), "K": (0.40, 1.35), "C": (0.50, 1.35), "G": (1.65, 2.10),
    "P": (1.20, 1.55), "L": (0.30, 0.75), "*": (0.30, 2.50),
}  # fmt: skip
TURN_RANGES: Final = {"t": (0, 30), "g": (15, 75), "s": (60, 120), "w": (110, 180), "*": (0, 180)}


@dataclass(frozen=True)
class Result:
    """One text and what came of it.

    Attributes:
        text: the text.
        right: aspect -> whether it is right.
        reading: what was understood.
        milliseconds: processor time it took.
    """

    text: str
    right: dict[str, bool]
    reading: str
    milliseconds: float


def cases(split: str) -> list[dict[str, Any]]:
    """The labelled texts of "dev" or "test"."""
    text = (files("visavis") / "assets" / "pose_text" / f"{split}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def turned_away(placement: Placement, person: int) -> float:
    """Degrees a body is turned to its own left from facing the other, within [-180, 180)."""
    own, other = placement.person(person), placement.person(1 - person)
    bearing = atan2(other.position[0] - own.position[0], other.position[2] - own.position[2])
    return degrees(wrap(radians(own.yaw_deg) - bearing))


def _facing_right(placement: Placement, wanted: list[str]) -> bool:
    for person, codes in enumerate(wanted):
        turn = abs(turned_away(placement, person))
        if not any(low <= turn <= high for low, high in map(_turn_range, codes.split("/"))):
            return False
    return True


def _turn_range(code: str) -> tuple[float, float]:
    if code in TURN_RANGES:
        return TURN_RANGES[code]
    low, _, high = code.partition("-")
    return (float(low), float(high)) if high else (float(low) - 10.0, float(low) + 10.0)


def _side_right(placement: Placement, wanted: str) -> bool:
    seen = ""
    for person in (0, 1):
        at = -turned_away(placement, person)
        seen += "F" if abs(at) <= 46 else "K" if abs(at) >= 134 else "L" if at > 0 else "R"
    return any(all(w in ("*", s) for w, s in zip(option, seen)) for option in wanted.split("/"))


def _height_right(placement: Placement, wanted: str) -> bool:
    for person, code in enumerate(wanted[:2]):
        low, high = EYE_RANGES[code]
        if not low <= placement.person(person).eye_height <= high:
            return False
    a, b = (p.eye_height + p.position[1] for p in (placement.a, placement.b))
    return {"<": a < b - 0.04, ">": a > b + 0.04, "=": abs(a - b) <= 0.06, "*": True}[wanted[2]]


def check(case: dict[str, Any]) -> Result:
    """Reads one text and compares it with its labels."""
    begun = time.process_time()
    found = interpret(case["text"], STARTS[case["current"]])
    took = (time.process_time() - begun) * 1e3
    low, high = case["distance"]
    right = {
        "distance": low - 1e-6 <= found.placement.distance <= high + 1e-6,
        "facing": _facing_right(found.placement, case["facing"]),
        "side": _side_right(found.placement, case["side"]),
        "height": _height_right(found.placement, case["height"]),
    }
    return Result(case["text"], right, found.reading, took)


def evaluate(split: str = "test") -> tuple[dict[str, float], list[Result]]:
    """Shares of texts right in each aspect and in all, the time a text takes, and the single results."""
    interpret("They face each other.")
    results = [check(case) for case in cases(split)]
    figures = {aspect: float(np.mean([r.right[aspect] for r in results])) for aspect in ASPECTS}
    figures["all"] = float(np.mean([all(r.right.values()) for r in results]))
    figures["texts"] = float(len(results))
    times = [r.milliseconds for r in results]
    figures["milliseconds_mean"], figures["milliseconds_most"] = float(np.mean(times)), float(np.max(times))
    return figures, results


def main() -> int:
    """Prints the figures and every text that was read wrongly."""
    parser = argparse.ArgumentParser(prog="python -m visavis.evaluation.pose_text", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--json", action="store_true", help="figures alone, as JSON")
    args = parser.parse_args()
    figures, results = evaluate(args.split)
    if args.json:
        print(json.dumps(figures))
        return 0
    for result in results:
        if not all(result.right.values()):
            wrong = ", ".join(aspect for aspect, right in result.right.items() if not right)
            print(f"{wrong}: {result.text}\n    {result.reading}")
    for name, value in figures.items():
        print(f"{name:>18} {value:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
