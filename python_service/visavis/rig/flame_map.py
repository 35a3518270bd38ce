"""Fits the map from ARKit's shapes to a user's own FLAME model, once, and keeps it."""

import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.flame_model import EXPRESSION_SIZE, load_flame_model
from visavis.rig.head_model import JOINT_NAMES, HeadModel
from visavis.rig.kinematics import pose_vertices
from visavis.rig.open_head import load_open_head
from visavis.rig.registration import Overlay, lay_over, nearest
from visavis.rig.rig import Rig, map_residual_mm
from visavis.rig.rotations import matrix_from_axis_angle
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES, EYE_BLINK, EYE_LOOK

Array = NDArray[np.float64]

FIT_VERSION: Final = 1
"""Part of a kept map's name: changes when the fit does."""

FITTED_SWEEPS: Final = 30
"""Sweeps of the retargeter on a fitted map, whose columns lean on each other."""

FITTED_RIDGE: Final = 1e-3
"""lambda of the retargeter on a fitted map."""

LANDMARK_WEIGHT: Final = 20.0
"""How much more a landmark of the lips, lids and brows counts in the fit than a vertex."""

STIFFNESS_MM: Final = 0.02
"""Millimetres of root mean square error that one unit of a coefficient must be worth."""

CLOSING_WEIGHT: Final = 0.4
"""Weight of jawOpen and mouthClose together at which mouthClose is fitted: it is never used on a shut jaw."""


def load_flame_rig(path: Path, expression_size: int = EXPRESSION_SIZE, cache: Path | None = None) -> Rig:
    """The rig of a user's own FLAME file, its map fitted on first use and kept under the user's cache folder.

    Args:
        path: `.pkl` of FLAME 2019, 2020 or 2023, or `.npz`.
        expression_size: E.
        cache: folder to keep the map in; by default `visavis/rigs` in XDG_CACHE_HOME or ~/.cache.

    Raises:
        InvalidInput: the file cannot be used.
    """
    model = load_flame_model(path, expression_size)
    folder = cache or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "visavis" / "rigs"
    kept = folder / f"{model.rig_id}-{FIT_VERSION}.npz"
    found = _read_kept(kept, model)
    if found is None:
        fitted = fit_rig(model)
        _keep(kept, fitted)
        return fitted
    return found


