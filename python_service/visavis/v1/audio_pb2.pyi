from visavis.v1 import participant_pb2 as _participant_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AudioEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUDIO_ENCODING_UNSPECIFIED: _ClassVar[AudioEncoding]
    AUDIO_ENCODING_PCM_S16LE: _ClassVar[AudioEncoding]
    AUDIO_ENCODING_PCM_F32LE: _ClassVar[AudioEncoding]

class AudioLayout(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUDIO_LAYOUT_UNSPECIFIED: _ClassVar[AudioLayout]
    AUDIO_LAYOUT_MIXED: _ClassVar[AudioLayout]
    AUDIO_LAYOUT_SEPARATE: _ClassVar[AudioLayout]
AUDIO_ENCODING_UNSPECIFIED: AudioEncoding
AUDIO_ENCODING_PCM_S16LE: AudioEncoding
AUDIO_ENCODING_PCM_F32LE: AudioEncoding
AUDIO_LAYOUT_UNSPECIFIED: AudioLayout
AUDIO_LAYOUT_MIXED: AudioLayout
AUDIO_LAYOUT_SEPARATE: AudioLayout

class AudioChunk(_message.Message):
    __slots__ = ("participant", "start_sample", "samples")
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    START_SAMPLE_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    participant: _participant_pb2.Participant
    start_sample: int
    samples: bytes
    def __init__(self, participant: _Optional[_Union[_participant_pb2.Participant, str]] = ..., start_sample: _Optional[int] = ..., samples: _Optional[bytes] = ...) -> None: ...

class Clock(_message.Message):
    __slots__ = ("participant", "up_to_sample")
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    UP_TO_SAMPLE_FIELD_NUMBER: _ClassVar[int]
    participant: _participant_pb2.Participant
    up_to_sample: int
    def __init__(self, participant: _Optional[_Union[_participant_pb2.Participant, str]] = ..., up_to_sample: _Optional[int] = ...) -> None: ...
