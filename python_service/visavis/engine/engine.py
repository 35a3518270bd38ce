"""All live conversations, moved on together."""

import logging
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from visavis.engine import batch
from visavis.engine.conversation import Conversation
from visavis.engine.making import Making, Piece
from visavis.engine.options import ConversationOptions, LookAhead
from visavis.engine.output import Frames, Output
from visavis.errors import FailedPrecondition
from visavis.model.runtime import FloatArray, Network
from visavis.motion import HeadGeometry
from visavis.rig import Rig, open_rig

_LOG = logging.getLogger(__name__)

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
            device: "auto", "cpu" or "cuda".
            threads: of one network call; all cores by default.
            rig: the rig of all conversations; the open head by default.
            model: a model folder; the shipped one by default.
            network: a model that is loaded already, instead of `device`, `threads` and `model`.
        """
        self.network = network or Network(model, device, threads)
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
            offline = conversation.options.look_ahead is LookAhead.OFFLINE
            if making.can_listen or making.can_decode or (offline and making.can_collect):
                (patient if offline else live).append((conversation, making))
        if live:
            self._pass(live)
        if patient:
            self._pass(patient[:1])
            first = patient[0][0]
            self._conversations.remove(first)  # the next pass is somebody else's turn
            self._conversations.append(first)
        self._conversations = [c for c in self._conversations if not c.ended]
        return len(live) + min(len(patient), 1)

    def _pass(self, pairs: Sequence[tuple[Conversation, Making]]) -> None:
        """Move these conversations on, all of which make the same number of frames at once."""
        begun = perf_counter()
        _each([(c, m) for c, m in pairs if m.schedule.ahead is None and m.can_collect], Making.collect)
        heard = _each([(c, m) for c, m in pairs if m.can_listen], Making.listen)
        if heard:
            with _failing(heard):
                batch.encode(self.network, [m for _, m, _ in heard], [sound for _, _, sound in heard])
        due = _each([(c, m) for c, m in pairs if m.can_decode and not c.failed], Making.piece)
        made: list[tuple[Conversation, Making, tuple[list[Output], int]]] = []
        if due:
            with _failing(due):
                mouths = batch.decode(self.network, [m for _, m, _ in due], [piece for _, _, piece in due])
                asked = {id(making): (piece, mouth) for (_, making, piece), mouth in zip(due, mouths)}
                made = _each([(c, m) for c, m, _ in due], lambda m: self._perform(m, *asked[id(m)]))
        share = (perf_counter() - begun) / len(pairs)
        outputs = {id(making): result for _, making, result in made}
        for conversation, making in pairs:
            if not conversation.failed:
                conversation.give(*outputs.get(id(making), ([], 0)), share)

    def _perform(self, making: Making, piece: Piece, mouth: FloatArray) -> tuple[list[Output], int]:
        state = making.perform(piece, mouth)
        outputs: list[Output] = list(making.events())
        if state is None:
            return outputs, 0
        flame_a, flame_b = self.rig.to_flame(state.a), self.rig.to_flame(state.b)
        outputs.append(Frames(state, flame_a, flame_b, making.object_names))
        return outputs, len(state.a)


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
def _failing(together: Sequence[tuple[Conversation, Making, object]]) -> Iterator[None]:
    """What goes wrong inside goes wrong for all of `together`, and for nobody else."""
    try:
        yield
    except Exception as error:
        _LOG.exception("a network call for %d conversations failed", len(together))
        for conversation, _, _ in together:
            conversation.fail(error)
