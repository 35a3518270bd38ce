"""Sound files: wav, flac, ogg, mp3 and whatever else libsndfile reads."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from visavis.audio.pcm import HIGHEST_RATE, LOWEST_RATE
from visavis.errors import InvalidInput

HIGHEST_FILE_RATE: Final = 384_000
"""Samples a second; rates above what a conversation may have are brought down to it on reading."""
STREAMED_SIZES: Final = (0, 0x7FFFFFFF, 0xFFFFFFFF)
"""What writers that cannot seek leave as the size of a wav file's sound."""


@dataclass(frozen=True)
class Recording:
    """A sound file's content.

    Attributes:
        sample_rate: samples a second, 8000 to 48000.
        samples: (channels, n) float32, full scale 1, finite.
    """

    sample_rate: int
    samples: NDArray[np.float32]

    @property
    def seconds(self) -> float:
        """Length."""
        return float(self.samples.shape[1] / self.sample_rate)

    def mixed(self) -> NDArray[np.float32]:
        """(n,) all channels together (their mean): a stereo recording of a conversation is one mixed track."""
        if len(self.samples) == 1:
            return np.asarray(self.samples[0], np.float32)
        return np.asarray(self.samples.mean(axis=0), np.float32)

    def separate(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The two channels as A's (left) and B's (right) track, for recordings with one person on each side.

        Raises:
            InvalidInput: there are not two channels.
        """
        if len(self.samples) != 2:
            raise InvalidInput("audio", f"has {len(self.samples)} channels; two are needed for one person on each")
        return self.samples[0], self.samples[1]


def read_recording(path: str | Path, *, max_seconds: float | None = None) -> Recording:
    """Read a sound file.

    Args:
        path: wav (8 to 64 bit, integer or float), flac, ogg (Vorbis, Opus), mp3, aiff ...
        max_seconds: refuse what is longer.

    Raises:
        InvalidInput: naming the file: missing, not sound, truncated, empty, too long, with samples that are not
            numbers, or of a sample rate below 8000 or above 384000.
    """
    path = Path(path)
    name = str(path)
    if not path.is_file():
        raise InvalidInput(name, "is a folder, not a sound file" if path.is_dir() else "does not exist")
    if path.stat().st_size == 0:
        raise InvalidInput(name, "is an empty file")
    _check_wav_is_whole(path)
    try:
        with soundfile.SoundFile(name) as file:
            rate = file.samplerate
            if not LOWEST_RATE <= rate <= HIGHEST_FILE_RATE:
                raise InvalidInput(name, f"{rate} samples a second; {LOWEST_RATE} to {HIGHEST_FILE_RATE} are read")
            if file.frames <= 0:
                raise InvalidInput(name, "holds no sound")
            if max_seconds is not None and file.frames > max_seconds * rate:
                raise InvalidInput(name, f"is {file.frames / rate:.1f} s long; {max_seconds:g} s are allowed")
            promised = file.frames
            samples = file.read(dtype="float32", always_2d=True).T
    except soundfile.LibsndfileError as error:
        problem = f"cannot be read as sound ({error.error_string.rstrip('.')}); wav, flac, ogg and mp3 are"
        raise InvalidInput(name, problem) from error
    if samples.shape[1] == 0:
        raise InvalidInput(name, "holds no sound")
    if samples.shape[1] < promised and path.suffix.lower() in (".flac", ".wav", ".aiff", ".aif"):
        lengths = f"{promised / rate:.2f} s, of which {samples.shape[1] / rate:.2f} s are there"
        raise InvalidInput(name, f"is truncated: it announces {lengths}")
    finite = np.isfinite(samples)
    if not finite.all():
        channel, place = np.argwhere(~finite)[0]
        raise InvalidInput(name, f"sample {place} of channel {channel + 1} is {samples[channel, place]}, not a number")
    if rate > HIGHEST_RATE:
        samples, rate = _brought_down(samples, rate)
    return Recording(rate, np.ascontiguousarray(samples, np.float32))


def _brought_down(samples: NDArray[np.float32], rate: int) -> tuple[NDArray[np.float32], int]:
    """(channels, n) of a rate above 48000 at the largest whole fraction of it that a conversation may have.

    A windowed sinc (Kaiser, 72 dB) over 64 output samples, so that nothing folds down into what is heard.
    """
    from visavis.audio.resample import ATTENUATION_DB, kaiser_beta

    step = -(-rate // HIGHEST_RATE)
    taps = 64 * step + 1
    times = (np.arange(taps) - taps // 2) / step
    kernel = np.sinc(0.92 * times) * np.kaiser(taps, kaiser_beta(ATTENUATION_DB))
    kernel /= kernel.sum()
    channels = [np.convolve(channel, kernel, mode="same")[::step] for channel in samples.astype(np.float64)]
    if rate % step:
        raise InvalidInput("sample_rate", f"{rate} samples a second is no whole multiple of a rate that is accepted")
    return np.stack(channels).astype(np.float32), rate // step


def _check_wav_is_whole(path: Path) -> None:
    """Raise InvalidInput if a RIFF file ends before the sound it announces; libsndfile reads such files silently."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
            return
        while True:
            chunk = file.read(8)
            if len(chunk) < 8:
                raise InvalidInput(str(path), "is truncated: it ends before its sound begins")
            length = struct.unpack("<I", chunk[4:])[0]
            if chunk[:4] == b"data":
                there = size - file.tell()
                if length not in STREAMED_SIZES and length > there:
                    raise InvalidInput(
                        str(path), f"is truncated: it announces {length} bytes of sound, of which {there} are there"
                    )
                return
            file.seek(length + length % 2, 1)
