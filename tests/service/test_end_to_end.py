"""The shipped model behind the real service: the same sound gives the same frames, however it comes."""

from collections.abc import AsyncIterator

import grpc
import numpy as np
import pytest
import soundfile
from harness import Running, answers
from visavis.audio.bundle import bundled_conversation
from visavis.engine import Engine
from visavis.service import Access, EngineProcess, EngineSettings, Service
from visavis.v1 import conversation_service_pb2 as pb

SECONDS = 2.5


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(threads=1)


@pytest.fixture(params=["a thread", "a process"])
async def service(
    request: pytest.FixtureRequest, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    monkeypatch.setattr("visavis.service.scheduler.Engine", Engine)
    own_process = request.param == "a process"
    running = Service(EngineProcess(EngineSettings(threads=1)) if own_process else engine, Access(port=0))
    await running.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        yield Running(running, engine, channel)  # type: ignore[arg-type]
    await running.stop(0.0)


@pytest.fixture(scope="module")
def samples() -> np.ndarray:
    found, _ = soundfile.read(bundled_conversation().mixed, frames=round(SECONDS * 24000), dtype="int16")
    return found


def opening(**config: object) -> pb.ConverseRequest:
    pose = {"pose_text": "they stand close, face to face"}
    return pb.ConverseRequest(open={"sample_rate": 24000, "encoding": 1, "seed": 5, "scene": pose, **config})  # type: ignore[arg-type]


def pieces(samples: np.ndarray, sizes: list[int]) -> list[pb.ConverseRequest]:
    requests, start = [], 0
    while start < len(samples):
        size = sizes[len(requests) % len(sizes)]
        chunk = {"start_sample": start, "samples": samples[start : start + size].tobytes()}
        requests.append(pb.ConverseRequest(audio=chunk))  # type: ignore[arg-type]
        start += size
    return requests


def frames(responses: list[pb.ConverseResponse] | list[pb.BakeResponse]) -> list[bytes]:
    return [r.frame.SerializeToString(deterministic=True) for r in responses if r.HasField("frame")]


async def test_frames_do_not_depend_on_how_the_sound_was_cut(service: Running, samples: np.ndarray) -> None:
    random = np.random.default_rng(3).integers(1, 5000, 40).tolist()
    given = [
        frames(await answers(service.stub.Converse(iter([opening(), *pieces(samples, sizes)]))))
        for sizes in ([480], [2400], random, [len(samples)])
    ]
    assert len(given[0]) == round(SECONDS * 30)
    assert all(other == given[0] for other in given[1:])


async def test_a_bake_equals_an_offline_conversation(service: Running, samples: np.ndarray) -> None:
    live = await answers(service.stub.Converse(iter([opening(look_ahead=3), *pieces(samples, [4800])])))
    request = pb.BakeRequest(config=opening().open, tracks=[{"samples": samples.tobytes()}])  # type: ignore[list-item]
    baked = [response async for response in service.stub.Bake(request)]
    assert frames(live) == frames(baked)
    assert baked[0].header.pose.confidence > 0.5


async def test_conversations_side_by_side_do_not_change_each_other(service: Running, samples: np.ndarray) -> None:
    import asyncio

    alone = frames(await answers(service.stub.Converse(iter([opening(), *pieces(samples, [480])]))))
    calls = [
        service.stub.Converse(iter([opening(seed=5 + 10 * (n > 0)), *pieces(samples, [480 + 100 * n])]))
        for n in range(3)
    ]
    together = [frames(found) for found in await asyncio.gather(*map(answers, calls))]
    assert together[0] == alone
    assert together[1] == together[2] != alone


async def test_a_conversation_taken_up_again_goes_on_counting(service: Running, samples: np.ndarray) -> None:
    later = pieces(samples, [480])[75:]  # from 1.5 s on
    responses = await answers(service.stub.Converse(iter([opening(resume_at_s=1.5), *later])))
    indices = [r.frame.index for r in responses if r.HasField("frame")]
    assert indices == list(range(45, 75))


async def test_the_rig_tells_what_clients_need(service: Running) -> None:
    rig = (await service.stub.GetRig(pb.GetRigRequest())).rig
    assert len(rig.arkit_names) == 52
    assert (rig.arkit_to_flame.rows, rig.arkit_to_flame.columns) == (rig.expression_size + 3, 52)
    assert len(rig.arkit_to_flame.values) == rig.arkit_to_flame.rows * 52
    assert len(rig.joints) == 5
    assert rig.residual_mm > 0
