"""Voices to mix: stretches of speech of many people, with who speaks in them when."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 16000
BRIDGE_S = 0.25
"""Pauses inside speech up to this length still count as speaking, as people who label do."""
SPEEDS = (0.82, 0.88, 0.94, 1.0, 1.0, 1.06, 1.13, 1.2)
"""Playing speeds: pitch and formants move together, which makes another voice."""


@dataclass(frozen=True)
class Line:
    """A stretch of one voice in a file: seconds from its start, and spoken units within (start, end) in
    it.
    """

    path: Path
    start: float
    duration: float
    units: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Voice:
    """One person (or neural voice): longer lines, and short sounds of listening where there are any."""

    name: str
    female: bool
    lines: tuple[Line, ...]
    short: tuple[Line, ...]


def load_voices(real: Path, bank: Path, split: str) -> list[Voice]:
    """Voices of `realspeech` and `speechbank` (see their READMEs); `split` is "train" or "held_out"."""
    voices: dict[str, tuple[bool, list[Line], list[Line]]] = {}
    for text in (real / "index.jsonl").read_text().splitlines():
        item = json.loads(text)
        if (item["split"] == "train") != (split == "train") or not item.get("words"):
            continue
        units = tuple((s, e) for word, s, e in item["words"] if word not in ("SIL", "<s>", "</s>", "<sil>"))
        line = Line(real / "audio" / f"{item['clip']}.ogg", 0.0, item["duration"], units)
        voices.setdefault(item["reader"], (item["sex"] == "F", [], []))[1].append(line)
    for text in (bank / "index.jsonl").read_text().splitlines():
        item = json.loads(text)
        if (item["split"] == "train") != (split == "train"):
            continue
        units = tuple((s, e) for phone, s, e in item["phones"] if any(letter.isalpha() for letter in phone))
        line = Line(bank / item["file"], item["start"], item["duration"], units)
        entry = voices.setdefault(item["voice"], (item["voice"][1] == "f", [], []))
        (entry[2] if item["kind"] == "backchannel" else entry[1]).append(line)
    return [
        Voice(name, female, tuple(lines), tuple(short))
        for name, (female, lines, short) in sorted(voices.items())
        if sum(line.duration for line in lines) > 12.0
    ]


def joined(units: list[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """Units with pauses of at most `gap` between them, joined."""
    spans: list[tuple[float, float]] = []
    for start, end in units:
        if spans and start - spans[-1][1] <= gap:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def read_stretch(
    line: Line, speed: float, longest: float, rng: np.random.Generator
) -> tuple[NDArray[np.float32], list[tuple[float, float]]]:
    """At most `longest` seconds of `line` at `speed`, cut between units.

    Returns:
        (n,) samples at 16 kHz; spans of speech in it, seconds.
    """
    units = [(s, e) for s, e in line.units if e > s]
    first = 0
    if units and line.duration / speed > longest:
        first = int(rng.integers(len(units)))
        while first > 0 and units[-1][1] - units[first][0] < 0.6 * longest * speed:
            first -= 1
    chosen = [u for u in units[first:] if (u[1] - units[first][0]) / speed <= longest] or units[first : first + 1]
    if not chosen:
        return np.zeros(0, np.float32), []
    begin = max(0.0, chosen[0][0] - 0.05)
    after = units[units.index(chosen[-1]) + 1][0] if units.index(chosen[-1]) + 1 < len(units) else line.duration
    end = min(line.duration, chosen[-1][1] + 0.06, after)
    start_sample = round((line.start + begin) * RATE)
    count = round((end - begin) * RATE)
    samples, rate = soundfile.read(line.path, count, start_sample, dtype="float32")
    if rate != RATE:
        raise ValueError(f"{line.path}: {rate} samples a second, expected {RATE}")
    if speed != 1.0 and len(samples):
        places = np.arange(0.0, len(samples) - 1, speed)
        samples = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    edge = min(160, len(samples) // 4)
    if edge:
        ramp = np.linspace(0.0, 1.0, edge, dtype=np.float32)
        samples[:edge] *= ramp
        samples[-edge:] *= ramp[::-1]
    spans = joined([((s - begin) / speed, (e - begin) / speed) for s, e in chosen], BRIDGE_S)
    return samples, spans
