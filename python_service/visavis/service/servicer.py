"""The methods of `visavis.v1.ConversationService`: thin, each checks what comes and hands it on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from visavis.audio import AudioEncoding, check_rate
from visavis.engine import FRAME_RATES, Engine, LookAhead
from visavis.errors import InvalidInput, LimitExceeded
from visavis.roles import VoicePrintError, make_voice_print
from visavis.scene import Placement
from visavis.scene.pose_text import interpret
from visavis.service import answers, requests
from visavis.service.intake import first_request
from visavis.service.limits import Limits
from visavis.service.refusal import refuse
from visavis.service.remote import EngineProcess
from visavis.service.sessions import Sessions
from visavis.v1 import conversation_service_pb2 as pb
from visavis.v1 import conversation_service_pb2_grpc, role_pb2
from visavis.version import __version__

MAX_VOICE_S = 120.0
"""Seconds of sound that a voice print is made of at most."""

T = TypeVar("T")
Context: TypeAlias = Any
"""grpc.aio.ServicerContext, which has no types."""


class Servicer(conversation_service_pb2_grpc.ConversationServiceServicer):  # type: ignore[misc]
    """See the proto for what each method promises."""

    def __init__(
        self, engine: Engine | EngineProcess, sessions: Sessions, limits: Limits, look_ahead: LookAhead
    ) -> None:
        self._engine = engine
        self._sessions = sessions
        self._limits = limits
        self._look_ahead = look_ahead
        self._side = ThreadPoolExecutor(1, "side")

    async def Converse(self, _: object, context: Context) -> None:  # noqa: N802
        """Live."""
        try:
            with self._sessions.place():
                config = await first_request(context, self._limits)
                opening = requests.opening(config, self._limits, self._look_ahead)
                await self._sessions.converse(context, opening)
        except Exception as error:
            await refuse(context, error)

    async def Bake(self, request: pb.BakeRequest, context: Context) -> None:  # noqa: N802
        """A whole recording."""
        try:
            with self._sessions.place():
                recording = requests.recording(request, self._limits)
                del request
                await self._sessions.bake(context, recording)
        except Exception as error:
            await refuse(context, error)

    async def InterpretPose(self, request: pb.InterpretPoseRequest, context: Context) -> pb.InterpretPoseResponse:  # noqa: N802
        """What a pose text means."""
        try:
            if not request.text.strip() or len(request.text) > self._limits.max_pose_text_chars:
                most = self._limits.max_pose_text_chars
                raise InvalidInput("text", f"has {len(request.text)} characters; 1 to {most} are read")
            current = requests.placement(request.current) if request.HasField("current") else Placement()
            reading = await self._aside(partial(interpret, request.text, current))
            return pb.InterpretPoseResponse(reading=answers.pose_reading(reading))
        except Exception as error:
            await refuse(context, error)
            raise

    async def EnrollVoice(  # noqa: N802
        self, stream: AsyncIterator[pb.EnrollVoiceRequest], context: Context
    ) -> pb.EnrollVoiceResponse:
        """Audio of one voice in, its print out."""
        try:
            samples, rate = await asyncio.wait_for(_one_voice(stream), MAX_VOICE_S + self._limits.idle_timeout_s)
            made = await self._aside(partial(make_voice_print, samples, rate))
            data = made.to_bytes()
            return pb.EnrollVoiceResponse(print=role_pb2.VoicePrint(data=data), speech_s=made.speech_s)
        except VoicePrintError as error:
            await refuse(context, InvalidInput("samples", str(error)))
            raise
        except Exception as error:
            await refuse(context, error)
            raise

    async def GetRig(self, request: pb.GetRigRequest, context: Context) -> pb.GetRigResponse:  # noqa: N802
        """The rig in use."""
        return pb.GetRigResponse(rig=answers.rig(self._engine.rig))

    async def GetServiceInfo(self, request: pb.GetServiceInfoRequest, context: Context) -> pb.GetServiceInfoResponse:  # noqa: N802
        """Versions, model, limits."""
        limits = self._limits
        offers = [pb.LookAheadOffer(look_ahead=answers.enum(o), milliseconds=o.milliseconds) for o in LookAhead]
        return pb.GetServiceInfoResponse(
            version=__version__,
            model_id=self._engine.network.model_id,
            rig_id=self._engine.rig.rig_id,
            look_aheads=offers,
            limits=pb.Limits(
                max_conversations=limits.max_conversations,
                max_message_bytes=limits.max_message_bytes,
                max_pose_text_chars=limits.max_pose_text_chars,
                max_audio_ahead_s=limits.max_audio_ahead_s,
                idle_timeout_s=limits.idle_timeout_s,
                max_bake_s=limits.max_bake_s,
            ),
            device=self._engine.network.device,
            conversations_open=self._sessions.open,
            frame_rates=FRAME_RATES,
        )

    async def _aside(self, work: Callable[[], T]) -> T:
        """Does what takes tens of milliseconds outside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._side, work)


async def _one_voice(stream: AsyncIterator[pb.EnrollVoiceRequest]) -> tuple[NDArray[np.float32], int]:
    """All samples of a stream of one voice, and their rate."""
    rate, packed = 0, AudioEncoding.S16
    pieces: list[NDArray[np.float32]] = []
    count = 0
    async for message in stream:
        if not pieces:
            rate, packed = check_rate(message.sample_rate), requests.encoding(message.encoding)
        if message.sample_rate not in (0, rate):
            raise InvalidInput("sample_rate", f"{message.sample_rate} after {rate}; one rate in all messages")
        if message.encoding not in (0, packed):
            raise InvalidInput("encoding", f"{message.encoding} after {int(packed)}; one encoding in all messages")
        pieces.append(requests.sound(message.samples, packed, "samples"))
        count += len(pieces[-1])
        if count > MAX_VOICE_S * rate:
            raise LimitExceeded("samples", f"more than {MAX_VOICE_S:g} s; a voice print needs 3 to 20 s of speech")
    if not pieces:
        raise InvalidInput("samples", "no sound was sent; a voice print needs at least 3 s of speech")
    return np.concatenate(pieces), rate
