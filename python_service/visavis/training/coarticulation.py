"""Trains the coarticulation network: `python -m visavis.training.coarticulation --tracked FOLDER --out FILE`."""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from visavis.corpus.coarticulation import Coarticulation, CoarticulationNetwork, inputs_of
from visavis.corpus.lips import SYMMETRIC, symmetric_basis
from visavis.corpus.recordings import Recording, read_tracked
from visavis.rig import load_open_head
from visavis.state.arkit import ARKIT_INDEX

MEASURE_WEIGHT = 20.0
VELOCITY_WEIGHT = 1.0
CROP = 75


def measures() -> tuple[Tensor, Tensor]:
    """(S, 3) from tied weights to opening, width, protrusion on the open head, and the (3,) at rest."""
    neutral, matrix = load_open_head().arkit_measures
    return torch.from_numpy(symmetric_basis() @ matrix), torch.from_numpy(neutral)


def tied(weights: np.ndarray) -> np.ndarray:
    """(T, 52) -> (T, S)."""
    return weights[:, [ARKIT_INDEX[names[0]] for names in SYMMETRIC]]


def train(recordings: list[Recording], seconds: float, seed: int = 0) -> Coarticulation:
    """Trains for `seconds`; prints correlations on the validation sentences as it goes."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    data = []
    for r in recordings:
        assert r.mouth is not None
        x = inputs_of(r.phones, r.stressed, r.samples)
        n = min(len(x), len(r.mouth))
        data.append((r.split, x[:n], tied(r.mouth[:n])))
    fit = [d for d in data if d[0] == "train" and len(d[1]) >= CROP]
    matrix, _ = measures()
    network = CoarticulationNetwork()
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-3)
    began, step = time.time(), 0
    while (spent := time.time() - began) < seconds:
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * spent / seconds)))
        network.train()
        xs, ys = [], []
        for i in rng.integers(0, len(fit), 32):
            _, x, y = fit[i]
            at = rng.integers(0, len(x) - CROP + 1)
            x = x[at : at + CROP].copy()
            if rng.random() < 0.3:
                x.reshape(CROP, 4, -1)[:, :, -1] = 0.0
            xs.append(x)
            ys.append(y[at : at + CROP])
        inputs, truth = torch.from_numpy(np.stack(xs)), torch.from_numpy(np.stack(ys))
        p = network(inputs)
        loss = F.mse_loss(p, truth) + MEASURE_WEIGHT * F.mse_loss(p @ matrix, truth @ matrix)
        loss = loss + VELOCITY_WEIGHT * F.mse_loss(p.diff(dim=1), truth.diff(dim=1))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step % 200 == 0:
            print(f"{spent:6.0f} s  step {step}  loss {loss.item():.5f}  val r {validate(network, data)}", flush=True)
    return Coarticulation(network)


def validate(network: CoarticulationNetwork, data: list[tuple[str, np.ndarray, np.ndarray]]) -> str:
    """Median correlation of opening, width, protrusion over validation sentences."""
    network.eval()
    matrix = measures()[0].numpy()
    rows = []
    with torch.no_grad():
        for split, x, y in data:
            if split != "train":
                p = network(torch.from_numpy(x)[None])[0].numpy().clip(0, 1)
                rows.append([np.corrcoef(a, b)[0, 1] for a, b in zip((p @ matrix).T, (y @ matrix).T, strict=True)])
    return " ".join(f"{v:.3f}" for v in np.median(rows, axis=0))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracked", type=Path, required=True, help="folder of the tracked speaker")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go (.safetensors)")
    parser.add_argument("--seconds", type=float, default=300.0, help="time to train")
    arguments = parser.parse_args()
    recordings = list(read_tracked(arguments.tracked))
    train(recordings, arguments.seconds).save(arguments.out)


if __name__ == "__main__":
    main()
