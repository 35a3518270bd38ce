"""The measuring itself: a service in a process of its own, one client, one bake."""

import asyncio
import json

import numpy as np
import pytest
from visavis.cli.bench import table
from visavis.engine import Engine
from visavis.evaluation import live_load, process, speed
from visavis.evaluation.server_process import ServerProcess
from visavis.v1 import conversation_service_pb2


@pytest.fixture(scope="module")
def sound() -> speed.Sound:
    return speed.Sound.bundled()


@pytest.fixture(scope="module")
def server() -> ServerProcess:
    with ServerProcess(threads=1) as running:
        yield running


def test_a_script_is_the_sound_in_real_time(sound: speed.Sound) -> None:
    for roles, tracks in (("tracks", 2), ("spans", 1), ("automatic", 1)):
        script = sound.script(roles, 3, 1.0)
        assert script.seconds == pytest.approx(1.0)
        audio = [conversation_service_pb2.ConverseRequest.FromString(m) for m in script.pieces[7]]
        assert len(audio) == tracks
        assert [m.audio.start_sample for m in audio] == [7 * 480] * tracks
        assert all(len(m.audio.samples) == 2 * 480 for m in audio)
        assert len(script.pieces[0]) == tracks + (roles == "spans")


def test_every_frame_of_a_conversation_is_timed(server: ServerProcess, sound: speed.Sound) -> None:
    heard = asyncio.run(live_load.hold(server.port, [sound.script("tracks", i, 1.0) for i in (0, 1)], 0.1))
    for one in heard:
        assert len(one.delays_s) == 25  # 1 s of sound; the last 200 ms wait for the end
        assert min(one.delays_s) > 0
        assert one.bytes_in > 2 * 2 * 24000 and one.bytes_out > 25 * 500


def test_live_figures_add_up(server: ServerProcess, sound: speed.Sound) -> None:
    live = speed.hold_live(server, sound, 2, "spans", 1.0)
    assert live.frames == 2 * 25 and 0 <= live.late_share <= 1
    assert 0 < live.delay_ms["p50"] <= live.delay_ms["p99"] <= live.delay_ms["max"]
    assert live.processor_cores > 0 and 50 < live.memory_mb < 400
    assert live.held == (live.late_share <= 0.001)


def test_first_frames_are_timed(server: ServerProcess, sound: speed.Sound) -> None:
    assert speed.first_frames(server, sound, 2)["p50"] > 0


def test_bake_and_retargeting_are_timed(sound: speed.Sound) -> None:
    engine = Engine(device="cpu", threads=1)
    short = speed.Sound(sound.rate, sound.mixed[: 2 * sound.rate], sound.a, sound.b, sound.spans)
    figures = speed.bake_speed(engine, short, repeats=1)
    assert figures["times_real_time"] > 1 and figures["audio_s"] == 2.0
    assert speed.retarget_speed(engine, short) > 1


def test_a_process_that_works_uses_time_and_memory() -> None:
    before = process.processor_s()
    total = 0.0
    while process.processor_s() < before + 0.05:
        total += float(np.random.default_rng(0).normal(size=100_000).sum())
    assert process.memory_mb() > 20


def test_the_table_shows_every_figure() -> None:
    live = {
        "conversations": 16, "delay_ms": {"p50": 9.0, "p99": 20.0, "max": 30.0}, "late_share": 0.0005,
        "processor_cores": 0.9, "sent_bytes_per_s": 99000.0, "received_bytes_per_s": 21000.0,
    }  # fmt: skip
    report = {
        "cores": 2, "late_after_ms": 33.3, "first_frame_over_look_ahead_ms": {"p50": 5.0, "p99": 8.0, "max": 9.0},
        "bake": {"times_real_time": 71.0}, "memory": {
            "service_empty_mb": 130.0, "service_most_mb": 160.0, "per_conversation_mb": 1.5,
        }, "live": [live], "live_held": 16, "live_held_per_core": 9, "retarget_python_us": 210.0,
    }  # fmt: skip
    text = table(json.loads(json.dumps(report)))
    for figure in ("5.0", "8.0", "16", "9", "71", "130", "160", "1.5", "99.0", "21.0", "210", "20.0", "0.05%", "0.90"):
        assert figure in text
