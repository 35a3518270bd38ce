"""Phones as articulatory features, and as visemes.

A phone that the real speaker of the corpus never says (SH, UH, OY, ...) still shares its features (place, rounding,
height) with phones that he does say, which is why features and not names go into the coarticulation network.
Places, heights and rounding follow the IPA chart; diphthongs move from a first to a second vowel.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Phone = tuple[str, float, float]
"""Symbol, start, end in seconds."""

FEATURES: Final = (
    "silence", "vowel", "open", "front", "round", "long", "stress",
    "bilabial", "labiodental", "dental", "alveolar", "postalveolar", "velar", "glottal", "palatal",
    "stop", "fricative", "nasal", "lateral", "rhotic", "glide", "voiced",
)  # fmt: skip
"""Names of the feature columns."""

FEATURE_COUNT: Final = len(FEATURES)

# vowel: openness 0 close ... 1 open, frontness 0 back ... 1 front, rounding 0 ... 1
_VOWELS: Final[dict[str, tuple[float, float, float]]] = {
    "IY": (0.0, 1.0, 0.0), "IH": (0.2, 0.85, 0.0), "EH": (0.6, 0.85, 0.0), "AE": (0.9, 0.85, 0.0),
    "AA": (1.0, 0.2, 0.1), "AO": (0.75, 0.05, 0.7), "AH": (0.6, 0.45, 0.0), "AX": (0.45, 0.5, 0.0),
    "UH": (0.25, 0.2, 0.7), "UW": (0.05, 0.15, 1.0), "ER": (0.4, 0.5, 0.45), "O": (0.5, 0.05, 0.85),
    "E": (0.4, 0.95, 0.0), "A": (1.0, 0.5, 0.0),
}  # fmt: skip
_DIPHTHONGS: Final[dict[str, tuple[str, str]]] = {
    "AY": ("A", "IH"), "AW": ("A", "UH"), "EY": ("E", "IY"), "OW": ("O", "UW"), "OY": ("AO", "IH"),
}  # fmt: skip
_CONSONANTS: Final[dict[str, str]] = {
    "P": "bilabial stop", "B": "bilabial stop voiced", "M": "bilabial nasal voiced",
    "F": "labiodental fricative", "V": "labiodental fricative voiced",
    "TH": "dental fricative", "DH": "dental fricative voiced",
    "T": "alveolar stop", "D": "alveolar stop voiced", "N": "alveolar nasal voiced", "DX": "alveolar voiced",
    "S": "alveolar fricative", "Z": "alveolar fricative voiced", "L": "alveolar lateral voiced",
    "SH": "postalveolar fricative round", "ZH": "postalveolar fricative round voiced",
    "CH": "postalveolar stop fricative round", "JH": "postalveolar stop fricative round voiced",
    "R": "postalveolar rhotic round voiced", "Y": "palatal glide voiced", "W": "bilabial glide round velar voiced",
    "K": "velar stop", "G": "velar stop voiced", "NG": "velar nasal voiced", "HH": "glottal fricative",
}  # fmt: skip
_CONSONANT_ROUNDING: Final[dict[str, float]] = {"W": 1.0, "SH": 0.6, "ZH": 0.6, "CH": 0.6, "JH": 0.6, "R": 0.5}

VISEMES: Final[dict[str, int]] = {
    "SIL": 0,
    "P": 1, "B": 1, "M": 1,
    "F": 2, "V": 2,
    "TH": 3, "DH": 3,
    "T": 4, "D": 4, "N": 4, "DX": 4,
    "S": 5, "Z": 5,
    "SH": 6, "ZH": 6, "CH": 6, "JH": 6,
    "L": 7,
    "R": 8, "ER": 8,
    "K": 9, "G": 9, "NG": 9, "HH": 9, "Y": 9,
    "W": 10, "UW": 10, "UH": 10, "OW": 10, "OY": 10, "AO": 10,
    "IY": 11, "IH": 11, "EY": 11,
    "EH": 12, "AE": 12,
    "AA": 13, "AY": 13, "AW": 13,
    "AH": 14, "AX": 14,
}  # fmt: skip
"""Viseme class of each phone; 15 is a phone that is not known."""
VISEME_COUNT: Final = 16
CLOSED_LIPS: Final = ("P", "B", "M")

_MISAKI: Final[dict[str, tuple[str, ...]]] = {
    "p": ("P",), "b": ("B",), "m": ("M",), "f": ("F",), "v": ("V",), "θ": ("TH",), "ð": ("DH",),
    "t": ("T",), "d": ("D",), "n": ("N",), "T": ("DX",), "ɾ": ("DX",), "s": ("S",), "z": ("Z",), "l": ("L",),
    "ʃ": ("SH",), "ʒ": ("ZH",), "ʧ": ("CH",), "ʤ": ("JH",), "ɹ": ("R",), "r": ("R",), "j": ("Y",), "w": ("W",),
    "k": ("K",), "ɡ": ("G",), "g": ("G",), "ŋ": ("NG",), "h": ("HH",),
    "i": ("IY",), "ɪ": ("IH",), "ᵻ": ("IH",), "ɛ": ("EH",), "e": ("EH",), "æ": ("AE",), "a": ("AE",), "ɑ": ("AA",),
    "ɒ": ("AA",), "ɔ": ("AO",), "ʌ": ("AH",), "ə": ("AX",), "ᵊ": ("AX",), "ɐ": ("AX",), "ʊ": ("UH",), "u": ("UW",),
    "ɜ": ("ER",), "A": ("EY",), "I": ("AY",), "W": ("AW",), "Y": ("OY",), "O": ("OW",), "Q": ("OW",),
}  # fmt: skip


def from_misaki(phones: Sequence[Sequence[str | float]]) -> list[tuple[str, float, float, bool]]:
    """Kokoro's alphabet -> (ARPAbet symbol, start, end, stressed). Spaces and marks become SIL."""
    out: list[tuple[str, float, float, bool]] = []
    for symbol, start, end in phones:
        text = str(symbol)
        bare = text.strip("ˈˌː")
        known = _MISAKI.get(bare)
        out.append((known[0] if known else "SIL", float(start), float(end), text.startswith("ˈ")))
    return out


