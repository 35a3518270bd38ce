"""Voice activity of one track: a small recurrent network heard sample by sample."""

from functools import cache
from importlib import resources
from typing import Final

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

CHUNK: Final = 512
"""Samples the network takes at a time (32 ms at 16 kHz)."""
CONTEXT: Final = 64
"""Samples of the chunk before that go in front."""


def asset(name: str) -> str:
    """Path of a file shipped under visavis/assets/roles."""
    return str(resources.files("visavis") / "assets" / "roles" / name)


@cache
def session(name: str) -> ort.InferenceSession:
    """The network `name` of the assets, loaded once, one thread: a role stream is one of many on a
    machine.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(asset(name), options, providers=["CPUExecutionProvider"])


class VoiceActivity:
    """Streaming voice activity (Silero VAD, MIT) of one 16 kHz track.

    Samples may come in any portions: the network always sees the same chunks of `CHUNK`.
    """

    def __init__(self) -> None:
        self._state = np.zeros((2, 1, 128), np.float32)
        self._context = np.zeros(CONTEXT, np.float32)
        self._rest = np.zeros(0, np.float32)
        self._rate = np.array(16000, np.int64)
        self.probability = 0.0
        """Of speech in the last whole chunk heard."""

    def hear(self, samples: NDArray[np.float32]) -> float:
        """Take in (n,) samples; returns the probability of speech in the last whole chunk heard so far."""
        rest = np.concatenate([self._rest, samples])
        network = session("voice_activity.onnx")
        while len(rest) >= CHUNK:
            chunk, rest = rest[:CHUNK], rest[CHUNK:]
            frame = np.concatenate([self._context, chunk])[None].astype(np.float32)
            output, self._state = network.run(None, {"input": frame, "state": self._state, "sr": self._rate})
            self._context = chunk[-CONTEXT:]
            self.probability = float(output[0, 0])
        self._rest = rest
        return self.probability


def voice_activity(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """(ceil(n / CHUNK),) probability of speech in each chunk of a whole 16 kHz recording."""
    padded = np.concatenate([samples, np.zeros(-len(samples) % CHUNK, np.float32)]).astype(np.float32)
    listener = VoiceActivity()
    return np.array([listener.hear(padded[i : i + CHUNK]) for i in range(0, len(padded), CHUNK)], np.float32)
