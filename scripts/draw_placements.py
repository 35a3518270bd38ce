"""Draws what a dozen sentences lead to, seen from above, with the rays of all four eyes.

    python scripts/draw_placements.py [--out docs/pictures/placements.png] [--text "..." ...]

Needs matplotlib (the [dev] extra). The rays are those of the performed faces, through body, head and eyes, not of the
placement: lines to a face that is looked at, dashed arrows for a look elsewhere. Dotted lines are ways somebody goes;
ovals are shoulders.
"""

import argparse
import sys
import textwrap
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python_service"))
matplotlib.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle, Ellipse, Polygon
from visavis.evaluation.gaze import eye_rays
from visavis.motion import Performer
from visavis.scene import PersonPlacement, PlacementTrack
from visavis.scene.pose_text import PoseReading, interpret
from visavis.state import Behaviour, DyadState, PersonState
from visavis.state.behaviour import BEHAVIOUR_SIZE, FRAME_RATE, field_slice

SENTENCES = (
    "They lean in close, he looks up at her.",
    "She is sitting, he stands over her.",
    "They stand back to back, half a metre apart.",
    "Side by side on a park bench.",
    "They sit across a table from each other.",
    "A child looks up at her father.",
    "A stands 1.5 m apart from B, turned 45 degrees to the left.",
    "They stand at right angles, 80 cm apart.",
    "She turns away from him.",
    "He walks around her.",
    "She takes two steps back.",
    "B stands behind A, at arm's length.",
)
COLOURS = ("#1f77b4", "#d95f02")
AWAY_LENGTH = 0.45
"""Of a ray that goes past the partner, as a share of half the picture's width."""
SETTLING = 2.5
"""Seconds performed after the change is over, so that heads and eyes have arrived."""


