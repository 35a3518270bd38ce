"""Joints, joint regressor, skinning weights and pose correctives of the open head."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def rotation(vector: Array) -> Array:
    """The 3 x 3 matrix of an axis-angle vector (Rodrigues)."""
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    k = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.eye(3) + np.sin(angle) * k + (1.0 - np.cos(angle)) * (k @ k)


def fit_rotation(points: Array, moved: Array) -> tuple[Array, Array]:
    """The rigid motion moved = R points + t in least squares (Kabsch): axis-angle of R, and t."""
    a, b = points - points.mean(axis=0), moved - moved.mean(axis=0)
    u, _, vt = np.linalg.svd(a.T @ b)
    sign = np.sign(np.linalg.det(vt.T @ u.T))
    matrix = vt.T @ np.diag([1.0, 1.0, sign]) @ u.T
    angle = np.arccos(np.clip((np.trace(matrix) - 1.0) / 2.0, -1.0, 1.0))
    axis = np.array([matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]])
    vector = axis / (2.0 * np.sin(angle)) * angle
    return vector, moved.mean(axis=0) - matrix @ points.mean(axis=0)


@dataclass(frozen=True)
class JawFit:
    """How the jaw opens: the pivot on the midline (3,) and the axis-angle of jawOpen at weight 1 (3,)."""

    pivot: Array
    open_vector: Array
    slide: Array


def fit_jaw(lower_teeth: Array, opened: Array) -> JawFit:
    """The hinge of the jaw from the rigid lower teeth, shut and with jawOpen at 1.

    A rotation about X by angle a and a slide along the hinge's own plane are told apart by placing the pivot
    where the remaining slide vanishes in the sagittal plane.
    """
    vector, translation = fit_rotation(lower_teeth, opened)
    vector = np.array([vector[0], 0.0, 0.0])
    matrix = rotation(vector)
    translation = opened.mean(axis=0) - matrix @ lower_teeth.mean(axis=0)
    pivot = np.zeros(3)
    pivot[1:] = np.linalg.solve((np.eye(3) - matrix)[1:, 1:], translation[1:])
    residual = opened - ((lower_teeth - pivot) @ matrix.T + pivot)
    return JawFit(pivot, vector, residual.mean(axis=0))


def joint_regressor(vertices: Array, directions: Array, joints: Array, near: list[NDArray[np.int64]]) -> Array:
    """Weights (J, V), each row summing to 1, that find the joints in the template and in every identity.

    Args:
        vertices: (V, 3) template.
        directions: (S, V, 3) identity directions.
        joints: (S + 1, J, 3) joint positions of the template, then how each direction moves them.
        near: for each joint, the vertices its row may use.
    """
    regressor = np.zeros((joints.shape[1], len(vertices)))
    for j, allowed in enumerate(near):
        # x, y, z of the template and of every direction, then the sum; minimum norm keeps weights small.
        equations = np.concatenate(
            [vertices[allowed].T, *[d[allowed].T for d in directions], np.full((1, len(allowed)), 0.1)]
        )
        target = np.concatenate([joints[:, j].reshape(-1), [0.1]])
        regressor[j, allowed] = np.linalg.lstsq(equations, target, rcond=1e-7)[0]
    return regressor


def jaw_weights(vertices: Array, opened: Array, jaw: JawFit) -> Array:
    """How much each vertex follows the jaw, in [0, 1]: how far jawOpen carries it along the hinge's arc."""
    arc = (vertices - jaw.pivot) @ (rotation(jaw.open_vector) - np.eye(3)).T
    share = np.einsum("vc,vc->v", opened, arc) / np.maximum(np.einsum("vc,vc->v", arc, arc), 1e-9)
    return np.clip(share, 0.0, 1.0)


def fit_side(vertices: Array, moved: Array, jaw: JawFit, weights: Array) -> float:
    """The turn about +Y, radians, that best explains a sideways jaw shape where the jaw is followed."""
    arm = np.cross(np.array([0.0, 1.0, 0.0]), vertices - jaw.pivot) * weights[:, None]
    return float(np.sum(arm * moved) / np.sum(arm * arm))


