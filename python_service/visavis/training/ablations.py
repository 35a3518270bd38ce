"""Trains the variants of the ablation table: `python -m visavis.training.ablations --data DIR --runs DIR --steps N`.

Every variant has the same seed, data, batches and number of steps. A broken-off run goes on where it stopped.
With `--encoder` all hear with the encoder of one checkpoint, which no variant changes, and train everything after it
from nothing: the budget then goes where they differ.
"""

import argparse
from pathlib import Path
from typing import Any, Final

from visavis.training.train import Run, TrainingConfig, read_config

VARIANTS: Final[dict[str, dict[str, Any]]] = {
    "full": {},
    "no_roles": {"network": {"use_roles": False}},
    "no_cross_attention": {"network": {"cross_attention": False}},
    "no_gaze_loss": {"losses": {"gaze": 0.0, "direction": 0.0}},
    "no_lip_refinement": {"losses": {"refine": 0.0}},
    "single_stream": {"network": {"two_streams": False}},
}
"""What each variant changes in the configuration."""


def variant(values: dict[str, Any], name: str) -> TrainingConfig:
    """The configuration `values` with the change called `name`."""
    changed = dict(values)
    for part, change in VARIANTS[name].items():
        changed[part] = {**values.get(part, {}), **change}
    return TrainingConfig(**changed)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, required=True, help="JSON, see TrainingConfig")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="folders of conversations")
    parser.add_argument("--runs", type=Path, required=True, help="each variant's run is a folder in it")
    parser.add_argument("--encoder", type=Path, help="checkpoint (.safetensors) whose encoder all variants hear with")
    parser.add_argument("--steps", type=int, required=True, help="of every variant")
    arguments = parser.parse_args()
    values = {**read_config(arguments.config), "steps": arguments.steps}
    for name in VARIANTS:
        print(f"# {name}", flush=True)
        run = Run(variant(values, name), arguments.data, arguments.runs / name)
        if arguments.encoder:
            run.keep_encoder(arguments.encoder)
        run.train()


if __name__ == "__main__":
    main()
