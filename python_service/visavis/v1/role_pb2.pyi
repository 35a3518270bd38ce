from visavis.v1 import participant_pb2 as _participant_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RoleSource(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROLE_SOURCE_UNSPECIFIED: _ClassVar[RoleSource]
    ROLE_SOURCE_TRACKS: _ClassVar[RoleSource]
    ROLE_SOURCE_SPANS: _ClassVar[RoleSource]
    ROLE_SOURCE_VOICE_PRINTS: _ClassVar[RoleSource]
    ROLE_SOURCE_AUTOMATIC: _ClassVar[RoleSource]

class RoleEventKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROLE_EVENT_KIND_UNSPECIFIED: _ClassVar[RoleEventKind]
    ROLE_EVENT_KIND_TURN_BEGAN: _ClassVar[RoleEventKind]
    ROLE_EVENT_KIND_TURN_ENDED: _ClassVar[RoleEventKind]
    ROLE_EVENT_KIND_OVERLAP_BEGAN: _ClassVar[RoleEventKind]
    ROLE_EVENT_KIND_BACKCHANNEL: _ClassVar[RoleEventKind]
ROLE_SOURCE_UNSPECIFIED: RoleSource
ROLE_SOURCE_TRACKS: RoleSource
ROLE_SOURCE_SPANS: RoleSource
ROLE_SOURCE_VOICE_PRINTS: RoleSource
ROLE_SOURCE_AUTOMATIC: RoleSource
ROLE_EVENT_KIND_UNSPECIFIED: RoleEventKind
ROLE_EVENT_KIND_TURN_BEGAN: RoleEventKind
ROLE_EVENT_KIND_TURN_ENDED: RoleEventKind
ROLE_EVENT_KIND_OVERLAP_BEGAN: RoleEventKind
ROLE_EVENT_KIND_BACKCHANNEL: RoleEventKind

class RoleSpan(_message.Message):
    __slots__ = ("participant", "start_s", "end_s")
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    START_S_FIELD_NUMBER: _ClassVar[int]
    END_S_FIELD_NUMBER: _ClassVar[int]
    participant: _participant_pb2.Participant
    start_s: float
    end_s: float
    def __init__(self, participant: _Optional[_Union[_participant_pb2.Participant, str]] = ..., start_s: _Optional[float] = ..., end_s: _Optional[float] = ...) -> None: ...

class RoleSpans(_message.Message):
    __slots__ = ("spans", "known_until_s", "replace")
    SPANS_FIELD_NUMBER: _ClassVar[int]
    KNOWN_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    REPLACE_FIELD_NUMBER: _ClassVar[int]
    spans: _containers.RepeatedCompositeFieldContainer[RoleSpan]
    known_until_s: float
    replace: bool
    def __init__(self, spans: _Optional[_Iterable[_Union[RoleSpan, _Mapping]]] = ..., known_until_s: _Optional[float] = ..., replace: bool = ...) -> None: ...

class VoicePrint(_message.Message):
    __slots__ = ("data",)
    DATA_FIELD_NUMBER: _ClassVar[int]
    data: bytes
    def __init__(self, data: _Optional[bytes] = ...) -> None: ...

class RoleEvent(_message.Message):
    __slots__ = ("kind", "participant", "time_s")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    kind: RoleEventKind
    participant: _participant_pb2.Participant
    time_s: float
    def __init__(self, kind: _Optional[_Union[RoleEventKind, str]] = ..., participant: _Optional[_Union[_participant_pb2.Participant, str]] = ..., time_s: _Optional[float] = ...) -> None: ...
