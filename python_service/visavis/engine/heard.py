"""What the encoder has heard, kept as long as a decoder may ask for it."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


class Heard:
    """A ring of the encoder's output for both people, indexed by engine frame.

    Attributes:
        count: frames heard: the next to be put is this one.
    """

    def __init__(self, size: int, offsets: tuple[int, ...], first_frame: int, piece: int) -> None:
        """`size` channels; `offsets` around a decoded frame are asked for; `piece` frames are put or asked at once."""
        self._offsets = np.array(offsets)
        reach = max(offsets) - min(offsets) + 2 * piece
        self._length = 1 << int(reach).bit_length()
        self._ring = np.zeros((2, self._length, size), np.float32)
        self._first = first_frame
        self.count = first_frame

    def put(self, heard: FloatArray) -> None:
        """Add (2, F, size) of the next F frames."""
        frames = np.arange(self.count, self.count + heard.shape[1])
        self._ring[:, frames % self._length] = heard
        self.count += heard.shape[1]

    def window(self, frame: int, count: int, newest: NDArray[np.int64]) -> tuple[FloatArray, FloatArray]:
        """What the decoder sees for frames `frame` ... `frame + count - 1`.

        Args:
            frame: the first decoded frame.
            count: how many, F.
            newest: (F,) for each of them the newest frame that may be heard.

        Returns:
            (2, F, K, size) zeros where nothing was heard, and (F, K) 1 where something was.
        """
        wanted = np.arange(frame, frame + count)[:, None] + self._offsets
        known = (wanted >= self._first) & (wanted <= newest[:, None])
        window = self._ring[:, wanted % self._length]
        window[:, ~known] = 0.0
        return window, known.astype(np.float32)
