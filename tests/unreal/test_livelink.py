"""`visavis livelink` sends what a stock engine understands: byte for byte, and at the right times."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from core_process import write_wav
from faulty_service import FaultyService, RunningService
from visavis.cli.main import main
from visavis.formats.live_link import CHANNELS, Packet, decode, device_id, encode
from visavis.state import ARKIT_INDEX

SUBJECTS = ("VisAVis_A", "VisAVis_B")
FRAMES = 12


class Engine:
    """A UDP socket where an engine would listen."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.3)
        self.port = int(self._socket.getsockname()[1])
        self.heard: list[tuple[float, bytes]] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while not self._stopping.is_set():
            try:
                data = self._socket.recv(65536)
            except TimeoutError:
                continue
            self.heard.append((time.monotonic(), data))

    def stop(self) -> list[bytes]:
        time.sleep(0.1)
        self._stopping.set()
        self._thread.join()
        self._socket.close()
        return [data for _, data in self.heard]


@pytest.fixture
def engine() -> Iterator[Engine]:
    listening = Engine()
    yield listening
    if not listening._stopping.is_set():
        listening.stop()


def packet(subject: str, frame: int) -> Packet:
    values = np.random.default_rng(frame).uniform(0, 1, len(CHANNELS)).astype(np.float32)
    return Packet(device_id(subject), subject, frame, 0.0, (30, 1), tuple(values.tolist()))


@pytest.fixture
def baked(tmp_path: Path) -> Path:
    for letter, subject in zip("ab", SUBJECTS):
        with (tmp_path / f"{letter}.livelink").open("wb") as file:
            for frame in range(100, 100 + FRAMES):
                data = encode(packet(subject, frame))
                file.write(struct.pack(">I", len(data)) + data)
    return tmp_path


def test_a_baked_folder_is_sent_byte_for_byte_in_order_of_time(baked: Path, engine: Engine) -> None:
    assert main(["livelink", str(baked), "--port", str(engine.port), "--speed", "4"]) == 0
    heard = engine.stop()
    wanted = [encode(packet(subject, frame)) for frame in range(100, 100 + FRAMES) for subject in SUBJECTS]
    assert heard == wanted
    took = engine.heard[-1][0] - engine.heard[0][0]
    assert took >= 0.9 * (FRAMES - 1) / 30 / 4


def test_the_layout_is_the_contracts(baked: Path, engine: Engine) -> None:
    main(["livelink", str(baked), "--port", str(engine.port), "--speed", "100", "--subjects", "Her", "Hím"])
    first, second = engine.stop()[:2]
    name = "Hím".encode()
    assert first[0] == 6
    assert struct.unpack(">i", second[1:5]) == (36,)
    assert second[5:41].decode("ascii") == device_id("Hím")
    assert struct.unpack(">i", second[41:45]) == (len(name),)
    assert second[45 : 45 + len(name)] == name
    frame, subframe, numerator, denominator, count = struct.unpack(">ifiiB", second[45 + len(name) : 62 + len(name)])
    assert (frame, subframe, numerator, denominator, count) == (100, 0.0, 30, 1, 61)
    values = struct.unpack(">61f", second[62 + len(name) :])
    assert values == packet("any", 100).values
    order = [CHANNELS[i] for i in (15, 16, 21, 22, 51, 52, 53, 54, 55, 58)]
    assert order == ["JawLeft", "JawRight", "MouthLeft", "MouthRight", "TongueOut", "HeadYaw", "HeadPitch", "HeadRoll",
                     "LeftEyeYaw", "RightEyeYaw"]  # fmt: skip


def test_an_independent_reader_finds_the_same_values(baked: Path, engine: Engine) -> None:
    pylivelinkface = pytest.importorskip("pylivelinkface", reason="the [dev] extra has the independent reader")
    main(["livelink", str(baked), "--port", str(engine.port), "--speed", "100"])
    for data in engine.stop():
        ours = decode(data)
        understood, theirs = pylivelinkface.PyLiveLinkFace.decode(data)
        assert understood
        assert theirs.name == ours.subject
        shapes = pylivelinkface.FaceBlendShape
        for index, channel in enumerate(CHANNELS):
            shape = getattr(shapes, channel)
            assert shape.value == index
            assert theirs.get_blendshape(shape) == pytest.approx(ours.values[index], abs=1e-6)


def test_live_sound_becomes_two_devices(tmp_path: Path, engine: Engine) -> None:
    service = RunningService(FaultyService())
    try:
        sound = [str(write_wav(tmp_path / f"{letter}.wav", np.full(16000, 0.1))) for letter in "ab"]
        arguments = ["livelink", sound[0], "--b", sound[1], "--service", service.address, "--port", str(engine.port)]
        assert main(arguments) == 0
    finally:
        service.kill()
    packets = [decode(data) for data in engine.stop()]
    for person, subject in enumerate(SUBJECTS):
        mine = [p for p in packets if p.subject == subject]
        assert [p.frame for p in mine] == list(range(30))
        assert {p.device for p in mine} == {device_id(subject)}
        jaw = [p.values[ARKIT_INDEX["jawOpen"]] for p in mine]
        assert jaw == pytest.approx([0.5 + 0.5 * np.sin(2 * np.pi * k / 30 + person) for k in range(30)], abs=1e-5)


def test_what_cannot_be_sent_is_refused_with_a_reason(
    baked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (baked / "b.livelink").unlink()
    assert main(["livelink", str(baked)]) == 1
    assert "b.livelink cannot be read" in capsys.readouterr().err
    (baked / "b.livelink").write_bytes(b"\x00\x00\x00\x20short")
    assert main(["livelink", str(baked)]) == 1
    assert "ends in the middle" in capsys.readouterr().err
