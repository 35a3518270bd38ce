"""Reads a user's own FLAME model file without running anything that is in it.

FLAME is distributed as a Python pickle, and a pickle can name any function to be called on loading. The unpickler
here admits the few names that numpy arrays, scipy sparse matrices and chumpy arrays need, and builds the latter
two from its own plain containers: neither package is imported.
"""

import pickle
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput

REQUIRED: Final = ("v_template", "shapedirs", "posedirs", "J_regressor", "weights", "f")
"""Arrays that every FLAME file has."""

LARGEST_FILE: Final = 1 << 30
"""Bytes; FLAME files have about 50 MB."""

_CORE: Final[Any] = import_module("numpy._core" if int(np.__version__.partition(".")[0]) >= 2 else "numpy.core")

_NUMPY: Final[dict[tuple[str, str], Any]] = {
    ("multiarray", "_reconstruct"): _CORE.multiarray._reconstruct,
    ("multiarray", "scalar"): _CORE.multiarray.scalar,
    ("numeric", "_frombuffer"): _CORE.numeric._frombuffer,
}
"""Functions with which numpy rebuilds arrays, under `numpy.core` and `numpy._core`."""


class _SparseMatrix:
    """What a scipy sparse matrix left in the pickle; the kinds below say how its figures are laid out."""

    state: dict[str, Any] = {}  # noqa: RUF012 - replaced, never changed; pickle does not call __init__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.state = dict(state)

    def places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Row and column of every figure."""
        raise NotImplementedError

    def dense(self) -> NDArray[np.float64]:
        """The matrix in full."""
        shape = tuple(int(n) for n in self.state.get("_shape", self.state.get("shape", ())))
        if len(shape) != 2 or "data" not in self.state:
            raise ValueError("a sparse matrix without shape or data")
        matrix = np.zeros(shape)
        np.add.at(matrix, self.places(), np.asarray(self.state["data"], np.float64))
        return matrix

    def _compressed(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        pointers, indices = np.asarray(self.state["indptr"]), np.asarray(self.state["indices"], np.int64)
        return np.repeat(np.arange(len(pointers) - 1), np.diff(pointers)), indices


class _ColumnMatrix(_SparseMatrix):
    def places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        return self._compressed()[::-1]


class _RowMatrix(_SparseMatrix):
    def places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        return self._compressed()


class _CoordinateMatrix(_SparseMatrix):
    def places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        rows, columns = self.state.get("coords", (self.state.get("row"), self.state.get("col")))
        return np.asarray(rows, np.int64), np.asarray(columns, np.int64)


class _ChumpyArray:
    """What a chumpy array left in the pickle; its figures are under `x`."""

    state: dict[str, Any] = {}  # noqa: RUF012 - replaced, never changed; pickle does not call __init__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.state = dict(state)


_CONTAINERS: Final[dict[str, type]] = {
    "csc_matrix": _ColumnMatrix,
    "csr_matrix": _RowMatrix,
    "coo_matrix": _CoordinateMatrix,
    "csc_array": _ColumnMatrix,
    "csr_array": _RowMatrix,
    "coo_array": _CoordinateMatrix,
}


def _reconstruct(kind: type, base: type, state: object) -> object:
    """Stands for `copyreg._reconstructor`, for the containers above alone."""
    if kind in {*_CONTAINERS.values(), _ChumpyArray} and base is object:
        made = kind()
        if state is not None:
            raise pickle.UnpicklingError("a container with a state of its own")
        return made
    raise pickle.UnpicklingError(f"an object of type {kind.__name__}")


def _encode(text: str, encoding: str = "latin1") -> bytes:
    """Stands for `_codecs.encode`, by which old pickles carry bytes."""
    if encoding not in ("latin1", "latin-1", "iso-8859-1"):
        raise pickle.UnpicklingError(f"text in the encoding {encoding}")
    return text.encode("latin1")


class _ArraysOnly(pickle.Unpickler):
    """Admits numpy arrays, scipy sparse matrices and chumpy arrays; anything else ends the reading."""

    def find_class(self, module: str, name: str) -> Any:
        """The stand-in or numpy function of that name."""
        root, _, last = module.rpartition(".")
        if root in ("numpy.core", "numpy._core") and (last, name) in _NUMPY:
            return _NUMPY[last, name]
        if module == "numpy" and name in ("ndarray", "dtype"):
            return getattr(np, name)
        if module.split(".")[:2] == ["scipy", "sparse"] and name in _CONTAINERS:
            return _CONTAINERS[name]
        if module.split(".")[0] == "chumpy" and name == "Ch":
            return _ChumpyArray
        stand_ins: dict[tuple[str, str], Callable[..., object] | type] = {
            ("copy_reg", "_reconstructor"): _reconstruct,
            ("copyreg", "_reconstructor"): _reconstruct,
            ("__builtin__", "object"): object,
            ("builtins", "object"): object,
            ("_codecs", "encode"): _encode,
        }
        if (module, name) in stand_ins:
            return stand_ins[module, name]
        raise pickle.UnpicklingError(f"it asks for '{module}.{name}'")


def _array(value: object) -> NDArray[Any]:
    if isinstance(value, _SparseMatrix):
        return value.dense()
    if isinstance(value, _ChumpyArray):
        if "x" not in value.state:
            raise ValueError("a chumpy array without figures")
        return _array(value.state["x"])
    return np.asarray(value)


def read_flame_file(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a FLAME model, `.pkl` (2019, 2020, 2023) or `.npz`, by FLAME's own names.

    Raises:
        InvalidInput: the file is missing, asks for more than arrays, is damaged, or lacks an array.
    """
    if not path.is_file():
        raise InvalidInput("flame", f"there is no file {path}")
    if path.stat().st_size > LARGEST_FILE:
        raise InvalidInput("flame", f"{path} has over 1 GiB: no FLAME model is that large")
    try:
        if path.suffix.lower() == ".npz":
            with np.load(path, allow_pickle=False) as arrays:
                found: dict[str, Any] = {name: arrays[name] for name in arrays.files}
        else:
            with path.open("rb") as file:
                found = _ArraysOnly(file, encoding="latin1").load()
            if not isinstance(found, dict):
                raise ValueError("it holds no dictionary")
        data = {str(name): _array(found[name]) for name in found if str(name) in (*REQUIRED, "kintree_table")}
    except pickle.UnpicklingError as refused:
        raise InvalidInput(
            "flame", f"{path} is refused: {refused}. A FLAME model holds numpy arrays and scipy matrices only; get it "
            "from FLAME's own site, or convert it to .npz where you trust it"
        ) from None  # fmt: skip
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, EOFError, OSError, MemoryError,
            zipfile.BadZipFile) as error:  # fmt: skip
        raise InvalidInput("flame", f"{path} is no FLAME model: {error}") from None
    missing = [name for name in REQUIRED if name not in data]
    if missing:
        raise InvalidInput("flame", f"{path} is no FLAME model: it lacks {', '.join(missing)}")
    return data
