"""The one thread (or process) that runs the engine: live conversations together, patient ones in the time that is left.

An engine serves one thread. Here one thread calls it; everybody else leaves commands in a queue, and gets outputs
back in the event loop, in order. Live conversations that have something due share one pass (`Engine.tick`). Those that
nobody waits for (bakes, OFFLINE look-ahead) have an engine each on the same network, and go on by one pass at a time
only while nobody live waits - or once in a while when somebody always does.
"""

import asyncio
import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from visavis.engine import Conversation, ConversationOptions, Engine, Header, Output, SceneChange
from visavis.errors import VisavisError
from visavis.model.runtime import Network
from visavis.roles import Participant, RoleSpan
from visavis.service.log import event

TICK_S: Final = 0.004, 0.010
"""Seconds from one pass to the next, least and most: what comes in between shares it."""
SHARED_TICK_S: Final = 0.0005
"""Seconds of a tick for each live conversation: the more there are, the more of them are to share a pass."""
BEHIND_S: Final = 2 / 30
"""Seconds of sound beyond the look-ahead from which on passes follow each other without a pause."""
TAKING_S: Final = 0.003
"""Seconds for which commands are taken at most before a pass."""
STARVING_S: Final = 0.25
"""Seconds after which a patient conversation gets a pass though live ones are due."""

Command = Callable[[], None]


class Sink(Protocol):
    """Takes what a conversation gives back, in the event loop's thread."""

    def receive(self, outputs: list[Output]) -> None:
        """The next outputs, in order; a Summary is the last."""

    def fail(self, error: BaseException) -> None:
        """Nothing more comes: this went wrong."""


class Seat:
    """A conversation in the engine, as seen from the event loop. None of its methods waits or raises.

    What the engine refuses ends the conversation: what was due by then still comes, then the error.
    """

    def __init__(
        self, room: "EngineRoom", engine: Engine, conversation: Conversation, sink: Sink, patient: bool
    ) -> None:
        self.header: Header = conversation.header
        self.engine = engine
        self.conversation = conversation
        self.sink = sink
        self.patient = patient
        self.held = False
        self.idle = False
        self.refused: VisavisError | None = None
        self._room = room

    def push_audio(self, who: Participant | None, start: int, samples: NDArray[np.float32]) -> None:
        """Sound, see `Conversation.push_audio`."""
        self._do(lambda: self.conversation.push_audio(who, start, samples))

    def clock(self, who: Participant | None, up_to: int) -> None:
        """Silence up to a sample."""
        self._do(lambda: self.conversation.clock(who, up_to))

    def set_roles(self, spans: Sequence[RoleSpan], known_until_s: float, replace: bool) -> None:
        """Labelled time."""
        self._do(lambda: self.conversation.set_roles(spans, known_until_s, replace))

    def set_scene(self, change: SceneChange) -> None:
        """A change of the scene."""
        self._do(lambda: self.conversation.set_scene(change))

    def finish(self) -> None:
        """No more sound comes: what is owed becomes due, then a summary."""
        self._do(self.conversation.finish)

    def refuse(self, error: VisavisError) -> None:
        """The client asked for something impossible: ends as if the engine had refused it."""

        def refuse() -> None:
            raise error

        self._do(refuse)

    def hold(self, held: bool) -> None:
        """Holds a patient conversation whose client does not keep up, or lets it go on."""

        def hold() -> None:
            self.held = held

        self._room.do(hold)

    def close(self) -> None:
        """Forgets the conversation at once."""
        self._room.do(lambda: self._room.drop(self))

    def _do(self, action: Command) -> None:
        def guarded() -> None:
            self.idle = False
            if self.refused is None:
                try:
                    action()
                except VisavisError as error:
                    self.refused = error
                except Exception as error:
                    self._room.broke(self, error)

        self._room.do(guarded)


class Commands(Protocol):
    """Where an engine room's commands come from, as `queue.SimpleQueue`."""

    def put(self, command: Command) -> None:
        """Leaves a command."""

    def get(self, *, timeout: float | None = None) -> Command:
        """The next command; raises queue.Empty when none comes in `timeout` seconds."""

    def get_nowait(self) -> Command:
        """The next command; raises queue.Empty when there is none."""


