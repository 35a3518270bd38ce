"""What two people do beside speaking, simulated from published figures.

Every constant names its source; those without one are marked as ours, and the corpus report prints what comes out
beside what was published (docs/corpus.md).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

from visavis.model.config import MOTION_SIZE
from visavis.state.arkit import ARKIT_NAMES, UPPER_FACE
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]

SHARE_LISTENING: Final = 0.75
SHARE_SPEAKING: Final = 0.41
"""Gaze on the partner, Argyle & Cook 1976."""
SPELL_ON: Final = {"listen": 4.6, "speak": 2.1}
"""Mean seconds of a look at the partner; chosen so that shares and aversions below agree (ours)."""
AVERSION_DEGREES: Final = 14.0
"""Mean size of a look away; 90% of saccades stay under 15 degrees (Eyes Alive, Lee et al. 2002)."""
BLINKS_A_MINUTE: Final = {"speak": 28.0, "listen": 21.0}
"""26 in conversation, 17 at rest, Bentivoglio et al. 1997."""
LONG_UTTERANCE_S: Final = 2.0
TURN_EDGE_SHARE: Final = 0.72
"""Looks away at the start and back at the end of over 70% of long utterances, Kendon 1967."""
NOD_CYCLES: Final = (0.42, 0.36, 0.16, 0.06)
"""1, 2, 3, 4 cycles: mean 1.8, 42% single, Mori et al."""
NOD_HERTZ: Final = (1.4, 2.6)
"""Ordinary nods 1.4-1.5 Hz, Hale et al. 2020; quicker ones up to 2.6 Hz."""
UPPER_INDEX: Final = {ARKIT_NAMES[i]: k for k, i in enumerate(UPPER_FACE)}

# Columns of the packed motion, in the order of state.behaviour.FIELD_SIZES without the mouth.
UPPER = slice(0, len(UPPER_FACE))
SMILE = len(UPPER_FACE)
HEAD = slice(SMILE + 1, SMILE + 4)
BODY = slice(SMILE + 4, SMILE + 7)
OFFSET = slice(SMILE + 7, SMILE + 10)
LOOK = SMILE + 10
GAZE = slice(SMILE + 11, SMILE + 13)
BLINK = SMILE + 13


@dataclass(frozen=True)
class Heard:
    """What drives one person's behaviour, per frame.

    Attributes:
        speaking: (T,) 0 or 1, own voice.
        partner: (T,) 0 or 1, the partner's.
        effort: (T,) own loudness relative to the own average, 0 ... 2.
        stress: frames of own stressed syllables.
        back_channels: frames at which own back-channels begin.
        partner_phrase_ends: frames at which the partner pauses or ends.
    """

    speaking: FloatArray
    partner: FloatArray
    effort: FloatArray
    stress: NDArray[np.int64]
    back_channels: NDArray[np.int64]
    partner_phrase_ends: NDArray[np.int64]


@dataclass(frozen=True)
class Character:
    """How one person is: size of movement, mood, and the direction of the partner.

    Attributes:
        liveliness: 0 ... 2.
        mood: -1 ... 1.
        partner_yaw, partner_pitch: (T,) direction of the partner's eyes from the own body's facing, radians.
        distance: (T,) metres between the eyes of the two.
    """

    liveliness: float
    mood: float
    partner_yaw: FloatArray
    partner_pitch: FloatArray
    distance: FloatArray


def act(heard: Heard, character: Character, rng: np.random.Generator) -> FloatArray:
    """One person's motion, (T, MOTION_SIZE), packed as Behaviour without the mouth."""
    count = len(heard.speaking)
    motion = np.zeros((count, MOTION_SIZE), np.float32)
    look = _look(heard, character, rng)
    motion[:, LOOK] = look
    motion[:, GAZE] = _gaze(look > 0.5, heard, character, rng)
    motion[:, BLINK] = _blinks(look > 0.5, heard, rng)
    smile = _smile(heard, character, rng)
    motion[:, SMILE] = smile
    motion[:, HEAD] = _head(heard, character, rng)
    motion[:, BODY], motion[:, OFFSET] = _body(heard, character, rng)
    motion[:, UPPER] = _upper(heard, character, smile, rng)
    return motion


