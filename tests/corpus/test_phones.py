import numpy as np
from visavis.corpus.phones import (
    FEATURES,
    VISEMES,
    closure_track,
    feature_track,
    features_of,
    from_misaki,
    viseme_track,
)

PHONES = [("SIL", 0.0, 0.2), ("B", 0.2, 0.26), ("AY", 0.26, 0.5), ("SIL", 0.5, 0.7)]


def test_diphthongs_move_from_one_vowel_to_another():
    first, last = features_of("AY")
    assert first[FEATURES.index("open")] > last[FEATURES.index("open")]


def test_phones_never_heard_share_features_with_known_ones():
    unknown, _ = features_of("SH")
    known, _ = features_of("CH")
    assert unknown[FEATURES.index("postalveolar")] == known[FEATURES.index("postalveolar")] == 1.0
    assert unknown[FEATURES.index("round")] > 0


def test_silence_fills_what_no_phone_covers():
    track = feature_track(PHONES, None, 120, 120.0)
    assert track.shape == (120, len(FEATURES))
    assert np.all(track[90:, 0] == 1.0)
    assert np.all(track[26:60, 0] == 0.0)


def test_even_a_short_closure_reaches_a_frame():
    track = closure_track([("P", 0.5, 0.51)], 30, 30.0)
    assert track.sum() >= 1
    assert track[15] == 1.0


def test_visemes_are_those_of_the_middle_of_the_frame():
    track = viseme_track(PHONES, 21, 30.0)
    assert track[0] == VISEMES["SIL"]
    assert track[6] == VISEMES["B"]
    assert track[10] == VISEMES["AY"]


def test_the_neural_voices_alphabet_is_understood_with_stress():
    phones = from_misaki([["ˈI", 0.0, 0.1], [" ", 0.1, 0.2], ["ɹ", 0.2, 0.3]])
    assert [p[0] for p in phones] == ["AY", "SIL", "R"]
    assert [p[3] for p in phones] == [True, False, False]
