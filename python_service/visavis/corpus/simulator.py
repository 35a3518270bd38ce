"""Simulated conversations: voices arranged, mixed, and two people animated from published behaviour."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import LogMel
from visavis.corpus import acoustics
from visavis.corpus.acting import Character, Heard, act
from visavis.corpus.arrangement import Arrangement
from visavis.corpus.phones import closure_track, viseme_track
from visavis.corpus.recordings import Recording
from visavis.scene.relation import relation
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import FRAME_RATE as RATE

FloatArray = NDArray[np.float32]
MOUTH_COLUMNS: Final = list(MOUTH)
BRIDGE_S: Final = 0.25
"""Pauses shorter than this belong to the speech around them."""
EFFORT_SHARE: Final = 0.4
EFFORT_DB: Final = 5.0
MOST_EFFORT_DB: Final = 12.0
"""Turns spoken louder or softer than the person's others, and by how much (standard deviation; ours)."""
OPENING_PER_DB: Final = 0.03
"""How much larger the mouth moves per decibel of effort: louder speech opens further (Schulman 1989); size ours."""
VOWELS: Final = frozenset(
    ("IY", "IH", "EH", "AE", "AA", "AO", "AH", "AX", "UH", "UW", "ER", "EY", "AY", "AW", "OW", "OY"),
)


@dataclass(frozen=True)
class Path:
    """One person's places over T frames: metres, degrees, metres, degrees; what `scene.relation` reads."""

    position: NDArray[np.float64]
    yaw_deg: NDArray[np.float64]
    eye_height: NDArray[np.float64]
    lean_deg: NDArray[np.float64]


@dataclass
class Dyad:
    """One simulated conversation, T frames at 30 a second; axis 0 of pairs is A, B.

    Attributes:
        mel_mixed: (T, 4, 64) features of the one track with both voices.
        mel_own: (2, T, 4, 64) features of each person's own track.
        speaking: (T, 2) 0 or 1.
        mouth: (2, T, 29) weights; visemes: (2, T); closed: (2, T) lips shut for p, b, m.
        lips_known: (2, T) 1 where the mouth is worth learning from.
        motion: (2, T, 27) packed motion.
        relation: (2, T, 6) where the partner is.
        style: (2, 3) articulation, liveliness, mood.
    """

    mel_mixed: FloatArray
    mel_own: FloatArray
    speaking: FloatArray
    mouth: FloatArray
    visemes: NDArray[np.int64]
    closed: FloatArray
    lips_known: FloatArray
    motion: FloatArray
    relation: FloatArray
    style: FloatArray


