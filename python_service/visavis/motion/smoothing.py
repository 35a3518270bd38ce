"""The network's head motion without jitter: what is quicker than heads move is taken out as it comes."""

from dataclasses import dataclass, field
from math import pi, sqrt, tan
from typing import Final

CUTOFF: Final = 4.5
"""Hertz; the quickest common nods take 2.6 a second [Hale 2020], and keep 95% of their size."""
_WARPED: Final = tan(pi * CUTOFF / 30.0)
_NORM: Final = 1.0 + sqrt(2.0) * _WARPED + _WARPED**2
_B: Final = _WARPED**2 / _NORM
_A1: Final = 2.0 * (_WARPED**2 - 1.0) / _NORM
_A2: Final = (1.0 - sqrt(2.0) * _WARPED + _WARPED**2) / _NORM


@dataclass(slots=True)
class Smooth:
    """A Butterworth low-pass of second order at 30 frames a second [Butterworth 1930, bilinear transform].

    It looks at no later frame, so nothing waits for it; slow motion comes out 50 ms behind, which the head may be.
    """

    memory: tuple[float, float] = (0.0, 0.0)
    begun: bool = field(default=False)

    def step(self, value: float) -> float:
        """The next frame's value; the first passes unchanged."""
        if not self.begun:
            self.begun = True
            self.memory = value * (1.0 - _B), value * (_B - _A2)
        first, second = self.memory
        result = _B * value + first
        self.memory = 2.0 * _B * value - _A1 * result + second, _B * value - _A2 * result
        return result
