"""For one sound, look-ahead and seed the frames are the same, bit for bit, whatever happens around them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import cut, run, table, tiny_engine, voice
from visavis.engine import AudioLayout, ConversationOptions, Frames, LookAhead, bake
from visavis.roles import Participant

A, B = Participant
SOUND = voice(1.7, 22050)
SEPARATE = (voice(1.5, 16000, 1), voice(1.1, 16000, 2))


@pytest.fixture(scope="module")
def whole() -> dict[LookAhead, np.ndarray]:
    """Frames of SOUND pushed at once."""
    return {
        look_ahead: table(run(tiny_engine(), ConversationOptions(22050, look_ahead=look_ahead), cut(SOUND)))
        for look_ahead in LookAhead
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, len(SOUND) - 1), max_size=30), st.integers(1, 5), st.sampled_from(list(LookAhead)))
def test_cutting_the_sound_anywhere_changes_nothing(
    whole: dict[LookAhead, np.ndarray], borders: list[int], tick_every: int, look_ahead: LookAhead
) -> None:
    options = ConversationOptions(22050, look_ahead=look_ahead)
    pieces = table(run(tiny_engine(), options, cut(SOUND, *borders), tick_every))
    np.testing.assert_array_equal(pieces, whole[look_ahead])


@pytest.mark.parametrize("milliseconds", [20, 100])
def test_streaming_in_equal_messages_changes_nothing(whole: dict[LookAhead, np.ndarray], milliseconds: int) -> None:
    borders = range(0, len(SOUND), 22050 * milliseconds // 1000)
    streamed = table(run(tiny_engine(), ConversationOptions(22050), cut(SOUND, *borders)))
    np.testing.assert_array_equal(streamed, whole[LookAhead.LIVE])


@pytest.mark.parametrize("look_ahead", list(LookAhead))
def test_bake_is_converse_with_the_same_look_ahead(whole: dict[LookAhead, np.ndarray], look_ahead: LookAhead) -> None:
    baked = table(list(bake(tiny_engine(), ConversationOptions(22050, look_ahead=look_ahead), [SOUND])))
    np.testing.assert_array_equal(baked, whole[look_ahead])


def test_two_tracks_may_arrive_in_any_order() -> None:
    options = ConversationOptions(16000, AudioLayout.SEPARATE)
    a, b = SEPARATE
    one_after_the_other = table(run(tiny_engine(), options, [(A, 0, a), (B, 0, b)]))
    pushes = []
    for start in range(0, len(a), 1000):
        pushes.append((A, start, a[start : start + 1000]))
        late = start - 5000
        if late >= 0 and late < len(b):
            pushes.append((B, late, b[late : late + 1000]))
    pushes += [(B, start, b[start : start + 1000]) for start in range(late + 1000, len(b), 1000)]
    np.testing.assert_array_equal(table(run(tiny_engine(), options, pushes)), one_after_the_other)
    np.testing.assert_array_equal(table(list(bake(tiny_engine(), options, SEPARATE))), one_after_the_other)


def test_the_layout_may_be_decided_by_the_first_message() -> None:
    pushes = [(A, 0, SEPARATE[0]), (B, 0, SEPARATE[1])]
    said = table(run(tiny_engine(), ConversationOptions(16000, AudioLayout.SEPARATE), pushes))
    found = table(run(tiny_engine(), ConversationOptions(16000, AudioLayout.UNSPECIFIED), pushes))
    np.testing.assert_array_equal(found, said)


def test_other_conversations_in_the_same_pass_change_nothing(whole: dict[LookAhead, np.ndarray]) -> None:
    engine = tiny_engine()
    others = [engine.open(ConversationOptions(16000, seed=i, look_ahead=LookAhead(1 + i % 3))) for i in range(7)]
    for number, other in enumerate(others):
        other.push_audio(None, 100 * number, voice(1.0 + 0.1 * number, 16000, number))
    late = table(run(engine, ConversationOptions(22050), cut(SOUND, *range(0, len(SOUND), 441))))
    np.testing.assert_array_equal(late, whole[LookAhead.LIVE])
    assert max(rows for _, rows in engine.network.calls) > 3  # type: ignore[attr-defined]


def test_the_same_seed_gives_the_same_frames_and_another_seed_other_eyes() -> None:
    first, again, other = (
        [o for o in run(tiny_engine(), ConversationOptions(22050, seed=seed), cut(SOUND)) if isinstance(o, Frames)]
        for seed in (7, 7, 8)
    )
    np.testing.assert_array_equal(table(first), table(again))
    eyes = [np.concatenate([f.state.a.left_eye for f in frames]) for frames in (first, other)]
    assert np.abs(eyes[0] - eyes[1]).max() > 0.01
    mouths = [np.concatenate([f.state.a.arkit[:, 17] for f in frames]) for frames in (first, other)]
    np.testing.assert_array_equal(*mouths)
