"""What a conversation gives back."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from visavis.engine.options import LookAhead
from visavis.rig import FlameFrames
from visavis.roles import RoleEvent, RoleSource
from visavis.scene.pose_text import PoseReading
from visavis.state import DyadState


@dataclass(frozen=True)
class Header:
    """What was agreed when a conversation opened; fields as in conversation.proto.

    Attributes:
        role_source: None while it depends on what is sent first.
        pose: what was understood of the pose text given at open, or None.
    """

    conversation_id: str
    fps: int
    look_ahead: LookAhead
    look_ahead_ms: int
    rig_id: str
    model_id: str
    seed: int
    role_source: RoleSource | None
    pose: PoseReading | None


@dataclass(frozen=True)
class Frames:
    """Both faces over one or more output frames in a row.

    Attributes:
        state: what both do, independent of a rig; `state.start` is the index of the first frame, `state.fps` its rate.
        a, b: the same as FLAME parameters, (T, ...).
        object_names: names that `gaze_object` of the states counts in.
    """

    state: DyadState
    a: FlameFrames
    b: FlameFrames
    object_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.state.a)

    @property
    def first(self) -> int:
        """Index of the first frame; frame k is at exactly k / fps seconds of audio time."""
        return self.state.start


class NoticeSeverity(IntEnum):
    """How grave a notice is; values as in conversation.proto."""

    INFO = 1
    WARNING = 2


@dataclass(frozen=True)
class Notice:
    """Something worth telling that is no error."""

    severity: NoticeSeverity
    code: str
    message: str
    time_s: float


@dataclass(frozen=True)
class Summary:
    """The last that a conversation gives back; fields as in conversation.proto."""

    frames: int
    audio_s: float
    speaking_a_s: float
    speaking_b_s: float
    compute_s: float


Output: TypeAlias = Frames | RoleEvent | Notice | PoseReading | Summary
