"""The network is told where the partner is in the own body's terms."""

from dataclasses import replace

import numpy as np
import pytest
from visavis.scene import PersonPlacement, Placement, PlacementError, SceneObject, relation


def test_the_default_placement_is_the_zero_of_the_features() -> None:
    place = Placement()
    np.testing.assert_allclose(relation(place.a, place.b), [0, 1, 0, 0, 0, 1], atol=1e-6)
    np.testing.assert_allclose(relation(place.b, place.a), [0, 1, 0, 0, 0, 1], atol=1e-6)


def test_left_is_positive_down_is_positive_and_turning_away_is_seen() -> None:
    own = PersonPlacement((0, 0, 0), 0.0)
    left_and_small = PersonPlacement((1, 0, 0), 180.0, eye_height=0.6)
    sin_yaw, cos_yaw, pitch, distance, sin_turn, cos_turn = relation(own, left_and_small)
    assert sin_yaw == pytest.approx(1, abs=1e-6) and cos_yaw == pytest.approx(0, abs=1e-6)
    assert pitch == pytest.approx(np.pi / 4)
    assert distance == pytest.approx(np.log(np.sqrt(2) / 1.2), abs=1e-6)
    # To look at `own`, the partner would face -X (270); it faces 180, a quarter turn to its right.
    assert sin_turn == pytest.approx(-1, abs=1e-6) and cos_turn == pytest.approx(0, abs=1e-6)


def test_leaning_in_brings_the_eyes_nearer() -> None:
    place = Placement()
    leaning = replace(place.b, lean_deg=20.0)
    assert relation(place.a, leaning)[3] < relation(place.a, place.b)[3] - 0.1


def test_many_frames_at_once_equal_one_by_one() -> None:
    generator = np.random.default_rng(3)

    class Path:
        position = generator.normal(size=(5, 3))
        yaw_deg = generator.uniform(-180, 180, 5)
        eye_height = generator.uniform(1, 2, 5)
        lean_deg = generator.uniform(-20, 20, 5)

    other = PersonPlacement((2, 0, 1), 30.0)
    together = relation(Path(), other)
    assert together.shape == (5, 6)
    for k in range(5):
        point = tuple(float(v) for v in Path.position[k])
        one = PersonPlacement(point, Path.yaw_deg[k], Path.eye_height[k], Path.lean_deg[k])
        np.testing.assert_allclose(together[k], relation(one, other), atol=1e-6)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"position": (30.0, 0.0, 0.0)}, "a.position.x: 30 is not within -20 to 20 m"),
        ({"yaw_deg": float("nan")}, "a.yaw_deg: nan is not within"),
        ({"eye_height": 0.1}, "a.eye_height: 0.1 is not within 0.3 to 2.5 m"),
        ({"lean_deg": 60.0}, "a.lean_deg: 60 is not within -45 to 45 degrees"),
    ],
)
def test_an_impossible_place_names_its_field_and_range(changed: dict[str, object], named: str) -> None:
    place = Placement()
    with pytest.raises(PlacementError, match=named.replace("(", r"\(")) as error:
        Placement(replace(place.a, **changed), place.b).validated()  # type: ignore[arg-type]
    assert named.startswith(error.value.field)


def test_two_bodies_cannot_share_a_place() -> None:
    with pytest.raises(PlacementError, match="room"):
        Placement(Placement().a, replace(Placement().b, position=Placement().a.position)).validated()


def test_objects_need_a_name_and_a_salience_within_range() -> None:
    assert SceneObject("phone", (0, 1, 0)).validated().salience == 0.2
    with pytest.raises(PlacementError, match="name"):
        SceneObject("", (0, 1, 0)).validated()
    with pytest.raises(PlacementError, match="salience"):
        SceneObject("phone", (0, 1, 0), 2.0).validated()
