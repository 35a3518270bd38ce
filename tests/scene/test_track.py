"""Bodies go where they are told, when they are told: no jump, no walking through each other."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
from visavis.scene import PersonPlacement, Placement, PlacementError, PlacementTrack, SceneObject, Walk


def speeds(track: PlacementTrack, first: int, count: int, person: str = "b") -> np.ndarray:
    """Metres a second between neighbouring frames."""
    position = getattr(track.frames(first, count), person).position
    return np.linalg.norm(np.diff(position, axis=0), axis=1) * 30


def closer(x: float = 0.2) -> PersonPlacement:
    return replace(Placement().b, position=(x, 0.0, 0.0))


def test_nothing_moves_until_told() -> None:
    frames = PlacementTrack().frames(100, 5)
    assert frames.placement(0) == frames.placement(4) == Placement()


def test_a_step_takes_its_time_and_starts_and_ends_softly() -> None:
    track = PlacementTrack()
    track.change(1.0, b=closer(), transition_s=1.0)
    assert track.at(30).b.position[0] == pytest.approx(0.6)
    assert track.at(45).b.position[0] == pytest.approx(0.4)
    assert track.at(60).b.position[0] == pytest.approx(0.2)
    speed = speeds(track, 30, 31)
    assert speed[0] < 0.02 and speed[-1] < 0.02
    assert speed.max() == pytest.approx(1.875 * 0.4, rel=0.02)  # the peak of minimum jerk


def test_a_change_in_the_middle_of_another_goes_on_from_the_motion_there() -> None:
    track = PlacementTrack()
    track.change(0.0, b=closer(), transition_s=1.0)
    track.frames(0, 15)
    track.change(0.0, b=closer(1.5), transition_s=1.0)  # its time is past: it means now
    frames = track.frames(0, 60).b.position[:, 0]
    acceleration = np.diff(frames, 2) * 900
    assert np.abs(acceleration).max() < 15
    assert track.at(14).b.position[0] == pytest.approx(0.6 - 0.4 * 0.4329, abs=0.01)
    assert frames[-1] == pytest.approx(1.5)


def test_frames_do_not_depend_on_how_they_are_asked_for() -> None:
    one, other = PlacementTrack(), PlacementTrack()
    for track in (one, other):
        track.change(0.5, a=PersonPlacement((-1, 0, 1), 10.0, 1.2, 5.0), transition_s=2.0)
        track.change(1.0, b=closer(), transition_s=0.7)
    whole = one.frames(0, 100)
    for k in range(100):
        part = other.frames(k, 1)
        assert np.array_equal(part.a.position[0], whole.a.position[k])
        assert np.array_equal(part.b.yaw_deg[0], whole.b.yaw_deg[k])
    again = pickle.loads(pickle.dumps(one)).frames(0, 100)
    assert np.array_equal(again.a.position, whole.a.position)


def test_one_persons_change_leaves_the_others_alone() -> None:
    track, alone = PlacementTrack(), PlacementTrack()
    for t in (track, alone):
        t.change(0.0, b=closer(), transition_s=2.0)
    track.frames(0, 20)
    track.change(0.0, a=PersonPlacement((-2, 0, 0), 90.0), transition_s=1.0)
    assert np.array_equal(track.frames(0, 90).b.position, alone.frames(0, 90).b.position)


def test_a_body_turns_the_short_way() -> None:
    start = Placement(PersonPlacement((-1, 0, 0), 170.0), Placement().b)
    track = PlacementTrack(start)
    track.change(0.0, a=replace(start.a, yaw_deg=-170.0), transition_s=1.0)
    yaw = track.frames(0, 31).a.yaw_deg
    assert yaw.max() == pytest.approx(190.0) and yaw.min() == pytest.approx(170.0)


def test_at_once_is_at_once_when_nothing_was_moving() -> None:
    track = PlacementTrack()
    track.frames(0, 30)
    track.change(0.0, b=closer(3.0), transition_s=0.0)
    assert track.at(29).b.position[0] == pytest.approx(0.6)
    assert track.at(30).b.position[0] == pytest.approx(3.0)


@pytest.mark.parametrize("rate", [60, 30, 10])
def test_a_feed_of_positions_from_an_engine_is_followed_smoothly(rate: int) -> None:
    track = PlacementTrack()
    walked = []
    for tick in range(3 * rate):
        seconds = tick / rate
        track.change(seconds, b=closer(0.6 + 1.2 * seconds), transition_s=0.0)  # walking pace
        while track.reached < seconds * 30:
            walked.append(track.frames(track.reached, 1).b.position[0, 0])
        track.forget_before(track.reached - 1)
    speed = np.diff(walked)[15:] * 30
    assert abs(speed.mean() - 1.2) < 0.1
    assert speed.std() < 0.12
    assert abs(walked[-1] - (0.6 + 1.2 * len(walked) / 30)) < 0.35


def test_a_feed_that_leaves_the_transition_to_us_is_smooth_too() -> None:
    track = PlacementTrack()
    walked = []
    for tick in range(120):
        track.change(tick / 30, b=closer(0.6 + 1.2 * tick / 30))
        walked.append(track.frames(tick, 1).b.position[0, 0])
    assert np.abs(np.diff(walked, 2)).max() * 900 < 6
    assert np.diff(walked)[-1] * 30 == pytest.approx(1.2, abs=0.1)


def test_nobody_walks_through_the_other() -> None:
    track = PlacementTrack()
    track.change(0.0, a=PersonPlacement((1.8, 0.0, 0.0), -90.0), transition_s=3.0)
    frames = track.frames(0, 91)
    apart = np.linalg.norm(frames.a.position - frames.b.position, axis=1)
    assert apart.min() > 0.9
    facing = np.degrees(np.arctan2(*(frames.b.position - frames.a.position)[:, [0, 2]].T)) - frames.a.yaw_deg
    assert np.abs((facing + 180) % 360 - 180).max() < 1e-6  # he keeps facing whom he walks around


def test_once_around_ends_where_it_began() -> None:
    track = PlacementTrack()
    track.change(0.0, a=Placement().a, transition_s=6.0, walk=Walk(0, 360.0))
    frames = track.frames(0, 181)
    np.testing.assert_allclose(frames.a.position[-1], Placement().a.position, atol=1e-9)
    assert frames.a.position[:, 2].min() < -1.1 and frames.a.position[:, 2].max() > 1.1
    assert track.at(180).a.yaw_deg == pytest.approx(90.0)


def test_a_change_that_comes_early_does_not_undo_a_later_one() -> None:
    track = PlacementTrack()
    track.change(4.0, b=closer(2.0), transition_s=1.0)
    track.change(1.0, b=closer(0.3), transition_s=1.0)
    assert track.at(90).b.position[0] == pytest.approx(0.3)
    assert track.at(160).b.position[0] == pytest.approx(2.0)


def test_the_past_can_be_forgotten_without_changing_the_future() -> None:
    track, kept = PlacementTrack(), PlacementTrack()
    for t in (track, kept):
        for k in range(20):
            t.change(k * 0.3, b=closer(0.6 + 0.1 * k), transition_s=0.8)
    track.forget_before(100)
    assert np.array_equal(track.frames(100, 120).b.position, kept.frames(100, 120).b.position)


def test_objects_appear_move_and_vanish() -> None:
    track = PlacementTrack(objects=[SceneObject("lamp", (1, 2, 0))])
    track.place_object(SceneObject("phone", (0, 1, 0), 0.4), 1.0)
    track.place_object(SceneObject("phone", (0, 2, 0), 0.4), 2.0, transition_s=1.0)
    track.remove_object("phone", 4.0)
    objects = track.frames(0, 150).objects
    assert objects.names == ("lamp", "phone")
    assert objects.salience[29, 1] == 0 and objects.salience[30, 1] == 0.4 and objects.salience[120, 1] == 0
    assert objects.position[75, 1, 1] == pytest.approx(1.5)
    with pytest.raises(PlacementError, match="nothing is called 'cat'"):
        track.remove_object("cat", 1.0)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [({"time_s": -1.0}, "time_s"), ({"time_s": 0.0, "transition_s": 31.0}, "transition_s")],
)
def test_a_bad_change_names_what_is_wrong(arguments: dict[str, float], named: str) -> None:
    with pytest.raises(PlacementError, match=named):
        PlacementTrack().change(b=closer(), **arguments)
    with pytest.raises(PlacementError, match="room"):
        PlacementTrack().change(0.0, b=replace(Placement().a, yaw_deg=0.0))
