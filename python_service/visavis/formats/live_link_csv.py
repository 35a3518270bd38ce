"""`live-link-csv`: the table that the Live Link Face app records, one a person; and its reader."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput
from visavis.formats.live_link import CHANNELS, channel_values
from visavis.formats.recording import Recording
from visavis.state.arkit import ARKIT_NAMES


def _app_order() -> tuple[str, ...]:
    """CHANNELS as the app writes them: right before left for jaw and mouth."""
    order = list(CHANNELS)
    for stem in ("Jaw", "Mouth"):
        left = order.index(f"{stem}Left")
        order[left], order[left + 1] = f"{stem}Right", f"{stem}Left"
    return tuple(order)


COLUMNS: Final = ("Timecode", "BlendshapeCount", *_app_order())
"""The 63 columns: timecode HH:MM:SS:FF.mmm, 61, weights in [0, 1], head and eyes in radians."""


def timecode(frame: int, fps: int) -> str:
    """HH:MM:SS:FF.mmm of a frame number; the part after the point is the subframe, in thousandths."""
    seconds, rest = divmod(frame, fps)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{rest:02d}.000"


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `a_live_link.csv` and `b_live_link.csv`."""
    columns = [CHANNELS.index(name) for name in COLUMNS[2:]]
    paths = []
    for letter, person, _, _ in recording.people():
        values = channel_values(person)[:, columns]
        path = folder / f"{letter}_live_link.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for i, row in enumerate(values.tolist()):
                stamp = timecode(recording.state.start + i, recording.fps)
                writer.writerow([stamp, len(CHANNELS), *(f"{value:.7f}" for value in row)])
        paths.append(path)
    return paths


@dataclass(frozen=True)
class LiveLinkTable:
    """A face recorded by the app.

    Attributes:
        timecodes: as they stand in the file.
        arkit: (T, 52) weights, Apple order.
        angles: (T, 9) radians in Live Link's own signs: head yaw, pitch, roll, then those of left and right eye.
    """

    timecodes: tuple[str, ...]
    arkit: NDArray[np.float32]
    angles: NDArray[np.float32]


def read(path: Path) -> LiveLinkTable:
    """Reads a recording by its column names, in whatever order and case they come. InvalidInput names what lacks."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    if not rows:
        raise InvalidInput("file", f"{path} is empty")
    header = {name.strip().lower(): i for i, name in enumerate(rows[0])}
    missing = [name for name in CHANNELS if name.lower() not in header]
    if missing:
        raise InvalidInput("file", f"{path} lacks the columns {', '.join(missing)}")
    places = [header[name.lower()] for name in CHANNELS]
    try:
        values = np.array([[float(row[i]) for i in places] for row in rows[1:] if row], np.float32)
    except (ValueError, IndexError) as error:
        raise InvalidInput("file", f"{path} has a row that cannot be read: {error}") from None
    values = values.reshape(-1, len(CHANNELS))
    stamp = header.get("timecode")
    stamps = tuple(row[stamp] if stamp is not None else "" for row in rows[1:] if row)
    return LiveLinkTable(stamps, values[:, : len(ARKIT_NAMES)], values[:, len(ARKIT_NAMES) :])
