"""The Python client: sync and asyncio, live and baked, helpful when something is wrong."""

import threading
from pathlib import Path

import grpc
import numpy as np
import pytest
import soundfile
from service_process import ServiceProcess
from visavis.client import AsyncClient, Client, Frame, Header, ServiceError, Summary, Talk
from visavis.client.talk import participant
from visavis.v1 import participant_pb2


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    soundfile.write(path, np.sin(np.arange(16000) * 0.1) * 0.1, 16000)
    return path


def test_a_conversation_reads_like_a_loop(service: ServiceProcess) -> None:
    with Client(service.address) as client, client.converse(Talk(sample_rate=8000)) as conversation:
        assert isinstance(conversation.header, Header)
        for _ in range(10):
            conversation.send(np.zeros(800, np.float32))
        conversation.finish()
        outputs = list(conversation)
    frames = [o for o in outputs if isinstance(o, Frame)]
    assert [f.index for f in frames] == list(range(30))
    assert frames[3].time_s == 0.1
    assert frames[0].a.expression.shape == (50,)
    assert isinstance(outputs[-1], Summary)
    assert outputs[-1].frames == 30


def test_one_thread_may_send_while_another_reads(service: ServiceProcess) -> None:
    with Client(service.address) as client, client.converse(Talk(sample_rate=8000)) as conversation:

        def send() -> None:
            for _ in range(50):
                conversation.send(np.zeros(160, np.int16))
            conversation.finish()

        thread = threading.Thread(target=send)
        thread.start()
        assert len(list(conversation.frames())) == 30
        thread.join()


def test_a_bake_gathers_everything_and_tells_progress(service: ServiceProcess, recording: Path) -> None:
    told: list[tuple[int, int]] = []
    with Client(service.address) as client:
        performance = client.bake(recording, talk=Talk(arkit=True), progress=lambda *done: told.append(done))
    assert len(performance) == 30
    assert performance.a.jaw.shape == (30, 3)
    assert performance.b.arkit.shape == (30, 52)
    assert performance.times_s[-1] == pytest.approx(29 / 30)
    assert told[-1] == (30, 30)


def test_two_files_are_two_tracks(service: ServiceProcess, recording: Path) -> None:
    with Client(service.address) as client:
        assert len(client.bake(recording, recording)) == 30


@pytest.mark.parametrize("separate", [False, True])
def test_a_file_streams_as_fast_as_it_is_taken(service: ServiceProcess, recording: Path, separate: bool) -> None:
    with Client(service.address) as client:
        outputs = list(client.stream_file(recording, recording if separate else None, pace="fast"))
    assert sum(isinstance(o, Frame) for o in outputs) == 30


async def test_a_file_streams_in_real_time(service: ServiceProcess, recording: Path) -> None:
    import time

    began = time.monotonic()
    first = None
    async with AsyncClient(service.address) as client:
        async for output in client.stream_file(recording):
            if isinstance(output, Frame) and first is None:
                first = time.monotonic() - began
    assert first is not None
    assert 0.2 <= first < 0.6
    assert time.monotonic() - began >= 1.0


def test_what_the_service_refuses_names_code_and_field(service: ServiceProcess) -> None:
    with Client(service.address) as client:
        with pytest.raises(ServiceError) as caught, client.converse(Talk(sample_rate=100)):
            pass
        assert caught.value.code is grpc.StatusCode.INVALID_ARGUMENT
        assert caught.value.field == "sample_rate"
        with pytest.raises(ServiceError) as caught:
            client.interpret_pose("x" * 600)
        assert caught.value.field == "text"


def test_a_refusal_in_mid_stream_reaches_whoever_reads(service: ServiceProcess) -> None:
    with Client(service.address) as client, client.converse(Talk(sample_rate=8000)) as conversation:
        conversation.send(np.zeros(8000, np.float32))
        conversation.send(np.zeros(80, np.float32), start_sample=0)
        frames = []
        with pytest.raises(ServiceError) as caught:
            for output in conversation:
                frames.append(output)
        assert caught.value.field == "audio.start_sample"
        assert len(frames) == 24
        with pytest.raises(ServiceError):
            for _ in range(3):
                conversation.send(np.zeros(80, np.float32), start_sample=8000)


def test_nobody_at_the_address_is_unavailable() -> None:
    with Client("127.0.0.1:9") as client, pytest.raises(ServiceError) as caught:
        client.info()
    assert caught.value.code is grpc.StatusCode.UNAVAILABLE


def test_a_missing_file_is_named_before_anything_is_sent(service: ServiceProcess, tmp_path: Path) -> None:
    with Client(service.address) as client, pytest.raises(ValueError, match="does not exist"):
        client.bake(tmp_path / "nothing.wav")


def test_files_of_different_rates_are_refused(service: ServiceProcess, recording: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.wav"
    soundfile.write(other, np.zeros(8000), 8000)
    with Client(service.address) as client, pytest.raises(ValueError, match="8000 samples a second"):
        client.bake(recording, other)


def test_samples_are_packed_as_the_conversation_says() -> None:
    floats = np.array([0.0, 0.5, -2.0], np.float32)
    assert np.frombuffer(Talk().packed(floats), "<i2").tolist() == [0, 16384, -32767]
    assert np.frombuffer(Talk(floats=True).packed(floats), "<f4").tolist() == [0.0, 0.5, -2.0]
    assert np.frombuffer(Talk(floats=True).packed(np.array([16384], np.int16)), "<f4").tolist() == [0.5]
    assert Talk().packed(b"\x01\x02") == b"\x01\x02"
    with pytest.raises(ValueError, match="one channel"):
        Talk().packed(np.zeros((2, 10), np.float32))


def test_nobody_in_particular_is_the_mixed_track() -> None:
    assert participant(None) == participant_pb2.PARTICIPANT_UNSPECIFIED
    assert participant("B") == participant_pb2.PARTICIPANT_B
