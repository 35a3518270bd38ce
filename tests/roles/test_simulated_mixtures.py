"""Simulated conversations: two different people, and a truth that keeps the turn through short pauses."""

from pathlib import Path

import numpy as np
from visavis.training.roles.mixtures import _choose, through_pauses
from visavis.training.roles.voices import Line, Voice


def test_two_voices_of_different_sex_are_a_pair_when_there_are_no_others() -> None:
    line = Line(Path("unused.wav"), 0.0, 1.0, ((0.0, 1.0),))
    voices = [Voice("1688", True, (line,), ()), Voice("1998", False, (line,), ())]
    for seed in range(20):
        pair, _ = _choose(voices, np.random.default_rng(seed))
        assert {voice.name for voice in pair} == {"1688", "1998"}


def test_a_pause_of_half_a_second_keeps_the_turn_and_a_longer_one_does_not() -> None:
    truth = np.zeros((60, 2), np.float32)
    truth[[*range(5), *range(20, 25), *range(41, 45)], 0] = 1.0
    held = through_pauses(truth)[:, 0]
    assert held[:25].all()
    assert not held[25:41].any()


def test_a_pause_in_which_the_partner_speaks_is_a_pause() -> None:
    truth = np.zeros((30, 2), np.float32)
    truth[[*range(5), *range(15, 20)], 0] = 1.0
    truth[8:10, 1] = 1.0
    assert not through_pauses(truth)[5:15, 0].any()
