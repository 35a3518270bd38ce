"""A z-buffer rasteriser in numpy: which triangle is seen at each pixel, and where on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]
IntArray = NDArray[np.int32]

LARGEST_BATCH = 1 << 21
"""Pixel candidates looked at in one go: bounds the memory of a frame to some hundred megabytes."""


@dataclass(frozen=True)
class Hits:
    """What is seen at the N pixels that show anything.

    Attributes:
        pixel: (N,) index into the picture, row by row from the top left.
        triangle: (N,) which triangle.
        weights: (N, 3) perspective-correct barycentric weights of its corners.
        depth: (N,) distance along the camera's axis, metres.
    """

    pixel: IntArray
    triangle: IntArray
    weights: FloatArray
    depth: FloatArray

    def of(self, values: FloatArray, triangles: IntArray) -> FloatArray:
        """Vertex `values` (V, K) carried to the pixels: (N, K)."""
        corners = triangles[self.triangle]
        w = self.weights
        return np.asarray(
            values[corners[:, 0]] * w[:, :1] + values[corners[:, 1]] * w[:, 1:2] + values[corners[:, 2]] * w[:, 2:],
            np.float32,
        )


@dataclass(frozen=True)
class Cutout:
    """Triangles with holes: they show only where a picture's alpha is at least half.

    Attributes:
        triangles: (F,) which triangles have holes.
        uv: (V, 2) where each vertex lies on the picture, v upwards.
        alpha: (H, W) in [0, 255].
    """

    triangles: NDArray[np.bool_]
    uv: FloatArray
    alpha: NDArray[np.uint8]

    def shows(
        self, triangle: NDArray[np.integer], corners: IntArray, u: FloatArray, v: FloatArray
    ) -> NDArray[np.bool_]:
        """Which candidates are to be seen; `u` and `v` are barycentric weights of corners 1 and 2."""
        shown = np.ones(len(triangle), bool)
        holed = np.flatnonzero(self.triangles[triangle])
        if len(holed):
            c = corners[triangle[holed]]
            w1, w2 = u[holed, None], v[holed, None]
            at = self.uv[c[:, 0]] * (1 - w1 - w2) + self.uv[c[:, 1]] * w1 + self.uv[c[:, 2]] * w2
            height, width = self.alpha.shape
            x = np.clip((at[:, 0] * width).astype(np.int32), 0, width - 1)
            y = np.clip(((1 - at[:, 1]) * height).astype(np.int32), 0, height - 1)
            shown[holed] = self.alpha[y, x] >= 128
        return shown


def rasterise(
    screen: FloatArray,
    depth: FloatArray,
    triangles: IntArray,
    size: tuple[int, int],
    two_sided: NDArray[np.bool_] | None = None,
    cutout: Cutout | None = None,
) -> Hits:
    """Draws triangles into a z-buffer.

    Args:
        screen: (V, 2) pixel positions, x to the right and y down; pixel centres lie at .5.
        depth: (V,) distance along the camera's axis; triangles with a corner at 0 or behind are left out.
        triangles: (F, 3) corner indices, anticlockwise as seen from outside.
        size: width and height of the picture.
        two_sided: (F,) triangles seen from behind too; None: all are seen from the front only.
        cutout: triangles with holes.
    """
    width, height = size
    z = depth[triangles]
    p = screen[triangles].astype(np.float32)
    edge1, edge2 = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    area = edge1[:, 0] * edge2[:, 1] - edge1[:, 1] * edge2[:, 0]
    facing = area < 0
    if two_sided is not None:
        facing |= two_sided & (area != 0)
    low = np.ceil(p.min(1) - 0.5)
    high = np.floor(p.max(1) - 0.5)
    keep = facing & (z.min(1) > 1e-3) & (high >= low).all(1)
    keep &= (high[:, 0] >= 0) & (high[:, 1] >= 0) & (low[:, 0] < width) & (low[:, 1] < height)
    chosen = np.flatnonzero(keep)
    low = np.maximum(low[chosen], 0).astype(np.int32)
    high = np.minimum(high[chosen], (width - 1, height - 1)).astype(np.int32)
    spans = high - low + 1
    counts = spans[:, 0] * spans[:, 1]

    nearest = np.full(width * height, -np.inf, np.float32)
    winner = np.full(width * height, -1, np.int32)
    seen_u = np.zeros(width * height, np.float32)
    seen_v = np.zeros(width * height, np.float32)
    inverse = (1.0 / np.where(z > 1e-3, z, 1.0)).astype(np.float32)
    cuts = np.searchsorted(np.cumsum(counts), np.arange(LARGEST_BATCH, counts.sum() + LARGEST_BATCH, LARGEST_BATCH))
    first = 0
    for last in [*(int(c) + 1 for c in cuts)]:
        last = min(last, len(chosen))
        if last <= first:
            continue
        part = slice(first, last)
        first = last
        n = counts[part]
        owner = np.repeat(np.arange(len(n), dtype=np.int32), n)
        start = np.cumsum(n) - n
        local = np.arange(len(owner), dtype=np.int32) - start[owner].astype(np.int32)
        columns = spans[part, 0][owner]
        row = local // columns
        x = low[part, 0][owner] + (local - row * columns)
        y = low[part, 1][owner] + row
        tri = chosen[part]
        scale = 1.0 / area[tri]
        o, a, b = p[tri, 0], edge1[tri] * scale[:, None], edge2[tri] * scale[:, None]
        dx = x.astype(np.float32) + np.float32(0.5) - o[:, 0][owner]
        dy = y.astype(np.float32) + np.float32(0.5) - o[:, 1][owner]
        u = dx * b[:, 1][owner] - dy * b[:, 0][owner]
        v = dy * a[:, 0][owner] - dx * a[:, 1][owner]
        inside = np.flatnonzero((u >= 0) & (v >= 0) & (u + v <= 1))
        if cutout is not None:
            inside = inside[cutout.shows(tri[owner[inside]], triangles, u[inside], v[inside])]
        owner, u, v = owner[inside], u[inside], v[inside]
        pixel = y[inside] * width + x[inside]
        t = tri[owner]
        i0 = inverse[t, 0]
        near = i0 + u * (inverse[t, 1] - i0) + v * (inverse[t, 2] - i0)
        np.maximum.at(nearest, pixel, near)
        best = np.flatnonzero(near >= nearest[pixel])
        pixel = pixel[best]
        winner[pixel] = t[best]
        seen_u[pixel] = u[best]
        seen_v[pixel] = v[best]

    pixel = np.flatnonzero(winner >= 0).astype(np.int32)
    tri = winner[pixel]
    u, v = seen_u[pixel], seen_v[pixel]
    weights = np.stack([1 - u - v, u, v], 1) * inverse[tri] / nearest[pixel, None]
    return Hits(pixel, tri, weights.astype(np.float32), (1 / nearest[pixel]).astype(np.float32))


class Normals:
    """Smooth vertex normals of a mesh whose triangles do not change.

    Corners are sorted by vertex once, so that a frame costs one gather and one segmented sum.
    """

    def __init__(self, triangles: IntArray, vertices: int, weld: IntArray | None = None):
        corner_vertex = triangles.ravel() if weld is None else weld[triangles.ravel()]
        order = np.argsort(corner_vertex, kind="stable")
        self._triangles = triangles
        self._face = (order // 3).astype(np.int32)
        sorted_vertex = corner_vertex[order]
        self._used, self._starts = np.unique(sorted_vertex, return_index=True)
        self._vertices = vertices
        self._weld = weld

    def __call__(self, points: FloatArray) -> FloatArray:
        """Unit normals (V, 3) of `points` (V, 3), weighted by triangle area."""
        p = points[self._triangles]
        face = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
        sums = np.add.reduceat(face[self._face], self._starts, axis=0)
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
        normals = np.zeros((self._vertices, 3), np.float32)
        normals[self._used] = sums
        return normals if self._weld is None else normals[self._weld]
