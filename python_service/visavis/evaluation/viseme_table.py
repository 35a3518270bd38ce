"""A hand-written viseme table with dominance blending: the baseline that phones alone, without learning, give.

Targets are a phonetician's description in ARKit weights (ours); blending is Cohen & Massaro's (1993): every phone's
target counts by a dominance that falls off exponentially about it.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.phones import CLOSED_LIPS, VISEMES, Phone
from visavis.state.arkit import ARKIT_INDEX, MOUTH
from visavis.state.behaviour import FRAME_RATE
from visavis.state.closure import shut

FloatArray = NDArray[np.float32]

TARGETS: Final[tuple[dict[str, float], ...]] = (
    {},  # silence
    {"mouthPressLeft": 0.15, "mouthPressRight": 0.15, "mouthRollLower": 0.1},  # p b m
    {"jawOpen": 0.04, "mouthRollLower": 0.28, "mouthUpperUpLeft": 0.12, "mouthUpperUpRight": 0.12},  # f v
    {"jawOpen": 0.10, "tongueOut": 0.3},  # th
    {"jawOpen": 0.09, "mouthStretchLeft": 0.08, "mouthStretchRight": 0.08},  # t d n
    {"jawOpen": 0.05, "mouthStretchLeft": 0.15, "mouthStretchRight": 0.15},  # s z
    {"jawOpen": 0.06, "mouthFunnel": 0.45, "mouthPucker": 0.2},  # sh ch
    {"jawOpen": 0.12, "tongueOut": 0.1},  # l
    {"jawOpen": 0.10, "mouthFunnel": 0.25, "mouthPucker": 0.15},  # r
    {"jawOpen": 0.12},  # k g ng h y
    {"jawOpen": 0.12, "mouthPucker": 0.5, "mouthFunnel": 0.25},  # w and rounded vowels
    {"jawOpen": 0.12, "mouthSmileLeft": 0.2, "mouthSmileRight": 0.2, "mouthStretchLeft": 0.2, "mouthStretchRight": 0.2},
    {"jawOpen": 0.28, "mouthStretchLeft": 0.12, "mouthStretchRight": 0.12},  # eh ae
    {"jawOpen": 0.38},  # aa
    {"jawOpen": 0.22},  # uh, schwa
    {"jawOpen": 0.12},  # not known
)
"""By viseme class of `corpus.phones.VISEMES`."""
SPREAD_S: Final = 0.05
"""Time in which dominance falls to 1/e outside a phone."""
STRONG: Final = {0: 0.6, 1: 3.0, 2: 2.0, 6: 1.5, 10: 1.5}
"""Dominance of classes that do not give way; 1 for the others."""


def animate(phones: Sequence[Phone], count: int) -> FloatArray:
    """(count, 52) weights at FRAME_RATE of phones with their times; gaps are silence."""
    times = (np.arange(count) + 0.5) / FRAME_RATE
    total = np.full(count, 1e-3)
    weights = np.zeros((count, len(ARKIT_INDEX)))
    pressed = np.zeros(count, np.float32)
    for symbol, start, end in phones:
        viseme = VISEMES.get(symbol, 15)
        outside = np.maximum(np.maximum(start - times, times - end), 0.0)
        dominance = STRONG.get(viseme, 1.0) * np.exp(-outside / SPREAD_S)
        total += dominance
        for name, value in TARGETS[viseme].items():
            weights[:, ARKIT_INDEX[name]] += dominance * value
        if symbol in CLOSED_LIPS:
            pressed = np.maximum(pressed, np.exp(-outside / 0.02).astype(np.float32))
    weights = (weights / total[:, None]).astype(np.float32)
    mouth = list(MOUTH)
    weights[:, mouth] = shut(weights[:, mouth], pressed)
    return np.clip(weights, 0, 1)
