"""One conversation's ears: tracks in, engine frames of sound out."""

import numpy as np
from numpy.typing import NDArray

from visavis.audio import Track
from visavis.errors import InvalidInput
from visavis.roles import Participant

FloatArray = NDArray[np.float32]


class Hearing:
    """The tracks of one conversation at 16 kHz, frame by frame.

    Attributes:
        separate: whether each person has a track.
        count: engine frames heard: the next is this one.
    """

    def __init__(self, sample_rate: int, separate: bool, first_frame: int) -> None:
        self.separate = separate
        self.count = first_frame
        self._tracks = [Track(sample_rate, first_frame) for _ in range(2 if separate else 1)]

    def track(self, participant: Participant | None, field: str) -> Track:
        """The track that `participant` (None for the mixed one) has.

        Raises:
            InvalidInput: naming `field`: a person's track in a mixed conversation, or the other way round.
        """
        if self.separate:
            if participant is None:
                raise InvalidInput(field, "is unspecified, but this conversation has a track for each person")
            return self._tracks[participant - 1]
        if participant is not None:
            raise InvalidInput(field, f"is {participant.name}, but this conversation has one mixed track")
        return self._tracks[0]

    def clock(self, participant: Participant | None, up_to: int) -> None:
        """Silence up to sample `up_to`, on every track when `participant` is None."""
        if participant is not None:
            self.track(participant, "clock.participant").clock(up_to)
            return
        for track in self._tracks:
            track.check_clock(up_to)
        for track in self._tracks:
            track.clock(up_to)

    def finish(self) -> None:
        """No more sound is coming; the shorter track goes on in silence."""
        for track in self._tracks:
            track.finish()

    @property
    def end(self) -> int:
        """Input samples of the longer track."""
        return max(track.end for track in self._tracks)

    @property
    def pending_samples(self) -> int:
        """Input samples held, all tracks together."""
        return sum(track.pending_samples for track in self._tracks)

    @property
    def frames_known(self) -> int:
        """Engine frames that no later sound can change, on all tracks."""
        return min(track.frames_known for track in self._tracks)

    def next(self) -> FloatArray:
        """The next frame's sound, (1 or 2 tracks, 533 or 534) at 16 kHz."""
        self.count += 1
        return np.stack([track.take() for track in self._tracks])
