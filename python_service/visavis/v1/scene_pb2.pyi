from visavis.v1 import participant_pb2 as _participant_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PersonPlacement(_message.Message):
    __slots__ = ("position", "yaw_deg", "eye_height", "lean_deg")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    YAW_DEG_FIELD_NUMBER: _ClassVar[int]
    EYE_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LEAN_DEG_FIELD_NUMBER: _ClassVar[int]
    position: _participant_pb2.Vector3
    yaw_deg: float
    eye_height: float
    lean_deg: float
    def __init__(self, position: _Optional[_Union[_participant_pb2.Vector3, _Mapping]] = ..., yaw_deg: _Optional[float] = ..., eye_height: _Optional[float] = ..., lean_deg: _Optional[float] = ...) -> None: ...

class Placement(_message.Message):
    __slots__ = ("a", "b")
    A_FIELD_NUMBER: _ClassVar[int]
    B_FIELD_NUMBER: _ClassVar[int]
    a: PersonPlacement
    b: PersonPlacement
    def __init__(self, a: _Optional[_Union[PersonPlacement, _Mapping]] = ..., b: _Optional[_Union[PersonPlacement, _Mapping]] = ...) -> None: ...

class SceneObject(_message.Message):
    __slots__ = ("name", "position", "salience")
    NAME_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    SALIENCE_FIELD_NUMBER: _ClassVar[int]
    name: str
    position: _participant_pb2.Vector3
    salience: float
    def __init__(self, name: _Optional[str] = ..., position: _Optional[_Union[_participant_pb2.Vector3, _Mapping]] = ..., salience: _Optional[float] = ...) -> None: ...

class SceneUpdate(_message.Message):
    __slots__ = ("time_s", "pose_text", "placement", "transition_s", "objects", "removed_objects")
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    POSE_TEXT_FIELD_NUMBER: _ClassVar[int]
    PLACEMENT_FIELD_NUMBER: _ClassVar[int]
    TRANSITION_S_FIELD_NUMBER: _ClassVar[int]
    OBJECTS_FIELD_NUMBER: _ClassVar[int]
    REMOVED_OBJECTS_FIELD_NUMBER: _ClassVar[int]
    time_s: float
    pose_text: str
    placement: Placement
    transition_s: float
    objects: _containers.RepeatedCompositeFieldContainer[SceneObject]
    removed_objects: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, time_s: _Optional[float] = ..., pose_text: _Optional[str] = ..., placement: _Optional[_Union[Placement, _Mapping]] = ..., transition_s: _Optional[float] = ..., objects: _Optional[_Iterable[_Union[SceneObject, _Mapping]]] = ..., removed_objects: _Optional[_Iterable[str]] = ...) -> None: ...

class PoseReading(_message.Message):
    __slots__ = ("placement", "transition_s", "reading", "confidence", "not_understood")
    PLACEMENT_FIELD_NUMBER: _ClassVar[int]
    TRANSITION_S_FIELD_NUMBER: _ClassVar[int]
    READING_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    NOT_UNDERSTOOD_FIELD_NUMBER: _ClassVar[int]
    placement: Placement
    transition_s: float
    reading: str
    confidence: float
    not_understood: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, placement: _Optional[_Union[Placement, _Mapping]] = ..., transition_s: _Optional[float] = ..., reading: _Optional[str] = ..., confidence: _Optional[float] = ..., not_understood: _Optional[_Iterable[str]] = ...) -> None: ...
