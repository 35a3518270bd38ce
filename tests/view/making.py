"""Conversations made up for the viewer's tests: performed like real ones, from behaviour written by hand."""

import wave
from pathlib import Path

import numpy as np
from visavis.motion import Performer
from visavis.rig import open_rig
from visavis.scene.track import PlacementTrack
from visavis.state.arkit import ARKIT_INDEX, MOUTH, UPPER_FACE
from visavis.state.behaviour import FRAME_RATE, Behaviour
from visavis.state.person import DyadState
from visavis.view.take import FRAME_KEYS

TURN_S = 1.5


def made_up(seconds: float = 6.0, seed: int = 1) -> DyadState:
    """Two people taking turns of TURN_S seconds: the speaker's mouth goes, both look and blink now and then."""
    count = round(seconds * FRAME_RATE)
    t = np.arange(count) / FRAME_RATE
    speaking = np.stack([(t // TURN_S) % 2 == 0, (t // TURN_S) % 2 == 1], 1).astype(np.float32)
    people = [behaviour(t, speaking[:, i], seed + i) for i in range(2)]
    return Performer(seed).perform(0, people[0], people[1], PlacementTrack(), speaking)


def write_npz(path: Path, dyad: DyadState) -> Path:
    """The conversation as `visavis bake --format npz` writes it."""
    rig = open_rig()
    arrays: dict[str, object] = {"fps": dyad.fps, "rig": rig.rig_id}
    for name, person in (("a", dyad.a), ("b", dyad.b)):
        flame = rig.to_flame(person)
        arrays |= {f"{name}_{key}": getattr(flame, key) for key in FRAME_KEYS}
    np.savez(path, **arrays)
    return path


def write_wav(path: Path, seconds: float, rate: int = 16000) -> Path:
    """Something like two voices taking turns: buzzes of different pitch with syllables."""
    t = np.arange(round(seconds * rate)) / rate
    pitch = np.where((t // TURN_S) % 2 == 0, 190.0, 110.0)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    buzz = sum(np.sin(k * phase) / k for k in range(1, 12))
    loud = np.clip(np.sin(2 * np.pi * 4.1 * t), 0, 1)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((buzz * loud * 9000).astype("<i2").tobytes())
    return path


def behaviour(t: np.ndarray, speaking: np.ndarray, seed: int) -> Behaviour:
    """One person's behaviour at times `t`, mouth moving where `speaking` is 1."""
    rng = np.random.default_rng(seed)
    count = len(t)
    mouth = np.zeros((count, len(MOUTH)), np.float32)
    upper = np.zeros((count, len(UPPER_FACE)), np.float32)
    column = {name: MOUTH.index(ARKIT_INDEX[name]) for name in ARKIT_INDEX if ARKIT_INDEX[name] in MOUTH}
    syllable = np.clip(np.sin(2 * np.pi * 4.1 * t + rng.uniform(0, 6)), 0, 1) * speaking
    mouth[:, column["jawOpen"]] = 0.34 * syllable
    for name, amount in (("mouthLowerDownLeft", 0.3), ("mouthLowerDownRight", 0.3), ("mouthUpperUpLeft", 0.15)):
        mouth[:, column[name]] = amount * syllable
    mouth[:, column["mouthFunnel"]] = 0.35 * np.clip(np.sin(2 * np.pi * 1.3 * t), 0, 1) * speaking
    for name in ("mouthSmileLeft", "mouthSmileRight"):
        mouth[:, column[name]] = 0.18
    head = np.stack([0.05 * np.sin(2 * t + seed), 0.06 * np.sin(0.9 * t), 0.03 * np.sin(0.7 * t)], 1)
    zeros = np.zeros((count, 3), np.float32)
    blink = np.zeros(count, np.float32)
    blink[rng.integers(0, count, max(1, count // 90))] = 1.0
    look = np.where(np.sin(1.1 * t + seed) > -0.8, 1.0, 0.0).astype(np.float32)
    gaze = np.tile(np.array([0.35, 0.10], np.float32), (count, 1))
    return Behaviour(
        mouth=mouth,
        smile=np.full(count, 0.2, np.float32),
        upper=upper,
        head=head.astype(np.float32),
        body=zeros,
        offset=zeros,
        look=look,
        gaze=gaze,
        blink=blink,
    )
