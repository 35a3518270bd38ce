"""The shipped checkpoint on ONNX Runtime: many conversations in one call."""

import json
import os
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from visavis.errors import InvalidInput
from visavis.model.devices import in_use, providers

FloatArray = NDArray[np.float32]
State = dict[str, FloatArray]

DEFAULT_MODEL: Final = Path(__file__).resolve().parent.parent / "assets" / "model"
PARTS: Final = ("encoder", "decoder", "motion")


class Network:
    """Encoder, decoder and motion generator. Stateless: every conversation's state goes in and comes out.

    Arrays have the conversations B first, then the two people, then frames. A state is a dict of arrays for all three
    parts; each call reads and returns the names of its own part.

    Attributes:
        model_id: name and version of the checkpoint.
        device: "cpu", "cuda:0" or "tensorrt:0".
        heard_size, context_size: widths of what passes between the parts.
        offsets: frames around the decoded one that the decoder wants to see.
        state_names: of each part ("encoder", "decoder", "motion"), the names of its state.
    """

    def __init__(self, path: Path | None = None, device: str = "auto", threads: int | None = None) -> None:
        """Loads a model folder.

        Args:
            path: folder with encoder.onnx, decoder.onnx, motion.onnx, model.json; the shipped one by default.
            device: "auto" (CUDA when there is one), "cpu", "cuda" or "tensorrt".
            threads: of one call; all cores by default.

        Raises:
            InvalidInput: naming `model` when the folder lacks a file, `device` when it is unknown or not there,
                `threads` below 1.
        """
        if threads is not None and threads < 1:
            raise InvalidInput("threads", f"{threads} compute nothing; it must be at least 1")
        folder = Path(path) if path is not None else DEFAULT_MODEL
        for name in (*(f"{p}.onnx" for p in PARTS), "model.json"):
            if not (folder / name).is_file():
                raise InvalidInput("model", f"'{folder}' has no {name}; a model folder comes from the exporter")
        self.description: dict[str, Any] = json.loads((folder / "model.json").read_text())
        config = self.description["config"]
        self.model_id: str = self.description["model_id"]
        self.heard_size: int = config["heard"]
        self.context_size: int = config["context"]
        self.offsets: tuple[int, ...] = tuple(config["offsets"])
        self._shapes: dict[str, dict[str, list[int]]] = self.description["state"]
        self.state_names: dict[str, tuple[str, ...]] = {part: tuple(shapes) for part, shapes in self._shapes.items()}
        wanted = providers(device, onnxruntime.get_available_providers(), self.model_id)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or os.cpu_count() or 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._sessions = {
            part: onnxruntime.InferenceSession(str(folder / f"{part}.onnx"), options, providers=wanted)
            for part in PARTS
        }
        self.device = in_use(device, [session.get_providers() for session in self._sessions.values()])

    def initial_state(self) -> State:
        """One conversation at its beginning: zeros, without the batch axis."""
        return {n: np.zeros(s, np.float32) for part in self._shapes.values() for n, s in part.items()}

    def encode(self, mel: FloatArray, state: State) -> tuple[FloatArray, State]:
        """mel (B, 2, F, 4, 64) -> heard (B, 2, F, heard_size)."""
        (heard,), new = self._run("encoder", {"mel": mel}, state)
        return heard, new

    def decode(
        self,
        window: FloatArray,
        known: FloatArray,
        role: FloatArray,
        scene: FloatArray,
        style: FloatArray,
        state: State,
    ) -> tuple[FloatArray, FloatArray, State]:
        """Mouths (B, 2, F, 29) and contexts (B, 2, F, context_size).

        Args:
            window: (B, 2, F, K, heard_size) what was heard at `offsets` around each frame; zeros where not known.
            known: (B, F, K) 1 where it was heard, else 0.
            role: (B, 2, F, 2) own and partner's speaking probability.
            scene: (B, 2, F, 6) `scene.relation` of each to the other.
            style: (B, 2, 3) articulation, liveliness, mood.
            state: carried from the frames before.
        """
        inputs = {"window": window, "known": known, "role": role, "scene": scene, "style": style}
        (mouth, context), new = self._run("decoder", inputs, state)
        return mouth, context, new

    def behave(
        self,
        context: FloatArray,
        role: FloatArray,
        scene: FloatArray,
        style: FloatArray,
        noise: FloatArray,
        state: State,
    ) -> tuple[FloatArray, State]:
        """The next block's motion (B, 2, 4, 26), from the context (B, 2, context_size) of its first frame.

        `noise` (B, 2, 4, 26) is standard normal; role (B, 2, 2), scene (B, 2, 6), style (B, 2, 3).
        """
        inputs = {"context": context, "role": role, "scene": scene, "style": style, "noise": noise}
        (motion,), new = self._run("motion", inputs, state)
        return motion, new

    def _run(self, part: str, inputs: dict[str, FloatArray], state: State) -> tuple[list[FloatArray], State]:
        names = list(self._shapes[part])
        feeds = {**inputs, **{name: state[name] for name in names}}
        results: list[FloatArray] = self._sessions[part].run(None, feeds)
        split = len(results) - len(names)
        return results[:split], dict(zip(names, results[split:], strict=True))
