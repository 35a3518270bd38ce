"""The surface of the open head: which polygons of the base mesh stay, cut to a bust, as a linear map.

Every vertex of the open head is a fixed linear combination of base-mesh vertices, so that one sparse matrix
carries the template, every identity and every face unit over.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from open_head.makehuman import BaseMesh

HEAD_GROUPS = {
    "body": "skin",
    "helper-upper-teeth": "teeth",
    "helper-lower-teeth": "teeth",
    "helper-tongue": "tongue",
    "helper-l-eyelashes-1": "lashes",
    "helper-l-eyelashes-2": "lashes",
    "helper-r-eyelashes-1": "lashes",
    "helper-r-eyelashes-2": "lashes",
}
"""Groups of the base mesh that are kept, and the part each becomes."""


@dataclass
class Surface:
    """A triangle mesh whose vertices are combinations of source vertices.

    Attributes:
        rows: for every vertex the {source vertex: weight} it is made of.
        triangles: (F, 3) vertex indices, counter-clockwise from outside.
        part: part name of each triangle.
        uv: (M, 2) texture coordinates; uv_triangles: (F, 3) indices into them.
    """

    rows: list[dict[int, float]]
    triangles: list[tuple[int, int, int]]
    part: list[str]
    uv: list[tuple[float, float]]
    uv_triangles: list[tuple[int, int, int]]

    def matrix(self, source_count: int) -> csr_matrix:
        """The (V, source_count) map from source vertices to this surface's vertices."""
        cells = [(i, s, w) for i, row in enumerate(self.rows) for s, w in row.items()]
        i, s, w = (np.array(column) for column in zip(*cells))
        return csr_matrix((w, (i, s)), shape=(len(self.rows), source_count))


def bust_level(points: NDArray[np.float64], eye_height: float) -> NDArray[np.float64]:
    """Positive inside the bust: all of the head, neck and shoulders rounded off below."""
    x = points[:, 0] / 0.185
    y = np.maximum(0.0, (eye_height - 0.02) - points[:, 1]) / 0.245
    return 1.0 - np.abs(x) ** 4 - y**4


def cut_surface(
    mesh: BaseMesh, template: NDArray[np.float64], level: Callable[[NDArray[np.float64]], NDArray[np.float64]]
) -> Surface:
    """Keeps the polygons of HEAD_GROUPS where `level` of the (N, 3) template is positive, cut at 0."""
    values = level(template)
    surface = Surface([], [], [], [], [])
    vertex_of: dict[tuple[int, int], int] = {}
    uv_of: dict[tuple[int, int], int] = {}

    def corner(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
        """The vertex and texture index of corner a, or of the cut between a and b."""
        t = 0.0 if a == b else values[a[0]] / (values[a[0]] - values[b[0]])
        key = (min(a[0], b[0]), max(a[0], b[0]))
        if key not in vertex_of:
            vertex_of[key] = len(surface.rows)
            surface.rows.append({a[0]: 1.0} if a == b else {a[0]: 1.0 - t, b[0]: t})
        uv_key = (min(a[1], b[1]), max(a[1], b[1]))
        if uv_key not in uv_of:
            uv_of[uv_key] = len(surface.uv)
            uv = mesh.uv[a[1]] * (1.0 - t) + mesh.uv[b[1]] * t
            surface.uv.append((float(uv[0]), float(uv[1])))
        return vertex_of[key], uv_of[uv_key]

    for polygon, group in zip(mesh.polygons, mesh.group):
        if group not in HEAD_GROUPS:
            continue
        inside = [values[v] > 0.0 for v, _ in polygon]
        if not any(inside):
            continue
        kept: list[tuple[int, int]] = []
        for k, here in enumerate(polygon):
            after = polygon[(k + 1) % len(polygon)]
            if inside[k]:
                kept.append(corner(here, here))
            if inside[k] != inside[(k + 1) % len(polygon)]:
                kept.append(corner(here, after))
        for k in range(1, len(kept) - 1):
            fan = (kept[0], kept[k], kept[k + 1])
            surface.triangles.append((fan[0][0], fan[1][0], fan[2][0]))
            surface.uv_triangles.append((fan[0][1], fan[1][1], fan[2][1]))
            surface.part.append(HEAD_GROUPS[group])
    return surface
