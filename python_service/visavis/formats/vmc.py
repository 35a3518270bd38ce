"""`vmc`: Virtual Motion Capture messages (OSC), as avatar programs receive them on UDP port 39539.

One bundle a frame: blendshapes by their Perfect Sync names, then head and eye bones in Unity's axes.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from visavis.formats.recording import Recording
from visavis.rig.coordinates import COORDINATES
from visavis.rig.rotations import matrix_from_axis_angle, quaternion_from_axis_angle
from visavis.state.arkit import ARKIT_NAMES
from visavis.state.person import PersonState

PORT: Final = 39539
"""UDP port on which avatar programs listen."""

EXPRESSIONS: Final = tuple(name[0].upper() + name[1:] for name in ARKIT_NAMES)
"""Perfect Sync's names of the 52."""

NTP_FRACTION: Final = 2**32
"""Parts of a second in an OSC time tag."""


def message(address: str, *values: str | int | float) -> bytes:
    """One OSC message; strings, whole numbers and floats."""
    tags = "," + "".join("s" if isinstance(v, str) else "i" if isinstance(v, int) else "f" for v in values)
    data = _text(address) + _text(tags)
    for value in values:
        if isinstance(value, str):
            data += _text(value)
        else:
            data += struct.pack(">i" if isinstance(value, int) else ">f", value)
    return data


def bundle(time: float, messages: list[bytes]) -> bytes:
    """An OSC bundle; `time` in seconds becomes its time tag."""
    whole = int(time)
    tag = struct.pack(">II", whole, min(round((time - whole) * NTP_FRACTION), NTP_FRACTION - 1))
    return b"#bundle\0" + tag + b"".join(struct.pack(">i", len(m)) + m for m in messages)


def _text(text: str) -> bytes:
    data = text.encode("utf-8") + b"\0"
    return data + b"\0" * (-len(data) % 4)


def frame_messages(person: PersonState, row: int, time: float) -> list[bytes]:
    """The messages of one frame."""
    unity = COORDINATES["unity"]

    def turn(vector: np.ndarray) -> list[float]:
        w, x, y, z = unity.quaternion(quaternion_from_axis_angle(vector)).tolist()
        return [x, y, z, w]

    out = [message("/VMC/Ext/OK", 1), message("/VMC/Ext/T", float(time))]
    place = unity.position(person.head_position[row]).tolist()
    out.append(message("/VMC/Ext/Root/Pos", "root", place[0], 0.0, place[2], *turn(person.body_rotation[row])))
    for bone, vector in (
        ("Head", person.head_rotation[row]),
        ("LeftEye", person.left_eye[row]),
        ("RightEye", person.right_eye[row]),
    ):
        out.append(message("/VMC/Ext/Bone/Pos", bone, 0.0, 0.0, 0.0, *turn(vector)))
    # Where the look goes, one metre before the head, in the head's own axes.
    ahead = matrix_from_axis_angle((person.left_eye[row] + person.right_eye[row]) / 2.0)[:, 2]
    out.append(message("/VMC/Ext/Set/Eye", 1, *unity.position(ahead).tolist()))
    out += [message("/VMC/Ext/Blend/Val", n, v) for n, v in zip(EXPRESSIONS, person.arkit[row].tolist())]
    out.append(message("/VMC/Ext/Blend/Apply"))
    return out


def bundles(person: PersonState, fps: int, start: int = 0) -> Iterator[bytes]:
    """One bundle a frame, ready to be sent; the first is that of frame number `start`."""
    for row in range(len(person)):
        time = (start + row) / fps
        yield bundle(time, frame_messages(person, row, time))


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `a.osc` and `b.osc`: OSC's stream form, each bundle after its length as i32 big-endian."""
    paths = []
    for letter, person, _, _ in recording.people():
        path = folder / f"{letter}.osc"
        with path.open("wb") as file:
            for data in bundles(person, recording.fps, recording.state.start):
                file.write(struct.pack(">i", len(data)) + data)
        paths.append(path)
    return paths
