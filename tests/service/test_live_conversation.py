"""A live conversation over gRPC: order, errors, limits, clients that vanish or do not read."""

import asyncio
import struct

import grpc
import pytest
from fake_engine import BREAKING, FakeEngine
from harness import RATE, answers, kinds, opening, running, sound
from visavis.v1 import conversation_service_pb2 as pb


async def test_header_first_then_frames_then_summary() -> None:
    async with running() as service:
        call = service.stub.Converse(iter([opening(), sound(1.0)]))
        responses = await answers(call)
    assert kinds(responses) == ["header", "frame", "summary"]
    assert [r.frame.index for r in responses[1:-1]] == list(range(30))
    assert responses[-1].summary.frames == 30


async def test_frames_come_as_soon_as_their_look_ahead_is_there() -> None:
    async with running() as service:
        call = service.stub.Converse()
        await call.write(opening())
        assert (await call.read()).header.look_ahead_ms == 200
        await call.write(sound(0.2 + 2.5 / 30))
        indices = [(await asyncio.wait_for(call.read(), 1.0)).frame.index for _ in range(2)]
        assert indices == [0, 1]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(call.read(), 0.1)


async def test_arkit_weights_come_only_when_asked_for() -> None:
    async with running() as service:
        plain = await answers(service.stub.Converse(iter([opening(), sound(0.1)])))
        asked = await answers(service.stub.Converse(iter([opening(include_arkit=True), sound(0.1)])))
    assert len(plain[1].frame.a.arkit) == 0
    assert len(asked[1].frame.a.arkit) == 52


@pytest.mark.parametrize(
    ("requests", "field"),
    [
        ([sound(0.1)], "open"),
        ([opening(sample_rate=7999)], "sample_rate"),
        ([opening(sample_rate=0)], "sample_rate"),
        ([opening(encoding=0)], "encoding"),
        ([opening(fps=29)], "fps"),
        ([opening(look_ahead=9)], "look_ahead"),
        ([opening(style_a={"mood": 2.0})], "style_a.mood"),
        ([opening(voice_a={"data": b"nonsense"})], "voice_a.data"),
        ([opening(resume_at_s=-1.0)], "resume_at_s"),
        ([opening(scene={"pose_text": "x" * 513})], "scene.pose_text"),
        ([opening(scene={"placement": {"a": {"eye_height": 9.0}}})], "scene.placement.a.eye_height"),
        ([opening(scene={"objects": [{"name": ""}]})], "scene.objects[0].name"),
        ([opening(), opening()], "open"),
        ([opening(), pb.ConverseRequest()], "request"),
        ([opening(), pb.ConverseRequest(audio={"samples": b""})], "audio.samples"),
        ([opening(), pb.ConverseRequest(audio={"samples": b"odd"})], "audio.samples"),
        ([opening(encoding=2), pb.ConverseRequest(audio={"samples": b"\x00\x00\xc0\x7f"})], "audio.samples"),
        ([opening(), pb.ConverseRequest(audio={"start_sample": -1, "samples": b"ok"})], "audio.start_sample"),
        ([opening(), sound(0.5), sound(0.5, 0.2)], "audio.start_sample"),
        ([opening(), pb.ConverseRequest(audio={"participant": 7, "samples": b"ok"})], "audio.participant"),
        ([opening(), pb.ConverseRequest(clock={"up_to_sample": -5})], "clock.up_to_sample"),
        ([opening(), pb.ConverseRequest(roles={"spans": [{"start_s": 0, "end_s": 1}]})], "roles.spans[0].participant"),
        (
            [opening(), pb.ConverseRequest(roles={"spans": [{"participant": 1, "start_s": 2, "end_s": 1}]})],
            "roles.spans[0].end_s",
        ),
        ([opening(), pb.ConverseRequest(scene={"transition_s": 31.0})], "scene.transition_s"),
    ],
)
async def test_what_cannot_be_is_invalid_argument_and_names_its_field(
    requests: list[pb.ConverseRequest], field: str
) -> None:
    async with running() as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter(requests)))
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert caught.value.details().startswith(f"{field}: ")
    assert dict(caught.value.trailing_metadata())["visavis-field"] == field


async def test_frames_owed_before_a_bad_request_still_come() -> None:
    async with running() as service:
        call = service.stub.Converse(iter([opening(), sound(1.2), sound(0.1, 0.3)]))
        received = []
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            async for response in call:
                received.append(response)
    assert caught.value.details().startswith("audio.start_sample")
    assert [r.frame.index for r in received[1:]] == list(range(30))


async def test_a_client_with_another_rig_gets_failed_precondition() -> None:
    async with running() as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening(rig_id="mine")])))
    assert caught.value.code() is grpc.StatusCode.FAILED_PRECONDITION


