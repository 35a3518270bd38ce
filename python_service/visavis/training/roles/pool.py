"""A pool of simulated conversations with everything the speaking head hears, made once before training.

    python -m visavis.training.roles.pool --real ../shared/realspeech --bank ../shared/speechbank --out
    DIR --clips 600

Each shard `NAME.npz` holds one 30 s conversation: `mel` (T, 4, 64) f16, `voice` (T,) f16 voice activity,
`truth`
(T, 2) f16 share of each frame spoken, `anchors` (k, 192) f16 embeddings of windows that end with frame
`anchor_ends`
(k,), and per person `mel_a` (m, 4, 64), `voice_a` (m,), `print_a` (192,) of an enrolment.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import LogMel, frame_start
from visavis.roles.activity import VoiceActivity
from visavis.roles.embedding import embed
from visavis.roles.role import Participant, RoleSpan
from visavis.roles.spans import LabelledTime
from visavis.training.roles.mixtures import Mixture, simulate
from visavis.training.roles.voices import load_voices

ANCHOR_FRAMES = 45
"""Frames (1.5 s) of sound in the window of a speaker embedding."""
ANCHOR_HOP = 30
"""Frames between such windows."""


def frame_features(sound: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(T, 4, 64) log-mel and (T,) voice activity of the whole frames in (n,) samples."""
    count = len(sound) * 30 // 16000
    activity = VoiceActivity()
    voice = [activity.hear(sound[frame_start(j) : frame_start(j + 1)]) for j in range(count)]
    return LogMel().columns(sound, 0, count), np.array(voice, np.float32)


def describe(mixture: Mixture, phase: int) -> dict[str, NDArray[np.float16] | NDArray[np.int32]]:
    """Everything the head hears of a mixture; windows begin at frame `phase`."""
    mel, voice = frame_features(mixture.sound)
    labels = LabelledTime()
    labels.add([RoleSpan(p, s, e) for p in Participant for s, e in mixture.spans[p - 1] if e > s])
    ends = np.arange(ANCHOR_FRAMES + phase, len(mel) + 1, ANCHOR_HOP, dtype=np.int32)
    anchors = [embed(mixture.sound[frame_start(int(e) - ANCHOR_FRAMES) : frame_start(int(e))]) for e in ends]
    shard: dict[str, NDArray[np.float16] | NDArray[np.int32]] = {
        "mel": mel.astype(np.float16),
        "voice": voice.astype(np.float16),
        "truth": labels.activity(len(mel)).astype(np.float16),
        "anchors": np.stack(anchors).astype(np.float16),
        "anchor_ends": ends,
    }
    for letter, sound in zip("ab", mixture.enrolment):
        mel, voice = frame_features(sound)
        shard[f"mel_{letter}"] = mel.astype(np.float16)
        shard[f"voice_{letter}"] = voice.astype(np.float16)
        shard[f"print_{letter}"] = embed(sound).astype(np.float16)
    return shard


def main() -> None:
    """Command line, see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", type=Path, required=True, help="folder of realspeech")
    parser.add_argument("--bank", type=Path, required=True, help="folder of speechbank")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--clips", type=int, default=600)
    parser.add_argument("--first", type=int, default=0, help="number of the first clip, which seeds it")
    parser.add_argument("--split", choices=("train", "held_out"), default="train")
    arguments = parser.parse_args()
    voices = load_voices(arguments.real, arguments.bank, arguments.split)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for number in range(arguments.first, arguments.first + arguments.clips):
        path = arguments.out / f"{arguments.split}_{number:05d}.npz"
        if path.exists():
            continue
        rng = np.random.default_rng([2026, number, arguments.split == "train"])
        shard = describe(simulate(voices, 30.0, rng), int(rng.integers(ANCHOR_HOP)))
        part = path.with_suffix(".part.npz")
        np.savez(part, **shard)  # type: ignore[arg-type]
        part.rename(path)


if __name__ == "__main__":
    main()
