"""Eyeballs: finer spheres in the place of the base mesh's, with a cornea, iris and pupil."""

import numpy as np
from numpy.typing import NDArray

from open_head.surface import Surface

SEGMENTS = 24
"""Vertices around each ring."""

PUPIL_DEG, IRIS_DEG = 10.0, 25.5
"""Edges of pupil and iris as seen from the eye's centre, degrees from its axis (an iris of 11.8 mm)."""

RING_DEGREES = (5.0, PUPIL_DEG, 14.0, 20.0, IRIS_DEG, 29.0, 36.0, 48.0, 62.0, 78.0, 95.0, 115.0, 140.0)
"""Polar angle of each ring from the front."""

CORNEA_BULGE = 0.03
"""How far the cornea stands out of the sphere, in radii."""


def unit_eye() -> tuple[NDArray[np.float64], list[tuple[int, int, int]], list[str]]:
    """A unit eye looking along +Z: (n, 3) vertices, triangles, and the part of each triangle."""
    polar = np.radians(RING_DEGREES)
    around = 2.0 * np.pi * np.arange(SEGMENTS) / SEGMENTS
    rings = np.stack(
        [np.sin(polar)[:, None] * np.cos(around), np.sin(polar)[:, None] * np.sin(around),
         np.repeat(np.cos(polar)[:, None], SEGMENTS, axis=1)], axis=-1,
    )  # fmt: skip
    vertices = np.concatenate([[[0.0, 0.0, 1.0]], rings.reshape(-1, 3), [[0.0, 0.0, -1.0]]])
    off_axis = np.degrees(np.arccos(np.clip(vertices[:, 2], -1.0, 1.0)))
    vertices *= (1.0 + CORNEA_BULGE * np.clip(1.0 - (off_axis / 32.0) ** 2, 0.0, 1.0))[:, None]
    triangles: list[tuple[int, int, int]] = []
    parts: list[str] = []

    def ring_vertex(ring: int, k: int) -> int:
        return 1 + ring * SEGMENTS + k % SEGMENTS

    def part_of(outer_degrees: float) -> str:
        return "pupil" if outer_degrees <= PUPIL_DEG else "iris" if outer_degrees <= IRIS_DEG else "eyeball"

    last = len(vertices) - 1
    for k in range(SEGMENTS):
        triangles.append((0, ring_vertex(0, k), ring_vertex(0, k + 1)))
        parts.append(part_of(RING_DEGREES[0]))
        for ring in range(len(RING_DEGREES) - 1):
            a, b = ring_vertex(ring, k), ring_vertex(ring, k + 1)
            c, d = ring_vertex(ring + 1, k), ring_vertex(ring + 1, k + 1)
            triangles += [(a, c, d), (a, d, b)]
            parts += [part_of(RING_DEGREES[ring + 1])] * 2
        triangles.append((ring_vertex(len(RING_DEGREES) - 1, k + 1), ring_vertex(len(RING_DEGREES) - 1, k), last))
        parts.append("eyeball")
    return vertices, triangles, parts


def add_eye(surface: Surface, source: NDArray[np.int64], source_points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Adds an eyeball that follows the base mesh's own eye.

    Args:
        surface: gains the eyeball's vertices, triangles and texture coordinates.
        source: indices of the base mesh's eyeball vertices.
        source_points: (len(source), 3) their template positions; a sphere.

    Returns:
        The indices of the new vertices.
    """
    centre = (source_points.min(axis=0) + source_points.max(axis=0)) / 2.0
    radius = float(np.ptp(source_points[:, :2], axis=0).mean()) / 2.0
    shape, triangles, parts = unit_eye()
    # A target moves the source eye nearly affinely: min-norm weights that reproduce 1, x, y, z carry it over.
    design = np.column_stack([np.ones(len(source)), (source_points - centre) / radius])
    weights = np.column_stack([np.ones(len(shape)), shape]) @ np.linalg.pinv(design.T).T
    first = len(surface.rows)
    surface.rows += [{int(s): float(w) for s, w in zip(source, row)} for row in weights]
    surface.triangles += [(a + first, b + first, c + first) for a, b, c in triangles]
    surface.part += parts
    uv_first = len(surface.uv)
    polar = np.arccos(np.clip(shape[:, 2] / np.linalg.norm(shape, axis=1), -1.0, 1.0)) / np.pi
    direction = np.arctan2(shape[:, 1], shape[:, 0])
    surface.uv += [
        (float(0.5 + 0.5 * p * np.cos(d)), float(0.5 + 0.5 * p * np.sin(d))) for p, d in zip(polar, direction)
    ]
    surface.uv_triangles += [(a + uv_first, b + uv_first, c + uv_first) for a, b, c in triangles]
    return np.arange(first, first + len(shape))
