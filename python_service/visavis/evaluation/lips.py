"""Lip figures: how well an animated mouth follows a real or reference one.

All on mouth opening, width and protrusion in eye distances (see `rig.head_model.MEASURES`).
"""

from dataclasses import asdict, dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

CLOSED_BELOW: Final = 0.02
"""Opening under which lips count as shut, eye distances."""
CLOSED_SHARE: Final = 0.12
"""... or this share of the clip's 95th percentile, if that is more."""
MATCH_S: Final = 0.060
"""Closures match within 60 ms."""
LAG_RANGE_S: Final = 0.2


@dataclass(frozen=True)
class LipFigures:
    """Figures of one clip or medians over clips.

    Attributes:
        opening, width, protrusion: Pearson r on speech frames.
        closure_f1: F1 of lip closures between sounds, matched within 60 ms.
        lag_ms: shift of the animated mouth at which opening correlates best; positive is late.
        amplitude: SD of the animated opening over SD of the real one.
    """

    opening: float
    width: float
    protrusion: float
    closure_f1: float
    lag_ms: float
    amplitude: float

    def as_dict(self) -> dict[str, float]:
        """Rounded, for reports."""
        return {name: round(float(value), 3) for name, value in asdict(self).items()}


def correlation(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    """Pearson r; 0 when either does not move."""
    if len(a) < 3 or np.std(a) < 1e-6 or np.std(b) < 1e-6:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def closures(opening: NDArray[np.floating], times: NDArray[np.floating]) -> list[float]:
    """Moments of shut lips within speech: the middles of runs below the threshold, those at the ends left out."""
    limit = max(CLOSED_BELOW, CLOSED_SHARE * float(np.quantile(opening, 0.95)))
    edges = np.diff(np.concatenate([[0], (opening < limit).astype(np.int8), [0]]))
    runs = [(int(s), int(e)) for s, e in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True)]
    return [float(times[s:e].mean()) for s, e in runs if s > 0 and e < len(opening)]


def matched(found: list[float], real: list[float]) -> int:
    """One-to-one matches within MATCH_S, in order of time."""
    count, used = 0, set()
    for moment in real:
        near = [(abs(f - moment), i) for i, f in enumerate(found) if i not in used and abs(f - moment) <= MATCH_S]
        if near:
            used.add(min(near)[1])
            count += 1
    return count


def compare(
    animated: FloatArray, animated_fps: float, real: FloatArray, real_fps: float, speech: tuple[float, float]
) -> tuple[LipFigures, tuple[int, int, int]]:
    """Figures of one clip.

    Args:
        animated: (T, 3) opening, width, protrusion of the animated mouth.
        animated_fps: its frames a second.
        real: (N, 3) the real mouth.
        real_fps: its frames a second.
        speech: start and end of speech, seconds.

    Returns:
        The figures, and the counts of closures (matched, animated, real) for pooling.
    """
    times = np.arange(len(real)) / real_fps
    inside = (times >= speech[0]) & (times <= speech[1])
    grid = np.arange(len(animated)) / animated_fps

    def at(moments: NDArray[np.floating], column: int) -> NDArray[np.floating]:
        return np.interp(moments, grid, animated[:, column])

    r = [correlation(at(times[inside], c), real[inside, c]) for c in range(3)]
    lags = np.arange(-LAG_RANGE_S, LAG_RANGE_S + 1e-9, 0.01)
    by_lag = [correlation(at(times[inside] + lag, 0), real[inside, 0]) for lag in lags]
    # closures on a common grid of 10 ms, so that frame rates do not matter
    fine = np.arange(speech[0], speech[1], 0.01)
    here = closures(at(fine, 0), fine)
    there = closures(np.interp(fine, times, real[:, 0]), fine)
    hits = matched(here, there)
    f1 = 2 * hits / max(len(here) + len(there), 1)
    amplitude = float(at(times[inside], 0).std() / max(real[inside, 0].std(), 1e-9))
    figures = LipFigures(r[0], r[1], r[2], f1, 1000 * float(lags[int(np.argmax(by_lag))]), amplitude)
    return figures, (hits, len(here), len(there))


def median(figures: list[LipFigures], counts: list[tuple[int, int, int]]) -> LipFigures:
    """Medians over clips; closures pooled."""
    rows = np.array([[getattr(f, name) for name in LipFigures.__dataclass_fields__] for f in figures])
    out = dict(zip(LipFigures.__dataclass_fields__, np.median(rows, axis=0), strict=True))
    hits, found, real = (sum(c[i] for c in counts) for i in range(3))
    out["closure_f1"] = 2 * hits / max(found + real, 1)
    return LipFigures(**{name: float(value) for name, value in out.items()})
