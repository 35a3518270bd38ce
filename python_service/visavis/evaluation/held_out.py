"""Free runs over held-out simulated conversations, against what the simulation did.

Voices and texts of the conversations were never trained on: `visavis.corpus.build --split test`. Beside the model stand
two references that need no sound: *another conversation* (true behaviour of other people, what a perfect generator
that hears nothing would get) and *held still* (the mean of the truth, what squared errors favour).
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from visavis.corpus.acting import BLINK, GAZE, HEAD, LOOK
from visavis.evaluation import distances, nods
from visavis.evaluation.lips import closures, correlation, matched
from visavis.evaluation.rollout import LOOK_AHEAD, Conversation, conversations, roll
from visavis.model.config import MOUTH_SIZE
from visavis.model.runtime import Network
from visavis.rig import load_open_head
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import FRAME_RATE, field_slice

FloatArray = NDArray[np.float32]

GAZE_COLUMNS: Final = field_slice("gaze")
MIXED: Final = "model, mixed track"
SEPARATE: Final = "model, separate tracks"
SETTLED_FRAMES: Final = 9
"""A listener's mouth is judged this long after the own speech."""
CHOSEN: Final = 40_000
"""Frames that clusters and Fréchet distances are computed of, at most."""


@dataclass(frozen=True)
class Take:
    """One conversation as somebody or something acted it.

    Attributes:
        packed: (2, T, 56) packed behaviours, gaze relative to the direction of the partner's eyes.
        speaking: (2, T) whether each speaks.
        closed: (2, T) whether lips are shut for p, b, m by the phones.
    """

    packed: FloatArray
    speaking: NDArray[np.bool_]
    closed: NDArray[np.bool_]


def relative(packed: FloatArray, relation: FloatArray) -> FloatArray:
    """The same with gaze relative to the direction of the partner's eyes, in [-pi, pi): (2, T, D)."""
    partner = np.stack([np.arctan2(relation[..., 0], relation[..., 1]), relation[..., 2]], axis=-1)
    out = packed.copy()
    out[..., GAZE_COLUMNS] = (packed[..., GAZE_COLUMNS] - partner + np.pi) % (2 * np.pi) - np.pi
    return out


def truth_of(dyad: Conversation, frames: int) -> Take:
    """What the simulation did in the first `frames` frames."""
    packed = np.concatenate([dyad["mouth"][:, :frames], dyad["motion"][:, :frames]], -1).astype(np.float32)
    speaking, closed = dyad["speaking"][:frames].T > 0.5, dyad["closed"][:, :frames] > 0.5
    return Take(relative(packed, dyad["relation"][:, :frames].astype(np.float32)), speaking, closed)


def lip_figures(made: list[Take], truth: list[Take]) -> dict[str, float]:
    """Lips of people while they speak (r, LVE, closures) and while they listen (opening)."""
    neutral, matrix = load_open_head().arkit_measures
    matrix = matrix[list(MOUTH)]
    rows, errors, still, counts = [], [], [], np.zeros(3)
    for one, other in zip(made, truth, strict=True):
        mouths = one.packed[..., :MOUTH_SIZE], other.packed[..., :MOUTH_SIZE]
        measures = [neutral + m @ matrix for m in mouths]
        errors.append(distances.lip_vertex_error_mm(*mouths)[other.speaking])
        for p in range(2):
            speaking = other.speaking[p]
            if speaking.sum() > FRAME_RATE:
                rows.append([correlation(*(m[p, speaking, c] for m in measures)) for c in range(3)])
            near = np.convolve(speaking, np.ones(2 * SETTLED_FRAMES + 1), "same") > 0
            still.append(measures[0][p, ~near, 0])
            counts += closure_counts(measures[0][p, :, 0], measures[1][p, :, 0], speaking)
    opening, width, protrusion = np.mean(rows, axis=0)
    return {
        "opening_r": float(opening),
        "width_r": float(width),
        "protrusion_r": float(protrusion),
        "closure_f1": float(2 * counts[0] / max(counts[1] + counts[2], 1)),
        "lve_mm": float(np.concatenate(errors).mean()),
        "listener_opening": float(np.concatenate(still).mean()),
        "listener_opening_sd": float(np.mean([s.std() for s in still if len(s)])),
    }


