"""A SYNTHETIC file in FLAME's format, made from the open head. It is not FLAME and contains nothing of it."""

from typing import Any

import numpy as np
from visavis.rig import load_open_head

PARTS = ("skin", "lips", "eyeball", "iris", "pupil")


def synthetic_flame(seed: int = 5) -> tuple[dict[str, Any], np.ndarray]:
    """Arrays by FLAME's names, and for each vertex the open head's vertex it came from.

    Another identity, another size, another origin, other vertex order, no teeth or tongue; 300 identity and 100
    expression directions in an order and mixture of their own.
    """
    head = load_open_head()
    rng = np.random.default_rng(seed)
    parts = [head.part_names.index(name) for name in PARTS]
    used = np.unique(head.faces[np.isin(head.face_part, parts)])
    source = rng.permutation(used)
    place = np.full(head.vertex_count, -1)
    place[source] = np.arange(len(source))
    faces = place[head.faces[np.isin(head.face_part, parts)]]
    identity = np.zeros(head.shape_size)
    identity[[0, 2, 5]] = (0.8, 0.2, 0.5)
    scale, origin = 1.06, np.array([0.3, -0.2, 0.05])
    neutral = head.shaped(identity)
    joints = head.joint_regressor @ neutral
    # The regressor must find the same joints among fewer vertices: the nearest 200 of each, least squares.
    regressor = np.zeros((5, len(source)))
    for j in range(5):
        near = np.argsort(np.linalg.norm(neutral[source] - joints[j], axis=1))[:200]
        system = np.concatenate([neutral[source[near]].T, np.ones((1, 200))])
        regressor[j, near] = np.linalg.lstsq(system, np.append(joints[j], 1.0), rcond=None)[0]
    turned, _ = np.linalg.qr(rng.normal(size=(50, 50)))
    expression = np.zeros((len(source), 3, 100))
    expression[:, :, :50] = np.einsum("vce,ef->vcf", head.expression_directions[source], turned)
    bumps = np.exp(-(np.linalg.norm(neutral[source][:, None] - neutral[source[:50]][None], axis=2) ** 2) / 2e-3)
    expression[:, :, 50:] = 0.001 * bumps[:, None, :] * rng.normal(size=(1, 3, 50))
    shapes = np.zeros((len(source), 3, 300))
    shapes[:, :, : head.shape_size] = head.shape_directions[source]
    arrays = {
        "v_template": scale * neutral[source] + origin,
        "shapedirs": scale * np.concatenate([shapes, expression], axis=2),
        "posedirs": scale * head.pose_directions[source],
        "J_regressor": regressor,
        "weights": head.skinning[source].astype(np.float64),
        "f": faces.astype(np.uint32),
        "kintree_table": np.array([[4294967295, 0, 1, 1, 1], [0, 1, 2, 3, 4]], np.int64),
    }
    return arrays, source
