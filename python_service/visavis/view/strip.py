"""Face strips: what ARKit weights look like, moment by moment, for whoever trains or tunes a face."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.view import label, png
from visavis.view.camera import Camera, look_at
from visavis.view.people import Person, Pose, load_people
from visavis.view.picture import Placed, Renderer

FloatArray = NDArray[np.floating]
Picture = NDArray[np.uint8]

MARGIN = 22
"""Pixels above each row for its label."""


@dataclass(frozen=True)
class Clip:
    """Weights (T, 52) of one face at `fps` frames a second, and the name its row gets."""

    name: str
    weights: FloatArray
    fps: float = 30.0


def face_strip(
    clips: Sequence[Clip] | Sequence[tuple[str, FloatArray]],
    times: Sequence[float],
    *,
    mouth_only: bool = True,
    cell: tuple[int, int] = (180, 150),
    person: str = "a",
    out: Path | str | None = None,
) -> Picture:
    """One row a clip, one picture a moment: mouths close up, or whole faces.

    Args:
        clips: what to draw; pairs of a name and weights are taken at 30 frames a second.
        times: seconds of each column; the frame nearest to each is drawn.
        mouth_only: mouths close up, else whole faces.
        cell: width and height of one picture, pixels.
        person: whose face, "a" or "b".
        out: where to write a PNG as well.

    Returns:
        The picture (H, W, 3), sRGB.
    """
    rows = [c if isinstance(c, Clip) else Clip(*c) for c in clips]
    who = load_people()[0 if person == "a" else 1]
    renderer = Renderer(cell, samples=2, shadows=False)
    camera = _camera(who, mouth_only)
    height = cell[1] + MARGIN
    picture = np.full((len(rows) * height, len(times) * cell[0], 3), 24, np.uint8)
    for r, clip in enumerate(rows):
        for c, time in enumerate(times):
            frame = int(np.clip(round(time * clip.fps), 0, len(clip.weights) - 1))
            face = renderer.draw(camera, [Placed(who, _facing(clip.weights[frame]))])
            top, left = r * height + MARGIN, c * cell[0]
            picture[top : top + cell[1], left : left + cell[0]] = face
            label.write(picture, f"{frame / clip.fps:.2f}", left + cell[0] - 58, top + cell[1] - 18, (235, 235, 235))
        label.write(picture, clip.name, 4, r * height + 5, (250, 214, 150))
    if out is not None:
        png.save(Path(out), picture)
    return picture


def _facing(weights: FloatArray) -> Pose:
    still = np.eye(3, dtype=np.float32)
    return Pose(np.asarray(weights, np.float32), still, still, still, still, np.array([0, 1.5, 0], np.float32))


def _camera(who: Person, mouth_only: bool) -> Camera:
    eyes = who.eyes.mean(0) + np.array([0, 1.5, 0], np.float32)
    if mouth_only:
        target = eyes + np.array([0, -0.066, 0.02], np.float32)
        return look_at(target + np.array([0.28, 0.05, 1.0], np.float32), target, 0.105)
    target = eyes + np.array([0, -0.035, -0.03], np.float32)
    return look_at(target + np.array([0.35, 0.06, 1.4], np.float32), target, 0.29)
