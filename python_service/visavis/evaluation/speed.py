"""The speed figures: how fast, how many, how big. Every definition stands beside its measurement."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio import read_recording
from visavis.audio.bundle import bundled_conversation
from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, bake
from visavis.evaluation import live_load
from visavis.evaluation.process import cores
from visavis.evaluation.server_process import ServerProcess
from visavis.rig import FaceRetargeter
from visavis.roles import RoleSpan, read_roles
from visavis.v1 import role_pb2

MOST_LATE: Final = 0.001
"""Share of late frames up to which a number of conversations counts as held."""
WARM_S: Final = 1.0
"""Seconds of sound before anything is measured."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Sound:
    """The bundled conversation.

    Attributes:
        rate: samples a second.
        mixed: (n,) both voices; a, b: each person's.
        spans: who speaks when.
    """

    rate: int
    mixed: NDArray[np.float32]
    a: NDArray[np.float32]
    b: NDArray[np.float32]
    spans: tuple[RoleSpan, ...]

    @classmethod
    def bundled(cls) -> "Sound":
        """Read from the package."""
        files = bundled_conversation()
        mixed, a, b = (read_recording(path) for path in (files.mixed, files.a, files.b))
        return cls(mixed.sample_rate, mixed.mixed(), a.mixed(), b.mixed(), tuple(read_roles(files.rttm)))

    def tracks(self, roles: str, start_s: float, seconds: float) -> list[NDArray[np.float32]]:
        """A stretch of it, as `roles` ("tracks", "spans", "automatic") needs it; it begins anew after its end."""
        sources = [self.a, self.b] if roles == "tracks" else [self.mixed]
        first, count = int(start_s * self.rate), int(seconds * self.rate)
        return [np.take(source, np.arange(first, first + count), mode="wrap") for source in sources]

    def script(self, roles: str, index: int, seconds: float) -> live_load.Script:
        """What client `index` sends: every client is somewhere else in the conversation."""
        start = (2.3 * index) % 30.0
        spans = [
            role_pb2.RoleSpan(
                participant=live_load.WHOSE[s.participant], start_s=s.start_s - start, end_s=s.end_s - start
            )
            for s in self.spans
            if roles == "spans" and s.start_s >= start
        ]
        return live_load.script(self.tracks(roles, start, seconds), self.rate, index, spans)


