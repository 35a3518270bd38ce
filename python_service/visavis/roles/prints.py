"""Voice prints: small, versioned, portable descriptions of one voice."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from visavis.audio import Track
from visavis.roles.activity import CHUNK, voice_activity
from visavis.roles.embedding import SIZE, centred, embed

MAGIC: Final = b"VVVP"
VERSION: Final = 1
LIMIT: Final = 16384
"""Bytes; a print is far smaller."""
SAMPLE_RATE: Final = 16000
SHORTEST_SPEECH_S: Final = 3.0
"""Speech needed for a print."""
_HEADER: Final = struct.Struct("<4sBf")
WIDEN: Final = 3
"""Chunks of voice activity (96 ms) around speech that belong to it."""
ALLOWANCE_S: Final = 0.5
"""What voice activity may overlook at edges."""
WINDOW_S: Final = 1.5
"""Length of the stretches whose embeddings are averaged and compared."""
TWO_VOICES: Final = 0.31
"""Mean cosine between stretches of two groups below which they are two voices."""


class VoicePrintError(ValueError):
    """No voice print can be made of this sound, or these bytes are none; the message says why."""


@dataclass(frozen=True)
class VoicePrint:
    """One voice.

    Attributes:
        embedding: (192,) unit vector, see `visavis.roles.embedding`.
        speech_s: seconds of speech it was made of.
    """

    embedding: NDArray[np.float32]
    speech_s: float

    def to_bytes(self) -> bytes:
        """Little-endian: magic, version (u8), speech (f32 s), the vector as half floats, CRC-32 of all
        before.
        """
        body = _HEADER.pack(MAGIC, VERSION, self.speech_s) + self.embedding.astype("<f2").tobytes()
        return body + struct.pack("<I", zlib.crc32(body))

    @classmethod
    def from_bytes(cls, data: bytes) -> "VoicePrint":
        """The inverse of `to_bytes`.

        Raises:
            VoicePrintError: when these are not the bytes of a print that this release understands.
        """
        if len(data) > LIMIT:
            raise VoicePrintError(f"voice print has {len(data)} bytes; at most {LIMIT} are accepted")
        if len(data) < 5 or data[:4] != MAGIC:
            raise VoicePrintError("not a voice print: its first bytes are not 'VVVP'")
        if data[4] != VERSION:
            raise VoicePrintError(f"voice print of version {data[4]}; this release reads {VERSION}: enrol again")
        if len(data) != _HEADER.size + 2 * SIZE + 4:
            raise VoicePrintError("voice print is cut short or damaged")
        if zlib.crc32(data[:-4]) != struct.unpack("<I", data[-4:])[0]:
            raise VoicePrintError("voice print is damaged: its checksum does not match")
        speech_s = _HEADER.unpack_from(data)[2]
        vector = np.frombuffer(data, "<f2", SIZE, _HEADER.size).astype(np.float32)
        norm = float(np.linalg.norm(vector))
        if not np.isfinite(norm) or norm < 1e-3:
            raise VoicePrintError("voice print is damaged: its values are not finite")
        return cls(vector / np.float32(norm), float(speech_s))


def read_voice(path: str | Path) -> VoicePrint:
    """A voice from a file: a print written by `VoicePrint.to_bytes`, or a recording of one voice.

    Raises:
        VoicePrintError: when it is neither, or no print can be made of the recording.
        OSError: when the file cannot be read.
    """
    with Path(path).open("rb") as file:
        if file.read(len(MAGIC)) == MAGIC:
            return VoicePrint.from_bytes(MAGIC + file.read(LIMIT + 1))
    try:  # leniently: a recording whose header announces more than is there still holds a voice
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise VoicePrintError(f"cannot be read as sound: {error}") from error
    return make_voice_print(samples.mean(axis=1), int(rate))


def make_voice_print(samples: NDArray[np.float32], rate: int) -> VoicePrint:
    """A voice print of (n,) samples in [-1, 1] at `rate` (8000 to 48000 a second), which hold one voice.

    Raises:
        VoicePrintError: when the sound is too short, silent, broken or holds two voices.
    """
    samples = np.asarray(samples, np.float32)
    if not 8000 <= rate <= 48000:
        raise VoicePrintError(f"sample_rate is {rate}; it must be 8000 to 48000")
    if samples.ndim != 1:
        raise VoicePrintError(f"samples have {samples.ndim} dimensions; one channel is needed")
    if not np.isfinite(samples).all():
        raise VoicePrintError("samples hold values that are not finite")
    length = len(samples) / rate
    if length < SHORTEST_SPEECH_S:
        raise VoicePrintError(f"only {length:.1f} s of sound; at least {SHORTEST_SPEECH_S:.0f} s of speech are needed")
    level = 20.0 * np.log10(float(np.sqrt(np.mean(samples.astype(np.float64) ** 2))) + 1e-9)
    if level < -70.0:
        raise VoicePrintError(f"the sound is silent ({level:.0f} dB of full scale)")
    sound = _as_16_khz(samples, rate)
    speech = speech_only(sound / max(float(np.abs(sound).max()), 1e-6) * np.float32(0.5))
    seconds = len(speech) / SAMPLE_RATE
    if seconds < SHORTEST_SPEECH_S - ALLOWANCE_S:
        raise VoicePrintError(
            f"only {seconds:.1f} s of speech in {length:.1f} s of sound; at least {SHORTEST_SPEECH_S:.0f} s are needed"
        )
    pieces = stretches(speech)
    if _hold_two_voices(pieces):
        raise VoicePrintError("two voices are heard; enrol one person at a time")
    vector = pieces.mean(axis=0)
    unit = (vector / np.linalg.norm(vector)).astype(np.float32)
    return VoicePrint(unit, seconds)


def _as_16_khz(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    track = Track(rate)
    track.push(0, samples)
    track.finish()
    frames = [track.take() for _ in range(track.frames_known)]
    return np.concatenate(frames)[: len(samples) * SAMPLE_RATE // rate]


def speech_only(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """The stretches of (n,) 16 kHz samples in which somebody speaks, one after the other."""
    speaking = voice_activity(sound) >= 0.4
    padded = np.pad(speaking, WIDEN)
    widened = np.lib.stride_tricks.sliding_window_view(padded, 2 * WIDEN + 1).any(axis=1)
    return sound[np.repeat(widened, CHUNK)[: len(sound)]]


def stretches(speech: NDArray[np.float32], most: int = 24) -> NDArray[np.float32]:
    """(k, 192) embeddings of at most `most` stretches of `WINDOW_S`, evenly spread over (n,) samples of
    speech.
    """
    size = int(WINDOW_S * SAMPLE_RATE)
    count = int(np.clip(2 * len(speech) // size - 1, 1, most))
    starts = np.linspace(0, max(len(speech) - size, 0), count).astype(int)
    return np.stack([embed(speech[start : start + size]) for start in starts])


def _hold_two_voices(pieces: NDArray[np.float32]) -> bool:
    """Whether stretches fall into two groups that sound like two people.

    Two-means on the sphere from the farthest pair. Measured on 6 to 8 s of each of 45 pairs and single
    readers: the mean cosine between the groups was -0.03 to 0.30 for two people, above 0.34 for one (but
    for one reader heard over two microphones).
    """
    pieces = centred(pieces)
    cosine = pieces @ pieces.T
    first, second = np.unravel_index(np.argmin(cosine), cosine.shape)
    centres = pieces[[first, second]]
    group = np.zeros(len(pieces), int)
    for _ in range(8):
        group = np.argmax(pieces @ centres.T, axis=1)
        if group.min() == group.max():
            return False
        centres = np.stack([pieces[group == k].mean(axis=0) for k in (0, 1)])
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    smaller = min(int((group == 0).sum()), int((group == 1).sum()))
    across = float(cosine[np.ix_(group == 0, group == 1)].mean())
    return smaller >= 2 and across < TWO_VOICES
