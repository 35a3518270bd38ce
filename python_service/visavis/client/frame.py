"""What a client gets: both faces at one moment, events, notices, readings, summaries."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from visavis.client.talk import Person
from visavis.v1 import conversation_pb2, conversation_service_pb2, frame_pb2, participant_pb2, role_pb2, scene_pb2

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Face:
    """One person, in FLAME's layout. Axis-angle vectors in radians, right-handed; metres; the conversation frame.

    For one moment arrays are as given; for a whole `Performance` they have a first axis of T frames.

    Attributes:
        expression: (E,) FLAME expression coefficients.
        global_rotation: (3,) which way the person faces, lean included.
        neck: (3,) the head relative to the body.
        jaw: (3,) opens about +X.
        left_eye, right_eye: (3,) +X looks down, +Y towards the person's own left.
        translation: (3,) where the head joint is.
        eyelids: (2,) left, right; 0 open, 1 shut.
        gaze_kind: () value of `visavis.state.GazeKind`.
        gaze_point: (3,) the point looked at.
        gaze_on_partner: () in [0, 1].
        speaking: () probability.
        arkit: (52,) weights in Apple's order when asked for, else (0,).
        gaze_object: name of the thing looked at, "" for none (and in a `Performance`, which has them apart).
    """

    expression: FloatArray
    global_rotation: FloatArray
    neck: FloatArray
    jaw: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    translation: FloatArray
    eyelids: FloatArray
    gaze_kind: NDArray[np.int8]
    gaze_point: FloatArray
    gaze_on_partner: FloatArray
    speaking: FloatArray
    arkit: FloatArray
    gaze_object: str = ""


@dataclass(frozen=True)
class Frame:
    """Both faces at one moment: frame `index`, at exactly index / fps seconds of audio time.

    `wire_bytes` is the size of its message.
    """

    index: int
    time_s: float
    a: Face
    b: Face
    wire_bytes: int = 0


@dataclass(frozen=True)
class TurnEvent:
    """A turn began or ended, somebody broke in, or made a sound of listening."""

    kind: Literal["turn_began", "turn_ended", "overlap_began", "backchannel"]
    person: Person
    time_s: float


@dataclass(frozen=True)
class Notice:
    """Something worth telling that is no error; `code` is a stable short name."""

    code: str
    message: str
    time_s: float
    is_warning: bool


@dataclass(frozen=True)
class Header:
    """What was agreed at open."""

    conversation_id: str
    fps: int
    look_ahead_ms: int
    rig_id: str
    model_id: str
    seed: int
    role_source: str
    pose: scene_pb2.PoseReading | None


@dataclass(frozen=True)
class Summary:
    """What was done; the last that comes."""

    frames: int
    audio_s: float
    speaking_a_s: float
    speaking_b_s: float
    compute_s: float


Output: TypeAlias = Header | Frame | TurnEvent | Notice | scene_pb2.PoseReading | Summary


@dataclass(frozen=True)
class Performance:
    """A whole conversation: T frames of both people, and what happened.

    Attributes:
        header: what was agreed.
        first: index of the first frame.
        a, b: all frames' values, each array with a first axis of T frames.
        gaze_objects: for A and B, T names of the things looked at ("" for none).
        events, notices, readings: in order of time.
        summary: what was done.
    """

    header: Header
    first: int
    a: Face
    b: Face
    gaze_objects: tuple[tuple[str, ...], tuple[str, ...]]
    events: tuple[TurnEvent, ...]
    notices: tuple[Notice, ...]
    readings: tuple[scene_pb2.PoseReading, ...]
    summary: Summary

    def __len__(self) -> int:
        return len(self.a.jaw)

    @property
    def times_s(self) -> NDArray[np.float64]:
        """(T,) seconds of audio time."""
        return (self.first + np.arange(len(self))) / self.header.fps


def gather(outputs: Iterable[Output]) -> Performance:
    """A whole conversation from its outputs. Raises ValueError when header, frames or summary are missing."""
    rows: list[Frame] = []
    events: list[TurnEvent] = []
    notices: list[Notice] = []
    readings: list[scene_pb2.PoseReading] = []
    header: Header | None = None
    summary: Summary | None = None
    for output in outputs:
        if isinstance(output, Frame):
            rows.append(output)
        elif isinstance(output, Header):
            header = output
        elif isinstance(output, TurnEvent):
            events.append(output)
        elif isinstance(output, Notice):
            notices.append(output)
        elif isinstance(output, Summary):
            summary = output
        else:
            readings.append(output)
    if header is None or summary is None or not rows:
        raise ValueError("not a whole conversation: header, frames or summary are missing")
    names = tuple(tuple(face.gaze_object for face in person) for person in ([r.a for r in rows], [r.b for r in rows]))
    return Performance(
        header=header,
        first=rows[0].index,
        a=_stack([r.a for r in rows]),
        b=_stack([r.b for r in rows]),
        gaze_objects=(names[0], names[1]),
        events=tuple(events),
        notices=tuple(notices),
        readings=tuple(readings),
        summary=summary,
    )


def _stack(faces: list[Face]) -> Face:
    names = [f.name for f in fields(Face) if f.name != "gaze_object"]
    arrays: dict[str, Any] = {name: np.stack([getattr(face, name) for face in faces]) for name in names}
    return Face(**arrays)


def face(message: frame_pb2.PersonFrame) -> Face:
    """One person off the wire."""
    point = message.gaze.point
    return Face(
        expression=np.array(message.expression, np.float32),
        global_rotation=np.array(message.global_rotation, np.float32),
        neck=np.array(message.neck, np.float32),
        jaw=np.array(message.jaw, np.float32),
        left_eye=np.array(message.left_eye, np.float32),
        right_eye=np.array(message.right_eye, np.float32),
        translation=np.array(message.translation, np.float32),
        eyelids=np.array(message.eyelids, np.float32),
        gaze_kind=np.array(message.gaze.kind, np.int8),
        gaze_point=np.array((point.x, point.y, point.z), np.float32),
        gaze_on_partner=np.array(message.gaze.on_partner, np.float32),
        speaking=np.array(message.speaking, np.float32),
        arkit=np.array(message.arkit, np.float32),
        gaze_object=message.gaze.object_name,
    )


def frame(message: frame_pb2.ConversationFrame) -> Frame:
    """Both people off the wire."""
    return Frame(message.index, message.time_s, face(message.a), face(message.b), message.ByteSize())


_TURNS: dict[int, Literal["turn_began", "turn_ended", "overlap_began", "backchannel"]] = {
    1: "turn_began", 2: "turn_ended", 3: "overlap_began", 4: "backchannel",
}  # fmt: skip


def turn_event(message: role_pb2.RoleEvent) -> TurnEvent:
    """An event off the wire."""
    person: Person = "B" if message.participant == participant_pb2.PARTICIPANT_B else "A"
    return TurnEvent(_TURNS[message.kind], person, message.time_s)


def notice(message: conversation_pb2.Notice) -> Notice:
    """A notice off the wire."""
    grave = message.severity == conversation_pb2.NOTICE_SEVERITY_WARNING
    return Notice(message.code, message.message, message.time_s, grave)


def header(message: conversation_pb2.StreamHeader) -> Header:
    """A header off the wire."""
    source = role_pb2.RoleSource.Name(message.role_source).removeprefix("ROLE_SOURCE_").lower()
    return Header(
        message.conversation_id,
        message.fps,
        message.look_ahead_ms,
        message.rig_id,
        message.model_id,
        message.seed,
        source,
        message.pose if message.HasField("pose") else None,
    )


def summary(message: conversation_pb2.StreamSummary) -> Summary:
    """A summary off the wire."""
    return Summary(message.frames, message.audio_s, message.speaking_a_s, message.speaking_b_s, message.compute_s)


def output(response: conversation_service_pb2.ConverseResponse | conversation_service_pb2.BakeResponse) -> Output:
    """Any answer of a conversation or a bake, except progress."""
    kind = response.WhichOneof("response")
    if kind == "frame":
        return frame(response.frame)
    if kind == "header":
        return header(response.header)
    if kind == "role_event":
        return turn_event(response.role_event)
    if kind == "notice":
        return notice(response.notice)
    if kind == "summary":
        return summary(response.summary)
    return response.pose
