"""The recordings that are learnt from, read into one form."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from visavis.corpus.lips import fit_weights, resample
from visavis.corpus.phones import Phone, from_misaki
from visavis.state.arkit import ARKIT_INDEX
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]


@dataclass
class Recording:
    """One utterance of one voice.

    Attributes:
        name, voice, split: what it is, who speaks, train or val/test.
        samples: (n,) 16 kHz.
        phones: ARPAbet symbol, start, end.
        stressed: whether each phone carries stress, when known.
        mouth: (T, 52) tracked weights at FRAME_RATE, or None where there was no camera.
        kind: turn or backchannel.
        group: recordings that belong together (a dialogue), in order.
        participant: A or B within the group.
    """

    name: str
    voice: str
    split: str
    samples: FloatArray
    phones: list[Phone]
    stressed: list[bool] | None = None
    mouth: FloatArray | None = None
    kind: str = "turn"
    group: str = ""
    participant: str = ""


def read_tracked(folder: Path, splits: Collection[str] | None = None) -> Iterator[Recording]:
    """The tracked speaker (layout of `avspeech`: index.jsonl, audio/, face.npz), lips fitted to the open head.

    `splits` (train, val) are all without it; the same below.
    """
    clips = read_index(folder)
    with np.load(folder / "face.npz") as face:
        ids, names = face["landmark_ids"], [str(n) for n in face["score_names"]]
        points = face["lips"].astype(np.float32) / 1e4
        scores = face["scores"].astype(np.float32) / 1e4
    prior = np.zeros((len(points), 52), np.float32)
    for column, name in enumerate(names):
        if name in ARKIT_INDEX:
            prior[:, ARKIT_INDEX[name]] = scores[:, column]
    column_of = {int(n): i for i, n in enumerate(ids)}
    opening = points[:, column_of[13], 1] - points[:, column_of[14], 1]
    for clip in clips:
        if splits is not None and clip["split"] not in splits:
            continue
        rows = slice(clip["frame"], clip["frame"] + clip["frames"])
        times = np.arange(clip["frames"]) / clip["fps"]
        silent = np.zeros(clip["frames"], bool)
        for symbol, start, end in clip["phones"]:
            if symbol == "SIL":
                silent |= (times >= start + 0.1) & (times < end - 0.15)
        shut = opening[rows] <= np.quantile(opening[rows], 0.3)
        rest = silent & shut if (silent & shut).sum() >= 3 else shut
        neutral = np.median(points[rows][rest], axis=0)
        weights = fit_weights(points[rows], ids, neutral, prior[rows])
        samples = read_sound(folder / "audio" / f"{clip['clip']}.ogg")
        count = len(samples) * FRAME_RATE // 16000
        yield Recording(
            name=clip["clip"],
            voice=clip["speaker"],
            split=clip["split"],
            samples=samples,
            phones=[(str(p), float(s), float(e)) for p, s, e in clip["phones"]],
            # frame k of the picture is at k / 25 s, the middle of our frame j at (j + 0.5) / 30 s
            mouth=resample(weights, clip["fps"], count, FRAME_RATE),
        )


def read_readers(folder: Path, splits: Collection[str] | None = None) -> Iterator[Recording]:
    """Real readers with phones (layout of `realspeech`); utterances without phones are left out."""
    for clip in read_index(folder):
        if "phones" not in clip or (splits is not None and clip["split"] not in splits):
            continue
        yield Recording(
            name=clip["clip"],
            voice=str(clip["reader"]),
            split=clip["split"],
            samples=read_sound(folder / "audio" / f"{clip['clip']}.ogg"),
            phones=[(str(p), float(s), float(e)) for p, s, e in clip["phones"]],
        )


def read_bank(folder: Path, splits: Collection[str] | None = None) -> Iterator[Recording]:
    """Dialogue lines spoken by neural voices (layout of `speechbank`)."""
    name, samples = "", np.zeros(0, np.float32)
    for i, line in enumerate(read_index(folder)):
        if splits is not None and line["split"] not in splits:
            continue
        if line["file"] != name:
            name = line["file"]
            samples = read_sound(folder / name)
        low = int(line["start"] * 16000)
        phones = from_misaki(line["phones"])
        yield Recording(
            name=f"{line['dialogue']}/{i}",
            voice=line["voice"],
            split=line["split"],
            samples=samples[low : low + int(line["duration"] * 16000)],
            phones=[(p, s, e) for p, s, e, _ in phones],
            stressed=[stress for *_, stress in phones],
            kind=line["kind"],
            group=line["dialogue"],
            participant=line["participant"],
        )


def read_index(folder: Path) -> list[dict[str, Any]]:
    """The lines of a corpus's index.jsonl. FileNotFoundError without one."""
    path = folder / "index.jsonl"
    if not path.is_file():
        raise FileNotFoundError(f"'{folder}' has no index.jsonl; see docs/training.md for the layout of a corpus")
    return [json.loads(line) for line in path.read_text().splitlines()]


def read_sound(path: Path) -> FloatArray:
    """(n,) samples at 16 kHz; ValueError for other sound."""
    samples, rate = soundfile.read(path, dtype="float32")
    if rate != 16000 or samples.ndim != 1:
        raise ValueError(f"'{path}' is not 16 kHz mono")
    return np.asarray(samples, np.float32)
