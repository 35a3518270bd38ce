from itertools import pairwise

import numpy as np
import pytest

pytest.importorskip("scipy")

from visavis.corpus.acting import BLINK, GAZE, LOOK, Character, Heard, act, look_share
from visavis.corpus.arrangement import arrange
from visavis.corpus.recordings import Recording
from visavis.corpus.simulator import simulate
from visavis.state.arkit import MOUTH


def voice(seed, seconds=2.0, kind="turn"):
    rng = np.random.default_rng(seed)
    count = int(seconds * 16000)
    samples = (rng.standard_normal(count) * 0.1).astype(np.float32)
    step = 0.1
    names = ["B", "AY", "S", "EH", "M", "UW"]
    edges = np.arange(0.1, seconds - 0.2, step)
    phones = [("SIL", 0.0, 0.1)] + [(names[i % 6], float(t), float(t + step)) for i, t in enumerate(edges)]
    mouth = rng.random((int(seconds * 30), 52)).astype(np.float32) * 0.3
    return Recording(f"v{seed}", f"voice{seed}", "train", samples, phones, mouth=mouth, kind=kind)


def conversation(seed=0):
    rng = np.random.default_rng(seed)
    turns = [(i % 2, voice(i, 2.0 + i % 3)) for i in range(8)]
    return arrange(turns, [[voice(90, 0.6, "backchannel")], [voice(91, 0.6, "backchannel")]], 60.0, rng), rng


def minutes_of_behaviour(speaking_first=True, minutes=20, distance=1.2, seed=0):
    frames = minutes * 1800
    blocks = (np.arange(frames) // 150) % 2 == (0 if speaking_first else 1)
    speaking = blocks.astype(np.float32)
    heard = Heard(
        speaking, 1 - speaking, np.ones(frames, np.float32), np.arange(0, frames, 20),
        np.zeros(0, np.int64), np.flatnonzero(np.diff(speaking) != 0),
    )  # fmt: skip
    flat = np.zeros(frames, np.float32)
    character = Character(1.0, 0.0, flat, flat, flat + distance)
    return speaking > 0.5, act(heard, character, np.random.default_rng(seed))


def test_listeners_look_at_the_partner_more_than_speakers():
    speaking, motion = minutes_of_behaviour()
    look = motion[:, LOOK] > 0.5
    assert 0.30 < look[speaking].mean() < 0.60
    assert 0.62 < look[~speaking].mean() < 0.90


def test_people_look_more_from_further_away():
    assert look_share(0.6, True) < look_share(1.8, True) < look_share(3.0, True)


def test_blinks_come_about_as_often_as_people_blink():
    _, motion = minutes_of_behaviour()
    blinks = (np.diff((motion[:, BLINK] > 0.5).astype(int)) > 0).sum() / 20
    assert 15 < blinks < 33


def test_averted_looks_really_leave_the_partner():
    _, motion = minutes_of_behaviour()
    off = motion[:, LOOK] < 0.1
    angle = np.rad2deg(np.linalg.norm(motion[off][:, GAZE], axis=1))
    assert np.median(angle) > 6.0
    assert np.quantile(angle, 0.9) < 40.0


def test_the_same_seed_gives_the_same_conversation():
    one = simulate(*conversation(3))
    two = simulate(*conversation(3))
    assert np.array_equal(one.mel_mixed, two.mel_mixed)
    assert np.array_equal(one.motion, two.motion)


def test_the_truth_about_speaking_belongs_to_the_right_person():
    arrangement, rng = conversation(1)
    dyad = simulate(arrangement, rng)
    line = arrangement.lines[0]
    middle = (line.start + len(line.recording.samples) // 2) * 30 // 16000
    assert dyad.speaking[middle, line.person] == 1.0
    assert dyad.mel_own[line.person, middle].mean() > dyad.mel_own[1 - line.person, middle].mean() + 0.2


def test_one_person_never_speaks_two_lines_at_once():
    for seed in range(10):
        arrangement, _ = conversation(seed)
        for person in (0, 1):
            spans = sorted(
                (li.start, li.start + len(li.recording.samples)) for li in arrangement.lines if li.person == person
            )
            assert all(a[1] <= b[0] for a, b in pairwise(spans)), seed


def test_a_turn_spoken_louder_opens_the_mouth_further():
    pairs = []
    for seed in range(12):
        arrangement, rng = conversation(seed)
        dyad = simulate(arrangement, rng)
        for p in (0, 1):
            rows = []
            for line in (li for li in arrangement.lines if li.person == p):
                first, count = round(line.start * 30 / 16000), len(line.recording.mouth)
                made = dyad.mouth[p, first : first + count].mean() / line.recording.mouth[:, list(MOUTH)].mean()
                rows.append((dyad.mel_own[p, first + 5 : first + count - 12].mean(), made))
            pairs += [(a - rows[0][0], b / rows[0][1]) for a, b in rows[1:]]
    loudness, size = np.array(pairs).T
    assert np.corrcoef(loudness, size)[0, 1] > 0.5
    assert 0.45 < size.min() < 0.95 and 1.05 < size.max() < 2.2
