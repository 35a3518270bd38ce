"""From any sample rate to 16 kHz, engine frame by engine frame, the same bits however the sound was cut."""

from functools import lru_cache
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import SAMPLE_RATE, frame_start
from visavis.state.behaviour import FRAME_RATE

DELAY_S: Final = 0.002
"""By how much resampled sound lags: half the filter's length. The filter is causal, so that nothing is waited for
and the promised look-ahead stays whole; 2 ms is a fifteenth of a frame. Sound at 16 kHz passes untouched."""
ATTENUATION_DB: Final = 72.0
"""Of images and aliases."""
FEW_PHASES: Final = 8
"""Kernels up to which the outputs of each are made by themselves."""


def kaiser_beta(attenuation_db: float) -> float:
    """Shape of the Kaiser window for a stop band `attenuation_db` down, above 50 dB (Oppenheim & Schafer, 7.62)."""
    return 0.1102 * (attenuation_db - 8.7)


def transition_width(attenuation_db: float) -> float:
    """Hz from pass band to stop band of a window 2 * DELAY_S long (Oppenheim & Schafer, 7.63)."""
    return (attenuation_db - 7.95) / (14.36 * 2.0 * DELAY_S)


@lru_cache(maxsize=32)
def _kernels(rate: int) -> NDArray[np.float32]:
    """(phases, taps): row n % phases makes output sample n from the `taps` inputs that end at n * rate // 16000."""
    phases = SAMPLE_RATE // gcd(rate, SAMPLE_RATE)
    taps = -(-int(2.0 * DELAY_S * rate + 2) // 4) * 4
    late = (np.arange(phases) * rate % SAMPLE_RATE) / SAMPLE_RATE  # input samples between newest input and output
    back = np.arange(taps)[::-1]  # the newest input is the last tap
    seconds = (late[:, None] + back[None, :]) / rate - DELAY_S
    apart = np.linspace(0.0, 1.0, 16385)  # the window is looked up: its Bessel function is slow for 16000 phases
    table = np.i0(kaiser_beta(ATTENUATION_DB) * np.sqrt(1.0 - apart**2))
    window = np.interp(np.abs(seconds) / DELAY_S, apart, table, right=0.0)
    width = transition_width(ATTENUATION_DB)
    cutoff = SAMPLE_RATE / 2.0 - width / 2.0 if rate > SAMPLE_RATE else rate / 2.0 - width / 4.0
    kernel = np.sinc(2.0 * cutoff * seconds) * window
    kernel /= kernel.sum(axis=1, keepdims=True)  # every phase lets a constant through unchanged
    return kernel.astype(np.float32)


@lru_cache(maxsize=32)
def _inputs(rate: int) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], ...]:
    """For each frame of a second: (n,) the newest input of its outputs, from that of the first, and their phases."""
    phases = SAMPLE_RATE // gcd(rate, SAMPLE_RATE)
    frames = []
    for frame in range(FRAME_RATE):
        outputs = np.arange(frame_start(frame), frame_start(frame + 1), dtype=np.int64)
        newest = outputs * rate // SAMPLE_RATE
        frames.append((newest - newest[0], outputs % phases))
    return tuple(frames)


class Resampler:
    """Sound of one rate as 16 kHz frames. Stateless: a frame depends on the input around it and on nothing else.

    Attributes:
        rate: samples a second of the input, 8000 to 48000.
        reach: input samples before a frame's first that it hears.
    """

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._kernels = None if rate == SAMPLE_RATE else _kernels(rate)
        self._inputs = _inputs(rate)
        self.reach = 0 if self._kernels is None else self._kernels.shape[1]

    def first_input(self, frame: int) -> int:
        """The first input sample that `frame` hears; below 0 lies silence."""
        return frame_start(frame) * self.rate // SAMPLE_RATE + 1 - self.reach if self.reach else frame_start(frame)

    def end_input(self, frame: int) -> int:
        """One past the last input sample that `frame` hears; never after the frame's own end."""
        return (frame_start(frame + 1) - 1) * self.rate // SAMPLE_RATE + 1

    def frames_in(self, samples: int) -> int:
        """How many whole frames, counted from the start, `samples` input samples determine."""
        frame = samples * FRAME_RATE // self.rate
        while self.end_input(frame) <= samples:
            frame += 1
        while frame > 0 and self.end_input(frame - 1) > samples:
            frame -= 1
        return frame

    def frame(self, piece: NDArray[np.float32], frame: int) -> NDArray[np.float32]:
        """One engine frame of 16 kHz sound.

        Args:
            piece: (end_input - first_input,) the input from `first_input(frame)` to `end_input(frame)`.
            frame: which.

        Returns:
            (533 or 534,) float32.
        """
        if self._kernels is None:
            return piece
        newest, phases = self._inputs[frame % FRAME_RATE]
        stride = piece.strides[0]
        if len(self._kernels) <= FEW_PHASES:
            return self._by_phase(piece, newest, phases)
        shape = (len(piece) - self.reach + 1, self.reach)
        windows = np.ndarray(shape, piece.dtype, piece, 0, (stride, stride))[newest]
        return np.asarray(np.einsum("nt,nt->n", windows, self._kernels[phases]), np.float32)

    def _by_phase(
        self, piece: NDArray[np.float32], newest: NDArray[np.int64], phases: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """The same where phases are few: the outputs of each lie evenly in the input, which need not be copied."""
        assert self._kernels is not None
        count, stride = len(self._kernels), piece.strides[0]
        step = count * self.rate // SAMPLE_RATE * stride
        out = np.empty(len(newest), np.float32)
        for first in range(count):
            shape = (len(newest[first::count]), self.reach)
            offset = int(newest[first]) * stride
            windows = np.ndarray(shape, piece.dtype, piece, offset, (step, stride))
            out[first::count] = np.einsum("nt,t->n", windows, self._kernels[phases[first]])
        return out
