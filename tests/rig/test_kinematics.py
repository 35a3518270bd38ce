"""Forward kinematics: numpy and torch agree, and a head turns as heads do."""

import numpy as np
import pytest
from visavis.rig import HeadModel, load_open_head
from visavis.rig.kinematics import pose_vertices
from visavis.rig.rotations import matrix_from_axis_angle


@pytest.fixture(scope="module")
def head() -> HeadModel:
    return load_open_head()


def random_pose(head: HeadModel, frames: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(11)
    rotations = rng.normal(0, 0.3, (frames, 5, 3))
    rotations[0] = 0.0
    return {
        "expression": rng.normal(0, 0.5, (frames, head.expression_size)),
        "rotations": rotations,
        "eyelids": rng.uniform(0, 1, (frames, 2)),
        "translation": rng.normal(0, 1, (frames, 3)),
        "shape": rng.normal(0, 0.5, head.shape_size),
    }


def test_torch_gives_the_same_vertices(head: HeadModel) -> None:
    torch = pytest.importorskip("torch")
    from visavis.rig.kinematics_torch import TorchHead

    given = random_pose(head, 4)
    theirs = TorchHead(head)(**{name: torch.tensor(value, dtype=torch.float32) for name, value in given.items()})
    ours = pose_vertices(head, given.pop("expression"), given.pop("rotations"), **given)
    assert np.abs(ours - theirs.numpy()).max() < 1e-5


def test_torch_has_finite_gradients_at_rest(head: HeadModel) -> None:
    torch = pytest.importorskip("torch")
    from visavis.rig.kinematics_torch import TorchHead

    expression = torch.zeros((2, head.expression_size), requires_grad=True)
    rotations = torch.zeros((2, 5, 3), requires_grad=True)
    TorchHead(head)(expression, rotations).square().sum().backward()
    assert torch.isfinite(expression.grad).all() and torch.isfinite(rotations.grad).all()
    assert rotations.grad.abs().max() > 0


def test_the_rest_pose_is_the_template(head: HeadModel) -> None:
    posed = pose_vertices(head, np.zeros((1, 50)), np.zeros((1, 5, 3)))[0]
    np.testing.assert_allclose(posed, head.template, atol=1e-6)


def test_translation_places_the_neck_joint_however_the_body_turns(head: HeadModel) -> None:
    rotations = np.zeros((1, 5, 3))
    rotations[0, 0] = (0.3, 1.2, -0.1)
    place = np.array([[1.0, 1.5, -2.0]])
    posed = pose_vertices(head, np.zeros((1, 50)), rotations, translation=place)[0]
    still = pose_vertices(head, np.zeros((1, 50)), np.zeros((1, 5, 3)))[0] - head.joints[1]
    np.testing.assert_allclose(posed, still @ matrix_from_axis_angle(rotations[0, 0]).T + place, atol=1e-5)


def test_the_neck_turns_the_face_and_leaves_the_shoulders(head: HeadModel) -> None:
    rotations = np.zeros((1, 5, 3))
    rotations[0, 1] = (0.0, 0.5, 0.0)
    moved = np.linalg.norm(pose_vertices(head, np.zeros((1, 50)), rotations)[0] - head.template, axis=1)
    nose = head.landmark_vertices[head.landmark_ids.tolist().index(1), 0]
    shoulders = head.template[:, 1] < head.joints[0, 1] - 0.04
    assert moved[nose] > 0.04 and moved[shoulders].max() < 0.012 and shoulders.sum() > 50


def test_an_eye_turned_to_the_own_left_moves_its_iris_to_positive_x(head: HeadModel) -> None:
    iris = np.unique(head.faces[head.face_part == head.part_names.index("pupil")])
    left = iris[head.template[iris, 0] > 0]
    rotations = np.zeros((1, 5, 3))
    rotations[0, 3] = (0.2, 0.3, 0.0)
    moved = (pose_vertices(head, np.zeros((1, 50)), rotations)[0] - head.template)[left].mean(axis=0)
    assert moved[0] > 0.002 and moved[1] < -0.002


def test_identities_move_the_joints_along(head: HeadModel) -> None:
    for i in range(head.shape_size):
        shape = np.zeros(head.shape_size)
        shape[i] = 1.0
        neutral = head.shaped(shape)
        joints = head.joint_regressor @ neutral
        eyes = np.unique(head.faces[head.face_part == head.part_names.index("iris")])
        for joint, side in ((3, 1), (4, -1)):
            ring = neutral[eyes[side * head.template[eyes, 0] > 0]].mean(axis=0)
            assert np.abs(ring[:2] - joints[joint, :2]).max() < 0.0015, head.shape_names[i]
        assert np.abs(joints[1]).max() < 0.004, "the neck joint stays where it is"
