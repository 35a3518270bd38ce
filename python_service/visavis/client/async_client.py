"""The client, for programs that use asyncio."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import grpc
import numpy as np
from numpy.typing import NDArray

from visavis.audio import read_recording
from visavis.client import frame as incoming
from visavis.client.async_conversation import AsyncConversation, Reconnect
from visavis.client.errors import service_error
from visavis.client.frame import Output, Performance, gather
from visavis.client.playback import Pace, feed
from visavis.client.talk import Person, Span, Talk, participant, role_spans
from visavis.v1 import (
    audio_pb2,
    conversation_service_pb2,
    conversation_service_pb2_grpc,
    rig_pb2,
    scene_pb2,
)

DEFAULT_ADDRESS: Final = "127.0.0.1:50051"
Progress = Callable[[int, int], None]
"""Called with frames done and frames in all."""


@dataclass(frozen=True)
class Security:
    """How the service is trusted, and how it trusts us.

    Attributes:
        tls: encrypt, and check the service's certificate.
        root: PEM file of the authority that signed it; None takes the usual ones.
        certificate, key: PEM files of our own certificate, where the service asks for one.
        token: bearer token, where the service asks for one.
        name: name in the service's certificate when it is not the address's.
    """

    tls: bool = False
    root: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    token: str = ""
    name: str = ""

    def channel(self, address: str) -> grpc.aio.Channel:
        """A channel to `address`."""
        options: list[tuple[str, int | str]] = [
            ("grpc.max_receive_message_length", -1),
            ("grpc.max_send_message_length", -1),
            ("grpc.keepalive_time_ms", 20_000),
            ("grpc.keepalive_timeout_ms", 10_000),
            ("grpc.initial_reconnect_backoff_ms", 100),
            ("grpc.max_reconnect_backoff_ms", 2_000),
        ]
        if self.name:
            options.append(("grpc.ssl_target_name_override", self.name))
        if not self.tls:
            return grpc.aio.insecure_channel(address, options)
        credentials = grpc.ssl_channel_credentials(
            self.root.read_bytes() if self.root else None,
            self.key.read_bytes() if self.key else None,
            self.certificate.read_bytes() if self.certificate else None,
        )
        return grpc.aio.secure_channel(address, credentials, options)

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What goes with every call."""
        return (("authorization", f"Bearer {self.token}"),) if self.token else ()


