"""What clients send, as the engine takes it. Every error names the field as the proto files spell it."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.audio import AudioEncoding, check_rate, check_samples, decode
from visavis.engine import AudioLayout, ConversationOptions, LookAhead, PersonStyle, SceneChange
from visavis.errors import InvalidInput, LimitExceeded
from visavis.roles import Participant, RoleSpan, VoicePrint, VoicePrintError
from visavis.scene import PersonPlacement, Placement, PlacementError, SceneObject
from visavis.service.limits import Limits
from visavis.v1 import audio_pb2, conversation_pb2, conversation_service_pb2, role_pb2, scene_pb2

MAX_SPANS = 20_000
"""Labelled spans in one message."""
MAX_OBJECTS = 64
"""Objects in one scene update."""


@dataclass(frozen=True)
class Opening:
    """A conversation as it was asked for.

    Attributes:
        options: what the engine is told.
        encoding: how samples are packed.
        include_arkit: whether frames carry the 52 weights.
    """

    options: ConversationOptions
    encoding: AudioEncoding
    include_arkit: bool


@dataclass(frozen=True)
class Recording:
    """A recording as it was sent.

    Attributes:
        opening: how it is to be baked.
        tracks: whose (None for the mixed one) and (n,) float32 samples of each track.
        scene: changes of the scene, by their times.
    """

    opening: Opening
    tracks: tuple[tuple[Participant | None, NDArray[np.float32]], ...]
    scene: tuple[SceneChange, ...]

    @property
    def samples(self) -> int:
        """Samples of the longer track."""
        return max(len(samples) for _, samples in self.tracks)


def opening(
    config: conversation_pb2.ConversationConfig,
    limits: Limits,
    default: LookAhead,
    spans: tuple[RoleSpan, ...] = (),
    known_until_s: float = 0.0,
) -> Opening:
    """A configuration, checked. `default` is the look-ahead of who does not say. Raises InvalidInput, LimitExceeded."""
    options = ConversationOptions(
        sample_rate=check_rate(config.sample_rate),
        layout=_layout(config.layout),
        fps=config.fps or 30,
        look_ahead=_look_ahead(config.look_ahead, default),
        seed=config.seed,
        rig_id=config.rig_id,
        scene=scene_change(config.scene, limits) if config.HasField("scene") else None,
        spans=spans,
        known_until_s=known_until_s,
        voice_a=voice_print(config.voice_a, "voice_a") if config.HasField("voice_a") else None,
        voice_b=voice_print(config.voice_b, "voice_b") if config.HasField("voice_b") else None,
        first_speaker=participant(config.first_speaker, "first_speaker") or Participant.A,
        style_a=_style(config.style_a),
        style_b=_style(config.style_b),
        resume_at_s=config.resume_at_s,
    )
    options.check()
    return Opening(options, encoding(config.encoding), config.include_arkit)


def encoding(value: int, field: str = "encoding") -> AudioEncoding:
    """How samples are packed; it must be said."""
    if value not in (1, 2):
        raise InvalidInput(field, f"{value} is neither AUDIO_ENCODING_PCM_S16LE (1) nor AUDIO_ENCODING_PCM_F32LE (2)")
    return AudioEncoding(value)


def participant(value: int, field: str) -> Participant | None:
    """Who is meant, None for nobody in particular."""
    if value not in (0, 1, 2):
        raise InvalidInput(field, f"{value} is none of PARTICIPANT_UNSPECIFIED (0), _A (1), _B (2)")
    return Participant(value) if value else None


def sound(samples: bytes, packed: AudioEncoding, field: str) -> NDArray[np.float32]:
    """(n,) float32 samples, finite; the engine clips what is beyond full scale, and says so."""
    values = decode(samples, packed, field)
    if packed is AudioEncoding.F32:
        check_samples(values, field)
    return values


def role_spans(message: role_pb2.RoleSpans) -> tuple[RoleSpan, ...]:
    """Labelled spans; their times are the engine's to check."""
    if len(message.spans) > MAX_SPANS:
        raise InvalidInput("roles.spans", f"has {len(message.spans)} entries; at most {MAX_SPANS} in one message")
    spans = []
    for index, span in enumerate(message.spans):
        who = participant(span.participant, f"roles.spans[{index}].participant")
        if who is None:
            raise InvalidInput(f"roles.spans[{index}].participant", "is unspecified; it must be A or B")
        if not span.end_s > span.start_s >= 0:
            raise InvalidInput(
                f"roles.spans[{index}].end_s", f"span from {span.start_s:g} to {span.end_s:g} s; 0 <= start_s < end_s"
            )
        spans.append(RoleSpan(who, span.start_s, span.end_s))
    return tuple(spans)


