"""Packed samples as they cross the wire, and the checks that every sound passes."""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput

LOWEST_RATE: Final = 8000
HIGHEST_RATE: Final = 48000
"""Samples a second that a conversation may have."""


class AudioEncoding(IntEnum):
    """How samples are packed; values as in audio.proto."""

    S16 = 1
    F32 = 2


def decode(packed: bytes, encoding: AudioEncoding, field: str = "audio.samples") -> NDArray[np.float32]:
    """Packed little-endian samples of one channel as (n,) float32, full scale 1.

    Raises:
        InvalidInput: naming `field`: no sample, or half a sample at the end.
    """
    width = 2 if encoding is AudioEncoding.S16 else 4
    if not packed:
        raise InvalidInput(field, "is empty; a message carries at least one sample")
    if len(packed) % width:
        raise InvalidInput(field, f"has {len(packed)} bytes, which is no multiple of the {width} of a sample")
    if encoding is AudioEncoding.S16:
        return np.frombuffer(packed, "<i2").astype(np.float32) * np.float32(1.0 / 32768.0)
    return np.frombuffer(packed, "<f4").astype(np.float32)


def check_rate(rate: int, field: str = "sample_rate") -> int:
    """`rate` itself if a conversation may have it; otherwise InvalidInput naming `field`."""
    if isinstance(rate, bool) or int(rate) != rate or not LOWEST_RATE <= rate <= HIGHEST_RATE:
        raise InvalidInput(field, f"{rate} is not within {LOWEST_RATE} to {HIGHEST_RATE} samples a second")
    return int(rate)


def check_samples(samples: NDArray[np.float32], field: str = "audio.samples") -> tuple[NDArray[np.float32], int]:
    """One channel of sound, fit to be used.

    Args:
        samples: (n,) any float dtype, full scale 1.
        field: what to call it in an error.

    Returns:
        (n,) float32 within +-1, and how many samples had to be clipped to that.

    Raises:
        InvalidInput: not one channel, no sample, or a sample that is not a finite number.
    """
    sound = np.asarray(samples)
    if sound.ndim != 1:
        raise InvalidInput(field, f"has shape {sound.shape}; one channel has one axis")
    if sound.size == 0:
        raise InvalidInput(field, "is empty; a message carries at least one sample")
    if not np.issubdtype(sound.dtype, np.floating):
        raise InvalidInput(field, f"is of type {sound.dtype}; samples are floats of full scale 1")
    sound = sound.astype(np.float32, copy=False)
    peak = float(np.max(np.abs(sound)))
    if not np.isfinite(peak):
        bad = int(np.flatnonzero(~np.isfinite(sound))[0])
        raise InvalidInput(field, f"sample {bad} of {sound.size} is {sound[bad]}, not a finite number")
    if peak <= 1.0:
        return sound, 0
    return np.clip(sound, -1.0, 1.0), int(np.count_nonzero(np.abs(sound) > 1.0))
