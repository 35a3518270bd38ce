"""ARKit weights whose lips, on the open head, follow tracked lip points."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig import load_open_head
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES, MOUTH

FloatArray = NDArray[np.float32]

SYMMETRIC: Final = (
    ("jawOpen",), ("jawForward",), ("mouthClose",), ("mouthFunnel",), ("mouthPucker",),
    ("mouthSmileLeft", "mouthSmileRight"), ("mouthFrownLeft", "mouthFrownRight"),
    ("mouthDimpleLeft", "mouthDimpleRight"), ("mouthStretchLeft", "mouthStretchRight"),
    ("mouthRollLower",), ("mouthRollUpper",), ("mouthShrugLower",), ("mouthShrugUpper",),
    ("mouthPressLeft", "mouthPressRight"), ("mouthLowerDownLeft", "mouthLowerDownRight"),
    ("mouthUpperUpLeft", "mouthUpperUpRight"),
)  # fmt: skip
"""Shapes that speech moves, both sides tied: what a tracker says about left against right is mostly noise."""

MOUTH_POINTS: Final = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 152, 18, 200,
)  # fmt: skip
"""MediaPipe's numbers of the points fitted: lip rings and chin."""
DEPTH_TRUST: Final = 0.5
"""Depth is the tracker's guess."""
MEASURE_TRUST: Final = (8.0, 8.0, 4.0)
"""Weight of opening, width and protrusion beside the single points: what people see of a mouth."""
RIDGE: Final = 0.02
RARE: Final = (
    "mouthShrugUpper", "mouthShrugLower", "mouthUpperUpLeft", "mouthRollUpper", "mouthRollLower", "mouthFrownLeft",
    "jawForward",
)  # fmt: skip
RARE_RIDGE: Final = 0.3
"""Shapes that speech uses little, held closer to what the tracker says of them: they would fit its noise."""
SWEEPS: Final = 60


def symmetric_basis() -> FloatArray:
    """(S, 52): one row a tied shape."""
    basis = np.zeros((len(SYMMETRIC), len(ARKIT_NAMES)), np.float32)
    for row, names in enumerate(SYMMETRIC):
        for name in names:
            basis[row, ARKIT_INDEX[name]] = 1.0
    return basis


def fit_weights(points: FloatArray, ids: NDArray[np.int16], neutral: FloatArray, prior: FloatArray) -> FloatArray:
    """Weights whose lips move from the open head's rest as the tracked ones move from theirs.

    Bounded ridge least squares towards the tracker's own scores, coordinate descent over all frames at once.

    Args:
        points: (T, L, 3) tracked, in eye distances, +X the person's left, +Y up, +Z forward.
        ids: (L,) MediaPipe's numbers.
        neutral: (L, 3), or (T, L, 3), the same mouth at rest.
        prior: (T, 52) the tracker's scores in Apple's order.

    Returns:
        (T, 52) weights in [0, 1]; zero outside SYMMETRIC.
    """
    head = load_open_head()
    row = {int(number): i for i, number in enumerate(head.landmark_ids)}
    column = {int(number): i for i, number in enumerate(ids)}
    chosen = [n for n in MOUTH_POINTS if n in row and n in column]
    basis = symmetric_basis()
    shapes = np.einsum("sa,alc->slc", basis, head.arkit_landmarks)[:, [row[n] for n in chosen]]
    moved = (points - neutral)[:, [column[n] for n in chosen]]
    trust = np.array([1.0, 1.0, DEPTH_TRUST], np.float32)
    measure = head.measure_matrix[:, [row[n] for n in chosen]] * np.array(MEASURE_TRUST, np.float32)[:, None, None]
    matrix = (shapes * trust).reshape(len(basis), -1)
    target = (moved * trust).reshape(len(moved), -1)
    matrix = np.concatenate([matrix, np.einsum("slc,mlc->sm", shapes, measure)], axis=1)
    target = np.concatenate([target, np.einsum("tlc,mlc->tm", moved, measure)], axis=1)
    start = (prior @ basis.T) / basis.sum(1)
    ridge = np.array([RARE_RIDGE if names[0] in RARE else RIDGE for names in SYMMETRIC], np.float32)
    gram = matrix @ matrix.T + np.diag(ridge)
    pull = target @ matrix.T + ridge * start
    weights = start.copy()
    for _ in range(SWEEPS):
        for s in range(len(basis)):
            gradient = pull[:, s] - weights @ gram[:, s]
            weights[:, s] = np.clip(weights[:, s] + gradient / gram[s, s], 0.0, 1.0)
    return (weights @ basis).astype(np.float32)


def mouth_only(weights: FloatArray) -> FloatArray:
    """The columns of `arkit.MOUTH`: (T, 52) -> (T, 29)."""
    return np.ascontiguousarray(weights[:, list(MOUTH)])


def resample(values: FloatArray, rate: float, count: int, new_rate: float) -> FloatArray:
    """Frames at `rate` a second -> `count` frames at `new_rate`, linearly; frame k is at k / rate. Ends are held."""
    at = np.arange(count) * (rate / new_rate)
    at = np.clip(at, 0, len(values) - 1)
    low = np.minimum(at.astype(int), len(values) - 2) if len(values) > 1 else np.zeros(count, int)
    part = (at - low).astype(np.float32).reshape(-1, *([1] * (values.ndim - 1)))
    high = np.minimum(low + 1, len(values) - 1)
    return np.asarray(values[low] * (1 - part) + values[high] * part, np.float32)
