"""Real mouths as the judge: video clips whose mouths were tracked, against mouths made from their sound.

The measured mouths of five GRID clips ship with the package (assets/evaluation/grid_lips.json); their sound does not:
point `folder` at the videos. Other clips are measured with `track_video.py` and given as further JSON files.
"""

import json
import subprocess
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from visavis.audio.features import SAMPLE_RATE, LogMel
from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, bake
from visavis.evaluation.lips import LipFigures, compare, median
from visavis.rig import load_open_head
from visavis.roles import Participant, RoleSpan
from visavis.state.arkit import ARKIT_INDEX
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]
Mouth = Callable[[FloatArray], FloatArray]
"""(n,) 16 kHz samples of one voice -> (T, 52) weights at 30 frames a second."""


def tracked_clips(files: list[Path] | None = None) -> list[dict[str, Any]]:
    """The measured clips: those that ship, or those of `files` (by track_video.py)."""
    if files:
        return [json.loads(path.read_text()) for path in files]
    text = (resources.files("visavis") / "assets" / "evaluation" / "grid_lips.json").read_text()
    clips: list[dict[str, Any]] = json.loads(text)["clips"]
    return clips


def sound_of(video: Path) -> FloatArray:
    """The video's sound at 16 kHz mono, by ffmpeg. RuntimeError with its words when it fails."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "sound.wav"
        command = ["ffmpeg", "-v", "error", "-y", "-i", str(video), "-ac", "1", "-ar", str(SAMPLE_RATE), str(out)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{video}: {done.stderr.strip()}")
        samples, _ = soundfile.read(out, dtype="float32")
    return np.asarray(samples, np.float32)


def speech_span(samples: FloatArray) -> tuple[float, float]:
    """Start and end of what is louder than 2% of the loudest 50 ms, widened by 50 ms."""
    energy = np.convolve(samples**2, np.ones(800) / 800, "same")
    loud = np.flatnonzero(energy > 0.02 * energy.max())
    return loud[0] / SAMPLE_RATE - 0.05, loud[-1] / SAMPLE_RATE + 0.05


def model_mouth(engine: Engine, look_ahead: LookAhead) -> Mouth:
    """The mouth of A, the clip being the mixed track in which A alone speaks."""

    def animate(samples: FloatArray) -> FloatArray:
        spans = (RoleSpan(Participant.A, 0.0, len(samples) / SAMPLE_RATE),)
        options = ConversationOptions(sample_rate=SAMPLE_RATE, look_ahead=look_ahead, spans=spans)
        pieces = [o.state.a.arkit for o in bake(engine, options, [samples]) if isinstance(o, Frames)]
        return np.concatenate(pieces)

    return animate


def loudness_to_jaw(samples: FloatArray) -> FloatArray:
    """The cheap baseline: jawOpen follows loudness, smoothed over 80 ms, full at the clip's 95th percentile."""
    frames = len(samples) * FRAME_RATE // SAMPLE_RATE
    hop = SAMPLE_RATE // FRAME_RATE
    energy = np.sqrt((samples[: frames * hop].reshape(frames, hop) ** 2).mean(1))
    smooth = np.convolve(energy, np.ones(3) / 3, "same")
    weights = np.zeros((frames, 52), np.float32)
    weights[:, ARKIT_INDEX["jawOpen"]] = np.clip(0.45 * smooth / max(float(np.quantile(smooth, 0.95)), 1e-9), 0, 1)
    return weights


def bands_to_shapes(samples: FloatArray) -> FloatArray:
    """A better cheap baseline: low, middle and high bands drive jaw, smile and funnel, as formant lip-sync does."""
    frames = len(samples) * FRAME_RATE // SAMPLE_RATE
    mel = LogMel().columns(samples, 0, frames).mean(1)
    low, middle, high = mel[:, 4:16].mean(1), mel[:, 22:36].mean(1), mel[:, 44:60].mean(1)
    voiced = np.clip((low - np.quantile(low, 0.2)) / max(float(np.ptp(low)), 1e-6), 0, 1)
    front = np.clip(0.5 + 0.8 * (middle - low), 0, 1)
    weights = np.zeros((frames, 52), np.float32)
    weights[:, ARKIT_INDEX["jawOpen"]] = 0.4 * voiced
    for name in ("mouthSmileLeft", "mouthSmileRight"):
        weights[:, ARKIT_INDEX[name]] = 0.4 * voiced * front
    weights[:, ARKIT_INDEX["mouthFunnel"]] = 0.5 * voiced * (1 - front) * np.clip(1 - high, 0, 1)
    return weights


def judge(
    mouths: dict[str, Mouth],
    folder: Path,
    files: list[Path] | None = None,
    drawn: list[dict[str, Any]] | None = None,
) -> dict[str, LipFigures]:
    """Medians over all clips whose video lies in `folder`, for every way of making a mouth.

    Args:
        mouths: by name.
        folder: of videos.
        files: further measured clips; those that ship without any.
        drawn: gets, for every clip, `name` and `systems`: times and openings, the real one first.

    Raises:
        FileNotFoundError: none of the clips is there.
    """
    head = load_open_head()
    clips = [c for c in tracked_clips(files) if (folder / c["video"]).is_file()]
    if not clips:
        raise FileNotFoundError(f"'{folder}' has none of the measured videos")
    results: dict[str, LipFigures] = {}
    openings: dict[str, dict[str, Any]] = {c["video"]: {} for c in clips}
    sounds = {c["video"]: sound_of(folder / c["video"]) for c in clips}
    for name, mouth in mouths.items():
        figures, counts = [], []
        for clip in clips:
            samples = sounds[clip["video"]]
            real = np.array([f if f is not None else [np.nan] * 3 for f in clip["frames"]], np.float32)
            for column in real.T:
                gaps = np.isnan(column)
                column[gaps] = np.interp(np.flatnonzero(gaps), np.flatnonzero(~gaps), column[~gaps])
            animated = head.lip_measures(mouth(samples))
            openings[clip["video"]].setdefault("real", (np.arange(len(real)) / clip["fps"], real[:, 0]))
            openings[clip["video"]][name] = (np.arange(len(animated)) / FRAME_RATE, animated[:, 0])
            one, count = compare(animated, FRAME_RATE, real, clip["fps"], speech_span(samples))
            figures.append(one)
            counts.append(count)
        results[name] = median(figures, counts)
    if drawn is not None:
        drawn += [{"name": Path(video).stem, "systems": systems} for video, systems in openings.items()]
    return results
