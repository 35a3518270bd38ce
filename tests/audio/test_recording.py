from pathlib import Path

import numpy as np
import pytest
import soundfile
from visavis.audio import read_recording
from visavis.errors import InvalidInput

SPEECH = Path(__file__).resolve().parents[3] / "shared" / "data" / "dialogue" / "sample.wav"


def chirp(rate: int = 16000, seconds: float = 0.5) -> np.ndarray:
    times = np.arange(int(rate * seconds)) / rate
    return (0.5 * np.sin(2 * np.pi * (200 + 400 * times) * times)).astype(np.float32)


@pytest.mark.parametrize(
    ("name", "subtype", "tolerance"),
    [("a.wav", "PCM_U8", 0.01), ("a.wav", "PCM_16", 1e-4), ("a.wav", "PCM_24", 1e-6), ("a.wav", "FLOAT", 0),
     ("a.wav", "DOUBLE", 1e-7), ("a.flac", "PCM_24", 1e-6), ("a.ogg", "VORBIS", 0.05)],
)  # fmt: skip
def test_formats_are_read(tmp_path: Path, name: str, subtype: str, tolerance: float) -> None:
    sound = chirp()
    soundfile.write(tmp_path / name, sound, 16000, subtype=subtype)
    recording = read_recording(tmp_path / name)
    assert recording.sample_rate == 16000 and recording.samples.dtype == np.float32
    np.testing.assert_allclose(recording.mixed()[200:-200], sound[200:-200], atol=tolerance)


def test_mp3_is_read(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.mp3", chirp(44100, 1.0), 44100)
    recording = read_recording(tmp_path / "a.mp3")
    assert recording.sample_rate == 44100 and recording.seconds == pytest.approx(1.0, abs=0.1)


def test_two_channels_are_one_mix_or_two_people_as_asked(tmp_path: Path) -> None:
    left, right = chirp(), -0.25 * chirp()
    soundfile.write(tmp_path / "a.wav", np.stack([left, right], axis=1), 16000, subtype="FLOAT")
    recording = read_recording(tmp_path / "a.wav")
    np.testing.assert_allclose(recording.mixed(), (left + right) / 2, atol=1e-7)
    a, b = recording.separate()
    np.testing.assert_array_equal(a, left)
    np.testing.assert_array_equal(b, right)


def test_one_channel_is_not_two_people(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", chirp(), 16000)
    with pytest.raises(InvalidInput, match="1 channels"):
        read_recording(tmp_path / "a.wav").separate()


@pytest.mark.parametrize("keep", [1.0, 0.6, 0.02])
def test_a_truncated_wav_is_refused(tmp_path: Path, keep: float) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, chirp(), 16000)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    if keep == 1.0:
        assert read_recording(path).seconds == pytest.approx(0.5)
        return
    with pytest.raises(InvalidInput, match="truncated") as refused:
        read_recording(path)
    assert refused.value.field == str(path)


def test_a_truncated_flac_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.1, 48000), 16000)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InvalidInput):
        read_recording(path)


def test_a_wav_from_a_pipe_without_a_length_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, chirp(), 16000)
    whole = bytearray(path.read_bytes())
    place = whole.index(b"data") + 4
    whole[place : place + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(bytes(whole))
    assert read_recording(path).seconds == pytest.approx(0.5)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "words.wav").write_text("this is not sound, whatever its name says")
    soundfile.write(tmp_path / "silent.wav", np.zeros(0), 16000)
    for name, problem in [
        ("empty.wav", "empty file"),
        ("words.wav", "cannot be read"),
        ("silent.wav", "no sound"),
        ("missing.wav", "does not exist"),
        ("", "folder"),
    ]:
        with pytest.raises(InvalidInput, match=problem):
            read_recording(tmp_path / name)


def test_a_sample_that_is_no_number_is_named(tmp_path: Path) -> None:
    sound = chirp()
    sound[123] = np.nan
    soundfile.write(tmp_path / "a.wav", sound, 16000, subtype="FLOAT")
    with pytest.raises(InvalidInput, match="sample 123 of channel 1"):
        read_recording(tmp_path / "a.wav")


@pytest.mark.parametrize("rate", [4000, 400_000])
def test_rates_that_no_conversation_can_use_are_refused(tmp_path: Path, rate: int) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(1000), rate)
    with pytest.raises(InvalidInput, match=f"{rate} samples a second"):
        read_recording(tmp_path / "a.wav")


@pytest.mark.parametrize("rate", [88200, 96000, 192000])
def test_studio_rates_are_brought_down_without_folding(tmp_path: Path, rate: int) -> None:
    times = np.arange(rate) / rate
    audible, above = np.sin(2 * np.pi * 1000 * times), np.sin(2 * np.pi * 30000 * times)
    soundfile.write(tmp_path / "a.wav", 0.4 * (audible + above), rate, subtype="FLOAT")
    recording = read_recording(tmp_path / "a.wav")
    assert recording.sample_rate == rate // (rate // 44100)
    ideal = 0.4 * np.sin(2 * np.pi * 1000 * np.arange(recording.samples.shape[1]) / recording.sample_rate)
    assert np.abs(recording.mixed() - ideal)[200:-200].max() < 1e-3


def test_what_is_too_long_is_refused(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", chirp(seconds=2.0), 16000)
    with pytest.raises(InvalidInput, match=r"2\.0 s long; 1 s"):
        read_recording(tmp_path / "a.wav", max_seconds=1.0)


@pytest.mark.skipif(not SPEECH.is_file(), reason=f"the real recordings are not at {SPEECH.parent}")
def test_a_real_recording_is_read() -> None:
    recording = read_recording(SPEECH)
    assert recording.sample_rate == 16000 and recording.seconds == pytest.approx(30.0, abs=0.1)
