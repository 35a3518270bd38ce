"""A live conversation: sound in, faces out, over connections that may break."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Final

import grpc

from visavis.client import frame as incoming
from visavis.client.errors import FIELD_TRAILER, ServiceError, service_error
from visavis.client.frame import Frame, Header, Notice, Output, Summary
from visavis.client.memory import Memory
from visavis.client.talk import Person, Samples, Span, Talk, participant, role_spans
from visavis.v1 import audio_pb2, conversation_service_pb2, conversation_service_pb2_grpc, scene_pb2

Request = conversation_service_pb2.ConverseRequest


@dataclass(frozen=True)
class Reconnect:
    """How a lost connection is taken up again.

    Attributes:
        patience_s: how long it is tried before giving up; 0 never tries.
        first_wait_s: before the second try; doubles from try to try.
        longest_wait_s: between two tries.
    """

    patience_s: float = 30.0
    first_wait_s: float = 0.1
    longest_wait_s: float = 5.0


NEVER: Final = Reconnect(patience_s=0.0)
MOST_HELD_S: Final = 120.0
"""Seconds of sound remembered while the service is away; after that, sending fails."""


class AsyncConversation:
    """Made by `AsyncClient.converse`; to be used as `async with`, and iterated over for what comes.

    Somebody must iterate while others send: reading is also what notices a lost connection and takes it up again.

    Attributes:
        header: what was agreed.
        reconnections: how often the connection was lost and taken up again.
    """

    def __init__(
        self,
        stub: conversation_service_pb2_grpc.ConversationServiceStub,
        metadata: tuple[tuple[str, str], ...],
        talk: Talk,
        reconnect: Reconnect,
    ) -> None:
        self.header: Header | None = None
        self.reconnections = 0
        self._stub, self._metadata = stub, metadata
        self._talk, self._reconnect = talk, reconnect
        self._memory = Memory(talk.sample_rate, talk.sample_bytes)
        self._ends: dict[Person | None, int] = {}
        self._frames = 0
        self._next_time_s = 0.0
        self._finished = False
        self._call: Any = None
        self._sending = asyncio.Lock()

    async def __aenter__(self) -> "AsyncConversation":
        self.header = await self._connect(0.0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._call is not None:
            self._call.cancel()

    # Out to the service.

    async def send(self, samples: Samples, person: Person | None = None, start_sample: int | None = None) -> None:
        """Sends sound: of one person's track, or of the mixed one (None).

        `start_sample` is its place in its track; by default it follows what was sent before. Waits while the service
        does not read because sound runs too far ahead.
        """
        packed = self._talk.packed(samples)
        start = self._ends.get(person, 0) if start_sample is None else start_sample
        self._ends[person] = start + len(packed) // self._talk.sample_bytes
        chunk = audio_pb2.AudioChunk(participant=participant(person), start_sample=start, samples=packed)
        await self._send(Request(audio=chunk))

    async def clock(self, time_s: float, person: Person | None = None) -> None:
        """Nothing more before `time_s`: what was not sent by then is silence. Keeps both characters alive."""
        sample = round(time_s * self._talk.sample_rate)
        for track in list(self._ends) if person is None else [person]:
            self._ends[track] = max(self._ends.get(track, 0), sample)
        await self._send(Request(clock=audio_pb2.Clock(participant=participant(person), up_to_sample=sample)))

    async def label(self, spans: Iterable[Span], known_until_s: float = 0.0, replace: bool = False) -> None:
        """Says who speaks when, as far as that is known."""
        await self._send(Request(roles=role_spans(spans, known_until_s, replace)))

    async def set_scene(self, scene: str | scene_pb2.SceneUpdate) -> None:
        """Changes how the two stand: by a sentence, which counts from now on, or in full."""
        if isinstance(scene, str):
            scene = scene_pb2.SceneUpdate(pose_text=scene, time_s=self._next_time_s)
        await self._send(Request(scene=scene))

    async def finish(self) -> None:
        """No more sound comes: what is owed follows, then the summary."""
        self._finished = True
        async with self._sending:
            try:
                await self._call.done_writing()
            except (grpc.aio.AioRpcError, asyncio.InvalidStateError):
                await self._could_not_send()

    async def _send(self, request: Request) -> None:
        if self._finished:
            raise ValueError("the conversation was finished; nothing can be sent any more")
        async with self._sending:
            self._memory.keep(request)  # here, so that a replay either has it or is over
            try:
                await self._call.write(request)
            except (grpc.aio.AioRpcError, asyncio.InvalidStateError):
                await self._could_not_send()

    async def _could_not_send(self) -> None:
        """Raises why, unless whoever reads will connect again: then all that was sent is remembered."""
        lost = await _status(self._call, "the stream ended")
        if not lost.is_passing or self._reconnect.patience_s <= 0 or self._memory.held_s > MOST_HELD_S:
            raise lost

    # In from the service.

    async def __aiter__(self) -> AsyncIterator[Output]:
        """Frames, events, notices and readings as they come; the summary is the last."""
        while True:
            try:
                response = await self._call.read()
                if response is grpc.aio.EOF:
                    raise await _status(self._call, "the stream ended without a summary")
            except grpc.aio.AioRpcError as error:
                yield await self._take_up_again(service_error(error))
                continue
            except ServiceError as error:
                yield await self._take_up_again(error)
                continue
            output = incoming.output(response)
            if isinstance(output, Frame):
                self._frames += 1
                self._next_time_s = (output.index + 1) / self._talk.fps
                self._memory.forget_before(self._next_time_s)
            elif isinstance(output, Summary):
                yield replace(output, frames=self._frames)
                return
            if not isinstance(output, Header):
                yield output

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames alone, as they come."""
        async for output in self:
            if isinstance(output, Frame):
                yield output

    async def _connect(self, at_s: float) -> Header:
        """Opens a stream that begins at `at_s`; returns the service's header. Raises ServiceError."""
        call = self._stub.Converse(metadata=self._metadata)
        try:
            await call.write(Request(open=self._talk.config(at_s)))
            response = await call.read()
            if response is grpc.aio.EOF:
                raise await _status(call, "the stream ended without a header")
        except asyncio.InvalidStateError:
            raise await _status(call, "the stream ended at once") from None
        except grpc.aio.AioRpcError as error:
            raise service_error(error) from None
        self._call = call
        return incoming.header(response.header)

    async def _take_up_again(self, lost: ServiceError) -> Notice:
        """A new connection that goes on where frames stopped coming. Raises `lost` when there is none to be had."""
        if not lost.is_passing or self._reconnect.patience_s <= 0:
            raise lost
        end = time.monotonic() + self._reconnect.patience_s
        wait = self._reconnect.first_wait_s
        at_s = self._next_time_s
        await self._sending.acquire()  # nobody sends on the new connection before it knows what the old one did
        try:
            while True:
                try:
                    await self._connect(at_s)
                    break
                except ServiceError as error:
                    if not error.is_passing or time.monotonic() + wait > end:
                        raise
                await asyncio.sleep(wait)
                wait = min(2 * wait, self._reconnect.longest_wait_s)
        except BaseException:
            self._sending.release()
            raise
        self._replaying = asyncio.create_task(self._replay(at_s))
        self.reconnections += 1
        return Notice("reconnected", f"the connection was lost ({lost.message}) and taken up again", at_s, False)

    async def _replay(self, at_s: float) -> None:
        """Tells a new connection what the old one knew, then lets others send. Whoever reads finds its errors."""
        try:
            for request in self._memory.replay(at_s):
                await self._call.write(request)
            if self._finished:
                await self._call.done_writing()
        except (grpc.aio.AioRpcError, asyncio.InvalidStateError):
            return
        finally:
            self._sending.release()


async def _status(call: Any, otherwise: str) -> ServiceError:
    """How a stream ended, as an error."""
    trailers = dict(await call.trailing_metadata() or ())
    return ServiceError(await call.code(), await call.details() or otherwise, str(trailers.get(FIELD_TRAILER, "")))
