"""Gaze figures measure where the eyes point, not what motion says of itself."""

from dataclasses import replace

import numpy as np
import pytest
from motion_dyads import behaviour, conversation, perform
from visavis.evaluation.gaze import angle_to_partner, figures, turn_edges
from visavis.state import DyadState


@pytest.fixture(scope="module")
def dyad() -> DyadState:
    a, b, speaking = conversation(1500)
    return perform(a, b, speaking=speaking)


def test_looks_on_the_partner_meet_the_partners_eyes(dyad: DyadState) -> None:
    found = figures([dyad])
    assert found["gaze_angle_median_deg"] < 3.0
    assert found["gaze_off_angle_median_deg"] > 9.0
    assert found["eye_turn_max_deg"] < 42.0
    assert 0.05 < found["gaze_mouth_share"] < 0.4


def test_an_eye_turned_aside_is_seen_whatever_is_claimed(dyad: DyadState) -> None:
    turned = dyad.a.left_eye + np.float32([0.0, np.radians(20), 0.0])
    cheat = replace(dyad.a, left_eye=turned, right_eye=dyad.a.right_eye + np.float32([0.0, np.radians(20), 0.0]))
    honest, caught = angle_to_partner(dyad.a, dyad.b), angle_to_partner(cheat, dyad.b)
    settled = dyad.a.gaze_on_partner > 0.99
    assert np.median(caught[settled]) > np.median(honest[settled]) + 14


def test_looking_away_at_the_start_and_back_at_the_end_of_long_utterances_is_counted() -> None:
    talk = np.zeros((300, 2), np.float32)
    talk[60:180, 0] = 1.0  # four seconds
    talk[200:230, 0] = 1.0  # too short to count
    look = np.ones(300)
    look[50:90] = 0.0
    person = perform(behaviour(300, look, (0.5, 0.0)), behaviour(300), speaking=talk).a
    assert turn_edges(person, 30) == ([True], [True])
    steady = replace(person, gaze_on_partner=np.ones(300, np.float32))
    assert turn_edges(steady, 30) == ([False], [True])
    absent = replace(person, gaze_on_partner=np.zeros(300, np.float32))
    assert turn_edges(absent, 30) == ([True], [False])
