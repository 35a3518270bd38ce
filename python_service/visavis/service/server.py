"""The service as a whole: made, started, drained, stopped."""

import asyncio
import signal
import sys
from collections.abc import Callable

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from visavis.engine import Engine, LookAhead
from visavis.errors import FailedPrecondition, InvalidInput
from visavis.service.access import Access, TokenGate
from visavis.service.limits import Limits
from visavis.service.log import event
from visavis.service.remote import AnyScheduler, EngineProcess, RemoteScheduler
from visavis.service.scheduler import Scheduler
from visavis.service.servicer import Servicer
from visavis.service.sessions import Sessions
from visavis.v1 import conversation_service_pb2, conversation_service_pb2_grpc
from visavis.version import __version__

NAME = conversation_service_pb2.DESCRIPTOR.services_by_name["ConversationService"].full_name
GRACE_S = 8.0
"""Seconds conversations are given to finish when the service is asked to stop."""


class Service:
    """One gRPC service on one engine, here or in a process of its own. `await start()`, then `await stop()`."""

    def __init__(
        self,
        engine: Engine | EngineProcess,
        access: Access | None = None,
        limits: Limits | None = None,
        look_ahead: LookAhead = LookAhead.LIVE,
    ) -> None:
        """`look_ahead` is taken for live conversations that do not say. Raises InvalidInput for an unsafe `access`."""
        self._engine = engine
        self._access = access or Access()
        self._limits = limits or Limits()
        self._look_ahead = look_ahead
        self._access.check()
        self.port = 0
        """Where it listens, once started."""

    async def start(self) -> None:
        """Listens. Raises InvalidInput when the port is taken or a file of `access` cannot be used."""
        credentials, token = self._access.credentials(), self._access.token()
        loop, engine = asyncio.get_running_loop(), self._engine
        self._scheduler: AnyScheduler = (
            RemoteScheduler(engine, loop) if isinstance(engine, EngineProcess) else Scheduler(engine, loop)
        )
        self._sessions = Sessions(self._scheduler, self._limits)
        servicer = Servicer(self._engine, self._sessions, self._limits, self._look_ahead)
        self._server = grpc.aio.server(
            interceptors=[TokenGate(token)] if token else [],
            options=[
                ("grpc.max_receive_message_length", self._limits.max_message_bytes),
                ("grpc.max_send_message_length", -1),
                ("grpc.keepalive_time_ms", 20_000),
                ("grpc.keepalive_timeout_ms", 10_000),
                ("grpc.keepalive_permit_without_calls", 1),
                ("grpc.http2.min_recv_ping_interval_without_data_ms", 5_000),
                ("grpc.http2.max_ping_strikes", 0),
                ("grpc.so_reuseport", 0),
            ],
        )
        conversation_service_pb2_grpc.add_ConversationServiceServicer_to_server(servicer, self._server)
        self._health = health.aio.HealthServicer()
        health_pb2_grpc.add_HealthServicer_to_server(self._health, self._server)
        reflection.enable_server_reflection((NAME, health.SERVICE_NAME, reflection.SERVICE_NAME), self._server)
        try:
            if credentials is None:
                self.port = self._server.add_insecure_port(self._access.address)
            else:
                self.port = self._server.add_secure_port(self._access.address, credentials)
        except RuntimeError:
            raise InvalidInput("port", f"cannot listen on {self._access.address}; is it in use?") from None
        await self._scheduler.start()
        await self._server.start()
        self._watch = asyncio.create_task(self._sessions.watch())
        await self._say(health_pb2.HealthCheckResponse.SERVING)
        event(
            "listening",
            host=self._access.host, port=self.port, tls=self._access.uses_tls, token=token is not None,
            client_certificates=self._access.tls_client_ca is not None, version=__version__,
            model=self._engine.network.model_id, rig=self._engine.rig.rig_id, device=self._engine.network.device,
        )  # fmt: skip

    @property
    def lost(self) -> asyncio.Event:
        """Set when the engine's process has gone by itself, once started."""
        return self._scheduler.lost

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Takes nobody new, lets conversations finish for `grace_s`, gives the rest what they are owed, ends."""
        event("stopping", grace_s=grace_s, open=self._sessions.open)
        await self._say(health_pb2.HealthCheckResponse.NOT_SERVING)
        await self._sessions.leave(grace_s)
        await self._server.stop(1.0)
        self._watch.cancel()
        await self._scheduler.stop()
        passes, moved = self._scheduler.totals
        event("stopped", passes=passes, moved=moved)

    def hurry(self) -> None:
        """Makes `stop` wait for nobody any more."""
        self._sessions.hurry()

    async def _say(self, status: int) -> None:
        for name in ("", NAME):
            await self._health.set(name, status)


async def serve(service: Service, grace_s: float = GRACE_S, started: Callable[[int], None] | None = None) -> None:
    """Runs `service` until SIGTERM or SIGINT, then drains it; a second signal does not wait.

    FailedPrecondition when the engine's process has gone.

    `started` is called with the port once it listens.
    """
    sys.setswitchinterval(0.001)
    asked = asyncio.Event()

    def ask() -> None:
        if asked.is_set():
            service.hurry()
        asked.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ask)
    await service.start()
    if started is not None:
        started(service.port)
    stops = [asyncio.create_task(waits.wait()) for waits in (asked, service.lost)]
    await asyncio.wait(stops, return_when=asyncio.FIRST_COMPLETED)
    for stop in stops:
        stop.cancel()
    await service.stop(grace_s)
    if service.lost.is_set():
        raise FailedPrecondition("engine", "its process ended by itself; the log says what is known")
