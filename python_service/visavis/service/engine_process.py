"""The engine's process, `python -m visavis.service.engine_process FD`. `remote.RemoteScheduler` is its other end."""

import logging
import queue
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from typing import Any, Final

from visavis.engine import Output
from visavis.errors import VisavisError
from visavis.service.log import LOGGER
from visavis.service.packed import Packed
from visavis.service.remote import EngineSettings
from visavis.service.scheduler import Command, EngineRoom, Seat
from visavis.service.wire import Wire

SWITCH_S: Final = 0.0002
"""Seconds after which Python lets another thread go on: the room's own thread is hardly ever in the way of others."""


class _Sink:
    """Sends what a conversation gives back to the service's process."""

    def __init__(self, room: "_RemoteRoom", number: int, include_arkit: bool) -> None:
        self._room, self._number, self._include_arkit = room, number, include_arkit

    def receive(self, outputs: list[Output]) -> None:
        """See `scheduler.Sink`."""
        self._room.tell("receive", self._number, Packed.of(outputs, self._include_arkit))

    def fail(self, error: BaseException) -> None:
        """See `scheduler.Sink`."""
        self._room.tell("fail", self._number, _sendable(error))


class _RemoteRoom:
    """The engine's process: commands from the wire, and the way back for what came of them."""

    def __init__(self, wire: Wire, settings: EngineSettings) -> None:
        self._wire = wire
        self._news: list[tuple[Any, ...]] = []
        self._seats: dict[int, Seat] = {}
        self.room = EngineRoom(settings.open(), self, self._post)

    # As `scheduler.Commands`: what the seats leave is done at once, this being the engine's thread.

    def put(self, command: Command) -> None:
        """Does it."""
        command()

    def get(self, *, timeout: float | None = None) -> Command:
        """The next command from the service; its end is a command to stop."""
        try:
            message = self._wire.receive(timeout)
        except TimeoutError:
            raise queue.Empty from None
        except EOFError:
            return self.room.stop
        return lambda: self._obey(*message)

    def get_nowait(self) -> Command:
        """The next command if there is one."""
        return self.get(timeout=0.0)

    def _obey(self, what: str, number: int, *arguments: Any) -> None:
        if what == "stop":
            self.room.stop()
        elif what == "open":
            options, patient, include_arkit = arguments
            try:
                seat = self.room.open(options, _Sink(self, number, include_arkit), patient)
            except Exception as error:
                self.tell("refused", number, _sendable(error))
            else:
                self._seats[number] = seat
                self.tell("opened", number, seat.header)
            self._flush()
        elif (seat := self._seats.get(number)) is not None:  # type: ignore[assignment]
            getattr(seat, what)(*arguments)
            if what == "close":
                del self._seats[number]

    def tell(self, *news: Any) -> None:
        """Something for the service, together with what else comes of this pass."""
        self._news.append(news)

    def _post(self, function: Callable[..., object], *arguments: object) -> None:
        function(*arguments)
        self._flush()

    def _flush(self) -> None:
        if self._news:
            self._wire.send(self._news)
            self._news = []


class _Forwarded(logging.Handler):
    """Has the service's process write the log."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    def emit(self, record: logging.LogRecord) -> None:
        """Sends a record."""
        fields = dict(getattr(record, "fields", {}))
        if record.exc_info:
            fields["error"] = "".join(traceback.format_exception(*record.exc_info))
        self._wire.send([("log", 0, record.levelno, record.getMessage(), fields)])


def _sendable(error: BaseException) -> BaseException:
    """The error itself if it is one of ours; what else goes wrong stays in the log."""
    return error if isinstance(error, VisavisError) else RuntimeError(f"{type(error).__name__}: {error}")


def main() -> None:
    """The engine's process: its first message is the settings, its first answer what it has, or why it has nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service says when to stop, or goes away
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_S)
    wire = Wire(socket.socket(fileno=int(sys.argv[1])))
    try:
        settings: EngineSettings = wire.receive(None)
    except EOFError:  # the service found something wrong before it said what it wants
        return
    try:
        remote = _RemoteRoom(wire, settings)
    except Exception as error:
        wire.send([("broken", 0, error)])
        return
    LOGGER.handlers, LOGGER.propagate = [_Forwarded(wire)], False
    LOGGER.setLevel(logging.INFO)
    room, network = remote.room, remote.room.network
    wire.send([("ready", 0, network.model_id, network.device)])
    room.run()
    wire.send([("stopped", 0, room.passes, room.moved)])


if __name__ == "__main__":
    main()
