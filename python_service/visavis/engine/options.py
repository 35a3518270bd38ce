"""What is settled when a conversation opens, and what may change in its course."""

import math
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from visavis.audio import check_rate
from visavis.errors import InvalidInput
from visavis.roles import Participant, RoleSpan, VoicePrint
from visavis.scene import PersonPlacement, Placement, PlacementError, SceneObject

FRAME_RATES: Final = (24, 25, 30, 50, 60)
"""Frames a second on offer."""
POSE_TEXT_LENGTH: Final = 512
"""Characters of a pose text."""
LONGEST_S: Final = 86_400.0
"""Seconds of audio time that one conversation may reach."""


class LookAhead(IntEnum):
    """How much of the future a frame may hear; values as in conversation.proto."""

    LIVE = 1
    BALANCED = 2
    OFFLINE = 3

    @property
    def milliseconds(self) -> int:
        """How long a frame waits for sound after its own time; 0 for OFFLINE, which waits for the end."""
        return {LookAhead.LIVE: 200, LookAhead.BALANCED: 500, LookAhead.OFFLINE: 0}[self]


class AudioLayout(IntEnum):
    """One track or two; values as in audio.proto."""

    UNSPECIFIED = 0
    MIXED = 1
    SEPARATE = 2


def _within(field_name: str, value: float, low: float, high: float, unit: str = "") -> float:
    number = float(value)
    if not math.isfinite(number) or not low <= number <= high:
        raise InvalidInput(field_name, f"{number:g} is not within {low:g} to {high:g}{unit and ' ' + unit}")
    return number


@dataclass(frozen=True)
class PersonStyle:
    """How one person's face behaves: sizes of mouth movement and of expression (0 to 2), mood (-1 to 1)."""

    articulation: float = 1.0
    liveliness: float = 1.0
    mood: float = 0.0

    def check(self, name: str) -> None:
        """Raise InvalidInput for a value out of range, naming it below `name`."""
        _within(f"{name}.articulation", self.articulation, 0.0, 2.0)
        _within(f"{name}.liveliness", self.liveliness, 0.0, 2.0)
        _within(f"{name}.mood", self.mood, -1.0, 1.0)


@dataclass(frozen=True)
class SceneChange:
    """A change of the scene, at open or in mid-stream. What is not given stays.

    Attributes:
        time_s: from which audio time on; in the past means now.
        pose_text: how the two stand, in English.
        a, b: places as numbers; they win over the sentence.
        transition_s: how long it takes; None takes what the sentence implies, else 0 at the start, 1 s later.
        objects: things to glance at; one of a known name is moved.
        removed_objects: names of things that are gone.
    """

    time_s: float = 0.0
    pose_text: str = ""
    a: PersonPlacement | None = None
    b: PersonPlacement | None = None
    transition_s: float | None = None
    objects: tuple[SceneObject, ...] = ()
    removed_objects: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise InvalidInput, naming the field, for what cannot be."""
        _within("scene.time_s", self.time_s, 0.0, LONGEST_S, "s")
        if self.transition_s is not None:
            _within("scene.transition_s", self.transition_s, 0.0, 30.0, "s")
        if len(self.pose_text) > POSE_TEXT_LENGTH:
            raise InvalidInput("scene.pose_text", f"has {len(self.pose_text)} characters, more than {POSE_TEXT_LENGTH}")
        try:
            for name, person in (("a", self.a), ("b", self.b)):
                if person is not None:
                    person.validated(name)
            if self.a is not None and self.b is not None:
                Placement(self.a, self.b).validated()
            for index, thing in enumerate(self.objects):
                thing.validated(f"objects[{index}]")
        except PlacementError as error:
            raise scene_error(error) from error


def scene_error(error: PlacementError) -> InvalidInput:
    """The same error with the field named as on the wire."""
    below = "placement." if error.field.startswith(("a.", "b.")) else ""
    return InvalidInput(f"scene.{below}{error.field}", str(error).removeprefix(f"{error.field}: "))


@dataclass(frozen=True)
class ConversationOptions:
    """Everything that is settled when a conversation opens; fields as in conversation.proto.

    Attributes:
        sample_rate: samples a second of every track, 8000 to 48000.
        layout: one mixed track or two; UNSPECIFIED lets the first audio or clock message decide.
        fps: frames a second out: 24, 25, 30, 50 or 60.
        look_ahead: how far ahead frames may hear.
        seed: chance, made repeatable; 0 to 2**64 - 1.
        rig_id: the rig the client holds; empty takes the engine's.
        scene: the scene at the start.
        spans, known_until_s: labelled time known at the start.
        voice_a, voice_b: prints of the voices on the mixed track.
        first_speaker: in automatic mode, whose voice is heard first.
        style_a, style_b: how each behaves.
        resume_at_s: audio time at which frames begin, for a client that comes back.
    """

    sample_rate: int = 16000
    layout: AudioLayout = AudioLayout.MIXED
    fps: int = 30
    look_ahead: LookAhead = LookAhead.LIVE
    seed: int = 0
    rig_id: str = ""
    scene: SceneChange | None = None
    spans: tuple[RoleSpan, ...] = ()
    known_until_s: float = 0.0
    voice_a: VoicePrint | None = None
    voice_b: VoicePrint | None = None
    first_speaker: Participant = Participant.A
    style_a: PersonStyle = field(default_factory=PersonStyle)
    style_b: PersonStyle = field(default_factory=PersonStyle)
    resume_at_s: float = 0.0

    def check(self) -> None:
        """Raise InvalidInput, naming the field, for what cannot be."""
        check_rate(self.sample_rate)
        if self.fps not in FRAME_RATES:
            raise InvalidInput("fps", f"{self.fps} is none of {', '.join(map(str, FRAME_RATES))}")
        if not 0 <= self.seed < 2**64:
            raise InvalidInput("seed", f"{self.seed} does not fit into 64 bits")
        _within("resume_at_s", self.resume_at_s, 0.0, LONGEST_S, "s")
        self.style_a.check("style_a")
        self.style_b.check("style_b")
        if self.scene is not None:
            self.scene.check()
