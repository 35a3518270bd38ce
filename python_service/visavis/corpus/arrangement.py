"""Arranges utterances into a conversation: turns, gaps, overlaps, back-channels, silences."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from visavis.corpus.recordings import Recording

GAP_MEAN_S: Final = 0.16
GAP_SPREAD_S: Final = 0.40
"""Turn gaps from sound to sound; below zero is overlap. With the long silences below, their mean is about
208 ms (Stivers et al. 2009), their median between that and 80 ms (CANDOR)."""
OVERLAP_LIMIT_S: Final = 0.9
LONG_SILENCE: Final = 0.02
"""Share of turns after which nobody speaks for 2 to 6 s (ours)."""
BACK_CHANNELS_PER_S: Final = 1000 / 3600
"""About 1000 an hour of speech (CANDOR). Lines that hardly pause get fewer: laid over words, so many would overlap
longer than people do."""
ABOUT_TO_SPEAK_S: Final = 1.2
"""Seconds before the own turn without back-channels (ours)."""
MOST_ANSWERED: Final = 0.9
"""A phrase end is answered no more often than this (ours)."""


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
    at = rng.uniform(0.3, 2.0)
    last_person, free, used = -1, [0.0, 0.0], [-1, -1]
    for number, (person, recording) in enumerate(turns):
        sounds = _spoken(recording)
        gap = rng.uniform(0.3, 0.9) if last_person == person else rng.normal(GAP_MEAN_S, GAP_SPREAD_S)
        if rng.random() < LONG_SILENCE:
            gap = rng.uniform(2.0, 6.0)
        overlap = min(OVERLAP_LIMIT_S, 0.4 * (sounds[1] - sounds[0]))
        # from where the last sound ended to where this one begins; a person's own recordings never overlap
        start = max(at + float(np.clip(gap, -overlap, 6.0)) - sounds[0], free[person], 0.0)
        out.lines.append(Line(person, recording, int(start * 16000)))
        free[person] = start + len(recording.samples) / 16000
        listener = 1 - person
        # who is about to speak does not answer first
        answered = number + 1 < len(turns) and turns[number + 1][0] == listener
        latest = sounds[1] - (ABOUT_TO_SPEAK_S if answered else 0.0)
        ends = [e for e in _phrase_ends(recording) if e <= latest]
        chance = min(BACK_CHANNELS_PER_S * (sounds[1] - sounds[0]) / max(len(ends), 1), MOST_ANSWERED)
        for moment in ends:
            if back_channels[listener] and rng.random() < chance:
                choice = int(rng.integers(0, len(back_channels[listener])))
                if choice == used[listener]:
                    choice = (choice + 1) % len(back_channels[listener])
                sound = back_channels[listener][choice]
                begin = start + moment + rng.uniform(-0.1, 0.35) - _spoken(sound)[0]
                if begin > free[listener]:
                    out.lines.append(Line(listener, sound, int(begin * 16000)))
                    free[listener], used[listener] = begin + len(sound.samples) / 16000, choice
        at, last_person = start + sounds[1], person
        if at > limit_s:
            break
    out.length = max((li.start + len(li.recording.samples) for li in out.lines), default=0)
    out.length += int(rng.uniform(0.5, 2.5) * 16000)
    return out


def _spoken(recording: Recording) -> tuple[float, float]:
    """Where its first sound begins and its last one ends, seconds."""
    spans = [(s, e) for p, s, e in recording.phones if p != "SIL"]
    return (spans[0][0], spans[-1][1]) if spans else (0.0, len(recording.samples) / 16000)


def _phrase_ends(recording: Recording) -> list[float]:
    """Pauses of 0.12 s and more inside an utterance, and its end, in seconds."""
    ends = [s for p, s, e in recording.phones if p == "SIL" and e - s >= 0.12 and s > 0.8]
    spoken = [e for p, _, e in recording.phones if p != "SIL"]
    return [*ends, *spoken[-1:]]
