"""A z-buffer rasteriser in numpy: which triangle is seen at each pixel, and where on it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]
IntArray = NDArray[np.int32]

LARGEST_BATCH = 1 << 19
"""Pixel candidates looked at in one go: few enough to stay near the processor, many enough for numpy."""


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

    def only(self, chosen: IntArray) -> "Hits":
        """Some of them."""
        return Hits(self.pixel[chosen], self.triangle[chosen], self.weights[chosen], self.depth[chosen])

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
    low, high = p.min(1), p.max(1)
    top = np.maximum(np.ceil(low[:, 1] - 0.5), 0)
    bottom = np.minimum(np.floor(high[:, 1] - 0.5), height - 1)
    keep = facing & (z.min(1) > 1e-3) & (bottom >= top) & (high[:, 0] >= 0) & (low[:, 0] < width)
    chosen = np.flatnonzero(keep)
    # Nearest first: most of what is hidden is then thrown out before any more is computed for it.
    chosen = chosen[np.argsort(z[chosen].min(1), kind="stable")]
    p, edge1, edge2, area, z = p[chosen], edge1[chosen], edge2[chosen], area[chosen], z[chosen]
    top = top[chosen].astype(np.int32)
    rows = bottom[chosen].astype(np.int32) - top + 1
    inverse = (1.0 / z).astype(np.float32)
    # Barycentric weights of corners 1 and 2 grow evenly along a row: by these much a pixel.
    scale = (1.0 / area).astype(np.float32)
    du, dv = edge2[:, 1] * scale, -edge1[:, 1] * scale

    nearest = np.full(width * height, -np.inf, np.float32)
    winner = np.full(width * height, -1, np.int32)
    seen_u = np.zeros(width * height, np.float32)
    seen_v = np.zeros(width * height, np.float32)
    for part in _batches(rows, LARGEST_BATCH // 8):
        owner, nth = _repeated(rows[part], part.start)
        y = top[owner] + nth
        left, right = _span(p, owner, y.astype(np.float32) + np.float32(0.5))
        first = np.maximum(np.ceil(left - 0.5), 0).astype(np.int32)
        counts = np.maximum(np.minimum(np.floor(right - 0.5), width - 1).astype(np.int32) - first + 1, 0)
        dx = first.astype(np.float32) + np.float32(0.5) - p[owner, 0, 0]
        dy = y.astype(np.float32) + np.float32(0.5) - p[owner, 0, 1]
        u0 = dx * du[owner] - dy * edge2[owner, 0] * scale[owner]
        v0 = dx * dv[owner] + dy * edge1[owner, 0] * scale[owner]
        start = y * np.int32(width) + first
        for piece in _batches(counts, LARGEST_BATCH):
            line, nth = _repeated(counts[piece], piece.start)
            t = owner[line]
            along = nth.astype(np.float32)
            u = np.clip(u0[line] + along * du[t], 0, 1)
            v = np.clip(v0[line] + along * dv[t], 0, 1)
            pixel = start[line] + nth
            i0 = inverse[t, 0]
            near = i0 + u * (inverse[t, 1] - i0) + v * (inverse[t, 2] - i0)
            ahead = np.flatnonzero(near > nearest[pixel])
            t, u, v, pixel, near = t[ahead], u[ahead], v[ahead], pixel[ahead], near[ahead]
            if cutout is not None:
                shown = cutout.shows(chosen[t], triangles, u, v)
                t, u, v, pixel, near = t[shown], u[shown], v[shown], pixel[shown], near[shown]
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
    depths = (1 / nearest[pixel]).astype(np.float32)
    return Hits(pixel, chosen[tri].astype(np.int32), weights.astype(np.float32), depths)


def _batches(counts: IntArray, largest: int) -> Iterator[slice]:
    """Runs of entries whose counts add up to about `largest`."""
    ends = np.searchsorted(np.cumsum(counts), np.arange(largest, int(counts.sum()) + largest, largest))
    first = 0
    for end in ends:
        last = min(int(end) + 1, len(counts))
        if last > first:
            yield slice(first, last)
            first = last


def _repeated(counts: IntArray, first: int) -> tuple[IntArray, IntArray]:
    """Entry k repeated counts[k] times (numbered from `first`), and which repetition each is."""
    owner = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    start = (np.cumsum(counts) - counts).astype(np.int32)
    nth = np.arange(len(owner), dtype=np.int32) - start[owner]
    return owner + np.int32(first), nth


def _span(corners: FloatArray, owner: IntArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where the horizontal line at `y` enters and leaves each triangle."""
    left = np.full(len(y), np.inf, np.float32)
    right = np.full(len(y), -np.inf, np.float32)
    for a, b in ((0, 1), (1, 2), (2, 0)):
        ya, yb = corners[owner, a, 1], corners[owner, b, 1]
        rise = yb - ya
        t = (y - ya) / np.where(rise == 0, np.float32(1), rise)
        crosses = (t >= 0) & (t <= 1) & (rise != 0)
        x = corners[owner, a, 0] + t * (corners[owner, b, 0] - corners[owner, a, 0])
        left = np.where(crosses, np.minimum(left, x), left)
        right = np.where(crosses, np.maximum(right, x), right)
    empty = left > right
    return np.where(empty, np.float32(1), left), np.where(empty, np.float32(0), right)


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
