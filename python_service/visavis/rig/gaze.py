"""Re-aiming the look at the partner who is really there. docs/retargeting.md, step 3."""

from dataclasses import dataclass, field
from math import radians
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.rotations import multiply_quaternions, quaternion_from_axis_angle

Array = NDArray[np.float64]

WEIGHT_TIME_S: Final = 0.1
"""How long the correction takes to come in or go out."""

NEAREST_M: Final = 0.05
"""Eyes do not converge on anything nearer."""

LARGEST_TURN: Final = np.radians([150.0, 60.0])
"""Bound of the correction, yaw and pitch, radians."""


@dataclass(frozen=True)
class GazeSettings:
    """How a turn is split. Pairs are (yaw, pitch); limits in radians, times in seconds.

    Attributes:
        eye_limit: how far an eye turns from straight ahead.
        head_share, chest_share: what part of a correction they take, the eyes the rest.
        head_limit: how far the head turns on the body, the stream's own turn included.
        chest_limit: how far the chest is turned.
        head_time, chest_time: time constants with which they follow.
    """

    eye_limit: tuple[float, float] = (radians(30.0), radians(25.0))
    head_share: tuple[float, float] = (0.55, 0.50)
    head_limit: tuple[float, float] = (radians(70.0), radians(40.0))
    chest_share: tuple[float, float] = (0.15, 0.0)
    chest_limit: tuple[float, float] = (radians(40.0), radians(15.0))
    head_time: float = 0.20
    chest_time: float = 0.50


@dataclass
class GazeInput:
    """What the solver needs of one frame; vectors in body axes (+X own left, +Y up, +Z forward), metres.

    Attributes:
        stream_target: from the stream's eye midpoint to the point the stream looks at, in the stream's body axes.
        scene_target: from the avatar's eye midpoint to the real target, in the avatar's body axes.
        wanted: how much of the correction is wanted, in [0, 1].
        head, left_eye, right_eye: the pose's quaternions (w, x, y, z).
        stream_eye_distance, scene_eye_distance: metres between the eyes of the rig, of the avatar.
    """

    stream_target: Array
    scene_target: Array
    wanted: float
    head: Array
    left_eye: Array
    right_eye: Array
    stream_eye_distance: float
    scene_eye_distance: float


@dataclass
class GazeResult:
    """Quaternions (w, x, y, z): chest after the body's own rotation, the others in place of the pose's."""

    chest: Array
    head: Array
    left_eye: Array
    right_eye: Array


def direction(vector: Array) -> Array:
    """(yaw, pitch) of a vector: yaw to the own left, pitch down."""
    x, y, z = vector
    return np.array([np.arctan2(x, z), np.arctan2(-y, np.hypot(x, z))])


def forward(angles: Array) -> Array:
    """The unit vector of (yaw, pitch)."""
    yaw, pitch = angles
    return np.array([np.sin(yaw) * np.cos(pitch), -np.sin(pitch), np.cos(yaw) * np.cos(pitch)])


def rotate(quaternion: Array, vector: Array) -> Array:
    """A vector (3,) turned by a unit quaternion."""
    w, xyz = quaternion[0], quaternion[1:]
    t = 2.0 * np.cross(xyz, vector)
    return np.asarray(vector + w * t + np.cross(xyz, t))


def inverse(quaternion: Array) -> Array:
    """The reverse turn."""
    return np.asarray(quaternion * np.array([1.0, -1.0, -1.0, -1.0]))


def turn(yaw: float, pitch: float, roll: float = 0.0) -> Array:
    """The quaternion of Ry(yaw) Rx(pitch) Rz(roll)."""
    about_y, about_x, about_z = quaternion_from_axis_angle(np.diag([pitch, yaw, roll])[[1, 0, 2]])
    return multiply_quaternions(multiply_quaternions(about_y, about_x), about_z)


def wrap(angles: Array) -> Array:
    """Angles brought into (-pi, pi]."""
    return np.asarray(angles - 2.0 * np.pi * np.ceil((angles - np.pi) / (2.0 * np.pi)))


@dataclass
class GazeSolver:
    """Splits the turn towards the real target between eyes, head and chest, frame by frame."""

    settings: GazeSettings = field(default_factory=GazeSettings)
    weight: float = 0.0
    head: Array = field(default_factory=lambda: np.zeros(2))
    chest: Array = field(default_factory=lambda: np.zeros(2))

    def reset(self) -> None:
        """Back to no correction at all."""
        self.weight = 0.0
        self.head[:] = 0.0
        self.chest[:] = 0.0

    def step(self, given: GazeInput, dt: float) -> GazeResult:
        """The corrected turns `dt` seconds after the last."""
        s = self.settings
        self.weight += min(max(given.wanted - self.weight, -dt / WEIGHT_TIME_S), dt / WEIGHT_TIME_S)
        error = wrap(direction(given.scene_target) - direction(given.stream_target))
        error = self.weight * np.clip(error, -LARGEST_TURN, LARGEST_TURN)
        head0 = _yaw_pitch_roll(given.head)
        eyes = [direction(rotate(eye, np.array([0.0, 0.0, 1.0]))) for eye in (given.left_eye, given.right_eye)]
        eye0 = (eyes[0] + eyes[1]) / 2.0
        for axis in (0, 1):
            e = float(error[axis])
            c = _clamp(s.chest_share[axis] * e, s.chest_limit[axis])
            h = s.head_share[axis] * e
            x = float(eye0[axis]) + e - h - c
            h += x - _clamp(x, max(s.eye_limit[axis], abs(float(eye0[axis]))))
            y = float(head0[axis]) + h
            over = y - _clamp(y, max(s.head_limit[axis], abs(float(head0[axis]))))
            h -= over
            c = _clamp(c + over, s.chest_limit[axis])
            self.head[axis] += (h - self.head[axis]) * (1.0 - np.exp(-dt / s.head_time))
            self.chest[axis] += (c - self.chest[axis]) * (1.0 - np.exp(-dt / s.chest_time))
        new_head = turn(head0[0] + self.head[0], head0[1] + self.head[1], head0[2])
        new_chest = turn(self.chest[0], self.chest[1])
        look = direction(rotate(given.head, forward(eye0))) + error
        eye = direction(rotate(inverse(multiply_quaternions(new_chest, new_head)), forward(look)))
        moved = wrap(eye - eye0)
        verge = self.weight * (
            _half_angle(given.scene_eye_distance, given.scene_target)
            - _half_angle(given.stream_eye_distance, given.stream_target)
        )
        turned = []
        for own, aside in ((eyes[0], -verge), (eyes[1], verge)):
            limit = np.maximum(s.eye_limit, np.abs(own))
            angles = np.clip(own + moved + np.array([aside, 0.0]), -limit, limit)
            turned.append(turn(float(angles[0]), float(angles[1])))
        return GazeResult(new_chest, new_head, turned[0], turned[1])


def _clamp(x: float, limit: float) -> float:
    return min(max(x, -limit), limit)


def _half_angle(eye_distance: float, target: Array) -> float:
    return float(np.arctan2(eye_distance / 2.0, max(float(np.linalg.norm(target)), NEAREST_M)))


def _yaw_pitch_roll(quaternion: Array) -> Array:
    w, x, y, z = quaternion
    pitch = np.arcsin(min(max(2.0 * (w * x - y * z), -1.0), 1.0))
    yaw = np.arctan2(2.0 * (x * z + w * y), 1.0 - 2.0 * (x * x + y * y))
    roll = np.arctan2(2.0 * (x * y + w * z), 1.0 - 2.0 * (x * x + z * z))
    return np.array([yaw, pitch, roll])
