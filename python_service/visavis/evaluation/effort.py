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
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from visavis.audio.features import SAMPLE_RATE, LogMel
from visavis.corpus.acoustics import with_effort
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
TEMPI: Final = {"slower": 0.8, "faster": 1.25, "much faster": 1.5}
PAUSE_S: Final = 0.6
SENTENCES: Final = 8
"""That a report changes, at most."""


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


def evaluate(
    cases: list[Case], network: Network, look_ahead: int = LOOK_AHEAD, teacher: Any = None
) -> dict[str, dict[str, float]]:
    """Of every change: the mouth's opening against the same sentence unchanged.

    Args:
        cases: sentences, two neighbours of the same voice.
        network: the model.
        look_ahead: frames heard beyond the decoded one.
        teacher: `corpus.Coarticulation`, to see what the model could have learnt of it.

    Returns:
        By change: `amplitude`, the median ratio of the opening's standard deviation while speaking; `opening`, of its
        90th percentile above rest; `r`, the median correlation with the unchanged opening, its time changed alike;
        `rises`, the share of sentences whose opening went the way it should (louder: up, softer: down);
        `teacher_opening`, as `opening` of the teacher's mouth.
    """
    head = load_open_head()
    neutral, matrix = head.arkit_measures
    rows: dict[str, list[tuple[float, ...]]] = {}
    changes = {"as it was": (0.0, 1.0), **{name: (level, 1.0) for name, level in LEVELS.items()}}
    changes |= {name: (0.0, tempo) for name, tempo in TEMPI.items()}
    for first, case in tqdm(list(pairwise(cases))[::2], desc="louder, softer, faster", file=sys.stderr):
        usual: list[tuple[FloatArray, NDArray[np.bool_]]] = []
        for name, (level, tempo) in changes.items():
            samples = case.samples if tempo == 1.0 else at_tempo(case.samples, tempo)
            samples = samples if level == 0.0 else with_effort(samples, level)
            sound, speaking, begin = after(first, samples, tempo, case)
            sound = sound / max(1.0, float(np.abs(sound).max()))
            mel = LogMel().columns(sound, 0, len(speaking))
            made = neutral + solo(network, mel, speaking, look_ahead) @ matrix[list(MOUTH)]
            openings = [made[begin:, 0]]
            if teacher is not None:
                shift = begin / FRAME_RATE
                phones = [*first.phones, *((p, shift + s / tempo, shift + e / tempo) for p, s, e in case.phones)]
                openings.append(head.lip_measures(teacher.animate(phones, None, sound))[begin : len(speaking), 0])
            spoke = speaking[begin:] > 0.5
            if not usual:
                usual = [(opening, spoke) for opening in openings]
            sizes = [
                (_size(opening, spoke) - neutral[0]) / max(_size(*before) - neutral[0], 1e-3)
                for opening, before in zip(openings, usual, strict=True)
            ]
            before, once = usual[0]
            at = np.minimum(np.arange(len(spoke)) * tempo, len(before) - 1)
            same = np.interp(at, np.arange(len(before)), before)
            ratio = float(openings[0][spoke].std() / max(before[once].std(), 1e-3))
            rows.setdefault(name, []).append(
                (ratio, sizes[0], correlation(openings[0][spoke], same[spoke]), *sizes[1:])
            )
    out = {}
    for name, values in rows.items():
        columns = np.median(values, axis=0)
        out[name] = dict(zip(("amplitude", "opening", "r", "teacher_opening"), columns.tolist(), strict=False))
        if LEVELS.get(name):
            out[name]["rises"] = float(np.mean([(v[1] > 1.0) == (LEVELS[name] > 0) for v in values]))
    return {name: {n: round(v, 3) for n, v in row.items()} for name, row in out.items()}


def _size(opening: FloatArray, speaking: NDArray[np.bool_]) -> float:
    """How far the mouth opens: the 90th percentile while speaking."""
    return float(np.quantile(opening[speaking[: len(opening)]], 0.9))
