"""Roles from untrained parts: voice activity, and speaker embeddings of sliding windows. The baseline."""

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.roles.activity import VoiceActivity
from visavis.roles.embedding import embed
from visavis.state.behaviour import FRAME_RATE

WINDOW: Final = 30
"""Frames of sound in a window (1 s)."""
HOP: Final = 6
"""Frames between windows."""
NEW_VOICE: Final = 0.40
"""Cosine to the first voice below which a window may be the second voice's."""


class WindowHearing:
    """Who speaks on one mixed track: the voice whose print is nearest to the last window. Never both at
    once.
    """

    def __init__(self, prints: list[NDArray[np.float32] | None], first: int) -> None:
        self._given = [p is not None for p in prints]
        self._prints: list[NDArray[np.float32] | None] = list(prints)
        self._first = first
        self.activities = (VoiceActivity(),)
        self._sound: deque[NDArray[np.float32]] = deque(maxlen=WINDOW)
        self._speech: deque[float] = deque(maxlen=WINDOW)
        self._decided: list[NDArray[np.float32]] = []
        self._who = first
        self._strange = 0

    def hear(self, tracks: NDArray[np.float32], speech: Sequence[float]) -> None:
        """Take in (1, n) samples of the next frame, and what the activity makes of them."""
        self._sound.append(tracks[0])
        self._speech.append(speech[0])
        frame = len(self._decided)
        recent = np.array(self._speech)
        if frame % HOP == HOP - 1 and len(recent) == WINDOW and (recent >= 0.5).mean() >= 0.6:
            self._listen()
        both = np.zeros(2, np.float32)
        both[self._who] = self._speech[-1]
        self._decided.append(both)

    def _listen(self) -> None:
        vector = embed(np.concatenate(list(self._sound)))
        known = [-1.0 if p is None else float(vector @ p) for p in self._prints]
        first, second = self._first, 1 - self._first
        if self._prints[first] is None and self._prints[second] is None:
            self._prints[first], self._who = vector, first
            return
        missing = next((k for k in (0, 1) if self._prints[k] is None), None)
        if missing is not None:
            self._strange = self._strange + 1 if known[1 - missing] < NEW_VOICE else 0
            if self._strange >= 3:
                self._prints[missing], self._who = vector, missing
                return
            self._who = 1 - missing
        else:
            self._who = int(np.argmax(known))
        old = self._prints[self._who]
        if not self._given[self._who] and old is not None:
            mixed = 0.9 * old + 0.1 * vector
            self._prints[self._who] = np.asarray(mixed / np.linalg.norm(mixed), np.float32)

    def decide(self, frame: int) -> NDArray[np.float32]:
        """(2,) probabilities for `frame`, of all that was heard."""
        if not self._decided:
            return np.zeros(2, np.float32)
        both = self._decided[min(frame + 2, len(self._decided) - 1)].copy()
        speech = both.max()
        both[:] = 0.0
        both[self._who] = speech
        return both


WINDOW_SECONDS: Final = WINDOW / FRAME_RATE
