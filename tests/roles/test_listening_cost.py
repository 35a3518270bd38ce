"""What is not needed is not listened to, and what is listened to together sounds the same."""

import numpy as np
import pytest
from visavis.audio import read_recording
from visavis.audio.bundle import bundled_conversation
from visavis.audio.features import frame_start
from visavis.audio.track import Track
from visavis.roles import Participant, RoleSpan, open_role_stream
from visavis.roles.activity import VoiceActivity, hear_together
from visavis.roles.stream import LISTEN_AHEAD


@pytest.fixture(scope="module")
def voices() -> list[np.ndarray]:
    """4 s of A's and of B's track at 16 kHz."""
    sounds = []
    for path in (bundled_conversation().a, bundled_conversation().b):
        recording = read_recording(path)
        track = Track(recording.sample_rate)
        track.push(0, recording.mixed()[: 4 * recording.sample_rate])
        sounds.append(np.concatenate([track.take() for _ in range(track.frames_known)]))
    return sounds


def test_tracks_heard_together_say_the_same_as_alone(voices: list[np.ndarray]) -> None:
    together, alone = [VoiceActivity(), VoiceActivity()], [VoiceActivity(), VoiceActivity()]
    highest = 0.0
    for frame in range(119):
        pieces = [voice[frame_start(frame) : frame_start(frame + 1)] for voice in voices]
        both = hear_together(together, pieces)
        assert both == [listener.hear(piece) for listener, piece in zip(alone, pieces)]
        highest = max(highest, *both)
    assert highest > 0.9


def test_digital_silence_is_nobodys_speech_and_forgets_what_was() -> None:
    listener = VoiceActivity()
    noise = np.random.default_rng(0).normal(0, 0.3, 5 * 512).astype(np.float32)
    first = [listener.hear(noise[i : i + 512]) for i in range(0, len(noise), 512)]
    assert listener.hear(np.zeros(1024, np.float32)) == 0.0
    again = [listener.hear(noise[i : i + 512]) for i in range(0, len(noise), 512)]
    assert again == first


def test_while_labels_say_all_nothing_is_listened_to(voices: list[np.ndarray], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("visavis.roles.stream.MixedHearing", lambda *_: pytest.fail("it listened"))
    stream = open_role_stream(spans=[RoleSpan(Participant.A, 0.5, 1.0)], known_until_s=60.0)
    rows = []
    for frame in range(60):
        stream.hear(voices[0][None, frame_start(frame) : frame_start(frame + 1)])
        rows.append(stream.decide(frame))
    assert [float(row[0]) for row in rows] == [0.0] * 15 + [1.0] * 15 + [0.0] * 30


def test_listening_begins_before_the_labels_end(voices: list[np.ndarray]) -> None:
    mixed = (voices[0] + voices[1])[None]
    known_until = (LISTEN_AHEAD + 10) / 30
    stream = open_role_stream(spans=[RoleSpan(Participant.B, 0.0, known_until)])
    for frame in range(LISTEN_AHEAD + 40):
        place = frame_start(frame % 100)
        size = frame_start(frame + 1) - frame_start(frame)
        stream.hear(mixed[:, place : place + size])
        if frame >= 5:
            both = stream.decide(frame - 5)
            if frame - 5 < LISTEN_AHEAD:
                assert both[1] == 1.0
    assert both.max() > 0.0  # it goes on by ear
