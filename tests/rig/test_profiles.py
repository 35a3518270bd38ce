"""Profiles: avatars recognised by their names and driven by them."""

import json
from importlib import resources

import numpy as np
import pytest
from visavis.rig.profiles import ProfileMapper, detect_profile, parse_profile, preset, presets
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

VISEMES = tuple(
    f"viseme_{v}" for v in ("sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "I", "O", "U")
)


def face(**weights: float) -> np.ndarray:
    row = np.zeros(52)
    for name, weight in weights.items():
        row[ARKIT_INDEX[name]] = weight
    return row


def test_every_preset_but_the_visemes_drives_all_52() -> None:
    for profile in presets():
        if not profile.basis:
            assert [c.channel for c in profile.channels] == list(range(52)), profile.name


def test_index_lists_every_file() -> None:
    folder = resources.files("visavis") / "assets/profiles"
    files = {f.name.removesuffix(".json") for f in folder.iterdir()} - {"index"}
    assert files == {p.name for p in presets()} and len(presets()) == len(files)
    assert all(json.loads((folder / f"{n}.json").read_text())["name"] == n for n in files)


@pytest.mark.parametrize("name", [p.name for p in presets()])
def test_a_mesh_with_a_presets_own_names_is_recognised(name: str) -> None:
    profile = preset(name)
    names = [t for entry in (*profile.basis, *profile.channels) for t in entry.targets]
    extra = {"vrm-perfect-sync": ["Joy"], "ready-player-me": [*VISEMES, "mouthSmile"]}.get(name, [])
    if profile.detect:
        names = list(profile.detect)
    found = detect_profile(["Wolf3D_Head.unrelated", *names, *extra])
    assert found is not None and found.name == name


def test_a_mesh_of_unknown_names_is_not_guessed_at() -> None:
    assert detect_profile(["happy", "sad", "open"]) is None


def test_left_and_right_are_not_mixed_up_on_reallusion() -> None:
    profile = preset("reallusion-cc4")
    names = [t for c in profile.channels for t in c.targets]
    out = ProfileMapper(profile, names).map(face(eyeLookOutLeft=1.0, mouthSmileRight=0.5, jawLeft=0.3))
    driven = {names[i]: out[i] for i in np.flatnonzero(out)}
    assert driven == {"Eye_L_Look_L": 1.0, "Mouth_Smile_R": 0.5, "Jaw_L": 0.3}


def test_an_avatar_with_visemes_only_says_o_with_o_and_rests_in_silence() -> None:
    mapper = ProfileMapper(preset("oculus-visemes"), VISEMES)
    at = {n: i for i, n in enumerate(VISEMES)}
    quiet = mapper.map(face())
    assert quiet[at["viseme_sil"]] == 1.0 and quiet.sum() == 1.0
    for viseme in preset("oculus-visemes").basis:
        weights = np.zeros(52)
        for channel, weight in viseme.weights.items():
            weights[channel] = weight
        for _ in range(30):
            out = mapper.map(weights)
        assert np.argmax(out) == at[viseme.targets[0]], viseme.targets[0]
        assert out[at[viseme.targets[0]]] > 0.5


def test_an_open_jaw_opens_a_viseme_avatars_mouth() -> None:
    mapper = ProfileMapper(preset("oculus-visemes"), VISEMES)
    opens = {b.targets[0]: b.weights.get(ARKIT_INDEX["jawOpen"], 0.0) for b in preset("oculus-visemes").basis}
    heights = []
    for jaw in (0.0, 0.1, 0.3, 0.6):
        out = mapper.map(face(jawOpen=jaw))
        heights.append(sum(opens.get(n, 0.0) * w for n, w in zip(VISEMES, out)))
    assert np.all(np.diff(heights) > 0.02)


def test_curve_gain_offset_and_clamp_apply_in_that_order() -> None:
    entry = {"channel": "jawOpen", "targets": ["J"], "curve": [[0, 0], [0.5, 1.0]], "gain": 2.0, "offset": -0.5,
             "clamp": [0.1, 1.2]}  # fmt: skip
    mapper = ProfileMapper(parse_profile({"format": "visavis-profile-1", "name": "x", "channels": [entry]}), ["J"])
    for jaw, wanted in ((0.0, 0.1), (0.25, 0.5), (0.4, 1.1), (1.0, 1.2)):
        assert mapper.map(face(jawOpen=jaw))[0] == pytest.approx(wanted)


def test_mesh_prefixes_and_spelling_do_not_matter() -> None:
    mapper = ProfileMapper(preset("arkit-camel"), ["Face.jawOpen", "Eye_Blink_Left"])
    assert mapper.map(face(jawOpen=0.4, eyeBlinkLeft=0.7)).tolist() == [0.4, 0.7]
    assert "jawOpen" not in mapper.unused and len(mapper.unused) == len(ARKIT_NAMES) - 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"format": "other"}, "format"),
        ({"format": "visavis-profile-1", "name": "x", "channels": [{"channel": "nope", "targets": []}]}, "'nope'"),
        ({"format": "visavis-profile-1", "channels": []}, "'name' is missing"),
        ({"format": "visavis-profile-1", "name": "x", "channels": [{"channel": "jawOpen"}]}, "'targets' is missing"),
    ],
)
def test_a_faulty_profile_says_what_is_wrong(data: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_profile(data)
