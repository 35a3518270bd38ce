"""Roles on one mixed track: voice activity, speaker embeddings where they tell most, and how people take
turns.
"""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import frame_start
from visavis.audio.track import FrameBuffer
from visavis.roles.activity import VoiceActivity
from visavis.roles.embedding import centred, embed
from visavis.roles.memory import VoiceMemory, Window
from visavis.roles.prints import VoicePrint
from visavis.roles.spans import LabelledTime
from visavis.roles.turntaking import START, VOICED, DoubleArray, forward, likelihoods, smoothed

FloatArray = NDArray[np.float32]

DELAY: Final = 2
"""Frames by which voice activity is known late: frame j is judged by what it says when j + 2 was heard."""
WINDOW: Final = 18
"""Frames (0.6 s) of sound whose speaker embedding is taken; less after an onset."""
SHORTEST: Final = 13
"""Frames a window has at least."""
MEETING_WINDOW: Final = 42
"""The same (1.4 s) while one person goes on speaking and the voices are still to be learnt."""
REACH: Final = 12
"""The last frames of a window, about which it is taken to tell."""
HOP: Final = 9
"""Frames between windows while one person goes on speaking."""
FIRST_LOOK: Final = 3
"""Frames after an onset at which the voice is first looked at."""
NEXT_LOOK: Final = 3
"""Frames to the next look after the first, and while it is not clear who speaks."""
CLEAR: Final = 0.2
"""Normalised evidence from which it is clear who speaks."""
BUDGET_RATE: Final = 5.0 / 30.0
"""Looks earned a frame; bounds the cost whatever is heard."""
BUDGET: Final = 4.0
"""Looks that may be saved up."""
LEARN_SPEECH: Final = 0.7
"""Share of speech in a window that teaches a voice."""
LEARN_FRAMES: Final = 30
"""Frames such a window has at least, where a voice is still to be met."""
LEARNT: Final = 6
"""Windows after which both voices are taken to be learnt, once both were met."""
MEETING_HOP: Final = 24
"""Frames between windows until then."""
STRANGE: Final = 0.2
"""Cosine to the only known voice at which it is as likely somebody else."""
REVISED: Final = 30
"""Frames of what was believed that are kept."""
LOOK_BACK: Final = 20
"""Frames back from the newest that a look still changes."""


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2, "voice-embedding")


@dataclass(frozen=True)
class Look:
    """A window [start, end) of frames and its (192,) centred embedding."""

    start: int
    end: int
    embedding: FloatArray

    def tells(self, frame: int) -> bool:
        """Whether it tells about `frame`."""
        return max(self.start + 2, self.end - REACH) <= frame < self.end


