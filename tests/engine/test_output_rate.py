import numpy as np
import pytest
from tiny import cut, run, table, tiny_engine, voice
from visavis.engine import ConversationOptions, Frames
from visavis.engine.interpolation import between_rotations

SOUND = voice(2.0, 16000)


def person(fps: int, name: str) -> np.ndarray:
    outputs = run(tiny_engine(), ConversationOptions(16000, fps=fps), cut(SOUND))
    return np.concatenate([getattr(o.state.a, name) for o in outputs if isinstance(o, Frames)])


def test_every_other_frame_at_60_is_an_engine_frame_and_the_rest_lie_between() -> None:
    arkit = person(60, "arkit")
    np.testing.assert_allclose(arkit[1:-1:2], (arkit[0:-2:2] + arkit[2::2]) / 2, atol=1e-6)
    np.testing.assert_array_equal(arkit[-1], arkit[-2])  # after the last engine frame nothing moves on
    assert len(np.unique(arkit[:, 17])) > 60


def test_frames_at_24_lie_a_quarter_of_the_way_on_each_time() -> None:
    fast, slow = person(60, "head_position"), person(24, "head_position")
    times_fast, times_slow = np.arange(len(fast)) / 60, np.arange(len(slow)) / 24
    for axis in range(3):
        np.testing.assert_allclose(slow[:, axis], np.interp(times_slow, times_fast, fast[:, axis]), atol=1e-6)


@pytest.mark.parametrize("fps", [24, 25, 50, 60])
def test_what_is_looked_at_changes_in_steps(fps: int) -> None:
    assert set(np.unique(person(fps, "gaze_kind"))) <= {1, 2, 3, 4}


def test_times_count_from_the_start() -> None:
    outputs = run(tiny_engine(), ConversationOptions(16000, fps=25), cut(SOUND))
    frames = [o for o in outputs if isinstance(o, Frames)]
    assert frames[0].first == 0 and all(f.state.fps == 25 for f in frames)
    assert len(table(outputs)) == 50


def test_a_rotation_between_turns_at_constant_speed_on_the_shortest_way() -> None:
    left = np.array([[0, 0, 3.0]], np.float32)
    right = np.array([[0, 0, -3.0]], np.float32)
    shares = np.array([0, 0.25, 0.5, 1], np.float32)
    turned = np.array([between_rotations(left, right, np.array([s], np.float32))[0] for s in shares])
    way = 2 * np.pi - 6
    expected = 3.0 + way * shares
    expected[expected > np.pi] -= 2 * np.pi
    np.testing.assert_allclose(np.cos(turned[:, 2]), np.cos(expected), atol=1e-5)
    np.testing.assert_allclose(np.sin(turned[:, 2]), np.sin(expected), atol=1e-5)


def test_a_rotation_between_equal_ones_is_that_one() -> None:
    same = np.random.default_rng(0).normal(0, 1, (20, 3)).astype(np.float32)
    np.testing.assert_allclose(between_rotations(same, same, np.full(20, 0.3, np.float32)), same, atol=1e-6)
