"""Voices of many conversations are heard in one network call, and nobody hears the difference."""

import numpy as np
from visavis.audio import Track, read_recording
from visavis.audio.bundle import bundled_conversation
from visavis.audio.features import frame_start
from visavis.roles.stream import LIVE, RoleStream, hear_frames, open_role_stream

FRAMES = 75


def sound(which: str, start_s: float) -> np.ndarray:
    recording = read_recording(getattr(bundled_conversation(), which))
    track = Track(recording.sample_rate)
    first = round(start_s * recording.sample_rate)
    track.push(0, recording.mixed()[first : first + 4 * recording.sample_rate])
    return np.concatenate([track.take() for _ in range(FRAMES + LIVE)])


def portion(tracks: np.ndarray, frame: int) -> np.ndarray:
    return tracks[:, frame_start(frame) : frame_start(frame + 1)]


def test_each_conversation_says_what_it_says_alone() -> None:
    sounds = [np.stack([sound("a", at), sound("b", at)]) for at in (0.0, 3.0, 7.5)]
    sounds += [sound("mixed", 1.0)[None], np.zeros((2, frame_start(FRAMES + LIVE)), np.float32)]

    def streams() -> list[RoleStream]:
        return [open_role_stream(separate=len(tracks) == 2) for tracks in sounds]

    alone, together = streams(), streams()
    spoken = 0.0
    for frame in range(FRAMES + LIVE):
        for stream, tracks in zip(alone, sounds):
            stream.hear(portion(tracks, frame))
        order = np.random.default_rng(frame).permutation(len(sounds))
        hear_frames([together[i] for i in order], [portion(sounds[i], frame) for i in order])
        if frame >= LIVE:
            for one, other in zip(alone, together):
                np.testing.assert_array_equal(one.decide(frame - LIVE), other.decide(frame - LIVE))
                spoken += float(one.decide(frame - LIVE).max())
    assert spoken > FRAMES
