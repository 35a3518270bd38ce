"""The C consumer as the tests run it, and what it said."""

import csv
import json
import os
import re
import subprocess
import wave
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

EVENT = re.compile(
    r"^event ([\d.]+) kind=(\d+) participant=(\d+) number=(-?\d+) "
    r'time=([\d.-]+) value=([\d.-]+) name="(.*?)" text="(.*)"$'
)
OPENED, ROLE, NOTICE, POSE_READ, DISCONNECTED, RESUMED, FINISHED, FAILED = range(1, 9)


def build_folder() -> Path:
    """Where run.sh has built; skips the test, loudly, when nothing was built."""
    folder = os.environ.get("VISAVIS_UNREAL_BUILD")
    if not folder:
        pytest.skip("the client core is not built here: tests/unreal/run.sh builds it and runs this test")
    return Path(folder)


@dataclass
class Event:
    """One line of the consumer; `kind` as in visavis.h."""

    wall_s: float
    kind: int
    number: int
    time_s: float
    value: float
    name: str
    text: str


@dataclass
class Played:
    """A conversation as a game saw it.

    Attributes:
        code: 0 finished, 3 failed, 4 cancelled.
        faces: person -> (ticks, 75) values: audio time, presence, speaking, on partner, 52 weights, four quaternions,
            the head's position.
    """

    code: int
    events: list[Event]
    statistics: dict[str, float | str]
    faces: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    def kinds(self) -> list[int]:
        return [event.kind for event in self.events]

    def first(self, kind: int) -> Event:
        return next(event for event in self.events if event.kind == kind)


def write_wav(path: Path, samples: NDArray[np.float64], rate: int = 16000) -> Path:
    """A mono 16-bit file of samples in [-1, 1]."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


class Consumer:
    """A run of the consumer that is under way."""

    def __init__(self, arguments: list[str], faces: Path | None) -> None:
        self._faces = faces
        command = [str(build_folder() / "consumer"), *arguments]
        if faces is not None:
            command += ["--faces", str(faces)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._before = ""

    def play_until(self, game_s: float) -> None:
        """Returns when the game has come so far, or has ended."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._before += line
            if line.startswith("at ") and float(line.removeprefix("at ")) >= game_s:
                return

    def play_until_waiting(self) -> None:
        """Returns when the game stands still because it has run out of patience, or has ended."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._before += line
            if line.startswith("waiting "):
                return

    def wait(self, timeout: float = 240) -> Played:
        """What it came to. A consumer that hangs is killed, and the test fails."""
        try:
            out, err = self.process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert self.process.returncode in (0, 3, 4), f"exit code {self.process.returncode}\n{out}\n{err}"
        assert "ERROR: " not in err, err  # a sanitizer's
        events, statistics = [], {}
        for line in (self._before + out).splitlines():
            if match := EVENT.match(line):
                wall, kind, _, number, time_s, value, name, text = match.groups()
                events.append(Event(float(wall), int(kind), int(number), float(time_s), float(value), name, text))
            elif line.startswith("statistics "):
                statistics = json.loads(line.removeprefix("statistics "))
        return Played(self.process.returncode, events, statistics, self._read_faces())

    def _read_faces(self) -> dict[str, NDArray[np.float64]]:
        people: dict[str, list[list[float]]] = {"a": [], "b": []}
        if self._faces is not None and self._faces.exists():
            with self._faces.open(newline="") as file:
                for row in csv.reader(file):
                    _, who, time_s, presence, speaking, _, on_partner, *rest = row
                    people[who].append([float(x) for x in (time_s, presence, speaking, on_partner, *rest)])
        return {who: np.array(rows) for who, rows in people.items()}


def play(arguments: list[str], faces: Path | None = None, timeout: float = 240) -> Played:
    """Runs the consumer to its end."""
    return Consumer(arguments, faces).wait(timeout)
