"""Live conversations over gRPC as clients hold them: sound in real time, and how late every frame comes."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import grpc
import numpy as np
from numpy.typing import NDArray

from visavis.roles import Participant
from visavis.v1 import audio_pb2, conversation_pb2, conversation_service_pb2, participant_pb2, role_pb2

CHUNK_S: Final = 0.02
"""Seconds of sound in a message."""
LOOK_AHEAD_S: Final = 0.2
FPS: Final = 30
LATE_S: Final = 1.0 / 30.0
"""A frame is late when it comes more than one frame after the last sound that it may hear was sent."""
METHOD: Final = "/visavis.v1.ConversationService/Converse"
_FRAME_TAG: Final = 0x12
"""First byte of a ConverseResponse that holds a frame (field 2); answers are not parsed while time is measured."""

WHOSE: Final = {
    Participant.A: participant_pb2.PARTICIPANT_A,
    Participant.B: participant_pb2.PARTICIPANT_B,
}

Request = conversation_service_pb2.ConverseRequest


@dataclass(frozen=True)
class Script:
    """What one client sends: the opening, then a message for every piece of sound, in real time."""

    opening: bytes
    pieces: tuple[tuple[bytes, ...], ...]

    @property
    def seconds(self) -> float:
        """Length of the sound."""
        return len(self.pieces) * CHUNK_S


def script(
    tracks: Sequence[NDArray[np.float32]],
    rate: int,
    seed: int,
    spans: Sequence[role_pb2.RoleSpan] = (),
) -> Script:
    """A LIVE conversation of 16-bit sound: one mixed track, or A's and B's."""
    layout = audio_pb2.AUDIO_LAYOUT_MIXED if len(tracks) == 1 else audio_pb2.AUDIO_LAYOUT_SEPARATE
    config = conversation_pb2.ConversationConfig(
        sample_rate=rate,
        encoding=audio_pb2.AUDIO_ENCODING_PCM_S16LE,
        layout=layout,
        look_ahead=conversation_pb2.LOOK_AHEAD_LIVE,
        seed=seed,
    )
    whose = [participant_pb2.PARTICIPANT_UNSPECIFIED] if len(tracks) == 1 else list(WHOSE.values())
    packed = [(np.clip(track, -1, 1) * 32767).astype("<i2") for track in tracks]
    length, pieces = round(rate * CHUNK_S), []
    for start in range(0, min(map(len, packed)) - length + 1, length):
        chunks = [
            audio_pb2.AudioChunk(participant=who, start_sample=start, samples=track[start : start + length].tobytes())
            for who, track in zip(whose, packed)
        ]
        pieces.append(tuple(Request(audio=chunk).SerializeToString() for chunk in chunks))
    if spans:
        labels = role_pb2.RoleSpans(spans=spans, known_until_s=24 * 3600.0)
        pieces[0] = (Request(roles=labels).SerializeToString(), *pieces[0])
    return Script(Request(open=config).SerializeToString(), tuple(pieces))


@dataclass
class Heard:
    """What one client saw.

    Attributes:
        delays_s: for every frame, how long after the last sound that it may hear was sent it came.
        bytes_in, bytes_out: sent and received, messages with gRPC's 5 bytes each.
    """

    delays_s: list[float] = field(default_factory=list)
    bytes_in: int = 0
    bytes_out: int = 0


async def converse(channel: grpc.aio.Channel, given: Script) -> Heard:
    """Holds one conversation in real time, as a game does that plays the sound at the same time."""
    call = channel.stream_stream(METHOD, request_serializer=None, response_deserializer=None)()
    heard, sent = Heard(), [0.0] * len(given.pieces)

    async def read() -> None:
        frame = 0
        async for answer in call:
            now = time.perf_counter()
            heard.bytes_out += len(answer) + 5
            if answer[0] != _FRAME_TAG:
                continue
            last = int(np.ceil((frame / FPS + LOOK_AHEAD_S) / CHUNK_S - 1e-9)) - 1
            if last < len(sent):
                heard.delays_s.append(now - sent[last])
            frame += 1

    reading = asyncio.create_task(read())
    await call.write(given.opening)
    heard.bytes_in += len(given.opening) + 5
    begun = time.perf_counter()
    for index, piece in enumerate(given.pieces):
        ahead = begun + (index + 1) * CHUNK_S - time.perf_counter()
        if ahead > 0:
            await asyncio.sleep(ahead)
        sent[index] = time.perf_counter()
        for message in piece:
            await call.write(message)
            heard.bytes_in += len(message) + 5
    await call.done_writing()
    await reading
    return heard


async def hold(port: int, scripts: Sequence[Script], spread_s: float) -> list[Heard]:
    """Conversations at the same time, the beginnings spread evenly over `spread_s` seconds."""
    options = [("grpc.max_receive_message_length", -1)]
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=options) as channel:
        await channel.channel_ready()

        async def later(index: int, given: Script) -> Heard:
            await asyncio.sleep(spread_s * index / len(scripts))
            return await converse(channel, given)

        return list(await asyncio.gather(*(later(i, s) for i, s in enumerate(scripts))))
