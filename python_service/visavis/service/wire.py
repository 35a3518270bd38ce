"""Messages between the service and its engine's process: pickles over a pair of sockets, each after its length.

Both ends are this package on this machine, and nobody else has the sockets.
"""

import pickle
import select
import socket
import struct
import threading
from collections import deque
from typing import Any, Final

_LENGTH: Final = struct.Struct("<Q")
_READ: Final = 1 << 18
"""Bytes asked for at once."""


def packet(message: object) -> bytes:
    """A message as bytes."""
    data = pickle.dumps(message, protocol=5)
    return _LENGTH.pack(len(data)) + data


class Unpacker:
    """Puts messages together from bytes that come in any portions."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """The messages that `data` completes."""
        self._bytes += data
        messages, place = [], 0
        while len(self._bytes) - place >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._bytes, place)
            end = place + _LENGTH.size + length
            if len(self._bytes) < end:
                break
            messages.append(pickle.loads(memoryview(self._bytes)[place + _LENGTH.size : end]))
            place = end
        if place:
            del self._bytes[:place]
        return messages


class Wire:
    """The engine's end: one thread reads, any may write, and waits while it does."""

    def __init__(self, end: socket.socket) -> None:
        self._socket = end
        self._poll = select.poll()
        self._poll.register(end, select.POLLIN)
        self._unpacker = Unpacker()
        self._messages: deque[Any] = deque()
        self._sending = threading.Lock()

    def receive(self, timeout_s: float | None) -> Any:
        """The next message, or TimeoutError after `timeout_s` (None: as long as it takes); EOFError at the end."""
        while not self._messages:
            if not self._poll.poll(None if timeout_s is None else 1000.0 * timeout_s):
                raise TimeoutError
            data = self._socket.recv(_READ)
            if not data:
                raise EOFError
            self._messages.extend(self._unpacker.feed(data))
        return self._messages.popleft()

    def send(self, message: object) -> None:
        """Sends a message; what nobody reads any more is lost."""
        data = packet(message)
        try:
            with self._sending:
                self._socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            return
