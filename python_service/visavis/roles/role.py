"""The nouns of who-speaks-when: where a decision came from, a labelled span, an event."""

from dataclasses import dataclass
from enum import IntEnum


class Participant(IntEnum):
    """One of the two people; values as in participant.proto. Column `participant - 1` of every (T, 2)
    array.
    """

    A = 1
    B = 2

    @property
    def other(self) -> "Participant":
        """The partner."""
        return Participant.B if self is Participant.A else Participant.A


class RoleSource(IntEnum):
    """Where speaking probabilities come from, in falling order of trust; values as in role.proto."""

    TRACKS = 1
    SPANS = 2
    VOICE_PRINTS = 3
    AUTOMATIC = 4


class RoleEventKind(IntEnum):
    """What happened in a conversation; values as in role.proto."""

    TURN_BEGAN = 1
    TURN_ENDED = 2
    OVERLAP_BEGAN = 3
    BACKCHANNEL = 4


@dataclass(frozen=True)
class RoleSpan:
    """One person speaks from `start_s` (>= 0) to `end_s` (> start_s), seconds of audio time."""

    participant: Participant
    start_s: float
    end_s: float


@dataclass(frozen=True)
class RoleEvent:
    """What happened, to whom, and when in seconds of audio time."""

    kind: RoleEventKind
    participant: Participant
    time_s: float
