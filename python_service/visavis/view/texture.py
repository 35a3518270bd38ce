"""Pictures on surfaces: looked up at one mip level a frame, in linear light."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]


def to_linear(srgb: NDArray[np.uint8]) -> FloatArray:
    """sRGB bytes as linear light in [0, 1]."""
    c = np.arange(256) / 255
    table = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)
    return table[srgb]


class Texture:
    """A picture (H, W, C); the first three channels are colour, a fourth is taken as it is."""

    def __init__(self, picture: NDArray[np.uint8]):
        level = to_linear(picture[:, :, :3])
        if picture.shape[2] == 4:
            level = np.concatenate([level, picture[:, :, 3:].astype(np.float32) / 255], 2)
        self._levels = [level]
        while min(level.shape[:2]) >= 8:
            level = (level[::2, ::2] + level[1::2, ::2] + level[::2, 1::2] + level[1::2, 1::2]) / 4
            self._levels.append(level)

    def __call__(self, uv: FloatArray, texels_per_pixel: float) -> FloatArray:
        """Bilinear look-up (N, C) at `uv` (N, 2), v upwards, on the level fit for that density."""
        wanted = np.log2(max(texels_per_pixel, 1e-6))
        level = self._levels[int(np.clip(np.round(wanted), 0, len(self._levels) - 1))]
        height, width = level.shape[:2]
        x = (uv[:, 0] % 1) * width - np.float32(0.5)
        y = (1 - uv[:, 1]) % 1 * height - np.float32(0.5)
        c, r = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
        fx, fy = (x - c)[:, None].astype(np.float32), (y - r)[:, None].astype(np.float32)
        c0, c1 = c % width, (c + 1) % width
        r0, r1 = r % height, (r + 1) % height
        top = level[r0, c0] * (1 - fx) + level[r0, c1] * fx
        low = level[r1, c0] * (1 - fx) + level[r1, c1] * fx
        return np.asarray(top * (1 - fy) + low * fy, np.float32)