def look_share(distance: float, speaking: bool) -> float:
    """Share of time on the partner; grows with distance as Argyle & Ingham 1972 found (30/50/58% at 0.6/1.8/3 m)."""
    base = SHARE_SPEAKING if speaking else SHARE_LISTENING
    factor = np.interp(distance, [0.3, 0.6, 1.2, 1.8, 3.0], [0.6, 0.72, 1.0, 1.05, 1.15])
    return float(min(base * factor, 0.92))


def _look(heard: Heard, character: Character, rng: np.random.Generator) -> FloatArray:
    count = len(heard.speaking)
    look = np.zeros(count, bool)
    on, frame = bool(rng.random() < 0.7), 0
    while frame < count:
        speaking = heard.speaking[frame] > 0.5
        share = look_share(float(character.distance[frame]), bool(speaking))
        mean_on = SPELL_ON["speak" if speaking else "listen"]
        mean = mean_on if on else mean_on * (1 - share) / share
        length = max(int(rng.gamma(2.0, mean / 2.0) * FRAME_RATE), 6)
        # a spell ends early, by chance, when the role changes
        stop = min(frame + length, count)
        changes = np.flatnonzero(np.diff(heard.speaking[frame:stop]) != 0)
        if len(changes) and rng.random() < 0.5:
            stop = frame + max(int(changes[0]) + 1 + int(rng.integers(0, 15)), 6)
        look[frame:stop] = on
        frame, on = stop, not on
    starts, ends = _runs(heard.speaking)
    for start, end in zip(starts, ends, strict=True):
        if end - start < LONG_UTTERANCE_S * FRAME_RATE:
            continue
        if rng.random() < TURN_EDGE_SHARE:
            before = int(rng.uniform(0.2, 1.0) * FRAME_RATE)
            after = int(rng.gamma(2.0, 0.6) * FRAME_RATE) + 12
            look[max(start - before, 0) : start + after] = False
        if rng.random() < TURN_EDGE_SHARE:
            before, after = (int(s * FRAME_RATE) for s in (rng.uniform(0.3, 1.0), rng.uniform(0.5, 2.0)))
            look[max(end - before, 0) : end + after] = True
    return _soften(look.astype(np.float32), 2)


def _gaze(on: NDArray[np.bool_], heard: Heard, character: Character, rng: np.random.Generator) -> FloatArray:
    partner = np.stack([character.partner_yaw, character.partner_pitch], axis=1)
    away = np.zeros_like(partner)
    starts, ends = _runs(~on)
    for start, end in zip(starts, ends, strict=True):
        frame = start
        side = 1.0 if rng.random() < 0.5 else -1.0
        while frame < end:
            stop = min(end, frame + max(int(rng.gamma(2.0, 0.55) * FRAME_RATE), 6))
            size = np.deg2rad(np.clip(rng.gamma(4.0, AVERSION_DEGREES / 4.0), 5.0, 40.0))
            thinking = heard.speaking[frame] > 0.5 and rng.random() < 0.3
            tilt = rng.normal(-0.5 if thinking else 0.45, 0.5)
            away[frame:stop, 0] = side * size * np.cos(tilt)
            away[frame:stop, 1] = size * np.sin(tilt)
            if rng.random() < 0.25:
                side = -side
            frame = stop
    return np.asarray(partner + away, np.float32)


def _blinks(on: NDArray[np.bool_], heard: Heard, rng: np.random.Generator) -> FloatArray:
    count = len(on)
    blink = np.zeros(count, np.float32)
    shifts = np.flatnonzero(np.diff(on.astype(np.int8)) != 0)
    ends = np.concatenate([_runs(heard.speaking)[1], heard.partner_phrase_ends])
    frame = int(rng.uniform(0, 3) * FRAME_RATE)
    while frame < count:
        near = shifts[np.abs(shifts - frame) < 10]
        pauses = ends[np.abs(ends - frame) < 12]
        at = int(near[0]) if len(near) and rng.random() < 0.6 else frame
        at = int(pauses[0]) + 2 if len(pauses) and rng.random() < 0.5 else at
        for offset, value in ((-1, 0.35), (0, 1.0), (1, 1.0), (2, 0.35)):
            if 0 <= at + offset < count:
                blink[at + offset] = max(blink[at + offset], value)
        rate = BLINKS_A_MINUTE["speak" if heard.speaking[frame] > 0.5 else "listen"]
        mean = 60.0 / rate
        gap = rng.lognormal(np.log(mean) - 0.5 * 0.65**2, 0.65)
        frame = max(frame, at) + max(int(gap * FRAME_RATE), 9)
    return blink


