"""The engine in a process of its own, seen from the service.

Python works on one thing at a time in a process: with the engine in another, gRPC and engine have a core each.
"""

import asyncio
import itertools
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.engine import ConversationOptions, Engine, Header, SceneChange
from visavis.errors import VisavisError
from visavis.rig import Rig, open_rig
from visavis.roles import Participant, RoleSpan
from visavis.service.log import LOGGER, event
from visavis.service.scheduler import Scheduler, Seat, Sink
from visavis.service.wire import Unpacker, Wire, packet

PORTION: Final = 1 << 18
"""Samples sent at once."""
START_S: Final = 60.0
"""Seconds the process has to come up."""
STOP_S: Final = 5.0
"""Seconds it has to end."""


@dataclass(frozen=True)
class EngineSettings:
    """What an engine is made of, see `Engine`; `flame` is a user's own FLAME model."""

    device: str = "auto"
    threads: int | None = None
    model: Path | None = None
    flame: Path | None = None

    def open(self) -> Engine:
        """An engine; raises what `Engine` and `rig` raise."""
        return Engine(device=self.device, threads=self.threads, model=self.model, rig=self.rig())

    def rig(self) -> Rig | None:
        """The user's own rig, None for the open head; raises what reading it raises."""
        if self.flame is None:
            return None
        from visavis.rig import load_flame_rig

        return load_flame_rig(self.flame)


class RemoteSeat:
    """A conversation in the engine's process, see `scheduler.Seat`."""

    def __init__(self, scheduler: "RemoteScheduler", number: int, header: Header, patient: bool) -> None:
        self.header = header
        self.patient = patient
        self._scheduler = scheduler
        self._number = number

    def push_audio(self, who: Participant | None, start: int, samples: NDArray[np.float32]) -> None:
        """Sound, see `Conversation.push_audio`; in portions, between which others get their turn."""
        for offset in range(0, len(samples), PORTION):
            self._tell("push_audio", who, start + offset, samples[offset : offset + PORTION])

    def clock(self, who: Participant | None, up_to: int) -> None:
        """Silence up to a sample."""
        self._tell("clock", who, up_to)

    def set_roles(self, spans: Sequence[RoleSpan], known_until_s: float, replace: bool) -> None:
        """Labelled time."""
        self._tell("set_roles", tuple(spans), known_until_s, replace)

    def set_scene(self, change: SceneChange) -> None:
        """A change of the scene."""
        self._tell("set_scene", change)

    def finish(self) -> None:
        """No more sound comes."""
        self._tell("finish")

    def refuse(self, error: VisavisError) -> None:
        """Ends as if the engine had refused it."""
        self._tell("refuse", error)

    def hold(self, held: bool) -> None:
        """Holds it while its client does not keep up, or lets it go on."""
        self._tell("hold", held)

    def close(self) -> None:
        """Forgets it at once."""
        self._tell("close")
        self._scheduler.forget(self._number)

    def _tell(self, what: str, *arguments: object) -> None:
        self._scheduler.tell(what, self._number, *arguments)


