"""What is remembered of the two voices of one conversation, and how it grows."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.roles.prints import VoicePrint

FloatArray = NDArray[np.float32]

GIVEN_WEIGHT: Final = 4.0
"""How many windows of the conversation an enrolled print outweighs."""
STRANGER: Final = 0.12
"""Cosine to the only known voice below which one window is enough to meet the second voice."""
APART: Final = 0.12
"""How much nearer the windows of two voices must be to their own kind than to the other's."""
ACROSS: Final = 0.36
"""Mean cosine between windows of two voices up to which they are two."""
MARGIN: Final = 0.10
"""How much nearer one voice a window must be than the other, to be learnt from."""
KEPT: Final = 80
"""Windows remembered."""


@dataclass(frozen=True)
class Window:
    """One stretch of speech: (192,) centred embedding, whose it is told to be (0, 1, None)."""

    embedding: FloatArray
    told: int | None = None


class VoiceMemory:
    """Two voices, given by prints or met in the conversation.

    Windows are kept and sorted anew whenever one comes (two-means on the sphere, started from the voices
    as known, so that they stay themselves): a window that was taken for the wrong voice at first is put
    right later.
    """

    def __init__(
        self, prints: tuple[VoicePrint | None, VoicePrint | None], given: FloatArray, first: int, kept: int = KEPT
    ) -> None:
        """Begin with what is given.

        Args:
            prints: of A and B, as far as enrolled.
            given: (2, 192) centred embeddings of the prints, zeros where there is none.
            first: 0 or 1, whose voice the first is that is heard when nobody is enrolled.
            kept: windows remembered at most.
        """
        self._kept = kept
        self._since_met = 0
        self._given = [p is not None for p in prints]
        self._first = first
        self.windows: list[Window] = []
        self.embeddings = given.astype(np.float32)
        self._given_embeddings = self.embeddings.copy()

    @property
    def known(self) -> NDArray[np.bool_]:
        """(2,) whose voice is known."""
        return np.asarray(np.abs(self.embeddings).sum(axis=1) > 0.0)

    @property
    def settled(self) -> int:
        """How sure the voices are: windows learnt since both were known; many from the start when both
        are given.
        """
        if all(self._given):
            return 1000
        return self._since_met

    def learn(self, window: Window) -> None:
        """Take in one more window of speech."""
        self.windows.append(window)
        self._since_met = self._since_met + 1 if self.known.all() else 0
        if len(self.windows) > self._kept:
            self.windows.pop(1)
        told = [k for k in (0, 1) if any(w.told == k for w in self.windows)]
        anchored = [k for k in (0, 1) if self._given[k] or k in told]
        if len(anchored) == 2 or self.known.all():
            self._sort(self._anchored_centres(anchored))
        elif len(anchored) == 1:
            self._meet(anchored[0], self._anchored_centres(anchored)[anchored[0]])
        else:
            self._meet(self._first, None)

    def settle(self) -> None:
        """Sort all windows once more, with the whole conversation known (earlier choices may be revised).

        Where nobody was given or told, two-means is started from several pairs of windows and the
        tightest wins.
        """
        if not self.known.all() or len(self.windows) < 4:
            return
        if any(self._given) or any(w.told is not None for w in self.windows):
            self._sort(self.embeddings)
            return
        vectors = np.stack([w.embedding for w in self.windows])
        cosine = vectors @ vectors.T
        order = np.argsort(cosine, axis=None)[:: max(1, cosine.size // 12)]
        starts = [self.embeddings, *(vectors[list(divmod(int(k), len(vectors)))] for k in order)]
        best = max((self._tightened(start.copy()) for start in starts), key=lambda found: found[1])[0]
        kept = float(np.sum(best * self.embeddings)) >= float(np.sum(best[::-1] * self.embeddings))
        self._sort(best if kept else best[::-1].copy())

    def _tightened(self, centres: FloatArray) -> tuple[FloatArray, float]:
        """Two-means from `centres`: the centres, and the mean cosine of windows to their own."""
        vectors = np.stack([w.embedding for w in self.windows])
        for _ in range(8):
            owner = np.argmax(vectors @ centres.T, axis=1)
            for k in (0, 1):
                if np.any(owner == k):
                    total = vectors[owner == k].sum(axis=0)
                    centres[k] = total / np.linalg.norm(total)
        return centres, float((vectors @ centres.T).max(axis=1).mean())

    def _anchored_centres(self, anchored: list[int]) -> FloatArray:
        centres = self.embeddings.copy()
        for k in anchored:
            own = [w.embedding for w in self.windows if w.told == k]
            total = self._given_embeddings[k] * GIVEN_WEIGHT + (np.sum(own, axis=0) if own else 0.0)
            centres[k] = total / max(float(np.linalg.norm(total)), 1e-9)
        return centres

    def _meet(self, one: int, centre: FloatArray | None) -> None:
        """Only voice `one` is known (or the first): learn it, and see whether a second has been heard."""
        vectors = np.stack([w.embedding for w in self.windows])
        if centre is None:
            centre = self.embeddings[one] if np.any(self.embeddings[one]) else vectors[0]
        newest = vectors[-1]
        if len(vectors) > 1 and float(newest @ centre) < STRANGER:
            self._start(one, centre, newest)
            return
        if len(vectors) >= 3:
            cosine = vectors @ vectors.T
            farthest = int(np.argmin(vectors @ centre))
            group = cosine[farthest] > vectors @ centre
            group[farthest] = True
            if 2 <= group.sum() < len(vectors):
                within = float((cosine[np.ix_(group, group)].sum() - group.sum()) / (group.sum() * (group.sum() - 1)))
                across = float(cosine[np.ix_(group, ~group)].mean())
                if within - across > APART and across < ACROSS:
                    self._start(one, centre, vectors[group].mean(axis=0))
                    return
        total = vectors.mean(axis=0) if not self._given[one] else centre * GIVEN_WEIGHT + vectors.sum(axis=0)
        self.embeddings[one] = total / np.linalg.norm(total)

    def _start(self, one: int, centre: FloatArray, other: FloatArray) -> None:
        centres = np.zeros((2, len(centre)), np.float32)
        centres[one], centres[1 - one] = centre, other / np.linalg.norm(other)
        self._sort(centres)

    def _sort(self, centres: FloatArray) -> None:
        """Two-means from `centres`; sets the embeddings."""
        vectors = np.stack([w.embedding for w in self.windows])
        for _ in range(4):
            cosine = vectors @ centres.T
            owner = np.argmax(cosine, axis=1)
            for index, window in enumerate(self.windows):
                if window.told is not None:
                    owner[index] = window.told
            weight = np.clip(np.abs(cosine[:, 0] - cosine[:, 1]) / MARGIN, 0.0, 1.0)
            for k in (0, 1):
                mine = (owner == k).astype(np.float32) * weight
                total = (mine[:, None] * vectors).sum(axis=0) + self._given_embeddings[k] * GIVEN_WEIGHT
                norm = float(np.linalg.norm(total))
                if norm > 1e-6:
                    centres[k] = total / norm
        self.embeddings = centres.astype(np.float32)
