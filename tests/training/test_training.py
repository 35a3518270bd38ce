import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from visavis.corpus.acting import HEAD  # noqa: E402
from visavis.corpus.build import save  # noqa: E402
from visavis.corpus.simulator import Dyad  # noqa: E402
from visavis.model.config import MOTION_SIZE, NetworkConfig  # noqa: E402
from visavis.model.network import DyadNetwork  # noqa: E402
from visavis.training.ablations import VARIANTS, variant  # noqa: E402
from visavis.training.dataset import Conversations, tell, windows  # noqa: E402
from visavis.training.export import save_checkpoint  # noqa: E402
from visavis.training.losses import hear  # noqa: E402
from visavis.training.train import Run, TrainingConfig, read_config  # noqa: E402

TINY = {
    "front": 16, "width": 32, "encoder_blocks": 1, "heard": 16, "context": 32, "decoder_blocks": 1, "attention": 16,
    "heads": 2, "attention_window": 4, "offsets": [-1, 0, 1, 2], "motion": 32, "motion_blocks": 1, "memory": 16,
}  # fmt: skip
LOSSES = {"mouth": 1.0, "measures": 1.0, "visemes": 0.3, "closing": 0.5, "flow": 1.0, "gaze": 0.5, "refine": 1.0}


def conversation(path, seed, frames=150):
    """Loudness opens the mouth of whoever speaks: something that can be learnt in seconds."""
    rng = np.random.default_rng(seed)
    speaking = (np.arange(frames) // 50 % 2).astype(np.float32)
    speaking = np.stack([speaking, 1 - speaking], axis=1)
    loud = rng.random((2, frames)).astype(np.float32) * speaking.T
    mel = np.broadcast_to(loud[..., None, None], (2, frames, 4, 64)).astype(np.float32)
    dyad = Dyad(
        mel.max(0), mel, speaking, np.repeat(loud[..., None] * 0.5, 29, axis=2), np.zeros((2, frames), np.int64),
        np.zeros((2, frames), np.float32), np.ones((2, frames), np.float32),
        rng.standard_normal((2, frames, MOTION_SIZE)).astype(np.float32),
        np.tile(np.array([0, 1, 0, 0, 0, 1], np.float32), (2, frames, 1)),
        np.tile(np.array([1, 1, 0], np.float32), (2, 1)),
    )  # fmt: skip
    save(dyad, path / f"{seed}.npz")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    for seed in range(4):
        conversation(folder, seed)
    return folder


def test_training_learns_logs_and_goes_on_where_it_stopped(data, tmp_path):
    config = TrainingConfig(network=TINY, steps=120, batch=4, frames=48, losses=LOSSES, warm_up=5)
    run = Run(config, [data], tmp_path / "run")
    run.train()
    lines = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    assert lines[-1]["mouth"] < 0.8 * lines[0]["mouth"]
    again = Run(config, [data], tmp_path / "run")
    assert again.step == run.step > 0
    assert torch.equal(again.network.decoder.lips[0].weight, run.network.decoder.lips[0].weight)


def test_lips_are_first_learnt_from_windows_in_which_both_streams_talk(data, tmp_path):
    config = TrainingConfig(network=TINY, steps=60, lips_until=0.5, lips_frames=40, batch=4, frames=48, losses=LOSSES)
    run = Run(config, [data], tmp_path / "run")
    batch = run.conversations.spoken_batch(6, 40, np.random.default_rng(0))
    assert batch.speaking.mean(-1).min() >= 0.5
    assert batch.mel.shape == (6, 2, 40, 4, 64)
    run.train()
    lines = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    assert "flow" not in lines[0]
    assert "flow" in lines[-1]


def test_a_track_that_both_hear_is_encoded_once_and_heard_the_same(data):
    torch.manual_seed(0)
    network = DyadNetwork(NetworkConfig.from_dict(TINY))
    batch = Conversations(data).batch(5, 48, np.random.default_rng(3))
    assert 0 < int(batch.mixed.sum()) < 5
    heard = hear(network, batch)
    twice, _ = network.encode(batch.mel, network.initial_state(5, "encoder"))
    assert torch.allclose(heard, twice, atol=1e-6)


def test_a_run_can_begin_with_the_weights_of_an_exported_checkpoint(data, tmp_path):
    config = TrainingConfig(network=TINY, steps=3, batch=2, frames=48, losses=LOSSES)
    first = Run(config, [data], tmp_path / "first")
    exported = first.average
    exported.motion.scale[HEAD] *= torch.tensor([3.0, 4.0, 3.0])
    exported.motion.look_bias.fill_(0.7)
    save_checkpoint(exported, tmp_path / "w.safetensors", {"head_gain": [3.0, 4.0, 3.0]})
    second = Run(config, [data], tmp_path / "second")
    second.start_from(tmp_path / "w.safetensors")
    assert torch.equal(second.network.decoder.lips[0].weight, first.network.decoder.lips[0].weight)
    assert torch.allclose(second.network.motion.scale, first.network.motion.scale)
    assert float(second.network.motion.look_bias.abs().max()) == 0.0


def test_a_folder_without_conversations_is_told_so(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"visavis\.corpus\.build"):
        Conversations(tmp_path)


def test_look_ahead_hides_the_future():
    heard = torch.arange(1, 11, dtype=torch.float32).reshape(1, 1, 10, 1).expand(1, 2, 10, 1)
    window, known = windows(heard, (-1, 0, 1, 5), torch.tensor([1]))
    assert window[0, 0, 3, :, 0].tolist() == [3.0, 4.0, 5.0, 0.0]
    assert known[0, 3].tolist() == [1.0, 1.0, 1.0, 0.0]
    assert known[0, 0].tolist() == [0.0, 1.0, 1.0, 0.0]


def test_roles_are_told_truly_often_and_never_out_of_range():
    speaking = (np.arange(200) // 40 % 2).astype(np.float32)
    speaking = np.stack([speaking, 1 - speaking])
    told = [tell(speaking, np.random.default_rng(seed)) for seed in range(50)]
    assert 10 < sum(np.array_equal(t, speaking) for t in told) < 35
    assert all(t.min() >= 0 and t.max() <= 1 for t in told)
    assert np.mean([np.mean((t > 0.5) == (speaking > 0.5)) for t in told]) > 0.9


@pytest.mark.parametrize("name", VARIANTS)
def test_every_ablation_trains_on_the_same_batches_and_changes_one_thing(name, data, tmp_path):
    values = {"network": TINY, "steps": 2, "batch": 2, "frames": 48, "losses": LOSSES}
    changed, full = variant(values, name), variant(values, "full")
    differing = [field for field in vars(full) if getattr(full, field) != getattr(changed, field)]
    assert len(differing) == (name != "full")
    run = Run(changed, [data], tmp_path / name)
    run.train()
    assert (tmp_path / name / "average.safetensors").exists()


def test_a_kept_encoder_is_not_trained_while_the_rest_is(data, tmp_path):
    config = TrainingConfig(network=TINY, steps=3, batch=2, frames=48, losses=LOSSES)
    first = Run(config, [data], tmp_path / "first")
    save_checkpoint(first.network, tmp_path / "w.safetensors", {})
    second = Run(config, [data], tmp_path / "second")
    before = second.network.decoder.lips[0].weight.detach().clone()
    second.keep_encoder(tmp_path / "w.safetensors")
    second.train()
    kept = first.network.encoder.state_dict()
    assert all(torch.equal(value, kept[name]) for name, value in second.network.encoder.state_dict().items())
    assert not torch.equal(second.network.decoder.lips[0].weight, before)


def test_a_configuration_with_an_unknown_name_is_refused(tmp_path):
    (tmp_path / "c.json").write_text('{"minuets": 3}')
    with pytest.raises(ValueError, match="minuets"):
        read_config(tmp_path / "c.json")
