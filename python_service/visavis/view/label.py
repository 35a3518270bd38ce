"""Small capital lettering for pictures, drawn from a 5 x 7 grid: labels need no font file."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]

WIDTH: Final = 5
HEIGHT: Final = 7
ADVANCE: Final = 6
"""Columns from one letter to the next."""

_ROWS: Final[dict[str, str]] = {
    "0": "0e 11 13 15 19 11 0e", "1": "04 0c 04 04 04 04 0e", "2": "0e 11 01 06 08 10 1f", "3": "1f 02 04 02 01 11 0e",
    "4": "02 06 0a 12 1f 02 02", "5": "1f 10 1e 01 01 11 0e", "6": "06 08 10 1e 11 11 0e", "7": "1f 01 02 04 08 08 08",
    "8": "0e 11 11 0e 11 11 0e", "9": "0e 11 11 0f 01 02 0c", "A": "0e 11 11 1f 11 11 11", "B": "1e 11 11 1e 11 11 1e",
    "C": "0e 11 10 10 10 11 0e", "D": "1c 12 11 11 11 12 1c", "E": "1f 10 10 1e 10 10 1f", "F": "1f 10 10 1e 10 10 10",
    "G": "0e 11 10 17 11 11 0f", "H": "11 11 11 1f 11 11 11", "I": "0e 04 04 04 04 04 0e", "J": "07 02 02 02 02 12 0c",
    "K": "11 12 14 18 14 12 11", "L": "10 10 10 10 10 10 1f", "M": "11 1b 15 15 11 11 11", "N": "11 19 19 15 13 13 11",
    "O": "0e 11 11 11 11 11 0e", "P": "1e 11 11 1e 10 10 10", "Q": "0e 11 11 11 15 12 0d", "R": "1e 11 11 1e 14 12 11",
    "S": "0f 10 10 0e 01 01 1e", "T": "1f 04 04 04 04 04 04", "U": "11 11 11 11 11 11 0e", "V": "11 11 11 11 11 0a 04",
    "W": "11 11 11 15 15 1b 11", "X": "11 11 0a 04 0a 11 11", "Y": "11 11 0a 04 04 04 04", "Z": "1f 01 02 04 08 10 1f",
    " ": "00 00 00 00 00 00 00", ".": "00 00 00 00 00 0c 0c", ",": "00 00 00 00 0c 04 08", ":": "00 0c 0c 00 0c 0c 00",
    "-": "00 00 00 1f 00 00 00", "_": "00 00 00 00 00 00 1f", "+": "00 04 04 1f 04 04 00", "/": "01 01 02 04 08 10 10",
    "%": "18 19 02 04 08 13 03", "(": "02 04 08 08 08 04 02", ")": "08 04 02 02 02 04 08", "'": "04 04 08 00 00 00 00",
    "?": "0e 11 01 02 04 00 04", "!": "04 04 04 04 04 00 04", "=": "00 00 1f 00 1f 00 00", "#": "0a 0a 1f 0a 1f 0a 0a",
}  # fmt: skip
"""Seven rows a letter, five bits a row, the left column the highest bit."""


def text_width(text: str, scale: int = 2) -> int:
    """Pixels `text` takes across."""
    return max(0, len(text) * ADVANCE - 1) * scale


def write(picture: Picture, text: str, left: int, top: int, colour: Colour = (255, 255, 255), scale: int = 2) -> None:
    """Writes `text` into `picture` (H, W, 3) in capitals; what falls outside is cut off, unknown letters are '?'."""
    stamp = np.zeros((HEIGHT, max(1, len(text) * ADVANCE)), bool)
    for i, letter in enumerate(text.upper()):
        for r, row in enumerate(_ROWS.get(letter, _ROWS["?"]).split()):
            bits = int(row, 16)
            for c in range(WIDTH):
                stamp[r, i * ADVANCE + c] = bits >> (WIDTH - 1 - c) & 1
    stamp = stamp.repeat(scale, 0).repeat(scale, 1)
    height, width = picture.shape[:2]
    y0, x0 = max(top, 0), max(left, 0)
    y1, x1 = min(top + stamp.shape[0], height), min(left + stamp.shape[1], width)
    if y1 > y0 and x1 > x0:
        area = picture[y0:y1, x0:x1]
        area[stamp[y0 - top : y1 - top, x0 - left : x1 - left]] = colour


def fill(picture: Picture, left: int, top: int, width: int, height: int, colour: Colour, strength: float = 1.0) -> None:
    """Fills a rectangle, `strength` 1 covering what was there."""
    area = picture[max(top, 0) : max(top + height, 0), max(left, 0) : max(left + width, 0)]
    area[:] = (area * (1 - strength) + np.array(colour) * strength + 0.5).astype(np.uint8)
