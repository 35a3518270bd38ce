"""A user's own FLAME as a head model. The open head stands in until somebody who accepted FLAME's licence brings it."""

import hashlib
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput
from visavis.rig.flame_file import read_flame_file
from visavis.rig.head_model import LEFT_EYE_JOINT, RIGHT_EYE_JOINT, HeadModel
from visavis.rig.open_head import load_open_head

EXPRESSION_SIZE: Final = 50
"""Expression coefficients used by default; FLAME's are ordered by variance."""

SPLITS: Final = {400: 300, 150: 100, 200: 100}
"""Columns of `shapedirs` -> how many of them are identity; the rest is expression."""

DESCRIPTION: Final = "The user's own FLAME model ({name}); FLAME's licence applies."


def load_flame_model(path: Path, expression_size: int = EXPRESSION_SIZE) -> HeadModel:
    """Reads a FLAME file as a head model without landmarks, eyelids and ARKit map (`flame_map` finds those).

    Args:
        path: `.pkl` of FLAME 2019, 2020 or 2023, or `.npz` with the same names.
        expression_size: E, how many expression coefficients to use.

    Raises:
        InvalidInput: the file cannot be used; the message says why.
    """
    arrays = read_flame_file(path)
    template = np.asarray(arrays["v_template"], np.float32)
    count = len(template)
    wanted = {"v_template": (count, 3), "posedirs": (count, 3, 36), "J_regressor": (5, count), "weights": (count, 5)}
    for name, shape in wanted.items():
        if arrays[name].shape != shape:
            raise InvalidInput("flame", f"{path}: {name} has shape {arrays[name].shape}, FLAME's is {shape}")
    directions = np.asarray(arrays["shapedirs"], np.float32)
    if directions.shape[:2] != (count, 3) or directions.shape[2] not in SPLITS:
        raise InvalidInput("flame", f"{path}: shapedirs has shape {directions.shape}; known are V x 3 x {list(SPLITS)}")
    identity = SPLITS[directions.shape[2]]
    available = directions.shape[2] - identity
    if not 1 <= expression_size <= available:
        raise InvalidInput("flame", f"expression size {expression_size} is not within 1 to {available}")
    faces = np.asarray(arrays["f"], np.int64)
    if faces.ndim != 2 or faces.shape[1] != 3 or faces.min() < 0 or faces.max() >= count:
        raise InvalidInput("flame", f"{path}: f does not hold triangles of its {count} vertices")
    for name in (*wanted, "shapedirs"):
        if not np.all(np.isfinite(arrays[name])):
            raise InvalidInput("flame", f"{path}: {name} holds figures that are not finite")
    model = HeadModel(
        rig_id=rig_id_of(arrays, expression_size),
        description=DESCRIPTION.format(name=path.name),
        template=template,
        faces=faces.astype(np.int32),
        shape_directions=directions[:, :, :identity],
        expression_directions=np.ascontiguousarray(directions[:, :, identity : identity + expression_size]),
        pose_directions=np.asarray(arrays["posedirs"], np.float32),
        joint_regressor=np.asarray(arrays["J_regressor"], np.float32),
        skinning=np.asarray(arrays["weights"], np.float32),
        eyelid_directions=np.zeros((count, 3, 2), np.float32),
        landmark_ids=np.zeros(0, np.int32),
        landmark_vertices=np.zeros((0, 1), np.int32),
        landmark_weights=np.zeros((0, 1), np.float32),
        face_part=np.zeros(len(faces), np.int32),
        part_names=("skin",),
        uv=np.zeros((0, 2), np.float32),
        uv_faces=np.zeros((0, 3), np.int32),
        arkit_deltas=None,
        arkit_to_flame=None,
        eye_look_range=load_open_head().eye_look_range,
    )
    if model.joints[LEFT_EYE_JOINT, 0] <= model.joints[RIGHT_EYE_JOINT, 0]:
        raise InvalidInput("flame", f"{path}: the left eye joint is not to the left (+X) of the right one")
    return model


def rig_id_of(arrays: dict[str, NDArray[Any]], expression_size: int) -> str:
    """Names a model by what its coefficients mean: `flame-<first 12 hex digits>-e<E>`, whatever file it came in."""
    digest = hashlib.sha256()
    for name in ("v_template", "shapedirs", "posedirs", "J_regressor", "weights"):
        digest.update(np.ascontiguousarray(arrays[name], np.float32).tobytes())
    return f"flame-{digest.hexdigest()[:12]}-e{expression_size}"
