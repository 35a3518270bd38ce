from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from visavis.audio.features import SAMPLE_RATE, frame_start
from visavis.audio.resample import DELAY_S, Resampler, transition_width
from visavis.audio.track import Track

RATES = (8000, 11025, 12000, 16001, 22050, 24000, 32000, 44100, 47999, 48000)


def resampled(rate: int, sound: np.ndarray, cuts: list[int] | None = None) -> np.ndarray:
    """All whole frames of a sound that arrives cut at `cuts`."""
    track, frames = Track(rate), []
    borders = [0, *sorted(cuts or []), len(sound)]
    for start, stop in pairwise(borders):
        if stop > start:
            track.push(start, sound[start:stop].astype(np.float32))
        while track.next_frame < track.frames_known:
            frames.append(track.take())
    return np.concatenate(frames) if frames else np.zeros(0, np.float32)


def tone(rate: int, hertz: float, seconds: float = 0.5) -> np.ndarray:
    return np.sin(2 * np.pi * hertz * np.arange(int(rate * seconds)) / rate)


def error_db(rate: int, hertz: float) -> float:
    """Power of the difference from the ideal (the tone if 16 kHz can carry it, else silence), against the tone's."""
    out = resampled(rate, tone(rate, hertz))
    times = np.arange(len(out)) / SAMPLE_RATE - DELAY_S
    ideal = np.sin(2 * np.pi * hertz * times) if hertz < SAMPLE_RATE / 2 else np.zeros(len(out))
    return float(10 * np.log10(np.mean((out - ideal)[200:] ** 2) / 0.5))


@pytest.mark.parametrize("rate", RATES)
def test_a_tone_keeps_its_shape_at_every_rate(rate: int) -> None:
    highest = min(rate, SAMPLE_RATE) / 2 - 1.25 * transition_width(72.0)
    for hertz in (100.0, 440.0, 1000.0, 2500.0, highest):
        assert error_db(rate, hertz) < -60, f"{hertz} Hz"


@pytest.mark.parametrize("rate", [22050, 32000, 44100, 48000])
def test_what_16_khz_cannot_carry_does_not_fold_down(rate: int) -> None:
    for hertz in (9000.0, 10500.0):
        assert error_db(rate, hertz) < -60, f"{hertz} Hz"


def test_sound_at_16_khz_passes_untouched() -> None:
    sound = np.random.default_rng(1).normal(size=16000).astype(np.float32)
    np.testing.assert_array_equal(resampled(16000, sound), sound)


@settings(max_examples=40, deadline=None)
@given(rate=st.integers(8000, 48000), seed=st.integers(0, 99), cuts=st.lists(st.integers(0, 7000), max_size=12))
def test_the_bits_do_not_depend_on_how_the_sound_was_cut(rate: int, seed: int, cuts: list[int]) -> None:
    sound = np.random.default_rng(seed).normal(0, 0.2, 7000)
    np.testing.assert_array_equal(resampled(rate, sound, cuts), resampled(rate, sound))


@pytest.mark.parametrize("rate", [8000, 12345, 16000, 44100, 48000])
def test_a_frame_waits_for_no_sample_after_its_own_end(rate: int) -> None:
    resampler = Resampler(rate)
    for frame in (0, 1, 2, 29, 30, 1000):
        assert resampler.end_input(frame) <= -(-(frame + 1) * rate // 30)
        known = resampler.end_input(frame)
        assert resampler.frames_in(known) == frame + 1
        assert resampler.frames_in(known - 1) == frame


def test_frames_have_the_length_the_features_expect() -> None:
    out = resampled(44100, np.zeros(44100))
    assert len(out) == frame_start(30) == 16000
