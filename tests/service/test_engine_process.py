"""The engine in a process of its own: what goes wrong there, or here, is told and leaves nothing behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import grpc
import pytest
from harness import opening, sound
from service_process import PACKAGE
from visavis.errors import FailedPrecondition, InvalidInput
from visavis.evaluation.process import family, memory_mb
from visavis.service import Access, EngineProcess, EngineSettings, Service
from visavis.service.scheduler import tick_s
from visavis.service.server import serve
from visavis.service.wire import Unpacker, packet
from visavis.v1 import conversation_service_pb2 as pb
from visavis.v1 import conversation_service_pb2_grpc

SETTINGS = EngineSettings(device="cpu", threads=1)
PATIENCE_S = 60.0
ENVIRONMENT = os.environ | {"PYTHONPATH": str(PACKAGE)}


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "did not come to hold in time"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_messages_arrive_whole_however_the_bytes_were_cut() -> None:
    messages = [("push_audio", 1, b"x" * 1000), ("finish", 1), ("open", 2, {"fps": 30})]
    data = b"".join(map(packet, messages))
    for size in (1, 7, 100, len(data)):
        unpacker = Unpacker()
        got = [m for i in range(0, len(data), size) for m in unpacker.feed(data[i : i + size])]
        assert got == messages


def test_more_conversations_wait_longer_for_each_other_within_bounds() -> None:
    assert [tick_s(live) for live in (0, 1, 8, 16, 20, 64)] == pytest.approx([0.004, 0.004, 0.004, 0.008, 0.01, 0.01])


def test_an_error_keeps_its_kind_and_its_field_between_processes() -> None:
    (error,) = Unpacker().feed(packet(InvalidInput("open.fps", "is 31")))
    assert (type(error), error.field, error.message) == (InvalidInput, "open.fps", "is 31")


def test_what_keeps_the_engine_from_starting_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"model: .* has no encoder\.onnx"):
        EngineProcess(EngineSettings(device="cpu", threads=1, model=tmp_path))


async def test_conversations_of_an_engine_that_dies_end_with_an_error() -> None:
    process = EngineProcess(SETTINGS)
    service = Service(process, Access(port=0))
    await service.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{service.port}") as channel:
        call = conversation_service_pb2_grpc.ConversationServiceStub(channel).Converse()
        await call.write(opening())
        assert (await call.read()).HasField("header")
        await call.write(sound(0.5))
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            while await call.read() is not grpc.aio.EOF:
                pass
        assert caught.value.code() is grpc.StatusCode.INTERNAL
        await asyncio.wait_for(service.lost.wait(), PATIENCE_S)
    await service.stop(0.0)


async def test_a_service_whose_engine_died_ends_and_says_so() -> None:
    process = EngineProcess(SETTINGS)
    service = Service(process, Access(port=0))
    with pytest.raises(FailedPrecondition, match="engine: its process ended by itself"):
        await asyncio.wait_for(serve(service, 0.0, lambda _: os.kill(process.pid, signal.SIGKILL)), PATIENCE_S)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_an_engine_does_not_outlive_its_service(how: signal.Signals) -> None:
    arguments = [sys.executable, "-m", "visavis", "serve", "--port", "0", "--log", "json", "--threads", "1"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as service:
        assert service.stderr is not None
        while '"listening"' not in (line := service.stderr.readline()):
            assert line, "the service did not come up"
        engines = [pid for pid in family(service.pid) if pid != service.pid]
        assert len(engines) == 1
        assert 50 < memory_mb(service.pid) < 400
        service.send_signal(how)
        service.communicate(timeout=PATIENCE_S)
        wait_until(lambda: not alive(engines[0]))
        assert service.returncode == (0 if how is signal.SIGTERM else -signal.SIGKILL)


async def test_the_engine_goes_on_when_a_client_vanishes() -> None:
    service = Service(EngineProcess(SETTINGS), Access(port=0))
    await service.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{service.port}") as channel:
        stub = conversation_service_pb2_grpc.ConversationServiceStub(channel)
        call = stub.Converse()
        await call.write(opening())
        await call.read()
        call.cancel()
        request = pb.BakeRequest(
            config=opening().open,
            tracks=[{"samples": sound(1.0).audio.samples}],  # type: ignore[list-item]
        )
        answers = [answer async for answer in stub.Bake(request)]
        assert answers[-1].summary.frames == 30
    await service.stop(0.0)
    assert not service.lost.is_set()
