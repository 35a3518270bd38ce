from visavis.v1 import participant_pb2 as _participant_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Matrix(_message.Message):
    __slots__ = ("rows", "columns", "values")
    ROWS_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    rows: int
    columns: int
    values: _containers.RepeatedScalarFieldContainer[float]
    def __init__(self, rows: _Optional[int] = ..., columns: _Optional[int] = ..., values: _Optional[_Iterable[float]] = ...) -> None: ...

class Rig(_message.Message):
    __slots__ = ("rig_id", "description", "expression_size", "arkit_names", "arkit_to_flame", "ridge", "sweeps", "joints", "residual_mm", "eye_look_range")
    RIG_ID_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EXPRESSION_SIZE_FIELD_NUMBER: _ClassVar[int]
    ARKIT_NAMES_FIELD_NUMBER: _ClassVar[int]
    ARKIT_TO_FLAME_FIELD_NUMBER: _ClassVar[int]
    RIDGE_FIELD_NUMBER: _ClassVar[int]
    SWEEPS_FIELD_NUMBER: _ClassVar[int]
    JOINTS_FIELD_NUMBER: _ClassVar[int]
    RESIDUAL_MM_FIELD_NUMBER: _ClassVar[int]
    EYE_LOOK_RANGE_FIELD_NUMBER: _ClassVar[int]
    rig_id: str
    description: str
    expression_size: int
    arkit_names: _containers.RepeatedScalarFieldContainer[str]
    arkit_to_flame: Matrix
    ridge: float
    sweeps: int
    joints: _containers.RepeatedCompositeFieldContainer[_participant_pb2.Vector3]
    residual_mm: float
    eye_look_range: _containers.RepeatedScalarFieldContainer[float]
    def __init__(self, rig_id: _Optional[str] = ..., description: _Optional[str] = ..., expression_size: _Optional[int] = ..., arkit_names: _Optional[_Iterable[str]] = ..., arkit_to_flame: _Optional[_Union[Matrix, _Mapping]] = ..., ridge: _Optional[float] = ..., sweeps: _Optional[int] = ..., joints: _Optional[_Iterable[_Union[_participant_pb2.Vector3, _Mapping]]] = ..., residual_mm: _Optional[float] = ..., eye_look_range: _Optional[_Iterable[float]] = ...) -> None: ...
