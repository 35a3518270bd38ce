"""What one service allows, so that no client can bring it down."""

from dataclasses import dataclass

from visavis.errors import InvalidInput


@dataclass(frozen=True)
class Limits:
    """Bounds in force; the same names as `Limits` on the wire.

    Attributes:
        max_conversations: live conversations and bakes at once.
        max_message_bytes: largest request message.
        max_pose_text_chars: longest pose text, characters.
        max_audio_ahead_s: how far sound may run ahead of real time in a live conversation before the service stops
            reading; also the longest gap that one message may leave, and how far one track may run ahead of the other.
        idle_timeout_s: silence on the wire after which a conversation is closed, seconds.
        max_bake_s: longest recording, for Bake and for OFFLINE look-ahead, seconds.
    """

    max_conversations: int = 64
    max_message_bytes: int = 64 * 1024 * 1024
    max_pose_text_chars: int = 512
    max_audio_ahead_s: float = 60.0
    idle_timeout_s: float = 60.0
    max_bake_s: float = 1800.0

    def __post_init__(self) -> None:
        """Raises InvalidInput for a bound that allows nothing."""
        for name in ("max_conversations", "max_audio_ahead_s", "idle_timeout_s", "max_bake_s"):
            if not getattr(self, name) > 0:
                raise InvalidInput(name, f"{getattr(self, name)} allows nothing; it must be above 0")
        if self.max_message_bytes < 65536:
            raise InvalidInput("max_message_bytes", f"{self.max_message_bytes} is less than 65536")
        if not 1 <= self.max_pose_text_chars <= 512:
            raise InvalidInput("max_pose_text_chars", f"{self.max_pose_text_chars} is not within 1 to 512")
