"""Sound to faces, streaming: one explicit state per conversation, one batched network call a pass."""

from visavis.engine.baking import Bake, bake
from visavis.engine.conversation import Conversation
from visavis.engine.engine import Engine
from visavis.engine.options import (
    FRAME_RATES,
    AudioLayout,
    ConversationOptions,
    LookAhead,
    PersonStyle,
    SceneChange,
)
from visavis.engine.output import Frames, Header, Notice, NoticeSeverity, Output, Summary

__all__ = [
    "FRAME_RATES",
    "AudioLayout",
    "Bake",
    "Conversation",
    "ConversationOptions",
    "Engine",
    "Frames",
    "Header",
    "LookAhead",
    "Notice",
    "NoticeSeverity",
    "Output",
    "PersonStyle",
    "SceneChange",
    "Summary",
    "bake",
]
