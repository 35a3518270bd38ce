"""The device that was asked for is the one that is used, or the error says what is missing."""

from pathlib import Path

import pytest
from visavis.model.devices import in_use, providers
from visavis.model.runtime import Network

CPU, CUDA, TENSORRT = "CPUExecutionProvider", "CUDAExecutionProvider", "TensorrtExecutionProvider"


def test_the_best_is_taken_when_nothing_is_said() -> None:
    assert providers("auto", [CPU], "m") == [CPU]
    assert providers("auto", [TENSORRT, CUDA, CPU], "m") == [CUDA, CPU]
    assert providers("cpu", [TENSORRT, CUDA, CPU], "m") == [CPU]


def test_tensorrt_computes_in_half_precision_and_keeps_its_engines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (name, options), *rest = providers("tensorrt", [TENSORRT, CUDA, CPU], "dyad-9")
    assert (name, rest) == (TENSORRT, [CUDA, CPU])
    assert options["trt_fp16_enable"]
    assert options["trt_engine_cache_enable"]
    assert Path(options["trt_engine_cache_path"]) == tmp_path / "visavis" / "tensorrt" / "dyad-9"
    assert (tmp_path / "visavis" / "tensorrt" / "dyad-9").is_dir()


@pytest.mark.parametrize("device", ["cuda", "tensorrt"])
def test_what_onnx_runtime_was_not_built_with_is_refused(device: str) -> None:
    with pytest.raises(
        ValueError, match=rf"device: '{device}' was asked for, but ONNX Runtime here has none; .*\[gpu\]"
    ):
        providers(device, [CPU], "m")


def test_a_provider_that_does_not_start_is_not_passed_over_in_silence() -> None:
    assert in_use("auto", [[CUDA, CPU]] * 3) == "cuda:0"
    assert in_use("auto", [[CUDA, CPU], [CPU], [CUDA, CPU]]) == "cpu"
    assert in_use("tensorrt", [[TENSORRT, CUDA, CPU]] * 3) == "tensorrt:0"
    with pytest.raises(ValueError, match="device: 'cuda' was asked for, but did not start"):
        in_use("cuda", [[CPU]] * 3)
    with pytest.raises(ValueError, match="device: 'tensorrt' was asked for, but did not start"):
        in_use("tensorrt", [[CUDA, CPU]] * 3)


def test_the_network_says_where_it_runs() -> None:
    assert Network(device="cpu", threads=1).device == "cpu"


def test_no_threads_compute_nothing() -> None:
    with pytest.raises(ValueError, match="threads: 0 compute nothing"):
        Network(device="cpu", threads=0)
