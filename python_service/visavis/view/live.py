"""A live conversation of the page: the microphone is person A, B listens and reacts."""

import queue
import struct
import threading
from time import monotonic
from typing import Any, Final

import numpy as np

from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, Notice, SceneChange
from visavis.engine.options import AudioLayout
from visavis.errors import FailedPrecondition, InvalidInput, LimitExceeded
from visavis.roles import Participant, RoleEvent
from visavis.view.studio import Tell, describe_event, describe_notice, describe_pose
from visavis.view.take import PersonTake
from visavis.view.wire import person_rows

JSON, FRAMES = b"J", b"F"
"""Kinds of message in the stream to the page: one byte, then the length (u32, little-endian), then that many bytes."""
LONGEST_S: Final = 1800.0
FORGET_S: Final = 20.0
"""Seconds without sound after which a live conversation ends."""
MOST_AT_ONCE: Final = 4


class Live:
    """One live conversation; sound comes in by `hear`, messages go out through `messages`."""

    def __init__(self, engine: Engine, sample_rate: int, seed: int, pose_text: str) -> None:
        self._engine = Engine(network=engine.network, rig=engine.rig)
        scene = SceneChange(pose_text=pose_text) if pose_text else None
        self._conversation = self._engine.open(
            ConversationOptions(
                sample_rate=sample_rate,
                layout=AudioLayout.SEPARATE,
                look_ahead=LookAhead.LIVE,
                seed=seed,
                scene=scene,
            )
        )
        self._rate = sample_rate
        self._heard = 0
        self._lock = threading.Lock()
        self.messages: queue.Queue[bytes | None] = queue.Queue()
        self.touched = monotonic()
        header = self._conversation.header
        self._tell({"started": {"fps": header.fps, "look_ahead_ms": header.look_ahead_ms, "model": header.model_id}})
        if header.pose is not None:
            self._tell({"pose": describe_pose(header.pose)})

    def hear(self, samples: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        """The next piece of A's sound; B is silent up to its end."""
        if not len(samples):
            raise InvalidInput("samples", "are empty")
        with self._lock:
            if self._heard > LONGEST_S * self._rate:
                raise LimitExceeded("samples", f"a live conversation here ends after {LONGEST_S / 60:g} minutes")
            self.touched = monotonic()
            self._conversation.push_audio(Participant.A, self._heard, samples)
            self._heard += len(samples)
            self._conversation.clock(Participant.B, self._heard)
            self._advance()

    def place(self, pose_text: str) -> None:
        """Changes how the two stand, from now on."""
        with self._lock:
            self._conversation.set_scene(SceneChange(time_s=self._heard / self._rate, pose_text=pose_text))
            self._advance()

    def end(self) -> None:
        """No more sound."""
        with self._lock:
            if not self._conversation.finished:
                self._conversation.finish()
                self._advance()
                self.messages.put(None)

    def _advance(self) -> None:
        while self._engine.tick():
            pass
        for output in self._conversation.poll():
            if isinstance(output, Frames):
                rows = [person_rows(PersonTake.from_state(p)).tobytes() for p in (output.state.a, output.state.b)]
                self.messages.put(framed(FRAMES, struct.pack("<II", output.first, len(output)) + b"".join(rows)))
            elif isinstance(output, RoleEvent):
                self._tell({"event": describe_event(output)})
            elif isinstance(output, Notice):
                self._tell({"notice": describe_notice(output)})
            elif hasattr(output, "reading"):
                self._tell({"pose": describe_pose(output)})

    def _tell(self, message: dict[str, Any]) -> None:
        import json

        self.messages.put(framed(JSON, json.dumps(message).encode()))


def framed(kind: bytes, body: bytes) -> bytes:
    """One message of the stream."""
    return kind + struct.pack("<I", len(body)) + body


class LiveSessions:
    """The live conversations that go on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sessions: dict[str, Live] = {}
        self._next = 1

    def open(self, live: Live) -> str:
        """Keeps a conversation; returns its id. LimitExceeded where too many go on."""
        with self._lock:
            for key, old in list(self._sessions.items()):
                if monotonic() - old.touched > FORGET_S:
                    del self._sessions[key]
                    old.messages.put(None)
            if len(self._sessions) >= MOST_AT_ONCE:
                raise LimitExceeded("live", f"{MOST_AT_ONCE} live conversations go on already; end one first")
            key = f"l{self._next}"
            self._next += 1
            self._sessions[key] = live
            return key

    def get(self, key: str) -> Live:
        """The conversation of that id. FailedPrecondition where it has ended."""
        with self._lock:
            if key not in self._sessions:
                raise FailedPrecondition("live", f"the live conversation '{key}' has ended")
            return self._sessions[key]

    def close(self, key: str) -> None:
        """Ends a conversation; nothing happens where it has ended."""
        with self._lock:
            live = self._sessions.pop(key, None)
        if live is not None:
            live.end()


__all__ = ["FRAMES", "JSON", "Live", "LiveSessions", "Tell", "framed"]
