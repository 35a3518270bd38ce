"""Speaker embeddings of stretches of speech: CAM++ on Kaldi's filter banks."""

import json
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.roles.activity import session

SIZE: Final = 192
"""Length of an embedding."""
_WINDOW: Final = 400
_HOP: Final = 160
_BANDS: Final = 80
SHORTEST: Final = 6400
"""Samples (0.4 s) below which an embedding says too little."""
LONGEST: Final = 32000
"""Samples (2 s) up to which the shipped network is the original one."""


def _povey_window() -> NDArray[np.float32]:
    """Kaldi's window: a Hann window to the power 0.85 (Povey et al., The Kaldi speech recognition
    toolkit, 2011).
    """
    phase = 2.0 * np.pi * np.arange(_WINDOW) / (_WINDOW - 1)
    return np.asarray((0.5 - 0.5 * np.cos(phase)) ** 0.85, np.float32)


def kaldi_filters() -> NDArray[np.float32]:
    """(257, 80) triangles, equally wide on Kaldi's mel scale 1127 ln(1 + f / 700), 20 to 8000 Hz."""
    low, high = (1127.0 * np.log1p(f / 700.0) for f in (20.0, 8000.0))
    width = (high - low) / (_BANDS + 1)
    bins = 1127.0 * np.log1p(np.arange(257) * (16000.0 / 512) / 700.0)
    centres = low + width * np.arange(1, _BANDS + 1)
    triangles = np.maximum(0.0, 1.0 - np.abs(bins[:, None] - centres) / width)
    triangles[-1] = 0.0
    return np.asarray(triangles, np.float32)


_POVEY: Final = _povey_window()


def power_spectra(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """(columns, 257) power spectra of (n,) samples at 16 kHz, 10 ms apart, as Kaldi takes them."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP].astype(np.float32)
    frames = frames - frames.mean(axis=1, keepdims=True)
    previous = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    spectrum = np.fft.rfft((frames - np.float32(0.97) * previous) * _POVEY, 512, axis=1)
    return np.asarray(spectrum.real**2 + spectrum.imag**2, np.float32)


def embed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """(192,) unit vector that tells voices apart, of (n,) samples at 16 kHz, SHORTEST <= n <= LONGEST.

    Network: CAM++ (Wang et al., arXiv 2303.00332), speech_campplus_sv_zh_en_16k-common_advanced, Apache-2.0.
    """
    if not SHORTEST <= len(samples) <= LONGEST:
        raise ValueError(f"an embedding is made of {SHORTEST} to {LONGEST} samples, not of {len(samples)}")
    vector = session("voice_embedding.onnx").run(None, {"power": power_spectra(samples)[None]})[0][0]
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)


@cache
def _mean() -> NDArray[np.float32]:
    metadata = session("voice_embedding.onnx").get_modelmeta().custom_metadata_map
    return np.asarray(json.loads(metadata["mean"]), np.float32)


def centred(embedding: NDArray[np.float32]) -> NDArray[np.float32]:
    """(..., 192) embeddings less their mean over many voices, unit length.

    Strangers' cosines then lie about 0, one voice's about 0.5 (windows of 1.5 s).
    """
    moved = embedding - _mean()
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), np.float32)