def simulate(arrangement: Arrangement, rng: np.random.Generator) -> Dyad:
    """Everything about one conversation; every recording has a mouth (tracked, or from coarticulation)."""
    frames = arrangement.length * RATE // 16000
    tracks = np.zeros((2, arrangement.length), np.float32)
    mouth = np.zeros((2, frames, len(MOUTH)), np.float32)
    visemes = np.zeros((2, frames), np.int64)
    closed = np.zeros((2, frames), np.float32)
    speaking = np.zeros((frames, 2), np.float32)
    stress: list[list[int]] = [[], []]
    channels: list[list[int]] = [[], []]
    pauses: list[list[int]] = [[], []]
    gains = 10 ** (rng.normal(0, 3.0, 2) / 20)
    for line in arrangement.lines:
        r, p = line.recording, line.person
        effort_db = 0.0
        samples = r.samples * gains[p] * 0.05 / max(acoustics.level(r.samples), 1e-5)
        if rng.random() < EFFORT_SHARE:
            effort_db = float(np.clip(rng.normal(0, EFFORT_DB), -MOST_EFFORT_DB, MOST_EFFORT_DB))
            samples = acoustics.with_effort(samples, effort_db)
        _put(tracks[p], line.start, samples)
        first = round(line.start * RATE / 16000)
        if r.mouth is None:
            raise ValueError(f"recording '{r.name}' has no mouth; animate it first")
        _put(mouth[p], first, r.mouth[:, MOUTH_COLUMNS] * (1.0 + OPENING_PER_DB * effort_db))
        count = len(r.mouth)
        _put(visemes[p], first, viseme_track(r.phones, count, RATE))
        _put(closed[p], first, closure_track(r.phones, count, RATE))
        _mark(speaking[:, p], first, r)
        stress[p] += [first + f for f in _stressed(r)]
        if r.kind == "backchannel":
            channels[p].append(first)
        pauses[1 - p].append(first + _speech_end(r))
    style = _styles(rng)
    mouth = np.clip(mouth * style[:, :1, None], 0, 1)
    paths = _places(frames, rng)
    relations = np.stack([relation(paths[i], paths[1 - i]) for i in range(2)])
    effort = np.stack([_effort(tracks[p], frames) for p in range(2)])
    motion = np.stack([
        act(
            Heard(
                speaking=speaking[:, p],
                partner=speaking[:, 1 - p],
                effort=effort[p],
                stress=np.array(sorted(f for f in stress[p] if f < frames), np.int64),
                back_channels=np.array([f for f in channels[p] if f < frames], np.int64),
                partner_phrase_ends=np.array([f for f in pauses[p] if f < frames], np.int64),
            ),
            Character(
                liveliness=float(style[p, 1]),
                mood=float(style[p, 2]),
                partner_yaw=np.arctan2(relations[p, :, 0], relations[p, :, 1]),
                partner_pitch=relations[p, :, 2],
                distance=np.asarray(1.2 * np.exp(relations[p, :, 3]), np.float32),
            ),
            rng,
        )
        for p in range(2)
    ])  # fmt: skip
    mel_mixed, mel_own = _heard(tracks, frames, rng)
    return Dyad(
        mel_mixed, mel_own, speaking, mouth, visemes, closed, np.ones((2, frames), np.float32), motion, relations, style
    )


