"""A partner who walks past in mid-stream: what the other's head and eyes do, measured on the posed head."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.evaluation.gaze import angle_to_partner, eye_rays
from visavis.motion import Performer
from visavis.rig.rotations import matrix_from_axis_angle
from visavis.scene import PersonPlacement, PlacementTrack
from visavis.scene.placement import Placement
from visavis.state import Behaviour
from visavis.state.behaviour import BEHAVIOUR_SIZE, FRAME_RATE, field_slice

Array = NDArray[np.float64]

LEAVES_S: Final = 2.0
"""When B begins to walk."""
WALK_S: Final = 3.0
"""How long B takes."""
AFTER_S: Final = 3.0
"""How long is looked on."""
SIDE_M: Final = 1.2
"""How far to A's left B begins, and to A's right B ends; B stays this far ahead of A."""
SACCADE_DEG: Final = 3.0
"""A step of the eyes in the world beyond this, between two frames, is a saccade (pursuit is slower: 70 degrees/s)."""


@dataclass(frozen=True)
class WalkPast:
    """Over T frames, degrees: yaw of the line from A's to B's eyes, of A's head and of A's gaze, and A's gaze off B."""

    bearing: Array
    head: Array
    gaze: Array
    off: Array

    def figures(self) -> dict[str, float]:
        """Steps in degrees a frame, angles in degrees, and how many saccades there were."""
        eyes, head = np.abs(np.diff(self.gaze)), np.abs(np.diff(self.head))
        walking = slice(round(LEAVES_S * FRAME_RATE), round((LEAVES_S + WALK_S) * FRAME_RATE))
        return {
            "bearing_turned_deg": float(abs(self.bearing[-1] - self.bearing[0])),
            "head_step_max_deg": float(head.max()),
            "eyes_step_max_deg": float(eyes.max()),
            "eyes_saccade_frames": float((eyes > SACCADE_DEG).sum()),
            "off_partner_walking_median": float(np.median(self.off[walking])),
            "off_partner_at_end_median": float(np.median(self.off[-FRAME_RATE:])),
        }


def walk_past(seed: int = 3) -> WalkPast:
    """A looks at B all the time; B walks from A's left to A's right."""
    track = PlacementTrack(Placement(PersonPlacement((0.0, 0.0, 0.0), 0.0), _ahead(SIDE_M)))
    track.change(LEAVES_S, None, _ahead(-SIDE_M), WALK_S)
    count = round((LEAVES_S + WALK_S + AFTER_S) * FRAME_RATE)
    rows = np.zeros((count, BEHAVIOUR_SIZE), np.float32)
    rows[:, field_slice("look")] = 1.0
    look = Behaviour.unpack(rows)
    dyad = Performer(seed).perform(0, look, look, track, np.zeros((count, 2), np.float32))
    origins, rays = eye_rays(dyad.a)
    line = eye_rays(dyad.b)[0].mean(axis=1) - origins.mean(axis=1)
    turned = matrix_from_axis_angle(dyad.a.body_rotation.astype(np.float64))
    turned = turned @ matrix_from_axis_angle(dyad.a.head_rotation.astype(np.float64))
    return WalkPast(
        _yaw(line), _yaw(turned[:, :, 2]), _yaw(rays.mean(axis=1)), angle_to_partner(dyad.a, dyad.b)
    )  # fmt: skip


def _ahead(left: float) -> PersonPlacement:
    """`left` metres to the left of somebody at the origin who faces +Z, and as far ahead, facing back."""
    return PersonPlacement((left, 0.0, SIDE_M), 180.0)


def _yaw(directions: Array) -> Array:
    return np.degrees(np.unwrap(np.arctan2(directions[:, 0], directions[:, 2])))
