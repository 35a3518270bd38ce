"""The figures of who speaks, on examples that can be counted by hand."""

import numpy as np
import pytest
from visavis.evaluation.roles import COLLAR, score


def test_late_changes_count_near_the_change_only() -> None:
    truth = np.zeros((100, 2), np.float32)
    truth[:50, 0], truth[50:, 1] = 1.0, 1.0
    held = np.zeros_like(truth)
    held[:55, 0], held[55:, 1] = 1.0, 1.0
    found = score(held, truth)
    assert found.frame_error == pytest.approx(0.05)
    assert found.confusion == pytest.approx(0.05)
    assert found.inner_error == 0.0
    assert COLLAR >= 5


def test_an_unnoticed_overlap_is_a_miss_of_one_of_two() -> None:
    truth = np.ones((10, 2), np.float32)
    held = np.tile(np.float32([1.0, 0.0]), (10, 1))
    found = score(held, truth)
    assert (found.frame_error, found.miss, found.confusion) == (1.0, 0.5, 0.0)


def test_frames_that_are_not_judged_do_not_count() -> None:
    truth, held = np.zeros((10, 2), np.float32), np.zeros((10, 2), np.float32)
    truth[:5, 0] = 1.0
    judged = np.arange(10) >= 5
    assert score(held, truth, judged).frame_error == 0.0
    assert score(held, truth).frame_error == 0.5
