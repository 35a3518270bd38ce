"""The face's own shapes: what speech and brows say, with a smile or displeasure laid over it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_INDEX, MOUTH, UPPER_FACE
from visavis.state.behaviour import Behaviour

FloatArray = NDArray[np.float32]


def _both_sides(gains: dict[str, float]) -> FloatArray:
    """(52,) gains of shapes that come in a left and a right one."""
    weights = np.zeros(52, np.float32)
    for name, gain in gains.items():
        for side in ("Left", "Right"):
            weights[ARKIT_INDEX[name + side]] = gain
    return weights


SMILE: Final = _both_sides(
    {"mouthSmile": 0.75, "cheekSquint": 0.45, "eyeSquint": 0.20, "mouthDimple": 0.12, "mouthUpperUp": 0.08}
)
"""A full smile: lip corners and, as in one that is meant, the cheeks and lower lids [Duchenne]."""
DISPLEASURE: Final = _both_sides({"mouthFrown": 0.55, "browDown": 0.35, "mouthPress": 0.15, "noseSneer": 0.06})
ROUND: Final = [ARKIT_INDEX["mouthFunnel"], ARKIT_INDEX["mouthPucker"]]
SMILE_UNROUNDS: Final = 0.35
"""Share of lip rounding that a full smile takes: smiled vowels are spread."""


def face_weights(behaviours: Sequence[Behaviour]) -> FloatArray:
    """ARKit weights of mouth and upper face, one behaviour after the other; eye-look and blink shapes stay 0.

    A smile fills what room each shape has left (w + g s (1 - w)), so that it never undoes speech.

    Returns:
        (T, 52) weights in [0, 1], T the frames of all.
    """
    smile = np.concatenate([b.smile for b in behaviours]).astype(np.float32, copy=False)[:, None]
    weights = np.zeros((len(smile), 52), np.float32)
    weights[:, _MOUTH] = np.concatenate([b.mouth for b in behaviours])
    weights[:, _UPPER] = np.concatenate([b.upper for b in behaviours])
    np.maximum(weights, 0.0, out=weights)
    np.minimum(weights, 1.0, out=weights)
    glad = np.minimum(np.maximum(smile, 0.0), 1.0)
    cross = np.minimum(np.maximum(-smile, 0.0), 1.0)
    weights += (glad * SMILE + cross * DISPLEASURE) * (1.0 - weights)
    weights[:, ROUND] *= 1.0 - SMILE_UNROUNDS * glad
    return weights


_MOUTH: Final = list(MOUTH)
_UPPER: Final = list(UPPER_FACE)
