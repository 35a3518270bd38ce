"""A take: a conversation that has been animated, ready to be drawn at any frame."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.rotations import matrix_from_axis_angle
from visavis.state.arkit import EYE_BLINK
from visavis.state.person import DyadState, PersonState
from visavis.view.people import Pose

FloatArray = NDArray[np.floating]

FRAME_KEYS: Final = (
    "expression", "global_rotation", "neck", "jaw", "left_eye", "right_eye",
    "translation", "eyelids", "gaze_point", "gaze_on_partner", "speaking",
)  # fmt: skip
"""Arrays of each person in an `npz` file, after `a_` or `b_`."""


class TakeError(ValueError):
    """A file that holds no conversation; the message says what is wrong with it."""


@dataclass(frozen=True)
class PersonTake:
    """One person over T frames.

    Attributes:
        arkit: (T, 52) weights, blinks filled in.
        body: (T, 3, 3) rotation of the trunk; head: (T, 3, 3) rotation of the head; both in the conversation frame.
        left_eye, right_eye: (T, 3, 3) relative to the head.
        position: (T, 3) the head joint, metres.
        speaking: (T,) probability; gaze_point: (T, 3); gaze_on_partner: (T,).
    """

    arkit: FloatArray
    body: FloatArray
    head: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    position: FloatArray
    speaking: FloatArray
    gaze_point: FloatArray
    gaze_on_partner: FloatArray

    def __len__(self) -> int:
        return len(self.arkit)

    def pose(self, frame: int) -> Pose:
        """How the person is at `frame`."""
        return Pose(
            self.arkit[frame],
            self.body[frame],
            self.head[frame],
            self.left_eye[frame],
            self.right_eye[frame],
            self.position[frame],
        )

    @classmethod
    def from_state(cls, state: PersonState) -> "PersonTake":
        """The take of a performed person."""
        body = matrix_from_axis_angle(state.body_rotation).astype(np.float32)
        head = body @ matrix_from_axis_angle(state.head_rotation).astype(np.float32)
        arkit = state.arkit.astype(np.float32).copy()
        arkit[:, list(EYE_BLINK)] = state.eyelids
        return cls(
            arkit=arkit,
            body=body,
            head=head,
            left_eye=matrix_from_axis_angle(state.left_eye).astype(np.float32),
            right_eye=matrix_from_axis_angle(state.right_eye).astype(np.float32),
            position=state.head_position.astype(np.float32),
            speaking=state.speaking,
            gaze_point=state.gaze_point,
            gaze_on_partner=state.gaze_on_partner,
        )


@dataclass(frozen=True)
class Take:
    """Both people over the same frames, frame k at k / fps seconds."""

    fps: float
    a: PersonTake
    b: PersonTake

    def __len__(self) -> int:
        return len(self.a)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self) / self.fps

    @classmethod
    def from_state(cls, dyad: DyadState) -> "Take":
        """The take of a performed conversation."""
        return cls(float(dyad.fps), PersonTake.from_state(dyad.a), PersonTake.from_state(dyad.b))


def find_sound(file: Path) -> Path | None:
    """The recording that belongs to a baked file: the same stem in the same folder, or the folder's only one."""
    for suffix in (".wav", ".flac", ".ogg", ".mp3"):
        if file.with_suffix(suffix).is_file():
            return file.with_suffix(suffix)
    return None