def unskin(vertices: Array, joints: Array, skinning: Array, joint: int, vector: Array, target: Array) -> Array:
    """Rest-pose offsets (V, 3) with which turning one joint by `vector` carries the template to `target`."""
    turn = rotation(vector) - np.eye(3)
    weight = skinning[:, joint, None, None]
    blended = np.eye(3) + weight * turn
    carried = vertices + skinning[:, joint, None] * ((vertices - joints[joint]) @ turn.T)
    return np.linalg.solve(blended, (target - carried)[..., None])[..., 0]


CLOSING_WEIGHTS = (0.15, 0.3, 0.45, 0.6)
"""Weights of jawOpen and mouthClose together at which the lips shall meet."""


def jaw_correctives(
    vertices: Array,
    joints: Array,
    skinning: Array,
    open_vector: Array,
    side_vector: Array,
    opened: Array,
    left: Array,
    right: Array,
) -> tuple[dict[str, Array], Array]:
    """What the jaw's turns leave to correct: pose correctives, and what both sideways shapes have in common.

    Args:
        vertices, joints, skinning: the rest pose (V, 3), (5, 3), (V, 5).
        open_vector, side_vector: axis-angle of the jaw at jawOpen 1 and at jawLeft 1; jawRight is the reverse.
        opened, left, right: (V, 3) offsets of jawOpen, jawLeft, jawRight.

    Returns:
        Offsets `jaw.0.odd` and `jaw.1.odd` per sine of the turn about X and Y, and the (V, 3) offset to be added
        to the rest pose whichever side the jaw goes to.
    """
    drop = unskin(vertices, joints, skinning, 2, open_vector, vertices + opened)
    to_left = unskin(vertices, joints, skinning, 2, side_vector, vertices + left)
    to_right = unskin(vertices, joints, skinning, 2, -side_vector, vertices + right)
    odd = {
        "jaw.0.odd": drop / np.sin(open_vector[0]),
        "jaw.1.odd": (to_left - to_right) / 2.0 / np.sin(side_vector[1]),
    }
    return odd, (to_left + to_right) / 2.0


def closing_offset(
    vertices: Array, joints: Array, skinning: Array, open_vector: Array, corrective: Array, opened: Array, closed: Array
) -> Array:
    """mouthClose as an expression direction (V, 3) that shuts the lips while the jaw hangs, as it is always used.

    The sculpted offset holds before the jaw turns; a turned jaw would carry it away from the upper lip.
    """
    wanted = []
    for weight in CLOSING_WEIGHTS:
        vector = weight * open_vector
        rest = unskin(vertices, joints, skinning, 2, vector, vertices + weight * (opened + closed))
        wanted.append((rest - np.sin(vector[0]) * corrective) / weight)
    offset = np.mean(wanted, axis=0)
    # Where the sculpted shape moves nothing, the arc of the jaw is no business of the lips.
    moved = np.linalg.norm(closed, axis=1)
    return np.asarray(offset * np.clip(moved / 0.002, 0.0, 1.0)[:, None])


def eye_correctives(
    vertices: Array, joints: Array, skinning: Array, eyes: dict[str, tuple[int, Array, Array]]
) -> dict[str, Array]:
    """Pose correctives with which lids follow the eyes: offsets (V, 3) named `<joint>.<axis>.<odd|even>`.

    `odd` is multiplied by the sine of the turn about the axis (0 X, 1 Y), `even` by 1 - cos.

    Args:
        vertices, joints, skinning: the rest pose (V, 3), (5, 3), (V, 5).
        eyes: for each eye-look shape its joint, its axis-angle at weight 1, and the offsets to end in.
    """
    found: dict[str, Array] = {}
    for side, joint in (("Left", 3), ("Right", 4)):
        for component, (plus, minus) in (
            (0, ("Down", "Up")),
            (1, ("Out", "In") if side == "Left" else ("In", "Out")),
        ):
            _, vector, offsets = eyes[f"eyeLook{plus}{side}"]
            a = unskin(vertices, joints, skinning, joint, vector, vertices + offsets)
            _, other, offsets = eyes[f"eyeLook{minus}{side}"]
            b = unskin(vertices, joints, skinning, joint, other, vertices + offsets)
            s, s_other = np.sin(vector[component]), np.sin(other[component])
            c, c_other = 1.0 - np.cos(vector[component]), 1.0 - np.cos(other[component])
            name = f"{side.lower()}_eye.{component}"
            determinant = s * c_other - s_other * c
            found[f"{name}.odd"] = (a * c_other - b * c) / determinant
            found[f"{name}.even"] = (b * s - a * s_other) / determinant
    return found
