"""One live conversation's incoming side: reads requests no faster than they may be worked on."""

import asyncio
import time

import grpc

from visavis.engine import LookAhead
from visavis.errors import InvalidInput, LimitExceeded, VisavisError
from visavis.roles import Participant
from visavis.service import requests
from visavis.service.limits import Limits
from visavis.service.outbox import Outbox
from visavis.service.remote import AnySeat
from visavis.v1 import audio_pb2, conversation_pb2
from visavis.v1 import conversation_service_pb2 as service_pb2

PIECE_S = 1.0
"""Seconds of sound handed to the engine at once: long messages are cut, which changes no frame."""
UNSENT_S = 30.0
"""Seconds of sound whose frames are not sent yet at which reading stops: who does not read is not read from."""


class Intake:
    """Reads one conversation's requests and hands them to the engine.

    Attributes:
        waiting_since: since when the service waits for the client's next request (monotonic seconds), None while it
            does not read because of back-pressure or because the client has said everything.
        audio_s: audio time up to which the client has sent, seconds.
    """

    def __init__(
        self,
        context: grpc.aio.ServicerContext,
        seat: AnySeat,
        outbox: Outbox,
        opening: requests.Opening,
        limits: Limits,
    ) -> None:
        self.waiting_since: float | None = time.monotonic()
        self.audio_s = opening.options.resume_at_s
        self._context = context
        self._seat = seat
        self._outbox = outbox
        self._opening = opening
        self._limits = limits
        self._rate = opening.options.sample_rate
        self._offline = opening.options.look_ahead is LookAhead.OFFLINE
        self._began = time.monotonic() - opening.options.resume_at_s
        start = round(self.audio_s * self._rate)
        self._ends: dict[Participant | None, int] = dict.fromkeys((None, Participant.A, Participant.B), start)

    async def run(self) -> None:
        """Reads to the end of the stream. What is wrong with a request ends the conversation in its place."""
        try:
            while True:
                self.waiting_since = time.monotonic()
                request = await self._context.read()
                self.waiting_since = None
                if request is grpc.aio.EOF:
                    self._seat.finish()
                    return
                await self._take(request)
        except VisavisError as error:
            self._seat.refuse(error)

    async def _take(self, request: service_pb2.ConverseRequest) -> None:
        kind = request.WhichOneof("request")
        if kind == "audio":
            await self._audio(request.audio)
        elif kind == "clock":
            await self._clock(request.clock)
        elif kind == "roles":
            spans = requests.role_spans(request.roles)
            self._seat.set_roles(spans, request.roles.known_until_s, request.roles.replace)
        elif kind == "scene":
            self._seat.set_scene(requests.scene_change(request.scene, self._limits))
        elif kind == "open":
            raise InvalidInput("open", "was sent before; it comes first and once")
        else:
            raise InvalidInput("request", "is empty; it must be audio, roles, scene or clock")

    async def _audio(self, chunk: audio_pb2.AudioChunk) -> None:
        who = requests.participant(chunk.participant, "audio.participant")
        start = requests.audio_position(chunk)
        samples = requests.sound(chunk.samples, self._opening.encoding, "audio.samples")
        self._check_gap("audio.start_sample", start, who)
        step = max(round(PIECE_S * self._rate), 1)
        for offset in range(0, len(samples), step):
            piece = samples[offset : offset + step]
            await self._pace(start + offset + len(piece), who)
            self._seat.push_audio(who, start + offset, piece)
            self._ends[who] = max(self._ends[who], start + offset + len(piece))
        self._check_apart(who)

    async def _clock(self, clock: audio_pb2.Clock) -> None:
        who = requests.participant(clock.participant, "clock.participant")
        if clock.up_to_sample < 0:
            raise InvalidInput("clock.up_to_sample", f"{clock.up_to_sample} is before the start, which is 0")
        self._check_gap("clock.up_to_sample", clock.up_to_sample, who)
        await self._pace(clock.up_to_sample, who)
        self._seat.clock(who, clock.up_to_sample)
        for track in self._ends if who is None else (who,):
            self._ends[track] = max(self._ends[track], clock.up_to_sample)

    def _check_gap(self, field: str, position: int, who: Participant | None) -> None:
        """Refuses a leap in time that would owe more frames at once than anybody can want."""
        most = self._limits.max_bake_s if self._offline else self._limits.max_audio_ahead_s
        end = max(self._ends.values()) if who is None else self._ends[who]
        gap = (position - end) / self._rate
        if gap > most:
            raise LimitExceeded(
                field, f"{position} leaves {gap:.0f} s without sound; at most {most:g} s at once (send clocks in time)"
            )

    def _check_apart(self, who: Participant | None) -> None:
        """Refuses one track that runs away from the other: its sound would have to be kept."""
        if who is None or self._offline:
            return
        apart = (self._ends[who] - self._ends[who.other]) / self._rate
        if apart > self._limits.max_audio_ahead_s:
            raise LimitExceeded(
                "audio.participant",
                f"track {who.name} runs {apart:.0f} s ahead of track {who.other.name}; at most "
                f"{self._limits.max_audio_ahead_s:g} s (send its sound, or a clock)",
            )

    async def _pace(self, position: int, who: Participant | None) -> None:
        """Waits until sound up to `position` may come in: neither too far ahead of time nor of what was sent."""
        self.audio_s = max(self.audio_s, position / self._rate)
        if self._offline:
            if self.audio_s - self._opening.options.resume_at_s > self._limits.max_bake_s:
                raise LimitExceeded(
                    "audio", f"is {self.audio_s:.0f} s long; OFFLINE takes at most {self._limits.max_bake_s:g} s"
                )
            return
        ahead = position / self._rate - (time.monotonic() - self._began)
        if ahead > self._limits.max_audio_ahead_s:
            await asyncio.sleep(ahead - self._limits.max_audio_ahead_s)
        known = min(self._ends[Participant.A], self._ends[Participant.B]) if who else self._ends[None]
        owed_s = known / self._rate - self._opening.options.resume_at_s - UNSENT_S
        await self._outbox.has_sent(round(owed_s * self._opening.options.fps))


async def first_request(context: grpc.aio.ServicerContext, limits: Limits) -> conversation_pb2.ConversationConfig:
    """The configuration that opens a conversation. Raises when something else, nothing or nobody comes."""
    try:
        request = await asyncio.wait_for(context.read(), limits.idle_timeout_s)
    except TimeoutError:
        raise idle(limits) from None
    if request is grpc.aio.EOF:
        raise InvalidInput("open", "the stream ended before it was opened")
    if request.WhichOneof("request") != "open":
        raise InvalidInput("open", "the first request must be the conversation's configuration")
    config: conversation_pb2.ConversationConfig = request.open
    return config


def idle(limits: Limits) -> LimitExceeded:
    """What a conversation that fell silent ends with."""
    return LimitExceeded("idle_timeout_s", f"nothing was heard from the client for {limits.idle_timeout_s:g} s")
