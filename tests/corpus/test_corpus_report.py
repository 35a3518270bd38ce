from itertools import pairwise

import numpy as np
import pytest

pytest.importorskip("scipy")

from visavis.corpus.acting import BLINK, HEAD, LOOK
from visavis.corpus.arrangement import arrange
from visavis.corpus.recordings import Recording
from visavis.corpus.report import ROWS, measure, table
from visavis.model.config import MOTION_SIZE, MOUTH_SIZE


def conversation(frames=1800):
    """A speaks for 10 s, half a second of silence, B for 10 s, and so on; both look, A blinks every 3 s."""
    speaking = np.zeros((frames, 2), np.float16)
    for start in range(0, frames, 630):
        speaking[start : start + 300, 0] = 1
        speaking[start + 315 : start + 615, 1] = 1
    motion = np.zeros((2, frames, MOTION_SIZE), np.float32)
    motion[..., LOOK] = 1
    motion[0, ::90, BLINK] = 1
    motion[..., HEAD] = np.deg2rad(5.0) * np.sin(np.arange(frames) / 40)[None, :, None]
    relation = np.tile(np.array([0, 1, 0, 0, 0, 1], np.float32), (2, frames, 1))
    mouth = np.zeros((2, frames, MOUTH_SIZE), np.float32)
    return {"speaking": speaking, "motion": motion, "relation": relation, "mouth": mouth}


def test_the_report_measures_what_was_simulated():
    found = measure([conversation()])
    assert set(found) == set(ROWS)
    assert found["gap_mean"] == pytest.approx(500, abs=1) and found["gap_median"] == pytest.approx(500, abs=1)
    assert found["speech_min"] == pytest.approx(57.5, abs=1.5) and found["overlap_min"] == 0
    assert found["look_speaking"] == 1.0 and found["mutual_share"] == 1.0
    assert found["blinks"] == pytest.approx(9.5, abs=0.6)
    assert found["head_yaw"] == pytest.approx(5 / np.sqrt(2), rel=0.05)
    assert found["distance"] == pytest.approx(1.2, abs=0.01)
    assert found["jaw_mean"] == 0


def test_a_quantity_out_of_its_range_is_marked():
    found = {name: (row.low + row.high) / 2 for name, row in ROWS.items()}
    assert "**" not in table(found, 1.0) and f"{len(ROWS)} of {len(ROWS)} inside." in table(found, 1.0)
    assert "| **90 /min** | 17 to 33 |" in table({**found, "blinks": 90.0}, 1.0)


def speech(seed, lead, seconds, tail, kind="turn"):
    """Sound that begins after `lead` seconds of silence and is followed by `tail`."""
    edges = np.arange(lead, lead + seconds, 0.2)
    phones = [("AA", float(t), float(t + 0.2)) for t in edges]
    count = int((lead + seconds + tail) * 16000)
    return Recording(f"r{seed}", f"v{seed}", "train", np.zeros(count, np.float32), phones, kind=kind)


def test_gaps_are_between_sounds_and_not_between_recordings():
    gaps = []
    for seed in range(40):
        turns = [(i % 2, speech(i, 0.4, 3.0, 0.5)) for i in range(8)]
        lines = arrange(turns, [[], []], 100.0, np.random.default_rng(seed)).lines
        starts = [li.start / 16000 + 0.4 for li in lines]
        gaps += [b - (a + 3.0) for a, b in pairwise(starts)]
    assert 0.1 < np.mean(gaps) < 0.32
    assert -0.02 < np.median(gaps) < 0.2
    assert 0.2 < np.mean(np.array(gaps) < 0) < 0.5


def test_back_channels_come_about_as_often_as_people_give_them():
    count = spoken = 0
    for seed in range(30):
        pauses = [("AA", 0.1 + 1.6 * i, 1.5 + 1.6 * i) for i in range(6)]
        phones = [p for s in pauses for p in (s, ("SIL", s[2], s[2] + 0.2))][:-1]
        talk = Recording("t", "a", "train", np.zeros(int(9.8 * 16000), np.float32), phones)
        mhm = [speech(k, 0.0, 0.4, 0.0, "backchannel") for k in range(4)]
        lines = arrange([(0, talk)] * 5, [[], mhm], 100.0, np.random.default_rng(seed)).lines
        count += sum(li.person == 1 for li in lines)
        spoken += 5 * 9.5
    assert 700 < count / spoken * 3600 < 1300
