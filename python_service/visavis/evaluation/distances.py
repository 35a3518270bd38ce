"""How far one set of motions is from another: every figure's definition beside its formula and source.

Motions are packed behaviours (`state.behaviour`), standardised by the truth's mean and standard deviation, so that a
figure has no unit: predicting the mean everywhere has a squared error of 1, an unrelated true conversation of about 2.

Sources: Heusel et al. 2017 (Fréchet distance); Ng et al. 2022, "Learning to Listen", section 5.1 (FD, paired FD and
SID of faces); Tran et al. 2024, "DIM", and Song et al. 2023, "Emotional Listener Portrait" (rPCC); Richard et al.
2021, "MeshTalk", section 5 (lip vertex error).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.lips import MOUTH_POINTS
from visavis.motion.face import face_weights
from visavis.rig import load_open_head
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import Behaviour, field_slice

FloatArray = NDArray[np.float32]

LIPS: Final = (field_slice("mouth"),)
ROTATION: Final = (field_slice("head"), field_slice("body"))
EYES: Final = (field_slice("look"), field_slice("gaze"), field_slice("blink"))
"""Columns of a packed behaviour that MSE of lips, rotation and eyes is about."""
CLUSTERS: Final = 40
"""k of SID [Ng et al. 2022]."""
STILL: Final = 1e-3
"""Columns of the truth whose standard deviation is less do not move; they are left out of every figure."""
LIP_RING: Final = tuple(n for n in MOUTH_POINTS if n not in (152, 18, 200))
"""MediaPipe's numbers of both lip rings."""
FACE_MOVES: Final = 2e-3
"""Metres that some shape must move a vertex by for it to count as of the face."""


@dataclass(frozen=True)
class Scale:
    """Mean, standard deviation and movers of the truth's columns."""

    mean: FloatArray
    deviation: FloatArray
    moves: NDArray[np.bool_]

    @classmethod
    def of(cls, truth: FloatArray) -> "Scale":
        """From all true frames (N, D)."""
        deviation = truth.std(0)
        return cls(truth.mean(0), np.maximum(deviation, STILL).astype(np.float32), deviation >= STILL)

    def __call__(self, packed: FloatArray) -> FloatArray:
        """(..., D) -> (..., M) standardised, the M columns that move."""
        return np.asarray(((packed - self.mean) / self.deviation)[..., self.moves], np.float32)

    def columns(self, slices: tuple[slice, ...]) -> NDArray[np.int64]:
        """Places of these packed columns among the M."""
        chosen = np.zeros(len(self.moves), bool)
        for one in slices:
            chosen[one] = True
        return np.flatnonzero(chosen[self.moves])


def frechet(one: FloatArray, other: FloatArray) -> float:
    """Fréchet distance of the Gaussians of two sets of frames (N, D) and (M, D).

    |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) [Heusel et al. 2017, section 3]. FD is that of one person's frames, P-FD
    that of [partner, self] side by side, which also asks whether the two fit each other [Ng et al. 2022].
    """
    c1, c2 = np.cov(one.astype(np.float64).T), np.cov(other.astype(np.float64).T)
    eigenvalues = np.linalg.eigvals(c1 @ c2)
    root = np.sqrt(np.maximum(eigenvalues.real, 0)).sum()
    gap = ((one.mean(0, np.float64) - other.mean(0, np.float64)) ** 2).sum()
    return float(gap + np.trace(c1) + np.trace(c2) - 2 * root)


def squared_error(made: FloatArray, true: FloatArray) -> float:
    """MSE: mean over frames and columns of (made - true)^2, standardised columns."""
    return float(np.mean((made - true) ** 2))


def residual_correlation(made: FloatArray, true: FloatArray) -> float:
    """rPCC of one conversation: mean over columns of |r(made A, made B) - r(true A, true B)|.

    r is Pearson's, of one column of one person with the same column of the other: how much the two move together,
    and whether as much as people do. 0 is best. [DIM; Emotional Listener Portrait]

    Args:
        made, true: (2, T, M), A and B.
    """

    def together(pair: FloatArray) -> NDArray[np.float64]:
        a, b = (p.astype(np.float64) - p.mean(0, np.float64) for p in pair)
        size = np.sqrt((a**2).sum(0) * (b**2).sum(0))
        return np.where(size > 1e-9, (a * b).sum(0) / np.maximum(size, 1e-9), 0.0)

    return float(np.abs(together(made) - together(true)).mean())


