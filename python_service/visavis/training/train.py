"""Trains the dual-stream network: `python -m visavis.training.train --config configs/base.json --data DIR --run DIR`.

Resumes from the run's folder; logs one JSON line every few steps; runs data-parallel under `torchrun` as it is, with
bf16 on GPUs.
"""

import argparse
import json
import math
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import distributed, nn

from visavis.corpus.acting import HEAD
from visavis.model.config import NetworkConfig
from visavis.model.network import DyadNetwork
from visavis.training.dataset import Batch, Conversations
from visavis.training.export import load_checkpoint, save_checkpoint
from visavis.training.losses import LipGeometry, loss_of


@dataclass
class TrainingConfig:
    """Everything a run is made of.

    Attributes:
        network: sizes, see NetworkConfig.
        minutes: time to train; the learning rate falls to nearly nothing by then.
        steps: train for so many steps instead, however long they take; 0 means by minutes.
        lips_until: share of the time in which lips alone are learnt, from people who talk (`spoken_batch`).
        lips_frames: frames a window in that time.
        batch, frames: windows a step and frames a window.
        learning_rate, warm_up, weight_decay: of AdamW.
        losses: weights of the terms.
        refine_from: share of the time after which the lip refinement stage begins.
        closed_gain: how strongly a heard closure shuts the lips.
        average: decay of the averaged weights that are kept.
    """

    network: dict[str, Any] = field(default_factory=dict)
    minutes: float = 60.0
    steps: int = 0
    lips_until: float = 0.0
    lips_frames: int = 120
    batch: int = 12
    frames: int = 240
    learning_rate: float = 1.5e-3
    warm_up: int = 100
    weight_decay: float = 0.01
    losses: dict[str, float] = field(default_factory=dict)
    refine_from: float = 0.6
    closed_gain: float = 1.2
    average: float = 0.998
    seed: int = 0


def statistics(network: DyadNetwork, conversations: Conversations, frames: int, gain: float) -> None:
    """Sets means, scales and the closing gain from the data."""
    rng = np.random.default_rng(0)
    batch = conversations.batch(64, frames, rng)
    spoken = batch.mouth[batch.speaking > 0.5]
    network.mouth_mean.copy_(batch.mouth.flatten(0, 2).mean(0))
    network.mouth_scale.copy_(spoken.std(0).clamp(min=0.03))
    network.motion.mean.copy_(batch.motion.flatten(0, 2).mean(0))
    network.motion.scale.copy_(batch.motion.flatten(0, 2).std(0).clamp(min=1e-3))
    network.closed_gain.fill_(gain)


