from visavis.v1 import audio_pb2 as _audio_pb2
from visavis.v1 import conversation_pb2 as _conversation_pb2
from visavis.v1 import frame_pb2 as _frame_pb2
from visavis.v1 import participant_pb2 as _participant_pb2
from visavis.v1 import rig_pb2 as _rig_pb2
from visavis.v1 import role_pb2 as _role_pb2
from visavis.v1 import scene_pb2 as _scene_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ConverseRequest(_message.Message):
    __slots__ = ("open", "audio", "roles", "scene", "clock")
    OPEN_FIELD_NUMBER: _ClassVar[int]
    AUDIO_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    CLOCK_FIELD_NUMBER: _ClassVar[int]
    open: _conversation_pb2.ConversationConfig
    audio: _audio_pb2.AudioChunk
    roles: _role_pb2.RoleSpans
    scene: _scene_pb2.SceneUpdate
    clock: _audio_pb2.Clock
    def __init__(self, open: _Optional[_Union[_conversation_pb2.ConversationConfig, _Mapping]] = ..., audio: _Optional[_Union[_audio_pb2.AudioChunk, _Mapping]] = ..., roles: _Optional[_Union[_role_pb2.RoleSpans, _Mapping]] = ..., scene: _Optional[_Union[_scene_pb2.SceneUpdate, _Mapping]] = ..., clock: _Optional[_Union[_audio_pb2.Clock, _Mapping]] = ...) -> None: ...

class ConverseResponse(_message.Message):
    __slots__ = ("header", "frame", "role_event", "notice", "summary", "pose")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    FRAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_EVENT_FIELD_NUMBER: _ClassVar[int]
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    POSE_FIELD_NUMBER: _ClassVar[int]
    header: _conversation_pb2.StreamHeader
    frame: _frame_pb2.ConversationFrame
    role_event: _role_pb2.RoleEvent
    notice: _conversation_pb2.Notice
    summary: _conversation_pb2.StreamSummary
    pose: _scene_pb2.PoseReading
    def __init__(self, header: _Optional[_Union[_conversation_pb2.StreamHeader, _Mapping]] = ..., frame: _Optional[_Union[_frame_pb2.ConversationFrame, _Mapping]] = ..., role_event: _Optional[_Union[_role_pb2.RoleEvent, _Mapping]] = ..., notice: _Optional[_Union[_conversation_pb2.Notice, _Mapping]] = ..., summary: _Optional[_Union[_conversation_pb2.StreamSummary, _Mapping]] = ..., pose: _Optional[_Union[_scene_pb2.PoseReading, _Mapping]] = ...) -> None: ...

class BakeTrack(_message.Message):
    __slots__ = ("participant", "samples")
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    participant: _participant_pb2.Participant
    samples: bytes
    def __init__(self, participant: _Optional[_Union[_participant_pb2.Participant, str]] = ..., samples: _Optional[bytes] = ...) -> None: ...

class BakeRequest(_message.Message):
    __slots__ = ("config", "tracks", "roles", "scene")
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    TRACKS_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    config: _conversation_pb2.ConversationConfig
    tracks: _containers.RepeatedCompositeFieldContainer[BakeTrack]
    roles: _role_pb2.RoleSpans
    scene: _containers.RepeatedCompositeFieldContainer[_scene_pb2.SceneUpdate]
    def __init__(self, config: _Optional[_Union[_conversation_pb2.ConversationConfig, _Mapping]] = ..., tracks: _Optional[_Iterable[_Union[BakeTrack, _Mapping]]] = ..., roles: _Optional[_Union[_role_pb2.RoleSpans, _Mapping]] = ..., scene: _Optional[_Iterable[_Union[_scene_pb2.SceneUpdate, _Mapping]]] = ...) -> None: ...

class BakeProgress(_message.Message):
    __slots__ = ("frames_done", "frames_total")
    FRAMES_DONE_FIELD_NUMBER: _ClassVar[int]
    FRAMES_TOTAL_FIELD_NUMBER: _ClassVar[int]
    frames_done: int
    frames_total: int
    def __init__(self, frames_done: _Optional[int] = ..., frames_total: _Optional[int] = ...) -> None: ...

class BakeResponse(_message.Message):
    __slots__ = ("header", "frame", "role_event", "notice", "summary", "progress", "pose")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    FRAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_EVENT_FIELD_NUMBER: _ClassVar[int]
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    POSE_FIELD_NUMBER: _ClassVar[int]
    header: _conversation_pb2.StreamHeader
    frame: _frame_pb2.ConversationFrame
    role_event: _role_pb2.RoleEvent
    notice: _conversation_pb2.Notice
    summary: _conversation_pb2.StreamSummary
    progress: BakeProgress
    pose: _scene_pb2.PoseReading
    def __init__(self, header: _Optional[_Union[_conversation_pb2.StreamHeader, _Mapping]] = ..., frame: _Optional[_Union[_frame_pb2.ConversationFrame, _Mapping]] = ..., role_event: _Optional[_Union[_role_pb2.RoleEvent, _Mapping]] = ..., notice: _Optional[_Union[_conversation_pb2.Notice, _Mapping]] = ..., summary: _Optional[_Union[_conversation_pb2.StreamSummary, _Mapping]] = ..., progress: _Optional[_Union[BakeProgress, _Mapping]] = ..., pose: _Optional[_Union[_scene_pb2.PoseReading, _Mapping]] = ...) -> None: ...