def k_means(frames: FloatArray, clusters: int = CLUSTERS, seed: int = 0, rounds: int = 25) -> FloatArray:
    """Centres (clusters, M) of frames (N, M): Lloyd's algorithm from k-means++ seeds [Arthur & Vassilvitskii 2007]."""
    rng = np.random.default_rng(seed)
    centres = [frames[int(rng.integers(len(frames)))]]
    nearest = np.full(len(frames), np.inf)
    for _ in range(clusters - 1):
        nearest = np.minimum(nearest, ((frames - centres[-1]) ** 2).sum(1))
        total = nearest.sum()
        share = nearest / total if total > 0 else np.full(len(frames), 1 / len(frames))
        centres.append(frames[int(rng.choice(len(frames), p=share))])
    found = np.stack(centres)
    for _ in range(rounds):
        label = assign(frames, found)
        for k in range(clusters):
            mine = label == k
            if mine.any():
                found[k] = frames[mine].mean(0)
    return found


def assign(frames: FloatArray, centres: FloatArray) -> NDArray[np.int64]:
    """(N,) the nearest centre of every frame."""
    distance = (centres**2).sum(1) - 2 * frames @ centres.T
    return np.asarray(distance.argmin(1), np.int64)


def diversity(sequences: list[FloatArray], centres: FloatArray) -> float:
    """SID: mean over sequences of the entropy, in bits, of how often each of the centres is nearest.

    -sum p log2 p, p the share of a sequence's frames in each of 40 clusters found in the true motions [Ng et al. 2022].
    """
    entropies = []
    for frames in sequences:
        share = np.bincount(assign(frames, centres), minlength=len(centres)) / len(frames)
        share = share[share > 0]
        entropies.append(float(-(share * np.log2(share)).sum()))
    return float(np.mean(entropies)) if entropies else 0.0


def lip_vertex_error_mm(made: FloatArray, true: FloatArray) -> FloatArray:
    """LVE of every frame on the open head: the largest distance of any point of the two lip rings, millimetres.

    max over points of |made - true| [MeshTalk]; averaged over frames by the caller. Of speech alone: smiles are none.

    Args:
        made, true: (..., T, 29) mouth weights.

    Returns:
        (..., T).
    """
    head = load_open_head()
    row = {int(number): i for i, number in enumerate(head.landmark_ids)}
    points = head.arkit_landmarks[list(MOUTH)][:, [row[n] for n in LIP_RING if n in row]]
    apart = ((made - true) @ points.reshape(len(MOUTH), -1)).reshape(*made.shape[:-1], -1, 3)
    return np.asarray(1000 * head.eye_distance * np.linalg.norm(apart, axis=-1).max(-1), np.float32)


def face_vertices() -> FloatArray:
    """(52, 3 V'): how each shape moves the vertices of the face, millimetres; every fourth of those that move."""
    deltas = load_open_head().arkit_deltas
    assert deltas is not None
    moving = np.flatnonzero(np.linalg.norm(deltas, axis=-1).max(0) > FACE_MOVES)[::4]
    return np.asarray(1000 * deltas[:, moving].reshape(len(deltas), -1), np.float32)


def vertex_velocity_error(made: FloatArray, true: FloatArray, vertices: FloatArray) -> float:
    """Mean over frames and vertices of |v'(made) - v'(true)|, v' the change from frame to frame: millimetres a frame.

    Of the whole face of the open head, smile and brows included, without blinks and without the head's turning.

    Args:
        made, true: (T, D) packed behaviours.
        vertices: of `face_vertices`.
    """
    one, other = (face_weights([Behaviour.unpack(packed)]) for packed in (made, true))
    change = np.diff(one - other, axis=0)
    total = 0.0
    for start in range(0, len(change), 512):
        moved = (change[start : start + 512] @ vertices).reshape(-1, vertices.shape[1] // 3, 3)
        total += float(np.linalg.norm(moved, axis=-1).mean(1).sum())
    return total / max(len(change), 1)
