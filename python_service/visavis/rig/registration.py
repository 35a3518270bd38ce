"""Lays the open head over another head, so that what is sculpted on the one is known on the other."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.head_model import LEFT_EYE_JOINT, RIGHT_EYE_JOINT, HeadModel

Array = NDArray[np.float64]

FACE_PARTS: Final = ("skin", "lips")
"""Parts of the open head that another head has a like of."""

REACH_M: Final = 0.16
"""How far from the point between the eyes the face is laid over, metres on the open head."""

JAW_APART_M: Final = 0.04
"""Distance that a full difference in jaw weight counts for: keeps the upper lip from meeting the lower one."""

SMOOTHING_M: Final = (0.06, 0.05, 0.04, 0.03, 0.025, 0.02, 0.015, 0.012, 0.010, 0.008, 0.006, 0.006)
"""Width of the kernel that smooths each round's displacements: stiff first, then close."""

NEIGHBOURS: Final = 4
"""Open-head vertices that each vertex is blended from."""

PULL_APART_M: Final = 0.004
"""A kernel this many times wider than this is fed every so-many-th vertex."""

FADE_M: Final = (0.004, 0.012)
"""A vertex this far from the laid-over face follows it fully, and not at all."""


@dataclass(frozen=True)
class Overlay:
    """Which points of the open head lie under each vertex of another head.

    Attributes:
        vertices: (V, NEIGHBOURS) open-head vertices under each vertex; weights: (V, NEIGHBOURS) how they blend,
            fading to 0 where the open head has nothing alike.
        scale: how much larger the other head is.
        laid: (V_open, 3) the open head's vertices in the other head's place.
        distance_mm: median distance of face vertices from the laid-over face.
    """

    vertices: NDArray[np.int64]
    weights: Array
    scale: float
    laid: Array
    distance_mm: float

    def carry(self, deltas: NDArray[np.floating]) -> Array:
        """Offsets (..., V_open, 3) of the open head as offsets (..., V, 3) of the other, in its size."""
        under = np.asarray(deltas, np.float64)[..., self.vertices, :]
        return np.asarray(self.scale * np.einsum("...vkc,vk->...vc", under, self.weights))


def nearest(points: Array, among: Array, count: int = 1) -> tuple[NDArray[np.int64], Array]:
    """Indices and distances (n, count) of the `count` nearest of `among` (m, d) to each of `points` (n, d)."""
    indices = np.empty((len(points), count), np.int64)
    distances = np.empty((len(points), count))
    lengths = np.sum(among * among, axis=1)
    for start in range(0, len(points), 512):
        part = points[start : start + 512]
        squared = np.sum(part * part, axis=1)[:, None] + lengths - 2.0 * part @ among.T
        found = np.argpartition(squared, count - 1, axis=1)[:, :count]
        values = np.take_along_axis(squared, found, axis=1)
        order = np.argsort(values, axis=1)
        indices[start : start + 512] = np.take_along_axis(found, order, axis=1)
        distances[start : start + 512] = np.sqrt(np.maximum(np.take_along_axis(values, order, axis=1), 0.0))
    return indices, distances


def lay_over(open_head: HeadModel, other: HeadModel) -> Overlay:
    """Lays the open head over `other`: by the eyes first, then bending more and more freely.

    Both heads look along +Z with +Y up; sizes, origins, identities and meshes may differ.
    """
    scale = other.eye_distance / open_head.eye_distance
    mine, theirs = _between_eyes(open_head), _between_eyes(other)
    start = (open_head.template.astype(np.float64) - mine) * scale + theirs
    parts = [open_head.part_names.index(name) for name in FACE_PARTS]
    face = np.unique(open_head.faces[np.isin(open_head.face_part, parts)])
    face = face[np.linalg.norm(open_head.template[face] - mine, axis=1) < REACH_M]
    jaw_mine = JAW_APART_M * scale * open_head.skinning[face, 2:3].astype(np.float64)
    skin = np.flatnonzero(
        (other.skinning[:, 3:].sum(axis=1) < 0.5)
        & (np.linalg.norm(other.template - theirs, axis=1) < 1.1 * REACH_M * scale)
    )
    there = other.template[skin].astype(np.float64)
    jaw_theirs = JAW_APART_M * scale * other.skinning[skin, 2:3].astype(np.float64)
    target = np.hstack([there, jaw_theirs])
    laid = start[face]
    for width in SMOOTHING_M:
        # Wide kernels need few points to pull at; narrow ones all.
        pull = slice(None, None, max(1, round(width / PULL_APART_M)))
        found, distance = nearest(np.hstack([laid, jaw_mine])[pull], target)
        wish = there[found[:, 0]] - laid[pull]
        trust = np.exp(-((distance[:, 0] / (0.5 * width * scale + 0.004)) ** 2))
        laid = laid + _smoothed(laid, laid[pull], wish, trust, width * scale)
    features = np.hstack([laid, jaw_mine])
    everyone = np.hstack([other.template, JAW_APART_M * scale * other.skinning[:, 2:3]]).astype(np.float64)
    found, distance = nearest(everyone, features, NEIGHBOURS)
    near = 1.0 / np.maximum(distance, 1e-5) ** 2
    near /= near.sum(axis=1, keepdims=True)
    low, high = (f * scale for f in FADE_M)
    fade = np.clip((high - distance[:, 0]) / (high - low), 0.0, 1.0)
    fade[other.skinning[:, 3:].sum(axis=1) >= 0.5] = 0.0
    everywhere = start.copy()
    everywhere[face] = laid
    return Overlay(
        vertices=face[found],
        weights=near * fade[:, None],
        scale=scale,
        laid=everywhere,
        distance_mm=float(1000.0 * np.median(distance[skin, 0])),
    )


def _between_eyes(head: HeadModel) -> Array:
    return (head.joints[LEFT_EYE_JOINT].astype(np.float64) + head.joints[RIGHT_EYE_JOINT]) / 2.0


def _smoothed(points: Array, pulled: Array, wish: Array, trust: Array, width: float) -> Array:
    """Trust-weighted Gaussian means (n, 3), around each point, of the displacements wished for `pulled`."""
    smooth = np.empty_like(points)
    weighted = np.column_stack([wish * trust[:, None], trust])
    lengths = np.sum(pulled * pulled, axis=1)
    for start in range(0, len(points), 512):
        part = points[start : start + 512]
        squared = np.sum(part * part, axis=1)[:, None] + lengths - 2.0 * part @ pulled.T
        sums = np.exp(-np.maximum(squared, 0.0) / (2.0 * width * width)) @ weighted
        smooth[start : start + 512] = sums[:, :3] / (sums[:, 3:] + 1e-3)
    return smooth