class RemoteScheduler:
    """An engine room in a process of its own. To be made and used in the event loop; `stop` ends it.

    Attributes:
        lost: set when the process ended by itself; every conversation in it has failed then.
    """

    def __init__(self, process: "EngineProcess", loop: asyncio.AbstractEventLoop) -> None:
        self.lost = asyncio.Event()
        self._process = process
        self._loop = loop
        self._seats: dict[int, tuple[Sink, bool]] = {}
        self._opening: dict[int, asyncio.Future[RemoteSeat]] = {}
        self._numbers = itertools.count(1)
        self._waiting: list[bytes] = []
        self._stopping = False
        self._ended = loop.create_future()
        self._totals = (0, 0)

    @property
    def totals(self) -> tuple[int, int]:
        """Passes over live conversations, and conversations moved on in them; known once stopped."""
        return self._totals

    async def start(self) -> None:
        """Begins to listen to the process."""
        protocol = _Listener(self._news, self._end)
        self._transport, _ = await self._loop.create_unix_connection(lambda: protocol, sock=self._process.wire)

    async def stop(self) -> None:
        """Ends the process after the pass it is in."""
        self._stopping = True
        self.tell("stop", 0)
        try:
            await asyncio.wait_for(asyncio.shield(self._ended), STOP_S)
        except TimeoutError:
            self._process.kill()
        await asyncio.to_thread(self._process.wait)

    async def open(self, options: ConversationOptions, sink: Sink, patient: bool, include_arkit: bool) -> RemoteSeat:
        """Opens a conversation; raises what `Engine.open` raises."""
        if self.lost.is_set():
            raise RuntimeError("the engine's process is gone")
        number = next(self._numbers)
        answer = self._opening[number] = self._loop.create_future()
        self._seats[number] = sink, patient
        self.tell("open", number, options, patient, include_arkit)
        try:
            return await answer
        except BaseException:
            self.tell("close", number)
            self.forget(number)
            raise

    def tell(self, what: str, number: int, *arguments: object) -> None:
        """Has the process do something; what is told in one turn of the event loop goes together."""
        if not self._waiting:
            self._loop.call_soon(self._flush)
        self._waiting.append(packet((what, number, *arguments)))

    def forget(self, number: int) -> None:
        """Nobody waits any more for what comes of a conversation."""
        self._seats.pop(number, None)
        self._opening.pop(number, None)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not self._transport.is_closing():
            self._transport.writelines(waiting)

    def _news(self, news: list[tuple[Any, ...]]) -> None:
        for what, number, *arguments in news:
            if what == "log":
                level, name, fields = arguments
                LOGGER.log(level, name, extra={"fields": fields})
            elif what == "stopped":
                self._totals = arguments[0], arguments[1]
            elif (seat := self._seats.get(number)) is None:
                continue
            elif what == "opened":
                self._answer(number, RemoteSeat(self, number, arguments[0], seat[1]))
            elif what == "refused":
                self._answer(number, arguments[0])
            else:
                getattr(seat[0], what)(arguments[0])

    def _answer(self, number: int, given: RemoteSeat | BaseException) -> None:
        answer = self._opening.pop(number, None)
        if answer is None or answer.done():
            return
        if isinstance(given, RemoteSeat):
            answer.set_result(given)
        else:
            answer.set_exception(given)

    def _end(self) -> None:
        if not self._ended.done():
            self._ended.set_result(None)
        if self._stopping:
            return
        event("engine_process_ended", logging.CRITICAL, conversations=len(self._seats))
        gone = RuntimeError("the engine's process ended")
        for number in list(self._opening):
            self._answer(number, gone)
        for sink, _ in list(self._seats.values()):
            sink.fail(gone)
        self.lost.set()


class _Listener(asyncio.Protocol):
    """Gives on what the process says."""

    def __init__(self, news: Callable[[list[tuple[Any, ...]]], None], end: Callable[[], None]) -> None:
        self._news, self._end = news, end
        self._unpacker = Unpacker()

    def data_received(self, data: bytes) -> None:
        """Bytes from the process."""
        for news in self._unpacker.feed(data):
            self._news(news)

    def connection_lost(self, _: Exception | None) -> None:
        """The process has ended."""
        self._end()


@dataclass(frozen=True)
class NetworkFacts:
    """What is known here of the network over there."""

    model_id: str
    device: str


class EngineProcess:
    """A process with an engine in it, started at once. In place of an `Engine` for `Service`.

    Attributes:
        rig: what frames are given out in.
        network: what the process computes with.
        wire: this side's end.
    """

    def __init__(self, settings: EngineSettings) -> None:
        """Starts it and waits until it is ready; raises what opening the engine raises there."""
        self._process, self.wire = launch(settings)
        self.rig = settings.rig() or open_rig()
        self.wire.sendall(packet(settings))
        wire = Wire(self.wire)
        try:
            what, _, *arguments = wire.receive(START_S)[0]
        except (EOFError, TimeoutError):
            self.kill()
            raise RuntimeError("the engine's process did not come up") from None
        if what == "broken":
            self.wait()
            raise arguments[0]
        self.network = NetworkFacts(*arguments)
        self.wire.setblocking(False)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def kill(self) -> None:
        """Ends it without ceremony."""
        self._process.kill()

    def wait(self) -> None:
        """Waits for its end."""
        self._process.wait()


AnySeat = Seat | RemoteSeat
AnyScheduler = Scheduler | RemoteScheduler


def launch(settings: EngineSettings) -> tuple["subprocess.Popen[bytes]", socket.socket]:
    """Starts the engine's process; returns it and this side's end of the wire."""
    ours, theirs = socket.socketpair()
    package = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "visavis.service.engine_process", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": paths},
        )
    return process, ours
