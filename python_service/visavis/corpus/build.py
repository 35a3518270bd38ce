"""Builds the corpus of simulated conversations.

`python -m visavis.corpus.build --tracked A --readers R --bank B --coarticulation FILE --out DIR --hours H`
Each conversation is one `.npz`; a broken-off build goes on where it stopped.
"""

import argparse
from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from visavis.corpus.acoustics import other_throat
from visavis.corpus.arrangement import Arrangement, arrange
from visavis.corpus.coarticulation import Coarticulation
from visavis.corpus.lips import resample
from visavis.corpus.recordings import Recording, read_bank, read_readers, read_tracked
from visavis.corpus.simulator import Dyad, simulate
from visavis.state.behaviour import FRAME_RATE

THROATS: Final = (0.86, 0.9, 0.94, 1.0, 1.0, 1.0, 1.05, 1.1, 1.16)
"""Speed, pitch and formant factors of `other_throat`."""
LENGTH_S: Final = (30.0, 75.0)


def load(tracked: Path | None, readers: Path | None, bank: Path | None, teacher: Coarticulation) -> list[Recording]:
    """All recordings, each with a mouth: tracked where a camera saw it, else from coarticulation."""
    recordings: list[Recording] = []
    for folder, read in ((tracked, read_tracked), (readers, read_readers), (bank, read_bank)):
        if folder is not None:
            recordings += list(read(folder))
    for r in tqdm(recordings, desc="lips", unit="recording"):
        if r.mouth is None:
            r.mouth = teacher.animate(r.phones, r.stressed, r.samples)
    return recordings


def with_throat(recording: Recording, factor: float) -> Recording:
    """The same words from a smaller (> 1) or larger (< 1) person, proportionally faster or slower."""
    if factor == 1.0:
        return recording
    samples = other_throat(recording.samples, factor)
    count = max(len(samples) * FRAME_RATE // 16000, 1)
    assert recording.mouth is not None
    return replace(
        recording,
        samples=samples,
        phones=[(p, s / factor, e / factor) for p, s, e in recording.phones],
        mouth=resample(recording.mouth, 1.0, count, 1.0 / factor),
    )


class Casting:
    """Chooses who talks with whom, and about what."""

    def __init__(self, recordings: list[Recording], split: str) -> None:
        test = {"test", "val"}
        chosen = [r for r in recordings if (r.split in test) == (split != "train")]
        self.dialogues: dict[str, list[Recording]] = defaultdict(list)
        self.monologues: dict[str, list[Recording]] = defaultdict(list)
        self.back_channels: dict[str, list[Recording]] = defaultdict(list)
        for r in chosen:
            if r.group and r.kind == "turn":
                self.dialogues[r.group].append(r)
            elif r.group:
                self.back_channels[r.group + r.participant].append(r)
            else:
                self.monologues[r.voice].append(r)
        self.tracked = {r.voice for r in chosen if not r.group and r.mouth is not None and r.split in ("train", "val")}

    def next(self, rng: np.random.Generator) -> Arrangement:
        """One conversation."""
        limit = rng.uniform(*LENGTH_S)
        throats = rng.choice(THROATS, 2)
        if self.dialogues and (not self.monologues or rng.random() < 0.42):
            return self._dialogue(limit, throats, rng)
        voices = list(self.monologues)
        # the tracked speaker's own mouth is the best teacher there is: one in three of these conversations has it
        first = "s1" if "s1" in self.monologues and rng.random() < 0.33 else voices[int(rng.integers(len(voices)))]
        others = [v for v in voices if v != first] or voices
        second = others[int(rng.integers(len(others)))]
        cast = [first, second] if rng.random() < 0.5 else [second, first]
        turns: list[tuple[int, Recording]] = []
        person, total = 0, 0.0
        while total < limit:
            pool = self.monologues[cast[person]]
            r = with_throat(pool[int(rng.integers(len(pool)))], float(throats[person]))
            turns.append((person, r))
            total += len(r.samples) / 16000
            if rng.random() < 0.75:
                person = 1 - person
        keys = list(self.back_channels)
        sounds = [self.back_channels[keys[int(rng.integers(len(keys)))]] if keys else [] for _ in range(2)]
        return arrange(turns, sounds, limit, rng)

    def _dialogue(self, limit: float, throats: NDArray[np.floating], rng: np.random.Generator) -> Arrangement:
        names = list(self.dialogues)
        turns: list[tuple[int, Recording]] = []
        total = 0.0
        name = names[int(rng.integers(len(names)))]
        sounds = [
            [with_throat(r, float(throats[p])) for r in self.back_channels[name + "AB"[p]]] for p in range(2)
        ]  # fmt: skip
        while total < limit:
            for r in self.dialogues[name]:
                person = "AB".index(r.participant)
                turns.append((person, with_throat(r, float(throats[person]))))
                total += len(r.samples) / 16000
            name = names[int(rng.integers(len(names)))]
        return arrange(turns, sounds, limit, rng)


def save(dyad: Dyad, path: Path) -> None:
    """One conversation as half-precision arrays."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for field in fields(Dyad):
        value = getattr(dyad, field.name)
        arrays[field.name] = value.astype(np.int8) if field.name == "visemes" else value.astype(np.float16)
    temporary = path.with_suffix(".part")
    with temporary.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
    temporary.rename(path)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tracked", type=Path, help="a tracked speaker (avspeech layout)")
    parser.add_argument("--readers", type=Path, help="real readers with phones (realspeech layout)")
    parser.add_argument("--bank", type=Path, help="dialogue lines by neural voices (speechbank layout)")
    parser.add_argument("--coarticulation", type=Path, required=True, help="weights of training.coarticulation")
    parser.add_argument("--out", type=Path, required=True, help="folder of conversations")
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--split", choices=("train", "test"), default="train")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    teacher = Coarticulation.load(arguments.coarticulation)
    casting = Casting(load(arguments.tracked, arguments.readers, arguments.bank, teacher), arguments.split)
    arguments.out.mkdir(parents=True, exist_ok=True)
    seconds, number = 0.0, 0
    with tqdm(total=round(arguments.hours * 3600), unit="s", desc=arguments.split) as bar:
        while seconds < arguments.hours * 3600:
            rng = np.random.default_rng([arguments.seed, number])
            path = arguments.out / f"{arguments.seed}-{number:05d}.npz"
            arrangement = casting.next(rng)
            if not path.exists():
                save(simulate(arrangement, rng), path)
            length = arrangement.length / 16000
            seconds, number = seconds + length, number + 1
            bar.update(round(length))


if __name__ == "__main__":
    main()