class Run:
    """One training run and its folder."""

    def __init__(self, config: TrainingConfig, data: Sequence[Path], folder: Path) -> None:
        self.config, self.folder = config, folder
        self.rank, self.world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
        cuda = torch.cuda.is_available()
        self.device = torch.device(f"cuda:{os.environ.get('LOCAL_RANK', 0)}" if cuda else "cpu")
        if self.world > 1:
            distributed.init_process_group("nccl" if cuda else "gloo")
        torch.manual_seed(config.seed)
        self.rng = np.random.default_rng([config.seed, self.rank, 0 if config.steps else int(time.time())])
        self.conversations = Conversations(*data)
        self.network = DyadNetwork(NetworkConfig.from_dict(config.network)).to(self.device)
        statistics(self.network, self.conversations, config.frames, config.closed_gain)
        self.average = DyadNetwork(self.network.config).to(self.device)
        self.average.load_state_dict(self.network.state_dict())
        self.geometry = LipGeometry().to(self.device)
        parameters = self.network.parameters()
        self.optimiser = torch.optim.AdamW(
            parameters, config.learning_rate, weight_decay=config.weight_decay, betas=(0.9, 0.98)
        )
        self.step, self.spent = 0, 0.0
        folder.mkdir(parents=True, exist_ok=True)
        self._resume()

    def start_from(self, path: Path) -> None:
        """Takes the weights of a checkpoint; what was set at its export is undone. A run under way is left alone."""
        if self.step:
            return
        network, metadata = load_checkpoint(path)
        gain = torch.tensor(metadata.get("head_gain", (1.0, 1.0, 1.0)))
        network.motion.mean[HEAD] /= gain
        network.motion.scale[HEAD] /= gain
        network.motion.look_bias.zero_()
        network.closed_gain.fill_(self.config.closed_gain)
        self.network.load_state_dict(network.state_dict())
        self.average.load_state_dict(network.state_dict())

    def keep_encoder(self, path: Path) -> None:
        """Hears with the encoder of a checkpoint, which is not trained any further."""
        encoder = load_checkpoint(path)[0].encoder.state_dict()
        for network in (self.network, self.average):
            network.encoder.load_state_dict(encoder)
            network.encoder.requires_grad_(False)

    def train(self) -> None:
        """Until the time is over."""
        limit = self.config.minutes * 60
        began = time.time() - self.spent
        saved = time.time()
        sums: dict[str, float] = {}
        while (share := self.step / self.config.steps if self.config.steps else self.spent / limit) < 1:
            rate = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share))
            for group in self.optimiser.param_groups:
                group["lr"] = self.config.learning_rate * rate * min(1.0, (self.step + 1) / self.config.warm_up)
            lips_only = share < self.config.lips_until
            draw = self.conversations.spoken_batch if lips_only else self.conversations.batch
            frames = self.config.lips_frames if lips_only else self.config.frames
            batch = self._to_device(draw(round(self.config.batch * self.config.frames / frames), frames, self.rng))
            weights = dict(self.config.losses)
            if share < self.config.refine_from:
                weights["refine"] = 0.0
            with torch.autocast("cuda", dtype=torch.bfloat16, enabled=self.device.type == "cuda"):
                loss, terms = loss_of(self.network, batch, self.geometry, weights, lips_only)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            self._share_gradients()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self._average()
            self.step += 1
            self.spent = time.time() - began
            for name, value in {"loss": float(loss.detach()), **terms}.items():
                sums[name] = sums.get(name, 0.0) + value / 20
            if self.step % 20 == 0 and self.rank == 0:
                line = {"step": self.step, "minutes": round(self.spent / 60, 2), "lr": rate}
                line |= {n: round(v, 5) for n, v in sums.items()}
                with (self.folder / "log.jsonl").open("a") as log:
                    log.write(json.dumps(line) + "\n")
                print(json.dumps(line), flush=True)
            if self.step % 20 == 0:
                sums = {}
            if time.time() - saved > 180:
                self._save()
                saved = time.time()
        self._save()

    def _to_device(self, batch: Batch) -> Batch:
        return Batch(**{name: value.to(self.device) for name, value in vars(batch).items()})

    def _share_gradients(self) -> None:
        """The mean over all processes; one machine and a cluster run the same loop."""
        if self.world > 1:
            for p in self.network.parameters():
                if p.grad is not None:
                    distributed.all_reduce(p.grad)
                    p.grad /= self.world

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.config.average, (1 + self.step) / (10 + self.step))
        for kept, new in zip(self.average.parameters(), self.network.parameters(), strict=True):
            kept.lerp_(new, 1 - decay)

    def _save(self) -> None:
        if self.rank != 0:
            return
        metadata = {"step": self.step, "minutes": self.spent / 60, "hours_of_data": self.conversations.hours}
        save_checkpoint(self.average, self.folder / "average.safetensors", metadata)
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        temporary = self.folder / "resume.part"
        torch.save({**state, "step": self.step, "spent": self.spent}, temporary)
        temporary.rename(self.folder / "resume.pt")

    def _resume(self) -> None:
        path = self.folder / "resume.pt"
        if not path.exists():
            return
        saved = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(saved["network"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.step, self.spent = saved["step"], saved["spent"]
        self.average.load_state_dict(load_checkpoint(self.folder / "average.safetensors")[0].state_dict())


def read_config(path: Path) -> dict[str, Any]:
    """The values of a configuration file. ValueError names what TrainingConfig does not know."""
    values: dict[str, Any] = json.loads(path.read_text())
    unknown = sorted(set(values) - {field.name for field in fields(TrainingConfig)})
    if unknown:
        raise ValueError(f"{path}: {unknown[0]}: unknown; accepted are the attributes of TrainingConfig")
    return values


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, required=True, help="JSON, see TrainingConfig")
    parser.add_argument("--data", type=Path, required=True, nargs="+", help="folders of conversations")
    parser.add_argument("--run", type=Path, required=True, help="folder of this run; an earlier one goes on")
    parser.add_argument("--start", type=Path, help="begin with the weights of this checkpoint (.safetensors)")
    parser.add_argument("--minutes", type=float, help="instead of the configuration's")
    parser.add_argument("--steps", type=int, help="train for so many steps instead of by the clock")
    arguments = parser.parse_args()
    values = read_config(arguments.config)
    if arguments.minutes:
        values["minutes"] = arguments.minutes
    if arguments.steps:
        values["steps"] = arguments.steps
    run = Run(TrainingConfig(**values), arguments.data, arguments.run)
    if arguments.start:
        run.start_from(arguments.start)
    run.train()


if __name__ == "__main__":
    main()
