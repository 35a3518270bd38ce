"""A whole recording over gRPC: same frames as live, progress, limits, and no live frame late because of it."""

import asyncio
import time

import grpc
import pytest
from fake_engine import FakeEngine
from harness import RATE, answers, opening, running, sound
from visavis.v1 import conversation_service_pb2 as pb


def recording(seconds: float, **config: object) -> pb.BakeRequest:
    track = {"samples": b"\x01\x02" * round(seconds * RATE)}
    return pb.BakeRequest(config={"sample_rate": RATE, "encoding": 1, **config}, tracks=[track])  # type: ignore[arg-type]


async def baked(service: object, request: pb.BakeRequest) -> list[pb.BakeResponse]:
    return [response async for response in service.stub.Bake(request)]  # type: ignore[attr-defined]


async def test_a_bake_gives_header_frames_progress_and_summary() -> None:
    async with running() as service:
        responses = await baked(service, recording(3.0))
    assert responses[0].header.look_ahead == 3
    assert [r.frame.index for r in responses if r.HasField("frame")] == list(range(90))
    progress = [r.progress for r in responses if r.HasField("progress")]
    assert (progress[-1].frames_done, progress[-1].frames_total) == (90, 90)
    assert responses[-1].summary.frames == 90


async def test_a_bake_with_live_look_ahead_gives_all_frames_too() -> None:
    async with running() as service:
        responses = await baked(service, recording(100.0, look_ahead=1))
    assert responses[-1].summary.frames == 3000


async def test_tracks_may_come_in_either_order_and_differ_in_length() -> None:
    async with running() as service:
        request = recording(1.0)
        request.tracks[0].participant = 2
        request.tracks.add(participant=1, samples=b"\x01\x02" * RATE * 2)
        responses = await baked(service, request)
    assert responses[-1].summary.frames == 60


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda r: r.ClearField("tracks"), "tracks"),
        (lambda r: r.tracks.add(samples=b"ok"), "tracks"),
        (lambda r: setattr(r.tracks[0], "participant", 1), "tracks"),
        (lambda r: setattr(r.tracks[0], "samples", b""), "tracks[0].samples"),
        (lambda r: setattr(r.tracks[0], "samples", b"abc"), "tracks[0].samples"),
        (lambda r: setattr(r.config, "layout", 2), "config.layout"),
        (lambda r: setattr(r.config, "sample_rate", 96000), "sample_rate"),
        (lambda r: r.scene.add(transition_s=-1.0), "scene.transition_s"),
        (lambda r: r.roles.spans.add(participant=1, start_s=3.0, end_s=1.0), "roles.spans[0].end_s"),
    ],
)
async def test_what_cannot_be_baked_is_invalid_argument_and_names_its_field(change: object, field: str) -> None:
    request = recording(1.0)
    change(request)  # type: ignore[operator]
    async with running() as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await baked(service, request)
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert dict(caught.value.trailing_metadata())["visavis-field"] == field


async def test_a_recording_that_is_too_long_is_resource_exhausted() -> None:
    async with running(max_bake_s=2.0) as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await baked(service, recording(2.1))
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert "max_bake_s" in caught.value.details()


async def test_a_message_that_is_too_large_is_resource_exhausted() -> None:
    async with running(max_message_bytes=65536) as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await baked(service, recording(3.0))
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED


async def test_a_client_that_gives_up_frees_its_bake() -> None:
    engine = FakeEngine()
    engine.pass_s = 0.01
    async with running(engine) as service:
        call = service.stub.Bake(recording(1000.0))
        await call.read()
        info = await service.stub.GetServiceInfo(pb.GetServiceInfoRequest())
        assert info.conversations_open == 1
        call.cancel()
        for _ in range(200):
            info = await service.stub.GetServiceInfo(pb.GetServiceInfoRequest())
            if info.conversations_open == 0:
                return
            await asyncio.sleep(0.01)
    pytest.fail("the bake went on without its client")


async def test_live_frames_are_not_late_while_somebody_bakes(monkeypatch: pytest.MonkeyPatch) -> None:
    class SlowEngine(FakeEngine):
        def __init__(self, **given: object) -> None:
            super().__init__(**given)
            self.pass_s = 0.01

    monkeypatch.setattr("visavis.service.scheduler.Engine", SlowEngine)
    async with running() as service:
        bakes = [asyncio.create_task(baked(service, recording(400.0))) for _ in range(2)]
        call = service.stub.Converse()
        await call.write(opening())
        await call.read()
        late = []
        for piece in range(40):
            await call.write(sound(1 / 30, piece / 30))
            began = time.monotonic()
            if piece >= 7:
                await call.read()
                late.append(time.monotonic() - began)
            await asyncio.sleep(0.01)
        assert not all(bake.done() for bake in bakes)
        for bake in bakes:
            bake.cancel()
    assert sorted(late)[len(late) // 2] < 0.03


async def test_a_bake_goes_on_while_live_conversations_are_always_due() -> None:
    engine = FakeEngine()
    engine.pass_s = 0.02
    async with running(engine) as service:
        call = service.stub.Converse()
        await call.write(opening())
        await call.read()
        await call.write(sound(55.0))
        reading = asyncio.create_task(answers(call))
        responses = await asyncio.wait_for(baked(service, recording(2.0)), 5.0)
        assert responses[-1].summary.frames == 60
        assert not reading.done()
        reading.cancel()
