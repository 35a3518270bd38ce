"""Reading a user's own FLAME file: what is accepted, and what is refused without being run."""

import os
import pickle
import sys
import types
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse
from flame_like import synthetic_flame
from visavis.errors import InvalidInput
from visavis.rig.flame_file import read_flame_file
from visavis.rig.flame_model import load_flame_model
from visavis.rig.kinematics import pose_vertices


@pytest.fixture(scope="module")
def arrays() -> dict:
    return synthetic_flame()[0]


def pickled(path: Path, content: object, protocol: int = 2) -> Path:
    path.write_bytes(pickle.dumps(content, protocol=protocol))
    return path


@pytest.mark.parametrize("kind", ["csc_matrix", "csr_matrix", "coo_matrix"])
@pytest.mark.parametrize("protocol", [2, 4])
def test_a_pickle_with_a_sparse_regressor_is_read(tmp_path: Path, arrays: dict, kind: str, protocol: int) -> None:
    sparse = arrays | {"J_regressor": getattr(scipy.sparse, kind)(arrays["J_regressor"]), "bs_style": "lbs"}
    read = read_flame_file(pickled(tmp_path / "synthetic.pkl", sparse, protocol))
    np.testing.assert_allclose(read["J_regressor"], arrays["J_regressor"], atol=1e-12)
    np.testing.assert_array_equal(read["f"], arrays["f"])


def test_chumpy_arrays_are_read_without_chumpy(tmp_path: Path, arrays: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("chumpy.ch")

    class Ch:
        def __init__(self, x: np.ndarray) -> None:
            self.x, self.dterms = x, ("x",)

    Ch.__module__, Ch.__qualname__ = "chumpy.ch", "Ch"
    module.Ch = Ch  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "chumpy", types.ModuleType("chumpy"))
    monkeypatch.setitem(sys.modules, "chumpy.ch", module)
    path = pickled(tmp_path / "chumpy.pkl", arrays | {"shapedirs": Ch(arrays["shapedirs"])})
    monkeypatch.delitem(sys.modules, "chumpy.ch")
    monkeypatch.delitem(sys.modules, "chumpy")
    np.testing.assert_array_equal(read_flame_file(path)["shapedirs"], arrays["shapedirs"])


def test_a_python_2_pickle_is_read(tmp_path: Path) -> None:
    # Protocol 0 as Python 2 wrote it: array data as a str, the object through copy_reg.
    small = {"v_template": np.arange(6.0).reshape(2, 3)}
    text = pickle.dumps(small, protocol=0).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
    path = tmp_path / "py2.pkl"
    path.write_bytes(text)
    with pytest.raises(InvalidInput, match="it lacks shapedirs, posedirs"):
        read_flame_file(path)


class Evil:
    def __init__(self, call: object, *args: object) -> None:
        self.made = (call, args)

    def __reduce__(self) -> tuple:
        return self.made


@pytest.mark.parametrize(
    ("call", "args"),
    [
        (os.system, ("touch {mark}",)),
        (eval, ("open('{mark}', 'w')",)),
        (exec, ("open('{mark}', 'w')",)),
        (open, ("{mark}", "w")),
        (__import__, ("subprocess",)),
        (np.load, ("{mark}",)),
        (np.fromfile, ("{mark}",)),
    ],
)
def test_a_pickle_that_would_run_something_is_refused_and_nothing_runs(tmp_path: Path, call, args) -> None:
    mark = tmp_path / "mark"
    args = tuple(a.format(mark=mark) if isinstance(a, str) else a for a in args)
    for protocol in (0, 2, 4):
        path = pickled(tmp_path / "evil.pkl", {"v_template": Evil(call, *args)}, protocol)
        with pytest.raises(InvalidInput, match=r"is refused: it asks for '.+'\. A FLAME model holds numpy arrays"):
            read_flame_file(path)
    assert not mark.exists()


def test_any_other_object_is_refused(tmp_path: Path) -> None:
    for thing in (Path("x"), types.SimpleNamespace(a=1), {1: {2, 3}, "f": complex(1, 2)}):
        with pytest.raises(InvalidInput, match="refused"):
            read_flame_file(pickled(tmp_path / "x.pkl", {"v_template": thing}))


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x04N.", b"\x80\x04]."])
def test_damaged_and_foreign_files_are_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("x.pkl", "x.npz"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InvalidInput, match=r"no FLAME model|is refused"):
            read_flame_file(tmp_path / name)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InvalidInput, match=r"there is no file .*nowhere\.pkl"):
        load_flame_model(Path("/nowhere.pkl"))


def test_pickle_and_npz_are_the_same_rig(tmp_path: Path, arrays: dict) -> None:
    np.savez(tmp_path / "s.npz", **arrays)
    a = load_flame_model(tmp_path / "s.npz")
    b = load_flame_model(pickled(tmp_path / "s.pkl", arrays))
    assert a.rig_id == b.rig_id and a.rig_id.startswith("flame-") and a.rig_id.endswith("-e50")
    assert load_flame_model(tmp_path / "s.npz", 40).rig_id != a.rig_id
    posed = pose_vertices(a, np.zeros((1, 50)), np.zeros((1, 5, 3)))[0]
    np.testing.assert_allclose(posed, arrays["v_template"], atol=1e-5)


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("weights", lambda a: a[:, :4], "weights has shape"),
        ("posedirs", lambda a: a[:-1], "posedirs has shape"),
        ("shapedirs", lambda a: a[:, :, :77], "shapedirs has shape"),
        ("f", lambda a: a + 10**6, "does not hold triangles"),
        ("v_template", lambda a: a * np.nan, "not finite"),
        ("v_template", lambda a: a * [-1, 1, 1], "left eye joint"),
    ],
)
def test_arrays_that_are_not_flames_are_refused_by_name(tmp_path: Path, arrays: dict, name, change, message) -> None:
    np.savez(tmp_path / "s.npz", **arrays | {name: change(arrays[name])})
    with pytest.raises(InvalidInput, match=message):
        load_flame_model(tmp_path / "s.npz")


def test_an_impossible_expression_size_is_refused(tmp_path: Path, arrays: dict) -> None:
    np.savez(tmp_path / "s.npz", **arrays)
    with pytest.raises(InvalidInput, match="expression size 101 is not within 1 to 100"):
        load_flame_model(tmp_path / "s.npz", 101)
