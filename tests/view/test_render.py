"""`visavis render` draws baked conversations without a display, and says what is wrong with what it cannot draw."""

import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest
from making import made_up, write_npz
from visavis.cli.main import main
from visavis.view import png
from visavis.view.take import Take, load_take


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_npz(tmp_path_factory.mktemp("baked") / "talk.npz", made_up(2.0))


def test_a_baked_file_gives_back_the_weights_it_was_made_from(baked):
    state, take = made_up(2.0), load_take(baked)
    assert len(take) == len(state.a) and take.fps == 30
    same = Take.from_state(state)
    assert np.abs(take.a.arkit - same.a.arkit).max() < 0.03
    assert np.allclose(take.b.head, same.b.head, atol=1e-6)


def test_a_sheet_shows_as_many_moments_as_asked_for(baked, tmp_path, capsys):
    out = tmp_path / "sheet.png"
    assert main(["render", str(baked), "--out", str(out), "--moments", "2", "--size", "128x80"]) == 0
    assert "2 moments" in capsys.readouterr().out
    picture = png.decode(out.read_bytes())
    assert picture.shape[1] == 2 * 128 + 18
    assert picture[90:150, 20:120].std() > 10


def test_frames_are_written_one_by_one(baked, tmp_path):
    out = tmp_path / "frames"
    arguments = ["render", str(baked), "--out", str(out), "--draft", "--size", "160x96", "--start", "1", "--end", "1.1"]
    assert main(arguments) == 0
    assert sorted(p.name for p in out.iterdir()) == [f"frame_{k:06d}.png" for k in (30, 31, 32)]


def test_a_video_carries_the_sound_beside_the_file(baked, tmp_path):
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed: the video is not tested")
    with wave.open(str(baked.with_suffix(".wav")), "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes((np.sin(np.arange(32000) / 20) * 9000).astype("<i2").tobytes())
    out = tmp_path / "talk.mp4"
    assert main(["render", str(baked), "--out", str(out), "--draft", "--size", "192x108", "--end", "0.5"]) == 0
    said = subprocess.run(["ffmpeg", "-i", str(out)], capture_output=True, text=True).stderr
    assert "Video: h264" in said and "192x108" in said and "Audio: aac" in said


def test_both_people_look_at_each_other_in_the_wide_shot(baked):
    from visavis.view.stage import eyes_of

    take = load_take(baked)
    looking = np.flatnonzero(take.a.gaze_on_partner > 0.95)
    assert len(looking) > 5
    ahead = (take.a.head @ take.a.left_eye)[looking] @ np.array([0, 0, 1.0])
    towards = (eyes_of(take.b) - eyes_of(take.a))[looking]
    towards /= np.linalg.norm(towards, axis=1, keepdims=True)
    assert np.median(np.degrees(np.arccos((ahead * towards).sum(1)))) < 6


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.npz", "--out", "x.png"], "there is no file"),
        (["{baked}", "--out", "x.gif"], "neither a video"),
        (["{baked}", "--out", "x.png", "--size", "huge"], "is not WIDTHxHEIGHT"),
        (["{baked}", "--out", "x.png", "--at", "1,99"], "outside the conversation"),
        (["{baked}", "--out", "x.mp4", "--audio", "no.wav"], "there is no file 'no.wav'"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_plain_words(baked, arguments, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["render", *(a.format(baked=baked) for a in arguments)]) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_no_conversation_is_refused_by_name(tmp_path, capsys):
    wrong = tmp_path / "weights.npz"
    np.savez(wrong, weights=np.zeros(3))
    assert main(["render", str(wrong), "--out", str(tmp_path / "x.png")]) == 1
    assert "weights.npz" in capsys.readouterr().err
    text = tmp_path / "text.npz"
    text.write_text("no archive")
    assert main(["render", str(text), "--out", str(tmp_path / "x.png")]) == 1
    assert "no npz file that can be read" in capsys.readouterr().err
