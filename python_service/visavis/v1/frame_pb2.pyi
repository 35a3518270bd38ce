from visavis.v1 import participant_pb2 as _participant_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GazeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GAZE_KIND_UNSPECIFIED: _ClassVar[GazeKind]
    GAZE_KIND_PARTNER_EYES: _ClassVar[GazeKind]
    GAZE_KIND_PARTNER_MOUTH: _ClassVar[GazeKind]
    GAZE_KIND_AVERTED: _ClassVar[GazeKind]
    GAZE_KIND_OBJECT: _ClassVar[GazeKind]
GAZE_KIND_UNSPECIFIED: GazeKind
GAZE_KIND_PARTNER_EYES: GazeKind
GAZE_KIND_PARTNER_MOUTH: GazeKind
GAZE_KIND_AVERTED: GazeKind
GAZE_KIND_OBJECT: GazeKind

class Gaze(_message.Message):
    __slots__ = ("kind", "point", "on_partner", "object_name")
    KIND_FIELD_NUMBER: _ClassVar[int]
    POINT_FIELD_NUMBER: _ClassVar[int]
    ON_PARTNER_FIELD_NUMBER: _ClassVar[int]
    OBJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    kind: GazeKind
    point: _participant_pb2.Vector3
    on_partner: float
    object_name: str
    def __init__(self, kind: _Optional[_Union[GazeKind, str]] = ..., point: _Optional[_Union[_participant_pb2.Vector3, _Mapping]] = ..., on_partner: _Optional[float] = ..., object_name: _Optional[str] = ...) -> None: ...

class PersonFrame(_message.Message):
    __slots__ = ("expression", "global_rotation", "neck", "jaw", "left_eye", "right_eye", "translation", "eyelids", "gaze", "speaking", "arkit")
    EXPRESSION_FIELD_NUMBER: _ClassVar[int]
    GLOBAL_ROTATION_FIELD_NUMBER: _ClassVar[int]
    NECK_FIELD_NUMBER: _ClassVar[int]
    JAW_FIELD_NUMBER: _ClassVar[int]
    LEFT_EYE_FIELD_NUMBER: _ClassVar[int]
    RIGHT_EYE_FIELD_NUMBER: _ClassVar[int]
    TRANSLATION_FIELD_NUMBER: _ClassVar[int]
    EYELIDS_FIELD_NUMBER: _ClassVar[int]
    GAZE_FIELD_NUMBER: _ClassVar[int]
    SPEAKING_FIELD_NUMBER: _ClassVar[int]
    ARKIT_FIELD_NUMBER: _ClassVar[int]
    expression: _containers.RepeatedScalarFieldContainer[float]
    global_rotation: _containers.RepeatedScalarFieldContainer[float]
    neck: _containers.RepeatedScalarFieldContainer[float]
    jaw: _containers.RepeatedScalarFieldContainer[float]
    left_eye: _containers.RepeatedScalarFieldContainer[float]
    right_eye: _containers.RepeatedScalarFieldContainer[float]
    translation: _containers.RepeatedScalarFieldContainer[float]
    eyelids: _containers.RepeatedScalarFieldContainer[float]
    gaze: Gaze
    speaking: float
    arkit: _containers.RepeatedScalarFieldContainer[float]
    def __init__(self, expression: _Optional[_Iterable[float]] = ..., global_rotation: _Optional[_Iterable[float]] = ..., neck: _Optional[_Iterable[float]] = ..., jaw: _Optional[_Iterable[float]] = ..., left_eye: _Optional[_Iterable[float]] = ..., right_eye: _Optional[_Iterable[float]] = ..., translation: _Optional[_Iterable[float]] = ..., eyelids: _Optional[_Iterable[float]] = ..., gaze: _Optional[_Union[Gaze, _Mapping]] = ..., speaking: _Optional[float] = ..., arkit: _Optional[_Iterable[float]] = ...) -> None: ...

class ConversationFrame(_message.Message):
    __slots__ = ("index", "time_s", "a", "b")
    INDEX_FIELD_NUMBER: _ClassVar[int]
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    A_FIELD_NUMBER: _ClassVar[int]
    B_FIELD_NUMBER: _ClassVar[int]
    index: int
    time_s: float
    a: PersonFrame
    b: PersonFrame
    def __init__(self, index: _Optional[int] = ..., time_s: _Optional[float] = ..., a: _Optional[_Union[PersonFrame, _Mapping]] = ..., b: _Optional[_Union[PersonFrame, _Mapping]] = ...) -> None: ...
