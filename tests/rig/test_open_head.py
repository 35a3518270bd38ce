"""The open head: its arrays, its mouth, and its joints."""

import numpy as np
import pytest
from visavis.rig import HeadModel, load_open_head
from visavis.rig.kinematics import pose_vertices
from visavis.state.arkit import ARKIT_INDEX

AVSPEECH_LANDMARKS = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88,
    178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 152, 148, 377, 199, 200,
    18, 1, 2, 164, 33, 133, 362, 263, 159, 145, 386, 374, 105, 334, 468, 473,
)  # fmt: skip

EYES = [i for name, i in ARKIT_INDEX.items() if name.startswith("eye")]


@pytest.fixture(scope="module")
def head() -> HeadModel:
    return load_open_head()


def face(**weights: float) -> np.ndarray:
    row = np.zeros(52, np.float32)
    for name, weight in weights.items():
        row[ARKIT_INDEX[name]] = weight
    return row


def test_has_flames_shapes(head: HeadModel) -> None:
    v = head.vertex_count
    assert head.template.shape == (v, 3) and head.expression_directions.shape == (v, 3, 50)
    assert head.pose_directions.shape == (v, 3, 36) and head.joint_regressor.shape == (5, v)
    np.testing.assert_allclose(head.skinning.sum(axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(head.joint_regressor.sum(axis=1), 1.0, atol=1e-4)
    assert head.faces.max() < v and len(head.face_part) == len(head.faces)


def test_looks_along_z_with_its_left_at_positive_x_and_human_size(head: HeadModel) -> None:
    _, neck, jaw, left, right = head.joints
    assert left[0] > 0.02 > -0.02 > right[0]
    assert left[1] > jaw[1] > neck[1] and left[2] > neck[2]
    assert 0.055 < head.eye_distance < 0.070
    skull = head.template[np.unique(head.faces[head.face_part == head.part_names.index("skin")])]
    assert 0.20 < np.ptp(skull[:, 1]) < 0.36


def test_expression_directions_are_ordered_by_size(head: HeadModel) -> None:
    brows = np.unique(head.faces[head.face_part == head.part_names.index("brows")])
    size = np.linalg.norm(np.delete(head.expression_directions, brows, axis=0).reshape(-1, 50), axis=0)
    assert np.all(np.diff(size) <= 1e-6) and size[-1] > 0


def test_knows_every_landmark_of_the_tracked_speech(head: HeadModel) -> None:
    assert set(AVSPEECH_LANDMARKS) <= set(head.landmark_ids.tolist())
    np.testing.assert_allclose(head.landmark_weights.sum(axis=1), 1.0, atol=1e-5)


def test_mouth_opens_purses_and_smiles_where_it_should(head: HeadModel) -> None:
    shut, opened = head.lip_measures(face()), head.lip_measures(face(jawOpen=1.0))
    purse, smile = (
        head.lip_measures(face(mouthPucker=1.0)),
        head.lip_measures(face(mouthSmileLeft=1, mouthSmileRight=1)),
    )
    assert abs(shut[0]) < 0.03 and opened[0] > 0.4
    assert purse[1] < shut[1] - 0.1 < smile[1] and purse[2] > shut[2] + 0.08


def test_mouth_shuts_over_an_open_jaw(head: HeadModel) -> None:
    assert abs(head.lip_measures(face(jawOpen=0.6, mouthClose=0.6))[0]) < 0.04


def test_measures_agree_between_weights_and_vertices(head: HeadModel) -> None:
    weights = np.random.default_rng(1).uniform(0, 1, (5, 52)).astype(np.float32)
    weights[:, EYES] = 0.0
    vertices = head.template + np.einsum("ta,avc->tvc", weights, head.arkit_deltas)
    np.testing.assert_allclose(head.lip_measures(vertices), head.lip_measures(weights), atol=1e-4)


def test_a_blink_is_not_taken_for_lips_thrust_out(head: HeadModel) -> None:
    blinking, still = np.zeros((1, 52), np.float32), np.zeros((1, 52), np.float32)
    blinking[:, EYES] = 1.0
    np.testing.assert_array_equal(head.lip_measures(blinking), head.lip_measures(still))


def test_a_wrong_shape_is_refused(head: HeadModel) -> None:
    with pytest.raises(ValueError, match=r"weights \(\.\.\., 52\)"):
        head.lip_measures(np.zeros((4, 51)))


@pytest.mark.parametrize(
    ("name", "joint", "turn"),
    [("eyeLookUpRight", 4, (-1, 0)), ("eyeLookDownLeft", 3, (1, 0)), ("eyeLookInLeft", 3, (0, -1)),
     ("eyeLookOutRight", 4, (0, -1))],
)  # fmt: skip
def test_a_turned_eye_carries_its_lids_to_the_sculpted_shape(
    head: HeadModel, name: str, joint: int, turn: tuple[int, int]
) -> None:
    rotations = np.zeros((1, 5, 3))
    rotations[0, joint, :2] = np.array(turn) * head.eye_look_range[0]
    posed = pose_vertices(head, np.zeros((1, 50)), rotations)[0]
    assert np.abs(posed - (head.template + head.arkit_deltas[ARKIT_INDEX[name]])).max() < 1e-4


def test_the_turned_jaw_carries_the_mouth_to_the_sculpted_shape(head: HeadModel) -> None:
    rotations = np.zeros((1, 5, 3))
    rotations[0, 2] = head.arkit_to_flame[50:, ARKIT_INDEX["jawOpen"]]
    posed = pose_vertices(head, np.zeros((1, 50)), rotations)[0]
    assert np.abs(posed - (head.template + head.arkit_deltas[ARKIT_INDEX["jawOpen"]])).max() < 1e-4
