"""How a conversation behaves towards its owner, in fair weather and foul."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import cut, run, table, tiny_engine, voice
from visavis.engine import (
    FRAME_RATES,
    AudioLayout,
    Conversation,
    ConversationOptions,
    Engine,
    Frames,
    LookAhead,
    Notice,
    Output,
    PersonStyle,
    SceneChange,
    Summary,
    bake,
)
from visavis.errors import FailedPrecondition, InvalidInput, LimitExceeded
from visavis.roles import Participant, RoleEvent, RoleSource, RoleSpan
from visavis.scene import PersonPlacement, SceneObject
from visavis.scene.pose_text import PoseReading

A, B = Participant
SEPARATE = AudioLayout.SEPARATE


def frames_of(outputs: list[Output]) -> list[Frames]:
    return [output for output in outputs if isinstance(output, Frames)]


def drain(engine: Engine, conversation: Conversation) -> list[Output]:
    outputs = []
    while engine.tick():
        outputs += conversation.poll()
    return outputs + conversation.poll()


def finish(engine: Engine, conversation: Conversation) -> list[Output]:
    conversation.finish()
    return drain(engine, conversation)


def assert_sound(outputs: list[Output], count: int) -> None:
    """`count` frames of finite numbers, weights within bounds, then a summary."""
    numbers = table(outputs)
    assert len(numbers) == count and np.isfinite(numbers).all()
    for frames in frames_of(outputs):
        for person in (frames.state.a, frames.state.b):
            assert person.arkit.min() >= 0 and person.arkit.max() <= 1
    summary = outputs[-1]
    assert isinstance(summary, Summary) and summary.frames == count
    assert sum(isinstance(output, Summary) for output in outputs) == 1


# Time.


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([8000, 16000, 44100]), st.sampled_from(FRAME_RATES), st.integers(1, 15000),
    st.sampled_from(list(LookAhead)),
)  # fmt: skip
def test_every_length_gives_exactly_its_frames(rate: int, fps: int, samples: int, look_ahead: LookAhead) -> None:
    options = ConversationOptions(rate, fps=fps, look_ahead=look_ahead)
    outputs = run(tiny_engine(), options, cut(voice(2.0, rate)[:samples], samples // 2))
    assert_sound(outputs, -(-samples * fps // rate))


@pytest.mark.parametrize("fps", FRAME_RATES)
@pytest.mark.parametrize("rate", [8000, 16000, 44100])
def test_a_live_frame_is_there_200_ms_after_its_time(rate: int, fps: int) -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(rate, fps=fps))
    sound, made, sent = voice(1.0, rate), 0, 0
    for millisecond in range(5, 1001, 5):
        upto = rate * millisecond // 1000
        conversation.push_audio(None, sent, sound[sent:upto])
        sent = upto
        made += sum(len(f) for f in frames_of(drain(engine, conversation)))
        owed = int((millisecond - 200) * fps // 1000) + 1 if millisecond >= 200 else 0
        assert made >= owed


def test_what_comes_later_than_the_look_ahead_changes_nothing() -> None:
    sound = voice(2.0, 16000)
    other = sound.copy()
    other[16000 + 3200 :] = voice(2.0, 16000, 5)[16000 + 3200 :]
    first, second = (table(run(tiny_engine(), ConversationOptions(16000), cut(s))) for s in (sound, other))
    np.testing.assert_array_equal(first[:31], second[:31])
    assert not np.array_equal(first[31:40], second[31:40])


def test_balanced_hears_further_than_live() -> None:
    sound = voice(2.0, 16000)
    live, balanced = (
        table(run(tiny_engine(), ConversationOptions(16000, look_ahead=look_ahead), cut(sound)))
        for look_ahead in (LookAhead.LIVE, LookAhead.BALANCED)
    )
    assert live.shape == balanced.shape and not np.array_equal(live, balanced)


def test_a_resumed_conversation_begins_at_its_time_and_counts_on() -> None:
    sound = voice(3.0, 16000)
    options = ConversationOptions(16000, resume_at_s=2.05)
    outputs = run(tiny_engine(), options, [(None, 32800, sound[32800:])])
    frames = frames_of(outputs)
    assert frames[0].first == 62  # the first frame at or after 2.05 s
    assert_sound(outputs, 90 - 62)


def test_a_recording_resumed_offline_goes_on_with_the_same_frames() -> None:
    sound = voice(3.0, 16000)
    options = ConversationOptions(16000, look_ahead=LookAhead.OFFLINE)
    whole = table(run(tiny_engine(), options, cut(sound)))
    rest = table(
        run(tiny_engine(), ConversationOptions(16000, look_ahead=LookAhead.OFFLINE, resume_at_s=2), cut(sound))
    )
    np.testing.assert_array_equal(rest, whole[60:])


# Sound as it comes.


def test_silence_keeps_both_alive() -> None:
    outputs = run(tiny_engine(), ConversationOptions(16000), cut(np.zeros(16000 * 12, np.float32)))
    assert_sound(outputs, 360)
    lids = np.concatenate([f.state.a.eyelids[:, 0] for f in frames_of(outputs)])
    assert lids.max() > 0.9  # somebody blinked
    assert np.concatenate([f.state.a.speaking for f in frames_of(outputs)]).max() < 0.5


def test_a_clock_alone_gives_the_frames_of_silence() -> None:
    for layout in AudioLayout:
        engine = tiny_engine()
        conversation = engine.open(ConversationOptions(16000, layout))
        for second in (1, 2, 3):
            conversation.clock(None, 16000 * second)
            while engine.tick():
                pass
            assert conversation.frames_made == 30 * second - 5
        assert_sound(finish(engine, conversation), 90)


def test_a_gap_is_silence() -> None:
    sound = voice(1.0, 16000)
    silence = np.zeros(8000, np.float32)
    gap = run(tiny_engine(), ConversationOptions(16000), [(None, 0, sound), (None, 24000, sound)])
    filled = run(tiny_engine(), ConversationOptions(16000), cut(np.concatenate([sound, silence, sound])))
    np.testing.assert_array_equal(table(gap), table(filled))


def test_an_overlap_is_refused_and_the_conversation_goes_on() -> None:
    engine, sound = tiny_engine(), voice(2.0, 16000)
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, sound[:16000])
    outputs = drain(engine, conversation)
    with pytest.raises(InvalidInput) as refused:
        conversation.push_audio(None, 15999, sound[:100])
    assert refused.value.field == "audio.start_sample"
    conversation.push_audio(None, 16000, sound[16000:])
    outputs += finish(engine, conversation)
    np.testing.assert_array_equal(table(outputs), table(run(tiny_engine(), ConversationOptions(16000), cut(sound))))


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_sound_that_is_no_number_is_refused_and_what_was_made_stays(bad: float) -> None:
    engine, sound = tiny_engine(), voice(1.0, 16000)
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, sound)
    broken = sound.copy()
    broken[500] = bad
    with pytest.raises(InvalidInput) as refused:
        conversation.push_audio(None, 16000, broken)
    assert refused.value.field == "audio.samples"
    assert_sound(finish(engine, conversation), 30)


def test_what_is_too_loud_is_clipped_and_told_once() -> None:
    loud = 30 * voice(1.0, 16000)
    outputs = run(tiny_engine(), ConversationOptions(16000), cut(loud, 4000, 8000))
    notices = [output for output in outputs if isinstance(output, Notice)]
    assert [notice.code for notice in notices] == ["audio_clipped"]
    clipped = run(tiny_engine(), ConversationOptions(16000), cut(np.clip(loud, -1, 1)))
    np.testing.assert_array_equal(table(outputs), table(clipped))


def test_two_people_shouting_at_once() -> None:
    shout = np.sign(voice(2.0, 48000)) * 1.0
    options = ConversationOptions(48000, SEPARATE, fps=60)
    assert_sound(run(tiny_engine(), options, [(A, 0, shout), (B, 0, -shout)]), 120)


def test_one_sample_is_one_frame() -> None:
    for look_ahead in LookAhead:
        for fps in FRAME_RATES:
            options = ConversationOptions(8000, look_ahead=look_ahead, fps=fps)
            assert_sound(run(tiny_engine(), options, [(None, 0, np.ones(1, np.float32))]), 1)


def test_nothing_at_all_is_a_summary() -> None:
    for layout in AudioLayout:
        for look_ahead in LookAhead:
            options = ConversationOptions(16000, layout, look_ahead=look_ahead)
            assert run(tiny_engine(), options, []) == [Summary(0, 0.0, 0.0, 0.0, 0.0)]


def test_the_longer_track_decides_how_long_it_lasts() -> None:
    options = ConversationOptions(16000, SEPARATE)
    outputs = run(tiny_engine(), options, [(B, 0, voice(2.0, 16000)), (A, 0, voice(0.5, 16000, 1))])
    assert_sound(outputs, 60)
    assert isinstance(outputs[-1], Summary) and outputs[-1].audio_s == 2.0


def test_a_track_that_lags_holds_the_frames_back() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000, SEPARATE))
    conversation.push_audio(A, 0, voice(2.0, 16000))
    while engine.tick():
        pass
    assert conversation.frames_made == 0
    conversation.clock(B, 16000)
    while engine.tick():
        pass
    assert conversation.frames_made == 25


# What is refused.


@pytest.mark.parametrize(
    ("options", "field"),
    [
        (ConversationOptions(4000), "sample_rate"),
        (ConversationOptions(96000), "sample_rate"),
        (ConversationOptions(fps=29), "fps"),
        (ConversationOptions(seed=-1), "seed"),
        (ConversationOptions(seed=2**64), "seed"),
        (ConversationOptions(resume_at_s=-1), "resume_at_s"),
        (ConversationOptions(resume_at_s=float("nan")), "resume_at_s"),
        (ConversationOptions(style_a=PersonStyle(articulation=3)), "style_a.articulation"),
        (ConversationOptions(style_b=PersonStyle(mood=-2)), "style_b.mood"),
        (ConversationOptions(spans=(RoleSpan(A, 2, 1),)), "roles"),
        (ConversationOptions(scene=SceneChange(time_s=-1)), "scene.time_s"),
        (ConversationOptions(scene=SceneChange(transition_s=31)), "scene.transition_s"),
        (ConversationOptions(scene=SceneChange(pose_text="x" * 513)), "scene.pose_text"),
        (ConversationOptions(scene=SceneChange(a=PersonPlacement((0, 0, 99), 0))), "scene.placement.a.position.z"),
        (ConversationOptions(scene=SceneChange(objects=(SceneObject(""),))), "scene.objects[0].name"),
    ],
)  # fmt: skip
def test_options_that_cannot_be_are_refused_by_name(options: ConversationOptions, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        tiny_engine().open(options)
    assert refused.value.field == field


def test_another_rig_is_refused() -> None:
    with pytest.raises(FailedPrecondition) as refused:
        tiny_engine().open(ConversationOptions(rig_id="flame-2023"))
    assert refused.value.field == "rig_id"
    assert tiny_engine().open(ConversationOptions(rig_id="tiny-rig")).header.rig_id == "tiny-rig"


def test_sound_of_the_wrong_person_is_refused() -> None:
    mixed = tiny_engine().open(ConversationOptions(16000))
    separate = tiny_engine().open(ConversationOptions(16000, SEPARATE))
    for conversation, participant in ((mixed, A), (separate, None)):
        with pytest.raises(InvalidInput) as refused:
            conversation.push_audio(participant, 0, voice(0.1, 16000))
        assert refused.value.field == "audio.participant"


def test_times_that_cannot_be_are_refused() -> None:
    conversation = tiny_engine().open(ConversationOptions(16000))
    conversation.clock(None, 100)
    for call, field in [
        (lambda: conversation.push_audio(None, -1, voice(0.1, 16000)), "audio.start_sample"),
        (lambda: conversation.push_audio(None, 10**12, voice(0.1, 16000)), "audio.start_sample"),
        (lambda: conversation.clock(None, 99), "clock.up_to_sample"),
        (lambda: conversation.clock(None, -5), "clock.up_to_sample"),
        (lambda: conversation.clock(None, 10**12), "clock.up_to_sample"),
    ]:
        with pytest.raises(InvalidInput) as refused:
            call()
        assert refused.value.field == field


def test_a_clock_refused_on_one_track_moves_neither() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000, SEPARATE))
    conversation.clock(B, 16000)
    with pytest.raises(InvalidInput):
        conversation.clock(None, 8000)
    conversation.push_audio(A, 0, voice(1.0, 16000))
    assert_sound(finish(engine, conversation), 30)


def test_sound_that_nobody_works_on_is_held_up_to_a_limit() -> None:
    conversation = tiny_engine().open(ConversationOptions(8000))
    second = np.zeros(8000, np.float32)
    with pytest.raises(LimitExceeded):
        for number in range(1000):
            conversation.push_audio(None, number * 8000, second)
    assert 100 < conversation.known_s < 200


def test_after_the_end_nothing_is_taken() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000))
    conversation.finish()
    conversation.finish()
    for call in (
        lambda: conversation.push_audio(None, 0, voice(0.1, 16000)),
        lambda: conversation.clock(None, 10),
        lambda: conversation.set_roles([]),
        lambda: conversation.set_scene(SceneChange()),
    ):
        with pytest.raises(FailedPrecondition):
            call()


# Roles and scene.


def test_labelled_time_says_who_speaks() -> None:
    spans = (RoleSpan(A, 0.0, 1.0), RoleSpan(B, 1.0, 2.0))
    options = ConversationOptions(16000, spans=spans, known_until_s=2.0)
    outputs = run(tiny_engine(), options, cut(voice(2.0, 16000)))
    a, b = (np.concatenate([getattr(f.state, who).speaking for f in frames_of(outputs)]) for who in ("a", "b"))
    assert a[:30].min() == 1 and a[30:].max() == 0 and b[:30].max() == 0 and b[30:].min() == 1
    assert isinstance(outputs[-1], Summary)
    assert (outputs[-1].speaking_a_s, outputs[-1].speaking_b_s) == (1.0, 1.0)
    assert any(isinstance(output, RoleEvent) and output.participant is B for output in outputs)


def test_labels_may_come_while_it_runs_and_bake_agrees() -> None:
    spans = [RoleSpan(B, 0.2, 0.8), RoleSpan(A, 1.0, 1.6)]
    sound = voice(2.0, 16000)
    for look_ahead in LookAhead:
        engine = tiny_engine()
        conversation = engine.open(ConversationOptions(16000, look_ahead=look_ahead))
        conversation.set_roles(spans[:1], 0.9)
        conversation.push_audio(None, 0, sound[:12000])
        outputs = drain(engine, conversation)
        conversation.set_roles(spans[1:], 2.0)
        conversation.push_audio(None, 12000, sound[12000:])
        outputs += finish(engine, conversation)
        options = ConversationOptions(16000, look_ahead=look_ahead, spans=tuple(spans), known_until_s=2.0)
        np.testing.assert_array_equal(table(outputs), table(list(bake(tiny_engine(), options, [sound]))))


def test_a_correction_refused_changes_nothing() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000))
    with pytest.raises(InvalidInput) as refused:
        conversation.set_roles([RoleSpan(A, 0.0, 1.0), RoleSpan(B, 5.0, 4.0)])
    assert refused.value.field == "roles"
    conversation.push_audio(None, 0, np.zeros(16000, np.float32))
    outputs = finish(engine, conversation)
    assert isinstance(outputs[-1], Summary) and outputs[-1].speaking_a_s == 0.0


@pytest.mark.parametrize(
    ("layout", "spans", "source"),
    [
        (AudioLayout.MIXED, (), RoleSource.AUTOMATIC),
        (AudioLayout.MIXED, (RoleSpan(A, 0, 1),), RoleSource.SPANS),
        (AudioLayout.SEPARATE, (RoleSpan(A, 0, 1),), RoleSource.TRACKS),
        (AudioLayout.UNSPECIFIED, (), None),
    ],
)
def test_the_header_says_where_roles_come_from(
    layout: AudioLayout, spans: tuple[RoleSpan, ...], source: RoleSource | None
) -> None:
    header = tiny_engine().open(ConversationOptions(16000, layout, spans=spans, seed=5)).header
    assert header.role_source is source
    assert (header.fps, header.look_ahead_ms, header.model_id, header.seed) == (30, 200, "tiny-1", 5)


def heads(outputs: list[Output]) -> np.ndarray:
    return np.concatenate([f.state.a.head_position for f in frames_of(outputs)])


def test_the_scene_at_open_holds_from_the_first_frame() -> None:
    near = SceneChange(a=PersonPlacement((-0.3, 0, 0), 90), b=PersonPlacement((0.3, 0, 0), -90))
    for look_ahead in LookAhead:
        options = ConversationOptions(16000, scene=near, look_ahead=look_ahead)
        assert np.abs(heads(run(tiny_engine(), options, cut(voice(1.0, 16000))))[:, 0] + 0.3).max() < 0.1


def test_a_change_happens_at_its_time_whenever_it_was_sent() -> None:
    step = SceneChange(time_s=1.0, a=PersonPlacement((-1.5, 0, 0), 90), transition_s=0.5)
    sound = voice(2.5, 16000)
    moved = []
    for early in (True, False):
        engine = tiny_engine()
        conversation = engine.open(ConversationOptions(16000))
        if early:
            conversation.set_scene(step)
        conversation.push_audio(None, 0, sound[:8000])
        outputs = drain(engine, conversation)
        if not early:
            conversation.set_scene(step)
        conversation.push_audio(None, 8000, sound[8000:])
        moved.append(outputs + finish(engine, conversation))
    np.testing.assert_array_equal(table(moved[0]), table(moved[1]))
    place = heads(moved[0])[:, 0]
    assert np.abs(place[:29] + 0.6).max() < 0.1 and np.abs(place[-20:] + 1.5).max() < 0.1
    baked = list(bake(tiny_engine(), ConversationOptions(16000, look_ahead=LookAhead.LIVE), [sound], scene=[step]))
    np.testing.assert_array_equal(table(baked), table(moved[0]))


def test_a_change_in_the_past_happens_now() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, voice(1.0, 16000))
    before = drain(engine, conversation)
    conversation.set_scene(SceneChange(time_s=0.1, a=PersonPlacement((-1.5, 0, 0), 90), transition_s=0.0))
    after = finish(engine, conversation)
    assert np.abs(heads(before)[:, 0] + 0.6).max() < 0.1
    assert np.abs(heads(after)[-1, 0] + 1.5) < 0.1


def test_things_are_named_and_gone_things_must_have_been_there() -> None:
    engine = tiny_engine()
    conversation = engine.open(
        ConversationOptions(16000, scene=SceneChange(objects=(SceneObject("clock", (0, 2, 2), 1.0),)))
    )
    with pytest.raises(InvalidInput) as refused:
        conversation.set_scene(SceneChange(removed_objects=("lamp",)))
    assert refused.value.field == "scene.removed_objects"
    conversation.push_audio(None, 0, voice(0.5, 16000))
    assert frames_of(finish(engine, conversation))[0].object_names == ("clock",)


# What goes wrong inside.


def test_a_conversation_that_breaks_breaks_alone() -> None:
    engine = tiny_engine()
    good, bad = engine.open(ConversationOptions(16000)), engine.open(ConversationOptions(16000))
    for conversation in (good, bad):
        conversation.push_audio(None, 0, voice(1.0, 16000))
    outputs = [*good.poll()]
    for _ in range(12):
        engine.tick()
    bad.making.perform = None  # type: ignore[method-assign,union-attr,assignment]
    made = bad.frames_made
    outputs += finish(engine, good)
    assert_sound(outputs, 30)
    assert bad.failed and bad.ended
    assert len(table(bad.poll())) == made > 0  # what was made before still comes
    with pytest.raises(TypeError):
        bad.poll()
    engine.close(bad)
    assert not engine.conversations


def test_a_network_that_breaks_ends_what_it_was_working_on() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, voice(1.0, 16000))
    engine.network.fail_at = ("decode", 1)  # type: ignore[attr-defined]
    while engine.tick():
        pass
    with pytest.raises(RuntimeError, match="the network broke"):
        conversation.poll()
    with pytest.raises(FailedPrecondition):
        conversation.push_audio(None, 16000, voice(1.0, 16000))


def test_a_closed_conversation_costs_nothing_more() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, voice(1.0, 16000))
    engine.close(conversation)
    engine.close(conversation)
    assert engine.tick() == 0


def test_many_conversations_share_one_call() -> None:
    engine = tiny_engine()
    conversations = [engine.open(ConversationOptions(16000)) for _ in range(16)]
    for conversation in conversations:
        conversation.push_audio(None, 0, voice(1.0, 16000))
    while engine.tick():
        pass
    calls = engine.network.calls  # type: ignore[attr-defined]
    assert {rows for part, rows in calls if part == "decode"} == {16}
    assert len([part for part, _ in calls if part == "decode"]) == 25


# Bake.


def test_bake_tells_how_far_it_is() -> None:
    seen: list[tuple[int, int]] = []
    options = ConversationOptions(16000, look_ahead=LookAhead.OFFLINE, fps=25)
    outputs = list(bake(tiny_engine(), options, [voice(5.0, 16000)], progress=lambda *at: seen.append(at)))
    assert_sound(outputs, 125)
    assert seen == sorted(seen) and seen[-1] == (125, 125)


@pytest.mark.parametrize(
    ("tracks", "field"),
    [([], "tracks"), ([np.zeros(0, np.float32)], "tracks[0].samples"), ([np.zeros(5, np.float32)] * 3, "tracks"),
     ([np.zeros(5, np.float32), np.full(5, np.nan, np.float32)], "tracks[1].samples")],
)  # fmt: skip
def test_recordings_that_cannot_be_are_refused(tracks: list[np.ndarray], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        bake(tiny_engine(), ConversationOptions(16000), tracks)
    assert refused.value.field == field


def test_a_long_live_conversation_does_not_grow() -> None:
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000, SEPARATE))
    sizes = []
    for second in range(40):
        for who in (A, B):
            conversation.push_audio(who, second * 16000, voice(1.0, 16000, second))
        drain(engine, conversation)
        assert conversation.making is not None
        sizes.append(conversation.making.hearing.pending_samples)
    assert max(sizes) < 2 * 16000


def test_a_pose_text_at_open_says_where_they_stand() -> None:
    scene = SceneChange(pose_text="They stand two metres apart, facing each other.")
    engine = tiny_engine()
    conversation = engine.open(ConversationOptions(16000, scene=scene))
    pose = conversation.header.pose
    assert pose is not None and pose.confidence >= 0.5 and pose.transition_s == 0.0
    conversation.push_audio(None, 0, voice(0.5, 16000))
    outputs = finish(engine, conversation)
    assert np.abs(heads(outputs)[:, 0] + 1.0).max() < 0.1
    assert not any(isinstance(output, PoseReading | Notice) for output in outputs)


def test_a_pose_text_in_mid_stream_starts_from_where_they_are_then() -> None:
    engine, sound = tiny_engine(), voice(4.0, 16000)
    conversation = engine.open(ConversationOptions(16000))
    conversation.push_audio(None, 0, sound[:16000])
    outputs = drain(engine, conversation)
    conversation.set_scene(SceneChange(time_s=1.0, pose_text="They move closer, 60 cm apart."))
    conversation.set_scene(SceneChange(time_s=3.0, a=PersonPlacement((-2, 0, 0), 90), transition_s=0.5))
    conversation.push_audio(None, 16000, sound[16000:])
    outputs += finish(engine, conversation)
    readings = [output for output in outputs if isinstance(output, PoseReading)]
    assert len(readings) == 1 and readings[0].transition_s is not None and readings[0].transition_s > 0
    place = heads(outputs)[:, 0]
    assert abs(place[20] + 0.6) < 0.1 and abs(place[85] + 0.3) < 0.1 and abs(place[-1] + 2) < 0.1


def test_numbers_win_over_the_sentence() -> None:
    scene = SceneChange(pose_text="They stand two metres apart.", a=PersonPlacement((-0.4, 0, 0), 90))
    outputs = run(tiny_engine(), ConversationOptions(16000, scene=scene), cut(voice(0.5, 16000)))
    assert np.abs(heads(outputs)[:, 0] + 0.4).max() < 0.1


def test_a_text_that_says_nothing_about_places_is_told_and_moves_nobody() -> None:
    scene = SceneChange(pose_text="Purple ideas sleep furiously.")
    outputs = run(tiny_engine(), ConversationOptions(16000, scene=scene), cut(voice(0.5, 16000)))
    notices = [output for output in outputs if isinstance(output, Notice)]
    assert [notice.code for notice in notices] == ["pose_text_not_understood"]
    assert np.abs(heads(outputs)[:, 0] + 0.6).max() < 0.1


def test_an_empty_pose_text_of_blanks_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        tiny_engine().open(ConversationOptions(scene=SceneChange(pose_text="  ")))
    assert refused.value.field == "scene.pose_text"


def test_a_long_decision_about_a_recording_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = tiny_engine()
    patient = engine.open(ConversationOptions(16000, look_ahead=LookAhead.OFFLINE))
    patient.push_audio(None, 0, voice(1.0, 16000))
    patient.finish()
    assert patient.making is not None
    decide, held = patient.making.speaking.hear_all, threading.Event()
    monkeypatch.setattr(patient.making.speaking, "hear_all", lambda *sound: (held.wait(10), decide(*sound)))
    live = engine.open(ConversationOptions(16000))
    live.push_audio(None, 0, voice(1.0, 16000))
    outputs = []
    for _ in range(40):
        engine.tick()
        outputs += live.poll()
    assert sum(map(len, frames_of(outputs))) == 25 and not patient.ended
    held.set()
    assert_sound(drain(engine, patient), 30)
