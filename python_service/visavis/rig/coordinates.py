"""From the conversation frame into the engines' frames. docs/retargeting.md, "Coordinates"."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Coordinates:
    """A target frame: p' = scale * basis p, for a basis whose rows are signed unit vectors.

    Attributes:
        name: as in COORDINATES.
        scale: units of the target per metre.
        basis: the 3 x 3 rows; determinant -1 where the target is left-handed.
    """

    name: str
    scale: float
    basis: tuple[tuple[int, int, int], ...]

    @cached_property
    def matrix(self) -> Array:
        """The basis (3, 3) as an array."""
        return np.array(self.basis, np.float64)

    @cached_property
    def _turn(self) -> Array:
        # R' = B R B^-1 turns about B's image of the axis, the other way round when B mirrors.
        return round(float(np.linalg.det(self.matrix))) * self.matrix

    def position(self, point: NDArray[np.floating]) -> Array:
        """Points (..., 3) in metres to the target's units."""
        return np.asarray(self.scale * np.asarray(point, np.float64) @ self.matrix.T)

    def axis_angle(self, vector: NDArray[np.floating]) -> Array:
        """Axis-angle vectors (..., 3), radians."""
        return np.asarray(np.asarray(vector, np.float64) @ self._turn.T)

    def quaternion(self, quaternion: NDArray[np.floating]) -> Array:
        """Quaternions (..., 4) as (w, x, y, z)."""
        q = np.asarray(quaternion, np.float64)
        return np.concatenate([q[..., :1], q[..., 1:] @ self._turn.T], axis=-1)


COORDINATES: Final[dict[str, Coordinates]] = {
    c.name: c
    for c in (
        Coordinates("unity", 1.0, ((-1, 0, 0), (0, 1, 0), (0, 0, 1))),
        Coordinates("unreal_actor", 100.0, ((0, 0, 1), (-1, 0, 0), (0, 1, 0))),
        Coordinates("unreal_skeletal", 100.0, ((1, 0, 0), (0, 0, 1), (0, 1, 0))),
        Coordinates("gltf", 1.0, ((1, 0, 0), (0, 1, 0), (0, 0, 1))),
    )
}
"""Unity (left-handed, Y up, Z forward, metres), Unreal actor (left-handed, Z up, X forward, centimetres), Unreal
skeletal mesh (its face to +Y), glTF (the conversation frame itself)."""
