"""A connection that is lost is taken up again where frames stopped, without a gap and without a double."""

import asyncio

import grpc
import numpy as np
import pytest
from service_process import service_process
from visavis.client import AsyncClient, Frame, Notice, Reconnect, ServiceError, Talk
from visavis.client.async_conversation import NEVER
from visavis.client.memory import Memory
from visavis.v1 import conversation_service_pb2 as pb
from visavis.v1 import scene_pb2

TALK = Talk(sample_rate=8000)


async def test_frames_go_on_after_the_service_was_killed_and_came_back() -> None:
    frames: list[int] = []
    notices: list[Notice] = []
    with service_process() as first:
        client = AsyncClient(first.address, reconnect=Reconnect(patience_s=20.0))
        async with client, client.converse(TALK) as conversation:

            async def send() -> None:
                for _ in range(150):
                    await conversation.send(np.zeros(160, np.float32))
                    await asyncio.sleep(0.01)
                await conversation.finish()

            sending = asyncio.create_task(send())
            restarted = None
            try:
                async for output in conversation:
                    if isinstance(output, Frame):
                        frames.append(output.index)
                    elif isinstance(output, Notice):
                        notices.append(output)
                    if len(frames) == 10 and restarted is None:
                        first.process.kill()
                        await asyncio.to_thread(first.process.wait)
                        restarted = service_process(first.port)
                        await asyncio.to_thread(restarted.__enter__)
                await sending
            finally:
                if restarted is not None:
                    restarted.__exit__(None, None, None)
    assert frames == list(range(90))
    assert [n.code for n in notices] == ["reconnected"]
    assert conversation.reconnections == 1


async def test_a_service_that_shuts_down_is_left_for_the_next_one_without_a_gap() -> None:
    with service_process(grace_s=0.0) as first:
        client = AsyncClient(first.address, reconnect=Reconnect(patience_s=20.0))
        async with client, client.converse(TALK) as conversation:
            await conversation.send(np.zeros(8000, np.float32))
            frames = []
            async for output in conversation:
                if isinstance(output, Frame):
                    frames.append(output.index)
                if len(frames) == 20:
                    break
            first.process.terminate()
            await asyncio.to_thread(first.process.wait)
            with service_process(first.port):
                await conversation.finish()
                async for output in conversation:
                    if isinstance(output, Frame):
                        frames.append(output.index)
    assert frames == list(range(30))


async def test_who_does_not_want_to_reconnect_is_told_at_once() -> None:
    with service_process() as service:
        async with AsyncClient(service.address, reconnect=NEVER) as client, client.converse(TALK) as conversation:
            service.process.kill()
            with pytest.raises(ServiceError) as caught:
                async for _ in conversation:
                    pass
            assert caught.value.code is grpc.StatusCode.UNAVAILABLE
            with pytest.raises(ServiceError):
                await conversation.send(np.zeros(160, np.float32))


async def test_patience_ends() -> None:
    with service_process() as service:
        reconnect = Reconnect(patience_s=0.5)
        async with AsyncClient(service.address, reconnect=reconnect) as client, client.converse(TALK) as conversation:
            service.process.kill()
            with pytest.raises(ServiceError) as caught:
                async for _ in conversation:
                    pass
            assert caught.value.is_passing


def audio(start: int, count: int) -> pb.ConverseRequest:
    return pb.ConverseRequest(audio={"start_sample": start, "samples": b"\0\0" * count})  # type: ignore[arg-type]


def test_sound_is_remembered_until_its_frames_have_come() -> None:
    memory = Memory(8000, 2)
    for second in range(4):
        memory.keep(audio(second * 8000, 8000))
    memory.forget_before(2.5)
    assert [r.audio.start_sample for r in memory.replay(2.5)] == [16000, 24000]
    assert memory.held_s == 2.0


def test_places_said_in_numbers_make_earlier_ones_forgotten() -> None:
    memory = Memory(8000, 2)
    both = scene_pb2.Placement(a={"eye_height": 1.5}, b={"eye_height": 1.6})  # type: ignore[arg-type]
    for update in (
        scene_pb2.SceneUpdate(pose_text="close"),
        scene_pb2.SceneUpdate(objects=[scene_pb2.SceneObject(name="lamp")]),
        scene_pb2.SceneUpdate(placement=both, time_s=2.0, transition_s=1.0),
    ):
        memory.keep(pb.ConverseRequest(scene=update))
    scenes = [r.scene for r in memory.replay(5.0)]
    assert [bool(s.objects) for s in scenes] == [True, False]
    assert scenes[-1].transition_s == 0.0


def test_a_clock_for_all_tracks_replaces_those_of_each() -> None:
    memory = Memory(8000, 2)
    for who, sample in ((1, 100), (2, 200), (0, 300)):
        memory.keep(pb.ConverseRequest(clock={"participant": who, "up_to_sample": sample}))  # type: ignore[arg-type]
    assert [r.clock.up_to_sample for r in memory.replay(0.0)] == [300]
