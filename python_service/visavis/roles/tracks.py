"""Roles from separate tracks: each person's own voice activity, less what leaks in from the other."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.roles.activity import VoiceActivity

LEAK_DB: Final = 12.0
"""A track this much quieter than the other's carries the other's voice, not its own (one room, two
microphones).
"""
DELAY: Final = 2
"""Frames by which the voice-activity network knows an onset late: frame j is judged when j + 2 was heard."""
KEPT: Final = 90
"""Frames remembered."""
HOLD: Final = 5
"""Frames (167 ms) that speech outlasts itself."""
BRIDGE: Final = 12
"""Frames (400 ms) of pause that are bridged when speech is heard to go on."""
SILENCE_DB: Final = -70.0
"""A frame below this level (dB of full scale) is nobody's speech."""


class TrackHearing:
    """Speaking probabilities of two tracks, frame by frame.

    Attributes:
        activities: the voice activity of each track.
        frames: heard so far.
    """

    def __init__(self) -> None:
        self.activities: tuple[VoiceActivity, ...] = (VoiceActivity(), VoiceActivity())
        self.frames = 0
        self._level = np.full(2, -100.0)
        self._rows = np.zeros((4 * KEPT, 2), np.float32)
        self._count = 0

    def hear(self, tracks: NDArray[np.float32], speech: Sequence[float]) -> None:
        """Take in (2, n) samples of the next frame, and what the two activities make of them."""
        power = 10.0 * np.log10(np.mean(tracks.astype(np.float64) ** 2, axis=1) + 1e-10)
        self._level = np.maximum(power, 0.8 * self._level + 0.2 * power)  # falls back within 150 ms
        leak = (self._level[::-1] - self._level - LEAK_DB) / 3.0
        own = 1.0 / (1.0 + np.exp(np.clip(leak, -30.0, 30.0)))
        own[self._level < SILENCE_DB] = 0.0
        if self._count == len(self._rows):
            self._rows[:KEPT] = self._rows[-KEPT:]
            self._count = KEPT
        self._rows[self._count] = np.array(speech, np.float32) * own
        self._count += 1
        self.frames += 1

    def decide(self, frame: int) -> NDArray[np.float32]:
        """(2,) probabilities for `frame`, of all that was heard.

        Short pauses keep the turn: speech counts for `HOLD` frames more, and a pause of up to `BRIDGE`
        frames is none when speech was heard to go on.
        """
        rows = self._rows[max(self._count - KEPT, 0) : max(self._count, 1)]
        oldest = self.frames - min(self._count, KEPT)
        now = min(max(frame + DELAY - oldest, 0), len(rows) - 1)
        held = rows[max(now - HOLD, 0) : now + 1].max(axis=0)
        before = rows[max(now - BRIDGE, 0) : now + 1].max(axis=0)
        return np.maximum(held, np.minimum(before, rows[now:].max(axis=0)))