def scene_change(update: scene_pb2.SceneUpdate, limits: Limits) -> SceneChange:
    """A change of the scene."""
    if len(update.pose_text) > limits.max_pose_text_chars:
        raise InvalidInput(
            "scene.pose_text", f"has {len(update.pose_text)} characters; at most {limits.max_pose_text_chars}"
        )
    if len(update.objects) > MAX_OBJECTS:
        raise InvalidInput("scene.objects", f"has {len(update.objects)} entries; at most {MAX_OBJECTS}")
    placement = update.placement
    change = SceneChange(
        time_s=update.time_s,
        pose_text=update.pose_text,
        a=person_placement(placement.a) if placement.HasField("a") else None,
        b=person_placement(placement.b) if placement.HasField("b") else None,
        transition_s=update.transition_s if update.HasField("transition_s") else None,
        objects=tuple(_object(thing) for thing in update.objects),
        removed_objects=tuple(update.removed_objects),
    )
    change.check()
    return change


def person_placement(message: scene_pb2.PersonPlacement) -> PersonPlacement:
    """One person's place; an eye height that is not set is that of a standing adult."""
    position = message.position
    place = PersonPlacement((position.x, position.y, position.z), message.yaw_deg, lean_deg=message.lean_deg)
    if message.eye_height:
        place = PersonPlacement(place.position, place.yaw_deg, message.eye_height, place.lean_deg)
    return place


def voice_print(message: role_pb2.VoicePrint, field: str) -> VoicePrint:
    """A voice print from its bytes."""
    try:
        return VoicePrint.from_bytes(message.data)
    except VoicePrintError as error:
        raise InvalidInput(f"{field}.data", str(error)) from None


def recording(request: conversation_service_pb2.BakeRequest, limits: Limits) -> Recording:
    """A whole recording. Raises InvalidInput, and LimitExceeded when it is too long."""
    whose = [participant(t.participant, f"tracks[{i}].participant") for i, t in enumerate(request.tracks)]
    if whose not in ([None], [Participant.A, Participant.B], [Participant.B, Participant.A]):
        raise InvalidInput("tracks", "must be one track of nobody in particular (mixed), or one of A and one of B")
    given = opening(request.config, limits, LookAhead.OFFLINE, role_spans(request.roles), request.roles.known_until_s)
    layout = AudioLayout.MIXED if whose == [None] else AudioLayout.SEPARATE
    if given.options.layout not in (AudioLayout.UNSPECIFIED, layout):
        raise InvalidInput("config.layout", f"says {given.options.layout.name}, the tracks are {layout.name}")
    width = 2 if given.encoding is AudioEncoding.S16 else 4
    longest = max(len(t.samples) for t in request.tracks) / width / given.options.sample_rate
    if longest > limits.max_bake_s:
        raise LimitExceeded("tracks", f"{longest:.0f} s long; at most {limits.max_bake_s:.0f} s (max_bake_s)")
    tracks = [
        (w, sound(t.samples, given.encoding, f"tracks[{i}].samples"))
        for i, (w, t) in enumerate(zip(whose, request.tracks))
    ]
    return Recording(
        replace(given, options=replace(given.options, layout=layout)),
        tuple(tracks),
        tuple(scene_change(update, limits) for update in request.scene),
    )


def placement(message: scene_pb2.Placement) -> Placement:
    """Both people's places; who is not given stands where one stands by default."""
    default = Placement()
    both = Placement(
        person_placement(message.a) if message.HasField("a") else default.a,
        person_placement(message.b) if message.HasField("b") else default.b,
    )
    try:
        return both.validated()
    except PlacementError as error:
        raise InvalidInput(f"current.{error.field}", str(error).removeprefix(f"{error.field}: ")) from None


def audio_position(chunk: audio_pb2.AudioChunk) -> int:
    """Where a chunk begins, in samples."""
    if chunk.start_sample < 0:
        raise InvalidInput("audio.start_sample", f"{chunk.start_sample} is before the start, which is 0")
    return chunk.start_sample


def _layout(value: int) -> AudioLayout:
    if value not in (0, 1, 2):
        raise InvalidInput("layout", f"{value} is none of AUDIO_LAYOUT_UNSPECIFIED (0), _MIXED (1), _SEPARATE (2)")
    return AudioLayout(value)


def _look_ahead(value: int, default: LookAhead) -> LookAhead:
    if value not in (0, 1, 2, 3):
        raise InvalidInput(
            "look_ahead", f"{value} is none of LOOK_AHEAD_UNSPECIFIED (0), _LIVE (1), _BALANCED (2), _OFFLINE (3)"
        )
    return LookAhead(value) if value else default


def _style(message: conversation_pb2.PersonStyle) -> PersonStyle:
    return PersonStyle(
        message.articulation if message.HasField("articulation") else 1.0,
        message.liveliness if message.HasField("liveliness") else 1.0,
        message.mood if message.HasField("mood") else 0.0,
    )


def _object(message: scene_pb2.SceneObject) -> SceneObject:
    position = (message.position.x, message.position.y, message.position.z)
    if message.HasField("salience"):
        return SceneObject(message.name, position, message.salience)
    return SceneObject(message.name, position)
