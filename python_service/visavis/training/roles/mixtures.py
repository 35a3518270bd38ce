"""Simulated conversations: two voices, turns, overlaps, back-channels, a room, noise; and the exact truth."""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.roles.turns import PAUSE
from visavis.training.roles.voices import RATE, SPEEDS, Voice, read_stretch

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Mixture:
    """One simulated recording.

    Attributes:
        sound: (n,) the mixed track, 16 kHz.
        spans: per person, (start, end) of speech in seconds.
        enrolment: per person, (m,) speech of that voice alone, with another microphone and room.
        voices: names of both voices, with their speeds.
    """

    sound: FloatArray
    spans: tuple[list[tuple[float, float]], list[tuple[float, float]]]
    enrolment: tuple[FloatArray, FloatArray]
    voices: tuple[str, str]


def simulate(voices: list[Voice], seconds: float, rng: np.random.Generator, shortest_enrolment: float = 1.5) -> Mixture:
    """A conversation of `seconds` between two of `voices`.

    Half of the pairs are of one sex. Gaps between turns have a median near 0.15 s and are often negative (an
    overlap), a quarter of turns carries a back-channel of the partner, as in telephone speech (Stivers
    et al. 2009).
    """
    pair, speeds = _choose(voices, rng)
    tracks = [np.zeros(round(seconds * RATE), np.float32) for _ in range(2)]
    spans: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    holder = int(rng.integers(2))
    clock = float(rng.uniform(0.0, 0.6) if rng.random() < 0.7 else rng.uniform(0.5, 5.0))
    liveliness = rng.uniform(0.3, 2.5)
    while clock < seconds:
        clock = max(clock, 0.0)
        length = float(np.clip(rng.lognormal(0.6, 0.8) * liveliness, 0.3, 10.0))
        end = _say(pair[holder], speeds[holder], tracks[holder], spans[holder], clock, length, rng)
        if end - clock > 1.5 and rng.random() < 0.4:
            moment = rng.uniform(clock + 0.5, end - 0.3)
            other = 1 - holder
            _say(pair[other], speeds[other], tracks[other], spans[other], moment, rng.uniform(0.2, 0.9), rng, True)
        if rng.random() < 0.82:
            holder = 1 - holder
            clock = end + float(np.clip(rng.normal(0.05, 0.42), -1.2, 1.5))
        else:
            clock = end + float(rng.uniform(0.2, 1.0))
        if rng.random() < 0.04:
            clock = end + float(rng.uniform(1.5, 4.0))
    for spoken in spans:
        spoken.sort()
    room = rng.uniform(0.08, 0.7)
    near = rng.random() < 0.5
    heard = [_in_room(_levelled(t, rng.normal(0.0, 3.5)), room, near, rng) for t in tracks]
    sound = _recorded(heard[0] + heard[1], rng, babble=None if rng.random() < 0.85 else _babble(voices, seconds, rng))
    enrolment = tuple(_enrol(v, s, shortest_enrolment, rng) for v, s in zip(pair, speeds))
    names = tuple(f"{v.name}@{s:g}" for v, s in zip(pair, speeds))
    return Mixture(sound, spans, (enrolment[0], enrolment[1]), (names[0], names[1]))


def through_pauses(truth: FloatArray) -> FloatArray:
    """(T, 2) shares of frames spoken in which pauses of up to `visavis.roles.turns.PAUSE` frames keep the turn.

    Unless the partner speaks meanwhile; people who label do the same, and it is when a turn ends on the stream.
    """
    held = truth.copy()
    for k in range(2):
        spoken = np.flatnonzero(truth[:, k] >= 0.5)
        for before, after in itertools.pairwise(spoken):
            if 1 < after - before <= PAUSE + 1 and truth[before + 1 : after, 1 - k].max() < 0.5:
                held[before + 1 : after, k] = 1.0
    return held


def _choose(voices: list[Voice], rng: np.random.Generator) -> tuple[list[Voice], list[float]]:
    """Two voices; real readers are preferred, and half of the pairs share the sex, where there are such."""
    real = np.array([voice.name.isdigit() for voice in voices])
    weights = np.where(real, 0.6 / max(real.sum(), 1), 0.4 / max((~real).sum(), 1))
    first = voices[int(rng.choice(len(voices), p=weights / weights.sum()))]
    same = rng.random() < 0.5
    mask = np.array([v.name != first.name and (not same or v.female == first.female) for v in voices])
    if not mask.any():  # nobody else of that sex
        mask = np.array([v.name != first.name for v in voices])
    second = voices[int(rng.choice(len(voices), p=weights * mask / (weights * mask).sum()))]
    return [first, second], [float(rng.choice(SPEEDS)) for _ in range(2)]


def _say(
    voice: Voice,
    speed: float,
    track: FloatArray,
    spans: list[tuple[float, float]],
    moment: float,
    length: float,
    rng: np.random.Generator,
    short: bool = False,
) -> float:
    """Put something `voice` says at `moment` into `track`; when it ends."""
    source = voice.short if short and voice.short else voice.lines
    line = source[int(rng.integers(len(source)))]
    samples, spoken = read_stretch(line, speed, length, rng)
    start = max(0, round(moment * RATE))
    if spans and start < round(spans[-1][1] * RATE):
        return max(end for _, end in spans)
    samples = samples[: max(0, len(track) - start)]
    track[start : start + len(samples)] += samples * np.float32(rng.uniform(0.8, 1.2))
    limit = (start + len(samples)) / RATE
    for begin, end in spoken:
        if moment + begin < limit:
            spans.append((moment + begin, min(moment + end, limit)))
    return moment + len(samples) / RATE


