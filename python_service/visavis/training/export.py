"""A trained network as safetensors and as the ONNX graphs that are served."""

import json
from pathlib import Path
from typing import Any

import onnx
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from visavis.model.config import BLOCK, MOTION_SIZE, ROLE_SIZE, SCENE_SIZE, STYLE_SIZE, NetworkConfig
from visavis.model.network import DyadNetwork

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


def load_checkpoint(path: Path) -> tuple[DyadNetwork, dict[str, Any]]:
    """The network and the metadata of a file by `save_checkpoint`."""
    from safetensors import safe_open

    with safe_open(str(path), framework="pt") as file:
        header = file.metadata()
    network = DyadNetwork(NetworkConfig.from_dict(json.loads(header["config"])))
    network.load_state_dict(load_file(str(path)))
    return network.eval(), json.loads(header["metadata"])


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
        onnx.checker.check_model(str(folder / f"{part}.onnx"))
    description = {"config": network.config.as_dict(), "state": network.state_shapes(), **metadata}
    (folder / "model.json").write_text(json.dumps(description, indent=1) + "\n")