class EngineRoom:
    """What happens in the engine's thread or process: commands, passes, and what came of them.

    Attributes:
        passes: passes over the live conversations so far.
        moved: conversations moved on in them, added up: `moved / passes` is how many share a pass.
    """

    def __init__(self, engine: Engine, commands: Commands, post: Callable[..., None]) -> None:
        """`post(function, *arguments)` has the sinks' side call a function."""
        self.passes = 0
        self.moved = 0
        self._engine = engine
        self._commands = commands
        self._call = post
        self._live: list[Seat] = []
        self._patient: deque[Seat] = deque()
        self._due = False
        self._stopping = False

    @property
    def network(self) -> Network:
        """What the engine computes with."""
        return self._engine.network

    def do(self, command: Command) -> None:
        """Leaves a command; it must not raise."""
        self._commands.put(command)

    def stop(self) -> None:
        """Ends `run` after the pass it is in."""
        self._stopping = True

    def open(self, options: ConversationOptions, sink: Sink, patient: bool) -> Seat:
        """Opens a conversation; raises what `Engine.open` raises."""
        engine = Engine(network=self._engine.network, rig=self._engine.rig) if patient else self._engine
        seat = Seat(self, engine, engine.open(options), sink, patient)
        (self._patient if patient else self._live).append(seat)
        return seat

    def drop(self, seat: Seat) -> None:
        """Forgets a conversation."""
        seats = self._patient if seat.patient else self._live
        if seat in seats:
            seats.remove(seat)
            seat.engine.close(seat.conversation)

    def broke(self, seat: Seat, error: BaseException) -> None:
        """Ends a conversation in which something failed that should not have."""
        event("conversation_broke", logging.ERROR, error, conversation=seat.header.conversation_id)
        self.drop(seat)
        self._call(seat.sink.fail, error)

    def run(self) -> None:
        """Works until stopped."""
        next_pass = last_patient = 0.0
        while not self._stopping:
            now = time.monotonic()
            waiting = self._next_patient() is not None
            if self._due:
                self._take(next_pass - now)
            else:
                self._take(0.0 if waiting else None)
            now = time.monotonic()
            if self._due and now >= next_pass:
                self._pass()
                next_pass = now if any(map(_is_behind, self._live)) else now + tick_s(len(self._live))
            if waiting and (not self._due or now - last_patient > STARVING_S):
                last_patient = now
                self._patient_pass()

    def _take(self, wait_s: float | None) -> None:
        """Runs the commands there are, after waiting for one up to `wait_s` (None: as long as it takes)."""
        try:
            if wait_s is None or wait_s > 0:
                command = self._commands.get(timeout=wait_s)
            else:
                command = self._commands.get_nowait()
            until = time.monotonic() + TAKING_S
            while True:
                command()
                self._due = True
                if time.monotonic() > until:
                    return
                command = self._commands.get_nowait()
        except queue.Empty:
            return

    def _pass(self) -> None:
        """Everything live that is due, once."""
        try:
            moved = self._engine.tick()
        except Exception as error:
            event("pass_failed", logging.CRITICAL, error, conversations=len(self._live))
            for seat in list(self._live):
                self.broke(seat, error)
            return
        self._due = moved > 0
        self.passes += self._due
        self.moved += moved
        self._collect(self._live)

    def _patient_pass(self) -> None:
        """The next conversation that nobody waits for, one pass on."""
        seat = self._next_patient()
        if seat is None:
            return
        self._patient.remove(seat)
        self._patient.append(seat)
        try:
            moved = seat.engine.tick()
        except Exception as error:
            self.broke(seat, error)
            return
        seat.idle = moved == 0
        self._collect([seat])

    def _next_patient(self) -> Seat | None:
        return next((seat for seat in self._patient if not (seat.held or seat.idle)), None)

    def _collect(self, seats: Sequence[Seat]) -> None:
        """Sends what the conversations have given to those who wait for it."""
        given: list[tuple[Sink, list[Output]]] = []
        over: list[tuple[Seat, BaseException]] = []
        for seat in seats:
            try:
                outputs = seat.conversation.poll()
            except Exception as error:
                over.append((seat, error))
                continue
            if outputs:
                given.append((seat.sink, outputs))
            elif seat.refused is not None:
                over.append((seat, seat.refused))
        if given:
            self._call(_deliver, given)
        for seat, reason in over:
            if isinstance(reason, VisavisError):
                self.drop(seat)
                self._call(seat.sink.fail, reason)
            else:
                self.broke(seat, reason)


class Scheduler:
    """An engine room in a thread of its own. To be made and used in the event loop; `stop` ends it."""

    def __init__(self, engine: Engine, loop: asyncio.AbstractEventLoop) -> None:
        self.lost = asyncio.Event()  # never: a thread does not go without its process
        self.room = EngineRoom(engine, queue.SimpleQueue(), self._post)
        self._loop = loop
        self._thread = threading.Thread(target=self.room.run, name="engine", daemon=True)

    @property
    def totals(self) -> tuple[int, int]:
        """Passes over live conversations so far, and conversations moved on in them."""
        return self.room.passes, self.room.moved

    async def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    async def stop(self) -> None:
        """Ends the thread after the pass it is in."""
        self.room.do(self.room.stop)
        await asyncio.to_thread(self._thread.join)

    async def open(self, options: ConversationOptions, sink: Sink, patient: bool, include_arkit: bool) -> Seat:
        """Opens a conversation; raises what `Engine.open` raises. `include_arkit` changes nothing here."""
        answer: asyncio.Future[Seat] = self._loop.create_future()

        def open_it() -> None:
            try:
                seat = self.room.open(options, sink, patient)
            except Exception as error:
                self._post(_set_exception, answer, error)
                return
            self._post(_hand_over, answer, seat)

        self.room.do(open_it)
        return await answer

    def _post(self, function: Callable[..., object], *arguments: object) -> None:
        try:
            self._loop.call_soon_threadsafe(function, *arguments)
        except RuntimeError:
            self.room.stop()  # the event loop is gone, and with it everybody who waited


def tick_s(live: int) -> float:
    """Seconds from one pass to the next with so many live conversations."""
    least, most = TICK_S
    return min(most, max(least, SHARED_TICK_S * live))


def _is_behind(seat: Seat) -> bool:
    """Whether more than one frame of a live conversation could be made by now."""
    conversation = seat.conversation
    return conversation.known_s - conversation.made_s > seat.header.look_ahead_ms / 1000 + BEHIND_S


def _deliver(given: list[tuple[Sink, list[Output]]]) -> None:
    for sink, outputs in given:
        sink.receive(outputs)


def _hand_over(answer: "asyncio.Future[Seat]", seat: Seat) -> None:
    if answer.cancelled():
        seat.close()
    else:
        answer.set_result(seat)


def _set_exception(answer: "asyncio.Future[Seat]", error: Exception) -> None:
    if not answer.cancelled():
        answer.set_exception(error)
