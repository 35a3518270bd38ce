"""Rotations as axis-angle vectors, matrices and quaternions (w, x, y, z); batched, right-handed, radians."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def matrix_from_axis_angle(vector: NDArray[np.floating]) -> Array:
    """Rotation matrices (..., 3, 3) of axis-angle vectors (..., 3), by Rodrigues' formula."""
    r = np.asarray(vector, np.float64)
    squared = np.sum(r * r, axis=-1)
    angle = np.sqrt(squared)
    small = angle < 1e-6
    safe = np.where(small, 1.0, angle)
    # sin(a)/a and (1 - cos a)/a^2, by their series near 0 where the quotients lose their digits.
    a = np.where(small, 1.0 - squared / 6.0, np.sin(safe) / safe)
    b = np.where(small, 0.5 - squared / 24.0, 2.0 * (np.sin(safe / 2.0) / safe) ** 2)
    x, y, z = r[..., 0], r[..., 1], r[..., 2]
    matrix = np.empty((*r.shape[:-1], 3, 3))
    matrix[..., 0, 0] = 1.0 - b * (y * y + z * z)
    matrix[..., 0, 1] = b * x * y - a * z
    matrix[..., 0, 2] = b * x * z + a * y
    matrix[..., 1, 0] = b * x * y + a * z
    matrix[..., 1, 1] = 1.0 - b * (x * x + z * z)
    matrix[..., 1, 2] = b * y * z - a * x
    matrix[..., 2, 0] = b * x * z - a * y
    matrix[..., 2, 1] = b * y * z + a * x
    matrix[..., 2, 2] = 1.0 - b * (x * x + y * y)
    return matrix


def quaternion_from_axis_angle(vector: NDArray[np.floating]) -> Array:
    """Unit quaternions (..., 4) as (w, x, y, z) of axis-angle vectors (..., 3)."""
    r = np.asarray(vector, np.float64)
    angle = np.linalg.norm(r, axis=-1, keepdims=True)
    safe = np.where(angle < 1e-9, 1.0, angle)
    scale = np.where(angle < 1e-9, 0.5, np.sin(safe / 2.0) / safe)
    return np.concatenate([np.cos(angle / 2.0), r * scale], axis=-1)


def axis_angle_from_quaternion(quaternion: NDArray[np.floating]) -> Array:
    """Axis-angle vectors (..., 3), angle at most pi, of unit quaternions (..., 4) as (w, x, y, z)."""
    q = np.asarray(quaternion, np.float64)
    q = np.where(q[..., :1] < 0.0, -q, q)
    sine = np.linalg.norm(q[..., 1:], axis=-1, keepdims=True)
    safe = np.where(sine < 1e-12, 1.0, sine)
    scale = np.where(sine < 1e-12, 2.0, 2.0 * np.arctan2(sine, q[..., :1]) / safe)
    return q[..., 1:] * scale


def multiply_quaternions(left: NDArray[np.floating], right: NDArray[np.floating]) -> Array:
    """The Hamilton product (..., 4): first `right`, then `left`."""
    a, b = np.asarray(left, np.float64), np.asarray(right, np.float64)
    w = a[..., 0] * b[..., 0] - np.sum(a[..., 1:] * b[..., 1:], axis=-1)
    xyz = a[..., :1] * b[..., 1:] + b[..., :1] * a[..., 1:] + np.cross(a[..., 1:], b[..., 1:])
    return np.concatenate([w[..., None], xyz], axis=-1)


def axis_angle_from_matrix(matrix: NDArray[np.floating]) -> Array:
    """Axis-angle vectors (..., 3), angle at most pi, of rotation matrices (..., 3, 3)."""
    m = np.asarray(matrix, np.float64)
    # Shepperd: the four candidates for the quaternion, of which the one with the largest divisor is exact.
    xx, yy, zz = m[..., 0, 0], m[..., 1, 1], m[..., 2, 2]
    divisors = np.stack([1 + xx + yy + zz, 1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz], axis=-1)
    yz, zx, xy = m[..., 2, 1] - m[..., 1, 2], m[..., 0, 2] - m[..., 2, 0], m[..., 1, 0] - m[..., 0, 1]
    sxy, sxz, syz = m[..., 0, 1] + m[..., 1, 0], m[..., 0, 2] + m[..., 2, 0], m[..., 1, 2] + m[..., 2, 1]
    rows = (
        (divisors[..., 0], yz, zx, xy),
        (yz, divisors[..., 1], sxy, sxz),
        (zx, sxy, divisors[..., 2], syz),
        (xy, sxz, syz, divisors[..., 3]),
    )
    candidates = np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
    best = np.take_along_axis(candidates, divisors.argmax(axis=-1)[..., None, None], axis=-2)[..., 0, :]
    return axis_angle_from_quaternion(best / np.linalg.norm(best, axis=-1, keepdims=True))


def axis_angle_from_yaw_pitch_roll(
    yaw: NDArray[np.floating], pitch: NDArray[np.floating], roll: NDArray[np.floating]
) -> Array:
    """Axis-angle vectors (..., 3) of R = Ry(yaw) Rx(pitch) Rz(roll), the project's Euler order."""
    zero = np.zeros_like(np.asarray(yaw, np.float64))
    qy = quaternion_from_axis_angle(np.stack([zero, yaw, zero], axis=-1))
    qx = quaternion_from_axis_angle(np.stack([pitch, zero, zero], axis=-1))
    qz = quaternion_from_axis_angle(np.stack([zero, zero, roll], axis=-1))
    return axis_angle_from_quaternion(multiply_quaternions(multiply_quaternions(qy, qx), qz))


def yaw_pitch_roll(vector: NDArray[np.floating]) -> Array:
    """(..., 3) yaw, pitch, roll of axis-angle vectors (..., 3), R = Ry(yaw) Rx(pitch) Rz(roll)."""
    m = matrix_from_axis_angle(vector)
    pitch = np.arcsin(np.clip(-m[..., 1, 2], -1.0, 1.0))
    yaw = np.arctan2(m[..., 0, 2], m[..., 2, 2])
    roll = np.arctan2(m[..., 1, 0], m[..., 1, 1])
    return np.stack([yaw, pitch, roll], axis=-1)
