"""`visavis bake`: recordings in, files out, nothing half done, nothing lost."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from visavis.audio.bundle import bundled_conversation
from visavis.cli.main import main

RATE = 16000


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first three seconds of the bundled conversation, mixed and as tracks."""
    folder = tmp_path_factory.mktemp("talks")
    bundle = bundled_conversation()
    for name, path in (("talk", bundle.mixed), ("pair_a", bundle.a), ("pair_b", bundle.b)):
        samples, rate = soundfile.read(path, frames=72000)
        soundfile.write(folder / f"{name}.wav", samples, rate)
    return folder


def bake(*arguments: object) -> int:
    return main(["bake", *map(str, arguments), "--threads", "1"])


def test_one_recording_goes_right_into_the_folder(short: Path, tmp_path: Path) -> None:
    roles = tmp_path / "roles.json"
    roles.write_text(json.dumps([{"participant": "A", "start_s": 0.6, "end_s": 3.0}]))
    assert bake(short / "talk.wav", "--roles", roles, "--out", tmp_path, "--format", "npz,arkit-csv") == 0
    with np.load(tmp_path / "conversation.npz") as arrays:
        assert arrays["a_jaw"].shape == (90, 3)
        assert arrays["a_speaking"][45] > 0.5 > arrays["b_speaking"][45]
        assert int(arrays["fps"]) == 30
    rows = list(csv.DictReader((tmp_path / "a.csv").open()))
    assert len(rows) == 90
    assert float(rows[30]["time"]) == pytest.approx(1.0)
    note = json.loads((tmp_path / "bake.json").read_text())
    assert note["files"] == ["conversation.npz", "a.csv", "b.csv"]
    assert note["role_source"] == "SPANS"


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(short: Path, tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("two", 3), ("three", 4)):
        assert bake(short / "pair_a.wav", "--b", short / "pair_b.wav", "--seed", seed, "--out", tmp_path / name) == 0
    one, two, three = (np.load(tmp_path / name / "conversation.npz") for name in ("one", "two", "three"))
    assert all(np.array_equal(one[key], two[key]) for key in one.files)
    assert not np.array_equal(one["a_neck"], three["a_neck"])


def test_a_folder_is_a_batch_in_which_pairs_belong_together(
    short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bake(short, "--out", tmp_path) == 0
    assert sorted(p.parent.name for p in tmp_path.glob("*/conversation.npz")) == ["pair", "talk"]
    assert "2 of 2 recordings baked" in capsys.readouterr().out


def test_what_fails_in_a_batch_is_told_and_the_rest_is_baked(
    short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.wav").write_bytes((short / "talk.wav").read_bytes()[:5000])
    (tmp_path / "in" / "good.wav").write_bytes((short / "talk.wav").read_bytes())
    (tmp_path / "in" / "text.wav").write_text("this is no sound")
    assert bake(tmp_path / "in", "--out", tmp_path / "out") == 1
    told = capsys.readouterr().err
    assert "broken" in told
    assert "text" in told
    assert "1 of 3 recordings baked" in told
    assert [p.parent.name for p in (tmp_path / "out").glob("*/conversation.npz")] == ["good"]


def test_resume_skips_what_is_there_and_bakes_what_changed(
    short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bake(short / "talk.wav", "--out", tmp_path, "--resume") == 0
    written = (tmp_path / "conversation.npz").stat().st_mtime_ns
    assert bake(short / "talk.wav", "--out", tmp_path, "--resume") == 0
    assert "baked before" in capsys.readouterr().out
    assert (tmp_path / "conversation.npz").stat().st_mtime_ns == written
    assert bake(short / "talk.wav", "--out", tmp_path, "--resume", "--seed", 9) == 0
    assert (tmp_path / "conversation.npz").stat().st_mtime_ns != written


def test_nothing_half_written_is_left_when_a_format_fails(
    short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[Path]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("visavis.formats.arkit_csv.write", full)
    assert bake(short / "talk.wav", "--out", tmp_path / "out", "--format", "npz,arkit-csv") == 1
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nothing.wav"], "nothing.wav: does not exist"),
        (["{talk}", "--format", "gif"], "'gif' is not a format; accepted are npz"),
        (["{talk}", "--format", ","], "--format: is empty"),
        (["{talk}", "--fps", "31"], "fps: 31 is none of 24, 25, 30, 50, 60"),
        (["{talk}", "--roles", "nothing.rttm"], "--roles: nothing.rttm does not exist"),
        (["{talk}", "--voice-a", "nothing.print"], "--voice-a: nothing.print does not exist"),
        (["{talk}", "{talk}", "--b", "{talk}"], "--b: belongs to one recording"),
        (["{talk}", "--pose", "x" * 600], "scene.pose_text: has 600 characters"),
        (["{talk}", "--split-channels"], "1 channels; two are needed"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    words = [word.format(talk=short / "talk.wav") for word in arguments]
    assert bake(*words, "--out", tmp_path / "out") == 1
    assert told in (shown := capsys.readouterr().err)
    assert "Traceback" not in shown
    assert not list(tmp_path.rglob("*.npz"))


def test_a_voice_whose_header_announces_too_much_is_still_a_voice(short: Path, tmp_path: Path) -> None:
    samples, rate = soundfile.read(bundled_conversation().a, dtype="int16")
    soundfile.write(tmp_path / "voice.wav", samples, rate)
    whole = bytearray((tmp_path / "voice.wav").read_bytes())
    place = whole.index(b"data") + 4
    whole[place : place + 4] = (100 * len(whole)).to_bytes(4, "little")
    (tmp_path / "broken.wav").write_bytes(whole)
    for name in ("voice", "broken"):
        voice = tmp_path / f"{name}.wav"
        assert bake(short / "talk.wav", "--voice-a", voice, "--seed", 1, "--out", tmp_path / name) == 0
    one, other = (np.load(tmp_path / name / "conversation.npz") for name in ("voice", "broken"))
    assert all(np.array_equal(one[key], other[key]) for key in one.files)


def test_a_stereo_file_can_hold_one_person_on_each_side(short: Path, tmp_path: Path) -> None:
    a, rate = soundfile.read(short / "pair_a.wav")
    b, _ = soundfile.read(short / "pair_b.wav")
    soundfile.write(tmp_path / "both.wav", np.stack([a, b], axis=1), rate)
    assert bake(tmp_path / "both.wav", "--split-channels", "--out", tmp_path / "stereo") == 0
    assert bake(short / "pair_a.wav", "--b", short / "pair_b.wav", "--out", tmp_path / "files") == 0
    stereo, files = (np.load(tmp_path / name / "conversation.npz") for name in ("stereo", "files"))
    assert np.array_equal(stereo["b_jaw"], files["b_jaw"])
