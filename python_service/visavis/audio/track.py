"""One track's timeline: sound that arrives in pieces, gaps and clocks, and leaves as 16 kHz engine frames."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import frame_start
from visavis.audio.resample import Resampler
from visavis.errors import InvalidInput


class Track:
    """Sound of one person, or of both. Positions count input samples since the conversation's start.

    Frames leave in order, each once; input that no later frame hears is let go of.

    Attributes:
        end: samples known so far: everything before is sound or silence and will not change.
        next_frame: the engine frame that leaves next.
    """

    def __init__(self, rate: int, first_frame: int = 0) -> None:
        self.end = 0
        self.next_frame = first_frame
        self._resampler = Resampler(rate)
        self._pieces: deque[tuple[int, NDArray[np.float32]]] = deque()
        self._sound_end = 0
        self._clock = 0
        self._ended = False
        self._forget()

    def push(self, start: int, samples: NDArray[np.float32]) -> None:
        """Add (n,) samples from position `start`; what lies between the end and `start` is silence.

        Raises:
            InvalidInput: `start` is before the end (samples sent, or silence declared), or negative.
        """
        if start < self.end:
            said = "declared silent by a clock" if start >= self._sound_end else "sent before"
            raise InvalidInput(
                "audio.start_sample", f"{start} lies before {self.end}, up to which this track was {said}"
            )
        stop = start + len(samples)
        if stop > self._first_needed:
            self._pieces.append((start, samples))
        self.end = self._sound_end = stop

    def clock(self, up_to: int) -> None:
        """What has not been sent before position `up_to` is silence.

        Raises:
            InvalidInput: `up_to` is before an earlier clock.
        """
        self.check_clock(up_to)
        self._clock = up_to
        self.end = max(self.end, up_to)

    def check_clock(self, up_to: int) -> None:
        """Raise what `clock` would raise, and change nothing."""
        if up_to < self._clock:
            raise InvalidInput("clock.up_to_sample", f"{up_to} runs back behind {self._clock}, sent before")

    def finish(self) -> None:
        """No more is coming: what lies beyond the end is silence for ever."""
        self._ended = True

    @property
    def frames_known(self) -> int:
        """Engine frames, counted from the conversation's start, that no later sample can change."""
        return self._resampler.frames_in(self.end)

    @property
    def pending_samples(self) -> int:
        """Samples held because frames that hear them have not left."""
        return sum(len(samples) for _, samples in self._pieces)

    def take(self) -> NDArray[np.float32]:
        """The next frame, (533 or 534,) float32 at 16 kHz.

        Raises:
            RuntimeError: it is not known yet, and the track has not been finished.
        """
        first = self._resampler.first_input(self.next_frame)
        stop = self._resampler.end_input(self.next_frame)
        if stop > self.end and not self._ended:
            raise RuntimeError(f"frame {self.next_frame} needs {stop} samples, {self.end} are known")
        frame = self._resampler.frame(self._read(first, stop), self.next_frame)
        self.next_frame += 1
        self._forget()
        return frame

    def _read(self, first: int, stop: int) -> NDArray[np.float32]:
        """Samples [first, stop); zero where nothing was sent."""
        out = np.zeros(stop - first, np.float32)
        for start, samples in self._pieces:
            if start >= stop:
                break
            low, high = max(start, first), min(start + len(samples), stop)
            if high > low:
                out[low - first : high - first] = samples[low - start : high - start]
        return out

    def _forget(self) -> None:
        self._first_needed = self._resampler.first_input(self.next_frame)
        while self._pieces and self._pieces[0][0] + len(self._pieces[0][1]) <= self._first_needed:
            self._pieces.popleft()


class FrameBuffer:
    """The recent past of a track at 16 kHz, so that features can be cut from it.

    Holds at least `KEPT` whole seconds. Its start is always a whole second, at which frames and feature columns
    begin anew, so that a place in it is as good as a place in the whole track.
    """

    KEPT = 2

    def __init__(self, first_frame: int = 0) -> None:
        self._second = first_frame // 30
        self._samples = np.zeros((self.KEPT + 2) * 16000, np.float32)
        self._next = first_frame

    @property
    def first_frame(self) -> int:
        """The engine frame with which `samples` begins."""
        return self._second * 30

    @property
    def samples(self) -> NDArray[np.float32]:
        """(n,) from `first_frame` to the newest sample."""
        return self._samples[: frame_start(self._next) - self._second * 16000]

    def append(self, frame: NDArray[np.float32]) -> None:
        """Add the next engine frame."""
        place = frame_start(self._next) - self._second * 16000
        if place + len(frame) > len(self._samples):
            self._second += 2
            self._samples[:-32000] = self._samples[32000:]
            self._samples[-32000:] = 0.0
            place -= 32000
        self._samples[place : place + len(frame)] = frame
        self._next += 1
