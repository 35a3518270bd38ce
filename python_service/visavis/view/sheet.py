"""The contact sheet: a whole take at a glance."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.view import label, png
from visavis.view.stage import COLOUR_A, COLOUR_B, FACES, Stage
from visavis.view.take import Take

Picture = NDArray[np.uint8]

MOMENTS = 12
COLUMNS = 4
GAP = 6
LANE = 16
"""Pixels of each person's speaking lane in the header."""
HEADER = 2 * LANE + 44


def moments_of(take: Take, count: int = MOMENTS) -> list[int]:
    """`count` frames spread evenly over the take, each in the middle of its share."""
    count = max(1, min(count, len(take)))
    return [int((i + 0.5) * len(take) / count) for i in range(count)]


def contact_sheet(
    take: Take,
    *,
    title: str = "",
    frames: list[int] | None = None,
    kind: str = FACES,
    cell: tuple[int, int] = (400, 240),
    out: Path | str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Picture:
    """Twelve moments of `take` under a timeline of who speaks when.

    Args:
        take: what to draw.
        title: written above.
        frames: which frames; None spreads MOMENTS evenly.
        kind: the shot of every picture.
        cell: width and height of one picture, pixels.
        out: where to write a PNG as well.
        progress: told pictures done and pictures in all.

    Returns:
        The sheet (H, W, 3), sRGB.
    """
    chosen = moments_of(take) if frames is None else frames
    columns = min(COLUMNS, len(chosen))
    rows = -(-len(chosen) // columns)
    width = columns * (cell[0] + GAP) + GAP
    sheet = np.full((HEADER + rows * (cell[1] + GAP) + GAP, width, 3), 22, np.uint8)
    _header(sheet, take, title, chosen)
    stage = Stage(take, kind, cell)
    for i, frame in enumerate(chosen):
        top, left = HEADER + (i // columns) * (cell[1] + GAP), GAP + (i % columns) * (cell[0] + GAP)
        sheet[top : top + cell[1], left : left + cell[0]] = stage.draw(frame)
        if progress is not None:
            progress(i + 1, len(chosen))
    if out is not None:
        png.save(Path(out), sheet)
    return sheet


def _header(sheet: Picture, take: Take, title: str, frames: list[int]) -> None:
    """Title, and two lanes in which each person's speech shows, with a tick at every moment drawn."""
    width = sheet.shape[1] - 2 * GAP
    label.write(sheet, title, GAP, 8, (236, 236, 236))
    length = f"{take.seconds:.1f} s"
    label.write(sheet, length, sheet.shape[1] - GAP - label.text_width(length), 8, (170, 170, 170))
    for lane, (name, person, colour) in enumerate((("A", take.a, COLOUR_A), ("B", take.b, COLOUR_B))):
        top = 30 + lane * LANE
        columns = np.clip((np.arange(width) + 0.5) / width * len(take), 0, len(take) - 1).astype(int)
        level = np.clip(person.speaking[columns], 0, 1)[:, None]
        strip = (1 - level) * 36 + level * np.array(colour)
        sheet[top : top + LANE - 3, GAP : GAP + width] = strip.astype(np.uint8)
        label.write(sheet, name, GAP + 3, top + 3, (255, 255, 255), 1)
    for frame in frames:
        x = GAP + int((frame + 0.5) / len(take) * width)
        label.fill(sheet, x, 28, 1, 2 * LANE, (255, 255, 255), 0.8)
