"""Brows and finer lashes: what the base mesh leaves to hair that it does not have."""

import json

import numpy as np
from numpy.typing import NDArray

from open_head.landmarks import TABLE
from open_head.surface import Surface

Array = NDArray[np.float64]

UPPER = {"right": (70, 63, 105, 66, 107), "left": (300, 293, 334, 296, 336)}
LOWER = {"right": (46, 53, 52, 65, 55), "left": (276, 283, 282, 295, 285)}
"""Landmarks along each brow's upper and lower edge, from the temple to the nose."""

COLUMNS, ROWS = 15, 4
"""Vertices along and across a brow."""

THICKNESS_M = 0.0012
"""How far a brow stands out of the skin at its middle, metres."""

TAIL = 0.25
"""Width of a brow's outer end relative to what lies between its landmarks."""

ROOTS = 5
"""Skin vertices among which a lash's root lies."""

LASH_LENGTH = 0.6
"""What is left of the base mesh's lashes, which are cards for a texture with gaps."""


def thin_lashes(surface: Surface, template: Array, upper: NDArray[np.int64], lower: NDArray[np.int64]) -> None:
    """Draws the upper lashes towards the nearest skin and leaves the lower ones undrawn; changes `surface` in place.

    Args:
        surface: the surface. template: (N, 3) of the base mesh.
        upper, lower: base-mesh vertices of the lashes.
    """
    rows = surface.rows
    row_of = {next(iter(row)): i for i, row in enumerate(rows) if len(row) == 1}
    corners = {v for t, p in zip(surface.triangles, surface.part) if p == "skin" for v in t if len(rows[v]) == 1}
    skin = np.array(sorted(next(iter(rows[v])) for v in corners))
    for vertex in upper.tolist():
        distance = np.linalg.norm(template[skin] - template[vertex], axis=1)
        roots = np.argsort(distance)[:ROOTS]
        near = 1.0 / (distance[roots] + 0.001)
        root = {int(s): float((1.0 - LASH_LENGTH) * w) for s, w in zip(skin[roots], near / near.sum())}
        rows[row_of[vertex]] = {vertex: LASH_LENGTH} | root
    undrawn = {row_of[v] for v in lower.tolist()}
    drawn = [i for i, t in enumerate(surface.triangles) if undrawn.isdisjoint(t)]
    surface.triangles = [surface.triangles[i] for i in drawn]
    surface.uv_triangles = [surface.uv_triangles[i] for i in drawn]
    surface.part = [surface.part[i] for i in drawn]


def add_brows(surface: Surface, template: Array) -> Array:
    """Adds both brows as strips that lie on the skin; returns the (V, 3) offsets that lift them off it.

    A brow's vertices are blends of the skin's below them, so they follow every shape. `template` is (N, 3) of the
    base mesh.
    """
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    rows = surface.rows
    points = np.array([sum((w * template[s] for s, w in row.items()), np.zeros(3)) for row in rows])
    triangles = np.array([t for t, p in zip(surface.triangles, surface.part) if p == "skin"])
    normals = np.cross(
        points[triangles[:, 1]] - points[triangles[:, 0]], points[triangles[:, 2]] - points[triangles[:, 0]]
    )
    front = triangles[normals[:, 2] > 0]
    lift: dict[int, Array] = {}

    def landmark(number: int) -> Array:
        entry = table[str(number)]
        return np.asarray(np.average(template[entry["vertices"]], axis=0, weights=entry["weights"]))

    for side in ("right", "left"):
        edges = [np.array([landmark(n) for n in numbers[side]]) for numbers in (LOWER, UPPER)]
        along = np.linspace(0.0, 1.0, COLUMNS)
        low, high = (np.stack([np.interp(along, np.linspace(0, 1, 5), e[:, c]) for c in range(3)], 1) for e in edges)
        grid = np.zeros((COLUMNS, ROWS), int)
        for i in range(COLUMNS):
            width = min(1.0, TAIL + 1.6 * along[i]) * min(1.0, 0.55 + 6.0 * (1.0 - along[i]))
            for k in range(ROWS):
                share = 0.5 + width * (k / (ROWS - 1) - 0.5)
                wanted = low[i] + share * (high[i] - low[i])
                vertex, normal = _on_skin(wanted, points, front)
                grid[i, k] = len(rows)
                blend: dict[int, float] = {}
                for corner, weight in vertex.items():
                    for source, part in rows[corner].items():
                        blend[source] = blend.get(source, 0.0) + weight * part
                rows.append(blend)
                edge = min(i, COLUMNS - 1 - i, 2) / 2.0 * (1.0 if 0 < k < ROWS - 1 else 0.35)
                lift[grid[i, k]] = normal * THICKNESS_M * (0.25 + 0.75 * edge)
        uv = len(surface.uv)
        surface.uv += [(float(along[i]), k / (ROWS - 1)) for i in range(COLUMNS) for k in range(ROWS)]
        for i in range(COLUMNS - 1):
            for k in range(ROWS - 1):
                corners = [(i, k), (i + 1, k), (i + 1, k + 1), (i, k + 1)]
                if side == "left":
                    corners.reverse()
                for fan in ((0, 1, 2), (0, 2, 3)):
                    surface.triangles.append(tuple(int(grid[corners[c]]) for c in fan))  # type: ignore[arg-type]
                    surface.uv_triangles.append(tuple(uv + corners[c][0] * ROWS + corners[c][1] for c in fan))  # type: ignore[arg-type]
                    surface.part.append("brows")
    offsets = np.zeros((len(rows), 3))
    for vertex, offset in lift.items():
        offsets[vertex] = offset
    return offsets


def _on_skin(wanted: Array, points: Array, triangles: NDArray[np.int64]) -> tuple[dict[int, float], Array]:
    """Corners and weights of the foremost triangle behind or before `wanted` as seen from the front, and its normal."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    area = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    to = wanted - a
    wb = (to[:, 0] * (c - a)[:, 1] - to[:, 1] * (c - a)[:, 0]) / area
    wc = ((b - a)[:, 0] * to[:, 1] - (b - a)[:, 1] * to[:, 0]) / area
    wa = 1.0 - wb - wc
    hit = np.flatnonzero((wa >= -1e-6) & (wb >= -1e-6) & (wc >= -1e-6))
    depth = wa[hit] * a[hit, 2] + wb[hit] * b[hit, 2] + wc[hit] * c[hit, 2]
    t = hit[np.argmax(depth)]
    normal = np.cross(b[t] - a[t], c[t] - a[t])
    weights = {int(v): float(w) for v, w in zip(triangles[t], (wa[t], wb[t], wc[t]))}
    return weights, np.asarray(normal / np.linalg.norm(normal))
