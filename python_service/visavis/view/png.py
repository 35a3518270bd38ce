"""PNG pictures, written and read with nothing but zlib; every row is stored as its difference to the row above."""

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR_TYPE = {1: 0, 3: 2, 4: 6}
UP = 2
"""The row filter used: each byte minus the one above, modulo 256."""

Picture = NDArray[np.uint8]


def encode(picture: Picture, level: int = 6) -> bytes:
    """A PNG file of `picture` (H, W), (H, W, 3) or (H, W, 4)."""
    pixels = picture if picture.ndim == 3 else picture[:, :, None]
    height, width, channels = pixels.shape
    rows = np.ascontiguousarray(pixels).reshape(height, width * channels)
    filtered = np.empty((height, 1 + rows.shape[1]), np.uint8)
    filtered[:, 0] = UP
    filtered[0, 1:] = rows[0]
    filtered[1:, 1:] = rows[1:] - rows[:-1]
    header = struct.pack(">IIBBBBB", width, height, 8, COLOUR_TYPE[channels], 0, 0, 0)
    data = zlib.compress(filtered.tobytes(), level)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def decode(data: bytes) -> Picture:
    """The pixels (H, W, C) of a PNG written by `encode`.

    Raises:
        ValueError: not such a file.
    """
    if not data.startswith(SIGNATURE):
        raise ValueError("not a PNG file")
    position, packed, size = len(SIGNATURE), b"", (0, 0, 0)
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        kind, body = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        position += length + 12
        if kind == b"IHDR":
            width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", body)
            channels = {v: k for k, v in COLOUR_TYPE.items()}.get(colour, 0)
            if depth != 8 or not channels:
                raise ValueError("only PNG files of 8-bit grey, RGB or RGBA are read here")
            size = (height, width, channels)
        elif kind == b"IDAT":
            packed += body
    height, width, channels = size
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + width * channels)
    if (rows[:, 0] != UP).any():
        raise ValueError("only PNG files written by visavis are read here")
    return np.cumsum(rows[:, 1:], axis=0, dtype=np.uint8).reshape(size)


def save(path: Path, picture: Picture) -> None:
    """Writes `picture` to `path`, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(picture))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
