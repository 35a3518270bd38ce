"""The Python client: stream sound to a service and get faces, bake recordings, make voice prints."""

from visavis.client.async_client import AsyncClient, Security
from visavis.client.async_conversation import AsyncConversation, Reconnect
from visavis.client.client import Client, Conversation
from visavis.client.errors import ServiceError
from visavis.client.frame import Face, Frame, Header, Notice, Performance, Summary, TurnEvent
from visavis.client.playback import microphone
from visavis.client.talk import Talk

__all__ = [
    "AsyncClient", "AsyncConversation", "Client", "Conversation", "Face", "Frame", "Header", "Notice", "Performance",
    "Reconnect", "Security", "ServiceError", "Summary", "Talk", "TurnEvent", "microphone",
]  # fmt: skip
