"""Whoever begins a long turn looks away more often than not, and back when it ends; short answers change nothing."""

import numpy as np
from motion_dyads import behaviour, perform
from visavis.evaluation.gaze import turn_edges
from visavis.motion.chance import Chance
from visavis.motion.turn_edges import SHARE, TurnEdges


def turns(count: int, seconds: float, pause: float) -> np.ndarray:
    """(T, 2) of which A speaks in turns of equal length."""
    spell = [1.0] * round(30 * seconds) + [0.0] * round(30 * pause)
    voice = np.array([0.0] * 60 + spell * count)
    return np.stack([voice, np.zeros_like(voice)], axis=1)


def test_long_turns_begin_with_a_look_away_and_end_with_one_back_as_often_as_peoples_do() -> None:
    speaking = turns(60, 4.0, 3.0)
    for look, edge in ((1.0, 0), (0.0, 1)):  # a network that always looks, and one that never does
        one = behaviour(len(speaking), look, (0.4, 0.1))
        share = np.mean(turn_edges(perform(one, one, speaking=speaking).a, 30)[edge])
        assert SHARE - 0.15 < share < SHARE + 0.15


def test_a_short_answer_makes_nobody_look_away() -> None:
    speaking = turns(20, 0.25, 2.0)
    edges, chance = TurnEdges(), Chance.of(1, 0)
    looks = [edges.step(k / 30, 0.8, bool(voice >= 0.5), chance) for k, voice in enumerate(speaking[:, 0])]
    assert set(looks) == {0.8}


def test_a_pause_within_a_turn_is_no_new_turn() -> None:
    voice = np.array([0.0] * 30 + ([1.0] * 60 + [0.0] * 4) * 10)
    edges, chance = TurnEdges(), Chance.of(3, 0)
    looks = np.array([edges.step(k / 30, 0.8, bool(v), chance) for k, v in enumerate(voice)])
    assert np.count_nonzero(np.diff((looks == 0.0).astype(int)) > 0) <= 1


def test_pauses_do_not_cut_utterances_in_the_measure() -> None:
    one = behaviour(300, 1.0)
    speaking = np.zeros((300, 2))
    speaking[60:120, 0] = speaking[129:200, 0] = 1.0  # a pause of 0.3 s
    starts, ends = turn_edges(perform(one, one, speaking=speaking).a, 30)
    assert len(starts) == 1 and len(ends) == 1
