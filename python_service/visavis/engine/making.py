"""How one conversation's frames come about: everything it remembers between sound and face."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.audio import FrameBuffer
from visavis.audio.features import LogMel, frame_start
from visavis.engine.chance import block_noise
from visavis.engine.heard import Heard
from visavis.engine.hearing import Hearing
from visavis.engine.interpolation import OutputRate
from visavis.engine.options import ConversationOptions, PersonStyle
from visavis.engine.schedule import BLOCK, Schedule
from visavis.engine.speaking import Speaking
from visavis.engine.stage import Stage
from visavis.model.config import MOTION_SIZE
from visavis.model.runtime import Network, State
from visavis.motion import HeadGeometry, Performer
from visavis.roles import RoleEvent
from visavis.scene import SceneFrames
from visavis.state import FRAME_RATE, Behaviour, DyadState

FloatArray = NDArray[np.float32]

COLLECTED_AT_ONCE = 64
"""Frames of sound taken in at once while nothing can be made yet (OFFLINE)."""

MEL = LogMel()
_LET_GO = np.zeros((0, 0), np.float32)


@dataclass
class Piece:
    """The next frames to be decoded, as the network wants them; F frames, of which `count` are real.

    Attributes:
        window, known: what was heard around each frame, see `Network.decode`.
        both: (F, 2) speaking probabilities of A and B.
        role: (2, F, 2) the same as own and partner's.
        relation: (2, F, 6) how each stands to the other.
        scene: the scene in the real frames.
        behaviour: (2, count, BEHAVIOUR_SIZE) what the network decided for the real frames, once it has.
    """

    first: int
    count: int
    window: FloatArray
    known: FloatArray
    both: FloatArray
    role: FloatArray
    relation: FloatArray
    scene: SceneFrames
    behaviour: FloatArray | None = None


@dataclass(frozen=True)
class Wish:
    """What the behaviour of the next block is decided from.

    Attributes:
        context: (2, context_size) what the decoder made of the frame before, or of the block's first frame where the
            conversation begins with it.
        role: (2, 2) own and partner's speaking probability then.
        relation: (2, 6) how each stands to the other then.
    """

    context: FloatArray
    role: FloatArray
    relation: FloatArray


class Making:
    """The explicit state of one conversation between two calls.

    The engine asks in this order: `can_listen`, `listen`, then has `speaking` hear `sound` (live), `hear`, then
    `can_decode`, `piece`, then for each block that begins in the piece `noise` and `move`, unless that was done
    already, then `settle`, then `perform`. What was settled may be performed while the next piece is with the network.

    Attributes:
        network_state: what the network remembers, each array a batch of one.
        style: (2, 3) of both people.
        wish: what the next block is to be decided from, from the frame before it on until it is decided.
        settled: pieces that are decided and not yet performed (OFFLINE).
        deciding: the running decision about who speaks when (OFFLINE).
        sound: (tracks, n) of the frame that `listen` took in last, for who speaks to be heard in it (live).
        decided: engine frames whose behaviour is decided: the next block begins with this one.
        speaking_frames: engine frames in which A and B were held to be speaking.
    """

    def __init__(
        self,
        options: ConversationOptions,
        schedule: Schedule,
        separate: bool,
        stage: Stage,
        network: Network,
        geometry: HeadGeometry,
    ) -> None:
        self.schedule = schedule
        first = self.schedule.first_frame
        self.hearing = Hearing(options.sample_rate, separate, first)
        self.speaking = Speaking(options, separate, first)
        self.network_state: State = {name: value[None] for name, value in network.initial_state().items()}
        self.style = np.array([_style(options.style_a), _style(options.style_b)], np.float32)
        self.sound = _LET_GO
        self.speaking_frames = np.zeros(2, np.int64)
        self._seed = options.seed
        self._stage = stage
        self._buffers = [FrameBuffer(first) for _ in range(1 + separate)]
        self.wish: Wish | None = None
        self.decided = first
        self.settled: list[Piece] = []
        self.deciding: Future[None] | None = None
        self._heard = Heard(network.heard_size, network.offsets, first, self.schedule.piece)
        self._furthest = max(network.offsets)
        self._performer = Performer(options.seed, geometry, geometry)
        self._rate = OutputRate(self.schedule)
        self._asked = first  # of the network
        self._next = first  # to be performed
        self._total: int | None = None
        self._outputs: int | None = None
        self._collected: list[FloatArray] | None = [] if self.schedule.ahead is None else None
        self._sound: list[FloatArray] = []
        self._motion = np.zeros((2, 0, MOTION_SIZE), np.float32)

    def finish(self) -> None:
        """No more sound is coming: what is owed becomes due."""
        self.hearing.finish()
        self._outputs = self.schedule.outputs(self.hearing.end)
        self._total = self.schedule.frames(self.hearing.end)

    @property
    def done(self) -> bool:
        """Whether everything that is owed was made."""
        return self._total is not None and self._next >= self._total

    @property
    def object_names(self) -> tuple[str, ...]:
        """Names of the things in the scene; `gaze_object` counts in them."""
        return self._stage.object_names

    @property
    def made_s(self) -> float:
        """Audio time up to which frames have been made."""
        return self._next / FRAME_RATE

    # Collecting (OFFLINE): sound is kept until the whole is known.

    @property
    def can_collect(self) -> bool:
        """Whether there is sound to be taken in before anything is made."""
        if self._collected is None:
            return False
        return self.hearing.count < (self.hearing.frames_known if self._total is None else self._total)

    def collect(self) -> None:
        """Take in some sound."""
        assert self._collected is not None
        limit = self.hearing.frames_known if self._total is None else self._total
        for _ in range(min(limit - self.hearing.count, COLLECTED_AT_ONCE)):
            self._collected.append(self.hearing.next())

    @property
    def all_collected(self) -> bool:
        """Whether the whole sound is there, and it is time to decide who speaks when."""
        return self._collected is not None and self._total is not None and self.hearing.count >= self._total

    def decide_roles(self) -> None:
        """Decide who speaks in the whole recording; takes long, and may run in another thread."""
        assert self._collected is not None and self._total is not None
        if self._collected:
            self.speaking.hear_all(np.concatenate(self._collected, axis=1), self._total)

    def begin(self) -> None:
        """Who speaks is decided: from now on frames can be made."""
        assert self._collected is not None
        self._sound, self._collected = self._collected, None

    # Hearing: the encoder runs ahead of the decoder by the look-ahead.

    @property
    def can_listen(self) -> bool:
        """Whether the encoder has something to hear that the decoder waits for."""
        if self._collected is not None or self._all_asked:
            return False
        count, ahead = self._heard.count, self.schedule.ahead
        if ahead is None:
            assert self._total is not None
            return count < min(self._total, self._asked + self.schedule.piece + self._furthest)
        if count > self._asked + ahead:
            return False
        return count < self.hearing.frames_known if self._total is None else count < self._total

    def listen(self) -> FloatArray:
        """The next F frames' sound, cut for `LogMel.transform`: (tracks, F * columns a frame, window)."""
        size, first = self.schedule.piece, self._heard.count
        for frame in range(first, first + size):
            sound = self._next_sound(frame)
            for buffer, track in zip(self._buffers, sound):
                buffer.append(track)
        return np.stack([MEL.windows(b.samples, first - b.first_frame, size) for b in self._buffers])

    def hear(self, heard: FloatArray) -> None:
        """Take in what the encoder made of it, (2, F, heard_size)."""
        self._heard.put(heard)

    def _next_sound(self, frame: int) -> FloatArray:
        if self.schedule.ahead is not None:
            self.sound = self.hearing.next()
            return self.sound
        if frame < len(self._sound):
            sound, self._sound[frame] = self._sound[frame], _LET_GO
            return sound
        return np.zeros((len(self._buffers), frame_start(frame + 1) - frame_start(frame)), np.float32)

    # Making: decode, decide behaviour block by block, perform.

    @property
    def can_decode(self) -> bool:
        """Whether all that the next frames may hear has been heard."""
        if self._collected is not None or self._all_asked:
            return False
        count, ahead = self._heard.count, self.schedule.ahead
        if self._total is not None and count >= self._total:
            return True
        reach = self.schedule.piece - 1 + self._furthest if ahead is None else ahead
        return count > self._asked + reach

    @property
    def _all_asked(self) -> bool:
        return self._total is not None and self._asked >= self._total

    def piece(self) -> Piece:
        """The next frames to be decoded."""
        first, size, ahead = self._asked, self.schedule.piece, self.schedule.ahead
        last = np.iinfo(np.int64).max if self._total is None else self._total - 1
        count = size if self._total is None else min(size, self._total - first)
        frames = np.arange(first, first + size)
        newest = np.full(size, last) if ahead is None else np.minimum(frames + ahead, last)
        window, known = self._heard.window(first, size, newest)
        both = self.speaking.decide(first, size)
        scene, relation = self._stage.frames(first, count)
        if count < size:
            relation = np.concatenate([relation, np.repeat(relation[:, -1:], size - count, axis=1)], axis=1)
        role = np.stack([both, both[:, ::-1]])
        self._asked += count
        return Piece(first, count, window, known, both, role, relation, scene)

    def noise(self) -> FloatArray:
        """(2, BLOCK, MOTION_SIZE) chance of the next block."""
        return block_noise(self._seed, self.decided // BLOCK, MOTION_SIZE)

    def move(self, motion: FloatArray) -> None:
        """Take in the next block's motion, (2, BLOCK, MOTION_SIZE): its wish is granted."""
        self._motion = np.concatenate([self._motion, motion], axis=1)
        self.decided += BLOCK
        self.wish = None

    def settle(self, piece: Piece, mouth: FloatArray) -> None:
        """Take in the mouths (2, F, 29) decoded for `piece`: what both do in it is decided."""
        piece.behaviour = np.concatenate([mouth[:, : piece.count], self._motion[:, : piece.count]], axis=2)
        self._motion = self._motion[:, piece.count :]

    def perform(self, piece: Piece) -> DyadState | None:
        """The output frames that a settled piece completes; None without any."""
        assert piece.behaviour is not None
        count = piece.count
        a, b = (Behaviour.unpack(person) for person in piece.behaviour)
        state = self._performer.perform(piece.first, a, b, piece.scene, piece.both[:count])
        self._next += count
        self.speaking_frames += (piece.both[:count] >= 0.5).sum(axis=0)
        return self._rate.push(state, self._outputs, last=self.done)

    def events(self) -> list[RoleEvent]:
        """Role events not told yet, up to what has been made."""
        return self.speaking.events(self.made_s)


def _style(style: PersonStyle) -> Sequence[float]:
    return style.articulation, style.liveliness, style.mood
