"""The golden vectors that C# and C++ read are what this code computes today."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "tests/golden"


@pytest.fixture(scope="module")
def computed() -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("golden", REPOSITORY / "scripts/make_golden_vectors.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.golden_vectors()


def assert_same(a: Any, b: Any, path: str) -> None:
    if isinstance(a, dict):
        assert a.keys() == b.keys(), path
        for key in a:
            assert_same(a[key], b[key], f"{path}.{key}")
    elif isinstance(a, list):
        assert len(a) == len(b), path
        for i, (x, y) in enumerate(zip(a, b)):
            assert_same(x, y, f"{path}[{i}]")
    elif isinstance(a, float | int) and not isinstance(a, bool):
        assert np.isclose(a, b, atol=2e-6), f"{path}: {a} in the file, {b} computed"
    else:
        assert a == b, path


@pytest.mark.parametrize("name", ["retarget", "profiles", "coordinates", "gaze", "playback"])
def test_making_the_vectors_again_gives_the_same(computed: dict[str, Any], name: str) -> None:
    stored = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert_same(stored, computed[name], name)
