"""`arkit-csv`: one table a person, readable by anything."""

import csv
from pathlib import Path
from typing import Final

import numpy as np

from visavis.formats.angles import head_and_eye_angles
from visavis.formats.recording import Recording
from visavis.state.arkit import ARKIT_NAMES

COLUMNS: Final = (
    "time", *ARKIT_NAMES, "headYaw", "headPitch", "headRoll", "leftEyeYaw", "leftEyePitch", "rightEyeYaw",
    "rightEyePitch", "speaking",
)  # fmt: skip
"""Seconds; weights in [0, 1]; degrees (yaw to the own left, pitch down, roll to the own right shoulder);
probability."""


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `a.csv` and `b.csv`."""
    paths = []
    for letter, person, _, _ in recording.people():
        table = np.column_stack([person.arkit, np.degrees(head_and_eye_angles(person)), person.speaking])
        path = folder / f"{letter}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for time, row in zip(recording.times.tolist(), table.tolist()):
                writer.writerow([f"{time:.6f}", *(f"{value:.5f}" for value in row)])
        paths.append(path)
    return paths
