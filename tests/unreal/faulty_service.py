"""A service that says what a test wants: right frames, or every fault that a network and a server can have."""

import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from dataclasses import dataclass, field
from typing import Any

import grpc
import numpy as np
from visavis.state import ARKIT_INDEX, ARKIT_NAMES
from visavis.v1 import conversation_pb2, conversation_service_pb2, frame_pb2, rig_pb2

Response = conversation_service_pb2.ConverseResponse
EXPRESSIONS = 50


def rig() -> rig_pb2.Rig:
    """A rig of random but repeatable coefficients, every eye-look and blink column zero as in a real one."""
    random = np.random.default_rng(3)
    matrix = random.normal(0, 1, (EXPRESSIONS + 3, 52))
    for index, name in enumerate(ARKIT_NAMES):
        if name.startswith(("eyeLook", "eyeBlink")):
            matrix[:, index] = 0
    message = rig_pb2.Rig(rig_id="fake-rig", expression_size=EXPRESSIONS, arkit_names=ARKIT_NAMES, ridge=0.01, sweeps=8)
    message.arkit_to_flame.rows, message.arkit_to_flame.columns = matrix.shape
    message.arkit_to_flame.values.extend(matrix.ravel())
    for y in (0.0, 0.1, 0.12, 0.15, 0.15):
        message.joints.add(y=y)
    message.eye_look_range.extend([0.4, 0.5, 0.6, 0.7])
    return message


def person(time_s: float, phase: float, arkit: bool, with_rig: rig_pb2.Rig) -> frame_pb2.PersonFrame:
    """A face that opens and shuts its jaw once a second, turns its head slowly and looks at its partner."""
    weights = np.zeros(52)
    weights[ARKIT_INDEX["jawOpen"]] = 0.5 + 0.5 * np.sin(2 * np.pi * time_s + phase)
    matrix = np.array(with_rig.arkit_to_flame.values).reshape(-1, 52)
    values = matrix @ weights
    message = frame_pb2.PersonFrame(
        expression=values[:EXPRESSIONS],
        global_rotation=[0, np.pi / 2 if phase == 0 else -np.pi / 2, 0],
        neck=[0, 0.2 * np.sin(time_s), 0],
        jaw=values[EXPRESSIONS:],
        left_eye=[0.1, 0, 0],
        right_eye=[0.1, 0, 0],
        translation=[-0.6 if phase == 0 else 0.6, 1.5, 0],
        eyelids=[0, 0],
        speaking=0.9 if phase == 0 else 0.1,
    )
    message.gaze.kind = frame_pb2.GAZE_KIND_PARTNER_EYES
    message.gaze.point.y = 1.6
    message.gaze.on_partner = 1.0
    if arkit:
        message.arkit.extend(weights)
    return message


