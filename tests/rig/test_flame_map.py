"""The map from ARKit to another head in FLAME's format (SYNTHETIC: see flame_like.py), fitted and kept."""

from pathlib import Path

import numpy as np
import pytest
from flame_like import synthetic_flame
from visavis.rig import FaceRetargeter, Rig, load_flame_rig, load_open_head
from visavis.rig.flame_model import load_flame_model
from visavis.rig.kinematics import pose_vertices
from visavis.rig.registration import lay_over
from visavis.rig.rig import map_residual_mm
from visavis.state.arkit import ARKIT_INDEX, EXPRESSION


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("flame")
    np.savez(path / "synthetic.npz", **synthetic_flame()[0])
    return path


@pytest.fixture(scope="module")
def rig(folder: Path) -> Rig:
    return load_flame_rig(folder / "synthetic.npz", cache=folder / "cache")


def posed(rig: Rig, **weights: float) -> np.ndarray:
    row = np.zeros(52)
    for name, weight in weights.items():
        row[ARKIT_INDEX[name]] = weight
    values = rig.arkit_to_flame @ row
    rotations = np.zeros((1, 5, 3))
    rotations[0, 2] = values[-3:]
    return pose_vertices(rig.head, values[None, :-3], rotations)[0]


def test_the_shapes_land_where_the_other_head_has_them(rig: Rig) -> None:
    _, source = synthetic_flame()
    truth = 1.06 * load_open_head().arkit_deltas[:, source]
    assert map_residual_mm(rig.head, rig.arkit_to_flame, truth) < 0.3
    assert 0.0 < rig.residual_mm < 0.3


def test_no_origin_is_assumed(folder: Path) -> None:
    arrays, _ = synthetic_flame()
    np.savez(folder / "moved.npz", **arrays | {"v_template": arrays["v_template"] + [-3.0, 7.0, 1.0]})
    here, there = (load_flame_model(folder / f"{name}.npz") for name in ("synthetic", "moved"))
    a, b = (lay_over(load_open_head(), head) for head in (here, there))
    assert here.rig_id != there.rig_id
    np.testing.assert_allclose(b.laid - [-3.0, 7.0, 1.0], a.laid, atol=1e-4)
    assert np.mean(a.vertices[:, 0] == b.vertices[:, 0]) > 0.98


def test_the_mouth_does_what_the_shapes_say(rig: Rig) -> None:
    measures = rig.head.lip_measures
    shut = measures(posed(rig))
    assert abs(shut[0]) < 0.03
    assert measures(posed(rig, jawOpen=1.0))[0] > 0.4
    assert abs(measures(posed(rig, jawOpen=0.5, mouthClose=0.5))[0]) < 0.04
    assert measures(posed(rig, mouthPucker=1.0))[1] < shut[1] - 0.1


def test_faces_come_back_from_its_coefficients(rig: Rig) -> None:
    rng = np.random.default_rng(2)
    retargeter = FaceRetargeter(rig)
    errors = []
    for _ in range(60):
        weights = np.zeros(52)
        weights[list(EXPRESSION)] = rng.uniform(0, 1, len(EXPRESSION)) ** 2
        weights[ARKIT_INDEX["jawLeft"]] = 0.0
        values = rig.arkit_to_flame @ weights
        back = retargeter.weights(values[:-3], values[-3:], np.zeros(3), np.zeros(3), np.zeros(2))
        errors.append(np.abs(back - weights).mean())
    assert np.mean(errors) < 0.01


def test_lids_close_although_flame_has_no_blink(rig: Rig) -> None:
    lids = np.array([[1.0, 0.0]])
    shut = pose_vertices(rig.head, np.zeros((1, 50)), np.zeros((1, 5, 3)), eyelids=lids)[0]
    moved = np.linalg.norm(shut - rig.head.template, axis=1)
    assert moved.max() > 0.008 and np.all(rig.head.template[moved > 0.004, 0] > rig.head.joints[1, 0])


def test_the_fit_is_kept_and_found_again(rig: Rig, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import visavis.rig.flame_map as module

    monkeypatch.setattr(module, "fit_rig", lambda model: pytest.fail("fitted again"))
    again = load_flame_rig(folder / "synthetic.npz", cache=folder / "cache")
    np.testing.assert_array_equal(again.arkit_to_flame, rig.arkit_to_flame)
    assert again.residual_mm == pytest.approx(rig.residual_mm)


def test_a_damaged_kept_fit_is_made_anew(rig: Rig, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import visavis.rig.flame_map as module

    monkeypatch.setattr(module, "fit_rig", lambda model: rig)
    (folder / "broken").mkdir()
    (folder / "broken" / f"{rig.rig_id}-{module.FIT_VERSION}.npz").write_bytes(b"PK\x03\x04 cut off")
    assert load_flame_rig(folder / "synthetic.npz", cache=folder / "broken") is rig


def test_the_lips_are_not_mistaken_for_each_other(folder: Path) -> None:
    arrays, source = synthetic_flame()
    head = load_open_head()
    overlay = lay_over(head, load_flame_model(folder / "synthetic.npz"))
    lips = np.isin(source, np.unique(head.faces[head.face_part == head.part_names.index("lips")]))
    apart = np.linalg.norm(overlay.laid[source] - arrays["v_template"], axis=1)
    assert np.percentile(apart[lips], 95) < 0.001
