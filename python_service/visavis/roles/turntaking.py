"""How two people take turns, as a hidden Markov model: what was heard -> who speaks, with a little hindsight.

Forward filtering and fixed-lag smoothing (Rabiner, A tutorial on hidden Markov models, Proc. IEEE 1989).
Six states: nobody, A, B, both, and the short pauses inside A's and B's turns, in which the speaker keeps
the turn.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

DoubleArray = NDArray[np.float64]

NOBODY, SPEAKS_A, SPEAKS_B, BOTH, PAUSE_A, PAUSE_B = range(6)

_TURN: Final = {"stay": 0.9535, "pause": 0.03, "quiet": 0.002, "both": 0.012, "other": 0.0025}
_PAUSE: Final = {"stay": 0.895, "on": 0.035, "quiet": 0.05, "other": 0.02}


def _transitions() -> DoubleArray:
    """(6, 6) chances from one frame (1/30 s) to the next.

    Speech runs last a second between pauses, pauses that keep the turn a third of a second, silence a
    second. When the voice changes without a pause it is likelier that the two overlap than that one
    stops as the other starts.
    """
    t = np.zeros((6, 6))
    t[NOBODY, [NOBODY, SPEAKS_A, SPEAKS_B, BOTH]] = 0.965, 0.017, 0.017, 0.001
    for own, other, pause in ((SPEAKS_A, SPEAKS_B, PAUSE_A), (SPEAKS_B, SPEAKS_A, PAUSE_B)):
        t[own, own], t[own, pause], t[own, NOBODY] = _TURN["stay"], _TURN["pause"], _TURN["quiet"]
        t[own, BOTH], t[own, other] = _TURN["both"], _TURN["other"]
        t[pause, pause], t[pause, own] = _PAUSE["stay"], _PAUSE["on"]
        t[pause, NOBODY], t[pause, other] = _PAUSE["quiet"], _PAUSE["other"]
    t[BOTH, [BOTH, SPEAKS_A, SPEAKS_B]] = 0.86, 0.07, 0.07
    return np.asarray(t / t.sum(axis=1, keepdims=True))


TRANSITIONS: Final = _transitions()
START: Final = np.array([0.94, 0.025, 0.025, 0.002, 0.004, 0.004])
VOICED: Final = 0.45
"""Normalised evidence (see `likelihoods`) to be expected while one person speaks."""
SPREAD: Final = 0.25
"""Standard deviation of that evidence."""
UNSEEN_BOTH: Final = 0.9
"""How likely speech of both is to be taken for speech when no voice was looked at."""
WEIGHT: Final = 0.25
"""How much of an independent observation one frame of evidence is: windows are longer than frames."""
LEAST: Final = 0.03
"""What voice activity says is never surer than this."""


def likelihoods(voice: float, evidence: float | None) -> DoubleArray:
    """(6,) likelihoods of what was heard in one frame.

    Args:
        voice: voice activity in [0, 1].
        evidence: whose voice it is like: about +VOICED for A, -VOICED for B, near 0 for both; None when
        unknown.
    """
    speech = min(max(voice, LEAST), 1.0 - LEAST)
    out = np.empty(6)
    out[[NOBODY, PAUSE_A, PAUSE_B]] = 1.0 - speech
    if evidence is None:
        out[[SPEAKS_A, SPEAKS_B]] = speech
        out[BOTH] = speech * UNSEEN_BOTH
        return out
    gap = WEIGHT * 2.0 * VOICED * float(np.clip(evidence, -VOICED, VOICED)) / SPREAD**2
    out[[SPEAKS_A, SPEAKS_B, BOTH]] = speech * np.exp(np.array([gap, -gap, 0.0]) / 2.0)
    return out


def forward(before: DoubleArray, seen: DoubleArray) -> DoubleArray:
    """(6,) state probabilities after one more frame with likelihoods (6,) `seen`."""
    now = (before @ TRANSITIONS) * seen
    return np.asarray(now / now.sum())


def smoothed(filtered: DoubleArray, later: list[DoubleArray]) -> NDArray[np.float32]:
    """(2,) probabilities that A and B speak in a frame, pauses inside their turns included.

    Args:
        filtered: (6,) state probabilities of that frame from what was heard up to it.
        later: likelihoods of the frames after it, in order.
    """
    back = np.ones(6)
    for seen in reversed(later):
        back = TRANSITIONS @ (seen * back)
        back /= back.max()
    both = filtered * back
    both /= both.sum()
    a = both[SPEAKS_A] + both[BOTH] + both[PAUSE_A]
    b = both[SPEAKS_B] + both[BOTH] + both[PAUSE_B]
    return np.array([a, b], np.float32)
