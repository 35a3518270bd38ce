"""One phone of a spoken line, and when a line really sounds."""

from collections.abc import Sequence
from typing import Final, NamedTuple

FRAME_S: Final = 0.025
"""Seconds a duration frame of the voice model lasts."""
EARLY_S: Final = 0.075
"""Seconds by which the duration frames run behind the sound (median against forced alignment)."""
PAUSES: Final = frozenset(' ;:,.!?—…"()“”')
"""Symbols that stand for a pause."""
STRESS: Final = "ˈˌ"
LENGTH: Final = "ː"


class Phone(NamedTuple):
    """A symbol of the voice model's alphabet, with stress before and length after it; seconds."""

    symbol: str
    start: float
    end: float

    @property
    def is_pause(self) -> bool:
        """Whether this is silence between words or sentences."""
        return self.symbol in PAUSES


def phones_from_frames(symbols: Sequence[str], frames: Sequence[float], duration: float) -> list[Phone]:
    """Phone times from the model's duration frames.

    Args:
        symbols: the line's symbols, without the model's silent edges.
        frames: frames of every symbol, the silent edges included: `len(symbols) + 2` of them.
        duration: seconds of the sound; no phone ends later.

    A stress mark joins the symbol after it and a length mark the one before it, with their time.
    """
    if len(frames) != len(symbols) + 2:
        raise ValueError(f"{len(symbols)} symbols need {len(symbols) + 2} durations, not {len(frames)}")
    now = float(frames[0]) * FRAME_S - EARLY_S
    phones: list[Phone] = []
    stress, stress_start = "", now
    for symbol, count in zip(symbols, frames[1:-1]):
        start, now = now, now + float(count) * FRAME_S
        if symbol in STRESS:
            stress, stress_start = symbol, start
        elif symbol == LENGTH and phones:
            phones[-1] = Phone(phones[-1].symbol + symbol, phones[-1].start, now)
        else:
            phones.append(Phone(stress + symbol, stress_start if stress else start, now))
            stress = ""
    inside = (p._replace(start=max(p.start, 0.0), end=min(p.end, duration)) for p in phones)
    return [Phone(p.symbol, round(p.start, 4), round(p.end, 4)) for p in inside if p.end > p.start]


def speech_bounds(phones: Sequence[Phone]) -> tuple[float, float]:
    """Seconds at which a line begins and ends to sound. Raises ValueError when it never does."""
    sounding = [p for p in phones if not p.is_pause]
    if not sounding:
        raise ValueError("the line has no sounding phone")
    return sounding[0].start, sounding[-1].end
