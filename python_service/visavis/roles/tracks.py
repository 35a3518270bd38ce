"""Roles from separate tracks: each person's own voice activity, less what leaks in from the other."""

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
SILENCE_DB: Final = -70.0
"""A frame below this level (dB of full scale) is nobody's speech."""


class TrackHearing:
    """Speaking probabilities of two tracks, frame by frame."""

    def __init__(self) -> None:
        self._activity = (VoiceActivity(), VoiceActivity())
        self._level = np.full(2, -100.0)
        self.frames = 0
        self._heard: list[NDArray[np.float32]] = []

    def hear(self, tracks: NDArray[np.float32]) -> None:
        """Take in (2, n) samples of the next frame."""
        speech = np.array([a.hear(track) for a, track in zip(self._activity, tracks)], np.float32)
        power = 10.0 * np.log10(np.mean(tracks.astype(np.float64) ** 2, axis=1) + 1e-10)
        self._level = np.maximum(power, 0.8 * self._level + 0.2 * power)  # falls back within 150 ms
        leak = (self._level[::-1] - self._level - LEAK_DB) / 3.0
        own = 1.0 / (1.0 + np.exp(np.clip(leak, -30.0, 30.0)))
        own[self._level < SILENCE_DB] = 0.0
        self._heard.append((speech * own).astype(np.float32))
        self.frames += 1

    def decide(self, frame: int) -> NDArray[np.float32]:
        """(2,) probabilities for `frame`, of all that was heard up to `DELAY` frames beyond it."""
        if not self._heard:
            return np.zeros(2, np.float32)
        return self._heard[min(frame + DELAY, self.frames - 1)].copy()