def closure_counts(made: FloatArray, true: FloatArray, speaking: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Closures matched, made and true, over all stretches of speech of at least half a second."""
    counts = np.zeros(3)
    edges = np.diff(np.concatenate([[0], speaking.astype(np.int8), [0]]))
    for start, end in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True):
        if end - start < FRAME_RATE // 2:
            continue
        times = np.arange(start, end) / FRAME_RATE
        fine = np.arange(times[0], times[-1], 0.01)
        here, there = (closures(np.interp(fine, times, x[start:end]), fine) for x in (made, true))
        counts += matched(here, there), len(here), len(there)
    return counts


def behaviour_figures(takes: list[Take]) -> dict[str, float]:
    """Looks, gaze, blinks, heads and nods of what was generated, before it is performed."""
    motion = [t.packed[..., MOUTH_SIZE:] for t in takes]
    look = np.concatenate([m[..., LOOK].reshape(-1) > 0.5 for m in motion])
    speaking = np.concatenate([t.speaking.reshape(-1) for t in takes])
    yaw, pitch = np.concatenate([m[..., GAZE].reshape(-1, 2) for m in motion]).T
    angle = np.rad2deg(np.arccos(np.clip(np.cos(yaw) * np.cos(pitch), -1, 1)))
    blinks = sum(int((np.diff((m[..., BLINK] > 0.5).astype(np.int8), axis=1) > 0).sum()) for m in motion)
    head = np.rad2deg(np.mean([m[..., HEAD].std(1) for m in motion], axis=(0, 1)))
    people = [
        (m[p, :, HEAD.start], t.speaking[p].astype(float), t.speaking[1 - p].astype(float))
        for m, t in zip(motion, takes, strict=True)
        for p in range(2)
    ]
    return {
        "gaze_angle_on_deg": _mean(angle[look]),
        "gaze_angle_off_deg": _mean(angle[~look]),
        "look_speaking": _mean(look[speaking]),
        "look_listening": _mean(look[~speaking]),
        "blinks_per_minute": blinks / (len(look) / FRAME_RATE / 60),
        **{f"head_{n}_sd_deg": float(v) for n, v in zip(("pitch", "yaw", "roll"), head, strict=True)},
        **nods.figures(people, FRAME_RATE),
    }


class Judge:
    """Everything about the truth that takes are compared with."""

    def __init__(self, truth: list[Take], seed: int = 0) -> None:
        self.truth = truth
        flat = np.concatenate([t.packed.reshape(-1, t.packed.shape[-1]) for t in truth])
        self.scale = distances.Scale.of(flat)
        self.vertices = distances.face_vertices()
        self.centres = {
            role: distances.k_means(self._frames(truth, speaks), seed=seed)
            for role, speaks in (("speaking", True), ("listening", False))
        }

    def _chosen(self, frames: FloatArray) -> FloatArray:
        return frames[:: max(1, len(frames) // CHOSEN)]

    def _frechet(self, ours: list[FloatArray], true: list[FloatArray], columns: NDArray[np.int64]) -> float:
        sets = (np.concatenate([x[..., columns].reshape(-1, len(columns)) for x in s]) for s in (ours, true))
        return distances.frechet(*(self._chosen(frames) for frames in sets))

    def _frames(self, takes: list[Take], speaks: bool) -> FloatArray:
        return self._chosen(np.concatenate([self.scale(t.packed)[t.speaking == speaks] for t in takes]))

    def __call__(self, made: list[Take]) -> dict[str, float]:
        """All figures of one set of takes of the same conversations; names in `docs/evaluation.md`."""
        ours, true = ([self.scale(t.packed) for t in takes] for takes in (made, self.truth))
        pairs = list(zip(ours, true, strict=True))
        parts = {"rotation": distances.ROTATION, "eyes": distances.EYES, "lips": distances.LIPS}
        columns = {name: self.scale.columns(slices) for name, slices in parts.items()}
        everything = np.arange(true[0].shape[-1])
        weights = [t.shape[1] for t in true]
        figures = {
            "fd": self._frechet(ours, true, everything),
            **{f"fd_{name}": self._frechet(ours, true, chosen) for name, chosen in columns.items()},
            "p_fd": distances.frechet(*(self._chosen(np.concatenate([_pairs(x) for x in s])) for s in (ours, true))),
        }
        for name, chosen in {"all": everything, **columns}.items():
            errors = [distances.squared_error(a[..., chosen], b[..., chosen]) for a, b in pairs]
            figures[f"mse_{name}"] = float(np.average(errors, weights=weights))
        figures["velocity_error_mm"] = float(
            np.mean([
                distances.vertex_velocity_error(a.packed[p], b.packed[p], self.vertices)
                for a, b in zip(made, self.truth, strict=True)
                for p in range(2)
            ])
        )  # fmt: skip
        figures["rpcc"] = float(np.mean([distances.residual_correlation(a, b) for a, b in pairs]))
        for role, speaks in (("speaking", True), ("listening", False)):
            sequences = [x[p][t.speaking[p] == speaks] for x, t in zip(ours, made, strict=True) for p in range(2)]
            figures[f"sid_{role}"] = distances.diversity(
                [s for s in sequences if len(s) >= FRAME_RATE], self.centres[role]
            )
        return {**figures, **lip_figures(made, self.truth), **behaviour_figures(made)}


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else 0.0


def _pairs(standard: FloatArray) -> FloatArray:
    """(2, T, M) -> (2 T, 2 M): [partner, self] of both."""
    return np.concatenate([np.concatenate([standard[1 - p], standard[p]], -1) for p in range(2)])


def others(truth: list[Take]) -> list[Take]:
    """Of every conversation, what the people of the next one did, repeated where that is shorter."""
    out = []
    for i, take in enumerate(truth):
        other = truth[(i + 1) % len(truth)].packed
        frames = np.arange(take.packed.shape[1]) % other.shape[1]
        out.append(Take(other[:, frames], take.speaking, take.closed))
    return out


def held_still(truth: list[Take]) -> list[Take]:
    """The mean of everybody at all times."""
    mean = np.concatenate([t.packed.reshape(-1, t.packed.shape[-1]) for t in truth]).mean(0)
    return [Take(np.broadcast_to(mean, t.packed.shape).astype(np.float32), t.speaking, t.closed) for t in truth]


def run(
    network: Network, folder: Path, limit: int | None = None, look_ahead: int = LOOK_AHEAD
) -> tuple[list[Take], dict[str, list[Take]]]:
    """What the simulation did, and what the model does hearing one track and two, by name of the system."""
    truth: list[Take] = []
    made: dict[str, list[Take]] = {MIXED: [], SEPARATE: []}
    dyads = list(conversations(folder, limit))
    for number, dyad in enumerate(tqdm(dyads, desc="held-out conversations", file=sys.stderr)):
        mouth, motion = roll(network, dyad, (True, False), look_ahead, number)
        frames = mouth.shape[2]
        truth.append(truth_of(dyad, frames))
        relation = dyad["relation"][:, :frames].astype(np.float32)
        for name, one, other in zip(made, mouth, motion, strict=True):
            packed = relative(np.concatenate([one, other], -1), relation)
            made[name].append(Take(packed, truth[-1].speaking, truth[-1].closed))
    return truth, made


def judged(truth: list[Take], made: dict[str, list[Take]], references: bool = True) -> dict[str, dict[str, float]]:
    """Figures of every system, and of the references when asked for."""
    judge = Judge(truth)
    systems = dict(made)
    if references:
        systems |= {"another conversation": others(truth), "held still": held_still(truth), "the truth itself": truth}
    return {name: {n: round(v, 4) for n, v in judge(takes).items()} for name, takes in systems.items()}


def evaluate(
    network: Network, folder: Path, limit: int | None = None, look_ahead: int = LOOK_AHEAD, references: bool = True
) -> dict[str, dict[str, float]]:
    """`run` and `judged` in one."""
    return judged(*run(network, folder, limit, look_ahead), references)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a model folder instead of the shipped one")
    parser.add_argument("--data", type=Path, required=True, help="folder of held-out conversations")
    parser.add_argument("--limit", type=int, help="conversations, the first by name")
    arguments = parser.parse_args()
    report: dict[str, Any] = dict(evaluate(Network(arguments.model, device="cpu"), arguments.data, arguments.limit))
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
