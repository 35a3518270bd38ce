"""The client core and the Unreal modules against the real service: streamed, killed, back again, encrypted."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from core_process import (
    DISCONNECTED,
    FINISHED,
    OPENED,
    POSE_READ,
    RESUMED,
    ROLE,
    Consumer,
    build_folder,
    play,
    write_wav,
)
from test_live_faults import PATIENT, certificate
from visavis.state import ARKIT_INDEX

ROOT = Path(__file__).parents[2]
CONVERSATION = ROOT / "python_service" / "visavis" / "assets" / "conversation"
SECONDS = 8.0
JAW = 4 + ARKIT_INDEX["jawOpen"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """`visavis serve` in a process of its own, on a port that stays the same when it is killed and started again."""

    def __init__(self, *arguments: str) -> None:
        self.port = free_port()
        self._arguments = arguments
        self.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "visavis",
            "serve",
            "--port",
            str(self.port),
            "--threads",
            "1",
            *self._arguments,
        ]
        path = {"PYTHONPATH": str(ROOT / "python_service")}
        environment = {**os.environ, **path, "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        until = time.monotonic() + 180
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                probe.settimeout(0.5)
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError("the service did not start:\n" + "".join(self._lines))

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)

    def kill(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    build_folder()
    running = Service()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The bundled conversation's first seconds, one file per person."""
    folder = tmp_path_factory.mktemp("voices")
    arguments = []
    for letter in "ab":
        samples, rate = soundfile.read(CONVERSATION / f"conversation_{letter}.flac")
        path = write_wav(folder / f"{letter}.wav", samples[: int(SECONDS * rate)], rate)
        arguments += [f"--{letter}", str(path)]
    return arguments


def test_a_real_conversation_streams_and_both_people_live(service: Service, voices: list[str], tmp_path: Path) -> None:
    played = play(["--address", service.address, *voices, *PATIENT, "--delay", "0.6"], tmp_path / "faces.csv")
    assert played.code == 0
    kinds = played.kinds()
    assert OPENED in kinds and ROLE in kinds and FINISHED in kinds
    assert played.statistics["frames"] == round(SECONDS * 30)
    print(f"\n{played.statistics}")
    a, b = played.faces["a"], played.faces["b"]
    assert np.isfinite(a).all() and np.isfinite(b).all()
    assert (a[:, 4:56] >= 0).all() and (a[:, 4:56] <= 1).all()
    assert a[:, JAW].max() > 0.05 or b[:, JAW].max() > 0.05, "nobody opened the mouth"
    assert np.abs(a[0, -3:] - b[0, -3:]).max() > 0.5, "they stand in one place"


def test_the_service_is_killed_and_comes_back(service: Service, voices: list[str], tmp_path: Path) -> None:
    arguments = ["--address", service.address, *voices, "--delay", "0.6", "--patience", "0.6", "--stall-timeout", "60"]
    consumer = Consumer(arguments, tmp_path / "faces.csv")
    consumer.play_until(2.5)
    service.kill()
    service.start()
    played = consumer.wait()
    assert played.code == 0
    assert DISCONNECTED in played.kinds() and RESUMED in played.kinds()
    assert played.statistics["reconnects"] >= 1
    faces = played.faces["a"]
    assert np.abs(np.diff(faces[:, 4:56], axis=0)).max() < 0.5, "the face jumped"
    assert played.statistics["newest_s"] == pytest.approx(SECONDS - 1 / 30, abs=0.01)


def test_a_pose_text_is_read_and_a_whole_recording_comes_offline(service: Service, voices: list[str]) -> None:
    arguments = ["--address", service.address, *voices, "--look-ahead", "3", "--speed", "4", "--weights", "service"]
    played = play([*arguments, "--pose", "they stand 80 cm apart, facing each other"])
    assert played.code == 0
    assert played.first(POSE_READ).value > 0.5
    assert played.statistics["frames"] == round(SECONDS * 30)


def test_tls_to_the_real_service(voices: list[str], tmp_path: Path) -> None:
    build_folder()
    key, pem, root = certificate(tmp_path)
    (tmp_path / "key.pem").write_bytes(key)
    (tmp_path / "cert.pem").write_bytes(pem)
    (tmp_path / "token").write_text("a-token-of-some-length\n")
    where = ["--tls-cert", str(tmp_path / "cert.pem"), "--tls-key", str(tmp_path / "key.pem")]
    running = Service(*where, "--token-file", str(tmp_path / "token"))
    try:
        tls = ["--address", running.address, *voices, "--speed", "2", "--tls-root", str(root)]
        assert play([*tls, "--token", "a-token-of-some-length"]).code == 0
        assert play([*tls, "--token", "another"]).code == 3
    finally:
        running.kill()


@pytest.mark.parametrize("engine", ["5_3", "5_6"])
def test_the_unreal_components_converse_with_the_service(service: Service, engine: str) -> None:
    environment = {**os.environ, "VISAVIS_TEST_ADDRESS": service.address}
    run = subprocess.run(
        [build_folder() / f"module_tests_{engine}", "service"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=420,
    )
    print("\n" + run.stdout)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^3 passed, 0 failed$", run.stdout, re.MULTILINE)
