"""ARKit to FLAME and back, and the bounded least squares behind it."""

import csv
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import lsq_linear
from visavis.rig import FaceRetargeter, RetargetSolver, Rig, open_rig
from visavis.rig.rig import OPEN_HEAD_RESIDUAL_MM, map_residual_mm
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

RECORDING = Path(__file__).resolve().parents[2].parent / "shared/data/motion/iphone_live_link.csv"

OPPOSITES = [("jawLeft", "jawRight")] + [
    (f"eyeLook{a}{side}", f"eyeLook{b}{side}") for side in ("Left", "Right") for a, b in (("Up", "Down"), ("In", "Out"))
]
"""Shapes of which a face shows one at a time: an eye cannot look up and down."""


@pytest.fixture(scope="module")
def rig() -> Rig:
    return open_rig()


def there_and_back(rig: Rig, faces: np.ndarray) -> np.ndarray:
    """The weights (T, 52) that come back from faces sent as FLAME: eyes as rotations, lids as lids."""
    up, down, inward, outward = rig.eye_look_range
    w = lambda name: faces[:, ARKIT_INDEX[name]]  # noqa: E731
    eyes = {}
    for side, sign in (("Left", 1.0), ("Right", -1.0)):
        pitch = down * w(f"eyeLookDown{side}") - up * w(f"eyeLookUp{side}")
        yaw = sign * (outward * w(f"eyeLookOut{side}") - inward * w(f"eyeLookIn{side}"))
        eyes[side] = np.stack([pitch, yaw, 0 * yaw], axis=1)
    values = faces @ rig.arkit_to_flame.T
    lids = faces[:, [ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"]]]
    retargeter = FaceRetargeter(rig)
    return np.stack(
        [
            retargeter.weights(values[t, :-3], values[t, -3:], eyes["Left"][t], eyes["Right"][t], lids[t])
            for t in range(len(faces))
        ]
    )


def test_a_recorded_iphone_face_comes_back_from_flame(rig: Rig) -> None:
    if not RECORDING.exists():
        pytest.skip(f"SKIPPED, no recording at {RECORDING}")
    with RECORDING.open() as file:
        rows = list(csv.DictReader(file))
    faces = np.array([[float(row[n[0].upper() + n[1:]]) for n in ARKIT_NAMES] for row in rows])
    assert np.abs(there_and_back(rig, faces) - faces).mean() < 0.01


def test_random_faces_come_back_from_flame(rig: Rig) -> None:
    rng = np.random.default_rng(7)
    faces = rng.uniform(0.0, 1.0, (300, 52))
    for one, other in OPPOSITES:
        drop = np.where(rng.random(300) < 0.5, ARKIT_INDEX[one], ARKIT_INDEX[other])
        faces[np.arange(300), drop] = 0.0
    error = np.abs(there_and_back(rig, faces) - faces)
    assert error.mean() < 0.002 and error.max() < 0.02


def test_the_map_reproduces_the_sculpted_shapes_as_closely_as_it_says(rig: Rig) -> None:
    measured = map_residual_mm(rig.head, rig.arkit_to_flame, rig.head.arkit_deltas)
    assert measured == pytest.approx(OPEN_HEAD_RESIDUAL_MM, abs=0.002)
    assert rig.residual_mm == OPEN_HEAD_RESIDUAL_MM


def test_the_solver_finds_the_constrained_minimum_where_columns_lean_on_each_other() -> None:
    rng = np.random.default_rng(3)
    matrix, target, ridge = rng.normal(size=(20, 8)), rng.normal(size=20), 0.05
    solver = RetargetSolver(matrix, ridge, 300)
    found = solver.solve(target, np.zeros(8))
    stacked = np.concatenate([matrix, np.sqrt(ridge) * np.eye(8)])
    best = lsq_linear(stacked, np.concatenate([target, np.zeros(8)]), (0.0, 1.0), tol=1e-12).x
    np.testing.assert_allclose(found, best, atol=1e-6)
    assert (found == 0.0).any() and ((found > 0.0) & (found < 1.0)).any()


def test_a_warm_start_takes_up_where_the_last_frame_ended() -> None:
    rng = np.random.default_rng(4)
    matrix = rng.normal(size=(20, 8)) + 2.0
    truth = rng.uniform(0.2, 0.8, 8)
    target = matrix @ truth
    cold = RetargetSolver(matrix, 1e-6, 2).solve(target, np.zeros(8))
    warm = RetargetSolver(matrix, 1e-6, 2)
    weights = np.zeros(8)
    for _ in range(200):
        warm.solve(target, weights)
    assert np.abs(weights - truth).max() < 0.2 * np.abs(cold - truth).max()


def test_a_shape_the_map_does_not_know_stays_at_rest() -> None:
    solver = RetargetSolver(np.array([[1.0, 0.0], [0.0, 0.0]]), 0.0, 3)
    assert solver.solve(np.array([0.5, 9.0]), np.zeros(2)).tolist() == [0.5, 0.0]


@pytest.mark.parametrize(("ridge", "sweeps"), [(-1.0, 3), (0.1, 0)])
def test_senseless_settings_are_refused(ridge: float, sweeps: int) -> None:
    with pytest.raises(ValueError, match="ridge must be >= 0 and sweeps >= 1"):
        RetargetSolver(np.eye(2), ridge, sweeps)


def test_weights_stay_within_bounds_whatever_comes(rig: Rig) -> None:
    rng = np.random.default_rng(5)
    retargeter = FaceRetargeter(rig)
    for _ in range(20):
        w = retargeter.weights(
            rng.normal(0, 9, 50), rng.normal(0, 9, 3), *rng.normal(0, 9, (2, 3)), rng.normal(0, 9, 2)
        )
        assert w.min() >= 0.0 and w.max() <= 1.0