def main() -> int:
    """Draws the picture; 0 when it was written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("docs/pictures/placements.png"))
    parser.add_argument("--text", nargs="+", default=SENTENCES)
    args = parser.parse_args()
    rows = -(-len(args.text) // 4)
    figure, axes = plt.subplots(rows, min(4, len(args.text)), figsize=(18, 4.0 * rows), squeeze=False)
    for axis in axes.flat:
        axis.set_axis_off()
    for axis, text in zip(axes.flat, args.text):
        draw(axis, text)
    figure.tight_layout(h_pad=2.0)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(args.out, dpi=80)
    print(args.out)
    return 0


def draw(axis: Any, text: str) -> None:
    """One sentence on one axis."""
    found = interpret(text)
    dyad, track = performed(found)
    frames = len(dyad.a)
    scene = track.frames(0, frames)
    points, ends = [], []
    for i, (person, path) in enumerate(((dyad.a, scene.a), (dyad.b, scene.b))):
        way = path.position
        if np.ptp(way, axis=0).max() > 0.05:
            axis.plot(way[:, 0], way[:, 2], ":", color=COLOURS[i], lw=1.5)
            _body(axis, path.at(0), person, 0, COLOURS[i], 0.25)
        _body(axis, path.at(frames - 1), person, frames - 1, COLOURS[i], 1.0)
        ends.append((person, COLOURS[i]))
        eye = path.at(frames - 1).eye_height + path.at(frames - 1).position[1]
        axis.annotate(
            f"{'AB'[i]}  {eye:.2f} m", (way[-1, 0], way[-1, 2]), (0, -46), textcoords="offset points",
            color=COLOURS[i], ha="center", weight="bold",
        )  # fmt: skip
        points += [*way[::5, [0, 2]], way[-1, [0, 2]]]
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    middle, size = (low + high) / 2, (high - low) / 2
    reach = np.maximum([0.8, 0.46], size + 0.42)
    reach[1] = max(reach[1], 0.55 * reach[0])
    for person, colour in ends:
        _rays(axis, person, frames - 1, colour, float(reach[0]))
    axis.set(xlim=(middle[0] - reach[0], middle[0] + reach[0]), ylim=(middle[1] + reach[1], middle[1] - reach[1]))
    axis.set_aspect("equal")
    foot = middle[1] + 0.97 * reach[1]
    axis.plot([middle[0] - 0.25, middle[0] + 0.25], [foot] * 2, "k", lw=2)
    axis.annotate("0.5 m", (middle[0], foot), (0, 4), textcoords="offset points", ha="center")
    axis.set_title("\n".join(textwrap.wrap(f"“{text}”", 38)), fontsize=12, weight="bold")
    axis.text(
        0.5, -0.02, "\n".join(textwrap.wrap(f"{found.reading} ({found.confidence:.2f})", 56)),
        transform=axis.transAxes, ha="center", va="top", fontsize=9,
    )  # fmt: skip


def performed(found: PoseReading) -> tuple[DyadState, PlacementTrack]:
    """Both look at each other while the scene becomes what was read."""
    if found.transition_s is None:
        track = PlacementTrack(found.placement)
    else:
        track = PlacementTrack()
        track.change(0.5, found.placement.a, found.placement.b, found.transition_s, found.walk)
    count = round((0.5 + (found.transition_s or 0.0) + SETTLING) * FRAME_RATE)
    rows = np.zeros((count, BEHAVIOUR_SIZE), np.float32)
    rows[:, field_slice("look")] = 1.0
    look = Behaviour.unpack(rows)
    return Performer(3).perform(0, look, look, track, np.zeros((count, 2), np.float32)), track


def _body(axis: Any, place: PersonPlacement, person: PersonState, frame: int, colour: str, strength: float) -> None:
    x, _, z = place.position
    # The picture has z downwards: a yaw of 0 (towards +Z) points down the page.
    axis.add_patch(Ellipse((x, z), 0.42, 0.20, angle=-place.yaw_deg, fc=colour, ec="none", alpha=0.35 * strength))
    ahead = place.forward
    axis.plot([x, x + 0.2 * ahead[0]], [z, z + 0.2 * ahead[2]], color=colour, lw=3, alpha=0.35 * strength)
    hx, _, hz = (float(v) for v in person.head_position[frame])
    origins, _ = eye_rays(person)
    eyes = origins[frame].mean(axis=0)
    forward = np.array([eyes[0] - hx, eyes[2] - hz])
    forward /= max(1e-6, float(np.linalg.norm(forward)))
    middle = np.array([hx, hz]) + 0.02 * forward
    aside = np.array([-forward[1], forward[0]])
    nose = [middle + 0.135 * forward, middle + 0.075 * forward + 0.03 * aside, middle + 0.075 * forward - 0.03 * aside]
    axis.add_patch(Polygon(nose, fc=colour, ec="none", alpha=0.9 * strength, zorder=3))
    axis.add_patch(Circle(middle, 0.088, fc=tint(colour, 0.55 * strength), ec=colour, lw=1.5 * strength, zorder=3))


def _rays(axis: Any, person: PersonState, frame: int, colour: str, reach: float) -> None:
    """Both eyes' rays: whole lines to a face that is looked at, else short dashed arrows."""
    origins, rays = eye_rays(person)
    there = bool(person.gaze_on_partner[frame] > 0.5)
    for origin, ray in zip(origins[frame], rays[frame]):
        length = float(np.linalg.norm(person.gaze_point[frame] - origin)) if there else AWAY_LENGTH * reach
        end = origin + length * ray
        if there:
            axis.plot([origin[0], end[0]], [origin[2], end[2]], color=colour, lw=1.3, zorder=5)
        else:
            axis.annotate(
                "", (end[0], end[2]), (origin[0], origin[2]), zorder=5,
                arrowprops={"arrowstyle": "->", "ls": "--", "color": colour, "lw": 1.3, "shrinkA": 0, "shrinkB": 0},
            )  # fmt: skip
        axis.plot(origin[0], origin[2], "o", color="white", mec=colour, ms=4, zorder=6)


def tint(colour: str, strength: float) -> tuple[float, ...]:
    """`colour` over white."""
    return tuple(1.0 - strength * (1.0 - value) for value in to_rgb(colour))


if __name__ == "__main__":
    sys.exit(main())
