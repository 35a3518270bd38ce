"""Chance that can be repeated: every draw is a function of seed, person, purpose and count, never of history."""

from dataclasses import dataclass, field
from enum import IntEnum
from math import cos, exp, floor, log, pi, sqrt
from typing import Final

_MASK: Final = (1 << 64) - 1


class Purpose(IntEnum):
    """What a number is drawn for; each has its own sequence."""

    FIXATION = 1
    SCATTER = 2
    TARGET = 3
    AVERSION = 4
    BLINK = 5
    HEAD_SPEED = 6
    BREATH = 7
    GLANCE = 8
    LATENCY = 9
    TURN_EDGE = 10
    NOISE = 32
    """The first of the noise channels, which count on from here."""


def _mix(x: int) -> int:
    """SplitMix64's finaliser (Steele, Lea and Flood 2014): 64 bits in, 64 well-mixed bits out."""
    x = (x + 0x9E3779B97F4A7C15) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


@dataclass(slots=True)
class Chance:
    """One person's chance.

    Attributes:
        key: mixed from seed and person.
        counts: how many numbers each purpose has drawn.
    """

    key: int
    counts: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, seed: int, person: int) -> "Chance":
        """The chance of `person` (0 or 1) in the conversation with `seed`."""
        return cls(_mix(_mix(seed & _MASK) ^ (person + 1)))

    def at(self, purpose: int, count: int) -> float:
        """The number `count` of a purpose, uniform in [0, 1)."""
        return (_mix(self.key ^ ((purpose << 40) + count)) >> 11) * 2.0**-53

    def uniform(self, purpose: int, low: float = 0.0, high: float = 1.0) -> float:
        """The next number of a purpose."""
        count = self.counts.get(purpose, 0)
        self.counts[purpose] = count + 1
        return low + (high - low) * self.at(purpose, count)

    def normal(self, purpose: int) -> float:
        """The next number of a purpose, Gaussian (Box and Muller 1958)."""
        radius = sqrt(-2.0 * log(1.0 - self.uniform(purpose)))
        return radius * cos(2.0 * pi * self.uniform(purpose))

    def spell(self, purpose: int, median: float, spread: float, low: float, high: float) -> float:
        """A log-normal duration within [low, high]."""
        return min(high, max(low, median * exp(spread * self.normal(purpose))))


@dataclass(slots=True)
class Noise:
    """A slow wander within [-1, 1], a function of time alone.

    Attributes:
        purpose: which channel of the person's chance.
        period: seconds between two of its random values.
        hold: share of the period it stays before it moves on.
    """

    purpose: int
    period: float
    hold: float = 0.0
    _cell: int = -1
    _from: float = 0.0
    _to: float = 0.0

    def at(self, chance: Chance, seconds: float) -> float:
        """Its value at a time."""
        place = seconds / self.period
        cell = floor(place)
        if cell != self._cell:
            self._cell = cell
            self._from = 2.0 * chance.at(self.purpose, cell) - 1.0
            self._to = 2.0 * chance.at(self.purpose, cell + 1) - 1.0
        t = (place - cell - self.hold) / (1.0 - self.hold)
        if t <= 0.0:
            return self._from
        return self._from + (self._to - self._from) * t * t * t * (10.0 + t * (6.0 * t - 15.0))
