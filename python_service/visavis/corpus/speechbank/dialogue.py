"""A written dialogue, and its arrangement in time: turns, gaps, overlaps, back-channels."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.speechbank.phone import Phone, speech_bounds

PARTICIPANTS: Final = ("A", "B")
EDGE_S: Final = 0.6
"""Seconds of silence before the first and after the last word."""
MARGIN_S: Final = 0.08
"""Seconds kept around the sounding part of a line, faded."""
TURN_RMS: Final = 0.07
"""Loudness of a turn, root mean square of the sounding part (about -23 dB)."""
BACKCHANNEL_RMS: Final = 0.04
"""Loudness of a back-channel."""

Say = Callable[[str, str, float], tuple[NDArray[np.float32], list[Phone]]]


@dataclass(frozen=True)
class Line:
    """What somebody says, and when.

    Attributes:
        participant: "A" or "B".
        text: English.
        kind: a turn follows the turn before it; a back-channel falls into it.
        gap: seconds of silence after the turn before; negative for an overlap. For turns.
        at: where in the turn before it begins, 0 its start to 1 its end. For back-channels.
    """

    participant: Literal["A", "B"]
    text: str
    kind: Literal["turn", "backchannel"] = "turn"
    gap: float = 0.2
    at: float = 0.5


@dataclass(frozen=True)
class Spoken:
    """A line that was said: `start` and `end` in seconds of the conversation, phones likewise."""

    line: Line
    start: float
    end: float
    phones: tuple[Phone, ...]


@dataclass(frozen=True)
class Dialogue:
    """An arranged conversation.

    Attributes:
        sample_rate: samples a second.
        tracks: (2, n) float32, A's and B's own track; their sum is the mixed one.
        lines: what was said, in order of its start.
    """

    sample_rate: int
    tracks: NDArray[np.float32]
    lines: tuple[Spoken, ...]

    @property
    def mixed(self) -> NDArray[np.float32]:
        """(n,) both voices in one track."""
        total: NDArray[np.float32] = self.tracks.sum(axis=0)
        return total

    def rttm(self, name: str) -> str:
        """Who speaks when, in the RTTM format of speaker diarisation."""
        rows = (
            f"SPEAKER {name} 1 {s.start:.3f} {s.end - s.start:.3f} <NA> <NA> {s.line.participant} <NA> <NA>"
            for s in self.lines
        )
        return "\n".join(rows) + "\n"

    def transcript(self) -> str:
        """One line a line: start, end, who, words."""
        rows = (f"{s.start:6.2f} {s.end:6.2f}  {s.line.participant}: {s.line.text}" for s in self.lines)
        return "\n".join(rows) + "\n"


def read_script(path: str | Path) -> tuple[dict[str, str], dict[str, float], list[Line]]:
    """Voices and speeds by participant, and the lines, of a script in JSON.

    `{"voices": {"A": ..., "B": ...}, "speeds": {"A": 1.0, ...}, "lines": [{"participant": ..., "text": ...}, ...]}`,
    a line's fields being those of `Line`.
    """
    script: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    lines = [Line(**row) for row in script["lines"]]
    for number, line in enumerate(lines):
        if line.participant not in PARTICIPANTS or not line.text.strip():
            raise ValueError(f"{path}: lines[{number}]: participant A or B, and some text")
    if not lines or lines[0].kind != "turn":
        raise ValueError(f"{path}: lines: begins with a turn")
    return script["voices"], script.get("speeds", {}), lines


def arrange(
    lines: Iterable[Line], say: Say, voices: dict[str, str], speeds: dict[str, float], sample_rate: int
) -> Dialogue:
    """Says every line and lays them out in time, levelled and faded, without clipping."""
    placed: list[tuple[Spoken, NDArray[np.float32], int]] = []
    turn_start, turn_end = 0.0, EDGE_S
    for line in lines:
        samples, phones = say(line.text, voices[line.participant], speeds.get(line.participant, 1.0))
        first, last = speech_bounds(phones)
        sound = _levelled(samples, sample_rate, first, last, line.kind == "turn")
        if line.kind == "turn":
            start = EDGE_S if not placed else max(turn_end + line.gap, 0.0)
            turn_start, turn_end = start, start + last - first
        else:
            start = turn_start + line.at * (turn_end - turn_start)
        shift = start - first
        moved = tuple(Phone(p.symbol, round(p.start + shift, 4), round(p.end + shift, 4)) for p in phones)
        spoken = Spoken(line, round(start, 4), round(start + last - first, 4), moved)
        placed.append((spoken, sound, round(shift * sample_rate)))
    length = round((max(s.end for s, _, _ in placed) + EDGE_S) * sample_rate)
    tracks = np.zeros((2, length), np.float32)
    for spoken, sound, offset in placed:
        track = tracks[PARTICIPANTS.index(spoken.line.participant)]
        low, high = max(offset, 0), min(offset + len(sound), length)
        track[low:high] += sound[low - offset : high - offset]
    peak = float(np.abs(tracks.sum(axis=0)).max())
    tracks *= min(1.0, 0.89 / max(peak, 1e-9))
    return Dialogue(sample_rate, tracks, tuple(sorted((s for s, _, _ in placed), key=lambda s: s.start)))


def _levelled(samples: NDArray[np.float32], rate: int, first: float, last: float, is_turn: bool) -> NDArray[np.float32]:
    """The line at its loudness, silent (by short fades) outside its sounding part."""
    low, high = round(first * rate), max(round(last * rate), round(first * rate) + 1)
    loudness = float(np.sqrt(np.mean(np.square(samples[low:high])))) or 1.0
    seconds = np.arange(len(samples)) / rate
    edges: Sequence[float] = (first - MARGIN_S, first - MARGIN_S / 2, last + MARGIN_S / 2, last + 2 * MARGIN_S)
    envelope = np.interp(seconds, edges, (0.0, 1.0, 1.0, 0.0))
    level = TURN_RMS if is_turn else BACKCHANNEL_RMS
    return (samples * envelope * (level / loudness)).astype(np.float32)
