"""Eyes, head, lids and body move as people's do."""

from dataclasses import replace

import numpy as np
import pytest
from motion_dyads import angle_to_partner, behaviour, degrees_between, eye_rays, matrix, perform
from visavis.motion import Performer
from visavis.motion.eyes import EYE_PITCH_LIMIT, EYE_YAW_LIMIT
from visavis.motion.saccade import Look, saccade_time
from visavis.motion.turning import head_lag
from visavis.scene import PersonPlacement, Placement, PlacementTrack, SceneObject
from visavis.state import ARKIT_INDEX, DyadState, GazeKind


def gaze_yaw(dyad: DyadState) -> np.ndarray:
    """Degrees to A's left of facing B, both eyes on average."""
    rays = eye_rays(dyad.a)[1].mean(axis=1)
    return np.degrees(np.arctan2(rays[:, 0], rays[:, 2])) - 90


def head_yaw(dyad: DyadState) -> np.ndarray:
    forward = (matrix(dyad.a.body_rotation) @ matrix(dyad.a.head_rotation))[:, :, 2]
    return np.degrees(np.arctan2(forward[:, 0], forward[:, 2])) - 90


def shift(degrees: float, seed: int = 1) -> DyadState:
    """A looks at B for two seconds, then `degrees` to the left."""
    a = behaviour(120, np.r_[np.ones(60), np.zeros(60)], (np.radians(degrees), 0.0))
    return perform(a, behaviour(120), seed=seed)


@pytest.mark.parametrize(("degrees", "milliseconds"), [(5, 37.5), (10, 50), (20, 75), (40, 125)])
def test_saccades_take_the_main_sequences_time(degrees: float, milliseconds: float) -> None:
    assert saccade_time(np.radians(degrees)) == pytest.approx(milliseconds / 1e3)


@pytest.mark.parametrize(("degrees", "peak"), [(10, 290), (20, 400)])
def test_saccades_peak_at_published_speeds(degrees: float, peak: float) -> None:
    look = Look(lasts=saccade_time(np.radians(degrees)), begun=0.0)
    times = np.linspace(0, look.lasts, 400)
    way = degrees * np.array([look.progress(t) for t in times])
    assert np.max(np.diff(way) / np.diff(times)) == pytest.approx(peak, rel=0.05)


def test_a_gaze_shift_is_over_within_a_few_frames_and_the_eyes_then_rest() -> None:
    yaw = gaze_yaw(shift(25))
    arrived = np.flatnonzero(np.abs(yaw[60:] - 25) < 5)[0]
    assert arrived <= 4
    assert np.abs(np.diff(yaw[60 + arrived + 1 : 60 + arrived + 7])).max() < 1.5


@pytest.mark.parametrize("degrees", [15, 25, 40])
def test_the_head_follows_the_eyes_as_late_as_peoples_do(degrees: float) -> None:
    lags = []
    for seed in range(12):
        dyad = shift(degrees, seed)
        eyes, head = np.abs(np.diff(gaze_yaw(dyad)))[58:90], np.abs(np.diff(head_yaw(dyad)))[58:90]
        eye_start = np.flatnonzero(eyes > 2.0)[0]
        head_start = np.flatnonzero(head > 0.05 * head.max() + 0.1)[0]
        lags.append((head_start - eye_start) / 30)
    # The median: now and then a small saccade within the face comes just before.
    assert np.median(lags) == pytest.approx(head_lag(np.radians(degrees)), abs=0.035)
    assert min(lags) >= 0.0


def test_far_looks_are_mostly_the_heads_and_near_ones_mostly_the_eyes() -> None:
    assert head_yaw(shift(45))[-1] > 30
    near = shift(10)
    assert abs(head_yaw(near)[-1]) < 0.55 * abs(gaze_yaw(near)[-1])


def test_no_eye_leaves_its_range_wherever_the_partner_goes() -> None:
    track = PlacementTrack()
    chance = np.random.default_rng(2)
    for second in range(1, 30):
        x, z = chance.uniform(-1.2, 1.2, 2)
        track.change(second, b=PersonPlacement((x, 0, z), chance.uniform(-180, 180), chance.uniform(0.6, 2.0)))
    dyad = perform(behaviour(900), behaviour(900), track)
    for person in (dyad.a, dyad.b):
        for eye in (person.left_eye, person.right_eye):
            ray = matrix(eye)[:, :, 2]
            assert np.abs(np.arctan2(ray[:, 0], ray[:, 2])).max() <= EYE_YAW_LIMIT + 1e-5
            assert np.abs(np.arcsin(ray[:, 1])).max() <= EYE_PITCH_LIMIT + 1e-5
        names = [n for n in ARKIT_INDEX if n.startswith("eyeLook")]
        weights = person.arkit[:, [ARKIT_INDEX[n] for n in names]]
        assert weights.min() >= 0 and weights.max() <= 1