@dataclass
class FaultyService:
    """Answers Converse with one frame per 1/fps seconds of audio heard; each hook, when set, makes a fault.

    Attributes:
        opens: the ConversationConfig of every stream that was opened.
        requests: everything else that was received, in order.
        break_at: seconds of audio time after which a stream is broken off, once each.
        refuse: a status and a sentence every stream is refused with.
        mute: never answer the opening.
        stall_at: seconds of audio time after which nothing more is said, once.
        garble_at: seconds of audio time at which a frame's bytes are damaged, once.
    """

    break_at: list[float] = field(default_factory=list)
    refuse: tuple[grpc.StatusCode, str] | None = None
    mute: bool = False
    stall_at: float | None = None
    garble_at: float | None = None
    token: str | None = None
    opens: list[Any] = field(default_factory=list)
    requests: list[Any] = field(default_factory=list)
    rig: rig_pb2.Rig = field(default_factory=rig)
    stopping: threading.Event = field(default_factory=threading.Event)

    def get_rig(self, _request: bytes, context: grpc.ServicerContext) -> bytes:
        self._authorize(context)
        return conversation_service_pb2.GetRigResponse(rig=self.rig).SerializeToString()

    def get_service_info(self, _request: bytes, _context: grpc.ServicerContext) -> bytes:
        answer = conversation_service_pb2.GetServiceInfoResponse(
            version="1.2.3", model_id="m", rig_id="fake-rig", device="cpu"
        )
        return answer.SerializeToString()

    def _authorize(self, context: grpc.ServicerContext) -> None:
        said = dict(context.invocation_metadata()).get("authorization")
        if self.token is not None and said != f"Bearer {self.token}":
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "a token is needed")

    def converse(self, requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
        self._authorize(context)
        config = conversation_service_pb2.ConverseRequest.FromString(next(requests)).open
        self.opens.append(config)
        if self.refuse is not None:
            context.abort(*self.refuse)
        if self.mute:
            self.stopping.wait(30)
            return
        header = conversation_pb2.StreamHeader(
            conversation_id="fake", fps=config.fps, look_ahead=config.look_ahead, look_ahead_ms=200, rig_id="fake-rig"
        )
        yield Response(header=header).SerializeToString()
        rate = config.sample_rate
        index = round(config.resume_at_s * config.fps)
        heard = {0: 0, 1: 0, 2: 0}
        seen: set[int] = set()
        count = 0
        for raw in requests:
            request = conversation_service_pb2.ConverseRequest.FromString(raw)
            self.requests.append(request)
            kind = request.WhichOneof("request")
            if kind == "audio":
                samples = len(request.audio.samples) // (2 if config.encoding == 1 else 4)
                heard[request.audio.participant] = request.audio.start_sample + samples
                seen.add(request.audio.participant)
            elif kind == "clock":
                for who in [request.clock.participant] if request.clock.participant else list(heard):
                    heard[who] = max(heard[who], request.clock.up_to_sample)
            known = min(heard[1], heard[2]) if seen & {1, 2} else heard[0]
            while (index + 1) / config.fps + 0.2 <= known / rate:
                yield self._frame(index, config)
                index += 1
                count += 1
                now = index / config.fps
                if self.break_at and now >= self.break_at[0]:
                    self.break_at.pop(0)
                    context.abort(grpc.StatusCode.UNAVAILABLE, "broken off on purpose")
                if self.stall_at is not None and now >= self.stall_at:
                    self.stall_at = None
                    self.stopping.wait(30)
                    return
        end = max(heard.values()) / rate
        while index < np.ceil(end * config.fps - 1e-9):
            yield self._frame(index, config)
            index += 1
            count += 1
        yield Response(summary=conversation_pb2.StreamSummary(frames=count, audio_s=end)).SerializeToString()

    def _frame(self, index: int, config: Any) -> bytes:
        time_s = index / config.fps
        frame = frame_pb2.ConversationFrame(index=index, time_s=time_s)
        frame.a.CopyFrom(person(time_s, 0.0, config.include_arkit, self.rig))
        frame.b.CopyFrom(person(time_s, 1.0, config.include_arkit, self.rig))
        raw = Response(frame=frame).SerializeToString()
        if self.garble_at is not None and time_s >= self.garble_at:
            self.garble_at = None
            return raw[:-1] + b"\xff\xff"
        return raw

    def handlers(self) -> grpc.GenericRpcHandler:
        def unary(method: Callable[..., bytes]) -> grpc.RpcMethodHandler:
            return grpc.unary_unary_rpc_method_handler(method)

        methods = {
            "GetRig": unary(self.get_rig),
            "GetServiceInfo": unary(self.get_service_info),
            "Converse": grpc.stream_stream_rpc_method_handler(self.converse),
        }
        return grpc.method_handlers_generic_handler("visavis.v1.ConversationService", methods)


class RunningService:
    """A FaultyService on a port of this machine; can be stopped and started again on the same port."""

    def __init__(self, service: FaultyService, credentials: grpc.ServerCredentials | None = None) -> None:
        self.service = service
        self._credentials = credentials
        self.port = 0
        self._server: grpc.Server | None = None
        self.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        self.service.stopping.clear()
        server = grpc.server(futures.ThreadPoolExecutor(8), options=[("grpc.so_reuseport", 0)])
        server.add_generic_rpc_handlers((self.service.handlers(),))
        wanted = f"127.0.0.1:{self.port}"
        if self._credentials is None:
            self.port = server.add_insecure_port(wanted)
        else:
            self.port = server.add_secure_port(wanted, self._credentials)
        server.start()
        self._server = server

    def kill(self) -> None:
        self.service.stopping.set()
        if self._server is not None:
            self._server.stop(0).wait()
            self._server = None