def _levelled(track: FloatArray, decibels: float) -> FloatArray:
    loud = np.abs(track) > 1e-4
    power = float(np.mean(track[loud] ** 2)) if loud.any() else 1.0
    return (track * np.float32(0.05 / np.sqrt(power) * 10.0 ** (decibels / 20.0))).astype(np.float32)


def _filtered(sound: FloatArray, kernel: NDArray[np.float64]) -> FloatArray:
    size = len(sound) + len(kernel) - 1
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(kernel, size)
    return np.fft.irfft(spectrum, size)[: len(sound)].astype(np.float32)


def _in_room(track: FloatArray, reverberation_s: float, near: bool, rng: np.random.Generator) -> FloatArray:
    """`track` through a room of that reverberation time: a direct path, early echoes, a decaying noise
    tail.
    """
    length = int(reverberation_s * RATE)
    time = np.arange(length) / RATE
    tail = rng.standard_normal(length) * 10.0 ** (-3.0 * time / reverberation_s)
    tail *= np.minimum(1.0, time / 0.01)
    ratio = rng.uniform(8.0, 25.0) if near else rng.uniform(-2.0, 8.0)
    tail *= np.sqrt(10.0 ** (-ratio / 10.0) / max(float(np.sum(tail**2)), 1e-12))
    tail[0] = 1.0
    return _filtered(track, tail)


def _coloured(count: int, slope: float, rng: np.random.Generator) -> FloatArray:
    """Noise of unit power whose level falls by `slope` times 3 dB an octave."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    spectrum *= np.maximum(np.arange(len(spectrum)), 50.0 * count / RATE) ** (-slope / 2.0)
    noise = np.fft.irfft(spectrum, count)
    return (noise / np.sqrt(np.mean(noise**2))).astype(np.float32)


def _babble(voices: list[Voice], seconds: float, rng: np.random.Generator) -> FloatArray:
    """Several far voices at once."""
    sound = np.zeros(round(seconds * RATE), np.float32)
    for _ in range(6):
        voice = voices[int(rng.integers(len(voices)))]
        clock = rng.uniform(-1.0, 1.0)
        ignored: list[tuple[float, float]] = []
        while clock < seconds:
            clock = _say(voice, 1.0, sound, ignored, max(clock, 0.0), 6.0, rng) + 0.4
    return _in_room(sound, 0.6, False, rng)


def _tilted(sound: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A microphone's own colour: a smooth random response, sometimes a telephone's band."""
    count = len(sound)
    hertz = np.fft.rfftfreq(count, 1.0 / RATE)
    points = np.array([0.0, 150.0, 400.0, 1000.0, 2500.0, 5000.0, 8000.0])
    gains = np.interp(hertz, points, rng.normal(0.0, 3.5, len(points)))
    if rng.random() < 0.3:
        top = rng.choice([3400.0, 4000.0, 5500.0, 7000.0])
        gains -= 40.0 * np.clip((hertz - top) / (0.15 * top), 0.0, 1.5)
    if rng.random() < 0.3:
        gains -= 30.0 * np.clip((rng.uniform(80.0, 300.0) - hertz) / 120.0, 0.0, 1.0)
    return np.fft.irfft(np.fft.rfft(sound) * 10.0 ** (gains / 20.0), count).astype(np.float32)


def _recorded(sound: FloatArray, rng: np.random.Generator, babble: FloatArray | None = None) -> FloatArray:
    """What a recorder keeps: colour, noise, level, now and then compression and clicks."""
    power = float(np.mean(sound**2)) + 1e-10
    noise = _coloured(len(sound), rng.uniform(0.0, 2.0), rng)
    if rng.random() < 0.3:
        knots = np.arange(0, len(sound) + RATE, RATE)
        swell = np.interp(np.arange(len(sound)), knots, rng.uniform(0.2, 1.5, len(knots)))
        noise *= swell.astype(np.float32)
    sound = sound + noise * np.float32(np.sqrt(power) * 10.0 ** (-rng.uniform(8.0, 45.0) / 20.0))
    if babble is not None:
        level = np.sqrt(power / (float(np.mean(babble**2)) + 1e-10))
        sound = sound + babble * np.float32(level * 10.0 ** (-rng.uniform(10.0, 25.0) / 20.0))
    for _ in range(int(rng.poisson(1.0))):
        click = _coloured(int(rng.integers(200, 4000)), 1.0, rng)
        click *= np.exp(-np.arange(len(click)) / (len(click) / 5.0)).astype(np.float32)
        place = int(rng.integers(0, max(1, len(sound) - len(click))))
        sound[place : place + len(click)] += click * np.float32(np.sqrt(power) * rng.uniform(0.3, 2.0))
    sound = _tilted(sound, rng)
    if rng.random() < 0.25:
        drive = rng.uniform(2.0, 8.0) / max(float(np.abs(sound).max()), 1e-6)
        sound = np.tanh(sound * np.float32(drive))
    level = 10.0 ** (rng.uniform(-36.0, -16.0) / 20.0) / np.sqrt(float(np.mean(sound**2)) + 1e-12)
    return np.clip(sound * np.float32(level), -1.0, 1.0).astype(np.float32)


def _enrol(voice: Voice, speed: float, shortest: float, rng: np.random.Generator) -> FloatArray:
    """`shortest` to 9 s of a voice alone."""
    wanted = float(rng.uniform(shortest, 9.0))
    pieces: list[FloatArray] = []
    while sum(map(len, pieces)) < wanted * RATE:
        line = voice.lines[int(rng.integers(len(voice.lines)))]
        pieces.append(read_stretch(line, speed, wanted, rng)[0])
    sound = _levelled(np.concatenate(pieces)[: round(wanted * RATE)], 0.0)
    if rng.random() < 0.7:
        sound = _in_room(sound, rng.uniform(0.08, 0.5), rng.random() < 0.7, rng)
    return _recorded(sound, rng)
