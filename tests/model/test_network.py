import numpy as np
import pytest

torch = pytest.importorskip("torch")

from visavis.model.config import BLOCK, MOTION_SIZE, NetworkConfig  # noqa: E402
from visavis.model.network import DyadNetwork  # noqa: E402
from visavis.rig import load_open_head  # noqa: E402
from visavis.state.arkit import ARKIT_INDEX, MOUTH  # noqa: E402

SMALL = NetworkConfig(
    front=16, width=32, encoder_blocks=2, heard=16, context=32, decoder_blocks=2, attention=16, heads=2,
    attention_window=6, offsets=(-1, 0, 1, 2), motion=32, motion_blocks=2, memory=16,
)  # fmt: skip


@pytest.fixture
def network():
    torch.manual_seed(1)
    network = DyadNetwork(SMALL).eval()
    for parameter in network.parameters():
        if parameter.dim() == 1:
            torch.nn.init.normal_(parameter, std=0.1)
    return network


def inputs(frames, batch=2):
    torch.manual_seed(2)
    k = len(SMALL.offsets)
    return (
        torch.randn(batch, 2, frames, k, SMALL.heard),
        torch.ones(batch, frames, k),
        torch.rand(batch, 2, frames, 2),
        torch.randn(batch, 2, frames, 6),
        torch.randn(batch, 2, 3),
    )


def test_hearing_frame_by_frame_equals_hearing_at_once(network):
    mel = torch.randn(2, 2, 11, 4, 64)
    state = network.initial_state(2, "encoder")
    with torch.no_grad():
        whole, _ = network.encode(mel, state)
        pieces = []
        for cut in (slice(0, 1), slice(1, 5), slice(5, 11)):
            heard, state = network.encode(mel[:, :, cut], state)
            pieces.append(heard)
    assert torch.allclose(torch.cat(pieces, 2), whole, atol=1e-5)


def test_decoding_frame_by_frame_equals_decoding_at_once(network):
    window, known, role, scene, style = inputs(13)
    state = network.initial_state(2, "decoder")
    with torch.no_grad():
        whole, context, _ = network.decode(window, known, role, scene, style, state)
        mouths, contexts = [], []
        for i in range(13):
            cut = slice(i, i + 1)
            mouth, c, state = network.decode(
                window[:, :, cut], known[:, cut], role[:, :, cut], scene[:, :, cut], style, state
            )
            mouths.append(mouth)
            contexts.append(c)
    assert torch.allclose(torch.cat(mouths, 2), whole, atol=1e-5)
    assert torch.allclose(torch.cat(contexts, 2), context, atol=1e-5)


def test_each_person_is_influenced_by_the_partner(network):
    window, known, role, scene, style = inputs(8)
    changed = window.clone()
    changed[:, 1] += 1.0
    with torch.no_grad():
        before = network.decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[1]
        after = network.decode(changed, known, role, scene, style, network.initial_state(2, "decoder"))[1]
    assert not torch.allclose(before[:, 0], after[:, 0], atol=1e-4)


def test_without_cross_attention_nobody_is_influenced():
    config = NetworkConfig.from_dict({**SMALL.as_dict(), "cross_attention": False})
    network = DyadNetwork(config).eval()
    window, known, role, scene, style = inputs(8)
    changed = window.clone()
    changed[:, 1] += 1.0
    with torch.no_grad():
        before = network.decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[1]
        after = network.decode(changed, known, role, scene, style, network.initial_state(2, "decoder"))[1]
    assert torch.equal(before[:, 0], after[:, 0])


def test_as_a_single_stream_both_people_share_one_decoder_and_keep_their_own_mouths():
    config = NetworkConfig.from_dict({**SMALL.as_dict(), "two_streams": False})
    network = DyadNetwork(config).eval()
    window, known, role, scene, style = inputs(8)
    state = network.initial_state(2, "decoder")
    assert all(value.shape[1] == 1 for value in state.values())
    with torch.no_grad():
        mouth, context, new = network.decode(window, known, role, scene, style, state)
    assert mouth.shape[:3] == context.shape[:3] == (2, 2, 8)
    assert {name: v.shape for name, v in new.items()} == {name: v.shape for name, v in state.items()}
    assert not torch.allclose(context[:, 0], context[:, 1])


