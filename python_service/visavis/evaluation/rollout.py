"""Runs a network freely over held-out simulated conversations: what it does against what the simulation did.

`python -m visavis.evaluation.rollout --model FOLDER --data DIR` with conversations of the
test split by `visavis.corpus.build`.
"""

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.acting import BLINK, HEAD, LOOK
from visavis.model.config import BLOCK, MOTION_SIZE
from visavis.model.runtime import Network
from visavis.rig import load_open_head
from visavis.state.arkit import MOUTH

FloatArray = NDArray[np.float32]
LOOK_AHEAD: Final = 5
"""Frames beyond the decoded one: LIVE."""


def roll(
    network: Network, dyad: dict[str, Any], mixed: bool, look_ahead: int, seed: int
) -> tuple[FloatArray, FloatArray]:
    """One conversation: mouths (2, T, 29) and motion (2, T, 27), roles and places being the true ones."""
    mel = np.broadcast_to(dyad["mel_mixed"], dyad["mel_own"].shape) if mixed else dyad["mel_own"]
    mel = np.ascontiguousarray(mel, np.float32)[None]
    frames = mel.shape[2] // BLOCK * BLOCK
    state = {name: value[None] for name, value in network.initial_state().items()}
    heard, new = network.encode(mel[:, :, :frames], state)
    state |= new
    offsets = np.array(network.offsets)
    at = np.arange(frames)[:, None] + offsets
    known = ((at >= 0) & (at < frames) & (offsets <= look_ahead)).astype(np.float32)
    window = heard[:, :, at.clip(0, frames - 1)] * known[None, None, :, :, None]
    own = dyad["speaking"][:frames].astype(np.float32).T
    role = np.stack([own, own[::-1]], axis=-1)[None]
    scene = np.ascontiguousarray(dyad["relation"][:, :frames], np.float32)[None]
    style = dyad["style"].astype(np.float32)[None]
    mouth, context, new = network.decode(window, known[None], role, scene, style, state)
    state |= new
    rng = np.random.default_rng(seed)
    motion = np.zeros((2, frames, MOTION_SIZE), np.float32)
    for at_frame in range(0, frames, BLOCK):
        noise = rng.standard_normal((1, 2, BLOCK, MOTION_SIZE)).astype(np.float32)
        made, new = network.behave(
            context[:, :, at_frame], role[:, :, at_frame], scene[:, :, at_frame], style, noise, state
        )  # fmt: skip
        state |= new
        motion[:, at_frame : at_frame + BLOCK] = made[0]
    return mouth[0], motion


def frechet(one: FloatArray, other: FloatArray) -> float:
    """Fréchet distance of the Gaussians of two sets of frames (N, D): |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))."""
    c1, c2 = np.cov(one.T), np.cov(other.T)
    eigenvalues = np.linalg.eigvals(c1 @ c2)
    root = np.sqrt(np.maximum(eigenvalues.real, 0)).sum()
    gap = ((one.mean(0) - other.mean(0)) ** 2).sum()
    return float(gap + np.trace(c1) + np.trace(c2) - 2 * root)


def summary(motion: FloatArray, speaking: NDArray[np.bool_]) -> dict[str, float]:
    """Looks, blinks and head motion of people (P, T, 27) with speaking (P, T)."""
    look = motion[..., LOOK] > 0.5
    blinks = (np.diff((motion[..., BLINK] > 0.5).astype(np.int8), axis=1) > 0).sum()
    head = np.rad2deg(motion[..., HEAD].std(1)).mean(0)
    return {
        "look_speaking": float(look[speaking].mean()),
        "look_listening": float(look[~speaking].mean()),
        "blinks_per_minute": float(blinks / (motion[..., LOOK].size / 1800)),
        "head_pitch_sd": float(head[0]),
        "head_yaw_sd": float(head[1]),
        "head_roll_sd": float(head[2]),
    }


def evaluate(network: Network, folder: Path, look_ahead: int = LOOK_AHEAD) -> dict[str, Any]:
    """Figures over all conversations of `folder`, heard mixed and on separate tracks."""
    neutral, matrix = load_open_head().arkit_measures
    points = load_open_head().arkit_landmarks[list(MOUTH)].reshape(len(MOUTH), -1)
    unit = 1000 * load_open_head().eye_distance
    report: dict[str, Any] = {}
    for mixed in (True, False):
        totals: dict[str, list[float]] = {}
        made_all, true_all, made_pair, true_pair = [], [], [], []
        for number, path in enumerate(sorted(folder.glob("*.npz"))):
            with np.load(path) as arrays:
                dyad = {name: arrays[name] for name in arrays.files}
            mouth, motion = roll(network, dyad, mixed, look_ahead, number)
            frames = mouth.shape[1]
            truth = dyad["mouth"][:, :frames].astype(np.float32)
            moved = dyad["motion"][:, :frames].astype(np.float32)
            speaking = dyad["speaking"][:frames].T > 0.5
            r = []
            for p in range(2):
                a, b = mouth[p] @ matrix[list(MOUTH)], truth[p] @ matrix[list(MOUTH)]
                r.append([np.corrcoef(a[speaking[p], c], b[speaking[p], c])[0, 1] for c in range(3)])
            lip = np.abs((mouth - truth) @ points).reshape(2, frames, -1, 3)
            lve = np.linalg.norm(lip, axis=-1).max(-1)[speaking].mean() * unit
            row = {
                **dict(zip(("opening_r", "width_r", "protrusion_r"), np.mean(r, axis=0), strict=True)),
                "lve_mm": lve,
                "listener_opening": float((neutral + mouth[~speaking] @ matrix[list(MOUTH)])[:, 0].mean()),
                **{f"made_{n}": v for n, v in summary(motion, speaking).items()},
                **{f"true_{n}": v for n, v in summary(moved, speaking).items()},
            }
            for name, value in row.items():
                totals.setdefault(name, []).append(float(value))
            made, true = np.concatenate([mouth, motion], -1), np.concatenate([truth, moved], -1)
            scale = np.maximum(true.reshape(-1, true.shape[-1]).std(0), 1e-2)
            made_all.append((made / scale).reshape(-1, made.shape[-1]))
            true_all.append((true / scale).reshape(-1, made.shape[-1]))
            made_pair.append(np.concatenate([made[0], made[1]], -1) / np.tile(scale, 2))
            true_pair.append(np.concatenate([true[0], true[1]], -1) / np.tile(scale, 2))
        figures = {name: round(float(np.mean(values)), 3) for name, values in totals.items()}
        figures["fd"] = round(frechet(np.concatenate(made_all), np.concatenate(true_all)), 3)
        figures["p_fd"] = round(frechet(np.concatenate(made_pair), np.concatenate(true_pair)), 3)
        report["mixed track" if mixed else "separate tracks"] = figures
    return report


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a model folder instead of the shipped one")
    parser.add_argument("--data", type=Path, required=True, help="folder of held-out conversations")
    arguments = parser.parse_args()
    print(json.dumps(evaluate(Network(arguments.model, device="cpu"), arguments.data), indent=1))


if __name__ == "__main__":
    main()
