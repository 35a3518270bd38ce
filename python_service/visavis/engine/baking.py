"""A whole recording at once: the same path as a live conversation, by another schedule."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio import check_samples
from visavis.engine.engine import Engine
from visavis.engine.options import AudioLayout, ConversationOptions, SceneChange
from visavis.engine.output import Frames, Header, Output
from visavis.errors import InvalidInput
from visavis.roles import Participant

PUSH_S: Final = 1.0
"""Seconds of sound handed over at once."""

SWITCH_S: Final = 0.0002
"""Seconds after which Python lets another thread go on. Each piece is worked on by two, which hand over to each other
whenever one of them comes back from the network; Python's usual 5 ms would cost more than the work."""

Progress = Callable[[int, int], None]


class Bake:
    """A recording being baked: iterate over it for its outputs, the last of which is a Summary.

    Attributes:
        header: what was agreed.
        frames_done: output frames made so far.
        frames_total: output frames in all.
    """

    def __init__(
        self,
        engine: Engine,
        options: ConversationOptions,
        tracks: Sequence[NDArray[np.float32]],
        *,
        scene: Sequence[SceneChange] = (),
        progress: Progress | None = None,
    ) -> None:
        """Opens the conversation; nothing is computed yet.

        Args:
            engine: whose network and rig are used. Its own conversations are left alone, and the bake may run in
                another thread than they do.
            options: as for a live conversation; `look_ahead` is usually OFFLINE. The layout follows from `tracks`.
            tracks: (n,) float arrays at `options.sample_rate`: the mixed track, or A's and B's, which may differ in
                length.
            scene: changes in the course of the recording.
            progress: called with frames done and frames in all whenever some were made.

        Raises:
            InvalidInput: naming the field.
            FailedPrecondition: another rig was asked for.
        """
        if len(tracks) not in (1, 2):
            raise InvalidInput("tracks", f"are {len(tracks)}; one mixed track or one of A and one of B can be baked")
        layout = AudioLayout.MIXED if len(tracks) == 1 else AudioLayout.SEPARATE
        if options.layout not in (AudioLayout.UNSPECIFIED, AudioLayout.MIXED, layout):
            raise InvalidInput("layout", f"is {options.layout.name}, but there is one track")
        for index, track in enumerate(tracks):
            check_samples(track, f"tracks[{index}].samples")
        self._engine = Engine(network=engine.network, rig=engine.rig)
        self._conversation = self._engine.open(replace(options, layout=layout))
        for change in sorted(scene, key=lambda change: change.time_s):
            self._conversation.set_scene(change)
        self._tracks = tracks
        self._progress = progress
        self.header: Header = self._conversation.header
        length = max(len(track) for track in tracks)
        self.frames_total = self._conversation.frames_in(length)
        self.frames_done = 0

    def __iter__(self) -> Iterator[Output]:
        """What comes out, in order. To be iterated over once."""
        with _quick_switching():
            for _ in self._push():
                yield from self._advance()
            self._conversation.finish()
            while not self._conversation.ended:
                yield from self._advance()
            yield from self._conversation.poll()

    def _push(self) -> Iterator[None]:
        """Hand over the sound second by second."""
        step = int(PUSH_S * self._conversation.options.sample_rate)
        whose = [None] if len(self._tracks) == 1 else [Participant.A, Participant.B]
        for start in range(0, max(len(track) for track in self._tracks), step):
            for who, track in zip(whose, self._tracks):
                if start < len(track):
                    self._conversation.push_audio(who, start, track[start : start + step])
            yield

    def _advance(self) -> Iterator[Output]:
        while self._engine.tick():
            for output in self._conversation.poll():
                if isinstance(output, Frames):
                    self.frames_done += len(output)
                    if self._progress is not None:
                        self._progress(self.frames_done, self.frames_total)
                yield output


@contextmanager
def _quick_switching() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, SWITCH_S))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def bake(
    engine: Engine,
    options: ConversationOptions,
    tracks: Sequence[NDArray[np.float32]],
    *,
    scene: Sequence[SceneChange] = (),
    progress: Progress | None = None,
) -> Iterator[Output]:
    """The outputs of a whole recording; see `Bake`."""
    return iter(Bake(engine, options, tracks, scene=scene, progress=progress))
