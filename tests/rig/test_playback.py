"""Poses by audio time: what is seen when frames come, stall, and come back."""

from itertools import pairwise

import numpy as np
import pytest
from visavis.rig.gaze import turn
from visavis.rig.playback import PlaybackBuffer
from visavis.rig.pose import FacePose, mix

RATE = 30


def pose(value: float, yaw: float = 0.0) -> FacePose:
    return FacePose(weights=np.full(52, value), body=turn(yaw, 0.0), position=np.array([1.0, 1.6, 0.0]))


def filled(count: int = 60) -> PlaybackBuffer:
    buffer = PlaybackBuffer()
    for i in range(count):
        buffer.push(i / RATE, pose(0.5 + 0.4 * np.sin(i / 5)))
    return buffer


def jaw(buffer: PlaybackBuffer, time: float) -> float:
    return float(buffer.sample(time).weights[17])


def test_between_two_frames_lies_their_mixture() -> None:
    buffer = PlaybackBuffer()
    buffer.push(1.0, pose(0.2))
    buffer.push(1.05, pose(0.6))
    buffer.sample(1.0)
    assert jaw(buffer, 1.0125) == pytest.approx(0.3)


def test_the_order_of_arrival_does_not_matter() -> None:
    shuffled, ordered = PlaybackBuffer(), filled(20)
    for i in np.random.default_rng(0).permutation(20):
        shuffled.push(i / RATE, pose(0.5 + 0.4 * np.sin(i / 5)))
    for time in (0.0, 0.1, 0.333, 0.5):
        assert jaw(shuffled, time) == pytest.approx(jaw(ordered, time))


def test_a_late_frame_is_waited_for_with_a_still_face_for_a_tenth_of_a_second() -> None:
    buffer = filled(10)
    last = jaw(buffer, 9 / RATE)
    assert jaw(buffer, 9 / RATE + 0.05) == last
    assert jaw(buffer, 9 / RATE + 0.099) == last


def test_then_the_face_eases_to_rest_within_three_tenths_where_it_stands() -> None:
    buffer = filled(10)
    last = jaw(buffer, 9 / RATE)
    assert 0.0 < jaw(buffer, 9 / RATE + 0.25) < last
    resting = buffer.sample(9 / RATE + 0.41)
    assert resting.weights.max() == 0.0
    np.testing.assert_allclose(resting.position, [1.0, 1.6, 0.0])


@pytest.mark.parametrize("stall", [0.03, 0.08, 0.2, 0.7])
def test_nothing_jumps_when_frames_come_back(stall: float) -> None:
    buffer = filled(10)
    times = np.arange(0.0, 9 / RATE + stall, 1 / 120)
    shown = [jaw(buffer, t) for t in times]
    for i in range(10, 90):
        buffer.push(i / RATE, pose(0.9))
    after = np.arange(times[-1] + 1 / 120, times[-1] + 0.6, 1 / 120)
    shown += [jaw(buffer, t) for t in after]
    assert shown[-1] == pytest.approx(0.9)
    settled = np.argmax(np.array(shown) > 0.899)
    assert times[-1] + 0.31 > np.concatenate([times, after])[settled]
    slope = np.abs(np.diff(shown)).max() * 120
    assert slope <= 1.5 * 0.9 / min(stall, 0.3) + 4.0, "faster than the easing itself and the face before"


def test_before_the_first_frame_the_face_rests_and_does_not_glide_in_from_the_origin() -> None:
    buffer = PlaybackBuffer()
    assert jaw(buffer, 0.0) == 0.0
    buffer.push(0.02, pose(0.8))
    buffer.push(0.06, pose(0.8))
    start = buffer.sample(0.03)
    np.testing.assert_allclose(start.position, [1.0, 1.6, 0.0])
    assert start.weights[17] < 0.1


def test_turning_past_the_back_takes_the_short_way() -> None:
    a, b = pose(0, yaw=np.radians(175)), pose(0, yaw=np.radians(-175))
    middle = mix(a, b, 0.5).body
    assert abs(middle @ turn(np.pi, 0.0)) == pytest.approx(1.0, abs=1e-9)


def test_a_seek_forgets_the_stall() -> None:
    buffer = filled(10)
    buffer.sample(0.3)
    buffer.sample(0.7)
    for i in range(100, 110):
        buffer.push(i / RATE, pose(0.7))
    assert jaw(buffer, 101 / RATE) == pytest.approx(0.7)


def test_memory_is_bounded() -> None:
    buffer = PlaybackBuffer(capacity=16)
    for i in range(100):
        buffer.push(i / RATE, pose(0.1))
    assert len(buffer._times) == 16
    for i in range(16):
        buffer.sample((84 + i) / RATE)
    assert len(buffer._times) == 1


def test_a_second_stall_within_the_way_back_does_not_cut_it_short() -> None:
    buffer = filled(10)
    times = np.arange(0.0, 2.0, 1 / 120)
    arrivals = {0.8: range(10, 25), 0.9: range(25, 28), 1.0: range(28, 31), 1.1: range(31, 90)}
    shown = []
    for before, time in pairwise(times):
        for at, numbers in arrivals.items():
            if before < at <= time:
                for i in numbers:
                    buffer.push(i / RATE, pose(0.9))
        shown.append(jaw(buffer, time))
    assert np.abs(np.diff(shown)).max() * 120 < 10.0
    assert shown[-1] == pytest.approx(0.9)


@pytest.mark.parametrize("lateness", [0.01, 0.05, 0.15])
def test_frames_that_are_always_a_little_late_are_shown_nonetheless(lateness: float) -> None:
    buffer, sent, error = PlaybackBuffer(), 0, []
    for time in np.arange(0.0, 6.0, 1 / 60):
        stalled = 2.0 < time < 3.0
        while not stalled and sent / RATE + lateness <= time:
            buffer.push(sent / RATE, pose(0.5 + 0.4 * np.sin(sent / 5)))
            sent += 1
        shown, rest = jaw(buffer, time), max(0.0, lateness + 1 / 30 - buffer.hold) / buffer.ease
        if time > 3.5:
            error.append(shown - (1 - rest) * (0.5 + 0.4 * np.sin((time - lateness) * RATE / 5)))
    assert np.abs(error).max() < 0.2


def test_whenever_frames_arrive_the_face_never_jumps() -> None:
    rng = np.random.default_rng(3)
    for _ in range(60):
        buffer = PlaybackBuffer()
        arrives = np.cumsum(rng.exponential(rng.uniform(0.0, 0.1), 240)) * (rng.random(240) < 0.3)
        arrives = np.maximum.accumulate(np.arange(240) / RATE - rng.uniform(0.0, 0.2) + 0.3 * arrives)
        sent, shown = 0, []
        for time in np.arange(0.0, 9.0, 1 / 60):
            while sent < 240 and arrives[sent] <= time:
                buffer.push(sent / RATE, pose(0.5 + 0.4 * np.sin(sent / 5)))
                sent += 1
            shown.append(jaw(buffer, time))
        # The face itself moves 0.04 a sixtieth of a second, the way to rest and back 0.08, catching up comes on top.
        assert np.abs(np.diff(shown)[1:]).max() < 0.18
