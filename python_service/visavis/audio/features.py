"""Log-mel features locked to the engine's frames."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.behaviour import FRAME_RATE

SAMPLE_RATE: Final = 16000
"""Samples a second inside the engine."""
COLUMNS_PER_FRAME: Final = 4
"""Feature columns a frame: 120 a second, one every 8.33 ms."""
MEL_BANDS: Final = 64
WINDOW: Final = 400
"""25 ms at 16 kHz."""
FFT_SIZE: Final = 512
LOWEST_HZ: Final = 60.0
HIGHEST_HZ: Final = 7600.0
FLOOR: Final = 1e-8
"""Power below which a band counts as silent: -80 dB of a full-scale band."""
MEAN: Final = -10.0
SCALE: Final = 4.0
"""Fixed standardisation (natural logarithm): silence lies near -2.1, loud speech near +1.5."""


def frame_start(frame: int) -> int:
    """The first 16 kHz sample of engine frame `frame`."""
    return frame * SAMPLE_RATE // FRAME_RATE


def mel_filters() -> NDArray[np.float32]:
    """(FFT_SIZE // 2 + 1, MEL_BANDS) triangles on the mel scale of O'Shaughnessy (2595 log10(1 + f / 700))."""
    mel = np.linspace(_mel(LOWEST_HZ), _mel(HIGHEST_HZ), MEL_BANDS + 2)
    edges = 700.0 * (10.0 ** (mel / 2595.0) - 1.0)
    bins = np.arange(FFT_SIZE // 2 + 1) * SAMPLE_RATE / FFT_SIZE
    width = SAMPLE_RATE / FFT_SIZE
    low, mid, high = edges[:-2], edges[1:-1], edges[2:]
    rising = (bins[:, None] - low) / np.maximum(mid - low, width)
    falling = (high - bins[:, None]) / np.maximum(high - mid, width)
    weights = np.maximum(0.0, np.minimum(rising, falling))
    narrow = weights.sum(0) < 0.5
    weights[np.rint(mid[narrow] / width).astype(int), np.flatnonzero(narrow)] += 0.5
    return (weights / weights.sum(0)).astype(np.float32)


def _mel(hertz: float) -> float:
    return float(2595.0 * np.log10(1.0 + hertz / 700.0))


class LogMel:
    """Log-mel columns of a 16 kHz track, `COLUMNS_PER_FRAME` for each engine frame.

    The last column of frame j ends with the frame itself: nothing after `frame_start(j + 1)` is heard. Each column
    is computed by itself, so that a track cut in any way gives the same bits.
    """

    def __init__(self) -> None:
        self._window = np.hanning(WINDOW).astype(np.float32)
        self._filters = mel_filters()

    def columns(self, samples: NDArray[np.float32], first_frame: int, count: int) -> NDArray[np.float32]:
        """Features of frames `first_frame` ... `first_frame + count - 1`.

        Args:
            samples: (n,) the track from its very beginning, 16 kHz, full scale 1. What lies beyond is silence.
            first_frame: the first engine frame wanted.
            count: how many.

        Returns:
            (count, COLUMNS_PER_FRAME, MEL_BANDS), standardised.
        """
        return self.transform(self.windows(samples, first_frame, count))

    def windows(self, samples: NDArray[np.float32], first_frame: int, count: int) -> NDArray[np.float32]:
        """The stretches of sound that these frames' columns are made of, (count * COLUMNS_PER_FRAME, WINDOW)."""
        numbers = np.arange(first_frame * COLUMNS_PER_FRAME, (first_frame + count) * COLUMNS_PER_FRAME)
        ends = (numbers + 1) * SAMPLE_RATE // (FRAME_RATE * COLUMNS_PER_FRAME)
        start, stop = int(ends[0]) - WINDOW, int(ends[-1])
        if start >= 0 and stop <= len(samples):
            piece = np.ascontiguousarray(samples[start:stop], np.float32)
        else:
            piece = np.zeros(stop - start, np.float32)
            first, last = max(start, 0), min(stop, len(samples))
            if last > first:
                piece[first - start : last - start] = samples[first:last]
        every = np.ndarray((len(piece) - WINDOW + 1, WINDOW), np.float32, piece, 0, (4, 4))
        return every[ends - WINDOW - start]

    def transform(self, windows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Columns of any frames' windows (n * COLUMNS_PER_FRAME, WINDOW): (n, COLUMNS_PER_FRAME, MEL_BANDS).

        A frame's bits do not depend on the frames beside it, so that many tracks can share a call.
        """
        spectrum = np.fft.rfft(windows * self._window, FFT_SIZE, axis=1)
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32) * np.float32(2.0 / WINDOW)
        frames = power.reshape(-1, COLUMNS_PER_FRAME, power.shape[1])
        bands = np.matmul(frames, self._filters)  # one product a frame: same bits
        standard = (np.log(bands + np.float32(FLOOR)) - np.float32(MEAN)) / np.float32(SCALE)
        return np.asarray(standard, np.float32)
