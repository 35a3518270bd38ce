"""Lips of voices that training never heard: stand-ins for other corpora, with thousands of closures.

- *readers*: the `val` readers of realspeech against the coarticulation teacher given their true phones;
- *neural voices*: the `test` voices of the speech bank against the same;
- *real mouth*: the `val` sentences of the tracked speaker against his measured lips. He is the training speaker.

Opening, width, protrusion, closures as on real video (`lips.compare`), medians over recordings, closures pooled.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from visavis.audio.features import SAMPLE_RATE, LogMel
from visavis.corpus.recordings import read_bank, read_index, read_readers, read_sound
from visavis.evaluation.baselines import Mouth
from visavis.evaluation.lips import LipFigures, compare, median
from visavis.evaluation.rollout import LOOK_AHEAD, solo
from visavis.model.runtime import Network
from visavis.rig import load_open_head
from visavis.rig.head_model import OPENING_PAIRS, PROTRUSION_LIPS, PROTRUSION_REFERENCE, WIDTH_PAIR
from visavis.state.arkit import ARKIT_NAMES, MOUTH
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]

LONGEST_S: Final = 15.0
RECORDINGS: Final = 40
"""Of each corpus, evenly spread over it."""
BRIDGE_S: Final = 0.25
"""Pauses shorter than this are within speech, as in training."""


@dataclass(frozen=True)
class Case:
    """A recording and the mouth that is right for it: (T, 3) opening, width, protrusion at `fps`."""

    samples: FloatArray
    phones: list[tuple[str, float, float]]
    mouth: FloatArray
    fps: float

    @property
    def speech(self) -> tuple[float, float]:
        """From the first phone to the last."""
        spoken = [(s, e) for p, s, e in self.phones if p != "SIL"]
        return spoken[0][0], spoken[-1][1]

    def speaking(self, frames: int) -> FloatArray:
        """(frames,) 1 where the voice speaks, short pauses bridged."""
        flags = np.zeros(frames, np.float32)
        last = -1.0
        for symbol, start, end in self.phones:
            if symbol != "SIL":
                begin = last if last >= 0 and start - last < BRIDGE_S else start
                flags[round(begin * FRAME_RATE) : round(end * FRAME_RATE)] = 1.0
                last = end
        return flags


def readers(folder: Path, teacher: Any, count: int = RECORDINGS) -> list[Case]:
    """Held-out readers, their mouths by the teacher."""
    return _taught(read_readers(folder, ("val",)), teacher, count)


def neural_voices(folder: Path, teacher: Any, count: int = RECORDINGS) -> list[Case]:
    """Held-out voices of the speech bank, their mouths by the teacher."""
    return _taught((r for r in read_bank(folder, ("test",)) if r.kind == "turn"), teacher, count)


def _taught(recordings: Iterator[Any], teacher: Any, count: int) -> list[Case]:
    chosen = _spread([r for r in recordings if 1.5 < len(r.samples) / SAMPLE_RATE <= LONGEST_S], count)
    head = load_open_head()
    return [
        Case(r.samples, r.phones, head.lip_measures(teacher.animate(r.phones, r.stressed, r.samples)), FRAME_RATE)
        for r in chosen
    ]


def real_mouth(folder: Path, count: int = RECORDINGS) -> list[Case]:
    """Held-out sentences of the tracked speaker, his mouth as measured in the picture."""
    clips = _spread([c for c in read_index(folder) if c["split"] == "val"], count)
    with np.load(folder / "face.npz") as face:
        points = face["lips"].astype(np.float32) / 1e4
        row = {int(n): i for i, n in enumerate(face["landmark_ids"])}
    cases = []
    for clip in clips:
        lips = points[clip["frame"] : clip["frame"] + clip["frames"]]
        opening = np.mean([lips[:, row[a], 1] - lips[:, row[b], 1] for a, b in OPENING_PAIRS], axis=0)
        width = np.abs(lips[:, row[WIDTH_PAIR[0]], 0] - lips[:, row[WIDTH_PAIR[1]], 0])
        forward = [
            np.mean([lips[:, row[n], 2] for n in numbers if n in row], axis=0)
            for numbers in (PROTRUSION_LIPS, PROTRUSION_REFERENCE)
        ]
        mouth = np.stack([opening, width, forward[0] - forward[1]], axis=1)
        samples = read_sound(folder / "audio" / f"{clip['clip']}.ogg")
        cases.append(Case(samples, [(str(p), float(s), float(e)) for p, s, e in clip["phones"]], mouth, clip["fps"]))
    return cases


def _spread(items: list[Any], count: int) -> list[Any]:
    if not items:
        raise ValueError("no held-out recordings are there")
    return [items[i] for i in np.unique(np.linspace(0, len(items) - 1, min(count, len(items))).round().astype(int))]


def judge(cases: list[Case], network: Network, baselines: dict[str, Mouth], name: str) -> dict[str, LipFigures]:
    """Every system's figures over `cases`, the model hearing 200 ms and 1 s ahead."""
    head = load_open_head()
    figures: dict[str, list[LipFigures]] = {}
    counts: dict[str, list[tuple[int, int, int]]] = {}
    for case in tqdm(cases, desc=name, file=sys.stderr):
        frames = len(case.samples) * FRAME_RATE // SAMPLE_RATE
        mel = LogMel().columns(case.samples, 0, frames)
        speaking = case.speaking(frames)
        made = {n: head.lip_measures(mouth(case.samples)) for n, mouth in baselines.items()}
        for label, ahead in (("model, live", LOOK_AHEAD), ("model, offline", max(network.offsets))):
            weights = np.zeros((frames, len(ARKIT_NAMES)), np.float32)
            weights[:, list(MOUTH)] = solo(network, mel, speaking, ahead)
            made[label] = head.lip_measures(weights)
        for label, measures in made.items():
            one, count = compare(measures, FRAME_RATE, case.mouth, case.fps, case.speech)
            figures.setdefault(label, []).append(one)
            counts.setdefault(label, []).append(count)
    return {label: median(figures[label], counts[label]) for label in figures}
