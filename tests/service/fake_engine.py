"""An engine without a network: frames that show what was heard, failures on demand. For tests of the service alone."""

import time
from collections import deque
from types import SimpleNamespace

import numpy as np
from visavis.engine import ConversationOptions, Frames, Header, LookAhead, Output, Summary
from visavis.engine.schedule import Schedule
from visavis.errors import FailedPrecondition, InvalidInput
from visavis.rig import FlameFrames
from visavis.state import DyadState, PersonState

BREAKING = 0.666
"""A sample of this value breaks the engine."""


def person(count: int, value: float) -> PersonState:
    def rows(*size: int) -> np.ndarray:
        return np.full((count, *size), value, np.float32)

    return PersonState(
        arkit=rows(52), body_rotation=rows(3), head_rotation=rows(3), left_eye=rows(3), right_eye=rows(3),
        head_position=rows(3), eyelids=rows(2), gaze_kind=np.ones(count, np.int8), gaze_point=rows(3),
        gaze_on_partner=rows(), gaze_object=np.full(count, -1, np.int16), speaking=rows(),
    )  # fmt: skip


def flame(count: int, value: float) -> FlameFrames:
    def rows(*size: int) -> np.ndarray:
        return np.full((count, *size), value, np.float32)

    return FlameFrames(
        expression=rows(50), global_rotation=rows(3), neck=rows(3), jaw=rows(3), left_eye=rows(3), right_eye=rows(3),
        translation=rows(3), eyelids=rows(2), gaze_kind=np.ones(count, np.int8), gaze_point=rows(3),
        gaze_on_partner=rows(), gaze_object=np.full(count, -1, np.int16), speaking=rows(), arkit=rows(52),
    )  # fmt: skip


class FakeConversation:
    """Frames of 0.5 (A) and 0.25 (B), one for each that the sound and the look-ahead allow."""

    def __init__(self, options: ConversationOptions) -> None:
        options.check()
        self.options = options
        self.schedule = Schedule(options.sample_rate, options.fps, options.look_ahead, options.resume_at_s)
        self.made = self.schedule.first_output
        self.ends: dict[object, int] = {}
        self.finished = self.ended = False
        self.changes: list[object] = []
        self.outputs: deque[Output] = deque()
        self.header = Header(
            f"fake-{id(self):x}", options.fps, options.look_ahead, options.look_ahead.milliseconds, "fake-rig",
            "fake-model", options.seed, None, None,
        )  # fmt: skip

    def push_audio(self, who: object, start: int, samples: np.ndarray) -> None:
        if start < self.ends.get(who, 0):
            raise InvalidInput("audio.start_sample", f"{start} lies before {self.ends[who]}")
        if np.abs(samples).max() == np.float32(BREAKING):
            raise RuntimeError("the engine broke")
        self.ends[who] = start + len(samples)

    def clock(self, who: object, up_to: int) -> None:
        self.ends[who] = max(self.ends.get(who, 0), up_to)

    @property
    def end(self) -> int:
        return max(self.ends.values(), default=0)

    def set_roles(self, spans: object, known_until_s: float, replace: bool) -> None:
        self.changes.append(spans)

    def set_scene(self, change: object) -> None:
        self.changes.append(change)

    def finish(self) -> None:
        self.finished = True

    @property
    def due(self) -> int:
        if self.finished:
            return self.schedule.outputs(self.end) - self.made
        if self.options.look_ahead is LookAhead.OFFLINE:
            return 0
        ahead = self.options.look_ahead.milliseconds * self.options.sample_rate // 1000
        return (self.end - ahead) * self.options.fps // self.options.sample_rate - self.made

    @property
    def known_s(self) -> float:
        return self.end / self.options.sample_rate

    @property
    def made_s(self) -> float:
        return self.made / self.options.fps

    def move(self) -> bool:
        if self.due > 0:
            count = min(self.due, 32) if self.options.look_ahead is LookAhead.OFFLINE else 1
            state = DyadState(self.made, self.options.fps, person(count, 0.5), person(count, 0.25))
            self.outputs.append(Frames(state, flame(count, 0.5), flame(count, 0.25), ()))
            self.made += count
            return True
        if self.finished and not self.ended:
            self.ended = True
            frames = self.made - self.schedule.first_output
            self.outputs.append(Summary(frames, self.end / self.options.sample_rate, 0.0, 0.0, 0.0))
            return True
        return False

    def poll(self) -> list[Output]:
        ready = list(self.outputs)
        self.outputs.clear()
        return ready


class FakeEngine:
    """As `visavis.engine.Engine`. A pass takes `pass_s`, and fails once when `breaks`; `seen`: all conversations."""

    seen: list[FakeConversation]

    def __init__(self, *, network: object = None, rig: object = None) -> None:
        self.network = network or SimpleNamespace(model_id="fake-model", device="cpu")
        self.rig = rig or SimpleNamespace(rig_id="fake-rig")
        self.seen = []
        self.conversations: list[FakeConversation] = []
        self.shared: list[int] = []
        self.breaks = False
        self.pass_s = 0.0

    def open(self, options: ConversationOptions) -> FakeConversation:
        if options.rig_id not in ("", "fake-rig"):
            raise FailedPrecondition("rig_id", f"'{options.rig_id}' is not the rig here, 'fake-rig'")
        conversation = FakeConversation(options)
        self.seen.append(conversation)
        self.conversations.append(conversation)
        return conversation

    def close(self, conversation: FakeConversation) -> None:
        if conversation in self.conversations:
            self.conversations.remove(conversation)

    def tick(self) -> int:
        if self.breaks:
            self.breaks = False
            raise RuntimeError("the network broke")
        moved = sum(conversation.move() for conversation in list(self.conversations))
        if moved:
            self.shared.append(moved)
            time.sleep(self.pass_s)
        return moved
