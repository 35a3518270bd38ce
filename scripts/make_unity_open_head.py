"""Writes the open head for the Unity package: unity_plugin/Runtime/OpenHead/open_head.bytes.

    python scripts/make_unity_open_head.py

A head to try things with: mesh, ARKit shapes, joints, in Unity's frame (left-handed: -x, y, z; triangles turned
round). Little-endian:

    char[8] "VVHEAD01"; int32 vertices, parts, shapes; float32 metres (of one int16 step)
    float32[5][3]       joints: global, neck, jaw, left eye, right eye, metres
    int16[vertices][3]  positions
    uint8[vertices]     share of the head bone, 255 is all; the rest is the trunk's
    per part            uint8 n, char[n] name, int32 triangles, uint16[triangles][3]
    per shape           uint8 n, char[n] name, int32 count, uint16[count] vertex, int16[count][3] offset at weight 1
"""

import struct
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from visavis.rig import load_open_head
from visavis.state.arkit import ARKIT_NAMES

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "unity_plugin" / "Runtime" / "OpenHead" / "open_head.bytes"
SOURCE = ROOT / "python_service" / "visavis" / "assets" / "open_head.npz"

STEP = 1e-5
"""Metres of one int16 step: the head fits into +-0.32 m."""

MIRROR = np.array([-1.0, 1.0, 1.0])
"""Conversation frame to Unity."""

LEAST = 2
"""Steps below which a vertex does not move."""


def steps(metres: NDArray[np.floating]) -> NDArray[np.int16]:
    """Positions in int16 steps, in Unity's frame."""
    turned = np.round(metres * MIRROR / STEP)
    if np.abs(turned).max() > 32767:
        raise ValueError("the head does not fit into its number format")
    return turned.astype("<i2")


def named(name: str) -> bytes:
    """A short name with its length before it."""
    return struct.pack("<B", len(name)) + name.encode()


def content() -> bytes:
    """The whole file."""
    head = load_open_head()
    if head.arkit_deltas is None:
        raise ValueError("the open head has no ARKit shapes")
    with np.load(SOURCE, allow_pickle=False) as arrays:
        faces, part, names = arrays["faces"], arrays["face_part"], [str(n) for n in arrays["part_names"]]
        skinning = arrays["skinning"].astype(np.float64)
    parts = [i for i in range(len(names)) if (part == i).any()]
    blob = b"VVHEAD01" + struct.pack("<iiif", len(head.template), len(parts), len(ARKIT_NAMES), STEP)
    blob += (head.joints * MIRROR).astype("<f4").tobytes() + steps(head.template).tobytes()
    blob += np.round(255 * (1.0 - skinning[:, 0])).astype(np.uint8).tobytes()
    for i in parts:
        triangles = faces[part == i][:, ::-1]
        blob += named(names[i]) + struct.pack("<i", len(triangles)) + triangles.astype("<u2").tobytes()
    for name, delta in zip(ARKIT_NAMES, head.arkit_deltas):
        offsets = steps(delta)
        moved = np.flatnonzero(np.abs(offsets).max(axis=1) >= LEAST)
        blob += named(name) + struct.pack("<i", len(moved)) + moved.astype("<u2").tobytes() + offsets[moved].tobytes()
    return blob


def main() -> int:
    """Write; the exit status."""
    OUT.write_bytes(content())
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
