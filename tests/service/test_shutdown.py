"""A service that is asked to stop finishes what it owes; logs say what happened."""

import asyncio
import json
import signal

import grpc
import pytest
from fake_engine import FakeEngine
from harness import Running, answers, opening, running, sound
from service_process import service_process
from visavis.service import Access, Limits, Service
from visavis.service.log import event, log_to
from visavis.v1 import conversation_service_pb2_grpc


async def open_one(service: Running) -> grpc.aio.StreamStreamCall:
    call = service.stub.Converse()
    await call.write(opening())
    await call.read()
    await call.write(sound(1.0))
    await call.read()
    return call


async def test_a_conversation_may_finish_within_the_grace() -> None:
    async with running() as service:
        call = await open_one(service)
        stopping = asyncio.create_task(service.service.stop(5.0))
        await asyncio.sleep(0.1)
        await call.write(sound(1.0, 1.0))
        await call.done_writing()
        responses = await answers(call)
        assert responses[-1].summary.frames == 60
        assert [r.notice.code for r in responses if r.HasField("notice")] == ["service_shutting_down"]
        await asyncio.wait_for(stopping, 2.0)


async def test_who_does_not_finish_gets_what_is_owed_then_unavailable() -> None:
    async with running() as service:
        call = await open_one(service)
        stopping = asyncio.create_task(service.service.stop(0.2))
        received = [0]
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            while (response := await call.read()) is not grpc.aio.EOF:
                if response.HasField("frame"):
                    received.append(response.frame.index)
        assert caught.value.code() is grpc.StatusCode.UNAVAILABLE
        assert received == list(range(30))
        await stopping


async def test_nobody_new_gets_in_while_it_stops() -> None:
    async with running() as service:
        await open_one(service)
        stopping = asyncio.create_task(service.service.stop(0.5))
        await asyncio.sleep(0.1)
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await answers(service.stub.Converse(iter([opening()])))
        assert caught.value.code() is grpc.StatusCode.UNAVAILABLE
        await stopping


async def test_sigterm_ends_the_process_cleanly_and_the_log_is_json() -> None:
    with service_process() as service:
        async with grpc.aio.insecure_channel(service.address) as channel:
            stub = conversation_service_pb2_grpc.ConversationServiceStub(channel)
            assert (await answers(stub.Converse(iter([opening(), sound(1.0)]))))[-1].summary.frames == 30
        service.process.send_signal(signal.SIGTERM)
        code, log = await asyncio.to_thread(service.ended)
    events = [json.loads(line)["event"] for line in log.splitlines()]
    assert code == 0
    assert events == ["listening", "conversation_opened", "conversation_ended", "stopping", "stopped"]


async def test_a_second_signal_does_not_wait() -> None:
    with service_process(grace_s=60.0) as service:
        async with grpc.aio.insecure_channel(service.address) as channel:
            stub = conversation_service_pb2_grpc.ConversationServiceStub(channel)
            call = stub.Converse()
            await call.write(opening())
            await call.read()
            service.process.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.3)
            assert service.process.poll() is None
            service.process.send_signal(signal.SIGTERM)
            code, _ = await asyncio.to_thread(service.ended)
    assert code == 0


async def test_a_service_can_be_stopped_without_ever_having_been_used() -> None:
    service = Service(FakeEngine(), Access(port=0), Limits())  # type: ignore[arg-type]
    await service.start()
    await asyncio.wait_for(service.stop(), 3.0)


def test_a_log_line_carries_its_fields_and_errors(capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    log_to(sys.stderr, "json")
    try:
        raise ValueError("bad")
    except ValueError as error:
        event("it_broke", error=error, conversation="c1", frames=3)
    row = json.loads(capsys.readouterr().err)
    assert (row["event"], row["conversation"], row["frames"]) == ("it_broke", "c1", 3)
    assert "ValueError: bad" in row["error"]
