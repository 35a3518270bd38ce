"""What else makes a mouth from sound, run in the same command: only to compare with, never part of what is served.

- `pylipsync` (PyPI, MIT): formant-like matching of five vowels, after uLipSync.
- `hama` (PyPI, Apache-2.0): phones recognised in the whole recording, no text needed; then the viseme table, or the
  coarticulation that was learnt on a real mouth.

Both come with the [baselines] extra and are imported only when asked for.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import SAMPLE_RATE
from visavis.corpus.phones import VISEMES, Phone
from visavis.evaluation import viseme_table
from visavis.state.arkit import ARKIT_INDEX
from visavis.state.behaviour import FRAME_RATE

FloatArray = NDArray[np.float32]
Mouth = Callable[[FloatArray], FloatArray]

HAMA_LATE_S: Final = 0.062
"""How late hama's phones come, against forced alignment (median)."""
LONGEST_PHONE_S: Final = 0.30
"""hama lets a phone last until the next: cut, what follows is silence."""
VOWELS: Final[dict[str, dict[str, float]]] = {
    "aa": {"jawOpen": 0.40},
    "ee": {"jawOpen": 0.20, "mouthStretchLeft": 0.2, "mouthStretchRight": 0.2},
    "ih": {"jawOpen": 0.12, "mouthSmileLeft": 0.3, "mouthSmileRight": 0.3},
    "oh": {"jawOpen": 0.25, "mouthFunnel": 0.5},
    "ou": {"jawOpen": 0.10, "mouthPucker": 0.6, "mouthFunnel": 0.2},
}
"""Shapes of pylipsync's phonemes on ARKit weights, as its users map them (ours)."""

_IPA: Final[dict[str, str]] = {
    "p": "P", "pʰ": "P", "b": "B", "m": "M", "f": "F", "v": "V", "θ": "TH", "ð": "DH",
    "t": "T", "tʰ": "T", "d": "D", "n": "N", "ɾ": "DX", "s": "S", "z": "Z", "l": "L", "ɫ": "L",
    "ʃ": "SH", "ʒ": "ZH", "t͡ʃ": "CH", "d͡ʒ": "JH", "ɹ": "R", "r": "R", "j": "Y", "w": "W",
    "k": "K", "kʰ": "K", "g": "G", "ɡ": "G", "ŋ": "NG", "h": "HH", "i": "IY", "y": "IY", "ɪ": "IH", "e": "EY",
    "eɪ": "EY", "ɛ": "EH", "eə": "EH", "æ": "AE", "a": "AA", "ɑ": "AA", "ɒ": "AA", "aɪ": "AY", "aʊ": "AW",
    "ɔ": "AO", "ɔɪ": "OY", "o": "OW", "oʊ": "OW", "ʌ": "AH", "ɐ": "AH", "ə": "AX", "ᵊ": "AX", "ʊ": "UH", "u": "UW",
    "ɜ": "ER", "ɝ": "ER", "ɚ": "ER", "ɪə": "IH",
}  # fmt: skip
"""hama's symbols for English -> ARPAbet."""


def missing() -> list[str]:
    """Baselines that are not installed."""
    return [name for name in ("pylipsync", "hama") if find_spec(name) is None]


def pylipsync_mouth() -> Mouth:
    """Vowel shapes by pylipsync's targets, smoothed over three frames."""
    from pylipsync import PhonemeAnalyzer

    analyzer = PhonemeAnalyzer()

    def animate(samples: FloatArray) -> FloatArray:
        count = len(samples) * FRAME_RATE // SAMPLE_RATE
        weights = np.zeros((count, len(ARKIT_INDEX)), np.float32)
        for segment in analyzer.extract_phoneme_segments(samples, SAMPLE_RATE, fps=FRAME_RATE):
            frame = segment.start * FRAME_RATE // SAMPLE_RATE
            if frame < count:
                for phoneme in segment.phonemes:
                    for name, value in VOWELS.get(phoneme.name, {}).items():
                        weights[frame, ARKIT_INDEX[name]] += float(phoneme.target) * value
        padded = np.pad(weights, ((1, 1), (0, 0)), mode="edge")
        return np.asarray(np.clip((padded[:-2] + padded[1:-1] + padded[2:]) / 3, 0, 1), np.float32)

    return animate


class PhoneRecogniser:
    """hama's phones with times, each recording recognised once."""

    def __init__(self) -> None:
        from hama import ASRModel

        self._model: Any = ASRModel()
        self._known: dict[bytes, list[Phone]] = {}

    def __call__(self, samples: FloatArray) -> list[Phone]:
        """ARPAbet symbol, start, end in seconds."""
        key = samples.tobytes()
        if key not in self._known:
            spans = self._model.phoneme_spans(self._model(samples, SAMPLE_RATE))
            self._known[key] = to_phones([(s.phoneme, s.start_ms / 1000, s.end_ms / 1000) for s in spans])
        return self._known[key]


def to_phones(spans: Sequence[tuple[str, float, float]]) -> list[Phone]:
    """hama's spans -> ARPAbet, earlier by how late they come, cut to the longest a phone is."""
    phones = []
    for symbol, start, end in spans:
        name = _IPA.get(symbol)
        if name is not None:
            assert name in VISEMES
            phones.append((name, start - HAMA_LATE_S, min(end, start + LONGEST_PHONE_S) - HAMA_LATE_S))
    return phones


def hama_mouth(recognise: PhoneRecogniser, coarticulation: Path | None = None) -> Mouth:
    """Lips of recognised phones, by the table, or by learnt coarticulation ([train] extra)."""
    if coarticulation is None:
        return lambda samples: viseme_table.animate(recognise(samples), len(samples) * FRAME_RATE // SAMPLE_RATE)
    from visavis.corpus.coarticulation import Coarticulation

    teacher = Coarticulation.load(coarticulation)
    return lambda samples: teacher.animate(recognise(samples), None, samples)


def all_baselines(coarticulation: Path | None = None) -> dict[str, Mouth]:
    """Every baseline that is installed, by name."""
    from visavis.evaluation.real_lips import bands_to_shapes, loudness_to_jaw

    found: dict[str, Mouth] = {"loudness to jaw": loudness_to_jaw, "bands to shapes": bands_to_shapes}
    absent = missing()
    if "pylipsync" not in absent:
        found["pylipsync"] = pylipsync_mouth()
    if "hama" not in absent:
        recognise = PhoneRecogniser()
        found["hama, viseme table"] = hama_mouth(recognise)
        if coarticulation is not None:
            found["hama, coarticulation"] = hama_mouth(recognise, coarticulation)
    return found
