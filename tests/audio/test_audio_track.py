import numpy as np
import pytest
from visavis.audio.features import LogMel, frame_start
from visavis.audio.track import FrameBuffer, Track
from visavis.errors import InvalidInput


def ones(count: int) -> np.ndarray:
    return np.ones(count, np.float32)


def test_a_gap_is_silence() -> None:
    track = Track(16000)
    track.push(0, ones(100))
    track.push(400, ones(133))
    frame = track.take()
    assert frame[:100].all() and not frame[100:400].any() and frame[400:].all()


def test_a_clock_makes_silence_known() -> None:
    track = Track(16000)
    assert track.frames_known == 0
    track.clock(16000)
    assert track.frames_known == 30
    assert not track.take().any()


def test_sound_over_sound_names_the_field_and_changes_nothing() -> None:
    track = Track(16000)
    track.push(0, ones(600))
    with pytest.raises(InvalidInput, match=r"599 lies before 600.*sent before") as refused:
        track.push(599, ones(10))
    assert refused.value.field == "audio.start_sample"
    track.push(600, ones(10))
    assert track.end == 610


def test_sound_in_declared_silence_is_refused() -> None:
    track = Track(16000)
    track.push(0, ones(10))
    track.clock(1000)
    with pytest.raises(InvalidInput, match="declared silent by a clock"):
        track.push(500, ones(10))


def test_a_clock_that_runs_backwards_is_refused_and_one_behind_the_sound_is_not() -> None:
    track = Track(16000)
    track.push(0, ones(1000))
    track.clock(500)
    assert track.end == 1000
    with pytest.raises(InvalidInput) as refused:
        track.clock(499)
    assert refused.value.field == "clock.up_to_sample"


def test_a_frame_that_is_not_known_is_not_given_before_the_end() -> None:
    track = Track(48000)
    track.push(0, ones(1500))
    with pytest.raises(RuntimeError):
        track.take()
    track.finish()
    assert len(track.take()) == 533


def test_sound_is_let_go_of_when_it_has_left() -> None:
    track = Track(48000)
    for second in range(20):
        track.push(second * 48000, ones(48000))
        while track.next_frame < track.frames_known:
            track.take()
        assert track.pending_samples <= 2 * 48000


def test_an_hour_of_silence_by_gap_costs_nothing_to_hold() -> None:
    track = Track(48000)
    track.push(3600 * 48000, ones(10))
    assert track.pending_samples == 10
    assert track.frames_known == 3600 * 30


def test_a_track_that_begins_later_drops_what_was_before() -> None:
    track = Track(16000, first_frame=60)
    track.push(0, ones(16000))
    assert track.pending_samples == 0
    track.push(32000, ones(534))
    assert track.take().all()


def test_features_from_the_buffer_are_those_of_the_whole_track() -> None:
    sound = np.random.default_rng(3).normal(0, 0.1, 16000 * 7).astype(np.float32)
    mel, buffer = LogMel(), FrameBuffer()
    for frame in range(7 * 30):
        buffer.append(sound[frame_start(frame) : frame_start(frame + 1)])
        recent = mel.columns(buffer.samples, frame - buffer.first_frame, 1)
        np.testing.assert_array_equal(recent, mel.columns(sound, frame, 1))
