"""Roles of a whole recording on one mixed track: everything is judged knowing all that was heard."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import frame_start
from visavis.roles.activity import hear_together
from visavis.roles.mixed import MixedHearing
from visavis.roles.prints import VoicePrint
from visavis.roles.spans import LabelledTime

FloatArray = NDArray[np.float32]

FIRST: Final = 9
"""Frames of speech (300 ms) that make somebody the first speaker."""
BEYOND: Final = 5
"""Frames of silence heard after the end."""


def hear_whole(
    sound: FloatArray, prints: tuple[VoicePrint | None, VoicePrint | None], first: int, labels: LabelledTime
) -> FloatArray:
    """(T, 2) speaking probabilities of (n,) samples at 16 kHz, T = ceil(n / 16000 * 30).

    What was taken for the wrong person before the second voice was met is revised.
    """
    count = -(-len(sound) * 30 // 16000)
    padded = np.zeros(frame_start(count + BEYOND), np.float32)
    padded[: len(sound)] = sound
    hearing = MixedHearing(prints, first, labels, whole=True)
    for frame in range(count + BEYOND):
        sound = padded[None, frame_start(frame) : frame_start(frame + 1)]
        hearing.hear(sound, hear_together(hearing.activities, list(sound)))
    both = hearing.revised(count)
    told = any(window.told is not None for window in hearing.memory.windows)
    if not told and all(p is None for p in prints) and _who_is_first(both) == 1 - first:
        both = both[:, ::-1].copy()
    return both


def _who_is_first(both: FloatArray) -> int | None:
    """Who first speaks for `FIRST` frames; None when nobody does."""
    run = np.zeros(2, int)
    for row in both >= 0.5:
        run = np.where(row, run + 1, 0)
        if run.max() >= FIRST:
            return int(np.argmax(run))
    return None