def _smile(heard: Heard, character: Character, rng: np.random.Generator) -> FloatArray:
    count = len(heard.speaking)
    target = np.full(count, 0.35 * character.mood, np.float32)
    rate = 3.0 * character.liveliness * (1.0 + 0.8 * character.mood)
    times = [int(f) for f in np.flatnonzero(rng.random(count) < rate / 60 / FRAME_RATE)]
    times += [int(b) for b in heard.back_channels if rng.random() < 0.3 + 0.2 * character.mood]
    for at in times:
        length = int(rng.uniform(0.8, 2.6) * FRAME_RATE)
        size = rng.uniform(0.2, 0.7) * (0.6 + 0.4 * character.liveliness)
        target[at : at + length] = np.maximum(target[at : at + length], size)
    return np.clip(_glide(target, 0.18), -1, 1)


def _head(heard: Heard, character: Character, rng: np.random.Generator) -> FloatArray:
    count = len(heard.speaking)
    speaking = _glide(heard.speaking, 0.25)
    # own motion on top of turning to look; with that the totals reach the SD of model.md (ours, checked in the report)
    size = np.deg2rad([3.4, 4.2, 6.0])[None, :] * character.liveliness
    slow = np.stack([_ou(count, 0.9, rng) for _ in range(3)], axis=1)
    quick = np.stack([_ou(count, 0.22, rng) for _ in range(3)], axis=1)
    head = size * (slow * (0.45 + 0.55 * speaking[:, None]) + 0.45 * quick * speaking[:, None])
    for at in heard.stress:
        if rng.random() < 0.55:
            strength = np.deg2rad(rng.gamma(3.0, 0.9)) * character.liveliness * min(heard.effort[at] + 0.3, 1.6)
            _add(head[:, 0], at - 3, strength * _bump(int(rng.integers(8, 14))))
    nods = [int(b) - int(rng.integers(0, 5)) for b in heard.back_channels if rng.random() < 0.8]
    nods += [int(p) + int(rng.integers(0, 12)) for p in heard.partner_phrase_ends if rng.random() < 0.45]
    for at in nods:
        cycles = 1 + int(rng.choice(4, p=NOD_CYCLES))
        hertz = rng.uniform(*NOD_HERTZ)
        strength = np.deg2rad(rng.gamma(5.0, 1.1)) * (0.5 + 0.5 * character.liveliness)
        head[:, 0] = _add(head[:, 0], at, strength * _nod(cycles, hertz))
    if character.mood < -0.3 or rng.random() < 0.2:
        for at in np.flatnonzero(rng.random(count) < 1.0 / 60 / FRAME_RATE):
            wave = np.sin(np.arange(36) / FRAME_RATE * 2 * np.pi * 2.2) * np.hanning(36)
            head[:, 1] = _add(head[:, 1], int(at), np.deg2rad(5.0) * wave)
    return head.astype(np.float32)


