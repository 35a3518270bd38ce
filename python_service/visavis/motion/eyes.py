"""Eyeballs in their sockets: how far they go, and the ARKit shapes that say the same."""

from math import cos, radians, sin, tan
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.scene.geometry import Vector, aim, direction
from visavis.state.arkit import ARKIT_INDEX

EYE_YAW_LIMIT: Final = radians(33.0)
"""Farthest to either side."""
EYE_PITCH_LIMIT: Final = radians(25.0)
"""Farthest up or down."""
_SOFT: Final = 0.85
"""Share of the range after which an eye gives way softly instead of stopping dead."""


def _within(angle: float, limit: float) -> float:
    """`angle`, held within `limit`: exact up to 85% of it, then ever slower."""
    free = _SOFT * limit
    if -free <= angle <= free:
        return angle
    room = limit - free
    over = abs(angle) - free
    held = free + room * over / (room + over)
    return held if angle > 0.0 else -held


def turned(line: Vector) -> tuple[Vector, float, float, bool]:
    """An eye that looks along `line` (head axes), as far as it can.

    Returns:
        Its rotation vector (Listing's law: no torsion), its yaw and pitch, and whether it had to give way.
    """
    yaw, pitch = direction(line)
    held_yaw, held_pitch = _within(yaw, EYE_YAW_LIMIT), _within(pitch, EYE_PITCH_LIMIT)
    if held_yaw == yaw and held_pitch == pitch:
        return aim(line), yaw, pitch, False
    held = (sin(held_yaw), -tan(held_pitch), cos(held_yaw))
    return aim(held), held_yaw, held_pitch, True


def look_weights(
    left: NDArray[np.float64], right: NDArray[np.float64], look_range: tuple[float, float, float, float]
) -> NDArray[np.float64]:
    """ARKit's eight eye-look shapes, as every retargeter has them.

    Args:
        left: (T, 3) rotation vector of the left eye: +X down, +Y to the own left.
        right: (T, 3) of the right eye.
        look_range: radians at weight 1 of look up, down, in, out.

    Returns:
        (T, 8) weights in [0, 1], in the order of `LOOK_COLUMNS`.
    """
    up, down, in_, out = look_range
    angles = np.concatenate([left[:, :2], right[:, :2]], axis=1)
    weights: NDArray[np.float64] = angles[:, _ANGLE_OF_SHAPE] * _SIGN_OF_SHAPE / ([down, in_, out, up] * 2)
    np.maximum(weights, 0.0, out=weights)
    np.minimum(weights, 1.0, out=weights)
    return weights


LOOK_COLUMNS: Final = [
    ARKIT_INDEX[f"eyeLook{way}{side}"] for side in ("Left", "Right") for way in ("Down", "In", "Out", "Up")
]
"""Where `look_weights` go."""
_ANGLE_OF_SHAPE: Final = [0, 1, 1, 0, 2, 3, 3, 2]
_SIGN_OF_SHAPE: Final = np.array([1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0])
