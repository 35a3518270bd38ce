"""Rotations and the few points of a head that gaze needs, in plain floats: small, exact, the same every time.

Angles are radians, R = Ry(yaw) Rx(pitch) Rz(roll); a face looks along its own +Z, its left is +X.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float, float, float, float]
"""Row by row."""

TAU: Final = 2.0 * pi


@dataclass(frozen=True)
class HeadGeometry:
    """Where eyes and mouth lie from the joint about which the head turns (FLAME's neck), head upright; by
    default the open head's.

    Attributes:
        left_eye, right_eye: metres, the eyeballs' centres; +X is the person's own left.
        mouth: metres, the middle of the closed lips.
        eye_look_range: radians an eye turns at weight 1 of ARKit's look up, down, in, out.
    """

    left_eye: Vector = (0.0289, 0.0740, 0.0875)
    right_eye: Vector = (-0.0289, 0.0740, 0.0875)
    mouth: Vector = (0.0, 0.0068, 0.1147)
    eye_look_range: tuple[float, float, float, float] = (0.61, 0.61, 0.61, 0.61)

    @classmethod
    def from_joints(
        cls, joints: ArrayLike, eye_look_range: Sequence[float] | None = None, mouth: Sequence[float] | None = None
    ) -> "HeadGeometry":
        """The geometry of a rig.

        Args:
            joints: (5, 3) metres: global, neck, jaw, left eye, right eye, in any frame with the head upright.
            eye_look_range: as the attribute; the default's where a rig does not say.
            mouth: (3,) metres, middle of the lips, in the same frame; without it, where the default has it
                from the eyes.
        """
        points = np.asarray(joints, np.float64)
        neck, left, right = points[1], points[3], points[4]
        usual = cls()
        lips = np.subtract(usual.mouth, usual.eyes) + (left + right) / 2 if mouth is None else np.asarray(mouth)
        up, down, in_, out = (float(v) for v in (eye_look_range or usual.eye_look_range))
        return cls(_vector(left - neck), _vector(right - neck), _vector(lips - neck), (up, down, in_, out))

    @property
    def eyes(self) -> Vector:
        """The point midway between the eyes."""
        left, right = self.left_eye, self.right_eye
        return (left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = (float(v) for v in values)
    return x, y, z


def wrap(angle: float) -> float:
    """The same angle within [-pi, pi)."""
    return (angle + pi) % TAU - pi


def rotation(yaw: float, pitch: float, roll: float) -> Matrix:
    """Ry(yaw) Rx(pitch) Rz(roll)."""
    cy, sy, cx, sx, cz, sz = cos(yaw), sin(yaw), cos(pitch), sin(pitch), cos(roll), sin(roll)
    sysx, cysx = sy * sx, cy * sx
    return (
        cy * cz + sysx * sz, sysx * cz - cy * sz, sy * cx,
        cx * sz, cx * cz, -sx,
        cysx * sz - sy * cz, sy * sz + cysx * cz, cy * cx,
    )  # fmt: skip


def product(m: Matrix, n: Matrix) -> Matrix:
    """The matrix product m n."""
    a, b, c, d, e, f, g, h, i = m
    j, k, l, o, p, q, r, s, t = n  # noqa: E741
    return (
        a * j + b * o + c * r, a * k + b * p + c * s, a * l + b * q + c * t,
        d * j + e * o + f * r, d * k + e * p + f * s, d * l + e * q + f * t,
        g * j + h * o + i * r, g * k + h * p + i * s, g * l + h * q + i * t,
    )  # fmt: skip


def apply(m: Matrix, v: Vector) -> Vector:
    """m v."""
    x, y, z = v
    return m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z


def apply_inverse(m: Matrix, v: Vector) -> Vector:
    """The rotation m undone on v."""
    x, y, z = v
    return m[0] * x + m[3] * y + m[6] * z, m[1] * x + m[4] * y + m[7] * z, m[2] * x + m[5] * y + m[8] * z


def axis_angle(yaw: float, pitch: float, roll: float) -> Vector:
    """The rotation vector of Ry(yaw) Rx(pitch) Rz(roll), at most pi long."""
    cy, sy = cos(0.5 * yaw), sin(0.5 * yaw)
    cx, sx = cos(0.5 * pitch), sin(0.5 * pitch)
    cz, sz = cos(0.5 * roll), sin(0.5 * roll)
    a, b, c, d = cy * cx, cy * sx, sy * cx, -sy * sx
    w, x, y, z = a * cz - d * sz, b * cz + c * sz, c * cz - b * sz, a * sz + d * cz
    if w < 0.0:
        w, x, y, z = -w, -x, -y, -z
    length = sqrt(x * x + y * y + z * z)
    scale = 2.0 * atan2(length, w) / length if length > 1e-12 else 2.0
    return x * scale, y * scale, z * scale


def direction(line: Vector) -> tuple[float, float]:
    """Yaw about +Y (0 is +Z) and pitch (+ down) of a line, radians."""
    return atan2(line[0], line[2]), atan2(-line[1], hypot(line[0], line[2]))


def unit(yaw: float, pitch: float) -> Vector:
    """The unit vector of a direction."""
    across = cos(pitch)
    return across * sin(yaw), -sin(pitch), across * cos(yaw)


def aim(line: Vector) -> Vector:
    """The rotation vector without torsion (Listing's law) that turns +Z onto `line`."""
    x, y, z = line
    across = hypot(x, y)
    if across < 1e-12:
        return 0.0, 0.0, 0.0
    scale = atan2(across, z) / across
    return -y * scale, x * scale, 0.0
