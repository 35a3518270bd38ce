import numpy as np
from visavis.evaluation.lips import compare, correlation, matched
from visavis.evaluation.real_lips import bands_to_shapes, loudness_to_jaw, speech_span, tracked_clips


def mouth(fps, lag=0.0, seconds=3.0):
    t = np.arange(int(seconds * fps)) / fps - lag
    opening = 0.1 + 0.1 * np.sin(2 * np.pi * 2.3 * t)
    return np.stack([opening, 0.8 - 0.5 * opening, 0.2 + 0.1 * np.cos(t)], axis=1).astype(np.float32)


def test_a_mouth_compared_with_itself_is_perfect_at_any_frame_rate():
    figures, (hits, found, real) = compare(mouth(30), 30, mouth(25), 25, (0.2, 2.8))
    assert figures.opening > 0.99 and figures.width > 0.99 and figures.protrusion > 0.99
    assert figures.closure_f1 > 0.99 and hits == found == real > 3
    assert abs(figures.lag_ms) <= 10


def test_a_late_mouth_is_said_to_be_late():
    figures, _ = compare(mouth(30, lag=0.08), 30, mouth(25), 25, (0.2, 2.6))
    assert 60 <= figures.lag_ms <= 100


def test_a_mouth_half_as_large_has_half_the_amplitude():
    small = mouth(30)
    small[:, 0] = 0.1 + (small[:, 0] - 0.1) / 2
    figures, _ = compare(small, 30, mouth(25), 25, (0.2, 2.8))
    assert abs(figures.amplitude - 0.5) < 0.03


def test_a_mouth_that_never_closes_finds_no_closures():
    open_mouth = mouth(30) + 0.2
    figures, (hits, found, _) = compare(open_mouth, 30, mouth(25), 25, (0.2, 2.8))
    assert figures.closure_f1 == 0.0 and hits == found == 0


def test_one_closure_matches_only_one():
    assert matched([1.0], [0.98, 1.02]) == 1
    assert matched([1.0, 2.0], [1.05, 2.2]) == 1


def test_a_still_mouth_correlates_with_nothing():
    assert correlation(np.zeros(10), np.arange(10.0)) == 0.0


def test_baselines_move_with_sound_and_rest_in_silence():
    rng = np.random.default_rng(0)
    sound = np.zeros(48000, np.float32)
    sound[16000:32000] = rng.standard_normal(16000) * 0.1
    for baseline in (loudness_to_jaw, bands_to_shapes):
        weights = baseline(sound)
        assert weights.shape == (90, 52)
        assert weights[40:50].max() > 0.15
    assert loudness_to_jaw(sound)[:20].max() < 0.01
    start, end = speech_span(sound)
    assert 0.9 < start < 1.05 and 1.95 < end < 2.1


def test_the_measured_clips_ship_with_their_source():
    clips = tracked_clips()
    assert len(clips) == 5
    assert all(len(c["frames"]) == 75 and c["fps"] == 25 for c in clips)
