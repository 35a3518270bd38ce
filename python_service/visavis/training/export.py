"""A trained network as safetensors and as the ONNX graphs that are served.

`python -m visavis.training.export --checkpoint RUN/average.safetensors --out FOLDER --name NAME`

Several checkpoints of one run, or of runs that went on from one another, become their mean (Wortsman et al. 2022, model
soups). Weights are rounded to half precision once, for both; graphs hold them so and compute in single precision.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from visavis.corpus.acting import HEAD
from visavis.model.config import BLOCK, MOTION_SIZE, ROLE_SIZE, SCENE_SIZE, STYLE_SIZE, NetworkConfig
from visavis.model.network import DyadNetwork
from visavis.training.products import convolutions_as_products

OPSET = 17


class _Part(nn.Module):
    """One graph: named inputs, then the state in the order of its names."""

    def __init__(self, network: DyadNetwork, part: str) -> None:
        super().__init__()
        self.network, self.part = network, part
        self.names = list(network.state_shapes()[part])

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        count = len(inputs) - len(self.names)
        state = dict(zip(self.names, inputs[count:], strict=True))
        if self.part == "encoder":
            heard, new = self.network.encode(inputs[0], state)
            outputs: tuple[Tensor, ...] = (heard,)
        elif self.part == "decoder":
            window, known, role, scene, style = inputs[:count]
            mouth, context, new = self.network.decode(window, known, role, scene, style, state)
            outputs = (mouth, context)
        else:
            motion, new = self.network.motion(*inputs[:count], state)
            outputs = (motion,)
        return (*outputs, *(new[name] for name in self.names))


def save_checkpoint(network: DyadNetwork, path: Path, metadata: dict[str, Any]) -> None:
    """Weights as safetensors, with the configuration and `metadata` in its header."""
    header = {"config": json.dumps(network.config.as_dict()), "metadata": json.dumps(metadata)}
    save_file({n: t.detach().cpu().contiguous() for n, t in network.state_dict().items()}, str(path), metadata=header)


def round_to_half(network: DyadNetwork) -> DyadNetwork:
    """The network with every weight rounded to what half precision holds (relative error 5e-4)."""
    network.load_state_dict({n: t.half().float() for n, t in network.state_dict().items()})
    return network


def store_in_half(path: Path) -> None:
    """Rewrites a graph so that its large weights lie in the file at half precision; computing stays as it was."""
    model = onnx.load(str(path))
    graph = model.graph
    casts = []
    for initializer in graph.initializer:
        if initializer.data_type != onnx.TensorProto.FLOAT or np.prod(initializer.dims) < 256:
            continue
        name = initializer.name
        values = numpy_helper.to_array(initializer).astype(np.float16)
        initializer.CopyFrom(numpy_helper.from_array(values, name + ".half"))
        casts.append(helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))


def load_checkpoint(path: Path) -> tuple[DyadNetwork, dict[str, Any]]:
    """The network and the metadata of a file by `save_checkpoint`."""
    from safetensors import safe_open

    with safe_open(str(path), framework="pt") as file:
        header = file.metadata()
    network = DyadNetwork(NetworkConfig.from_dict(json.loads(header["config"])))
    network.load_state_dict({"motion.look_bias": torch.zeros(2), **load_file(str(path))})
    return network.eval(), json.loads(header["metadata"])


def load_mean(paths: Sequence[Path]) -> tuple[DyadNetwork, dict[str, Any]]:
    """The mean of the networks of several files, and the metadata of the last; ValueError where sizes differ."""
    networks = [load_checkpoint(path) for path in paths]
    mean, metadata = networks[-1]
    if any(network.config != mean.config for network, _ in networks):
        raise ValueError("the checkpoints are of networks of different sizes")
    states = [network.state_dict() for network, _ in networks]
    mean.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return mean, metadata


def example_inputs(config: NetworkConfig, part: str, batch: int, frames: int) -> dict[str, Tensor]:
    """Random inputs of one part, state excluded, by name."""
    k = len(config.offsets)
    if part == "encoder":
        return {"mel": torch.randn(batch, 2, frames, 4, config.features // 4)}
    if part == "decoder":
        return {
            "window": torch.randn(batch, 2, frames, k, config.heard),
            "known": torch.ones(batch, frames, k),
            "role": torch.rand(batch, 2, frames, ROLE_SIZE),
            "scene": torch.randn(batch, 2, frames, SCENE_SIZE),
            "style": torch.randn(batch, 2, STYLE_SIZE),
        }
    return {
        "context": torch.randn(batch, 2, config.context),
        "role": torch.rand(batch, 2, ROLE_SIZE),
        "scene": torch.randn(batch, 2, SCENE_SIZE),
        "style": torch.randn(batch, 2, STYLE_SIZE),
        "noise": torch.randn(batch, 2, BLOCK, MOTION_SIZE),
    }


OUTPUTS = {"encoder": ["heard"], "decoder": ["mouth", "context"], "motion": ["motion"]}


def export_onnx(network: DyadNetwork, folder: Path, metadata: dict[str, Any]) -> None:
    """Writes encoder.onnx, decoder.onnx, motion.onnx and model.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network = network.eval().cpu()
    for part, outputs in OUTPUTS.items():
        inputs = example_inputs(network.config, part, 2, 4)
        state = network.initial_state(2, part)
        timed = {"mel", "window", "known", "role", "scene"} if part != "motion" else set()
        axes: dict[str, dict[int, str]] = {}
        for name in inputs:
            axes[name] = {0: "batch"}
            if name in timed:
                axes[name][1 if name == "known" else 2] = "frames"
        for name in outputs:
            axes[name] = {0: "batch", 2: "frames"} if part != "motion" else {0: "batch"}
        for name in state:
            axes[name] = {0: "batch"}
            axes["new_" + name] = {0: "batch"}
        torch.onnx.export(
            _Part(network, part),
            (*inputs.values(), *state.values()),
            str(folder / f"{part}.onnx"),
            input_names=[*inputs, *state],
            output_names=[*outputs, *("new_" + n for n in state)],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        model = onnx.load(str(folder / f"{part}.onnx"))
        convolutions_as_products(model)
        onnx.save(model, str(folder / f"{part}.onnx"))
        store_in_half(folder / f"{part}.onnx")
        onnx.checker.check_model(str(folder / f"{part}.onnx"))
    description = {"config": network.config.as_dict(), "state": network.state_shapes(), **metadata}
    (folder / "model.json").write_text(json.dumps(description, indent=1) + "\n")


def largest_difference(network: DyadNetwork, folder: Path, seed: int = 0) -> float:
    """Torch against ONNX Runtime on random inputs and states of all three parts."""
    from visavis.model.runtime import Network

    runtime = Network(folder, device="cpu")
    torch.manual_seed(seed)
    worst = 0.0
    with torch.no_grad():
        for part in OUTPUTS:
            inputs = example_inputs(network.config, part, 3, 8)
            state = {n: 0.1 * torch.randn_like(s) for n, s in network.initial_state(3, part).items()}
            expected = _Part(network, part)(*inputs.values(), *state.values())
            results, new = runtime._run(
                part, {n: t.numpy() for n, t in inputs.items()}, {n: t.numpy() for n, t in state.items()}
            )
            for got, want in zip([*results, *new.values()], expected, strict=True):
                worst = max(worst, float(np.abs(got - want.numpy()).max()))
    return worst


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="one, or several to be averaged")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True, help="the model's id, e.g. dyad-1")
    parser.add_argument("--closed-gain", type=float, help="closing gain instead of the checkpoint's")
    parser.add_argument(
        "--head-gain",
        type=float,
        nargs=3,
        default=(1.0, 1.0, 1.0),
        metavar=("PITCH", "YAW", "ROLL"),
        help="size of the head's own motion over the corpus's, to match published standard deviations",
    )
    parser.add_argument(
        "--look-bias",
        type=float,
        nargs=2,
        default=(0.0, 0.0),
        metavar=("LISTENING", "SPEAKING"),
        help="log odds added to looking at the partner, from evaluation.rollout's free runs",
    )
    parser.add_argument("--safetensors", action="store_true", help="also write weights.safetensors")
    arguments = parser.parse_args()
    network, metadata = load_mean(arguments.checkpoint)
    if arguments.closed_gain is not None:
        network.closed_gain.fill_(arguments.closed_gain)
    network.motion.mean[HEAD] *= torch.tensor(arguments.head_gain)
    network.motion.scale[HEAD] *= torch.tensor(arguments.head_gain)
    network.motion.look_bias.copy_(torch.tensor(arguments.look_bias))
    metadata = {**metadata, "look_bias": list(arguments.look_bias)}
    metadata = {**metadata, "closed_gain": float(network.closed_gain), "head_gain": list(arguments.head_gain)}
    network = round_to_half(network).eval()
    export_onnx(network, arguments.out, {"model_id": arguments.name, "training": metadata})
    if arguments.safetensors:
        save_checkpoint(network.half(), arguments.out / "weights.safetensors", {"model_id": arguments.name, **metadata})
        network = network.float()
    print(f"{arguments.name}: torch and ONNX differ by at most {largest_difference(network, arguments.out):.2e}")


if __name__ == "__main__":
    main()
