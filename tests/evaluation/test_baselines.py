import numpy as np
import pytest

pytest.importorskip("scipy")

from visavis.corpus.acoustics import with_effort
from visavis.evaluation import viseme_table
from visavis.evaluation.ablations import COLUMNS, EXPECTED, VARIANTS, table
from visavis.evaluation.baselines import _IPA, all_baselines, missing, to_phones
from visavis.evaluation.unseen_voices import Case
from visavis.rig import load_open_head


def test_the_viseme_table_opens_for_vowels_rounds_for_w_and_shuts_for_m():
    phones = [("AA", 0.2, 0.5), ("M", 0.5, 0.6), ("AA", 0.6, 0.9), ("W", 0.9, 1.1)]
    opening, width, protrusion = load_open_head().lip_measures(viseme_table.animate(phones, 45)).T
    assert opening[10] > 0.15 and opening[22] > 0.15
    assert opening[16] < 0.03
    assert width[30] < width[10] - 0.02 and protrusion[30] > protrusion[10] + 0.01
    assert opening[44] < 0.05


def test_recognised_phones_are_moved_to_when_they_are_said():
    assert to_phones([("b", 1.0, 1.1), ("oʊ", 1.1, 4.0), ("꜔", 4.0, 4.1)]) == [
        ("B", pytest.approx(0.938), pytest.approx(1.038)),
        ("OW", pytest.approx(1.038), pytest.approx(1.338)),
    ]
    assert {"P", "B", "M", "F", "V", "UW", "AA"} <= set(_IPA.values())


@pytest.mark.skipif(bool(missing()), reason=f"[baselines] extra: {', '.join(missing())} not installed")
def test_every_baseline_makes_a_mouth_of_real_speech():
    from visavis.audio.bundle import bundled_conversation
    from visavis.audio.recording import read_recording

    sound = read_recording(bundled_conversation().mixed).mixed()[:48000]
    for name, mouth in all_baselines().items():
        weights = mouth(np.asarray(sound, np.float32))
        assert weights.shape[1] == 52 and abs(len(weights) - 90) <= 1, name
        assert weights.max() > 0.1, name


def test_a_raised_voice_is_brighter_as_well_as_louder():
    t = np.arange(16000) / 16000
    low, high = (np.sin(2 * np.pi * f * t).astype(np.float32) for f in (200, 4000))
    gain = [20 * np.log10(with_effort(x, 6.0)[4000:12000].std() / x[4000:12000].std()) for x in (low, high)]
    assert gain[0] == pytest.approx(6.0, abs=0.1) and gain[1] == pytest.approx(9.0, abs=0.1)


def test_short_pauses_belong_to_speech_and_long_ones_do_not():
    phones = [("AA", 0.1, 0.5), ("SIL", 0.5, 0.6), ("AA", 0.6, 1.0), ("SIL", 1.0, 1.8), ("B", 1.8, 2.0)]
    case = Case(np.zeros(32000, np.float32), phones, np.zeros((60, 3), np.float32), 30)
    speaking = case.speaking(60)
    assert speaking[3:30].all() and not speaking[31:53].any() and speaking[55]
    assert case.speech == (0.1, 2.0)


def results(**changed):
    row = {c.figure: 1.0 for c in COLUMNS}
    full = {"model, mixed track": dict(row), "model, separate tracks": dict(row)}
    other = {"model, mixed track": {**row, **changed}, "model, separate tracks": {**row, **changed}}
    return {"full": full, "no_gaze_loss": other}


def test_the_ablation_table_says_whether_a_variant_is_worse_where_it_should_be():
    assert "| no gaze loss | gaze on partner, deg | 1.00 | 2.00 | yes |" in table(results(gaze_angle_on_deg=2.0))
    assert "**no** |" in table(results(gaze_angle_on_deg=0.5))
    assert "too close to call |" in table(results(gaze_angle_on_deg=1.01))
    assert "has not settled" not in table(results()) and "for no gaze loss." in table(results(mse_all=12.0))
    assert set(EXPECTED) | {"full"} == set(VARIANTS)
    assert {t for titles in EXPECTED.values() for t in titles} <= {c.title for c in COLUMNS}
