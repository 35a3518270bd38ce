"""What is printed about performed behaviour can be trusted: known head motions give known figures."""

import numpy as np
import pytest
from visavis.evaluation.performed import figures, head_figures, perform
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import BEHAVIOUR_SIZE, field_slice

FRAMES = 300


def conversation():
    """Two people sitting still, looking at each other; the first talks, then the second."""
    packed = np.zeros((2, FRAMES, BEHAVIOUR_SIZE), np.float32)
    packed[..., field_slice("look")] = 1.0
    talks = np.arange(FRAMES) < FRAMES // 2
    dyad = {"speaking": np.stack([talks, ~talks], 1)}
    return packed[..., : len(MOUTH)], packed[..., len(MOUTH) :], dyad


def test_people_told_to_look_at_each_other_are_measured_as_doing_so():
    made = figures([perform(*conversation(), seed=3)])
    assert made["gaze_on_partner_listening"] > 0.5
    assert made["gaze_angle_median_deg"] < 4
    assert made["listener_opening"] < 0.02


def test_a_shaking_head_is_told_from_a_slow_one():
    dyad = perform(*conversation(), seed=3)
    t = np.arange(FRAMES) / dyad.fps
    for person in (dyad.a, dyad.b):
        person.head_rotation = np.zeros((FRAMES, 3), np.float32)
        person.head_rotation[:, 1] = np.deg2rad(8) * np.sin(2 * np.pi * 0.5 * t)
    slow = head_figures([dyad])
    # the speed of 8 degrees at 0.5 Hz is a cosine of height 8 pi, its median 8 pi / sqrt(2)
    assert slow["head_speed_p50_deg_s"] == pytest.approx(8 * np.pi / np.sqrt(2), rel=0.03)
    assert slow["head_slow_share"] == 1.0
    assert slow["head_fast_power"] < 0.01
    for person in (dyad.a, dyad.b):
        person.head_rotation[:, 0] = np.deg2rad(2) * np.sin(2 * np.pi * 9 * t)
    shaking = head_figures([dyad])
    assert shaking["head_fast_power"] > 0.5
    assert shaking["head_slow_share"] < 0.6
