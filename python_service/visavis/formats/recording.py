"""What is written: both people over a whole conversation, and the rig they are meant for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.rig.rig import FlameFrames, Rig
from visavis.state.person import DyadState, PersonState


@dataclass(frozen=True)
class Recording:
    """A conversation from its first to its last frame.

    Attributes:
        state: what both do; `state.start` and `state.fps` place the frames in audio time.
        rig: turns that into FLAME.
        a, b: the FLAME frames of both.
        identities: identity coefficients of A and of B for formats that draw heads; empty for the template.
    """

    state: DyadState
    rig: Rig
    a: FlameFrames
    b: FlameFrames
    identities: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())

    @classmethod
    def of(
        cls,
        state: DyadState,
        rig: Rig,
        identities: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
    ) -> "Recording":
        """The recording of a state, put through the rig."""
        return cls(state, rig, rig.to_flame(state.a), rig.to_flame(state.b), identities)

    def __len__(self) -> int:
        return len(self.state.a)

    @property
    def fps(self) -> int:
        """Frames a second."""
        return self.state.fps

    @property
    def times(self) -> NDArray[np.float64]:
        """(T,) audio time of each frame, seconds."""
        return (self.state.start + np.arange(len(self))) / self.fps

    def people(self) -> Iterator[tuple[str, PersonState, FlameFrames, tuple[float, ...]]]:
        """For A, then for B: the letter in lower case, the state, the FLAME frames, the identity."""
        yield "a", self.state.a, self.a, self.identities[0]
        yield "b", self.state.b, self.b, self.identities[1]
