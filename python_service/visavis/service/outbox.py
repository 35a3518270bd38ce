"""What waits to be sent to one client."""

import asyncio
from collections import deque
from collections.abc import Sequence

from visavis.engine import Output
from visavis.service.packed import Given, Packed, frames_in, is_last


class Outbox:
    """Outputs in order, from the engine's thread to the one coroutine that sends them.

    Attributes:
        frames: frames that wait.
        total: frames taken in so far.
        finished: whether the summary has come: nothing follows it.
    """

    def __init__(self) -> None:
        self.frames = 0
        self.total = 0
        self.finished = False
        self._outputs: deque[Given] = deque()
        self._error: BaseException | None = None
        self._news = asyncio.Event()
        self._room = asyncio.Event()
        self._came = asyncio.Event()

    def receive(self, outputs: list[Output] | Packed) -> None:
        """The next outputs, in order."""
        if isinstance(outputs, Packed):
            self._take_in([outputs])
        else:
            self._take_in(outputs)

    def _take_in(self, outputs: Sequence[Given]) -> None:
        count = sum(map(frames_in, outputs))
        self.frames += count
        self.total += count
        self.finished = self.finished or any(map(is_last, outputs))
        self._outputs.extend(outputs)
        self._news.set()
        self._came.set()
        self._room.set()

    def fail(self, error: BaseException) -> None:
        """After what waits, `take` raises this."""
        self._error = self._error or error
        self._news.set()
        self._came.set()
        self._room.set()

    async def take(self) -> Given | None:
        """The next output, None after the last. Raises what the conversation failed with."""
        while not self._outputs:
            if self._error is not None:
                raise self._error
            if self.finished:
                return None
            self._news.clear()
            await self._news.wait()
        output = self._outputs.popleft()
        if count := frames_in(output):
            self.frames -= count
            self._room.set()
        return output

    async def received(self, count: int) -> None:
        """Returns as soon as `count` frames have come in."""
        while self.total < count and not self.finished and self._error is None:
            self._came.clear()
            await self._came.wait()

    async def has_sent(self, count: int) -> None:
        """Returns as soon as `count` frames have been taken out, or nothing more will be."""
        while self.total - self.frames < count and not self.finished and self._error is None:
            self._room.clear()
            await self._room.wait()