class InterpretPoseRequest(_message.Message):
    __slots__ = ("text", "current")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CURRENT_FIELD_NUMBER: _ClassVar[int]
    text: str
    current: _scene_pb2.Placement
    def __init__(self, text: _Optional[str] = ..., current: _Optional[_Union[_scene_pb2.Placement, _Mapping]] = ...) -> None: ...

class InterpretPoseResponse(_message.Message):
    __slots__ = ("reading",)
    READING_FIELD_NUMBER: _ClassVar[int]
    reading: _scene_pb2.PoseReading
    def __init__(self, reading: _Optional[_Union[_scene_pb2.PoseReading, _Mapping]] = ...) -> None: ...

class EnrollVoiceRequest(_message.Message):
    __slots__ = ("sample_rate", "encoding", "samples")
    SAMPLE_RATE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    sample_rate: int
    encoding: _audio_pb2.AudioEncoding
    samples: bytes
    def __init__(self, sample_rate: _Optional[int] = ..., encoding: _Optional[_Union[_audio_pb2.AudioEncoding, str]] = ..., samples: _Optional[bytes] = ...) -> None: ...

class EnrollVoiceResponse(_message.Message):
    __slots__ = ("print", "speech_s")
    PRINT_FIELD_NUMBER: _ClassVar[int]
    SPEECH_S_FIELD_NUMBER: _ClassVar[int]
    print: _role_pb2.VoicePrint
    speech_s: float
    def __init__(self, print: _Optional[_Union[_role_pb2.VoicePrint, _Mapping]] = ..., speech_s: _Optional[float] = ...) -> None: ...

class GetRigRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetRigResponse(_message.Message):
    __slots__ = ("rig",)
    RIG_FIELD_NUMBER: _ClassVar[int]
    rig: _rig_pb2.Rig
    def __init__(self, rig: _Optional[_Union[_rig_pb2.Rig, _Mapping]] = ...) -> None: ...

class GetServiceInfoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Limits(_message.Message):
    __slots__ = ("max_conversations", "max_message_bytes", "max_pose_text_chars", "max_audio_ahead_s", "idle_timeout_s", "max_bake_s")
    MAX_CONVERSATIONS_FIELD_NUMBER: _ClassVar[int]
    MAX_MESSAGE_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_POSE_TEXT_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_AUDIO_AHEAD_S_FIELD_NUMBER: _ClassVar[int]
    IDLE_TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    MAX_BAKE_S_FIELD_NUMBER: _ClassVar[int]
    max_conversations: int
    max_message_bytes: int
    max_pose_text_chars: int
    max_audio_ahead_s: float
    idle_timeout_s: float
    max_bake_s: float
    def __init__(self, max_conversations: _Optional[int] = ..., max_message_bytes: _Optional[int] = ..., max_pose_text_chars: _Optional[int] = ..., max_audio_ahead_s: _Optional[float] = ..., idle_timeout_s: _Optional[float] = ..., max_bake_s: _Optional[float] = ...) -> None: ...

class LookAheadOffer(_message.Message):
    __slots__ = ("look_ahead", "milliseconds")
    LOOK_AHEAD_FIELD_NUMBER: _ClassVar[int]
    MILLISECONDS_FIELD_NUMBER: _ClassVar[int]
    look_ahead: _conversation_pb2.LookAhead
    milliseconds: int
    def __init__(self, look_ahead: _Optional[_Union[_conversation_pb2.LookAhead, str]] = ..., milliseconds: _Optional[int] = ...) -> None: ...

class GetServiceInfoResponse(_message.Message):
    __slots__ = ("version", "model_id", "rig_id", "look_aheads", "limits", "device", "conversations_open", "frame_rates")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MODEL_ID_FIELD_NUMBER: _ClassVar[int]
    RIG_ID_FIELD_NUMBER: _ClassVar[int]
    LOOK_AHEADS_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    CONVERSATIONS_OPEN_FIELD_NUMBER: _ClassVar[int]
    FRAME_RATES_FIELD_NUMBER: _ClassVar[int]
    version: str
    model_id: str
    rig_id: str
    look_aheads: _containers.RepeatedCompositeFieldContainer[LookAheadOffer]
    limits: Limits
    device: str
    conversations_open: int
    frame_rates: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, version: _Optional[str] = ..., model_id: _Optional[str] = ..., rig_id: _Optional[str] = ..., look_aheads: _Optional[_Iterable[_Union[LookAheadOffer, _Mapping]]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ..., device: _Optional[str] = ..., conversations_open: _Optional[int] = ..., frame_rates: _Optional[_Iterable[int]] = ...) -> None: ...
