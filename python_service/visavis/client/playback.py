"""Where live sound comes from: a file as if it were spoken now, or a microphone."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from visavis.client.talk import Person

if TYPE_CHECKING:
    from visavis.client.async_conversation import AsyncConversation

Pace: TypeAlias = Literal["real-time", "fast"]


async def feed(
    conversation: "AsyncConversation",
    tracks: Mapping[Person | None, NDArray[np.float32]],
    rate: int,
    pace: Pace,
    piece_s: float,
) -> None:
    """Sends tracks piece by piece, as they would be heard or as fast as they are taken, and finishes."""
    piece = max(round(piece_s * rate), 1)
    began = time.monotonic()
    for start in range(0, max(len(samples) for samples in tracks.values()), piece):
        if pace == "real-time":
            await asyncio.sleep(max(0.0, began + (start + piece) / rate - time.monotonic()))
        for person, samples in tracks.items():
            if start < len(samples):
                await conversation.send(samples[start : start + piece], person)
            else:
                await conversation.clock((start + piece) / rate, person)
    await conversation.finish()


async def microphone(
    rate: int = 16000, piece_s: float = 0.02, device: int | str | None = None
) -> AsyncIterator[NDArray[np.float32]]:
    """(n,) float32 pieces of sound from a microphone, for ever. Needs the package `sounddevice`."""
    import sounddevice  # type: ignore[import-not-found]

    loop = asyncio.get_running_loop()
    heard: asyncio.Queue[NDArray[np.float32]] = asyncio.Queue()

    def take(samples: NDArray[np.float32], _frames: int, _time: Any, _status: Any) -> None:
        loop.call_soon_threadsafe(heard.put_nowait, samples[:, 0].copy())

    with sounddevice.InputStream(
        samplerate=rate, channels=1, dtype="float32", blocksize=round(rate * piece_s), device=device, callback=take
    ):
        while True:
            yield await heard.get()