def test_moving_a_partner_in_mid_stream_re_aims_without_a_jump() -> None:
    track = PlacementTrack()
    track.change(3.0, b=PersonPlacement((0.0, 0.0, 1.2), 180.0), transition_s=1.0)
    dyad = perform(behaviour(240), behaviour(240), track)
    off = angle_to_partner(dyad.a, dyad.b)
    assert np.percentile(off[:90], 90) < 5 and np.percentile(off[150:], 90) < 5
    assert np.mean(off[90:150] > 10) < 0.35  # pursued on the way, with catching saccades
    for person in (dyad.a, dyad.b):
        assert np.abs(np.diff(person.head_position, axis=0)).max() < 0.09
        head = matrix(person.head_rotation)[:, :, 2]
        assert degrees_between(head[1:], head[:-1]).max() < 8.0
    assert abs(head_yaw(dyad)[-1]) > 25  # the head has turned, not the eyes alone


def test_a_partner_put_elsewhere_at_once_is_found_after_a_human_latency() -> None:
    track = PlacementTrack()
    track.change(2.0, b=PersonPlacement((0.3, 0.0, 0.7), -135.0), transition_s=0.0)
    off = angle_to_partner(*(getattr(perform(behaviour(120), behaviour(120), track), who) for who in "ab"))
    found = np.flatnonzero(off[60:] < 4)[0] / 30
    assert 0.12 <= found <= 0.45


def test_eyes_converge_on_somebody_near() -> None:
    def vergence(distance: float) -> float:
        a, b = Placement().a, Placement().b
        near = Placement(replace(a, position=(-distance / 2, 0.0, 0.0)), replace(b, position=(distance / 2, 0.0, 0.0)))
        person = perform(behaviour(60), behaviour(60), PlacementTrack(near)).a
        return float(np.degrees(np.median(person.right_eye[:, 1] - person.left_eye[:, 1])))

    assert vergence(0.45) == pytest.approx(np.degrees(2 * np.arctan(0.0289 / 0.275)), abs=1.5)
    assert 0.5 < vergence(3.0) < 2.0


def test_a_steady_look_wanders_over_eyes_and_mouth_and_never_freezes() -> None:
    dyad = perform(behaviour(1800), behaviour(1800), speaking=np.tile([0, 1], (1800, 1)))
    kinds = dyad.a.gaze_kind
    assert set(np.unique(kinds)) == {GazeKind.PARTNER_EYES, GazeKind.PARTNER_MOUTH}
    assert 0.12 < np.mean(kinds == GazeKind.PARTNER_MOUTH) < 0.45
    fixations = np.count_nonzero(np.linalg.norm(np.diff(eye_rays(dyad.a)[1][:, 0], axis=0), axis=1) > 0.008)
    assert 30 < fixations < 200  # in a minute
    speaker_mouth = np.mean(dyad.b.gaze_kind == GazeKind.PARTNER_MOUTH)
    assert speaker_mouth < np.mean(kinds == GazeKind.PARTNER_MOUTH)  # listeners look at mouths more


def test_a_wavering_wish_to_look_does_not_make_the_eyes_flicker() -> None:
    wish = 0.5 + 0.06 * np.random.default_rng(1).standard_normal(600)
    dyad = perform(behaviour(600, np.clip(wish, 0, 1), (0.4, 0.0)), behaviour(600))
    changes = np.count_nonzero(np.diff(dyad.a.gaze_on_partner > 0.5))
    assert changes < 40


def test_blinks_shut_fully_go_down_faster_than_up_and_come_when_asked() -> None:
    a = behaviour(300)
    a.blink[[60, 61, 62, 150, 151, 240]] = 1.0
    lids = perform(a, behaviour(300)).a.eyelids[:, 0]
    for asked in (60, 150, 240):
        shut = asked + int(np.argmax(lids[asked : asked + 12]))
        assert lids[shut] == pytest.approx(1.0)
        assert 2 <= shut - asked <= 4
        opened = shut + int(np.flatnonzero(lids[shut:] < 0.25)[0])
        assert opened - shut > shut - asked
        assert lids[asked + 14] < 0.2


def test_somebody_who_is_never_told_to_blink_blinks_all_the_same() -> None:
    lids = perform(behaviour(1800), behaviour(1800)).a.eyelids[:, 0]
    blinks = np.count_nonzero(np.diff((lids > 0.9).astype(int)) > 0)
    assert 3 <= blinks <= 9


