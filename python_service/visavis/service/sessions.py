"""The conversations and bakes of one service: how many, how each runs, how all come to an end."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import grpc

from visavis.engine import LookAhead, Notice, NoticeSeverity
from visavis.engine.schedule import Schedule
from visavis.errors import LimitExceeded, VisavisError
from visavis.service import answers, packed
from visavis.service.intake import Intake, idle
from visavis.service.limits import Limits
from visavis.service.log import event
from visavis.service.outbox import Outbox
from visavis.service.refusal import ShuttingDown
from visavis.service.remote import AnyScheduler, AnySeat
from visavis.service.requests import Opening, Recording
from visavis.v1 import conversation_service_pb2 as pb

PROGRESS_S: Final = 1.0
"""Seconds between two messages of a bake's progress."""
BAKE_AHEAD: Final = 1200
"""Frames of a bake that may wait to be sent; it is held while there are more."""
FED_AHEAD_S: Final = 60.0
"""Seconds of sound given to a bake with LIVE or BALANCED look-ahead before its frames."""


@dataclass(eq=False)
class Session:
    """One conversation or bake that runs.

    Attributes:
        task: the call's own task.
        intake: the side that reads; None for a bake.
        wrote_at: when something was sent last, monotonic seconds.
        writing: whether something is being sent.
        cut: whether the service ends it, because it goes away.
    """

    task: "asyncio.Task[None]"
    seat: AnySeat
    outbox: Outbox
    intake: Intake | None = None
    reading: "asyncio.Task[None] | None" = None
    wrote_at: float = field(default_factory=time.monotonic)
    writing: bool = False
    cut: bool = False


