"""Looks by distance and at named things, on the bundled conversation."""

from visavis.engine import Engine
from visavis.evaluation import gaze_by_distance, glances


def test_people_look_at_each_other_less_the_nearer_they_are() -> None:
    engine = Engine()
    near, far = (gaze_by_distance.takes_at(engine, metres, 2) for metres in (0.5, 3.5))

    def looking(dyads: list) -> float:  # type: ignore[type-arg]
        return sum(float((p.gaze_on_partner > 0.5).mean()) for d in dyads for p in (d.a, d.b)) / (2 * len(dyads))

    assert looking(near) + 0.05 < looking(far)


def test_whoever_keeps_checking_the_phone_glances_at_it_and_comes_back() -> None:
    pairs = glances.takes_with(Engine(), glances.TEXT, 2)
    he, other = (glances.figures([pair[i] for pair in pairs], 30) for i in (0, 1))
    assert 4.0 < he["glances_per_minute"] < 30.0
    assert 0.35 <= he["glance_s"] <= 3.0
    assert he["angle_deg"] < 3.0
    assert he["back_share"] > 0.5
    assert other["glances_per_minute"] <= he["glances_per_minute"]
