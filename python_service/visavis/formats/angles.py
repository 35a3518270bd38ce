"""Head and eye angles as tables of figures carry them."""

import numpy as np
from numpy.typing import NDArray

from visavis.rig.rotations import yaw_pitch_roll
from visavis.state.person import PersonState


def head_and_eye_angles(person: PersonState) -> NDArray[np.float64]:
    """(T, 7) radians: head yaw, pitch, roll relative to the body, then yaw and pitch of left and right eye.

    Yaw is positive to the person's own left, pitch down, roll towards the own right shoulder.
    """
    head = yaw_pitch_roll(person.head_rotation)
    eyes = [yaw_pitch_roll(eye)[:, :2] for eye in (person.left_eye, person.right_eye)]
    return np.concatenate([head, *eyes], axis=1)
