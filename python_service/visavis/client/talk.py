"""How a client asks for a conversation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from visavis.v1 import audio_pb2, conversation_pb2, participant_pb2, role_pb2, scene_pb2

Person: TypeAlias = Literal["A", "B"]
LookAheadName: TypeAlias = Literal["live", "balanced", "offline"]
Samples: TypeAlias = NDArray[np.float32] | NDArray[np.int16] | bytes
"""Sound: floats of full scale 1, 16-bit integers, or packed bytes of the conversation's encoding."""
Span: TypeAlias = tuple[Person, float, float]
"""Who speaks from when to when, seconds."""

LOOK_AHEADS: Final[Mapping[str, conversation_pb2.LookAhead]] = {
    "live": conversation_pb2.LOOK_AHEAD_LIVE,
    "balanced": conversation_pb2.LOOK_AHEAD_BALANCED,
    "offline": conversation_pb2.LOOK_AHEAD_OFFLINE,
}


@dataclass(frozen=True)
class Talk:
    """A conversation as it is asked for. The fields are those of `ConversationConfig`, under the names people use.

    Attributes:
        sample_rate: samples a second of every track, 8000 to 48000.
        separate: whether each person has a track; else both are in one. None lets the first sound decide.
        fps: frames a second: 24, 25, 30, 50 or 60.
        look_ahead: how far ahead frames may hear; None takes the service's default (offline for a bake).
        seed: chance, made repeatable.
        pose: how the two stand, in English; "" for face to face.
        scene: the scene in full, instead of `pose`.
        voice_a, voice_b: voice prints, for one track with both.
        first_speaker: whose voice is heard first when nothing tells.
        style_a, style_b: how each behaves.
        arkit: whether frames also carry the 52 ARKit weights.
        rig_id: refuse to run when the service has another rig; "" takes what it has.
        floats: send 32-bit floats instead of 16-bit integers.
    """

    sample_rate: int = 16000
    separate: bool | None = None
    fps: int = 30
    look_ahead: LookAheadName | None = None
    seed: int = 0
    pose: str = ""
    scene: scene_pb2.SceneUpdate | None = None
    voice_a: bytes = b""
    voice_b: bytes = b""
    first_speaker: Person = "A"
    style_a: conversation_pb2.PersonStyle = field(default_factory=conversation_pb2.PersonStyle)
    style_b: conversation_pb2.PersonStyle = field(default_factory=conversation_pb2.PersonStyle)
    arkit: bool = False
    rig_id: str = ""
    floats: bool = False

    def config(self, resume_at_s: float = 0.0) -> conversation_pb2.ConversationConfig:
        """As it goes over the wire."""
        layouts = {
            None: audio_pb2.AUDIO_LAYOUT_UNSPECIFIED,
            False: audio_pb2.AUDIO_LAYOUT_MIXED,
            True: audio_pb2.AUDIO_LAYOUT_SEPARATE,
        }
        config = conversation_pb2.ConversationConfig(
            sample_rate=self.sample_rate,
            encoding=audio_pb2.AUDIO_ENCODING_PCM_F32LE if self.floats else audio_pb2.AUDIO_ENCODING_PCM_S16LE,
            layout=layouts[self.separate],
            fps=self.fps,
            look_ahead=LOOK_AHEADS[self.look_ahead] if self.look_ahead else conversation_pb2.LOOK_AHEAD_UNSPECIFIED,
            seed=self.seed,
            rig_id=self.rig_id,
            include_arkit=self.arkit,
            first_speaker=participant(self.first_speaker),
            style_a=self.style_a,
            style_b=self.style_b,
            resume_at_s=resume_at_s,
        )
        if self.scene is not None:
            config.scene.CopyFrom(self.scene)
        elif self.pose:
            config.scene.pose_text = self.pose
        if self.voice_a:
            config.voice_a.data = self.voice_a
        if self.voice_b:
            config.voice_b.data = self.voice_b
        return config

    def packed(self, samples: Samples) -> bytes:
        """Samples as they go over the wire: one channel, in this conversation's encoding."""
        if isinstance(samples, bytes | bytearray | memoryview):
            return bytes(samples)
        values = np.asarray(samples)
        if values.ndim != 1:
            raise ValueError(f"samples have {values.ndim} axes; one channel at a time has one")
        if values.dtype == np.int16:
            return (
                (values.astype("<f4") / np.float32(32768)).tobytes() if self.floats else values.astype("<i2").tobytes()
            )
        if self.floats:
            return values.astype("<f4").tobytes()
        return np.rint(np.clip(values, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()

    @property
    def sample_bytes(self) -> int:
        """Bytes of one sample on the wire."""
        return 4 if self.floats else 2


def participant(person: Person | None) -> participant_pb2.Participant:
    """A, B or nobody in particular, on the wire."""
    if person is None:
        return participant_pb2.PARTICIPANT_UNSPECIFIED
    return participant_pb2.PARTICIPANT_A if person == "A" else participant_pb2.PARTICIPANT_B


def role_spans(spans: Iterable[Span], known_until_s: float = 0.0, replace: bool = False) -> role_pb2.RoleSpans:
    """Labelled time, on the wire."""
    rows = [role_pb2.RoleSpan(participant=participant(who), start_s=start, end_s=end) for who, start, end in spans]
    return role_pb2.RoleSpans(spans=rows, known_until_s=known_until_s, replace=replace)
