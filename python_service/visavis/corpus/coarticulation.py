"""Coarticulation learnt on a real mouth: phones and loudness in, lips out.

A convolution over articulatory features, a bidirectional GRU, a convolution: it may see the whole sentence, for it
animates recordings whose phones are known. What the real speaker never says comes from a small phonetic table.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from visavis.audio.features import COLUMNS_PER_FRAME, SAMPLE_RATE, LogMel, frame_start
from visavis.corpus.lips import SYMMETRIC, symmetric_basis
from visavis.corpus.phones import CLOSED_LIPS, FEATURE_COUNT, Phone, feature_track
from visavis.state.arkit import ARKIT_INDEX, MOUTH
from visavis.state.behaviour import FRAME_RATE
from visavis.state.closure import shut

FloatArray = NDArray[np.float32]

RATE: Final = FRAME_RATE * COLUMNS_PER_FRAME
INPUTS: Final = COLUMNS_PER_FRAME * (FEATURE_COUNT + 1)
TABLE: Final[dict[str, dict[str, float]]] = {
    "SH": {"mouthFunnel": 0.45, "mouthPucker": 0.25, "jawOpen": 0.06},
    "ZH": {"mouthFunnel": 0.45, "mouthPucker": 0.25, "jawOpen": 0.06},
    "UH": {"mouthPucker": 0.35, "mouthFunnel": 0.2, "jawOpen": 0.1},
    "OY": {"mouthPucker": 0.35, "mouthFunnel": 0.2, "jawOpen": 0.18},
}
"""Lips of phones that he never says, for the open head (a phonetician's description in weights; ours)."""
TABLE_SHARE: Final = 0.6
TONGUE: Final[dict[str, float]] = {"TH": 0.35, "DH": 0.25, "L": 0.12}
"""How far the tongue shows."""


PRESS: Final = 0.08
BITE: Final = {"mouthRollLower": 0.28, "mouthUpperUpLeft": 0.12, "mouthUpperUpRight": 0.12, "jawOpen": 0.04}
"""f and v: the lower lip under the upper teeth."""


class CoarticulationNetwork(nn.Module):
    """(N, T, INPUTS) -> (N, T, len(SYMMETRIC)) weights."""

    def __init__(self, width: int = 96) -> None:
        super().__init__()
        self.enter = nn.Conv1d(INPUTS, width, 5, padding=2)
        self.recurrent = nn.GRU(width, width, batch_first=True, bidirectional=True)
        self.out = nn.Conv1d(2 * width, len(SYMMETRIC), 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """See the class."""
        y = F.gelu(self.enter(x.transpose(1, 2))).transpose(1, 2)
        y, _ = self.recurrent(F.dropout(y, 0.1, self.training))
        return self.out(y.transpose(1, 2)).transpose(1, 2)


def loudness_track(samples: FloatArray, count: int) -> FloatArray:
    """Loudness of `count` feature columns relative to the recording's own loud parts, about -2 ... 0.5: (count,)."""
    frames = -(-count // COLUMNS_PER_FRAME)
    mel = LogMel().columns(samples, 0, frames).reshape(frames * COLUMNS_PER_FRAME, -1)
    level = mel.mean(1)
    return np.asarray((level - np.quantile(level, 0.9))[:count], np.float32)


def inputs_of(phones: Sequence[Phone], stressed: Sequence[bool] | None, samples: FloatArray) -> FloatArray:
    """Network input of one recording: (T, INPUTS) at FRAME_RATE."""
    frames = frame_count(len(samples))
    columns = feature_track(phones, stressed, frames * COLUMNS_PER_FRAME, RATE)
    loudness = loudness_track(samples, frames * COLUMNS_PER_FRAME)[:, None]
    return np.concatenate([columns, loudness], axis=1).reshape(frames, -1)


def frame_count(samples: int) -> int:
    """Whole frames in a 16 kHz recording, at least one."""
    count = samples * FRAME_RATE // SAMPLE_RATE
    return max(count + (frame_start(count + 1) <= samples), 1)


class Coarticulation:
    """The trained network as a function from phones to mouths."""

    def __init__(self, network: CoarticulationNetwork) -> None:
        self.network = network.eval()
        self.basis = symmetric_basis()

    @classmethod
    def load(cls, path: Path) -> "Coarticulation":
        """Reads what `save` wrote."""
        from safetensors.torch import load_file

        network = CoarticulationNetwork()
        network.load_state_dict(load_file(str(path)))
        return cls(network)

    def save(self, path: Path) -> None:
        """Weights as safetensors."""
        from safetensors.torch import save_file

        save_file(self.network.state_dict(), str(path))

    def animate(self, phones: Sequence[Phone], stressed: Sequence[bool] | None, samples: FloatArray) -> FloatArray:
        """Mouth of one recording: (T, 52) weights at FRAME_RATE, only speech's shapes.

        Args:
            phones: symbol, start, end in seconds, ARPAbet.
            stressed: whether each carries stress, if known.
            samples: (n,) 16 kHz.
        """
        x = torch.from_numpy(inputs_of(phones, stressed, samples))[None]
        with torch.no_grad():
            y = self.network(x)[0].numpy().clip(0, 1)
        weights = y @ self.basis
        self._fill_in(weights, phones)
        return np.clip(weights, 0, 1)

    @staticmethod
    def _fill_in(weights: FloatArray, phones: Sequence[Phone]) -> None:
        times = (np.arange(len(weights)) + 0.5) / FRAME_RATE
        for symbol, start, end in phones:
            if symbol in TABLE:
                share = TABLE_SHARE * _dominance(times, start, end)
                for name, value in TABLE[symbol].items():
                    column = ARKIT_INDEX[name]
                    weights[:, column] += share * (value - weights[:, column])
            if symbol in CLOSED_LIPS:
                share = _dominance(times, start, end, 0.02)
                weights[:, list(MOUTH)] = shut(weights[:, list(MOUTH)], share)
                for name in ("mouthPressLeft", "mouthPressRight"):
                    column = ARKIT_INDEX[name]
                    weights[:, column] = np.maximum(weights[:, column], PRESS * share)
            if symbol in ("F", "V"):
                share = 0.7 * _dominance(times, start, end, 0.03)
                for name, value in BITE.items():
                    column = ARKIT_INDEX[name]
                    weights[:, column] += share * (value - weights[:, column])
            if symbol in TONGUE:
                column = ARKIT_INDEX["tongueOut"]
                shown = TONGUE[symbol] * _dominance(times, start, end, 0.02)
                weights[:, column] = np.maximum(weights[:, column], shown)


def _dominance(times: NDArray[np.float64], start: float, end: float, spread: float = 0.05) -> FloatArray:
    """1 inside a phone, falling off around it: Cohen & Massaro's dominance, 1993."""
    outside = np.maximum(np.maximum(start - times, times - end), 0.0)
    return np.exp(-outside / spread).astype(np.float32)
