"""Rooms, noise, telephone lines and music: what lies between a mouth and a microphone."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, lfilter, resample_poly, sosfilt

FloatArray = NDArray[np.float32]
RATE: Final = 16000
BRIGHTER: Final = 0.5
"""Decibels above 1 kHz that a decibel of vocal effort brings on top of its own [Nordenberg & Sundberg 2004]."""


def level(samples: FloatArray) -> float:
    """Root mean square of the parts that are not silent (above 5% of the peak)."""
    loud = np.abs(samples) > 0.05 * max(float(np.abs(samples).max(initial=0.0)), 1e-9)
    return float(np.sqrt(np.mean(samples[loud] ** 2))) if loud.any() else 0.0


def room(rng: np.random.Generator) -> FloatArray:
    """An impulse response: direct sound and an exponentially decaying tail with 0.1 to 0.7 s reverberation time."""
    reverberation = rng.uniform(0.1, 0.7)
    count = int(min(reverberation, 0.4) * RATE)
    tail = rng.standard_normal(count) * np.exp(-6.9 * np.arange(count) / (reverberation * RATE))
    tail[: int(rng.uniform(0.002, 0.01) * RATE)] = 0.0
    damped = lfilter([0.6], [1, -0.4], tail)
    response = damped / max(float(np.sqrt((damped**2).sum())), 1e-9) * 10 ** (rng.uniform(-20, -4) / 20)
    response[0] = 1.0
    return np.asarray(response, np.float32)


def in_room(samples: FloatArray, response: FloatArray) -> FloatArray:
    """`samples` as heard through `response`, same length."""
    return np.asarray(fftconvolve(samples, response)[: len(samples)], np.float32)


def noise(count: int, rng: np.random.Generator) -> FloatArray:
    """White to brown noise of unit level, sometimes with mains hum."""
    colour = rng.uniform(0.0, 0.98)
    x = lfilter([1.0], [1.0, -colour], rng.standard_normal(count))
    if rng.random() < 0.3:
        hum = rng.choice([50.0, 60.0])
        x += x.std() * rng.uniform(0.2, 1.0) * np.sin(2 * np.pi * hum * np.arange(count) / RATE)
    return np.asarray(x / max(float(x.std()), 1e-9), np.float32)


def music(count: int, rng: np.random.Generator) -> FloatArray:
    """Chords of decaying harmonics and a beat, unit level: not speech, but full of pitch and rhythm."""
    out = np.zeros(count, np.float64)
    beat = int(RATE * 60 / rng.uniform(70, 140))
    root = rng.uniform(90, 220)
    scale = (0, 3, 5, 7, 10) if rng.random() < 0.5 else (0, 4, 5, 7, 9)
    for start in range(0, count, beat):
        span = min(beat * 2, count - start)
        t = np.arange(span) / RATE
        for step in rng.choice(scale, 3, replace=False):
            frequency = root * 2 ** (step / 12)
            for harmonic in range(1, 6):
                wave = np.sin(2 * np.pi * frequency * harmonic * t + rng.uniform(0, 6))
                out[start : start + span] += wave * np.exp(-2.5 * t) / harmonic
        hit = min(1600, span)
        out[start : start + hit] += rng.standard_normal(hit) * np.exp(-np.arange(hit) / 200.0) * 0.8
    return np.asarray(out / max(float(out.std()), 1e-9), np.float32)


def through_line(samples: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A telephone band, a dull microphone or a tilted one."""
    kind = rng.integers(0, 3)
    if kind == 0:
        sos = butter(4, [rng.uniform(200, 350), rng.uniform(3000, 3800)], "bandpass", fs=RATE, output="sos")
    elif kind == 1:
        sos = butter(2, rng.uniform(3500, 7000), "lowpass", fs=RATE, output="sos")
    else:
        sos = butter(1, rng.uniform(100, 400), "highpass", fs=RATE, output="sos")
    y = np.asarray(sosfilt(sos, samples), np.float32)
    if kind == 0 and rng.random() < 0.5:
        y = _mu_law(y)
    return y


def _mu_law(samples: FloatArray) -> FloatArray:
    """8-bit mu-law there and back (ITU-T G.711)."""
    peak = max(float(np.abs(samples).max(initial=0.0)), 1e-6)
    coded = np.sign(samples) * np.log1p(255 * np.abs(samples / peak)) / np.log(256)
    coded = np.round(coded * 127) / 127
    return np.asarray(np.sign(coded) * (256 ** np.abs(coded) - 1) / 255 * peak, np.float32)


def with_effort(samples: FloatArray, decibels: float) -> FloatArray:
    """Spoken louder by `decibels`: brighter above 1 kHz as well (a shelf that rises over two octaves)."""
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    above = np.clip(0.5 + np.log2(np.maximum(hertz, 1.0) / 1000.0) / 2, 0, 1)
    gain = 10 ** ((decibels + BRIGHTER * decibels * above) / 20)
    return np.asarray(np.fft.irfft(spectrum * gain, len(samples)), np.float32)


def other_throat(samples: FloatArray, factor: float) -> FloatArray:
    """Played `factor` times faster: pitch and formants up, time shorter; another, smaller person."""
    return np.asarray(resample_poly(samples, 100, round(100 * factor)), np.float32)