def fit_rig(model: HeadModel) -> Rig:
    """Carries the ARKit shapes, eyelids and landmarks of the open head over to `model` and fits the map."""
    open_head = load_open_head()
    assert open_head.arkit_deltas is not None
    overlay = lay_over(open_head, model)
    sculpted = overlay.carry(open_head.arkit_deltas)
    ids, vertices, weights = _landmarks(open_head, model, overlay)
    blinks = [ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"]]
    model = replace(
        model,
        arkit_deltas=sculpted.astype(np.float32),
        eyelid_directions=np.ascontiguousarray(np.moveaxis(sculpted[blinks], 0, 2), np.float32),
        landmark_ids=ids,
        landmark_vertices=vertices,
        landmark_weights=weights,
    )
    counts = np.clip(overlay.weights.sum(axis=1), 0.0, 1.0)
    np.add.at(counts, vertices[:, 0], LANDMARK_WEIGHT)
    matrix = _fit(model, sculpted, counts).astype(np.float32)
    residual = map_residual_mm(model, matrix, sculpted)
    model = replace(model, arkit_to_flame=matrix)
    return Rig(model, matrix, FITTED_RIDGE, FITTED_SWEEPS, residual)


def _landmarks(
    open_head: HeadModel, model: HeadModel, overlay: Overlay
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """The open head's landmarks on the other: the nearest three vertices, upper and lower lip kept apart."""
    points = open_head.landmarks(overlay.laid).astype(np.float64)
    jaws = np.einsum("lk,lk->l", open_head.skinning[open_head.landmark_vertices, 2], open_head.landmark_weights)
    apart = 0.04 * overlay.scale
    features = np.column_stack([model.template, apart * model.skinning[:, 2]]).astype(np.float64)
    found, distance = nearest(np.column_stack([points, apart * jaws]), features, 3)
    near = 1.0 / np.maximum(distance, 1e-5) ** 2
    weights = (near / near.sum(axis=1, keepdims=True)).astype(np.float32)
    return open_head.landmark_ids.copy(), found.astype(np.int32), weights


def _fit(model: HeadModel, sculpted: Array, counts: Array) -> Array:
    """M (E + 3, 52): weighted ridge least squares in the rest pose; the jaw's turns by Gauss-Newton."""
    size = model.expression_size
    basis = model.expression_directions.reshape(-1, size).astype(np.float64)
    row_weights = np.repeat(counts / counts.sum(), 3)
    normal = basis.T @ (basis * row_weights[:, None]) + (STIFFNESS_MM * 1e-3) ** 2 * np.eye(size)

    def expression_for(rest_offset: Array) -> Array:
        return np.asarray(np.linalg.solve(normal, basis.T @ (row_weights * rest_offset.reshape(-1))))

    matrix = np.zeros((size + 3, len(ARKIT_NAMES)))
    jaw_open = _fit_jaw(model, sculpted[ARKIT_INDEX["jawOpen"]], counts, axis=0)
    jaw_side = _fit_jaw(model, sculpted[ARKIT_INDEX["jawLeft"]], counts, axis=1)
    jaws = {"jawOpen": jaw_open, "jawLeft": jaw_side, "jawRight": -jaw_side}
    for shape, name in enumerate(ARKIT_NAMES):
        if shape in EYE_LOOK or shape in EYE_BLINK:
            continue
        if name in jaws:
            matrix[size:, shape] = jaws[name]
            offset = _unposed(model, jaws[name], sculpted[shape])
        elif name == "mouthClose":
            both = CLOSING_WEIGHT * (sculpted[ARKIT_INDEX["jawOpen"]] + sculpted[shape])
            offset = _unposed(model, CLOSING_WEIGHT * jaw_open, both) / CLOSING_WEIGHT
            offset -= (basis @ matrix[:size, ARKIT_INDEX["jawOpen"]]).reshape(-1, 3)
        else:
            offset = sculpted[shape]
        matrix[:size, shape] = expression_for(offset)
    return matrix


def _fit_jaw(model: HeadModel, offsets: Array, counts: Array, axis: int) -> Array:
    """The turn of the jaw about one axis (3,) that best carries the template by `offsets`: Gauss-Newton."""
    vector = np.zeros(3)
    share = counts * model.skinning[:, 2]
    for _ in range(12):
        here = _jaw_posed(model, vector)
        step = np.zeros(3)
        step[axis] = 1e-4
        slope = (_jaw_posed(model, vector + step) - here) / 1e-4
        missing = model.template + offsets - here
        vector[axis] += np.sum(share[:, None] * slope * missing) / np.sum(share[:, None] * slope * slope)
    return vector


def _jaw_posed(model: HeadModel, vector: Array) -> Array:
    rotations = np.zeros((1, len(JOINT_NAMES), 3))
    rotations[0, 2] = vector
    return pose_vertices(model, np.zeros((1, model.expression_size)), rotations)[0].astype(np.float64)


def _unposed(model: HeadModel, vector: Array, offsets: Array) -> Array:
    """Rest-pose offsets (V, 3) that, with the jaw turned by `vector`, end in the template plus `offsets`."""
    turn = matrix_from_axis_angle(vector)
    blended = np.eye(3) + model.skinning[:, 2, None, None] * (turn - np.eye(3))
    return np.asarray(
        np.linalg.solve(blended, (model.template + offsets - _jaw_posed(model, vector))[..., None])[..., 0]
    )


KEPT: Final = ("arkit_to_flame", "arkit_deltas", "eyelid_directions", "landmark_ids", "landmark_vertices",
               "landmark_weights")  # fmt: skip


def _keep(path: Path, rig: Rig) -> None:
    """Writes what the fit found; a folder that cannot be written to only means fitting again next time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            np.savez_compressed(file, **{n: getattr(rig.head, n) for n in KEPT}, residual_mm=np.array(rig.residual_mm))
        part.replace(path)
    except OSError:
        return


def _read_kept(path: Path, model: HeadModel) -> Rig | None:
    try:
        with np.load(path, allow_pickle=False) as data:
            arrays = {name: data[name] for name in (*KEPT, "residual_mm")}
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile):
        return None
    residual = float(arrays.pop("residual_mm"))
    head = replace(model, **arrays)
    return Rig(head, arrays["arkit_to_flame"], FITTED_RIDGE, FITTED_SWEEPS, residual)