def _body(heard: Heard, character: Character, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    count = len(heard.speaking)
    speaking = _glide(heard.speaking, 0.5)[:, None]
    angles = np.stack([_ou(count, 2.5, rng) for _ in range(3)], axis=1) * np.deg2rad([1.2, 1.8, 0.9])
    sway = np.stack([_ou(count, 3.0, rng) for _ in range(3)], axis=1) * np.array([0.010, 0.002, 0.012])
    lean = 0.012 * _glide(heard.partner - heard.speaking, 1.0)[:, None] * np.array([0.0, -0.1, 1.0])
    scale = character.liveliness * (0.6 + 0.5 * speaking)
    return (angles * scale).astype(np.float32), (sway * scale + lean).astype(np.float32)


def _upper(heard: Heard, character: Character, smile: FloatArray, rng: np.random.Generator) -> FloatArray:
    count = len(heard.speaking)
    upper = np.zeros((count, len(UPPER_FACE)), np.float32)

    def put(names: tuple[str, ...], values: NDArray[np.floating]) -> None:
        for name in names:
            upper[:, UPPER_INDEX[name]] += values

    raises = np.zeros(count, np.float32)
    for at in heard.stress:
        # 71% of quick brow raises ride on pitch rises (Cave et al. 1996); stress stands for them here
        if rng.random() < 0.13 * character.liveliness:
            raises = _add(raises, int(at) - 4, rng.uniform(0.25, 0.75) * _bump(int(rng.integers(10, 22))))
    for at in heard.partner_phrase_ends:
        if rng.random() < 0.12 * character.liveliness:
            raises = _add(raises, int(at), rng.uniform(0.2, 0.6) * _bump(int(rng.integers(15, 35))))
    drift = np.clip(0.05 + 0.05 * _ou(count, 1.5, rng), 0, 0.25).astype(np.float32)
    put(("browInnerUp",), 0.8 * raises + drift)
    put(("browOuterUpLeft", "browOuterUpRight"), 0.7 * raises + 0.6 * drift)
    frown = np.clip(-0.5 * character.mood, 0, 0.6) + np.zeros(count, np.float32)
    for at in np.flatnonzero(rng.random(count) < 1.6 / 60 / FRAME_RATE):
        frown = _add(frown, int(at), rng.uniform(0.2, 0.5) * _bump(int(rng.integers(30, 70))))
    put(("browDownLeft", "browDownRight"), _glide(frown.astype(np.float32), 0.15))
    warm = np.maximum(smile, 0)
    put(("cheekSquintLeft", "cheekSquintRight"), 0.7 * warm)
    put(("eyeSquintLeft", "eyeSquintRight"), 0.35 * warm + 0.3 * np.minimum(frown, 0.5) + 0.04)
    put(("eyeWideLeft", "eyeWideRight"), 0.25 * raises * character.liveliness)
    put(("noseSneerLeft", "noseSneerRight"), 0.12 * np.maximum(-smile, 0) + 0.05 * warm)
    return np.clip(upper, 0, 1)


def _runs(flags: NDArray[np.generic]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts and ends of the stretches where `flags` is on."""
    edges = np.diff(np.concatenate([[0], (np.asarray(flags) > 0.5).astype(np.int8), [0]]))
    return np.flatnonzero(edges > 0), np.flatnonzero(edges < 0)


def _soften(x: FloatArray, frames: int) -> FloatArray:
    kernel = np.ones(2 * frames - 1) / (2 * frames - 1)
    return np.convolve(np.pad(x, frames - 1, mode="edge"), kernel, mode="valid").astype(np.float32)


def _glide(x: FloatArray, seconds: float) -> FloatArray:
    """Two one-pole filters in a row: follows x smoothly."""
    keep = float(np.exp(-1.0 / (seconds * FRAME_RATE)))
    once = lfilter([1 - keep], [1, -keep], x, zi=[keep * x[0]])[0]
    return np.asarray(lfilter([1 - keep], [1, -keep], once, zi=[keep * once[0]])[0], np.float32)


def _ou(count: int, seconds: float, rng: np.random.Generator) -> FloatArray:
    """Smooth Gaussian wandering of unit variance with the given correlation time."""
    warm = int(6 * seconds * FRAME_RATE)
    noise = rng.standard_normal(count + warm)
    keep = np.exp(-1.0 / (seconds * FRAME_RATE))
    x = lfilter([1 - keep], [1, -keep], lfilter([1 - keep], [1, -keep], noise))
    # variance of white noise through two equal one-pole filters
    variance = (1 - keep) ** 4 * (1 + keep**2) / (1 - keep**2) ** 3
    return np.asarray(x[warm:] / np.sqrt(variance), np.float32)


def _bump(frames: int) -> NDArray[np.float64]:
    return np.hanning(frames + 2)[1:-1]


def _nod(cycles: int, hertz: float) -> NDArray[np.float64]:
    """Downward strokes, the first the largest."""
    period = FRAME_RATE / hertz
    t = np.arange(int(cycles * period) + 1)
    decay = 0.65 ** np.floor(t / period)
    return 0.5 * (1 - np.cos(2 * np.pi * t / period)) * decay


def _add(x: NDArray[np.floating], at: int, shape: NDArray[np.floating]) -> NDArray[np.floating]:
    """x with `shape` added from frame `at` on; what lies outside is cut."""
    low, high = max(at, 0), min(at + len(shape), len(x))
    if high > low:
        x[low:high] += shape[low - at : high - at]
    return x
