"""Two people perform: the same every time, however it is cut, and their eyes meet."""

import pickle
from dataclasses import fields

import numpy as np
import pytest
from motion_dyads import angle_to_partner, behaviour, conversation, cut, eye_rays, perform
from visavis.motion import Performer
from visavis.scene import PlacementTrack, SceneObject
from visavis.state import DyadState, GazeKind, PersonState

LENGTH = 900


def joined(parts: list[DyadState], who: str) -> dict[str, np.ndarray]:
    return {f.name: np.concatenate([getattr(getattr(p, who), f.name) for p in parts]) for f in fields(PersonState)}


def streamed(sizes: list[int], pickled: bool = False, seed: int = 7) -> list[DyadState]:
    a, b, speaking = conversation(LENGTH)
    performer, track = Performer(seed), PlacementTrack(objects=[SceneObject("phone", (0, 0.9, 0.4), 0.6)])
    track.change(5.0, b=track.at(0).b, transition_s=2.0)
    parts, first = [], 0
    while first < LENGTH:
        count = min(sizes[len(parts) % len(sizes)], LENGTH - first)
        ab = cut(a, first, first + count), cut(b, first, first + count)
        parts.append(performer.perform(first, *ab, track, speaking[first : first + count]))
        first += count
        if pickled:
            performer.state = pickle.loads(pickle.dumps(performer.state))
    return parts


def test_frames_do_not_depend_on_how_they_are_cut() -> None:
    whole, single, ragged = streamed([LENGTH]), streamed([1]), streamed([3, 1, 30, 7], pickled=True)
    for who in ("a", "b"):
        expected = joined(whole, who)
        for other in (single, ragged):
            for name, values in joined(other, who).items():
                assert values.dtype == expected[name].dtype
                assert np.array_equal(values, expected[name]), name


def test_another_seed_is_another_performance_of_the_same_conversation() -> None:
    one, other = joined(streamed([LENGTH]), "a"), joined(streamed([LENGTH], seed=8), "a")
    assert not np.array_equal(one["left_eye"], other["left_eye"])
    assert np.mean(one["gaze_on_partner"]) == pytest.approx(np.mean(other["gaze_on_partner"]), abs=0.12)


def test_on_the_partner_means_into_the_partners_face() -> None:
    dyad = joined_dyad(streamed([LENGTH]))
    for own, partner in ((dyad.a, dyad.b), (dyad.b, dyad.a)):
        on = own.gaze_on_partner > 0.99
        off = angle_to_partner(own, partner)
        assert on.sum() > 300
        assert np.median(off[on]) < 3.0
        assert np.percentile(off[on], 95) < 6.0
        away = own.gaze_on_partner < 0.01
        assert np.percentile(off[away], 5) > 6.0


def joined_dyad(parts: list[DyadState]) -> DyadState:
    return DyadState(0, 30, *(PersonState(**joined(parts, who)) for who in ("a", "b")))


def test_nods_do_not_move_the_line_of_sight() -> None:
    a, b = behaviour(300), behaviour(300)
    a.head[:, 0] = 0.15 * np.sin(np.arange(300) / 30 * 2 * np.pi * 1.5)
    dyad = perform(a, b)
    assert np.ptp(dyad.a.head_rotation[30:, 0]) > 0.28
    assert np.median(angle_to_partner(dyad.a, dyad.b)) < 3.0


def test_both_eyes_meet_in_the_point_looked_at() -> None:
    dyad = joined_dyad(streamed([LENGTH]))
    steady = (dyad.a.gaze_on_partner > 0.99) | (dyad.a.gaze_on_partner < 0.01)
    origins, rays = eye_rays(dyad.a)
    lines = dyad.a.gaze_point[:, None] - origins
    along = (lines * rays).sum(-1, keepdims=True)
    missed = np.linalg.norm(lines - along * rays, axis=-1)
    assert np.median(missed[steady]) < 0.02


def test_averted_looks_go_where_the_network_sends_them() -> None:
    dyad = perform(behaviour(300, 0.0, (0.5, 0.1)), behaviour(300))
    assert set(dyad.a.gaze_kind) == {GazeKind.AVERTED}
    _, rays = eye_rays(dyad.a)
    gaze = rays.mean(axis=1)
    yaw = np.arctan2(gaze[:, 0], gaze[:, 2]) - np.pi / 2
    assert np.median(yaw) == pytest.approx(0.5, abs=0.08)
    assert np.median(-np.arcsin(gaze[:, 1])) == pytest.approx(0.1, abs=0.08)


def test_frames_left_out_or_given_twice_are_refused() -> None:
    performer, one = Performer(0), behaviour(5)
    talk = np.zeros((5, 2), np.float32)
    performer.perform(10, one, one, PlacementTrack(), talk)
    with pytest.raises(ValueError, match="frame 15 comes next"):
        performer.perform(14, one, one, PlacementTrack(), talk)
    with pytest.raises(ValueError, match="B 4"):
        performer.perform(15, one, cut(one, 0, 4), PlacementTrack(), talk)
