"""The live half of the demo: a service of its own, a conversation streamed to it, and how long frames took."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.client import AsyncClient, AsyncConversation, Frame, Talk, TurnEvent
from visavis.client.async_client import read_tracks
from visavis.client.talk import Span
from visavis.engine import Engine
from visavis.service import Access, Service

PIECE_S: Final = 0.02
"""Seconds of sound a message, as a microphone gives."""


@dataclass(frozen=True)
class LiveRun:
    """What streaming showed.

    Attributes:
        port: where the service listened.
        look_ahead_s: what a frame waits for by design.
        real_time_s: seconds of the conversation sent at the pace of speech; the rest as fast as it was taken.
        first_frame_s: from the first sound to the first frame.
        delays_s: (n,) of every frame in real time: from when its look-ahead had been sent to when it came.
        frames: frames in all.
        events: turns, overlaps and back-channels.
        bytes_per_s: of answers on the wire, for a second of conversation.
        seconds: all of it took.
    """

    port: int
    look_ahead_s: float
    real_time_s: float
    first_frame_s: float
    delays_s: NDArray[np.float64]
    frames: int
    events: tuple[TurnEvent, ...]
    bytes_per_s: float
    seconds: float


async def stream_live(engine: Engine, recording: Path, roles: list[Span], real_time_s: float) -> LiveRun:
    """Starts a service on a free port of this machine, streams `recording` to it over gRPC, and stops it."""
    rate, tracks = read_tracks(recording)
    service = Service(engine, Access(port=0))
    await service.start()
    try:
        client = AsyncClient(f"127.0.0.1:{service.port}")
        async with client, client.converse(Talk(sample_rate=rate, separate=False)) as conversation:
            await conversation.label(roles)
            return await _measure(conversation, tracks[None], rate, real_time_s, service.port)
    finally:
        await service.stop(1.0)


async def _measure(
    conversation: AsyncConversation, samples: NDArray[np.float32], rate: int, real_time_s: float, port: int
) -> LiveRun:
    header = conversation.header
    assert header is not None
    look_ahead_s = header.look_ahead_ms / 1000
    began = time.monotonic()
    sent_at: list[float] = []
    sending = asyncio.create_task(_send(conversation, samples, rate, real_time_s, sent_at))
    first_frame_s, delays, frames, events = 0.0, [], 0, []
    size = 0
    async for output in conversation:
        now = time.monotonic()
        if isinstance(output, TurnEvent):
            events.append(output)
        elif isinstance(output, Frame):
            frames += 1
            size += output.wire_bytes
            first_frame_s = first_frame_s or now - began
            piece = int(np.ceil((output.time_s + look_ahead_s) / PIECE_S - 1e-6)) - 1
            if output.time_s + look_ahead_s < real_time_s and piece < len(sent_at):
                delays.append(now - sent_at[piece])
    await sending
    seconds = len(samples) / rate
    return LiveRun(
        port, look_ahead_s, min(real_time_s, seconds), first_frame_s, np.array(delays), frames, tuple(events),
        size / seconds, time.monotonic() - began,
    )  # fmt: skip


async def _send(
    conversation: AsyncConversation, samples: NDArray[np.float32], rate: int, real_time_s: float, sent_at: list[float]
) -> None:
    piece = round(PIECE_S * rate)
    began = time.monotonic()
    for start in range(0, len(samples), piece):
        if start < real_time_s * rate:
            await asyncio.sleep(max(0.0, began + (start + piece) / rate - time.monotonic()))
        sent_at.append(time.monotonic())
        await conversation.send(samples[start : start + piece])
    await conversation.finish()