@dataclass(frozen=True)
class Live:
    """How a service held a number of conversations.

    Attributes:
        conversations: at once.
        roles: where roles came from.
        frames: frames measured.
        delay_ms: from sending the last sound that a frame may hear to having the frame: p50, p99, the longest.
        late_share: frames more than `live_load.LATE_S` after that.
        processor_cores: processor seconds of the service a second.
        memory_mb: of the service while it held them.
        sent_bytes_per_s, received_bytes_per_s: of one conversation, by its client.
    """

    conversations: int
    roles: str
    frames: int
    delay_ms: dict[str, float]
    late_share: float
    processor_cores: float
    memory_mb: float
    sent_bytes_per_s: float
    received_bytes_per_s: float

    @property
    def held(self) -> bool:
        """Whether at most one frame in a thousand was late."""
        return self.late_share <= MOST_LATE


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p99 and the longest, milliseconds."""
    values = 1000.0 * np.asarray(seconds)
    found = {"p50": np.percentile(values, 50), "p99": np.percentile(values, 99), "max": values.max()}
    return {name: round(float(value), 2) for name, value in found.items()}


def hold_live(server: ServerProcess, sound: Sound, conversations: int, roles: str, seconds: float) -> Live:
    """So many conversations at once on `server`, each of `seconds` after a warm-up."""
    scripts = [sound.script(roles, i, seconds + WARM_S) for i in range(conversations)]
    begun, used = time.monotonic(), server.processor_s()
    memory: list[float] = []

    async def watch() -> None:
        while True:
            await asyncio.sleep(0.5)
            memory.append(server.memory_mb())

    async def both() -> list[live_load.Heard]:
        watching = asyncio.create_task(watch())
        try:
            return await live_load.hold(server.port, scripts, WARM_S)
        finally:
            watching.cancel()

    heard = asyncio.run(both())
    used, lasted = server.processor_s() - used, time.monotonic() - begun
    skip = int(WARM_S * live_load.FPS)
    delays = [delay for one in heard for delay in one.delays_s[skip:]]
    length = scripts[0].seconds
    return Live(
        conversations=conversations,
        roles=roles,
        frames=len(delays),
        delay_ms=percentiles(delays),
        late_share=float(np.mean(np.asarray(delays) > live_load.LATE_S)),
        processor_cores=round(used / lasted, 3),
        memory_mb=round(max(memory, default=server.memory_mb()), 1),
        sent_bytes_per_s=round(float(np.mean([one.bytes_in for one in heard])) / length, 1),
        received_bytes_per_s=round(float(np.mean([one.bytes_out for one in heard])) / length, 1),
    )


def first_frames(server: ServerProcess, sound: Sound, count: int) -> dict[str, float]:
    """Latency of the first frame over the look-ahead: from sending the 200th millisecond of sound to having frame 0.

    `count` short conversations, one after the other; gRPC, queueing and computing included.
    """
    given = sound.script("tracks", 0, 0.4)

    async def one_by_one() -> list[float]:
        return [(await live_load.hold(server.port, [given], 0.0))[0].delays_s[0] for _ in range(count)]

    return percentiles(asyncio.run(one_by_one()))


def growth(
    server: ServerProcess, sound: Sound, numbers: Sequence[int], roles: str, seconds: float, say: Say
) -> list[Live]:
    """More and more conversations, until they are not held any more."""
    found = []
    for number in numbers:
        live = hold_live(server, sound, number, roles, seconds)
        found.append(live)
        say(
            f"  {number:3d} live, roles from {roles}: delay p50 {live.delay_ms['p50']:.1f}, p99 "
            f"{live.delay_ms['p99']:.1f} ms, late {100 * live.late_share:.2f}%, {live.processor_cores:.2f} cores"
        )
        if not live.held:
            break
    return found


def bake_speed(engine: Engine, sound: Sound, repeats: int = 2) -> dict[str, float]:
    """Audio seconds a second: one recording, OFFLINE, roles given as spans; the best of `repeats`."""
    options = ConversationOptions(
        sound.rate, look_ahead=LookAhead.OFFLINE, spans=sound.spans, known_until_s=len(sound.mixed) / sound.rate
    )
    seconds = len(sound.mixed) / sound.rate
    times, used = [], []
    for _ in range(repeats):
        begun, cpu = time.perf_counter(), time.process_time()
        for _output in bake(engine, options, [sound.mixed]):
            pass
        times.append(time.perf_counter() - begun)
        used.append(time.process_time() - cpu)
    return {
        "audio_s": round(seconds, 2),
        "times_real_time": round(seconds / min(times), 1),
        "processor_s_per_audio_s": round(min(used) / seconds, 5),
    }


def retarget_speed(engine: Engine, sound: Sound) -> float:
    """Microseconds to turn one frame of one person into a face pose (52 ARKit weights, head, eyes), in Python."""
    options = ConversationOptions(sound.rate, spans=sound.spans, look_ahead=LookAhead.OFFLINE)
    outputs = bake(engine, options, [sound.mixed[: 8 * sound.rate]])
    frames = [output.a for output in outputs if isinstance(output, Frames)]
    solver, times = FaceRetargeter(engine.rig), []
    for piece in frames:
        for index in range(len(piece)):
            begun = time.perf_counter()
            solver.retarget(piece, index)
            times.append(time.perf_counter() - begun)
    return round(1e6 * float(np.median(times)), 1)


def measure(model: Path | None, seconds: float, most: int, say: Say) -> dict[str, Any]:
    """All figures. `seconds` of every live measurement, `most` conversations at most; `say` hears how it goes."""
    sound, available = Sound.bundled(), cores()
    numbers = [n for n in (1, 2, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128) if n <= most]
    report: dict[str, Any] = {"cores": len(available), "late_after_ms": round(1000 * live_load.LATE_S, 1)}
    engine = Engine(device="cpu", model=model)
    report["model"], report["device"] = engine.model_id, engine.device
    say("bake, roles given ...")
    report["bake"] = bake_speed(engine, sound)
    say(f"  {report['bake']['times_real_time']:.0f} times real time")
    report["retarget_python_us"] = retarget_speed(engine, sound)
    with ServerProcess(model=model) as server:
        say("first frames ...")
        report["service_start_s"] = round(server.started_s, 2)
        empty = server.memory_mb()
        report["first_frame_over_look_ahead_ms"] = first_frames(server, sound, 60)
        say(f"live conversations, service and clients on the same {len(available)} cores ...")
        lives = growth(server, sound, numbers, "tracks", seconds, say)
        report["live"] = [asdict(live) for live in lives]
        report["live_held"] = max((live.conversations for live in lives if live.held), default=0)
        report["automatic"] = asdict(hold_live(server, sound, 1, "automatic", seconds))
        report["memory"] = memory(empty, lives)
    if len(available) > 1:
        say("live conversations, the service on one core ...")
        with ServerProcess(cores=available[:1], threads=1, model=model) as server:
            lives = growth(server, sound, numbers, "tracks", seconds, say)
        report["live_one_core"] = [asdict(live) for live in lives]
        report["live_held_per_core"] = max((live.conversations for live in lives if live.held), default=0)
    return report


def memory(empty: float, lives: Sequence[Live]) -> dict[str, float]:
    """Megabytes of the service before its first conversation, with the most of them, and for one more."""
    first, last = lives[0], lives[-1]
    more = (last.memory_mb - first.memory_mb) / max(last.conversations - first.conversations, 1)
    return {
        "service_empty_mb": round(empty, 1),
        "service_most_mb": last.memory_mb,
        "per_conversation_mb": round(more, 2),
    }
