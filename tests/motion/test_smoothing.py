"""Heads nod as the network says and do not jitter."""

import numpy as np
from motion_dyads import behaviour, perform
from visavis.motion.smoothing import Smooth


def size_at(hertz: float) -> float:
    smooth = Smooth()
    out = np.array([smooth.step(float(np.sin(2 * np.pi * hertz * k / 30))) for k in range(900)])[300:]
    return float(out.std() * np.sqrt(2))


def test_nods_keep_their_size_and_jitter_goes() -> None:
    assert size_at(1.4) > 0.98 and size_at(2.6) > 0.93
    assert size_at(8.0) < 0.25 and size_at(12.0) < 0.05


def test_a_head_that_holds_still_passes_unchanged_from_the_first_frame_on() -> None:
    smooth = Smooth()
    assert np.allclose([smooth.step(0.3) for _ in range(30)], 0.3)


def test_a_jittering_network_makes_no_jittering_head() -> None:
    one = behaviour(600)
    one.head[:] = np.random.default_rng(0).normal(0, 0.03, (600, 3))
    person = perform(one, behaviour(600)).a
    speed = np.diff(person.head_rotation[30:], axis=0)
    power = np.abs(np.fft.rfft(speed, axis=0)) ** 2
    quick = np.fft.rfftfreq(len(speed), 1 / 30) > 6.0
    assert power[quick].sum() < 0.5 * power.sum()
