"""What the engine makes, as clients get it."""

from collections.abc import Iterator
from typing import Any

from visavis.engine import Frames, Header, Notice, Output, Summary
from visavis.rig import FlameFrames, Rig
from visavis.roles import RoleEvent
from visavis.scene import PersonPlacement, Placement
from visavis.scene.pose_text import PoseReading
from visavis.v1 import conversation_pb2, frame_pb2, participant_pb2, rig_pb2, role_pb2, scene_pb2


def messages(output: Output, include_arkit: bool) -> Iterator[dict[str, Any]]:
    """The answers one output becomes, each as the one field of a ConverseResponse or BakeResponse that it sets."""
    if isinstance(output, Frames):
        for index in range(len(output)):
            yield {"frame": frame(output, index, include_arkit)}
    elif isinstance(output, RoleEvent):
        who = enum(output.participant)
        yield {"role_event": role_pb2.RoleEvent(kind=enum(output.kind), participant=who, time_s=output.time_s)}
    elif isinstance(output, Notice):
        yield {"notice": notice(output)}
    elif isinstance(output, Summary):
        yield {"summary": summary(output)}
    else:
        yield {"pose": pose_reading(output)}


def header(given: Header) -> conversation_pb2.StreamHeader:
    """What was agreed."""
    return conversation_pb2.StreamHeader(
        conversation_id=given.conversation_id,
        fps=given.fps,
        look_ahead=enum(given.look_ahead),
        look_ahead_ms=given.look_ahead_ms,
        rig_id=given.rig_id,
        model_id=given.model_id,
        seed=given.seed,
        role_source=enum(given.role_source or 0),
        pose=None if given.pose is None else pose_reading(given.pose),
    )


def notice(given: Notice) -> conversation_pb2.Notice:
    """Something worth telling."""
    severity = enum(given.severity)
    return conversation_pb2.Notice(severity=severity, code=given.code, message=given.message, time_s=given.time_s)


def summary(given: Summary) -> conversation_pb2.StreamSummary:
    """What was done."""
    return conversation_pb2.StreamSummary(
        frames=given.frames,
        audio_s=given.audio_s,
        speaking_a_s=given.speaking_a_s,
        speaking_b_s=given.speaking_b_s,
        compute_s=given.compute_s,
    )


def frame(frames: Frames, index: int, include_arkit: bool) -> frame_pb2.ConversationFrame:
    """Both people in the `index`-th of the frames."""
    number = frames.first + index
    names = frames.object_names
    return frame_pb2.ConversationFrame(
        index=number,
        time_s=number / frames.state.fps,
        a=person(frames.a, index, names, include_arkit),
        b=person(frames.b, index, names, include_arkit),
    )


def person(flame: FlameFrames, index: int, names: tuple[str, ...], include_arkit: bool) -> frame_pb2.PersonFrame:
    """One person in one frame."""
    x, y, z = flame.gaze_point[index].tolist()
    thing = int(flame.gaze_object[index])
    return frame_pb2.PersonFrame(
        expression=flame.expression[index].tolist(),
        global_rotation=flame.global_rotation[index].tolist(),
        neck=flame.neck[index].tolist(),
        jaw=flame.jaw[index].tolist(),
        left_eye=flame.left_eye[index].tolist(),
        right_eye=flame.right_eye[index].tolist(),
        translation=flame.translation[index].tolist(),
        eyelids=flame.eyelids[index].tolist(),
        gaze=frame_pb2.Gaze(
            kind=enum(flame.gaze_kind[index]),
            point=participant_pb2.Vector3(x=x, y=y, z=z),
            on_partner=float(flame.gaze_on_partner[index]),
            object_name=names[thing] if thing >= 0 else "",
        ),
        speaking=float(flame.speaking[index]),
        arkit=flame.arkit[index].tolist() if include_arkit else (),
    )


def pose_reading(reading: PoseReading) -> scene_pb2.PoseReading:
    """What a pose text was understood as."""
    return scene_pb2.PoseReading(
        placement=placement(reading.placement),
        transition_s=reading.transition_s or 0.0,
        reading=reading.reading,
        confidence=reading.confidence,
        not_understood=reading.not_understood,
    )


def placement(both: Placement) -> scene_pb2.Placement:
    """Both people's places."""
    return scene_pb2.Placement(a=_place(both.a), b=_place(both.b))


def rig(given: Rig) -> rig_pb2.Rig:
    """What clients need to know about the rig."""
    rows, columns = given.arkit_to_flame.shape
    return rig_pb2.Rig(
        rig_id=given.rig_id,
        description=given.description,
        expression_size=given.expression_size,
        arkit_names=given.arkit_names,
        arkit_to_flame=rig_pb2.Matrix(rows=rows, columns=columns, values=given.arkit_to_flame.ravel().tolist()),
        ridge=given.ridge,
        sweeps=given.sweeps,
        joints=[participant_pb2.Vector3(x=x, y=y, z=z) for x, y, z in given.joints.tolist()],
        residual_mm=given.residual_mm,
        eye_look_range=given.eye_look_range.tolist(),
    )


def enum(value: int) -> Any:
    """A value of an enumeration on the wire, whose numbers are the same here and there."""
    return int(value)


def _place(one: PersonPlacement) -> scene_pb2.PersonPlacement:
    x, y, z = one.position
    return scene_pb2.PersonPlacement(
        position=participant_pb2.Vector3(x=x, y=y, z=z),
        yaw_deg=one.yaw_deg,
        eye_height=one.eye_height,
        lean_deg=one.lean_deg,
    )
