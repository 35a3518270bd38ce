"""Arranges utterances into a conversation: turns, gaps, overlaps, back-channels, silences."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from visavis.corpus.recordings import Recording

GAP_MEAN_S: Final = 0.21
GAP_SPREAD_S: Final = 0.40
"""Turn gaps: mean 208 ms, mode near 0 (Stivers et al. 2009); below zero is overlap."""
OVERLAP_LIMIT_S: Final = 0.9
LONG_SILENCE: Final = 0.04
"""Share of turns after which nobody speaks for 2 to 6 s (ours)."""
BACK_CHANNELS_PER_S: Final = 1000 / 3600
"""About 1000 an hour of speech (CANDOR); as many as the recordings have are placed."""


@dataclass(frozen=True)
class Line:
    """One utterance in its place: whose (0 is A, 1 is B), where it begins (16 kHz sample)."""

    person: int
    recording: Recording
    start: int


@dataclass
class Arrangement:
    """A conversation of `length` samples."""

    lines: list[Line] = field(default_factory=list)
    length: int = 0


def arrange(
    turns: list[tuple[int, Recording]], back_channels: list[list[Recording]], limit_s: float, rng: np.random.Generator
) -> Arrangement:
    """Turns in order, with gaps as people leave them and back-channels laid into the partner's speech.

    Args:
        turns: person and recording, in the order of speaking.
        back_channels: short sounds of listening of each person.
        limit_s: the conversation ends with the turn that passes this length.
        rng: chance.
    """
    out = Arrangement()
    at = int(rng.uniform(0.3, 2.0) * 16000)
    waiting = [list(b) for b in back_channels]
    last_person, free = -1, 0
    for person, recording in turns:
        length = len(recording.samples)
        gap = rng.uniform(0.3, 0.9) if last_person == person else rng.normal(GAP_MEAN_S, GAP_SPREAD_S)
        if rng.random() < LONG_SILENCE:
            gap = rng.uniform(2.0, 6.0)
        overlap = min(OVERLAP_LIMIT_S, 0.4 * length / 16000)
        start = max(at + int(np.clip(gap, -overlap, 6.0) * 16000), free, 0)
        out.lines.append(Line(person, recording, start))
        listener = 1 - person
        spoken = length / 16000
        for moment in _phrase_ends(recording):
            if waiting[listener] and rng.random() < BACK_CHANNELS_PER_S * min(spoken, 6.0) / 3.0:
                sound = waiting[listener].pop(int(rng.integers(0, len(waiting[listener]))))
                begin = start + int((moment + rng.uniform(-0.1, 0.35)) * 16000)
                if begin > free:
                    out.lines.append(Line(listener, sound, begin))
                    free = begin + len(sound.samples)
        # a person's next turn begins after what the same person still says
        at, last_person = start + length, person
        free = max([li.start + len(li.recording.samples) for li in out.lines if li.person != person], default=0)
        if at > limit_s * 16000:
            break
    out.length = max((li.start + len(li.recording.samples) for li in out.lines), default=0)
    out.length += int(rng.uniform(0.5, 2.5) * 16000)
    return out


def _phrase_ends(recording: Recording) -> list[float]:
    """Pauses of 0.12 s and more inside an utterance, and its end, in seconds."""
    ends = [s for p, s, e in recording.phones if p == "SIL" and e - s >= 0.12 and s > 0.8]
    spoken = [e for p, _, e in recording.phones if p != "SIL"]
    return [*ends, *spoken[-1:]]