class MixedHearing:
    """Who speaks on a mixed track.

    Voice activity is heard in every frame. Whose voice it is, is looked at soon after speech begins,
    again while that is unclear, and then a few times a second; each look is a speaker embedding,
    computed in a worker thread and used one frame later, whenever it was ready: the result does not
    depend on timing. A hidden Markov model of turn-taking weighs both, with the hindsight that the
    look-ahead allows.
    """

    def __init__(
        self,
        prints: tuple[VoicePrint | None, VoicePrint | None],
        first: int,
        labels: LabelledTime,
        first_frame: int = 0,
        whole: bool = False,
    ) -> None:
        """Listen.

        Args:
            prints: of A and B, as far as enrolled.
            first: 0 or 1, who is heard first when nobody is enrolled.
            labels: labelled time, from which voices are learnt too; may grow meanwhile.
            first_frame: the engine frame with which sound begins.
            whole: keep everything for `revised`.
        """
        given = np.stack([np.zeros(192, np.float32) if p is None else centred(p.embedding) for p in prints])
        self.memory = VoiceMemory(prints, given, first)
        self._first, self._labels, self._first_frame, self._whole = first, labels, first_frame, whole
        self._buffer = FrameBuffer(first_frame)
        self.activities = (VoiceActivity(),)
        self._voice: list[float] = []
        self._looks: list[Look] = []
        self._signs: deque[float] = deque([0.0, 0.0], maxlen=2)
        self._pending: tuple[int, int, Future[FloatArray]] | None = None
        self._budget = BUDGET
        self._onset, self._quiet, self._last_end, self._looks_since_onset = 0, 99, -HOP, 0
        self._filtered: dict[int, DoubleArray] = {}
        self._seen: dict[int, DoubleArray] = {}
        self._forgotten = 0

    @property
    def heard(self) -> int:
        """Frames heard so far."""
        return self._forgotten + len(self._voice)

    def hear(self, tracks: FloatArray, speech: Sequence[float]) -> None:
        """Take in (1, n) samples of the next frame, and what the activity makes of them."""
        self._receive()
        self._buffer.append(tracks[0])
        (voice,) = speech
        self._voice.append(voice)
        if voice >= 0.5:
            if self._quiet >= 3:
                self._onset, self._looks_since_onset = self.heard - 1, 0
            self._quiet = 0
        else:
            self._quiet += 1
        self._budget = min(BUDGET, self._budget + BUDGET_RATE)
        if self._due():
            self._look()
        if not self._whole and len(self._voice) > 400:
            del self._voice[:200]
            self._forgotten += 200
            self._looks = [look for look in self._looks if look.end > self._forgotten]
            self._seen.clear()

    def decide(self, frame: int) -> FloatArray:
        """(2,) probabilities for `frame`, counted from the first heard, of all that was heard so far."""
        begin = max(frame - REVISED, self._forgotten)
        known = max((index for index in self._filtered if index <= frame), default=begin - 1)
        state = self._filtered.get(known, START)
        for index in range(known + 1, frame + 1):
            state = forward(state, self._likelihoods(index))
            self._filtered[index] = state
        for old in [index for index in self._filtered if index < begin - 1]:
            del self._filtered[old]
        later = [self._likelihoods(index) for index in range(frame + 1, self.heard - DELAY)]
        return self._named(smoothed(state, later))

    def revised(self, frames: int) -> FloatArray:
        """(frames, 2) probabilities with everything known that was heard; needs `whole`."""
        self._receive()
        self.memory.settle()
        seen = [self._likelihoods(index) for index in range(frames)]
        state, states = START, []
        for likelihood in seen:
            state = forward(state, likelihood)
            states.append(state)
        rows = [smoothed(state, seen[index + 1 : index + 91]) for index, state in enumerate(states)]
        return np.stack([self._named(row) for row in rows]) if rows else np.zeros((0, 2), np.float32)

    def _named(self, both: FloatArray) -> FloatArray:
        """While no voice is known, whoever speaks is the first."""
        if self.memory.known.any():
            return both
        alone = np.zeros(2, np.float32)
        alone[self._first] = both.max() if both.max() < 0.45 else min(1.0, float(both.sum()))
        return alone

    def _likelihoods(self, frame: int) -> DoubleArray:
        found = self._seen.get(frame)
        if found is not None:
            return found
        late = frame + DELAY - self._forgotten
        voice = self._voice[late] if late < len(self._voice) else 0.0
        evidence = None
        if self.memory.known.any():
            near = self._looks[-6:] if not self._whole else self._looks
            votes = [self._evidence(look.embedding) for look in near if look.tells(frame)]
            evidence = float(np.mean(votes)) if votes else None
        found = likelihoods(voice, evidence)
        if late < len(self._voice):
            self._seen[frame] = found
        return found

    def _evidence(self, embedding: FloatArray) -> float:
        """Whose voice it is like: about +VOICED for A, -VOICED for B."""
        known = self.memory.known
        cosine = self.memory.embeddings @ embedding
        if known.all():
            apart = 1.0 - float(np.clip(self.memory.embeddings[0] @ self.memory.embeddings[1], -0.2, 0.7))
            return float(cosine[0] - cosine[1]) / apart
        one = int(np.argmax(known))
        towards = (float(cosine[one]) - STRANGE) * (VOICED / 0.25)
        return towards if one == 0 else -towards

    def _due(self) -> bool:
        speaking = self._quiet == 0 and float(np.mean(self._voice[-6:])) >= 0.5
        if not speaking or self._pending is not None or self._budget < 1.0:
            return False
        since, since_onset = self.heard - self._last_end, self.heard - self._onset
        if self._looks_since_onset == 0:
            return since_onset >= FIRST_LOOK
        clear = abs(self._signs[-1]) >= CLEAR and self._signs[0] * self._signs[1] > 0.0
        if self._looks_since_onset == 1 or not clear:
            return since >= NEXT_LOOK
        return since >= (HOP if self._settled() else MEETING_HOP)

    def _settled(self) -> bool:
        return self.memory.settled >= LEARNT

    def _look(self) -> None:
        """Begin an embedding of the last moments."""
        end = self.heard
        steady = self._looks_since_onset >= 2 and not self._settled()
        size = MEETING_WINDOW if steady else WINDOW
        start = max(end - size, min(self._onset - 3, end - SHORTEST), 0)
        if end - start < SHORTEST:
            return
        place = frame_start(self._first_frame + start) - frame_start(self._buffer.first_frame)
        if place < 0:
            return
        sound = self._buffer.samples[place:].copy()
        self._pending = (start, end, _workers().submit(embed, sound))
        self._last_end = end
        self._looks_since_onset += 1
        self._budget -= 1.0

    def _receive(self) -> None:
        """Use the embedding begun a frame ago."""
        if self._pending is None:
            return
        start, end, task = self._pending
        self._pending = None
        look = Look(start, end, centred(task.result()))
        self._looks.append(look)
        spoken = np.mean(np.array(self._voice[start - self._forgotten : end - self._forgotten]) >= 0.5)
        if spoken >= LEARN_SPEECH and end - start >= LEARN_FRAMES:
            self.memory.learn(Window(look.embedding, self._told(start, end)))
        self._seen.clear()  # what the newest look says changes the last moments
        for index in [index for index in self._filtered if index >= self.heard - LOOK_BACK]:
            del self._filtered[index]
        self._signs.append(self._evidence(look.embedding) if self.memory.known.any() else 0.0)

    def _told(self, start: int, end: int) -> int | None:
        """Whose window that was by the labels, if they say one person's alone."""
        frames = range(self._first_frame + start, self._first_frame + end)
        if not all(self._labels.knows(frame) for frame in frames):
            return None
        share = np.mean([self._labels.speaking(frame) for frame in frames], axis=0)
        who = int(np.argmax(share))
        return who if share[who] > 0.6 and share[1 - who] < 0.1 else None
