import numpy as np
import pytest
from visavis.evaluation import distances, nods
from visavis.evaluation.held_out import Judge, Take, held_still, others
from visavis.state.behaviour import BEHAVIOUR_SIZE, field_slice

RNG = np.random.default_rng(0)


def behaviour(seed=0, frames=300):
    """Two people of smooth random motion, every column within its range."""
    rng = np.random.default_rng(seed)
    walk = np.cumsum(rng.standard_normal((2, frames, BEHAVIOUR_SIZE)), axis=1)
    packed = (0.3 + 0.05 * np.sin(walk * 0.2)).astype(np.float32)
    packed[..., field_slice("look")] = (np.arange(frames) // 30 % 2)[None, :, None]
    return packed


def take(seed=0):
    speaking = np.stack([np.arange(300) < 150, np.arange(300) >= 150])
    return Take(behaviour(seed), speaking, np.zeros((2, 300), bool))


def test_frechet_distance_of_gaussians_is_what_the_formula_says():
    one = RNG.standard_normal((20000, 2))
    assert distances.frechet(one, one) == pytest.approx(0, abs=1e-6)
    assert distances.frechet(one, one + np.array([3.0, 0.0])) == pytest.approx(9.0, abs=1e-6)
    # |C|: equal means, deviations 1 and 2 in each of two dimensions: 2 (1 - 2)^2
    assert distances.frechet(one, 2 * one) == pytest.approx(2.0, rel=0.05)


def test_entropy_of_clusters_counts_how_many_are_used():
    places = np.eye(4, dtype=np.float32) * 10
    frames = places[RNG.integers(0, 4, 400)] + 0.01 * RNG.standard_normal((400, 4)).astype(np.float32)
    centres = distances.k_means(frames, 4)
    assert distances.diversity([frames], centres) == pytest.approx(2.0, abs=0.02)
    assert distances.diversity([frames[:1].repeat(50, 0)], centres) == 0.0


def test_people_who_move_together_as_the_truth_does_have_no_residual_correlation():
    truth = RNG.standard_normal((2, 200, 3)).astype(np.float32)
    mirrored = np.stack([truth[0], truth[0]])
    assert distances.residual_correlation(truth, truth) == 0.0
    assert distances.residual_correlation(mirrored, truth) > 0.8


def test_a_jaw_that_is_open_too_far_is_wrong_by_as_many_millimetres_as_the_lip_moves():
    shut, open_ = np.zeros((5, 29), np.float32), np.zeros((5, 29), np.float32)
    open_[:, 3] = 1.0
    wide = distances.lip_vertex_error_mm(open_, shut)
    assert wide.shape == (5,) and 8 < wide[0] < 60
    assert distances.lip_vertex_error_mm(open_ * 0.5, shut)[0] == pytest.approx(wide[0] / 2, rel=1e-4)


def test_velocity_error_is_of_movement_and_not_of_pose():
    vertices = distances.face_vertices()
    still = np.full((20, BEHAVIOUR_SIZE), 0.2, np.float32)
    still[:, field_slice("smile")] = 0.0
    other = still.copy()
    other[:, field_slice("mouth")] = 0.4
    assert distances.vertex_velocity_error(other, still, vertices) == pytest.approx(0.0, abs=1e-4)
    other[::2, field_slice("mouth")] = 0.2
    assert distances.vertex_velocity_error(other, still, vertices) > 0.05


def test_the_truth_is_perfect_the_mean_has_an_error_of_one_and_strangers_are_worse():
    truth = [take(seed) for seed in range(3)]
    judge = Judge(truth)
    right, mean, strangers = judge(truth), judge(held_still(truth)), judge(others(truth))
    assert right["fd"] == pytest.approx(0, abs=1e-3) and right["mse_all"] == 0 and right["lve_mm"] == 0
    assert right["opening_r"] == pytest.approx(1.0, abs=1e-6)
    assert mean["mse_all"] == pytest.approx(1.0, abs=0.01) and mean["opening_r"] == 0.0
    assert strangers["mse_lips"] > 1.3 and strangers["opening_r"] < 0.5
    assert mean["sid_speaking"] == 0.0 < right["sid_speaking"]


def nodding(hertz, cycles, at, seconds=20, degrees=6.0):
    pitch = np.zeros(int(seconds * 30))
    t = np.arange(int(cycles * 30 / hertz))
    pitch[at : at + len(t)] = np.deg2rad(degrees) * 0.5 * (1 - np.cos(2 * np.pi * hertz * t / 30))
    return pitch


def test_nods_are_found_with_their_cycles_and_slow_turns_are_none():
    found = nods.nods(nodding(1.5, 3, 100) + nodding(2.0, 1, 400), 30)
    assert [n.cycles for n in found] == [3, 1]
    assert abs(found[0].start - 100) <= 3 and abs(found[1].start - 400) <= 3
    assert nods.nods(nodding(0.2, 3, 0), 30) == []
    assert nods.nods(nodding(1.5, 3, 100, degrees=0.8), 30) == []


def test_a_nod_that_goes_with_a_back_channel_is_counted_with_it():
    own, partner = np.zeros(600), np.ones(600)
    own[100:115] = 1.0
    figures = nods.figures([(nodding(1.5, 2, 98), own, partner)], 30)
    assert figures["nods_per_back_channel"] == 1.0
    assert figures["chance_per_back_channel"] < 0.2
    assert nods.back_channels(np.ones(600), partner, 30) == []
