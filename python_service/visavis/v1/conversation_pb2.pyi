from visavis.v1 import audio_pb2 as _audio_pb2
from visavis.v1 import participant_pb2 as _participant_pb2
from visavis.v1 import role_pb2 as _role_pb2
from visavis.v1 import scene_pb2 as _scene_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LookAhead(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LOOK_AHEAD_UNSPECIFIED: _ClassVar[LookAhead]
    LOOK_AHEAD_LIVE: _ClassVar[LookAhead]
    LOOK_AHEAD_BALANCED: _ClassVar[LookAhead]
    LOOK_AHEAD_OFFLINE: _ClassVar[LookAhead]

class NoticeSeverity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NOTICE_SEVERITY_UNSPECIFIED: _ClassVar[NoticeSeverity]
    NOTICE_SEVERITY_INFO: _ClassVar[NoticeSeverity]
    NOTICE_SEVERITY_WARNING: _ClassVar[NoticeSeverity]
LOOK_AHEAD_UNSPECIFIED: LookAhead
LOOK_AHEAD_LIVE: LookAhead
LOOK_AHEAD_BALANCED: LookAhead
LOOK_AHEAD_OFFLINE: LookAhead
NOTICE_SEVERITY_UNSPECIFIED: NoticeSeverity
NOTICE_SEVERITY_INFO: NoticeSeverity
NOTICE_SEVERITY_WARNING: NoticeSeverity

class PersonStyle(_message.Message):
    __slots__ = ("articulation", "liveliness", "mood")
    ARTICULATION_FIELD_NUMBER: _ClassVar[int]
    LIVELINESS_FIELD_NUMBER: _ClassVar[int]
    MOOD_FIELD_NUMBER: _ClassVar[int]
    articulation: float
    liveliness: float
    mood: float
    def __init__(self, articulation: _Optional[float] = ..., liveliness: _Optional[float] = ..., mood: _Optional[float] = ...) -> None: ...

class ConversationConfig(_message.Message):
    __slots__ = ("sample_rate", "encoding", "layout", "fps", "look_ahead", "seed", "rig_id", "include_arkit", "scene", "voice_a", "voice_b", "first_speaker", "style_a", "style_b", "resume_at_s")
    SAMPLE_RATE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    LAYOUT_FIELD_NUMBER: _ClassVar[int]
    FPS_FIELD_NUMBER: _ClassVar[int]
    LOOK_AHEAD_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    RIG_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_ARKIT_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VOICE_A_FIELD_NUMBER: _ClassVar[int]
    VOICE_B_FIELD_NUMBER: _ClassVar[int]
    FIRST_SPEAKER_FIELD_NUMBER: _ClassVar[int]
    STYLE_A_FIELD_NUMBER: _ClassVar[int]
    STYLE_B_FIELD_NUMBER: _ClassVar[int]
    RESUME_AT_S_FIELD_NUMBER: _ClassVar[int]
    sample_rate: int
    encoding: _audio_pb2.AudioEncoding
    layout: _audio_pb2.AudioLayout
    fps: int
    look_ahead: LookAhead
    seed: int
    rig_id: str
    include_arkit: bool
    scene: _scene_pb2.SceneUpdate
    voice_a: _role_pb2.VoicePrint
    voice_b: _role_pb2.VoicePrint
    first_speaker: _participant_pb2.Participant
    style_a: PersonStyle
    style_b: PersonStyle
    resume_at_s: float
    def __init__(self, sample_rate: _Optional[int] = ..., encoding: _Optional[_Union[_audio_pb2.AudioEncoding, str]] = ..., layout: _Optional[_Union[_audio_pb2.AudioLayout, str]] = ..., fps: _Optional[int] = ..., look_ahead: _Optional[_Union[LookAhead, str]] = ..., seed: _Optional[int] = ..., rig_id: _Optional[str] = ..., include_arkit: bool = ..., scene: _Optional[_Union[_scene_pb2.SceneUpdate, _Mapping]] = ..., voice_a: _Optional[_Union[_role_pb2.VoicePrint, _Mapping]] = ..., voice_b: _Optional[_Union[_role_pb2.VoicePrint, _Mapping]] = ..., first_speaker: _Optional[_Union[_participant_pb2.Participant, str]] = ..., style_a: _Optional[_Union[PersonStyle, _Mapping]] = ..., style_b: _Optional[_Union[PersonStyle, _Mapping]] = ..., resume_at_s: _Optional[float] = ...) -> None: ...

class StreamHeader(_message.Message):
    __slots__ = ("conversation_id", "fps", "look_ahead", "look_ahead_ms", "rig_id", "model_id", "seed", "role_source", "pose")
    CONVERSATION_ID_FIELD_NUMBER: _ClassVar[int]
    FPS_FIELD_NUMBER: _ClassVar[int]
    LOOK_AHEAD_FIELD_NUMBER: _ClassVar[int]
    LOOK_AHEAD_MS_FIELD_NUMBER: _ClassVar[int]
    RIG_ID_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    ROLE_SOURCE_FIELD_NUMBER: _ClassVar[int]
    POSE_FIELD_NUMBER: _ClassVar[int]
    conversation_id: str
    fps: int
    look_ahead: LookAhead
    look_ahead_ms: int
    rig_id: str
    model_id: str
    seed: int
    role_source: _role_pb2.RoleSource
    pose: _scene_pb2.PoseReading
    def __init__(self, conversation_id: _Optional[str] = ..., fps: _Optional[int] = ..., look_ahead: _Optional[_Union[LookAhead, str]] = ..., look_ahead_ms: _Optional[int] = ..., rig_id: _Optional[str] = ..., model_id: _Optional[str] = ..., seed: _Optional[int] = ..., role_source: _Optional[_Union[_role_pb2.RoleSource, str]] = ..., pose: _Optional[_Union[_scene_pb2.PoseReading, _Mapping]] = ...) -> None: ...

class Notice(_message.Message):
    __slots__ = ("severity", "code", "message", "time_s")
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    severity: NoticeSeverity
    code: str
    message: str
    time_s: float
    def __init__(self, severity: _Optional[_Union[NoticeSeverity, str]] = ..., code: _Optional[str] = ..., message: _Optional[str] = ..., time_s: _Optional[float] = ...) -> None: ...

class StreamSummary(_message.Message):
    __slots__ = ("frames", "audio_s", "speaking_a_s", "speaking_b_s", "compute_s")
    FRAMES_FIELD_NUMBER: _ClassVar[int]
    AUDIO_S_FIELD_NUMBER: _ClassVar[int]
    SPEAKING_A_S_FIELD_NUMBER: _ClassVar[int]
    SPEAKING_B_S_FIELD_NUMBER: _ClassVar[int]
    COMPUTE_S_FIELD_NUMBER: _ClassVar[int]
    frames: int
    audio_s: float
    speaking_a_s: float
    speaking_b_s: float
    compute_s: float
    def __init__(self, frames: _Optional[int] = ..., audio_s: _Optional[float] = ..., speaking_a_s: _Optional[float] = ..., speaking_b_s: _Optional[float] = ..., compute_s: _Optional[float] = ...) -> None: ...
