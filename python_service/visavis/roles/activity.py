"""Voice activity of one track: a small recurrent network heard sample by sample."""

from collections.abc import Sequence
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
QUIET: Final = 3e-4
"""Peak (-70 dB of full scale) below which a chunk holds no speech."""
_RATE: Final = np.array(16000, np.int64)


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

    Samples may come in any portions: the network always sees the same chunks of `CHUNK`. A chunk that is as good as
    digital silence is spared it, and it begins anew after that.
    """

    def __init__(self) -> None:
        self._state = np.zeros((2, 1, 128), np.float32)
        self._context = np.zeros(CONTEXT, np.float32)
        self._rest = np.zeros(0, np.float32)
        self.probability = 0.0
        """Of speech in the last whole chunk heard."""

    def hear(self, samples: NDArray[np.float32]) -> float:
        """Take in (n,) samples; returns the probability of speech in the last whole chunk heard so far."""
        return hear_together([self], [samples])[0]

    def _next_chunk(self) -> NDArray[np.float32] | None:
        """(CONTEXT + CHUNK,) the next chunk the network must hear, if there is one."""
        while len(self._rest) >= CHUNK:
            chunk, self._rest = self._rest[:CHUNK], self._rest[CHUNK:]
            before, self._context = self._context, chunk[-CONTEXT:]
            if float(np.abs(chunk).max()) >= QUIET:
                return np.concatenate([before, chunk])
            self._state = np.zeros_like(self._state)
            self.probability = 0.0
        return None


def hear_together(listeners: Sequence[VoiceActivity], samples: Sequence[NDArray[np.float32]]) -> list[float]:
    """`hear` of several tracks in one network call; each gets the same bits as by itself."""
    for listener, portion in zip(listeners, samples, strict=True):
        listener._rest = np.concatenate([listener._rest, portion])
    network = session("voice_activity.onnx")
    while True:
        due = [(listener, chunk) for listener in listeners if (chunk := listener._next_chunk()) is not None]
        if not due:
            return [listener.probability for listener in listeners]
        chunks = np.stack([chunk for _, chunk in due]).astype(np.float32, copy=False)
        states = np.concatenate([listener._state for listener, _ in due], axis=1)
        output, states = network.run(None, {"input": chunks, "state": states, "sr": _RATE})
        for row, (listener, _) in enumerate(due):
            listener._state = states[:, row : row + 1]
            listener.probability = float(output[row, 0])


def voice_activity(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """(ceil(n / CHUNK),) probability of speech in each chunk of a whole 16 kHz recording."""
    padded = np.concatenate([samples, np.zeros(-len(samples) % CHUNK, np.float32)]).astype(np.float32)
    listener = VoiceActivity()
    return np.array([listener.hear(padded[i : i + CHUNK]) for i in range(0, len(padded), CHUNK)], np.float32)
