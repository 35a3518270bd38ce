"""A service on a free port of this machine, with an engine that needs no network."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import grpc
from fake_engine import FakeEngine
from visavis.service import Access, Limits, Service
from visavis.v1 import conversation_service_pb2 as pb
from visavis.v1 import conversation_service_pb2_grpc

RATE = 16000


class Running:
    """A service that runs, and a stub to talk to it."""

    def __init__(self, service: Service, engine: FakeEngine, channel: grpc.aio.Channel) -> None:
        self.service = service
        self.engine = engine
        self.channel = channel
        self.stub = conversation_service_pb2_grpc.ConversationServiceStub(channel)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.service.port}"

    async def until(self, holds: Callable[[], bool], within_s: float = 3.0) -> None:
        """Waits until something holds; fails when it does not come to."""
        for _ in range(int(within_s / 0.01)):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("did not come to hold in time")


@asynccontextmanager
async def running(engine: FakeEngine | None = None, **limits: float) -> AsyncIterator[Running]:
    engine = engine or FakeEngine()
    service = Service(engine, Access(port=0), Limits(**limits))  # type: ignore[arg-type]
    await service.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{service.port}") as channel:
        try:
            yield Running(service, engine, channel)
        finally:
            await service.stop(0.0)


def opening(**config: object) -> pb.ConverseRequest:
    return pb.ConverseRequest(open={"sample_rate": RATE, "encoding": 1, **config})  # type: ignore[arg-type]


def sound(seconds: float, start_s: float = 0.0, participant: int = 0) -> pb.ConverseRequest:
    samples = b"\x01\x02" * round(seconds * RATE)
    chunk = {"start_sample": round(start_s * RATE), "samples": samples, "participant": participant}
    return pb.ConverseRequest(audio=chunk)  # type: ignore[arg-type]


async def answers(call: grpc.aio.StreamStreamCall) -> list[pb.ConverseResponse]:
    """All answers up to the end of the stream."""
    responses = []
    while (response := await call.read()) is not grpc.aio.EOF:
        responses.append(response)
    return responses


def kinds(responses: list[pb.ConverseResponse]) -> list[str]:
    """What the answers are, repeated ones once."""
    names = [response.WhichOneof("response") or "" for response in responses]
    return [name for i, name in enumerate(names) if i == 0 or names[i - 1] != name]
