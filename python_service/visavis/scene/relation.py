"""How one person stands to the other: the six numbers about the scene that the network is given."""

from typing import Final, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visavis.scene.placement import DEFAULT_DISTANCE, TRUNK_SHARE

RELATION_SIZE: Final = 6


class Places(Protocol):
    """One person's place, or T of them: a `PersonPlacement` or a `PersonPath`."""

    @property
    def position(self) -> ArrayLike:
        """(3,) or (T, 3) metres."""

    @property
    def yaw_deg(self) -> ArrayLike:
        """() or (T,) degrees."""

    @property
    def eye_height(self) -> ArrayLike:
        """() or (T,) metres."""

    @property
    def lean_deg(self) -> ArrayLike:
        """() or (T,) degrees."""


def eye_point(place: Places) -> NDArray[np.float64]:
    """(..., 3) metres: the point at eye height above the feet, carried along by the lean about the hips.

    It knows no rig: a face's eyes lie some centimetres before it, in every rig others.
    """
    yaw, lean = np.radians(place.yaw_deg), np.radians(place.lean_deg)
    height = np.asarray(place.eye_height, np.float64)
    trunk = TRUNK_SHARE * height
    forward, up = trunk * np.sin(lean), height - trunk * (1.0 - np.cos(lean))
    reach = np.stack([forward * np.sin(yaw), up, forward * np.cos(yaw)], axis=-1)
    return np.asarray(place.position, np.float64) + reach


def relation(own: Places, partner: Places) -> NDArray[np.float32]:
    """Where the partner is, seen from the own body, and whether the partner is turned this way.

    Args:
        own: one person's place, or T of them.
        partner: the other's.

    Returns:
        (6,) or (T, 6): sin and cos of the yaw from the own facing to the partner's eyes (+ to the own
        left), the pitch to them (radians, + down), log(eye distance / 1.2 m), sin and cos of the angle by
        which the partner's body is turned away from looking here (+ to the partner's left).
        At the default placement: 0, 1, 0, 0, 0, 1.
    """
    line = eye_point(partner) - eye_point(own)
    across = np.hypot(line[..., 0], line[..., 2])
    bearing = np.arctan2(line[..., 0], line[..., 2])
    yaw = bearing - np.radians(own.yaw_deg)
    pitch = np.arctan2(-line[..., 1], across)
    distance = np.maximum(np.linalg.norm(line, axis=-1), 1e-2)
    turned = np.radians(partner.yaw_deg) - (bearing + np.pi)
    columns = np.broadcast_arrays(
        np.sin(yaw), np.cos(yaw), pitch, np.log(distance / DEFAULT_DISTANCE), np.sin(turned), np.cos(turned)
    )
    return np.stack(columns, axis=-1).astype(np.float32)
