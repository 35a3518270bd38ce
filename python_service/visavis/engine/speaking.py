"""Who speaks, as one conversation asks: streaming when live, revised over the whole when not."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from visavis.engine.options import ConversationOptions, LookAhead
from visavis.errors import InvalidInput
from visavis.roles import (
    BALANCED,
    LIVE,
    LabelledTime,
    RoleEvent,
    RoleSource,
    RoleSpan,
    RoleStream,
    hear_frames,
    open_role_stream,
    revise,
)
from visavis.roles.spans import check_spans

FloatArray = NDArray[np.float32]
T = TypeVar("T")


def refuse(action: Callable[[], T]) -> T:
    """What `action` returns; a ValueError of it becomes InvalidInput of the field `roles`."""
    try:
        return action()
    except InvalidInput:
        raise
    except ValueError as error:
        raise InvalidInput("roles", str(error)) from error


def check_labels(spans: Sequence[RoleSpan], known_until_s: float) -> None:
    """Raise InvalidInput, naming the field, for labelled time that makes no sense."""
    refuse(lambda: check_spans(spans, known_until_s))


def hear_together(listeners: Sequence["Speaking"], sounds: Sequence[FloatArray]) -> None:
    """Take in the next frame's sound, (tracks, n) each, of live conversations."""
    streams = [listener._stream for listener in listeners]
    hear_frames([stream for stream in streams if stream is not None], sounds)


class Speaking:
    """Speaking probabilities of one conversation, asked for in order of frames."""

    def __init__(self, options: ConversationOptions, separate: bool, first_frame: int) -> None:
        self._offline = options.look_ahead is LookAhead.OFFLINE
        self._options = options
        self._labels = LabelledTime()
        self._given: FloatArray | None = None
        self._told: list[RoleEvent] = []
        self._stream: RoleStream | None = None
        self._source: RoleSource | None = None
        self.label(options.spans, options.known_until_s, False)
        if not self._offline:
            self._stream = refuse(
                lambda: open_role_stream(
                    separate=separate,
                    spans=options.spans,
                    known_until_s=options.known_until_s,
                    voice_a=options.voice_a,
                    voice_b=options.voice_b,
                    first_speaker=options.first_speaker,
                    look_ahead=LIVE if options.look_ahead is LookAhead.LIVE else BALANCED,
                    first_frame=first_frame,
                )
            )

    def label(self, spans: Sequence[RoleSpan], known_until_s: float, replace: bool) -> None:
        """Take in labelled time; raises InvalidInput and changes nothing when it makes no sense."""
        if spans or known_until_s:
            refuse(lambda: self._labels.add(spans, known_until_s, replace))
            if self._stream is not None:
                self._stream.label(spans, known_until_s, replace)

    def hear_all(self, sound: FloatArray, frames: int) -> None:
        """Decide about a whole recording, (tracks, n), of so many frames."""
        options = self._options
        both, self._told, self._source = revise(
            sound,
            spans=self._labels.spans,
            known_until_s=self._labels.known_until_s,
            voice_a=options.voice_a,
            voice_b=options.voice_b,
            first_speaker=options.first_speaker,
        )
        self._given = np.zeros((frames, 2), np.float32)
        self._given[: len(both)] = both[:frames]

    def decide(self, frame: int, count: int) -> FloatArray:
        """(count, 2) probabilities that A and B speak in `frame` and the next; beyond the end nobody does."""
        if self._stream is not None:
            return np.stack([self._stream.decide(frame + i) for i in range(count)])
        assert self._given is not None
        rows = self._given[frame : frame + count]
        return np.concatenate([rows, np.zeros((count - len(rows), 2), np.float32)])

    def events(self, before_s: float) -> list[RoleEvent]:
        """Events not told yet, up to the audio time `before_s`."""
        if self._stream is not None:
            return self._stream.events()
        count = sum(event.time_s < before_s for event in self._told)
        now, self._told = self._told[:count], self._told[count:]
        return now
