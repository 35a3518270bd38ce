"""Outputs ready for the wire, as they come from the engine's process."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from visavis.engine import Frames, Output, Summary
from visavis.service import answers
from visavis.v1 import conversation_pb2, frame_pb2, role_pb2, scene_pb2

KINDS: Final[dict[str, Any]] = {
    "frame": frame_pb2.ConversationFrame,
    "role_event": role_pb2.RoleEvent,
    "notice": conversation_pb2.Notice,
    "summary": conversation_pb2.StreamSummary,
    "pose": scene_pb2.PoseReading,
}
"""The message of each field of a ConverseResponse or BakeResponse that an output becomes."""


@dataclass(frozen=True)
class Packed:
    """Some outputs as serialised messages.

    Attributes:
        answers: each with the field it sets.
        frames: how many of them are frames.
        last: whether the summary is among them.
    """

    answers: tuple[tuple[str, bytes], ...]
    frames: int
    last: bool

    @classmethod
    def of(cls, outputs: Sequence[Output], include_arkit: bool) -> "Packed":
        """Outputs in order, as messages."""
        made = [
            (kind, message.SerializeToString())
            for output in outputs
            for answer in answers.messages(output, include_arkit)
            for kind, message in answer.items()
        ]
        return cls(tuple(made), sum(map(frames_in, outputs)), any(map(is_last, outputs)))

    def messages(self) -> Iterator[dict[str, Any]]:
        """As `answers.messages` of the outputs."""
        for kind, data in self.answers:
            yield {kind: KINDS[kind].FromString(data)}


Given = Output | Packed
"""What an outbox holds."""


def frames_in(given: Given) -> int:
    """How many frames an output is."""
    if isinstance(given, Packed):
        return given.frames
    return len(given) if isinstance(given, Frames) else 0


def is_last(given: Given) -> bool:
    """Whether nothing follows an output."""
    return given.last if isinstance(given, Packed) else isinstance(given, Summary)


def messages(given: Given, include_arkit: bool) -> Iterator[dict[str, Any]]:
    """The answers an output becomes, each as the one field of a ConverseResponse or BakeResponse that it sets."""
    return given.messages() if isinstance(given, Packed) else answers.messages(given, include_arkit)
