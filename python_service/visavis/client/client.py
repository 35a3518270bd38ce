"""The client, for programs without asyncio: the same, each call waiting for its result."""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from visavis.client.async_client import DEFAULT_ADDRESS, AsyncClient, Progress, Security
from visavis.client.async_conversation import AsyncConversation, Reconnect
from visavis.client.frame import Frame, Header, Output, Performance
from visavis.client.playback import Pace
from visavis.client.talk import Person, Samples, Span, Talk
from visavis.v1 import conversation_service_pb2, rig_pb2, scene_pb2

T = TypeVar("T")


class _Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="visavis-client", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns or raises."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def each(self, stream: AsyncIterator[T]) -> Iterator[T]:
        """The items of an asynchronous iterator, one by one."""
        end = object()

        async def step() -> Any:
            return await anext(stream, end)

        try:
            while (item := self.run(step())) is not end:
                yield item
        finally:
            close = getattr(stream, "aclose", None)
            if close is not None:
                self.run(close())

    def stop(self) -> None:
        """Ends the thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class Client:
    """A connection to a service. Use it as `with Client(address) as client`; safe to use from several threads."""

    def __init__(
        self, address: str = DEFAULT_ADDRESS, security: Security | None = None, reconnect: Reconnect | None = None
    ) -> None:
        self._loop = _Loop()

        async def make() -> AsyncClient:
            return AsyncClient(address, security, reconnect)

        self._client = self._loop.run(make())

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection and ends the client's thread."""
        self._loop.run(self._client.__aexit__(None, None, None))
        self._loop.stop()

    def converse(self, talk: Talk | None = None) -> "Conversation":
        """A live conversation: `with client.converse(Talk(...)) as conversation`."""
        return Conversation(self._loop, self._client.converse(talk))

    def stream_file(
        self,
        path: str | Path,
        b: str | Path | None = None,
        talk: Talk | None = None,
        roles: Iterable[Span] = (),
        pace: Pace = "real-time",
        piece_s: float = 0.02,
    ) -> Iterator[Output]:
        """See `AsyncClient.stream_file`."""
        return self._loop.each(self._client.stream_file(path, b, talk, roles, pace, piece_s))

    def bake(
        self,
        path: str | Path,
        b: str | Path | None = None,
        talk: Talk | None = None,
        roles: Iterable[Span] = (),
        scene: Sequence[scene_pb2.SceneUpdate] = (),
        progress: Progress | None = None,
    ) -> Performance:
        """See `AsyncClient.bake`."""
        return self._loop.run(self._client.bake(path, b, talk, roles, scene, progress))

    def interpret_pose(self, text: str, current: scene_pb2.Placement | None = None) -> scene_pb2.PoseReading:
        """See `AsyncClient.interpret_pose`."""
        return self._loop.run(self._client.interpret_pose(text, current))

    def enroll(self, path: str | Path) -> tuple[bytes, float]:
        """See `AsyncClient.enroll`."""
        return self._loop.run(self._client.enroll(path))

    def rig(self) -> rig_pb2.Rig:
        """The service's rig."""
        return self._loop.run(self._client.rig())

    def info(self) -> conversation_service_pb2.GetServiceInfoResponse:
        """Versions, model, look-aheads, limits, device."""
        return self._loop.run(self._client.info())


class Conversation:
    """See `AsyncConversation`. One thread may send while another iterates."""

    def __init__(self, loop: _Loop, conversation: AsyncConversation) -> None:
        self._loop = loop
        self._conversation = conversation

    def __enter__(self) -> "Conversation":
        self._loop.run(self._conversation.__aenter__())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.run(self._conversation.__aexit__(kind, error, trace))

    @property
    def header(self) -> Header | None:
        """What was agreed."""
        return self._conversation.header

    def send(self, samples: Samples, person: Person | None = None, start_sample: int | None = None) -> None:
        """Sends sound."""
        self._loop.run(self._conversation.send(samples, person, start_sample))

    def clock(self, time_s: float, person: Person | None = None) -> None:
        """Silence up to a time."""
        self._loop.run(self._conversation.clock(time_s, person))

    def label(self, spans: Iterable[Span], known_until_s: float = 0.0, replace: bool = False) -> None:
        """Says who speaks when."""
        self._loop.run(self._conversation.label(spans, known_until_s, replace))

    def set_scene(self, scene: str | scene_pb2.SceneUpdate) -> None:
        """Changes how the two stand."""
        self._loop.run(self._conversation.set_scene(scene))

    def finish(self) -> None:
        """No more sound comes."""
        self._loop.run(self._conversation.finish())

    def __iter__(self) -> Iterator[Output]:
        return self._loop.each(aiter(self._conversation))

    def frames(self) -> Iterator[Frame]:
        """Frames alone, as they come."""
        return (output for output in self if isinstance(output, Frame))
