"""The client core over a real network connection to a service that is as bad as networks can be."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import grpc
import numpy as np
import pytest
from core_process import DISCONNECTED, FAILED, FINISHED, OPENED, RESUMED, Consumer, play, write_wav
from faulty_service import FaultyService, RunningService
from visavis.state import ARKIT_INDEX

JAW = 4 + ARKIT_INDEX["jawOpen"]
SECONDS = 4.0
PATIENT = ["--patience", "0", "--stall-timeout", "60", "--connect-timeout", "60"]
"""A game that waits for its frames, so that what it shows does not depend on how fast this machine is."""


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("sounds")
    noise = np.random.default_rng(1).normal(0, 0.1, int(SECONDS * 16000))
    return [
        "--a",
        str(write_wav(folder / "a.wav", noise)),
        "--b",
        str(write_wav(folder / "b.wav", noise[: len(noise) // 2])),
    ]


@pytest.fixture
def service() -> Iterator[RunningService]:
    running = RunningService(FaultyService())
    yield running
    running.kill()


def test_sound_goes_in_and_every_frame_comes_out(service: RunningService, sounds: list[str], tmp_path: Path) -> None:
    played = play(["--address", service.address, *sounds, *PATIENT], tmp_path / "faces.csv")
    assert played.code == 0
    assert played.statistics["frames"] == round(SECONDS * 30)
    assert played.statistics["late"] == 0
    assert OPENED in played.kinds() and FINISHED in played.kinds()
    faces = played.faces["a"]
    assert len(faces) > 120
    # The retargeter finds the jaw again that the service put in.
    expected = 0.5 + 0.5 * np.sin(2 * np.pi * faces[:, 0])
    inside = (faces[:, 0] < SECONDS - 0.1) & (faces[:, 0] > 0.5)
    assert np.abs(faces[inside, JAW] - expected[inside]).max() < 0.05
    assert played.statistics["close_ms"] < 5000


def test_weights_of_the_service_are_taken_as_they_are(
    service: RunningService, sounds: list[str], tmp_path: Path
) -> None:
    played = play(["--address", service.address, *sounds, *PATIENT, "--weights", "service"], tmp_path / "faces.csv")
    assert service.service.opens[0].include_arkit
    faces = played.faces["b"]
    inside = (faces[:, 0] < SECONDS - 0.1) & (faces[:, 0] > 0.5)
    expected = 0.5 + 0.5 * np.sin(2 * np.pi * faces[:, 0] + 1)
    assert np.abs(faces[inside, JAW] - expected[inside]).max() < 0.02


def test_a_broken_stream_is_opened_again_where_it_broke(
    service: RunningService, sounds: list[str], tmp_path: Path
) -> None:
    service.service.break_at = [1.0]
    played = play(["--address", service.address, *sounds, *PATIENT], tmp_path / "faces.csv")
    assert played.code == 0
    assert [k for k in played.kinds() if k in (DISCONNECTED, RESUMED)] == [DISCONNECTED, RESUMED]
    first, second = service.service.opens
    assert first.resume_at_s == 0 and second.resume_at_s == pytest.approx(1.0)
    steps = np.abs(np.diff(played.faces["a"][:, 4:56], axis=0))
    assert steps.max() < 0.2, "the face jumped"
    # Sound is sent again from a little before the moment that is asked for, never from the beginning.
    resumed = [r for r in service.service.requests if r.WhichOneof("request") == "audio" and r.audio.start_sample > 0]
    assert min(r.audio.start_sample for r in resumed[len(resumed) // 2 :]) > 0.5 * 16000


def test_a_service_that_goes_away_and_comes_back_is_found_again(
    service: RunningService, sounds: list[str], tmp_path: Path
) -> None:
    consumer = Consumer(["--address", service.address, *sounds, "--patience", "0.6"], tmp_path / "faces.csv")
    consumer.play_until(1.5)
    service.kill()
    consumer.play_until_waiting()  # by then the face is at rest
    service.start()
    played = consumer.wait()
    assert played.code == 0
    assert RESUMED in played.kinds()
    assert played.statistics["reconnects"] >= 1
    faces = played.faces["a"]
    # The jaw moves 0.05 a tick, the way to rest and back 0.08, catching up comes on top; a jump would be up to 1.
    assert np.abs(np.diff(faces[:, 4:56], axis=0)).max() < 0.25, "the face jumped"
    rested = np.flatnonzero((faces[:, 0] > 1.0) & (faces[:, 1] < 0.1))
    assert rested.size, "the face did not come to rest"
    assert faces[rested[0] :, 1].max() == pytest.approx(1.0), "the face did not come back from idle"


def test_a_silent_service_is_a_lost_connection(service: RunningService, sounds: list[str]) -> None:
    service.service.stall_at = 1.0
    played = play(["--address", service.address, *sounds, "--patience", "0", "--stall-timeout", "0.5"])
    assert played.code == 0
    assert "frames are owed" in played.first(DISCONNECTED).text
    assert RESUMED in played.kinds()


def test_damaged_bytes_are_no_face(service: RunningService, sounds: list[str]) -> None:
    service.service.garble_at = 1.0
    played = play(["--address", service.address, *sounds, *PATIENT])
    assert played.code == 0
    assert played.statistics["refused"] == 1
    assert "malformed" in played.first(DISCONNECTED).text


def test_a_refusal_is_final_and_says_why(service: RunningService, sounds: list[str]) -> None:
    service.service.refuse = (grpc.StatusCode.INVALID_ARGUMENT, "open.scene.pose_text: is too long")
    played = play(["--address", service.address, *sounds])
    assert played.code == 3
    failed = played.first(FAILED)
    assert failed.number == grpc.StatusCode.INVALID_ARGUMENT.value[0]
    assert failed.text == "open.scene.pose_text: is too long"
    assert len(service.service.opens) == 1


def test_nobody_there_is_given_up_after_a_while(sounds: list[str]) -> None:
    played = play(["--address", "127.0.0.1:9", *sounds, "--give-up-after", "1.5", "--connect-timeout", "0.5"])
    assert played.code == 3
    assert played.first(FAILED).number == grpc.StatusCode.UNAVAILABLE.value[0]


def test_cancelling_does_not_wait_for_a_mute_service(service: RunningService, sounds: list[str]) -> None:
    service.service.mute = True
    began = time.monotonic()
    played = play(["--address", service.address, *sounds, "--cancel-after", "0.5"])
    assert played.code == 4
    assert played.statistics["close_ms"] < 5000
    assert time.monotonic() - began < 25  # the service would be mute for 30


def certificate(folder: Path) -> tuple[bytes, bytes, Path]:
    """A self-signed certificate for 127.0.0.1: key, certificate, and the file a client trusts."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    path = folder / "root.pem"
    path.write_bytes(pem)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret, pem, path


def test_tls_and_tokens_let_in_who_may_come_in(sounds: list[str], tmp_path: Path) -> None:
    key, pem, root = certificate(tmp_path)
    running = RunningService(FaultyService(token="secret"), grpc.ssl_server_credentials([(key, pem)]))
    try:
        tls = ["--address", running.address, *sounds, *PATIENT, "--tls-root", str(root)]
        assert play([*tls, "--token", "secret"]).code == 0
        stranger = play([*tls, "--token", "guess"])
        assert stranger.code == 3
        assert stranger.first(FAILED).number == grpc.StatusCode.UNAUTHENTICATED.value[0]
        impostor = play([*tls, "--token", "secret", "--server-name", "other.example", "--give-up-after", "1"])
        assert impostor.code == 3
    finally:
        running.kill()
