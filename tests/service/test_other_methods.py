"""Health, reflection, service information, voice prints: what a service tells about itself and does in one call."""

import grpc
import numpy as np
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from harness import running
from visavis.scene.pose_text import interpret
from visavis.v1 import conversation_service_pb2 as pb
from visavis.version import __version__


async def test_health_says_serving_for_the_service_and_as_a_whole() -> None:
    async with running() as service:
        stub = health_pb2_grpc.HealthStub(service.channel)
        for name in ("", "visavis.v1.ConversationService"):
            answer = await stub.Check(health_pb2.HealthCheckRequest(service=name))
            assert answer.status == health_pb2.HealthCheckResponse.SERVING


async def test_reflection_lists_the_service() -> None:
    import asyncio

    async with running() as service:

        def listed() -> list[str]:
            with grpc.insecure_channel(service.address) as channel:
                return list(ProtoReflectionDescriptorDatabase(channel).get_services())

        assert "visavis.v1.ConversationService" in await asyncio.to_thread(listed)


async def test_service_information_tells_version_limits_and_offers() -> None:
    async with running(max_conversations=7) as service:
        info = await service.stub.GetServiceInfo(pb.GetServiceInfoRequest())
    assert (info.version, info.model_id, info.rig_id) == (__version__, "fake-model", "fake-rig")
    assert info.limits.max_conversations == 7
    assert [(o.look_ahead, o.milliseconds) for o in info.look_aheads] == [(1, 200), (2, 500), (3, 0)]
    assert list(info.frame_rates) == [24, 25, 30, 50, 60]


@pytest.mark.parametrize(
    ("requests", "field"),
    [
        ([], "samples"),
        ([pb.EnrollVoiceRequest(sample_rate=100, encoding=1, samples=b"ok")], "sample_rate"),
        ([pb.EnrollVoiceRequest(sample_rate=16000, samples=b"ok")], "encoding"),
        ([pb.EnrollVoiceRequest(sample_rate=16000, encoding=1, samples=b"odd")], "samples"),
        ([pb.EnrollVoiceRequest(sample_rate=16000, encoding=1, samples=b"ok" * 16000)], "samples"),
        (
            [
                pb.EnrollVoiceRequest(sample_rate=16000, encoding=1, samples=b"ok"),
                pb.EnrollVoiceRequest(sample_rate=8000, samples=b"ok"),
            ],
            "sample_rate",
        ),
    ],
)
async def test_a_voice_that_cannot_be_enrolled_is_invalid_argument(
    requests: list[pb.EnrollVoiceRequest], field: str
) -> None:
    async with running() as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await service.stub.EnrollVoice(iter(requests))
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert dict(caught.value.trailing_metadata())["visavis-field"] == field


async def test_an_endless_voice_is_resource_exhausted() -> None:
    noise = (np.random.default_rng(1).standard_normal(8000 * 61) * 1000).astype("<i2").tobytes()
    message = pb.EnrollVoiceRequest(sample_rate=8000, encoding=1, samples=noise)
    async with running() as service:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await service.stub.EnrollVoice(iter([message, message]))
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED


async def test_a_pose_text_is_read_back() -> None:
    async with running() as service:
        request = pb.InterpretPoseRequest(text="they stand back to back")
        reading = (await service.stub.InterpretPose(request)).reading
    assert reading.confidence > 0.5
    assert abs(abs(reading.placement.a.yaw_deg - reading.placement.b.yaw_deg) - 180.0) < 1.0
    assert "back" in reading.reading


@pytest.mark.parametrize(
    "text", ["She sits on a stool, he kneels 80 cm in front of her.", "npc_a sits, npc_b walks around npc_a", "fnord"]
)
async def test_a_pose_text_is_read_as_the_reader_itself_reads_it(text: str) -> None:
    own = interpret(text)
    async with running() as service:
        reading = (await service.stub.InterpretPose(pb.InterpretPoseRequest(text=text))).reading
    for got, expected in ((reading.placement.a, own.placement.a), (reading.placement.b, own.placement.b)):
        position = (got.position.x, got.position.y, got.position.z)
        assert position == pytest.approx(expected.position, abs=1e-6)
        assert got.yaw_deg == pytest.approx(expected.yaw_deg, abs=1e-4)
        assert got.eye_height == pytest.approx(expected.eye_height, abs=1e-6)
        assert got.lean_deg == pytest.approx(expected.lean_deg, abs=1e-4)
    assert reading.reading == own.reading
    assert reading.confidence == pytest.approx(own.confidence)
    assert list(reading.not_understood) == list(own.not_understood)
    assert reading.transition_s == pytest.approx(own.transition_s or 0.0, abs=1e-6)


async def test_a_pose_text_that_is_empty_or_too_long_is_invalid_argument() -> None:
    async with running() as service:
        for text in ("", "x" * 513):
            with pytest.raises(grpc.aio.AioRpcError) as caught:
                await service.stub.InterpretPose(pb.InterpretPoseRequest(text=text))
            assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
            assert caught.value.details().startswith("text: ")