def _heard(tracks: FloatArray, frames: int, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Features of the mixture and of the separate tracks, each through its own acoustics."""
    mel = LogMel()
    length = tracks.shape[1]
    loud = 10 ** (rng.uniform(-22, 8) / 20)
    if rng.random() < 0.5:
        rooms = [acoustics.room(rng) for _ in range(2)]
        mixed = sum(acoustics.in_room(t, r) for t, r in zip(tracks, rooms, strict=True))
    else:
        mixed = tracks.sum(0)
    mixed = np.asarray(mixed, np.float32)
    if rng.random() < 0.6:
        mixed = mixed + acoustics.noise(length, rng) * 0.05 * 10 ** (rng.uniform(-50, -14) / 20)
    if rng.random() < 0.12:
        mixed = mixed + acoustics.music(length, rng) * 0.05 * 10 ** (rng.uniform(-30, -12) / 20)
    if rng.random() < 0.25:
        mixed = acoustics.through_line(mixed, rng)
    mixed = mixed * loud
    if rng.random() < 0.1:
        mixed = np.clip(mixed * rng.uniform(2, 6), -1, 1)
    own = []
    for p in range(2):
        track = tracks[p] * 10 ** (rng.uniform(-20, 8) / 20)
        if rng.random() < 0.3:
            track = acoustics.in_room(track, acoustics.room(rng))
        if rng.random() < 0.3:
            track = track + tracks[1 - p] * 10 ** (rng.uniform(-40, -18) / 20)
        if rng.random() < 0.4:
            track = track + acoustics.noise(length, rng) * 0.05 * 10 ** (rng.uniform(-55, -22) / 20)
        if rng.random() < 0.15:
            track = acoustics.through_line(track, rng)
        own.append(mel.columns(np.clip(track, -1, 1).astype(np.float32), 0, frames))
    return mel.columns(np.clip(mixed, -1, 1).astype(np.float32), 0, frames), np.stack(own)


def _styles(rng: np.random.Generator) -> FloatArray:
    """Articulation, liveliness, mood of both; half of the people are the neutral 1, 1, 0."""
    style = np.tile(np.array([1.0, 1.0, 0.0], np.float32), (2, 1))
    for p in range(2):
        if rng.random() < 0.5:
            style[p] = rng.uniform(0.7, 1.35), rng.uniform(0.5, 1.6), rng.uniform(-0.8, 0.9)
    return style


def _places(frames: int, rng: np.random.Generator) -> tuple[Path, Path]:
    """Where the two are: mostly facing each other at talking distance, sometimes not, sometimes moving."""

    def pose() -> list[tuple[NDArray[np.float64], float, float, float]]:
        distance = np.exp(rng.uniform(np.log(0.45), np.log(3.5)))
        spread = rng.choice([8.0, 25.0, 70.0, 180.0], p=[0.6, 0.25, 0.1, 0.05])
        people = []
        for side in (-1.0, 1.0):
            height = 1.6 + rng.normal(0, 0.06)
            if rng.random() < 0.25:
                height = rng.choice([1.05, 1.2, 1.75])
            position = np.array([side * distance / 2, 0.0, rng.normal(0, 0.05)])
            people.append((position, -90.0 * side + rng.normal(0, spread / 2), float(height), rng.normal(0, 3.0)))
        return people

    first = pose()
    second = pose() if rng.random() < 0.3 else first
    begin = rng.integers(0, max(frames - 30, 1))
    length = rng.integers(15, 120)
    s = np.clip((np.arange(frames) - begin) / length, 0, 1)
    s = s**3 * (10 - 15 * s + 6 * s**2)
    paths = []
    for one, two in zip(first, second, strict=True):
        pairs = [(np.asarray(a), np.asarray(b)) for a, b in zip(one, two, strict=True)]
        paths.append(Path(*(a + np.multiply.outer(s, b - a) for a, b in pairs)))
    return paths[0], paths[1]


def _put(track: NDArray[Any], start: int, values: NDArray[Any]) -> None:
    low, high = max(start, 0), min(start + len(values), len(track))
    if high > low:
        track[low:high] += values[low - start : high - start]


def _mark(flags: FloatArray, first: int, recording: Recording) -> None:
    """Speech of one recording, short pauses bridged."""
    spans = [(s, e) for p, s, e in recording.phones if p != "SIL"]
    merged: list[list[float]] = []
    for start, end in spans:
        if merged and start - merged[-1][1] < BRIDGE_S:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    for start, end in merged:
        flags[max(first + round(start * RATE), 0) : max(first + round(end * RATE), 0)] = 1.0


def _speech_end(recording: Recording) -> int:
    ends = [e for p, _, e in recording.phones if p != "SIL"]
    return round(max(ends, default=0.0) * RATE)


def _stressed(recording: Recording) -> list[int]:
    """Frames of stressed vowels; where stress is not marked, the louder half of the long vowels."""
    out = []
    for i, (phone, start, end) in enumerate(recording.phones):
        if phone not in VOWELS:
            continue
        if recording.stressed is not None:
            if recording.stressed[i]:
                out.append(round(start * RATE))
        elif end - start > 0.09:
            out.append(round(start * RATE))
    return out


def _effort(track: FloatArray, frames: int) -> FloatArray:
    """Loudness of each frame relative to the person's mean while loud."""
    hop = 16000 // RATE
    usable = track[: frames * hop]
    energy = np.sqrt((np.pad(usable, (0, frames * hop - len(usable))).reshape(frames, hop) ** 2).mean(1))
    loud = energy > 0.2 * max(float(energy.max(initial=0.0)), 1e-9)
    mean = float(energy[loud].mean()) if loud.any() else 1.0
    return np.clip(energy / max(mean, 1e-9), 0, 2).astype(np.float32)
