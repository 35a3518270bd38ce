"""Chance made repeatable: a number depends on seed and place, never on what was drawn before."""

import numpy as np
from numpy.typing import NDArray

from visavis.engine.schedule import BLOCK

_BEHAVIOUR_STREAM = 0x5649_5341_5649_5331
"""Second half of the key: keeps this use of a seed apart from any other."""


def block_noise(seed: int, block: int, columns: int) -> NDArray[np.float32]:
    """Standard normal noise of one block of both people, (2, BLOCK, columns) float32.

    Philox (Salmon et al. 2011) keyed by `seed`, with the block's number in the upper half of its counter.
    """
    bits = np.random.Philox(key=[seed, _BEHAVIOUR_STREAM], counter=[0, 0, block, 0])
    return np.random.Generator(bits).standard_normal((2, BLOCK, columns), dtype=np.float32)
