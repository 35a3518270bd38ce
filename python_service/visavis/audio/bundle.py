"""The conversation that comes with the package: two people, 39 s, for demo, samples and tests."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class BundledConversation:
    """Files of one conversation, all on the same clock.

    Attributes:
        mixed: both voices in ONE track, 24 kHz.
        a, b: each person's own track; their sum is the mixed one.
        rttm: who speaks when; A is heard first.
        transcript: the words with their times.
    """

    mixed: Path
    a: Path
    b: Path
    rttm: Path
    transcript: Path


def bundled_conversation() -> BundledConversation:
    """The bundled conversation's files; see `assets/conversation/README.md` for how it was made."""
    folder = Path(__file__).resolve().parent.parent / "assets" / "conversation"
    return BundledConversation(
        mixed=folder / "conversation.wav",
        a=folder / "conversation_a.flac",
        b=folder / "conversation_b.flac",
        rttm=folder / "conversation.rttm",
        transcript=folder / "conversation.txt",
    )
