"""Windows of simulated conversations, as the network is trained on them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

LOOK_AHEADS: Final = ((5, 0.5), (4, 0.1), (14, 0.15), (29, 0.25))
"""Frames heard beyond the decoded one, and how often: LIVE, LIVE at other frame rates, BALANCED, OFFLINE."""
SEPARATE_SHARE: Final = 0.35
"""Windows in which each person has a track of their own."""


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
    """All conversations of a folder, in memory at half precision."""

    def __init__(self, folder: Path, limit: int | None = None) -> None:
        paths = sorted(folder.glob("*.npz"))[:limit]
        if not paths:
            raise FileNotFoundError(f"'{folder}' has no conversations; build them with visavis.corpus.build")
        self.dyads: list[dict[str, NDArray[np.generic]]] = []
        for path in paths:
            with np.load(path) as arrays:
                self.dyads.append({name: arrays[name] for name in arrays.files})
        self.lengths = np.array([len(d["speaking"]) for d in self.dyads])

    @property
    def hours(self) -> float:
        """Of conversation."""
        return float(self.lengths.sum() / 30 / 3600)

    def batch(self, size: int, frames: int, rng: np.random.Generator) -> Batch:
        """Random windows; longer conversations are drawn more often."""
        usable = np.maximum(self.lengths - frames + 1, 0)
        if not usable.any():
            raise ValueError(f"frames: {frames} is more than the longest conversation has ({self.lengths.max()})")
        rows: dict[str, list[NDArray[np.generic]]] = {}
        for index in rng.choice(len(self.dyads), size, p=usable / usable.sum()):
            dyad = self.dyads[index]
            at = int(rng.integers(0, self.lengths[index] - frames + 1))
            span = slice(at, at + frames)
            mixed = rng.random() >= SEPARATE_SHARE
            mel = np.broadcast_to(dyad["mel_mixed"][span], (2, frames, 4, 64)) if mixed else dyad["mel_own"][:, span]
            swap = rng.random() < 0.5
            order = [1, 0] if swap else [0, 1]
            speaking = dyad["speaking"][span].T[order].astype(np.float32)
            told = tell(speaking, rng)
            row = {
                "mel": mel[order],
                "speaking": speaking,
                "role": np.stack([told, told[::-1]], axis=-1),
                "mouth": dyad["mouth"][order, span],
                "visemes": dyad["visemes"][order, span],
                "closed": dyad["closed"][order, span],
                "motion": dyad["motion"][order, span],
                "relation": dyad["relation"][order, span],
                "style": dyad["style"][order],
                "mixed": np.float32(mixed),
                "look_ahead": rng.choice([f for f, _ in LOOK_AHEADS], p=[p for _, p in LOOK_AHEADS]),
            }
            for name, value in row.items():
                rows.setdefault(name, []).append(np.asarray(value))
        tensors = {name: torch.from_numpy(np.stack(values)) for name, values in rows.items()}
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
