"""The semantic face state: what a person's face and head do, independent of any rig."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


class GazeKind(IntEnum):
    """What somebody looks at; values as in frame.proto."""

    PARTNER_EYES = 1
    PARTNER_MOUTH = 2
    AVERTED = 3
    OBJECT = 4


@dataclass
class PersonState:
    """One person over T frames. Axis-angle vectors in radians, right-handed; metres; the conversation frame.

    Attributes:
        arkit: (T, 52) weights in [0, 1], Apple order; blinks and eye-look shapes filled in, consistent
            with `eyelids` and the eye rotations.
        body_rotation: (T, 3) which way the person faces, lean included (FLAME's global rotation).
        head_rotation: (T, 3) the head relative to the body (FLAME's neck).
        left_eye, right_eye: (T, 3) eyes relative to the head; +X down, +Y towards the person's own left.
        head_position: (T, 3) the joint about which the head turns, conversation frame.
        eyelids: (T, 2) left, right; 0 open, 1 shut.
        gaze_kind: (T,) values of GazeKind.
        gaze_point: (T, 3) the point looked at.
        gaze_on_partner: (T,) in [0, 1].
        gaze_object: (T,) index into the scene's objects, -1 when the kind is not OBJECT.
        speaking: (T,) probability.
    """

    arkit: FloatArray
    body_rotation: FloatArray
    head_rotation: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    head_position: FloatArray
    eyelids: FloatArray
    gaze_kind: NDArray[np.int8]
    gaze_point: FloatArray
    gaze_on_partner: FloatArray
    gaze_object: NDArray[np.int16]
    speaking: FloatArray

    def __len__(self) -> int:
        return len(self.arkit)


@dataclass
class DyadState:
    """Both people over the same T frames, the first of which is frame `start` at `start / fps` seconds."""

    start: int
    fps: int
    a: PersonState
    b: PersonState