class AsyncClient:
    """A connection to a service. Use it as `async with AsyncClient(address) as client`."""

    def __init__(
        self, address: str = DEFAULT_ADDRESS, security: Security | None = None, reconnect: Reconnect | None = None
    ) -> None:
        self._security = security or Security()
        self._reconnect = reconnect or Reconnect()
        self._channel = self._security.channel(address)
        self._stub = conversation_service_pb2_grpc.ConversationServiceStub(self._channel)

    async def __aenter__(self) -> "AsyncClient":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._channel.close()

    def converse(self, talk: Talk | None = None) -> AsyncConversation:
        """A live conversation: `async with client.converse(Talk(...)) as conversation`."""
        return AsyncConversation(self._stub, self._security.metadata, talk or Talk(), self._reconnect)

    async def stream_file(
        self,
        path: str | Path,
        b: str | Path | None = None,
        talk: Talk | None = None,
        roles: Iterable[Span] = (),
        pace: Pace = "real-time",
        piece_s: float = 0.02,
    ) -> AsyncIterator[Output]:
        """Streams a recording as if it were spoken now; yields what comes back.

        Args:
            path: the mixed track, or A's where `b` is B's.
            b: B's track.
            talk: how; its rate and layout are taken from the recording.
            roles: who speaks when, if known.
            pace: "real-time", or "fast" for as fast as the service takes it.
            piece_s: seconds of sound a message.
        """
        rate, tracks = read_tracks(path, b)
        talk = replace(talk or Talk(), sample_rate=rate, separate=b is not None)
        async with self.converse(talk) as conversation:
            if spans := list(roles):
                await conversation.label(spans)
            feeding = asyncio.create_task(feed(conversation, tracks, rate, pace, piece_s))
            try:
                async for output in conversation:
                    yield output
                await feeding
            finally:
                feeding.cancel()

    async def bake(
        self,
        path: str | Path,
        b: str | Path | None = None,
        talk: Talk | None = None,
        roles: Iterable[Span] = (),
        scene: Sequence[scene_pb2.SceneUpdate] = (),
        progress: Progress | None = None,
    ) -> Performance:
        """Bakes a recording whole. Arguments as for `stream_file`; `scene` are changes by their times."""
        rate, tracks = read_tracks(path, b)
        talk = replace(talk or Talk(), sample_rate=rate, separate=b is not None)
        request = conversation_service_pb2.BakeRequest(config=talk.config(), scene=scene)
        if spans := list(roles):
            request.roles.CopyFrom(role_spans(spans))
        for person, samples in tracks.items():
            track = conversation_service_pb2.BakeTrack(participant=participant(person), samples=talk.packed(samples))
            request.tracks.append(track)
        outputs: list[Output] = []
        try:
            async for response in self._stub.Bake(request, metadata=self._security.metadata):
                if response.WhichOneof("response") == "progress":
                    if progress is not None:
                        progress(response.progress.frames_done, response.progress.frames_total)
                else:
                    outputs.append(incoming.output(response))
        except grpc.aio.AioRpcError as error:
            raise service_error(error) from None
        return gather(outputs)

    async def interpret_pose(self, text: str, current: scene_pb2.Placement | None = None) -> scene_pb2.PoseReading:
        """What the service understands from a sentence about how the two stand."""
        request = conversation_service_pb2.InterpretPoseRequest(text=text, current=current)
        response: conversation_service_pb2.InterpretPoseResponse = await self._ask(self._stub.InterpretPose, request)
        return response.reading

    async def enroll(self, path: str | Path) -> tuple[bytes, float]:
        """A voice print of a recording of one voice, and the seconds of speech found in it."""
        recording = read_recording(path)
        packed = Talk().packed(recording.mixed())
        piece = recording.sample_rate  # half a second of 16-bit samples

        async def requests() -> AsyncIterator[conversation_service_pb2.EnrollVoiceRequest]:
            for start in range(0, len(packed), piece):
                yield conversation_service_pb2.EnrollVoiceRequest(
                    sample_rate=recording.sample_rate,
                    encoding=audio_pb2.AUDIO_ENCODING_PCM_S16LE,
                    samples=packed[start : start + piece],
                )

        response: conversation_service_pb2.EnrollVoiceResponse = await self._ask(self._stub.EnrollVoice, requests())
        return response.print.data, response.speech_s

    async def rig(self) -> rig_pb2.Rig:
        """The service's rig."""
        response: conversation_service_pb2.GetRigResponse = await self._ask(
            self._stub.GetRig, conversation_service_pb2.GetRigRequest()
        )
        return response.rig

    async def info(self) -> conversation_service_pb2.GetServiceInfoResponse:
        """Versions, model, look-aheads, limits, device."""
        response: conversation_service_pb2.GetServiceInfoResponse = await self._ask(
            self._stub.GetServiceInfo, conversation_service_pb2.GetServiceInfoRequest()
        )
        return response

    async def _ask(self, method: Callable[..., Any], request: object) -> Any:
        try:
            return await method(request, metadata=self._security.metadata)
        except grpc.aio.AioRpcError as error:
            raise service_error(error) from None


def read_tracks(path: str | Path, b: str | Path | None = None) -> tuple[int, dict[Person | None, NDArray[np.float32]]]:
    """A recording's rate and tracks: {None: mixed}, or {"A": ..., "B": ...} of two files of the same rate."""
    first = read_recording(path)
    if b is None:
        return first.sample_rate, {None: first.mixed()}
    second = read_recording(b)
    if second.sample_rate != first.sample_rate:
        raise ValueError(
            f"{b} has {second.sample_rate} samples a second, {path} {first.sample_rate}; both need the same"
        )
    return first.sample_rate, {"A": first.mixed(), "B": second.mixed()}
