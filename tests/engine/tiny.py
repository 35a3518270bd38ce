"""A network and a rig small enough for tests: every output depends on everything the real ones may look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from visavis.engine import ConversationOptions, Engine, Frames, Output
from visavis.model.config import MOTION_SIZE, MOUTH_SIZE
from visavis.state import PersonState
from visavis.state.behaviour import FIELD_SIZES

HEARD, CONTEXT = 6, 8
SIZES = np.array([0.03 if name in ("head", "body", "offset") else 1.0
                  for name, size in FIELD_SIZES.items() for _ in range(size)], np.float32)[MOUTH_SIZE:]  # fmt: skip
"""Heads nod and sway by little, looks and blinks by much."""


def _weights(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.5, shape).astype(np.float32)


class TinyNetwork:
    """As `model.runtime.Network`: causal, stateful, rows of a batch independent by construction."""

    model_id = "tiny-1"
    device = "cpu"
    heard_size = HEARD
    context_size = CONTEXT
    offsets = (-4, -2, -1, 0, 1, 2, 3, 4, 5, 8, 14, 19, 29)
    state_names = {"encoder": ("ear",), "decoder": ("mind",), "motion": ("mood",)}  # noqa: RUF012

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []
        self.fail_at: tuple[str, int] | None = None

    def initial_state(self) -> dict[str, np.ndarray]:
        return {name: np.zeros((2, 6), np.float32) for name in ("ear", "mind", "mood")}

    def encode(self, mel, state):
        self._note("encode", len(mel))
        ear, heard = state["ear"].copy(), []
        for t in range(mel.shape[2]):
            loud = mel[:, :, t].mean(axis=(2, 3), dtype=np.float32)[..., None]
            ear = np.tanh(0.7 * ear + loud * _weights(1, 6) + 0.1 * mel[:, :, t, 3, :6])
            heard.append(ear)
        return np.stack(heard, axis=2), {"ear": ear}

    def decode(self, window, known, role, scene, style, state):
        self._note("decode", len(window))
        mind, mouths, contexts = state["mind"].copy(), [], []
        for t in range(window.shape[2]):
            seen = (window[:, :, t] * _weights(2, len(self.offsets), 1)).sum(axis=2)
            seen = seen + known[:, None, t, -1:] + role[:, :, t, :1] - role[:, :, t, 1:] + scene[:, :, t, 3:4]
            mind = np.tanh(0.5 * mind + 0.2 * mind[:, ::-1] + seen)
            mouths.append((mind.sum(axis=2)[..., None] * _weights(3, MOUTH_SIZE) + 1) / 2 * style[:, :, :1])
            contexts.append(np.concatenate([mind, seen[..., :2]], axis=2))
        return np.clip(np.stack(mouths, axis=2), 0, 1), np.stack(contexts, axis=2), {"mind": mind}

    def behave(self, context, role, scene, style, noise, state):
        self._note("behave", len(context))
        mood = np.tanh(0.8 * state["mood"] + context[..., :6])
        drive = mood.sum(axis=2)[..., None, None] * _weights(4, MOTION_SIZE)
        motion = 0.1 * drive + 0.3 * noise * style[:, :, None, 1:2] + role[:, :, None, :1]
        return motion * SIZES, {"mood": mood}

    def _note(self, part: str, rows: int) -> None:
        self.calls.append((part, rows))
        if self.fail_at == (part, rows):
            raise RuntimeError("the network broke")


@dataclass
class TinyFlame:
    expression: np.ndarray
    translation: np.ndarray


class TinyRig:
    rig_id = "tiny-rig"
    joints = np.array([[0, -0.1, 0], [0, 0, 0], [0, 0.02, 0.03], [0.03, 0.08, 0.09], [-0.03, 0.08, 0.09]], np.float32)
    eye_look_range = np.full(4, 0.6, np.float32)

    def to_flame(self, state: PersonState) -> TinyFlame:
        return TinyFlame(2 * state.arkit[:, :10], state.head_position)


def tiny_engine() -> Engine:
    return Engine(network=TinyNetwork(), rig=TinyRig())  # type: ignore[arg-type]


def table(outputs: Sequence[Output]) -> np.ndarray:
    """(frames, columns) every number of every frame, in order of the frames, which follow each other."""
    rows, expected = [], None
    for frames in outputs:
        if not isinstance(frames, Frames):
            continue
        assert expected in (None, frames.first)
        expected = frames.first + len(frames)
        arrays = [frames.a.expression, frames.b.expression]
        for person in (frames.state.a, frames.state.b):
            arrays += [getattr(person, name).reshape(len(frames), -1) for name in PersonState.__dataclass_fields__]
        rows.append(np.concatenate(arrays, axis=1))
    return np.concatenate(rows) if rows else np.zeros((0, 0))


def voice(seconds: float, rate: int, seed: int = 0) -> np.ndarray:
    """Something like speech: noise in bursts."""
    rng = np.random.default_rng(seed)
    times = np.arange(int(seconds * rate)) / rate
    loud = np.clip(np.sin(2 * np.pi * (0.9 + 0.2 * seed) * times) + np.sin(2 * np.pi * 3.1 * times), 0, 1)
    return (0.2 * loud * rng.normal(size=len(times))).astype(np.float32)


def run(engine: Engine, options: ConversationOptions, pushes: Sequence[tuple], tick_every: int = 1) -> list[Output]:
    """A conversation from opening to summary; `pushes` are (participant, start, samples)."""
    conversation = engine.open(options)
    outputs: list[Output] = []
    for number, push in enumerate(pushes):
        conversation.push_audio(*push)
        if number % tick_every == 0:
            while engine.tick():
                outputs += conversation.poll()
    conversation.finish()
    while engine.tick():
        outputs += conversation.poll()
    return outputs + conversation.poll()


def cut(sound: np.ndarray, *borders: int) -> list[tuple[None, int, np.ndarray]]:
    """Pushes of one mixed track, cut at these places."""
    places = sorted({0, len(sound), *(border for border in borders if 0 < border < len(sound))})
    return [(None, start, sound[start:stop]) for start, stop in pairwise(places)]
