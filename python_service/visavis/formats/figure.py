"""A head as scene formats want it: points about the neck joint, four joints, 52 shapes, colours by part."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.head_model import LEFT_EYE_JOINT, NECK_JOINT, RIGHT_EYE_JOINT, HeadModel
from visavis.rig.rig import FlameFrames
from visavis.rig.rotations import quaternion_from_axis_angle

FloatArray = NDArray[np.float32]

JOINTS: Final = ("body", "head", "left_eye", "right_eye")
PARENTS: Final = (-1, 0, 1, 1)
"""Joints of the figure: the jaw is a shape here (jawOpen and its kin)."""

COLOURS: Final[dict[str, tuple[float, float, float]]] = {
    "skin": (0.80, 0.58, 0.47), "bust": (0.80, 0.58, 0.47), "lips": (0.70, 0.37, 0.34), "mouth": (0.35, 0.12, 0.12),
    "teeth": (0.92, 0.90, 0.83), "tongue": (0.70, 0.32, 0.32), "eyeball": (0.93, 0.92, 0.90),
    "iris": (0.22, 0.35, 0.48), "pupil": (0.01, 0.01, 0.01), "lashes": (0.06, 0.04, 0.03),
    "brows": (0.16, 0.10, 0.07), "hair": (0.14, 0.09, 0.06),
}  # fmt: skip
"""Linear base colour of each part."""


@dataclass(frozen=True)
class Figure:
    """One person's head in metres, origin at the neck joint.

    Attributes:
        points, normals: (V, 3). faces: (F, 3). face_part: (F,) index into part_names.
        joints: (4, 3) rest positions of JOINTS. joint_weights: (V, 4), rows sum to 1.
        shapes: (52, V, 3) ARKit offsets; eyeballs stay, since their joints turn them.
    """

    points: FloatArray
    normals: FloatArray
    faces: NDArray[np.int32]
    face_part: NDArray[np.int32]
    part_names: tuple[str, ...]
    joints: FloatArray
    joint_weights: FloatArray
    shapes: FloatArray


def figure(head: HeadModel, identity: tuple[float, ...] = ()) -> Figure:
    """The figure of a head and an identity. ValueError for a head without ARKit shapes."""
    if head.arkit_deltas is None:
        raise ValueError(f"rig '{head.rig_id}' has no ARKit shapes; load it with load_flame_rig")
    points = head.shaped(np.array(identity)) if identity else head.template
    joints = head.joint_regressor @ points
    neck = joints[NECK_JOINT].copy()
    weights = np.stack(
        [head.skinning[:, 0], head.skinning[:, 1] + head.skinning[:, 2],
         head.skinning[:, LEFT_EYE_JOINT], head.skinning[:, RIGHT_EYE_JOINT]], axis=1,
    )  # fmt: skip
    shapes = head.arkit_deltas.copy()
    shapes[:, weights[:, 2:].sum(axis=1) > 0.5] = 0.0
    places = np.stack([np.zeros(3), np.zeros(3), joints[LEFT_EYE_JOINT] - neck, joints[RIGHT_EYE_JOINT] - neck])
    points = points - neck
    return Figure(
        points=points.astype(np.float32),
        normals=vertex_normals(points, head.faces),
        faces=head.faces,
        face_part=head.face_part,
        part_names=head.part_names,
        joints=places.astype(np.float32),
        joint_weights=(weights / weights.sum(axis=1, keepdims=True)).astype(np.float32),
        shapes=shapes,
    )


def vertex_normals(points: NDArray[np.floating], faces: NDArray[np.int32]) -> FloatArray:
    """Area-weighted unit normals (V, 3)."""
    corners = np.asarray(points, np.float64)[faces]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros((len(points), 3))
    for k in range(3):
        np.add.at(normals, faces[:, k], flat)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(length > 1e-12, normals / np.maximum(length, 1e-12), [0.0, 1.0, 0.0]).astype(np.float32)


def joint_quaternions(flame: FlameFrames) -> FloatArray:
    """(T, 4, 4) quaternions (w, x, y, z) of JOINTS relative to their parents, without sign changes in time."""
    turns = quaternion_from_axis_angle(
        np.stack([flame.global_rotation, flame.neck, flame.left_eye, flame.right_eye], axis=1)
    )
    signs = np.sign(np.sum(turns[1:] * turns[:-1], axis=-1))
    turns[1:] *= np.cumprod(np.where(signs == 0.0, 1.0, signs), axis=0)[..., None]
    return turns.astype(np.float32)
