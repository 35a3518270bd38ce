"""Who speaks, streaming: sources by trust, corrections, determinism, how well."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from visavis.audio.features import frame_start
from visavis.evaluation.roles import score
from visavis.roles import (
    BALANCED,
    LIVE,
    LabelledTime,
    Participant,
    RoleEventKind,
    RoleSource,
    RoleSpan,
    RoleStream,
    make_voice_print,
    open_role_stream,
    read_roles,
    revise,
)

Sound = NDArray[np.float32]
A, B = Participant.A, Participant.B


def listen(stream: RoleStream, tracks: Sound, look_ahead: int = LIVE) -> Sound:
    """Decisions of a stream about all frames of (tracks, n)."""
    count = -(-tracks.shape[1] * 30 // 16000)
    padded = np.zeros((len(tracks), frame_start(count + look_ahead)), np.float32)
    padded[:, : tracks.shape[1]] = tracks
    rows = []
    for frame in range(count + look_ahead):
        stream.hear(padded[:, frame_start(frame) : frame_start(frame + 1)])
        if frame >= look_ahead:
            rows.append(stream.decide(frame - look_ahead))
    return np.stack(rows)


@pytest.fixture(scope="module")
def truth(conversation: Sound, rttm: Path) -> Sound:
    labels = LabelledTime()
    labels.add(read_roles(rttm))
    return labels.activity(-(-len(conversation) * 30 // 16000))


def test_separate_tracks_tell_who_speaks(people: tuple[Sound, Sound], truth: Sound) -> None:
    stream = open_role_stream(separate=True)
    assert stream.source is RoleSource.TRACKS
    length = min(map(len, people))
    both = listen(stream, np.stack([person[:length] for person in people]))
    found = score(both, truth[: len(both)])
    assert found.frame_error < 0.15
    assert found.confusion < 0.01
    kinds = {event.kind for event in stream.events()}
    assert {RoleEventKind.TURN_BEGAN, RoleEventKind.TURN_ENDED} <= kinds


def test_a_voice_that_leaks_into_the_other_track_is_not_the_other_person(people: tuple[Sound, Sound]) -> None:
    own = people[0][: 6 * 16000]
    both = listen(open_role_stream(separate=True), np.stack([own, own * np.float32(0.1)]))
    assert (both[:, 0] > 0.5).mean() > 0.3
    assert (both[:, 1] > 0.5).mean() < 0.02


def test_enrolled_voices_are_told_apart_in_one_track(
    conversation: Sound, people: tuple[Sound, Sound], truth: Sound
) -> None:
    a, b = (make_voice_print(person[20 * 16000 :], 16000) for person in people)
    stream = open_role_stream(voice_a=a, voice_b=b)
    assert stream.source is RoleSource.VOICE_PRINTS
    found = score(listen(stream, conversation[None]), truth)
    assert found.confusion < 0.08
    assert found.frame_error < 0.22
    swapped = score(listen(open_role_stream(voice_a=b, voice_b=a), conversation[None])[:, ::-1], truth)
    assert abs(swapped.frame_error - found.frame_error) < 0.02


def test_without_any_help_both_voices_are_found_and_the_first_is_a(conversation: Sound, truth: Sound) -> None:
    stream = open_role_stream()
    assert stream.source is RoleSource.AUTOMATIC
    found = score(listen(stream, conversation[None], BALANCED), truth)
    assert found.confusion < 0.15
    second = listen(open_role_stream(first_speaker=B), conversation[None, : 4 * 16000])
    assert (second[:, 1] > 0.5).sum() > 45
    assert (second[:, 0] > 0.5).sum() == 0


def test_hearing_the_whole_revises_what_was_said_live(conversation: Sound, truth: Sound) -> None:
    whole, events, source = revise(conversation[None])
    assert source is RoleSource.AUTOMATIC
    assert whole.shape == truth.shape
    assert score(whole, truth).confusion < 0.08
    assert [e.time_s for e in events] == sorted(e.time_s for e in events)


def test_the_same_sound_gives_the_same_bits(conversation: Sound) -> None:
    part = conversation[None, : 10 * 16000]
    assert np.array_equal(listen(open_role_stream(), part), listen(open_role_stream(), part))


def test_labelled_time_is_the_truth_as_far_as_it_goes(conversation: Sound) -> None:
    stream = open_role_stream(spans=[RoleSpan(B, 0.0, 1.0)], known_until_s=2.0)
    assert stream.source is RoleSource.SPANS
    both = listen(stream, conversation[None, : 4 * 16000])
    assert np.array_equal(both[:60], np.repeat([[0.0, 1.0], [0.0, 0.0]], 30, axis=0).astype(np.float32))
    assert both[60:105].max() > 0.5


def test_labels_may_come_and_be_corrected_in_mid_stream() -> None:
    stream, silence = open_role_stream(), np.zeros((1, 16000 * 4), np.float32)
    rows = []
    for frame in range(100):
        if frame == 30:
            stream.label([RoleSpan(A, 1.0, 3.0)])
        if frame == 60:
            stream.label([RoleSpan(B, 2.0, 3.0)], replace=True)
        stream.hear(silence[:, frame_start(frame) : frame_start(frame + 1)])
        if frame >= LIVE:
            rows.append(stream.decide(frame - LIVE))
    both = np.stack(rows)
    assert both[35:50, 0].min() == 1.0
    assert both[62:88, 1].min() == 1.0
    assert both[62:88, 0].max() == 0.0
    with pytest.raises(ValueError, match=r"spans\[0\]\.end_s"):
        stream.label([RoleSpan(A, 2.0, 1.0)])


def test_labels_teach_the_voices(conversation: Sound, rttm: Path, truth: Sound) -> None:
    spans = [span for span in read_roles(rttm) if span.end_s < 13.0]
    both = listen(open_role_stream(spans=spans, known_until_s=13.0), conversation[None])
    assert score(both[390:], truth[390:]).confusion < 0.1


def test_a_frame_asked_about_twice_is_told_once(conversation: Sound) -> None:
    once, twice = open_role_stream(), open_role_stream()
    listen(once, conversation[None, : 8 * 16000])
    for frame in range(240):
        twice.hear(conversation[None, frame_start(frame) : frame_start(frame + 1)])
        if frame >= LIVE + 1:
            twice.decide(frame - LIVE - 1)
            twice.decide(frame - LIVE)
    kinds = [(e.kind, e.participant) for e in twice.events()]
    assert kinds == [(e.kind, e.participant) for e in once.events()][: len(kinds)]


@pytest.mark.parametrize("shape", [(1, 500), (2, 533), (533,)])
def test_a_frame_of_another_size_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="frame 0 needs"):
        open_role_stream().hear(np.zeros(shape, np.float32))


def test_silence_is_nobody() -> None:
    assert listen(open_role_stream(), np.zeros((1, 32000), np.float32)).max() < 0.3
    assert revise(np.zeros((1, 0), np.float32))[0].shape == (0, 2)
