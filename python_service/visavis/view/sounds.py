"""Sound the page is given or brings: what is accepted, and how it is played and drawn."""

import io
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio import read_recording
from visavis.errors import InvalidInput
from visavis.roles import RoleSpan, read_roles

LARGEST_UPLOAD: Final = 96 * 1024 * 1024
"""Bytes of one uploaded file."""
LONGEST_S: Final = 900.0
"""Seconds of one uploaded recording."""
SOUND_SUFFIXES: Final = (".wav", ".flac", ".ogg", ".mp3", ".aiff", ".aif")
LABEL_SUFFIXES: Final = (".rttm", ".json")
LARGEST_LABELS: Final = 4 << 20
"""Bytes of an uploaded list of spans."""
MAGIC: Final = {
    b"RIFF": ".wav", b"RIFX": ".wav", b"RF64": ".wav", b"fLaC": ".flac", b"OggS": ".ogg",
    b"ID3": ".mp3", b"\xff\xfb": ".mp3", b"\xff\xf3": ".mp3", b"\xff\xf2": ".mp3", b"FORM": ".aiff",
}  # fmt: skip
"""How sound files begin, and what they are."""

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Sound:
    """A recording: one mixed track, or A's and B's.

    Attributes:
        name: what the page calls it.
        sample_rate: samples a second.
        tracks: one or two (n,) arrays; both of one length.
        roles: labelled time that belongs to it.
    """

    name: str
    sample_rate: int
    tracks: tuple[FloatArray, ...]
    roles: tuple[RoleSpan, ...] = ()

    @property
    def seconds(self) -> float:
        """Length."""
        return len(self.tracks[0]) / self.sample_rate

    def mixed(self) -> FloatArray:
        """All tracks together, (n,)."""
        return self.tracks[0] if len(self.tracks) == 1 else np.asarray(np.sum(self.tracks, axis=0), np.float32)

    def wav(self) -> bytes:
        """A 16-bit wav file: one channel, or A on the left and B on the right."""
        samples = np.stack(self.tracks, axis=1)
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as file:
            file.setnchannels(samples.shape[1])
            file.setsampwidth(2)
            file.setframerate(self.sample_rate)
            file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        return buffer.getvalue()


def load_sound(path: Path, name: str | None = None, roles: Path | None = None) -> Sound:
    """The sound in a file, a stereo file as one mixed track. InvalidInput says what is wrong with it."""
    recording = read_recording(path, max_seconds=LONGEST_S)
    return Sound(name or path.name, recording.sample_rate, (recording.mixed(),), read_labels(roles))


def load_tracks(a: Path, b: Path, name: str, roles: Path | None = None) -> Sound:
    """A's and B's recordings as one sound of two tracks; the shorter is filled up with silence."""
    first, second = read_recording(a, max_seconds=LONGEST_S), read_recording(b, max_seconds=LONGEST_S)
    if first.sample_rate != second.sample_rate:
        raise InvalidInput("b", f"has {second.sample_rate} samples a second and A's track {first.sample_rate}")
    tracks = [first.mixed(), second.mixed()]
    longest = max(map(len, tracks))
    padded = tuple(np.pad(track, (0, longest - len(track))) for track in tracks)
    return Sound(name, first.sample_rate, padded, read_labels(roles))


def read_labels(path: Path | None) -> tuple[RoleSpan, ...]:
    """The spans in an RTTM or JSON file. InvalidInput says what is wrong with it."""
    if path is None:
        return ()
    try:
        return tuple(read_roles(path))
    except (OSError, ValueError) as error:
        raise InvalidInput("roles", f"'{path.name}': {error}") from error


def uploaded_labels(name: str, data: bytes) -> tuple[RoleSpan, ...]:
    """The spans in an uploaded RTTM or JSON file. InvalidInput says what is wrong with it."""
    suffix = Path(name).suffix.lower()
    if suffix not in LABEL_SUFFIXES or len(data) > LARGEST_LABELS:
        raise InvalidInput("roles", f"'{name}' is no list of spans: .rttm or .json, at most {LARGEST_LABELS >> 20} MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"labels{suffix}"
        path.write_bytes(data)
        try:
            return tuple(read_roles(path))
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidInput("roles", f"'{name}': {error}") from error


def uploaded_sound(name: str, data: bytes, *, split: bool = False) -> Sound:
    """The sound in uploaded bytes; `split` takes a stereo file as A on the left and B on the right.

    Raises:
        InvalidInput: too large, too long, not a sound file, or broken; says which.
    """
    if len(data) > LARGEST_UPLOAD:
        raise InvalidInput("file", f"'{name}' is larger than {LARGEST_UPLOAD // 2**20} MB")
    suffix = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    if suffix is None:
        raise InvalidInput("file", f"'{name}' is no sound file: wav, flac, ogg, mp3 and aiff are understood")
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        try:
            recording = read_recording(file.name, max_seconds=LONGEST_S)
        except InvalidInput as error:
            raise InvalidInput("file", f"'{name}': {error.message.replace(file.name, name)}") from error
    tracks = recording.separate() if split else (recording.mixed(),)
    return Sound(name, recording.sample_rate, tuple(tracks))
