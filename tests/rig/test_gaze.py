"""The look re-aimed at the partner who is really there."""

import numpy as np
import pytest
from visavis.rig.gaze import GazeInput, GazeSettings, GazeSolver, direction, forward, rotate, turn
from visavis.rig.rotations import multiply_quaternions

FRAME = 1 / 30
AHEAD = np.array([0.0, 0.0, 1.2])


def given(target: np.ndarray, wanted: float = 1.0, eyes: tuple[float, float] = (0.0, 0.0), **more: object) -> GazeInput:
    values: dict = {
        "stream_target": AHEAD,
        "scene_target": target,
        "wanted": wanted,
        "head": turn(0.0, 0.0),
        "left_eye": turn(*eyes),
        "right_eye": turn(*eyes),
        "stream_eye_distance": 0.06,
        "scene_eye_distance": 0.06,
    }
    return GazeInput(**(values | more))


def look(solver: GazeSolver, frame: GazeInput, seconds: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean direction of the eyes, of the head, of the chest after some time: (yaw, pitch) in body axes."""
    for _ in range(round(seconds / FRAME)):
        result = solver.step(frame, FRAME)
    head = multiply_quaternions(result.chest, result.head)
    eyes = [
        rotate(multiply_quaternions(head, eye), np.array([0, 0, 1.0])) for eye in (result.left_eye, result.right_eye)
    ]
    return (
        direction(np.mean(eyes, axis=0)),
        direction(rotate(head, np.array([0, 0, 1.0]))),
        direction(rotate(result.chest, np.array([0, 0, 1.0]))),
    )


@pytest.mark.parametrize(("yaw", "pitch"), [(20, 0), (-35, 10), (60, -20), (-80, 5), (0, 25)])
def test_the_eyes_arrive_at_the_target(yaw: float, pitch: float) -> None:
    target = 1.5 * forward(np.radians([yaw, pitch]))
    eyes, head, _ = look(GazeSolver(), given(target), 4.0)
    np.testing.assert_allclose(np.degrees(eyes), [yaw, pitch], atol=0.6)
    assert abs(head[0]) < abs(np.radians(yaw)) + 1e-9


def test_eyes_arrive_first_then_the_head_then_the_chest() -> None:
    target = 1.5 * forward(np.radians([24.0, 0.0]))
    solver = GazeSolver()
    eyes, head, chest = look(solver, given(target), 0.13)
    late_eyes, late_head, late_chest = look(solver, given(target), 3.0)
    assert eyes[0] > 0.95 * late_eyes[0]
    assert head[0] < 0.75 * late_head[0] and chest[0] < 0.4 * late_chest[0]


def test_an_eye_never_turns_beyond_its_limit() -> None:
    solver = GazeSolver()
    limit = GazeSettings().eye_limit[0]
    for yaw in (40, 90, 140, -140):
        for _ in range(40):
            result = solver.step(given(forward(np.radians([yaw, 0.0]))), FRAME)
            for eye in (result.left_eye, result.right_eye):
                assert abs(direction(rotate(eye, np.array([0, 0, 1.0])))[0]) <= limit + 1e-6


def test_a_target_behind_is_looked_for_over_the_shoulder_without_twisting_through() -> None:
    eyes, _, chest = look(GazeSolver(), given(forward(np.radians([170.0, 0.0]))), 5.0)
    assert np.radians(95) < eyes[0] < np.radians(160)
    assert abs(chest[0]) <= GazeSettings().chest_limit[0] + 1e-9


def test_the_streams_saccades_stay_on_top() -> None:
    target = 1.5 * forward(np.radians([15.0, 0.0]))
    solver = GazeSolver()
    steady, _, _ = look(solver, given(target), 4.0)
    moved = solver.step(given(target, eyes=(0.08, -0.03)), 0.0)
    head = multiply_quaternions(moved.chest, moved.head)
    now = direction(rotate(multiply_quaternions(head, moved.left_eye), np.array([0, 0, 1.0])))
    then_left = direction(
        rotate(multiply_quaternions(head, solver.step(given(target), 0.0).left_eye), np.array([0, 0, 1.0]))
    )
    np.testing.assert_allclose(now - then_left, [0.08, -0.03], atol=0.004)
    assert steady[0] == pytest.approx(np.radians(15.0), abs=0.01)


def test_looking_away_is_left_to_the_stream() -> None:
    solver = GazeSolver()
    frame = given(forward(np.radians([50.0, 10.0])), wanted=0.0, eyes=(0.3, -0.1), head=turn(0.2, -0.1, 0.05))
    result = solver.step(frame, FRAME)
    np.testing.assert_allclose(result.head, frame.head, atol=1e-9)
    np.testing.assert_allclose(result.left_eye, frame.left_eye, atol=1e-9)
    np.testing.assert_allclose(result.chest, [1, 0, 0, 0], atol=1e-12)


def test_when_the_partner_stands_where_the_stream_assumed_nothing_changes() -> None:
    frame = given(AHEAD, eyes=(0.1, 0.05), head=turn(0.1, 0.1, 0.1))
    result = GazeSolver().step(frame, 1.0)
    np.testing.assert_allclose(result.left_eye, frame.left_eye, atol=1e-9)
    np.testing.assert_allclose(result.head, frame.head, atol=1e-9)


def test_a_nearer_partner_makes_the_eyes_converge() -> None:
    solver = GazeSolver()
    for _ in range(60):
        result = solver.step(given(np.array([0.0, 0.0, 0.3])), FRAME)
    left, right = (direction(rotate(e, np.array([0, 0, 1.0])))[0] for e in (result.left_eye, result.right_eye))
    assert left < 0 < right
    assert right - left == pytest.approx(2 * (np.arctan(0.03 / 0.3) - np.arctan(0.03 / 1.2)), abs=1e-6)


def test_wanting_and_not_wanting_comes_without_a_jump() -> None:
    solver, target = GazeSolver(), forward(np.radians([25.0, 0.0]))
    last, steps = None, []
    for i in range(60):
        result = solver.step(given(target, wanted=float((i // 20) % 2)), FRAME)
        head = multiply_quaternions(result.chest, result.head)
        yaw = direction(rotate(multiply_quaternions(head, result.left_eye), np.array([0, 0, 1.0])))[0]
        steps.append(0.0 if last is None else abs(yaw - last))
        last = yaw
    assert max(steps) < np.radians(10.0)
