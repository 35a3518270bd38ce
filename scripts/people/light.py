"""How open to the light of the room each vertex is: seen from many sides, how often nothing stands before it."""

import numpy as np
from numpy.typing import NDArray
from visavis.view.raster import Normals, rasterise

FloatArray = NDArray[np.float64]
DIRECTIONS = 96
SIZE = 320
"""Pixels of each orthographic look, about 2 mm each."""
BIAS = 0.004
"""Metres a surface may lie behind the nearest one and still count as seen."""


def openness(
    points: FloatArray, triangles: NDArray[np.int32], weld: NDArray[np.int64], skip: NDArray[np.bool_]
) -> FloatArray:
    """Cosine-weighted share of the sky each vertex sees, (V,) in [0, 1]; triangles in `skip` cast no shade."""
    k = np.arange(DIRECTIONS) + 0.5
    up = 1 - 1.75 * k / DIRECTIONS
    turn = np.pi * (1 + 5**0.5) * k
    flat = np.sqrt(1 - up**2)
    looks = np.stack([flat * np.cos(turn), up, flat * np.sin(turn)], 1)
    normals = Normals(triangles.astype(np.int32), len(points), weld.astype(np.int32))(points.astype(np.float32))
    casting = triangles[~skip].astype(np.int32)
    both = np.ones(len(casting), bool)
    total, seen = np.zeros(len(points)), np.zeros(len(points))
    for z in looks:
        x = np.cross([0.1, 1.0, 0.2], z)
        x /= np.linalg.norm(x)
        frame = np.stack([x, np.cross(z, x), z], 1)
        p = points @ frame
        low, high = p.min(0), p.max(0)
        scale = (SIZE - 8) / (high - low)[:2].max()
        screen = ((p[:, :2] - low[:2]) * scale + 4).astype(np.float32)
        depth = (high[2] - p[:, 2] + 1).astype(np.float32)
        hits = rasterise(screen, depth, casting, (SIZE, SIZE), both)
        nearest = np.full(SIZE * SIZE, np.inf)
        nearest[hits.pixel] = hits.depth
        column, row = np.floor(screen).astype(int).T
        before = nearest[np.clip(row, 0, SIZE - 1) * SIZE + np.clip(column, 0, SIZE - 1)]
        weight = np.clip(normals @ z, 0, None) * (1.2 + z[1])
        total += weight
        seen += weight * (depth <= before + BIAS)
    return np.where(total > 0, seen / np.maximum(total, 1e-9), 0.5)
