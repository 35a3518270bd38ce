"""All live conversations, moved on together."""

import logging
import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from visavis.engine import batch
from visavis.engine.conversation import Conversation
from visavis.engine.making import Making, Piece
from visavis.engine.options import ConversationOptions, LookAhead
from visavis.engine.output import Frames, Output
from visavis.errors import FailedPrecondition
from visavis.model.runtime import Network
from visavis.motion import HeadGeometry
from visavis.rig import Rig, open_rig

_LOG = logging.getLogger(__name__)

PATIENCE_S = 0.002
"""Seconds that a pass waits at most for what another thread does."""

T = TypeVar("T")


class Engine:
    """Turns sound into faces for any number of conversations. No I/O; one thread calls it and its conversations.

    Attributes:
        network: the model in use; may be shared with other engines in other threads.
        rig: what frames are given out in.
    """

    def __init__(
        self,
        *,
        device: str = "auto",
        threads: int | None = None,
        rig: Rig | None = None,
        model: Path | None = None,
        network: Network | None = None,
    ) -> None:
        """Loads what is not given.

        Args:
            device: "auto", "cpu", "cuda" or "tensorrt".
            threads: of one network call; half of the cores by default, since half of the work lies beside it.
            rig: the rig of all conversations; the open head by default.
            model: a model folder; the shipped one by default.
            network: a model that is loaded already, instead of `device`, `threads` and `model`.
        """
        self.network = network or Network(
            model, device, max(1, (os.cpu_count() or 1) // 2) if threads is None else threads
        )
        self.rig = rig or open_rig()
        self._geometry = HeadGeometry.from_joints(self.rig.joints, tuple(self.rig.eye_look_range))
        self._conversations: list[Conversation] = []

    @property
    def model_id(self) -> str:
        """The model in use."""
        return self.network.model_id

    @property
    def device(self) -> str:
        """Where the network runs, e.g. "cpu" or "cuda:0"."""
        return self.network.device

    @property
    def conversations(self) -> Sequence[Conversation]:
        """Those that have not ended or been closed."""
        return tuple(self._conversations)

    def open(self, options: ConversationOptions) -> Conversation:
        """A new conversation.

        Raises:
            InvalidInput: an option that cannot be, naming the field.
            FailedPrecondition: another rig was asked for.
        """
        if options.rig_id and options.rig_id != self.rig.rig_id:
            raise FailedPrecondition("rig_id", f"'{options.rig_id}' is not the rig here, '{self.rig.rig_id}'")
        conversation = Conversation(uuid.uuid4().hex[:12], options, self.network, self.rig, self._geometry)
        self._conversations.append(conversation)
        return conversation

    def close(self, conversation: Conversation) -> None:
        """Let go of a conversation at once, whatever it is still owed; one that has ended goes by itself."""
        if conversation in self._conversations:
            self._conversations.remove(conversation)

    def tick(self) -> int:
        """One pass over everything that is due: at most one frame of every live conversation, and one piece of one
        conversation that nobody waits for.

        Returns:
            How many conversations it moved on; 0 when nothing is due.
        """
        live: list[tuple[Conversation, Making]] = []
        patient: list[tuple[Conversation, Making]] = []
        for conversation in self._conversations:
            making = conversation.making
            if making is None:
                continue
            if conversation.options.look_ahead is LookAhead.OFFLINE:
                if any(
                    (making.can_collect, making.all_collected, making.can_decode, making.can_listen, making.settled)
                ):
                    patient.append((conversation, making))
            elif making.can_listen or making.can_decode:
                live.append((conversation, making))
        if live:
            self._pass(live)
        if patient:
            self._patient_pass(*patient[0])
            first = patient[0][0]
            self._conversations.remove(first)  # the next pass is somebody else's turn
            self._conversations.append(first)
        self._conversations = [c for c in self._conversations if not c.ended]
        return len(live) + min(len(patient), 1)

    def _pass(self, pairs: Sequence[tuple[Conversation, Making]]) -> None:
        """Move live conversations on, all together."""
        begun = perf_counter()
        heard = _each([(c, m) for c, m in pairs if m.can_listen], Making.listen)
        if heard:
            with _failing([c for c, _, _ in heard]):
                batch.encode(self.network, [m for _, m, _ in heard], [sound for _, _, sound in heard])
        due = _each([(c, m) for c, m in pairs if not c.failed and m.can_decode], Making.piece)
        if due:
            with _failing([c for c, _, _ in due]):
                batch.decode(self.network, [m for _, m, _ in due], [piece for _, _, piece in due], self._wishing())
        decoded = [(c, m) for c, m, _ in due if not c.failed]
        pieces = {id(making): piece for _, making, piece in due}
        made = {c.id: outputs for c, _, outputs in _each(decoded, lambda m: self._perform(m, pieces[id(m)]))}
        share = (perf_counter() - begun) / len(pairs)
        for conversation, _ in pairs:
            if not conversation.failed:
                conversation.give(made.get(conversation.id, []), share)

    def _wishing(self) -> list[Making]:
        """Live conversations whose next block can be decided, as others' is that cannot wait."""
        makings = [c.making for c in self._conversations if c.options.look_ahead is not LookAhead.OFFLINE]
        return [making for making in makings if making is not None]

    def _patient_pass(self, conversation: Conversation, making: Making) -> None:
        """Move one conversation on by a piece: while the network decodes it, the piece before is performed and the
        next is heard, on another core.
        """
        begun = perf_counter()
        outputs: list[Output] = []
        with _failing([conversation]):
            if making.can_collect:
                making.collect()
            elif making.all_collected:
                self._decide_roles(making)
            elif making.can_decode:
                piece = making.piece()
                beside = _beside().submit(self._perform_and_hear, making)
                try:
                    batch.decode(self.network, [making], [piece])
                finally:
                    outputs = beside.result()
                making.settled.append(piece)
            else:
                outputs = self._perform_and_hear(making)
            conversation.give(outputs, perf_counter() - begun)

    def _decide_roles(self, making: Making) -> None:
        """Have it decided in another thread who speaks: that takes longer than any other pass may."""
        if making.deciding is None:
            making.deciding = _listeners().submit(making.decide_roles)
        wait([making.deciding], PATIENCE_S)
        if making.deciding.done():
            making.deciding.result()
            making.begin()

    def _perform_and_hear(self, making: Making) -> list[Output]:
        outputs = [output for piece in making.settled for output in self._perform(making, piece)]
        making.settled.clear()
        if making.can_listen:
            batch.encode(self.network, [making], [making.listen()])
        return outputs

    def _perform(self, making: Making, piece: Piece) -> list[Output]:
        state = making.perform(piece)
        outputs: list[Output] = list(making.events())
        if state is not None:
            flame_a, flame_b = self.rig.to_flame(state.a), self.rig.to_flame(state.b)
            outputs.append(Frames(state, flame_a, flame_b, making.object_names))
        return outputs


@cache
def _listeners() -> ThreadPoolExecutor:
    """Where it is decided who speaks in whole recordings."""
    return ThreadPoolExecutor(os.cpu_count(), "visavis-listener")


@cache
def _beside() -> ThreadPoolExecutor:
    """Where half of a patient pass runs; one for all engines, each of which has one job in it at a time."""
    return ThreadPoolExecutor(os.cpu_count(), "visavis-beside")


def _each(
    pairs: Sequence[tuple[Conversation, Making]], action: Callable[[Making], T]
) -> list[tuple[Conversation, Making, T]]:
    """`action` on every conversation; one that fails has failed alone, and is left out."""
    done = []
    for conversation, making in pairs:
        try:
            done.append((conversation, making, action(making)))
        except Exception as error:
            _LOG.exception("conversation %s failed", conversation.id)
            conversation.fail(error)
    return done


@contextmanager
def _failing(together: Sequence[Conversation]) -> Iterator[None]:
    """What goes wrong inside goes wrong for all of `together`, and for nobody else."""
    try:
        yield
    except Exception as error:
        _LOG.exception("a pass of %d conversations failed", len(together))
        for conversation in together:
            conversation.fail(error)
