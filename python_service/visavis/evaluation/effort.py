"""Speech louder, softer, faster, slower than it was: does the size of the mouth follow?

Recordings are changed as a speaker changes them, as far as sound alone allows. *Louder* and *softer*: the level, and
more of that change above 1 kHz, for a raised voice is brighter as well as louder [Nordenberg & Sundberg 2004: 3 kHz
rises by about 1.5 dB per dB of level]. *Faster* and *slower*: time is compressed with the pitch kept. Loudness means
something only beside what was heard before, so every changed sentence follows another of the same voice as it was.

What is right: louder speech has the larger mouth, softer the smaller [Schulman 1989; Geumann 2001]; faster speech keeps
its timing and does not grow [Adams et al. 1993].
"""

import subprocess
import sys
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from visavis.audio.features import SAMPLE_RATE, LogMel
from visavis.evaluation.lips import correlation
from visavis.evaluation.rollout import LOOK_AHEAD, solo
from visavis.evaluation.unseen_voices import Case
from visavis.model.runtime import Network
from visavis.rig import load_open_head
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]

LEVELS: Final = {"much softer": -12.0, "softer": -6.0, "as it was": 0.0, "louder": 6.0, "much louder": 12.0}
"""Decibels."""
BRIGHTER: Final = 0.5
"""Decibels above 1 kHz per decibel of level, on top of it."""
TEMPI: Final = {"slower": 0.8, "faster": 1.25, "much faster": 1.5}
PAUSE_S: Final = 0.6
SENTENCES: Final = 8
"""That a report changes, at most."""


def at_level(samples: FloatArray, decibels: float) -> FloatArray:
    """Louder by `decibels`, and by half as much again above 1 kHz (a smooth shelf over an octave each way)."""
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)
    above = np.clip(0.5 + np.log2(np.maximum(hertz, 1.0) / 1000.0) / 2, 0, 1)
    gain = 10 ** ((decibels + BRIGHTER * decibels * above) / 20)
    return np.asarray(np.fft.irfft(spectrum * gain, len(samples)), np.float32)


def at_tempo(samples: FloatArray, tempo: float) -> FloatArray:
    """`tempo` times as fast with the pitch kept, by ffmpeg's atempo. RuntimeError with its words when it fails."""
    raw = ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "1"]
    command = ["ffmpeg", "-v", "error", *raw, "-i", "-", "-af", f"atempo={tempo}", *raw, "-"]
    done = subprocess.run(command, input=samples.astype("<f4").tobytes(), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"ffmpeg: {done.stderr.decode().strip()}")
    return np.frombuffer(done.stdout, "<f4").astype(np.float32)


def after(first: Case, samples: FloatArray, tempo: float, case: Case) -> tuple[FloatArray, FloatArray, int]:
    """`samples`, which say what `case` says at `tempo`, after another sentence and a pause.

    Returns:
        The sound, the own speech (T,) per frame, and the frame at which `samples` begin.
    """
    lead = (len(first.samples) + int(PAUSE_S * SAMPLE_RATE)) * FRAME_RATE // SAMPLE_RATE * SAMPLE_RATE // FRAME_RATE
    sound = np.zeros(lead + len(samples), np.float32)
    sound[: len(first.samples)] = first.samples
    sound[lead:] = samples
    begin = lead * FRAME_RATE // SAMPLE_RATE
    frames = len(sound) * FRAME_RATE // SAMPLE_RATE
    speaking = np.zeros(frames, np.float32)
    one, other = first.speaking(begin), case.speaking(len(case.samples) * FRAME_RATE // SAMPLE_RATE)
    speaking[:begin] = one[:begin]
    at = np.minimum((np.arange(frames - begin) * tempo).astype(int), len(other) - 1)
    speaking[begin:] = other[at]
    return sound, speaking, begin


def evaluate(cases: list[Case], network: Network, look_ahead: int = LOOK_AHEAD) -> dict[str, dict[str, float]]:
    """Of every change: the mouth's opening against the same sentence unchanged.

    Args:
        cases: sentences, two neighbours of the same voice.
        network: the model.
        look_ahead: frames heard beyond the decoded one.

    Returns:
        By change: `amplitude`, the median ratio of the opening's standard deviation while speaking; `opening`, of its
        90th percentile above rest; `r`, the median correlation with the unchanged opening, its time changed alike;
        `rises`, the share of sentences whose opening went the way it should (louder: up, softer: down).
    """
    neutral, matrix = load_open_head().arkit_measures
    usual: list[tuple[FloatArray, NDArray[np.bool_]]] = []
    rows: dict[str, list[tuple[float, float, float]]] = {}
    changes = {name: (level, 1.0) for name, level in LEVELS.items()}
    changes = {"as it was": (0.0, 1.0), **changes, **{name: (0.0, tempo) for name, tempo in TEMPI.items()}}
    pairs = list(pairwise(cases))[::2]
    for first, case in tqdm(pairs, desc="louder, softer, faster", file=sys.stderr):
        for name, (level, tempo) in changes.items():
            samples = case.samples if tempo == 1.0 else at_tempo(case.samples, tempo)
            samples = samples if level == 0.0 else at_level(samples, level)
            sound, speaking, begin = after(first, samples, tempo, case)
            mel = LogMel().columns(np.clip(sound, -1, 1), 0, len(speaking))
            opening = (neutral + solo(network, mel, speaking, look_ahead) @ matrix[list(MOUTH)])[begin:, 0]
            while_speaking = speaking[begin:] > 0.5
            if name == "as it was":
                usual.append((opening, while_speaking))
            before, spoke = usual[-1]
            at = np.minimum((np.arange(len(opening)) * tempo), len(before) - 1)
            same = np.interp(at, np.arange(len(before)), before)
            here, there = opening[while_speaking], before[spoke]
            size = float(np.quantile(here, 0.9) - neutral[0]) / max(float(np.quantile(there, 0.9) - neutral[0]), 1e-3)
            ratio = float(here.std() / max(there.std(), 1e-3))
            rows.setdefault(name, []).append((ratio, size, correlation(here, same[while_speaking])))
    out = {}
    for name, values in rows.items():
        ratio, size, r = np.array(values).T
        out[name] = {"amplitude": float(np.median(ratio)), "opening": float(np.median(size)), "r": float(np.median(r))}
        if LEVELS.get(name):
            out[name]["rises"] = float(np.mean((size > 1.0) == (LEVELS[name] > 0)))
    return {name: {n: round(v, 3) for n, v in row.items()} for name, row in out.items()}
