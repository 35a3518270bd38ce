import numpy as np
import pytest
from visavis.evaluation.behaviour import PUBLISHED, figures
from visavis.state.person import DyadState, PersonState


def person(frames, on, speaking, blinks=()):
    lids = np.zeros((frames, 2), np.float32)
    for at in blinks:
        lids[at : at + 4] = 1.0
    zeros = np.zeros((frames, 3), np.float32)
    return PersonState(
        np.zeros((frames, 52), np.float32), zeros, zeros, zeros, zeros, zeros, lids,
        np.ones(frames, np.int8), zeros, on.astype(np.float32), np.full(frames, -1, np.int16),
        speaking.astype(np.float32),
    )  # fmt: skip


def test_figures_count_what_happened():
    frames = 1800
    half = np.arange(frames) < 900
    a = person(frames, ~half, half, blinks=range(60, 1800, 90))
    b = person(frames, np.ones(frames, bool), ~half)
    found = figures([DyadState(0, 30, a, b)])
    assert set(found) == set(PUBLISHED)
    assert found["gaze_on_partner_speaking"] == pytest.approx(0.5)
    assert found["gaze_on_partner_listening"] == pytest.approx(1.0)
    assert found["blinks_per_minute"] == pytest.approx(10.0)
    assert found["mutual_gaze_share"] == pytest.approx(0.5)
    assert found["mutual_episode_s"] == pytest.approx(30.0)
    assert found["head_yaw_sd_deg"] == 0.0


def test_every_published_range_names_its_source():
    assert all(p.low < p.high and len(p.source) > 10 for p in PUBLISHED.values())
