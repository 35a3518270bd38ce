"""Gaze geometry agrees with FLAME's forward kinematics on the open head."""

import numpy as np
import pytest
from motion_dyads import conversation, eye_rays, perform
from visavis.rig import load_open_head
from visavis.rig.kinematics import joint_transforms
from visavis.rig.rotations import matrix_from_axis_angle
from visavis.scene.geometry import HeadGeometry, axis_angle, rotation


def test_the_default_geometry_is_the_open_heads() -> None:
    head, geometry = load_open_head(), HeadGeometry()
    built = HeadGeometry.from_joints(head.joints, tuple(head.eye_look_range))
    for name in ("left_eye", "right_eye", "mouth", "eye_look_range"):
        np.testing.assert_allclose(getattr(built, name), getattr(geometry, name), atol=2e-4)
    lips = [list(head.landmark_ids).index(number) for number in (13, 14)]
    mouth = head.landmarks(head.template)[lips].mean(axis=0) - head.joints[1]
    np.testing.assert_allclose(geometry.mouth, mouth, atol=2e-3)


def test_the_eyes_are_where_the_posed_open_head_has_them() -> None:
    a, b, speaking = conversation(60)
    person = perform(a, b, speaking=speaking).a
    head = load_open_head()
    rotations = np.stack(
        [person.body_rotation, person.head_rotation, 0 * person.left_eye, person.left_eye, person.right_eye], axis=1
    )
    turned, placed = joint_transforms(head.joints.astype(np.float64), matrix_from_axis_angle(rotations))
    placed += (person.head_position - placed[:, 1])[:, None]
    origins, rays = eye_rays(person)
    np.testing.assert_allclose(origins, placed[:, 3:5], atol=1e-3)
    np.testing.assert_allclose(rays, turned[:, 3:5, :, 2], atol=1e-5)


@pytest.mark.parametrize("angles", [(0.3, -0.2, 0.1), (2.9, 0.4, -0.3), (-1.2, 1.0, 0.8)])
def test_rotation_vectors_and_matrices_say_the_same(angles: tuple[float, float, float]) -> None:
    expected = np.reshape(rotation(*angles), (3, 3))
    np.testing.assert_allclose(matrix_from_axis_angle(np.array(axis_angle(*angles))), expected, atol=1e-7)
