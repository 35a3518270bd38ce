"""The shipped network and the open head on the bundled conversation, end to end."""

import numpy as np
import pytest
from tiny import table
from visavis.audio import read_recording
from visavis.audio.bundle import bundled_conversation
from visavis.engine import AudioLayout, ConversationOptions, Engine, Frames, LookAhead, Output, bake
from visavis.roles import Participant, RoleSpan, read_roles
from visavis.state.arkit import ARKIT_INDEX

SECONDS = 7.0


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(device="cpu", threads=1)


@pytest.fixture(scope="module")
def sound() -> tuple[int, np.ndarray]:
    recording = read_recording(bundled_conversation().mixed)
    return recording.sample_rate, recording.mixed()[: int(SECONDS * recording.sample_rate)]


@pytest.fixture(scope="module")
def spans() -> tuple[RoleSpan, ...]:
    return tuple(read_roles(bundled_conversation().rttm))


def baked(engine: Engine, sound: tuple[int, np.ndarray], look_ahead: LookAhead, **options: object) -> list[Output]:
    settings = ConversationOptions(sound[0], look_ahead=look_ahead, **options)  # type: ignore[arg-type]
    return list(bake(engine, settings, [sound[1]]))


def column(outputs: list[Output], who: str, name: str) -> np.ndarray:
    return np.concatenate([getattr(getattr(o.state, who), name) for o in outputs if isinstance(o, Frames)])


@pytest.mark.parametrize("look_ahead", list(LookAhead))
def test_lips_move_on_who_speaks_and_rest_on_who_listens(
    engine: Engine, sound: tuple[int, np.ndarray], spans: tuple[RoleSpan, ...], look_ahead: LookAhead
) -> None:
    outputs = baked(engine, sound, look_ahead, spans=spans, known_until_s=SECONDS)
    jaw = ARKIT_INDEX["jawOpen"]
    for who in ("a", "b"):
        speaking = column(outputs, who, "speaking") > 0.5
        quiet = np.convolve(speaking, np.ones(15), "same") == 0  # half a second from any speech of theirs
        opening = column(outputs, who, "arkit")[:, jaw]
        if speaking.sum() > 30:
            assert opening[speaking].mean() > 0.08 and opening[speaking].std() > 0.02
        if quiet.sum() > 10:
            assert opening[quiet].mean() < 0.05
    assert column(outputs, "a", "speaking").max() > 0.5


def test_frames_are_flame_frames_of_the_open_head(
    engine: Engine, sound: tuple[int, np.ndarray], spans: tuple[RoleSpan, ...]
) -> None:
    outputs = baked(engine, sound, LookAhead.OFFLINE, spans=spans, known_until_s=SECONDS)
    frames = [output for output in outputs if isinstance(output, Frames)]
    assert frames[0].a.expression.shape[1] == engine.rig.expression_size
    assert sum(map(len, frames)) == 30 * SECONDS
    jaw = np.concatenate([f.a.jaw for f in frames])
    assert jaw[:, 0].max() > 0.02 and np.isfinite(jaw).all()
    eyes = np.concatenate([f.b.translation for f in frames])
    assert np.abs(eyes[:, 0] - 0.6).max() < 0.2 and np.abs(eyes[:, 1] - 1.5).max() < 0.2


def test_the_bits_do_not_depend_on_messages_or_company(
    engine: Engine, sound: tuple[int, np.ndarray], spans: tuple[RoleSpan, ...]
) -> None:
    rate, samples = sound[0], sound[1][: 3 * sound[0]]
    alone = list(bake(engine, ConversationOptions(rate, spans=spans, known_until_s=9), [samples]))
    busy = Engine(network=engine.network, rig=engine.rig)
    others = [busy.open(ConversationOptions(rate, AudioLayout.SEPARATE, seed=i)) for i in range(5)]
    conversation = busy.open(ConversationOptions(rate, spans=spans, known_until_s=9))
    rng, outputs, place = np.random.default_rng(0), [], 0
    while place < len(samples):
        length = int(rng.integers(1, 3000))
        conversation.push_audio(None, place, samples[place : place + length])
        place += length
        for number, other in enumerate(others):
            if place > 9000 * number:
                other.clock(Participant.B, place // 2)
                other.clock(Participant.A, place)
        if rng.random() < 0.7:
            busy.tick()
            outputs += conversation.poll()
    conversation.finish()
    while busy.tick():
        outputs += conversation.poll()
    np.testing.assert_array_equal(table([*outputs, *conversation.poll()]), table(alone))


def test_every_rate_of_sound_says_the_same(engine: Engine, spans: tuple[RoleSpan, ...]) -> None:
    """Sampling at 48 kHz and at 16 kHz gives nearly the same lips: 2 ms apart, as the resampler says."""
    times = np.arange(3 * 48000) / 48000
    wave = 0.3 * np.sin(2 * np.pi * 140 * times) * (0.5 + 0.5 * np.sin(2 * np.pi * 3 * times))
    wave += 0.1 * np.sin(2 * np.pi * 700 * times) * (0.5 + 0.5 * np.sin(2 * np.pi * 5 * times))
    labels = (RoleSpan(Participant.A, 0.0, 3.0),)
    jaws = []
    for rate in (48000, 16000):
        samples = wave[:: 48000 // rate].astype(np.float32)
        outputs = baked(engine, (rate, samples), LookAhead.LIVE, spans=labels, known_until_s=3)
        jaws.append(column(outputs, "a", "arkit")[:, ARKIT_INDEX["jawOpen"]])
    assert np.abs(jaws[0] - jaws[1]).mean() < 0.02
