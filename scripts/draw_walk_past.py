"""Draws what A's head and eyes do while B walks past in mid-stream.

    python scripts/draw_walk_past.py [--out docs/pictures/walk_past.png]

Needs matplotlib (the [dev] extra). Angles are those of the posed head, through body, neck and eyes. Prints the largest
step of the head and of the eyes between two frames, outside saccades and in all.
"""

import argparse
import sys
from pathlib import Path

import matplotlib
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python_service"))
matplotlib.use("Agg")

from matplotlib import pyplot as plt
from visavis.evaluation.walk_past import LEAVES_S, WALK_S, WalkPast, walk_past
from visavis.state.behaviour import FRAME_RATE


def draw(found: WalkPast, out: Path) -> None:
    """The picture."""
    time = np.arange(len(found.bearing)) / FRAME_RATE
    figure, (top, low) = plt.subplots(2, 1, figsize=(10, 6), sharex=True, height_ratios=(2, 1))
    top.plot(time, found.bearing, "k--", lw=1.5, label="line to B's eyes")
    top.plot(time, found.gaze, color="#1f77b4", lw=1.3, label="A's eyes")
    top.plot(time, found.head, color="#d95f02", lw=1.8, label="A's head")
    top.set_ylabel("yaw, degrees")
    top.legend(loc="lower right")
    top.set_title("B walks from A's left to A's right in front of A, in mid-stream")
    low.plot(time, found.off, color="#1f77b4", lw=1.2)
    low.set(ylabel="eyes to B's eyes, degrees", xlabel="seconds")
    for axis in (top, low):
        axis.axvspan(LEAVES_S, LEAVES_S + WALK_S, color="0.9", zorder=0)
        axis.grid(alpha=0.3)
    figure.tight_layout()
    out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(out, dpi=90)


def main() -> int:
    """Draws it and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("docs/pictures/walk_past.png"))
    args = parser.parse_args()
    found = walk_past()
    draw(found, args.out)
    for name, value in found.figures().items():
        print(f"{name:28}{value:8.2f}")
    print(args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
