"""The engines' frames, each checked against what it means rather than against its own formula."""

import numpy as np
import pytest
from visavis.rig.coordinates import COORDINATES
from visavis.rig.rotations import matrix_from_axis_angle, quaternion_from_axis_angle

TABLE = {
    "unity": (1, lambda x, y, z: (-x, y, z), lambda x, y, z: (x, -y, -z)),
    "unreal_actor": (100, lambda x, y, z: (z, -x, y), lambda x, y, z: (-z, x, -y)),
    "unreal_skeletal": (100, lambda x, y, z: (x, z, y), lambda x, y, z: (-x, -z, -y)),
    "gltf": (1, lambda x, y, z: (x, y, z), lambda x, y, z: (x, y, z)),
}
"""The contract's table: scale, position, axis-angle (and a quaternion's vector part)."""


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_the_contracts_table(name: str) -> None:
    scale, position, turned = TABLE[name]
    c = COORDINATES[name]
    p, r = np.array([0.1, -0.2, 0.3]), np.array([0.4, 0.5, -0.6])
    np.testing.assert_allclose(c.position(p), scale * np.array(position(*p)), atol=1e-12)
    np.testing.assert_allclose(c.axis_angle(r), turned(*r), atol=1e-12)
    q = quaternion_from_axis_angle(r)
    np.testing.assert_allclose(c.quaternion(q), [q[0], *turned(*q[1:])], atol=1e-12)


@pytest.mark.parametrize("name", TABLE)
def test_turning_then_converting_is_converting_then_turning(name: str) -> None:
    c = COORDINATES[name]
    rng = np.random.default_rng(1)
    for _ in range(5):
        p, r = rng.normal(size=(2, 3))
        turned_first = c.position(matrix_from_axis_angle(r) @ p)
        # Engines of either hand turn points by the same component formula; only the axes' meaning is mirrored.
        turned_after = matrix_from_axis_angle(c.axis_angle(r)) @ c.position(p)
        np.testing.assert_allclose(turned_first, turned_after, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "forward", "up", "left"),
    [
        ("unity", (0, 0, 1), (0, 1, 0), (-1, 0, 0)),
        ("unreal_actor", (1, 0, 0), (0, 0, 1), (0, -1, 0)),
        ("unreal_skeletal", (0, 1, 0), (0, 0, 1), (1, 0, 0)),
        ("gltf", (0, 0, 1), (0, 1, 0), (1, 0, 0)),
    ],
)
def test_a_face_looks_the_way_the_engine_expects(name: str, forward: tuple, up: tuple, left: tuple) -> None:
    c = COORDINATES[name]
    for ours, theirs in (((0, 0, 1), forward), ((0, 1, 0), up), ((1, 0, 0), left)):
        np.testing.assert_allclose(c.position(np.array(ours)) / c.scale, theirs, atol=1e-12)


@pytest.mark.parametrize("name", ["unity", "unreal_actor", "unreal_skeletal"])
def test_left_handed_engines_get_a_mirrored_basis(name: str) -> None:
    assert np.linalg.det(COORDINATES[name].matrix) == pytest.approx(-1.0)