def features_of(symbol: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Features at the beginning and at the end of a phone, each (FEATURE_COUNT,)."""
    first, last = (np.zeros(FEATURE_COUNT, np.float32) for _ in range(2))
    if symbol in _DIPHTHONGS:
        start, end = _DIPHTHONGS[symbol]
        for target, name in ((first, start), (last, end)):
            _set_vowel(target, name)
        first[FEATURES.index("long")] = last[FEATURES.index("long")] = 1.0
    elif symbol in _VOWELS:
        for target in (first, last):
            _set_vowel(target, symbol)
            target[FEATURES.index("long")] = float(symbol in ("IY", "AA", "AO", "UW", "ER"))
    elif symbol in _CONSONANTS:
        for target in (first, last):
            for word in _CONSONANTS[symbol].split():
                target[FEATURES.index(word)] = 1.0
            target[FEATURES.index("round")] = _CONSONANT_ROUNDING.get(symbol, 0.0)
            if symbol == "W":
                target[FEATURES.index("bilabial")] = 0.0
    else:
        first[0] = last[0] = 1.0
    return first, last


def _set_vowel(target: NDArray[np.float32], name: str) -> None:
    openness, front, rounding = _VOWELS[name]
    for feature, value in (("vowel", 1.0), ("open", openness), ("front", front), ("round", rounding), ("voiced", 1.0)):
        target[FEATURES.index(feature)] = value


def feature_track(
    phones: Sequence[Phone], stressed: Sequence[bool] | None, count: int, rate: float
) -> NDArray[np.float32]:
    """Features sampled at the middles of `count` columns, `rate` a second: (count, FEATURE_COUNT). Gaps are silence."""
    track = np.zeros((count, FEATURE_COUNT), np.float32)
    track[:, 0] = 1.0
    times = (np.arange(count) + 0.5) / rate
    for i, (symbol, start, end) in enumerate(phones):
        low, high = np.searchsorted(times, [start, end])
        if high <= low:
            continue
        first, last = features_of(symbol)
        along = ((times[low:high] - start) / max(end - start, 1e-6))[:, None].astype(np.float32)
        track[low:high] = first * (1 - along) + last * along
        if stressed is not None and stressed[i]:
            track[low:high, FEATURES.index("stress")] = 1.0
    return track


def viseme_track(phones: Sequence[Phone], count: int, rate: float) -> NDArray[np.int64]:
    """Viseme class at the middle of each of `count` frames."""
    track = np.zeros(count, np.int64)
    times = (np.arange(count) + 0.5) / rate
    for symbol, start, end in phones:
        low, high = np.searchsorted(times, [start, end])
        track[low:high] = VISEMES.get(symbol, 15)
    return track


def closure_track(phones: Sequence[Phone], count: int, rate: float) -> NDArray[np.float32]:
    """1 where lips are shut for P, B or M. Each phone reaches at least the frame nearest to its middle."""
    track = np.zeros(count, np.float32)
    for symbol, start, end in phones:
        if symbol in CLOSED_LIPS:
            low, high = int(np.ceil(start * rate - 0.25)), int(np.floor(end * rate + 0.25))
            middle = int((start + end) / 2 * rate)
            track[max(min(low, middle), 0) : max(high, middle) + 1] = 1.0
    return track
