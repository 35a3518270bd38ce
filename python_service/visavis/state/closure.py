"""How lips shut for p, b and m, whatever they were doing: shared by the teacher and the network."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_INDEX, MOUTH

PARTING: Final = (
    "mouthFunnel", "mouthLowerDownLeft", "mouthLowerDownRight", "mouthUpperUpLeft", "mouthUpperUpRight",
    "mouthShrugUpper",
)  # fmt: skip
"""Shapes that part the lips; they vanish in a closure."""
JAW_IN_CLOSURE: Final = 0.45
"""Share of the jaw's opening that stays: the jaw goes on moving behind shut lips (ours)."""
JAW_COLUMN: Final = MOUTH.index(ARKIT_INDEX["jawOpen"])
CLOSE_COLUMN: Final = MOUTH.index(ARKIT_INDEX["mouthClose"])
"""Columns among `arkit.MOUTH`. mouthClose undoes exactly the lips' share of an equal jawOpen."""


def fading() -> NDArray[np.float32]:
    """(29,) the share of each mouth shape that a full closure takes away."""
    share = np.zeros(len(MOUTH), np.float32)
    for name in PARTING:
        share[MOUTH.index(ARKIT_INDEX[name])] = 1.0
    share[JAW_COLUMN] = 1.0 - JAW_IN_CLOSURE
    return share


def shut(mouth: NDArray[np.float32], amount: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mouths (T, 29) with the lips brought together by `amount` (T,) in [0, 1]."""
    closed = mouth * (1 - amount[:, None] * fading())
    closed[:, CLOSE_COLUMN] += amount * (closed[:, JAW_COLUMN] - closed[:, CLOSE_COLUMN])
    return closed
