"""How a take travels to the page: one header in JSON, then 32-bit floats, little-endian."""

import json
import struct
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.view.take import PersonTake, Take

FloatArray = NDArray[np.floating]

FIELDS: Final = (
    ("arkit", 52), ("body", 4), ("head", 4), ("left_eye", 4), ("right_eye", 4),
    ("position", 3), ("speaking", 1), ("gaze_point", 3), ("on_partner", 1),
)  # fmt: skip
"""Columns of one person's frame. Rotations are quaternions (x, y, z, w); body and head in the conversation frame."""
COLUMNS: Final = sum(size for _, size in FIELDS)


def person_rows(person: PersonTake) -> NDArray[np.float32]:
    """(T, COLUMNS) of one person."""
    columns = [
        person.arkit,
        quaternions(person.body),
        quaternions(person.head),
        quaternions(person.left_eye),
        quaternions(person.right_eye),
        person.position,
        person.speaking[:, None],
        person.gaze_point,
        person.gaze_on_partner[:, None],
    ]
    return np.concatenate([np.asarray(c, np.float32) for c in columns], axis=1)


def encode_take(take: Take, about: dict[str, Any]) -> bytes:
    """A whole take; `about` goes into the header beside `fps`, `frames` and `fields`."""
    head = {**about, "fps": take.fps, "frames": len(take), "fields": FIELDS}
    text = json.dumps(head).encode()
    text += b" " * (-(len(text) + 4) % 4)
    return b"".join([struct.pack("<I", len(text)), text, person_rows(take.a).tobytes(), person_rows(take.b).tobytes()])


def quaternions(matrices: FloatArray) -> NDArray[np.float32]:
    """Unit quaternions (T, 4) as (x, y, z, w) of rotation matrices (T, 3, 3), neighbours on the same side."""
    m = np.asarray(matrices, np.float64)
    w = np.sqrt(np.maximum(0, 1 + m[:, 0, 0] + m[:, 1, 1] + m[:, 2, 2])) / 2
    x = np.sqrt(np.maximum(0, 1 + m[:, 0, 0] - m[:, 1, 1] - m[:, 2, 2])) / 2
    y = np.sqrt(np.maximum(0, 1 - m[:, 0, 0] + m[:, 1, 1] - m[:, 2, 2])) / 2
    z = np.sqrt(np.maximum(0, 1 - m[:, 0, 0] - m[:, 1, 1] + m[:, 2, 2])) / 2
    x = np.copysign(x, m[:, 2, 1] - m[:, 1, 2])
    y = np.copysign(y, m[:, 0, 2] - m[:, 2, 0])
    z = np.copysign(z, m[:, 1, 0] - m[:, 0, 1])
    q = np.stack([x, y, z, w], 1)
    q /= np.maximum(np.linalg.norm(q, axis=1, keepdims=True), 1e-12)
    turns = np.sum(q[1:] * q[:-1], axis=1) < 0
    signs = np.concatenate([[1.0], np.where(np.cumsum(turns) % 2, -1.0, 1.0)]) if len(q) else np.ones(0)
    return np.asarray(q * signs[:, None], np.float32)
