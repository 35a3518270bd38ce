"""Windows of simulated conversations, as the network is trained on them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

LOOK_AHEADS: Final = ((5, 0.5), (4, 0.1), (14, 0.15), (29, 0.25))
"""Frames heard beyond the decoded one, and how often: LIVE, LIVE at other frame rates, BALANCED, OFFLINE."""
SEPARATE_SHARE: Final = 0.35
"""Windows in which each person has a track of their own."""
SPOKEN_SHARE: Final = 0.6
"""How much of a window its person talks, for a window to teach lips."""
Row = dict[str, NDArray[Any]]
"""Arrays of one window by name, as in `Batch` without B."""


@dataclass
class Batch:
    """B windows of T frames; shapes as in `Dyad` with B in front.

    Attributes:
        mel: (B, 2, T, 4, 64) what each stream hears.
        speaking: (B, 2, T) the truth; role: (B, 2, T, 2) what the network is told.
        look_ahead: (B,) frames.
        mixed: (B,) whether both hear the same track.
    """

    mel: Tensor
    speaking: Tensor
    role: Tensor
    look_ahead: Tensor
    mixed: Tensor
    mouth: Tensor
    visemes: Tensor
    closed: Tensor
    motion: Tensor
    relation: Tensor
    style: Tensor


class Conversations:
    """All conversations of some folders, in memory at half precision."""

    def __init__(self, *folders: Path, limit: int | None = None) -> None:
        self.dyads: list[dict[str, NDArray[np.generic]]] = []
        for folder in folders:
            paths = sorted(folder.glob("*.npz"))[:limit]
            if not paths:
                raise FileNotFoundError(f"'{folder}' has no conversations; build them with visavis.corpus.build")
            for path in paths:
                with np.load(path) as arrays:
                    self.dyads.append({name: arrays[name] for name in arrays.files})
        self.lengths = np.array([len(d["speaking"]) for d in self.dyads])
        self._spoken: dict[int, NDArray[np.int64]] = {}

    @property
    def hours(self) -> float:
        """Of conversation."""
        return float(self.lengths.sum() / 30 / 3600)

    def batch(self, size: int, frames: int, rng: np.random.Generator) -> Batch:
        """Random windows; longer conversations are drawn more often."""
        usable = np.maximum(self.lengths - frames + 1, 0)
        if not usable.any():
            raise ValueError(f"frames: {frames} is more than the longest conversation has ({self.lengths.max()})")
        rows: list[Row] = []
        for index in rng.choice(len(self.dyads), size, p=usable / usable.sum()):
            at = int(rng.integers(0, self.lengths[index] - frames + 1))
            mixed = rng.random() >= SEPARATE_SHARE
            order = [1, 0] if rng.random() < 0.5 else [0, 1]
            told = tell(self._speaking(index, at, frames), rng)
            people = [self._person(index, p, at, frames, told, mixed) for p in order]
            rows.append(_whole(people, mixed, rng))
        return _stacked(rows)

    def spoken_batch(self, size: int, frames: int, rng: np.random.Generator) -> Batch:
        """Windows for learning lips alone: both streams are people who talk, each in another conversation.

        The share of frames that teach lips is twice that of whole conversations, where one of the two listens.
        """
        places = self._spoken_places(frames)
        if not len(places):
            raise ValueError(f"frames: nobody speaks through most of {frames} frames")
        rows: list[Row] = []
        for pair in rng.integers(0, len(places), (size, 2)):
            people = []
            for index, person, at in places[pair]:
                told = tell(self._speaking(index, at, frames), rng)
                people.append(self._person(index, person, at, frames, told, rng.random() >= SEPARATE_SHARE))
            rows.append(_whole(people, False, rng))
        return _stacked(rows)

    def _speaking(self, index: int, at: int, frames: int) -> NDArray[np.float32]:
        return self.dyads[index]["speaking"][at : at + frames].T.astype(np.float32)

    def _person(self, index: int, p: int, at: int, frames: int, told: NDArray[np.float32], mixed: bool) -> Row:
        dyad, span = self.dyads[index], slice(at, at + frames)
        person = {name: dyad[name][p, span] for name in ("mouth", "visemes", "closed", "motion", "relation")}
        person["mel"] = dyad["mel_mixed"][span] if mixed else dyad["mel_own"][p, span]
        person["speaking"] = dyad["speaking"][span, p]
        person["role"] = np.stack([told[p], told[1 - p]], axis=-1)
        person["style"] = dyad["style"][p]
        return person

    def _spoken_places(self, frames: int) -> NDArray[np.int64]:
        """(N, 3) conversation, person, first frame of the windows in which a person talks most of the time."""
        if frames not in self._spoken:
            found = []
            for index, dyad in enumerate(self.dyads):
                total = np.cumsum(np.pad(dyad["speaking"].astype(np.float32), ((1, 0), (0, 0))), axis=0)
                share = (total[frames:] - total[:-frames]) / frames
                at, person = np.nonzero(share[::10] >= SPOKEN_SHARE)
                found.append(np.stack([np.full_like(at, index), person, 10 * at], axis=-1))
            self._spoken[frames] = np.concatenate(found)
        return self._spoken[frames]


def _whole(people: list[Row], mixed: bool, rng: np.random.Generator) -> Row:
    row = {name: np.stack([person[name] for person in people]) for name in people[0]}
    row["mixed"] = np.asarray(np.float32(mixed))
    row["look_ahead"] = np.asarray(rng.choice([f for f, _ in LOOK_AHEADS], p=[p for _, p in LOOK_AHEADS]))
    return row


def _stacked(rows: list[Row]) -> Batch:
    tensors = {name: torch.from_numpy(np.stack([row[name] for row in rows])) for name in rows[0]}
    whole = {"visemes", "look_ahead"}
    return Batch(**{n: t.long() if n in whole else t.float() for n, t in tensors.items()})


def tell(speaking: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Roles as a network meets them: the truth, or the truth with soft, late, missed and false edges. (2, T)."""
    if rng.random() < 0.4:
        return speaking
    told = speaking.copy()
    frames = told.shape[1]
    for p in range(2):
        edges = np.flatnonzero(np.diff(told[p]) != 0) + 1
        for edge in edges:
            shift = int(np.clip(round(rng.normal(0, 2.0)), -6, 6))
            low, high = min(edge, edge + shift), max(edge, edge + shift)
            told[p, max(low, 0) : high] = told[p, edge] if shift < 0 else told[p, edge - 1]
        if rng.random() < 0.3:
            at = int(rng.integers(0, frames))
            told[p, at : at + int(rng.integers(3, 20))] = rng.random()
    least, most = rng.uniform(0, 0.12), rng.uniform(0.85, 1.0)
    return np.clip(least + (most - least) * told + rng.normal(0, 0.02, told.shape), 0, 1).astype(np.float32)


def windows(heard: Tensor, offsets: tuple[int, ...], look_ahead: Tensor) -> tuple[Tensor, Tensor]:
    """What the decoder may see around every frame.

    Args:
        heard: (B, 2, T, H).
        offsets: K frame offsets.
        look_ahead: (B,) frames heard beyond the decoded one.

    Returns:
        window (B, 2, T, K, H), zeros where unknown; known (B, T, K).
    """
    t = heard.shape[2]
    steps = torch.tensor(offsets, device=heard.device)
    at = torch.arange(t, device=heard.device)[:, None] + steps
    inside = ((at >= 0) & (at < t)).unsqueeze(0) & (steps <= look_ahead[:, None]).unsqueeze(1)
    known = inside.to(heard.dtype)
    return heard[:, :, at.clamp(0, t - 1)] * known[:, None, :, :, None], known