class Sessions:
    """Opens, runs, watches and ends them. Lives in the event loop."""

    def __init__(self, scheduler: AnyScheduler, limits: Limits) -> None:
        self._scheduler = scheduler
        self._limits = limits
        self._taken = 0
        self._running: set[Session] = set()
        self._leaving = False
        self._hurried = False

    @property
    def open(self) -> int:
        """Conversations and bakes now."""
        return self._taken

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place among those there may be at once. Raises LimitExceeded, ShuttingDown."""
        if self._leaving:
            raise ShuttingDown
        most = self._limits.max_conversations
        if self._taken >= most:
            raise LimitExceeded("max_conversations", f"{most} are open, which is all this service takes at once")
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1

    async def converse(self, context: grpc.aio.ServicerContext, opening: Opening) -> None:
        """Runs a live conversation to its end; raises what it failed with."""
        outbox = Outbox()
        patient = opening.options.look_ahead is LookAhead.OFFLINE
        with self._session(
            await self._scheduler.open(opening.options, outbox, patient, opening.include_arkit), outbox, context
        ) as session:
            session.intake = Intake(context, session.seat, outbox, opening, self._limits)
            await context.write(pb.ConverseResponse(header=answers.header(session.seat.header)))
            session.reading = asyncio.create_task(session.intake.run())
            while (output := await outbox.take()) is not None:
                for answer in packed.messages(output, opening.include_arkit):
                    await self._write(context, session, pb.ConverseResponse(**answer))
            if session.cut:
                raise ShuttingDown

    async def bake(self, context: grpc.aio.ServicerContext, recording: Recording) -> None:
        """Bakes a recording; raises what it failed with."""
        outbox = Outbox()
        options = recording.opening.options
        with self._session(
            await self._scheduler.open(options, outbox, True, recording.opening.include_arkit), outbox, context
        ) as session:
            await context.write(pb.BakeResponse(header=answers.header(session.seat.header)))
            session.reading = asyncio.create_task(_feed(session.seat, outbox, recording))
            schedule = Schedule(options.sample_rate, options.fps, options.look_ahead, options.resume_at_s)
            total = max(0, schedule.outputs(recording.samples) - schedule.first_output)
            done, told, held = 0, time.monotonic(), False
            while (output := await outbox.take()) is not None:
                if time.monotonic() - told >= PROGRESS_S or packed.is_last(output):
                    told = time.monotonic()
                    progress = pb.BakeProgress(frames_done=done, frames_total=total)
                    await self._write(context, session, pb.BakeResponse(progress=progress))
                for answer in packed.messages(output, recording.opening.include_arkit):
                    await self._write(context, session, pb.BakeResponse(**answer))
                done += packed.frames_in(output)
                if held != (outbox.frames > BAKE_AHEAD):
                    held = not held
                    session.seat.hold(held)

    async def watch(self) -> None:
        """Ends who has fallen silent or does not read; runs as long as the service."""
        limit = self._limits.idle_timeout_s
        while True:
            await asyncio.sleep(min(1.0, limit / 4))
            now = time.monotonic()
            for session in list(self._running):
                silent = session.intake.waiting_since if session.intake else None
                if session.writing:
                    if now - session.wrote_at > limit:
                        event("client_does_not_read", conversation=session.seat.header.conversation_id)
                        session.task.cancel()
                elif silent is not None and now - max(silent, session.wrote_at) > limit:
                    session.seat.refuse(idle(self._limits))

    async def leave(self, grace_s: float) -> None:
        """Takes nobody new, lets everybody finish within `grace_s`, then gives the rest what they are owed."""
        self._leaving = True
        text = f"the service shuts down in {grace_s:g} s; finish, or go on elsewhere with resume_at_s"
        for session in self._running:
            if session.intake is not None:
                time_s = session.intake.audio_s
                session.outbox.receive([Notice(NoticeSeverity.WARNING, "service_shutting_down", text, time_s)])
        await self._ended(grace_s)
        for session in self._running:
            session.cut = True
            if session.reading is not None:
                session.reading.cancel()
            if session.intake is None:
                session.outbox.fail(ShuttingDown())
            else:
                session.seat.finish()
        await self._ended(max(2.0, grace_s / 4))

    def hurry(self) -> None:
        """Makes `leave` wait for nobody any more."""
        self._hurried = True

    async def _ended(self, within_s: float) -> None:
        end = time.monotonic() + within_s
        while self._running and not self._hurried and time.monotonic() < end:
            await asyncio.wait([session.task for session in self._running], timeout=0.05)

    @contextmanager
    def _session(self, seat: AnySeat, outbox: Outbox, context: grpc.aio.ServicerContext) -> Iterator[Session]:
        task = asyncio.current_task()
        assert task is not None
        session = Session(task, seat, outbox)
        self._running.add(session)
        header = seat.header
        kind = "bake" if seat.patient else "conversation"
        event(
            f"{kind}_opened",
            conversation=header.conversation_id, peer=context.peer(), fps=header.fps,
            look_ahead=header.look_ahead.name, open=self._taken,
        )  # fmt: skip
        began, reason = time.monotonic(), "finished"
        try:
            yield session
        except asyncio.CancelledError:
            reason = "client_gone"
            raise
        except VisavisError as error:
            reason = str(error)
            raise
        except Exception:
            reason = "internal_error"
            raise
        finally:
            self._running.discard(session)
            if session.reading is not None:
                session.reading.cancel()
            seat.close()
            event(
                f"{kind}_ended",
                conversation=header.conversation_id, reason=reason, frames=outbox.total,
                seconds=round(time.monotonic() - began, 3),
            )  # fmt: skip

    @staticmethod
    async def _write(context: grpc.aio.ServicerContext, session: Session, message: object) -> None:
        session.writing, session.wrote_at = True, time.monotonic()
        await context.write(message)
        session.writing, session.wrote_at = False, time.monotonic()


async def _feed(seat: AnySeat, outbox: Outbox, recording: Recording) -> None:
    """Gives a bake its sound: at once where it hears the whole, else as its frames come."""
    options = recording.opening.options
    for change in recording.scene:
        seat.set_scene(change)
    offline = options.look_ahead is LookAhead.OFFLINE
    piece = recording.samples if offline else max(round(options.sample_rate * FED_AHEAD_S / 4), 1)
    for start in range(0, recording.samples, piece):
        for who, samples in recording.tracks:
            if start < len(samples):
                seat.push_audio(who, start, samples[start : start + piece])
        ahead = (start + piece) / options.sample_rate - options.resume_at_s - FED_AHEAD_S
        await outbox.received(round(ahead * options.fps))
    seat.finish()
