"""Which frames there are and when each may be made: whole-number arithmetic on audio time, nothing else."""

from dataclasses import dataclass

from visavis.engine.options import LookAhead
from visavis.state.behaviour import FRAME_RATE

PIECE = 32
"""Frames made at once when nobody waits for them (OFFLINE)."""
BLOCK = 4
"""Frames whose behaviour is decided together."""


@dataclass(frozen=True)
class Schedule:
    """The frames of one conversation.

    Attributes:
        sample_rate: samples a second of the input.
        fps: frames a second out.
        look_ahead: how much of the future a frame may hear.
        resume_at_s: audio time at which output begins.
    """

    sample_rate: int
    fps: int
    look_ahead: LookAhead
    resume_at_s: float = 0.0

    @property
    def interpolates(self) -> bool:
        """Whether output frames lie between engine frames."""
        return self.fps != FRAME_RATE

    @property
    def ahead(self) -> int | None:
        """Engine frames beyond the decoded one that it hears; None for all there are.

        Frame p ends to hear at (p + ahead + 1) / 30 s. One less when interpolating, because an output frame then
        waits for the engine frame after it.
        """
        if self.look_ahead is LookAhead.OFFLINE:
            return None
        return (5 if self.look_ahead is LookAhead.LIVE else 14) - int(self.interpolates)

    @property
    def piece(self) -> int:
        """Engine frames made at once."""
        return PIECE if self.look_ahead is LookAhead.OFFLINE else 1

    @property
    def first_output(self) -> int:
        """The first output frame: the first at or after `resume_at_s`."""
        exact = self.resume_at_s * self.fps
        nearest = round(exact)
        return nearest if abs(exact - nearest) < 1e-6 else int(exact) + 1

    @property
    def first_frame(self) -> int:
        """The first engine frame: a block begins there, and the first output frame does not lie before it.

        OFFLINE hears the whole, whatever part of it is wanted.
        """
        if self.look_ahead is LookAhead.OFFLINE:
            return 0
        return self.first_output * FRAME_RATE // self.fps // BLOCK * BLOCK

    def outputs(self, samples: int) -> int:
        """Output frames, counted from 0, of a recording of so many input samples."""
        return -(-samples * self.fps // self.sample_rate)

    def frames(self, samples: int) -> int:
        """Engine frames, counted from 0, of a recording of so many input samples; at least `first_frame`.

        The last output frame may lie after the last engine frame; it then is as that one.
        """
        if self.outputs(samples) <= self.first_output:
            return self.first_frame
        return -(-samples * FRAME_RATE // self.sample_rate)

    def place(self, output: int) -> tuple[int, int]:
        """The engine frame at or before output frame `output`, and how many fps-ths of a frame it lies after."""
        return output * FRAME_RATE // self.fps, output * FRAME_RATE % self.fps
