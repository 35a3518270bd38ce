import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from visavis.evaluation import ablations  # noqa: E402
from visavis.evaluation.rollout import conversations, roll, solo  # noqa: E402
from visavis.model.config import MOTION_SIZE, NetworkConfig  # noqa: E402
from visavis.model.network import DyadNetwork  # noqa: E402
from visavis.model.runtime import Network  # noqa: E402
from visavis.training.export import save_checkpoint  # noqa: E402

TINY = {
    "front": 16, "width": 32, "encoder_blocks": 1, "heard": 16, "context": 32, "decoder_blocks": 1, "attention": 16,
    "heads": 2, "attention_window": 4, "offsets": (-1, 0, 1, 2), "motion": 32, "motion_blocks": 1, "memory": 16,
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("test")
    for seed in range(2):
        rng = np.random.default_rng(seed)
        frames = 121
        speaking = (np.arange(frames) // 60 % 2).astype(np.float16)
        np.savez(
            folder / f"{seed}.npz",
            mel_mixed=rng.standard_normal((frames, 4, 64)).astype(np.float16),
            mel_own=rng.standard_normal((2, frames, 4, 64)).astype(np.float16),
            speaking=np.stack([speaking, 1 - speaking], axis=1),
            mouth=(0.4 * rng.random((2, frames, 29))).astype(np.float16),
            closed=np.zeros((2, frames), np.float16),
            motion=rng.random((2, frames, MOTION_SIZE)).astype(np.float16),
            relation=np.tile(np.array([0, 1, 0, 0, 0, 1], np.float16), (2, frames, 1)),
            style=np.tile(np.array([1, 1, 0], np.float16), (2, 1)),
        )
    return folder


def test_a_conversation_is_run_on_one_track_and_on_two_with_the_same_chance(data):
    network = Network(device="cpu", threads=1)
    dyad = next(conversations(data))
    mouth, motion = roll(network, dyad, (True, False, True))
    assert mouth.shape == (3, 2, 120, 29) and motion.shape == (3, 2, 120, MOTION_SIZE)
    assert np.array_equal(mouth[0], mouth[2]) and np.array_equal(motion[0], motion[2])
    assert not np.array_equal(mouth[0], mouth[1])
    assert solo(network, dyad["mel_mixed"].astype(np.float32), np.ones(121, np.float32)).shape == (121, 29)


def test_checkpoints_become_rows_and_what_is_missing_is_named(data, tmp_path, capsys):
    for variant, change in (("full", {}), ("no_cross_attention", {"cross_attention": False})):
        torch.manual_seed(0)
        network = DyadNetwork(NetworkConfig.from_dict({**TINY, **change}))
        (tmp_path / variant).mkdir()
        save_checkpoint(network, tmp_path / variant / "average.safetensors", {"step": 7, "minutes": 0.1})
    results = ablations.evaluate(tmp_path, data)
    assert list(results) == ["full", "no_cross_attention"]
    assert results["full"]["steps"] == 7
    assert "no gaze loss" in capsys.readouterr().err
    text = ablations.table(results)
    assert text.count("| no cross-attention |") == 3 and "| P-FD |" in text
    again = ablations.evaluate(tmp_path, data, known=json.loads(json.dumps(results)))
    assert again == results


def test_a_folder_without_runs_is_told_so(data, tmp_path):
    with pytest.raises(FileNotFoundError, match="no_gaze_loss"):
        ablations.evaluate(tmp_path, data)
