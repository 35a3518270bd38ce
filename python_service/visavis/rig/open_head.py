"""Loads the open head: the head in FLAME's format that ships with the package (CC0)."""

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np

from visavis.rig.head_model import HeadModel
from visavis.state.arkit import ARKIT_NAMES

OPEN_HEAD_ID: Final = "open-head-1"
"""Changes whenever the meaning of a coefficient does."""

ASSET: Final = "open_head.npz"

DESCRIPTION: Final = (
    "The open head: a head in FLAME's format made from the MakeHuman base mesh and Face Units 01, CC0 1.0; "
    "free for every use."
)

_FIRST_CORRECTIVE_JOINT: Final = {"neck": 0, "jaw": 9, "left_eye": 18, "right_eye": 27}
"""Column of pose_directions at which a joint's nine entries of R - I begin."""

_CORRECTIVE_ENTRIES: Final = {
    # A turn about X has R[2,1] = sin, R[1,2] = -sin, R[1,1] = cos; one about Y has R[0,2] = sin,
    # R[2,0] = -sin, R[0,0] = cos. R[2,2] is cos of both and left out.
    "0.odd": ((7, 0.5), (5, -0.5)),
    "0.even": ((4, -1.0),),
    "1.odd": ((2, 0.5), (6, -0.5)),
    "1.even": ((0, -1.0),),
}
"""Entries of R - I (row-major) that sum to sin (odd) or 1 - cos (even) of a turn about X (0) or Y (1)."""


@lru_cache(maxsize=1)
def load_open_head() -> HeadModel:
    """The open head, read once. Takes about 0.1 s and 40 MB."""
    with resources.as_file(resources.files("visavis") / "assets" / ASSET) as path:
        return read_open_head(path)


def read_open_head(path: Path) -> HeadModel:
    """Reads the compact file that scripts/build_open_head.py writes. ValueError when it is something else."""
    with np.load(path, allow_pickle=False) as arrays:
        data: dict[str, Any] = {name: arrays[name] for name in arrays.files}
    if str(data.get("format", "")) != "visavis-open-head-1":
        raise ValueError(f"{path} is not an open head file (format '{data.get('format', 'none')}')")
    unit = np.float32(data["delta_unit"])
    template = data["template"]
    names = [str(n) for n in data["unit_names"]]
    first = data["unit_first"]
    units = np.zeros((len(names), len(template), 3), np.float32)
    for i in range(len(names)):
        span = slice(first[i], first[i + 1])
        units[i, data["unit_vertices"][span]] = data["unit_steps"][span] * unit
    expression = np.einsum("uvc,ue->vce", units[data["expression_units"]], data["expression_mix"], optimize=True)
    pose = np.zeros((len(template), 3, 36), np.float32)
    for i, name in enumerate(names):
        joint, _, kind = name.partition(".")
        if kind in _CORRECTIVE_ENTRIES:
            for entry, share in _CORRECTIVE_ENTRIES[kind]:
                pose[:, :, _FIRST_CORRECTIVE_JOINT[joint] + entry] += share * units[i]
    skinning = data["skinning"].astype(np.float32)
    blinks = [names.index("eyeBlinkLeft"), names.index("eyeBlinkRight")]
    return HeadModel(
        rig_id=OPEN_HEAD_ID,
        description=DESCRIPTION,
        template=template,
        faces=data["faces"].astype(np.int32),
        shape_directions=np.ascontiguousarray(np.moveaxis(data["shape_steps"] * unit, 0, 2), np.float32),
        expression_directions=np.ascontiguousarray(expression, np.float32),
        pose_directions=pose,
        joint_regressor=data["regressor"],
        skinning=skinning / skinning.sum(axis=1, keepdims=True),
        eyelid_directions=np.ascontiguousarray(np.moveaxis(units[blinks], 0, 2)),
        landmark_ids=data["landmark_ids"].astype(np.int32),
        landmark_vertices=data["landmark_vertices"].astype(np.int32),
        landmark_weights=data["landmark_weights"],
        face_part=data["face_part"].astype(np.int32),
        part_names=tuple(str(n) for n in data["part_names"]),
        uv=data["uv"].astype(np.float32) / 65535.0,
        uv_faces=data["uv_faces"].astype(np.int32),
        arkit_to_flame=data["arkit_to_flame"],
        arkit_deltas=units[[names.index(n) for n in ARKIT_NAMES]],
        eye_look_range=data["eye_look_range"],
        shape_names=tuple(str(n) for n in data["shape_names"]),
    )