def test_convolutions_learn_by_products_what_they_later_compute_as_convolutions(network):
    window, known, role, scene, style = inputs(8)
    with torch.no_grad():
        as_served = network.decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[0]
        as_trained = network.train().decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[0]
    assert torch.allclose(as_served, as_trained, atol=1e-5)


def test_swapping_the_two_people_swaps_their_faces(network):
    window, known, role, scene, style = inputs(8)
    with torch.no_grad():
        one = network.decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[0]
        other = network.decode(
            window.flip(1), known, role.flip(1), scene.flip(1), style.flip(1), network.initial_state(2, "decoder")
        )[0]
    assert torch.allclose(one, other.flip(1), atol=1e-6)


def test_mouth_weights_stay_within_zero_and_one(network):
    network.mouth_scale.fill_(50.0)
    window, known, role, scene, style = inputs(8)
    with torch.no_grad():
        mouth = network.decode(window, known, role, scene, style, network.initial_state(2, "decoder"))[0]
    assert float(mouth.min()) >= 0.0 and float(mouth.max()) <= 1.0


def test_a_heard_closure_brings_the_lips_together_while_the_jaw_stays_a_little_open(network):
    network.closed_gain.fill_(1.5)
    decoded = {"lips": torch.ones(1, 2, 1, 29) * 0.5, "closing": torch.full((1, 2, 1), 9.0)}
    mouth = network.mouth(decoded)
    neutral, matrix = load_open_head().arkit_measures
    weights = np.zeros(52, np.float32)
    for name in ("jawOpen", "mouthClose", "mouthFunnel"):
        weights[ARKIT_INDEX[name]] = mouth[0, 0, 0, MOUTH.index(ARKIT_INDEX[name])]
    assert weights[ARKIT_INDEX["jawOpen"]] > 0.1
    assert float((neutral + weights @ matrix)[0]) < 0.012


def test_same_noise_same_motion_other_noise_other_motion(network):
    b = 1
    arguments = (
        torch.randn(b, 2, SMALL.context), torch.rand(b, 2, 2), torch.randn(b, 2, 6), torch.randn(b, 2, 3),
    )  # fmt: skip
    noise = torch.randn(b, 2, BLOCK, MOTION_SIZE)
    state = network.initial_state(b, "motion")
    with torch.no_grad():
        one, _ = network.motion(*arguments, noise, state)
        two, _ = network.motion(*arguments, noise, state)
        three, _ = network.motion(*arguments, -noise, state)
    assert torch.equal(one, two)
    assert not torch.allclose(one, three, atol=1e-3)


def test_exported_graphs_compute_what_torch_computes(network, tmp_path):
    pytest.importorskip("onnx")
    from visavis.training.export import export_onnx, largest_difference, round_to_half

    export_onnx(round_to_half(network), tmp_path, {"model_id": "test"})
    assert largest_difference(network, tmp_path) < 1e-4


def test_a_checkpoint_comes_back_as_it_was(network, tmp_path):
    from visavis.training.export import load_checkpoint, save_checkpoint

    save_checkpoint(network, tmp_path / "n.safetensors", {"step": 3})
    again, metadata = load_checkpoint(tmp_path / "n.safetensors")
    assert metadata == {"step": 3}
    assert again.config == network.config
    for name, tensor in network.state_dict().items():
        assert torch.equal(again.state_dict()[name], tensor), name


def test_an_unknown_device_is_refused_by_name(tmp_path):
    from visavis.model.runtime import Network

    with pytest.raises(ValueError, match=r"model: .* has no encoder\.onnx"):
        Network(tmp_path)
    with pytest.raises(ValueError, match="auto, cpu, cuda, tensorrt"):
        Network(device="abacus")


def test_a_conversation_gets_the_same_bits_in_any_company():
    from visavis.model.runtime import Network

    network = Network(device="cpu", threads=2)
    rng = np.random.default_rng(0)
    mel = rng.standard_normal((9, 2, 1, 4, 64)).astype(np.float32)
    one = network.initial_state()
    state = {n: np.stack([s] * 9) + rng.standard_normal((9, *s.shape)).astype(np.float32) for n, s in one.items()}
    together, _ = network.encode(mel, state)
    for b in (1, 2, 5):
        alone, _ = network.encode(mel[:b], {n: s[:b] for n, s in state.items()})
        assert np.array_equal(alone, together[:b])
