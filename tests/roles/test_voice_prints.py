"""Voice prints: what they are made of, what is refused and why, how they travel."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from visavis.cli.main import main
from visavis.roles import VoicePrint, VoicePrintError, make_voice_print
from visavis.roles.embedding import centred

Sound = NDArray[np.float32]


@pytest.fixture(scope="module")
def prints(people: tuple[Sound, Sound]) -> list[VoicePrint]:
    return [make_voice_print(sound[: 16 * 16000], 16000) for sound in people]


def test_a_voice_is_nearer_to_itself_than_to_the_other(prints: list[VoicePrint], people: tuple[Sound, Sound]) -> None:
    later = [make_voice_print(sound[16 * 16000 :], 16000) for sound in people]
    vectors = centred(np.stack([p.embedding for p in [*prints, *later]]))
    cosine = vectors @ vectors.T
    assert min(cosine[0, 2], cosine[1, 3]) > max(cosine[0, 3], cosine[1, 2]) + 0.3


def test_a_print_is_small_and_survives_the_journey(prints: list[VoicePrint]) -> None:
    data = prints[0].to_bytes()
    back = VoicePrint.from_bytes(data)
    assert len(data) < 1024
    assert float(back.embedding @ prints[0].embedding) > 0.9999
    assert back.to_bytes() == data


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda d: b"RIFF" + d[4:], "not a voice print"),
        (lambda d: d[:4] + b"\x07" + d[5:], "version 7"),
        (lambda d: d[:-10], "cut short"),
        (lambda d: d[:60] + bytes([d[60] ^ 1]) + d[61:], "checksum"),
        (lambda d: d + bytes(20000), "at most 16384"),
        (lambda d: b"", "not a voice print"),
    ],
)
def test_bytes_that_are_no_print_are_told_so(prints: list[VoicePrint], spoil, complaint: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(VoicePrintError, match=complaint):
        VoicePrint.from_bytes(spoil(prints[0].to_bytes()))


def test_a_print_does_not_depend_on_level_or_rate(prints: list[VoicePrint], people: tuple[Sound, Sound]) -> None:
    quiet = make_voice_print(people[0][: 16 * 16000] * np.float32(0.02), 16000)
    assert float(quiet.embedding @ prints[0].embedding) > 0.95
    doubled = np.repeat(people[0][: 8 * 16000], 2)  # 32 kHz
    assert float(make_voice_print(doubled, 32000).embedding @ prints[0].embedding) > 0.8


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda a, b: a[: 2 * 16000], "only 2.0 s of sound"),
        (lambda a, b: np.zeros(80000, np.float32), "silent"),
        (lambda a, b: np.concatenate([a[10000:26000], np.zeros(80000, np.float32)]), "s of speech in"),
        (lambda a, b: np.full(80000, np.nan, np.float32), "not finite"),
        (lambda a, b: np.concatenate([a[: 12 * 16000], b[: 12 * 16000]]), "two voices"),
        (lambda a, b: np.stack([a, a]), "one channel"),
    ],
)
def test_sound_that_gives_no_print_is_told_why(people: tuple[Sound, Sound], spoil, complaint: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(VoicePrintError, match=complaint):
        make_voice_print(spoil(*people), 16000)


def test_an_impossible_rate_is_refused() -> None:
    with pytest.raises(VoicePrintError, match="sample_rate is 4000"):
        make_voice_print(np.zeros(80000, np.float32), 4000)


def test_the_command_writes_a_print_or_says_why_not(
    tmp_path: Path, people: tuple[Sound, Sound], capsys: pytest.CaptureFixture[str]
) -> None:
    soundfile.write(tmp_path / "voice.wav", people[0][: 16 * 16000], 16000)
    out = tmp_path / "prints" / "voice.print"
    assert main(["enroll", str(tmp_path / "voice.wav"), "--out", str(out)]) == 0
    assert VoicePrint.from_bytes(out.read_bytes()).speech_s > 3.0
    soundfile.write(tmp_path / "short.wav", people[0][:16000], 16000)
    assert main(["enroll", str(tmp_path / "short.wav"), "--out", str(tmp_path / "no.print")]) == 1
    assert not (tmp_path / "no.print").exists()
    assert "only 1.0 s of sound" in capsys.readouterr().err
    assert main(["enroll", str(tmp_path / "none.wav"), "--out", str(out)]) == 1
