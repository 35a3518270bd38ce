"""How well it is told who speaks: real conversations, mixtures with exact truth, the untrained parts beside.

    python -m visavis.evaluation.roles --data ../shared/data [--json]

All figures are of 30 frames a second, a person speaking in a frame when at least half of it is labelled so.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from visavis.audio.features import frame_start
from visavis.roles import (
    BALANCED,
    LIVE,
    LabelledTime,
    RoleSource,
    RoleStream,
    VoicePrint,
    make_voice_print,
    open_role_stream,
    read_roles,
    revise,
)
from visavis.roles.activity import CHUNK, voice_activity
from visavis.roles.embedding import centred, embed
from visavis.roles.windows import WindowHearing
from visavis.training.roles.mixtures import simulate, through_pauses
from visavis.training.roles.voices import Line, Voice, joined

FloatArray = NDArray[np.float32]
Voices = tuple[VoicePrint, VoicePrint]

MIXTURES: Final = 4
COLLAR: Final = 8
"""Frames (0.27 s) about a change in the truth: people who label are no more exact than that."""
SURE: Final = 0.10
"""Where nobody has labelled: by how much one voice's cosine must exceed the other's to count as known."""


@dataclass(frozen=True)
class Score:
    """Errors of one recording.

    Attributes:
        frame_error: share of all frames in which the set of people held to be speaking is wrong.
        miss, false_alarm, confusion: parts of the diarisation error rate without a collar (NIST RT-09), as
            shares of the speech of both people: with R people speaking by the truth, S by the system and C of
            them right, max(0, R - S), max(0, S - R) and min(R, S) - C, summed over frames, over the sum of R.
        inner_error: frame error of the frames more than `COLLAR` from any change in the truth.
    """

    frame_error: float
    miss: float
    false_alarm: float
    confusion: float
    inner_error: float


def score(probabilities: FloatArray, truth: FloatArray, judged: NDArray[np.bool_] | None = None) -> Score:
    """Errors of (T, 2) speaking probabilities against (T, 2) shares of frames spoken, columns A and B.

    Of the (T,) `judged` frames; of all without that.
    """
    keep = np.ones(len(truth), bool) if judged is None else judged
    held, right = probabilities >= 0.5, truth >= 0.5
    inner = keep.copy()
    for change in np.flatnonzero((right[1:] != right[:-1]).any(axis=1)) + 1:
        inner[max(0, change - COLLAR) : change + COLLAR] = False
    wrong = (held != right).any(axis=1)
    many, few = right[keep].sum(1), held[keep].sum(1)
    correct = (held & right)[keep].sum(1)
    speech = max(int(many.sum()), 1)
    return Score(
        frame_error=float(wrong[keep].mean()),
        miss=float(np.maximum(many - few, 0).sum() / speech),
        false_alarm=float(np.maximum(few - many, 0).sum() / speech),
        confusion=float((np.minimum(many, few) - correct).sum() / speech),
        inner_error=float(wrong[inner].mean()) if inner.any() else 0.0,
    )


@dataclass(frozen=True)
class Case:
    """A recording to be judged.

    Attributes:
        sound: (n,) samples at 16 kHz.
        truth: (T, 2) share of each frame that A and B speak.
        voices: both voices, enrolled from other sound or from stretches of this.
        judged: (T,) which frames count.
    """

    name: str
    sound: FloatArray
    truth: FloatArray
    voices: Voices
    judged: NDArray[np.bool_]


@dataclass(frozen=True)
class Row:
    """One line of the table; `cost` is seconds of processor time a second of sound."""

    recording: str
    roles: str
    look_ahead: str
    score: Score
    cost: float


def stream_through(sound: FloatArray, look_ahead: int, opened: Callable[[], RoleStream]) -> tuple[FloatArray, float]:
    """(T, 2) decisions of a live stream over (n,) samples, and its processor time a second of sound."""
    count = -(-len(sound) * 30 // 16000)
    padded = np.zeros(frame_start(count + look_ahead), np.float32)
    padded[: len(sound)] = sound
    stream, rows = opened(), []
    began = time.process_time()
    for frame in range(count + look_ahead):
        stream.hear(padded[None, frame_start(frame) : frame_start(frame + 1)])
        if frame >= look_ahead:
            rows.append(stream.decide(frame - look_ahead))
    return np.stack(rows), (time.process_time() - began) * 16000 / len(sound)


def _untrained(voices: tuple[VoicePrint | None, VoicePrint | None]) -> RoleStream:
    windows = WindowHearing([None if v is None else v.embedding for v in voices], 0)
    return RoleStream(lambda _: windows, True, RoleSource.AUTOMATIC, LabelledTime())


def judge(case: Case) -> list[Row]:
    """All rows of one recording: enrolled and automatic, by look-ahead, and the untrained parts."""
    rows: list[Row] = []

    def add(roles: str, look_ahead: str, probabilities: FloatArray, cost: float) -> None:
        best = score(probabilities, case.truth, case.judged)
        if roles == "automatic":  # who is called A is another question than who is who
            swapped = score(probabilities[:, ::-1], case.truth, case.judged)
            best = min(best, swapped, key=lambda s: s.frame_error)
        rows.append(Row(case.name, roles, look_ahead, best, cost))

    for roles, voices in (("enrolled", case.voices), ("automatic", (None, None))):
        a, b = voices
        for name, frames in (("live", LIVE), ("balanced", BALANCED)):
            opened = partial(open_role_stream, voice_a=a, voice_b=b, look_ahead=frames)
            add(roles, name, *stream_through(case.sound, frames, opened))
        began = time.process_time()
        whole, _, _ = revise(case.sound[None], voice_a=a, voice_b=b)
        add(roles, "offline", whole, (time.process_time() - began) * 16000 / len(case.sound))
        add(roles, "live, untrained parts", *stream_through(case.sound, LIVE, partial(_untrained, (a, b))))
    return rows


def _cut(sound: FloatArray, start: float, end: float) -> FloatArray:
    return sound[round(start * 16000) : round(end * 16000)]


def _load(path: Path) -> FloatArray:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    if rate != 16000:
        raise ValueError(f"{path}: {rate} samples a second, expected 16000")
    return np.asarray(samples.mean(axis=1), np.float32)


ENROLMENTS: Final = {"sample": ((11.05, 14.45), (21.8, 25.8)), "dev00": ((1.5, 8.0), (13.35, 16.9))}
"""Stretches (seconds) in which A and B speak alone, enrolled from; these frames are not judged."""


def real_conversations(data: Path) -> list[Case]:
    """The labelled recordings of `data/dialogue`, voices enrolled from `ENROLMENTS`.

    dev01.wav is another meeting of the two people of dev00.wav and takes their prints from there.
    """
    folder = data / "dialogue"
    sounds = {name: _load(folder / f"{name}.wav") for name in ("sample", "dev00", "dev01")}
    voices: dict[str, Voices] = {}
    for name, (first, second) in ENROLMENTS.items():
        a, b = _cut(sounds[name], *first), _cut(sounds[name], *second)
        voices[name] = (make_voice_print(a, 16000), make_voice_print(b, 16000))
    voices["dev01"] = (voices["dev00"][1], voices["dev00"][0])
    cases = []
    for name, sound in sounds.items():
        count = -(-len(sound) * 30 // 16000)
        labels = LabelledTime()
        labels.add(read_roles(folder / f"{name}.rttm"))
        judged = np.ones(count, bool)
        for start, end in ENROLMENTS.get(name, ()):
            judged[round(start * 30) : round(end * 30)] = False
        cases.append(Case(name, sound, labels.activity(count), voices[name], judged))
    return cases


def katie_and_steve(data: Path) -> Case:
    """The conversation that nobody has labelled: only who it is can be judged, where embeddings are sure.

    The reference is voice activity, and which of the two enrolled voices the embedding of the 1.5 s around a
    frame is nearer to; frames where the two cosines differ by less than `SURE` do not count.
    """
    folder = data / "dialogue"
    sound = _load(folder / "katiesteve_mono.wav")
    katie, steve = (
        make_voice_print(_load(folder / f"enrollment_audio_{name}.wav"), 16000) for name in ("katie", "steve")
    )
    count = -(-len(sound) * 30 // 16000)
    speech = voice_activity(sound)
    prints = centred(np.stack([katie.embedding, steve.embedding]))
    padded = np.pad(sound, 12000)
    truth, judged = np.zeros((count, 2), np.float32), np.zeros(count, bool)
    for frame in range(count):
        middle = min(frame_start(frame) + 267, len(sound) - 1)
        if speech[middle // CHUNK] < 0.5:
            continue
        cosine = prints @ centred(embed(padded[middle : middle + 24000]))
        truth[frame, int(np.argmax(cosine))] = 1.0
        judged[frame] = abs(float(cosine[0] - cosine[1])) >= SURE
    return Case("katiesteve", sound, truth, (katie, steve), judged)


def readers(data: Path) -> list[Voice]:
    """The two LibriSpeech readers of `data/speech`, cut at pauses found on the clean recordings."""
    voices = []
    for reader in ("1688", "1998"):
        lines = []
        for path in sorted((data / "speech").glob(f"{reader}-*.flac")):
            sound = _load(path)
            power = np.convolve(sound**2, np.ones(480) / 480.0, "same")[::160]
            loud = power > 1e-3 * np.percentile(power, 95)
            edges = np.flatnonzero(np.diff(np.concatenate([[0], loud.astype(int), [0]])))
            units = [(s / 100.0, e / 100.0) for s, e in zip(edges[::2], edges[1::2]) if e - s >= 5]
            lines.append(Line(path, 0.0, len(sound) / 16000, tuple(joined(units, 0.03))))
        voices.append(Voice(reader, reader == "1688", tuple(lines), ()))
    return voices


def mixtures(data: Path) -> list[Case]:
    """Simulated conversations of the two readers, never trained on: rooms, noise, overlap.

    The truth is exact; pauses of up to half a second keep the turn, as everywhere here.
    """
    voices, cases = readers(data), []
    for number in range(MIXTURES):
        mixture = simulate(voices, 30.0, np.random.default_rng([1688, number]), shortest_enrolment=5.0)
        count = len(mixture.sound) * 30 // 16000
        truth = np.zeros((count, 2), np.float32)
        for who, spans in enumerate(mixture.spans):
            for start, end in spans:
                truth[round(start * 30) : round(end * 30), who] = 1.0
        a, b = (make_voice_print(sound, 16000) for sound in mixture.enrolment)
        cases.append(Case(f"mixture {number}", mixture.sound, through_pauses(truth), (a, b), np.ones(count, bool)))
    return cases


def table(rows: list[Row]) -> str:
    """Rows as a table in Markdown; mixtures are averaged."""
    merged: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        name = "mixtures (mean)" if row.recording.startswith("mixture") else row.recording
        merged.setdefault((name, row.roles, row.look_ahead), []).append(row)
    lines = [
        "| recording | roles | look-ahead | frame error | away from changes | miss | false alarm | confusion | cost |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for (name, roles, look_ahead), group in merged.items():
        names = ("frame_error", "inner_error", "miss", "false_alarm", "confusion")
        figures = [100 * float(np.mean([getattr(row.score, figure) for row in group])) for figure in names]
        cells = [f"{value:.1f}%" for value in figures]
        if name == "katiesteve":
            cells[:4] = ["-"] * 4
        cost = float(np.mean([row.cost for row in group]))
        lines.append(f"| {name} | {roles} | {look_ahead} | " + " | ".join([*cells, f"{cost:.3f}"]) + " |")
    return "\n".join(lines)


def evaluate_roles(data: Path) -> list[Row]:
    """All rows: the real conversations, the unlabelled one, the mixtures."""
    cases = [*real_conversations(data), katie_and_steve(data), *mixtures(data)]
    return [row for case in cases for row in judge(case)]


def main() -> None:
    """Command line, see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with dialogue/ and speech/")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = evaluate_roles(arguments.data)
    print(json.dumps([asdict(row) for row in rows], indent=1) if arguments.json else table(rows))


if __name__ == "__main__":
    main()