async def test_one_conversation_too_many_is_resource_exhausted_and_a_place_comes_free() -> None:
    async with running(max_conversations=1) as service:
        first = service.stub.Converse()
        await first.write(opening())
        await first.read()
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening()])))
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert "max_conversations" in caught.value.details()
        first.cancel()
        await service.until(lambda: not service.engine.conversations)
        assert kinds(await answers(service.stub.Converse(iter([opening(), sound(0.1)]))))[-1] == "summary"


async def test_a_client_that_vanishes_frees_its_conversation_at_once() -> None:
    async with running() as service:
        channel = grpc.aio.insecure_channel(service.address)
        call = channel.stream_stream(
            "/visavis.v1.ConversationService/Converse",
            request_serializer=pb.ConverseRequest.SerializeToString,
            response_deserializer=pb.ConverseResponse.FromString,
        )()
        await call.write(opening())
        await call.read()
        assert len(service.engine.conversations) == 1
        await channel.close()
        await service.until(lambda: not service.engine.conversations, within_s=1.0)


async def test_a_silent_client_is_let_go_and_told_so() -> None:
    async with running(idle_timeout_s=0.3) as service:
        call = service.stub.Converse()
        await call.write(opening())
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await asyncio.wait_for(answers(call), 3.0)
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert caught.value.details().startswith("idle_timeout_s: ")
        assert not service.engine.conversations


async def test_who_never_opens_is_let_go_too() -> None:
    async with running(idle_timeout_s=0.2) as service:
        call = service.stub.Converse()
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await asyncio.wait_for(answers(call), 3.0)
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED


async def test_sound_too_far_ahead_of_real_time_is_not_read() -> None:
    async with running(max_audio_ahead_s=1.0) as service:
        call = service.stub.Converse()
        await call.write(opening())
        await call.read()
        await call.write(sound(4.0))
        await asyncio.sleep(0.5)
        assert 1.0 <= service.engine.seen[0].end / RATE < 2.0
        await service.until(lambda: service.engine.seen[0].end / RATE == 2.0, within_s=2.0)


async def test_a_leap_into_the_future_is_refused_and_not_computed() -> None:
    async with running(max_audio_ahead_s=5.0) as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening(), sound(0.1, 3600.0)])))
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert caught.value.details().startswith("audio.start_sample: ")
        assert service.engine.seen[0].made == 0


async def test_one_track_that_runs_away_from_the_other_is_refused() -> None:
    async with running(max_audio_ahead_s=2.0) as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening(layout=2), sound(2.1, 0.0, 1)])))
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert "ahead of track B" in caught.value.details()


async def test_a_client_that_does_not_read_is_not_read_from() -> None:
    async with running(max_audio_ahead_s=6000.0) as service:
        call = service.stub.Converse()
        await call.write(opening())
        await call.read()

        async def flood() -> None:
            for second in range(1000):
                await call.write(sound(1.0, float(second)))

        flooding = asyncio.create_task(flood())
        made = -1
        while made != service.engine.seen[0].made:
            made = service.engine.seen[0].made
            await asyncio.sleep(0.5)
        assert made < 15_000  # about 4 MB of frames wait in the connection itself
        flooding.cancel()
        call.cancel()
        await service.until(lambda: not service.engine.conversations)


async def test_conversations_that_are_due_together_share_a_pass() -> None:
    engine = FakeEngine()
    engine.pass_s = 0.004
    async with running(engine) as service:
        calls = [service.stub.Converse() for _ in range(8)]
        for call in calls:
            await call.write(opening())
            await call.read()
        for start in range(50):
            for call in calls:
                await call.write(sound(0.02, start * 0.02))
            await asyncio.sleep(0.01)
        for call in calls:
            call.cancel()
    assert sum(engine.shared) / len(engine.shared) > 3


async def test_a_broken_conversation_is_internal_and_leaves_the_others_alone() -> None:
    async with running() as service:
        other = service.stub.Converse()
        await other.write(opening())
        await other.read()
        bad = pb.ConverseRequest(audio={"samples": struct.pack("<f", BREAKING)})
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening(encoding=2), bad])))
        assert caught.value.code() is grpc.StatusCode.INTERNAL
        await other.write(sound(1.0))
        await other.done_writing()
        assert (await answers(other))[-1].summary.frames == 30


async def test_a_pass_that_fails_does_not_end_the_service() -> None:
    engine = FakeEngine()
    async with running(engine) as service:
        engine.breaks = True
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening(), sound(1.0)])))
        assert caught.value.code() is grpc.StatusCode.INTERNAL
        assert (await answers(service.stub.Converse(iter([opening(), sound(1.0)]))))[-1].summary.frames == 30


async def test_an_offline_conversation_answers_after_the_last_sound() -> None:
    async with running() as service:
        call = service.stub.Converse()
        await call.write(opening(look_ahead=3))
        await call.read()
        await call.write(sound(2.0))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(first := asyncio.ensure_future(call.read())), 0.2)
        await call.done_writing()
        assert (await first).frame.index == 0
        assert (await answers(call))[-1].summary.frames == 60