def test_lids_go_down_with_the_eyes() -> None:
    down = perform(behaviour(60, 0.0, (0.0, 0.6)), behaviour(60)).a
    up = perform(behaviour(60, 0.0, (0.0, -0.5)), behaviour(60)).a
    assert np.median(down.eyelids) > 0.08
    assert np.median(up.eyelids) == 0.0
    assert np.median(down.arkit[:, ARKIT_INDEX["eyeLookDownLeft"]]) > 0.2
    assert np.array_equal(down.arkit[:, ARKIT_INDEX["eyeBlinkLeft"]], down.eyelids[:, 0])


def test_bodies_breathe_about_fifteen_times_a_minute_and_sway_a_little() -> None:
    dyad = perform(behaviour(3600), behaviour(3600))
    height = dyad.a.head_position[:, 1]
    spectrum = np.abs(np.fft.rfft(height - height.mean()))
    per_minute = np.fft.rfftfreq(3600, 1 / 30) * 60
    breathing = (per_minute > 8) & (per_minute < 24)
    assert 13 < per_minute[breathing][np.argmax(spectrum[breathing])] < 17
    sway = np.ptp(dyad.a.head_position[:, [0, 2]], axis=0)
    assert (sway > 0.008).all() and (sway < 0.12).all()
    assert height.mean() == pytest.approx(1.60 - 0.074, abs=0.006)


def test_eyes_are_at_the_placements_height_at_rest() -> None:
    place = Placement(replace(Placement().a, eye_height=1.2), replace(Placement().b, eye_height=1.75))
    dyad = perform(behaviour(300), behaviour(300), PlacementTrack(place))
    assert eye_rays(dyad.a)[0][:, :, 1].mean() == pytest.approx(1.2, abs=0.04)
    assert eye_rays(dyad.b)[0][:, :, 1].mean() == pytest.approx(1.75, abs=0.04)


def test_a_lean_tilts_the_body_about_the_hips_and_the_face_keeps_looking() -> None:
    place = Placement()
    leaning = PlacementTrack(Placement(replace(place.a, lean_deg=15.0), place.b))
    upright, tilted = perform(behaviour(120), behaviour(120)), perform(behaviour(120), behaviour(120), leaning)
    moved = (tilted.a.head_position - upright.a.head_position).mean(axis=0)
    assert 0.12 < moved[0] < 0.22 and moved[1] < -0.01
    assert np.median(angle_to_partner(tilted.a, tilted.b)) < 3.5


def test_things_of_the_scene_are_glanced_at_the_more_the_more_salient() -> None:
    def share(salience: float) -> float:
        track = PlacementTrack(objects=[SceneObject("phone", (-0.4, 1.15, 0.15), salience)])
        looks = np.tile(np.repeat([1.0, 0.0], [90, 30]), 20)
        dyad = perform(behaviour(2400, looks, (0.3, 0.2)), behaviour(2400), track)
        looked = dyad.a.gaze_kind == GazeKind.OBJECT
        assert np.array_equal(looked, dyad.a.gaze_object == 0)
        if looked.any():
            np.testing.assert_allclose(dyad.a.gaze_point[looked], [[-0.4, 1.15, 0.15]] * looked.sum(), atol=1e-6)
        return float(looked.mean())

    none, little, much = share(0.0), share(0.2), share(0.9)
    assert none == 0.0 and 0.005 < little < 0.2 and much > little + 0.05


def test_somebody_behind_is_not_looked_at_through_the_own_neck() -> None:
    backs = Placement(replace(Placement().a, yaw_deg=-90.0), replace(Placement().b, yaw_deg=90.0))
    dyad = perform(behaviour(300), behaviour(300), PlacementTrack(backs))
    assert dyad.a.gaze_on_partner.max() == 0.0
    assert np.degrees(np.linalg.norm(dyad.a.head_rotation, axis=1)).max() < 50
    assert set(dyad.a.gaze_kind) == {GazeKind.AVERTED}


def test_a_smile_is_laid_over_speech_without_undoing_it() -> None:
    plain, glad = behaviour(30), behaviour(30)
    for one in (plain, glad):
        one.mouth[:] = 0.3
    glad.smile[:] = 1.0
    neutral, smiling = perform(plain, behaviour(30)).a.arkit[0], perform(glad, behaviour(30)).a.arkit[0]
    for side in ("Left", "Right"):
        index = ARKIT_INDEX[f"mouthSmile{side}"]
        assert smiling[index] > neutral[index] + 0.3
    assert smiling[ARKIT_INDEX["mouthClose"]] == neutral[ARKIT_INDEX["mouthClose"]]
    assert smiling.max() <= 1.0


def test_performing_costs_little() -> None:
    import time

    a, b, talk = behaviour(600), behaviour(600), np.zeros((600, 2), np.float32)
    best = np.inf
    for _ in range(3):
        begun = time.process_time()
        Performer(0).perform(0, a, b, PlacementTrack(), talk)
        best = min(best, time.process_time() - begun)
    assert 600 / best > 2000  # frames a second of both people on one core
