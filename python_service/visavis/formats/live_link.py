"""Live Link Face: the 61 channels an iPhone sends to a game engine, as UDP packets.

Byte layout: u8 version 6; i32 36 and the device id (36 characters); i32 length and the subject's name; i32 frame;
f32 subframe; i32 rate numerator and denominator; u8 61; 61 x f32; all big-endian.
"""

import struct
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput
from visavis.formats.angles import head_and_eye_angles
from visavis.formats.recording import Recording
from visavis.state.arkit import ARKIT_NAMES
from visavis.state.person import PersonState

PORT: Final = 11111
"""UDP port on which engines listen."""

VERSION: Final = 6

CHANNELS: Final = (
    *(name[0].upper() + name[1:] for name in ARKIT_NAMES),
    "HeadYaw", "HeadPitch", "HeadRoll", "LeftEyeYaw", "LeftEyePitch", "LeftEyeRoll",
    "RightEyeYaw", "RightEyePitch", "RightEyeRoll",
)  # fmt: skip
"""The 61 channels in packet order: Apple's order, then head and eyes in radians."""

_DEVICE_NAMESPACE: Final = uuid.UUID("5ad40d43-8f3c-4f5e-9d5b-0a6b4a6f1c11")


def device_id(subject: str) -> str:
    """The same 36-character device id for the same subject, always."""
    return str(uuid.uuid5(_DEVICE_NAMESPACE, subject)).upper()


def channel_values(person: PersonState) -> NDArray[np.float32]:
    """(T, 61) values of CHANNELS.

    Live Link's signs, as a recording of an iPhone shows them: an eye's yaw is positive to the own RIGHT and its pitch
    DOWN; the head's yaw is positive to the own LEFT and its pitch UP (head and eyes of a person who keeps looking
    at the phone go against each other).
    """
    angles = head_and_eye_angles(person)
    zero = np.zeros(len(person))
    head_yaw, head_pitch, head_roll, left_yaw, left_pitch, right_yaw, right_pitch = angles.T
    columns = (head_yaw, -head_pitch, head_roll, -left_yaw, left_pitch, zero, -right_yaw, right_pitch, zero)
    return np.column_stack([person.arkit, *columns]).astype(np.float32)


@dataclass(frozen=True)
class Packet:
    """One frame of one subject. `values` are the 61 CHANNELS."""

    device: str
    subject: str
    frame: int
    subframe: float
    rate: tuple[int, int]
    values: tuple[float, ...]


def encode(packet: Packet) -> bytes:
    """The packet's bytes. InvalidInput when an id or the channels have the wrong length."""
    device, subject = packet.device.encode("ascii"), packet.subject.encode("utf-8")
    if len(device) != 36:
        raise InvalidInput("device", f"a device id has 36 characters, got {len(device)}")
    if len(packet.values) != len(CHANNELS):
        raise InvalidInput("values", f"expected {len(CHANNELS)} channels, got {len(packet.values)}")
    return b"".join(
        (
            struct.pack(">Bi", VERSION, len(device)),
            device,
            struct.pack(">i", len(subject)),
            subject,
            struct.pack(">ifii", packet.frame, packet.subframe, *packet.rate),
            struct.pack(f">B{len(CHANNELS)}f", len(CHANNELS), *packet.values),
        )
    )


def decode(data: bytes) -> Packet:
    """The packet of some bytes. InvalidInput when they are none."""
    try:
        version, length = struct.unpack_from(">Bi", data)
        if version != VERSION or length != 36:
            raise InvalidInput("packet", f"not a Live Link Face packet of version {VERSION}")
        at = 5
        device = data[at : at + length].decode("ascii")
        at += length
        (length,) = struct.unpack_from(">i", data, at)
        at += 4
        subject = data[at : at + length].decode("utf-8")
        at += length
        frame, subframe, numerator, denominator, count = struct.unpack_from(">ifiiB", data, at)
        values = struct.unpack_from(f">{count}f", data, at + 17)
    except (struct.error, UnicodeDecodeError) as error:
        raise InvalidInput("packet", f"not a Live Link Face packet: {error}") from None
    if length < 0 or len(data) != at + 17 + 4 * count:
        raise InvalidInput("packet", "not a Live Link Face packet: it has the wrong length")
    return Packet(device, subject, frame, subframe, (numerator, denominator), values)


def packets(person: PersonState, subject: str, fps: int, start: int = 0) -> Iterator[bytes]:
    """The packets of all frames of a person, the first being frame number `start`."""
    device = device_id(subject)
    for i, values in enumerate(channel_values(person).tolist()):
        yield encode(Packet(device, subject, start + i, 0.0, (fps, 1), tuple(values)))


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `a.livelink` and `b.livelink`: the packets in order, each after its length as u32 big-endian."""
    paths = []
    for letter, person, _, _ in recording.people():
        path = folder / f"{letter}.livelink"
        with path.open("wb") as file:
            for packet in packets(person, f"VisAVis_{letter.upper()}", recording.fps, recording.state.start):
                file.write(struct.pack(">I", len(packet)) + packet)
        paths.append(path)
    return paths
