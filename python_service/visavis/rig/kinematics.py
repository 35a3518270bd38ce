"""FLAME's forward kinematics in numpy: coefficients and joint rotations in, vertices out.

Tianye Li, Timo Bolkart, Michael J. Black, Hao Li, Javier Romero: "Learning a model of facial shape and
expression from 4D scans", ACM ToG 36(6), 2017, equations 1-5.
"""

import numpy as np
from numpy.typing import NDArray

from visavis.rig.head_model import JOINT_PARENTS, NECK_JOINT, HeadModel
from visavis.rig.rotations import matrix_from_axis_angle

FloatArray = NDArray[np.float32]


def pose_vertices(
    model: HeadModel,
    expression: NDArray[np.floating],
    rotations: NDArray[np.floating],
    *,
    eyelids: NDArray[np.floating] | None = None,
    translation: NDArray[np.floating] | None = None,
    shape: NDArray[np.floating] | None = None,
) -> FloatArray:
    """Vertices (T, V, 3) of T frames, metres.

    Args:
        model: the head.
        expression: (T, E) coefficients.
        rotations: (T, 5, 3) axis-angle of global, neck, jaw, left eye, right eye, radians.
        eyelids: (T, 2) left and right, 0 open, 1 shut.
        translation: (T, 3) where the posed neck joint comes to lie; without it the global joint stays where
            the template has it.
        shape: (up to S,) identity coefficients of this person.
    """
    expression = np.asarray(expression, np.float32)
    frames = len(expression)
    neutral = model.template if shape is None else model.shaped(np.asarray(shape))
    # In FLAME the joints follow identity, not expression.
    joints = (model.joint_regressor @ neutral).astype(np.float64)
    matrices = matrix_from_axis_angle(np.asarray(rotations, np.float64).reshape(frames, 5, 3))
    features = (matrices[:, 1:] - np.eye(3)).reshape(frames, 36).astype(np.float32)
    size = model.vertex_count * 3
    rest = neutral.reshape(1, size) + expression @ model.expression_directions.reshape(size, -1).T
    rest = rest + features @ model.pose_directions.reshape(size, 36).T
    if eyelids is not None:
        rest = rest + np.asarray(eyelids, np.float32) @ model.eyelid_directions.reshape(size, 2).T
    world_rotation, world_position = joint_transforms(joints, matrices)
    # Skinning: v' = sum_j w_j (R_j v + (p_j - R_j J_j)).
    offsets = world_position - np.einsum("tjab,jb->tja", world_rotation, joints)
    if translation is not None:
        offsets += (np.asarray(translation, np.float64) - world_position[:, NECK_JOINT])[:, None]
    rest = rest.reshape(frames, -1, 3)
    transforms = np.concatenate([world_rotation, offsets[..., None]], axis=-1).astype(np.float32)
    blended = np.einsum("vj,tjx->tvx", model.skinning, transforms.reshape(frames, 5, 12), optimize=True)
    blended = blended.reshape(frames, -1, 3, 4)
    posed = np.einsum("tvab,tvb->tva", blended[..., :3], rest) + blended[..., 3]
    return np.asarray(posed, np.float32)


def joint_transforms(
    joints: NDArray[np.float64], matrices: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """World rotations (T, 5, 3, 3) and positions (T, 5, 3) of the joints.

    Args:
        joints: (5, 3) rest positions.
        matrices: (T, 5, 3, 3) each joint's rotation relative to its parent.
    """
    rotation = np.empty_like(matrices)
    position = np.empty((*matrices.shape[:2], 3))
    for joint, parent in enumerate(JOINT_PARENTS):
        if parent < 0:
            rotation[:, joint], position[:, joint] = matrices[:, joint], joints[joint]
        else:
            rotation[:, joint] = rotation[:, parent] @ matrices[:, joint]
            arm = joints[joint] - joints[parent]
            position[:, joint] = position[:, parent] + rotation[:, parent] @ arm
    return rotation, position
