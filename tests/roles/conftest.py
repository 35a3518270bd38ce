from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from visavis.audio import read_recording
from visavis.audio.bundle import bundled_conversation
from visavis.roles.prints import _as_16_khz


@pytest.fixture(scope="session")
def conversation() -> NDArray[np.float32]:
    """The bundled conversation: both voices in one track, 16 kHz."""
    recording = read_recording(bundled_conversation().mixed)
    return _as_16_khz(recording.mixed(), recording.sample_rate)


@pytest.fixture(scope="session")
def people() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Each person of it alone, 16 kHz."""
    bundle = bundled_conversation()
    a, b = (read_recording(path) for path in (bundle.a, bundle.b))
    return _as_16_khz(a.mixed(), a.sample_rate), _as_16_khz(b.mixed(), b.sample_rate)


@pytest.fixture(scope="session")
def rttm() -> Path:
    return bundled_conversation().rttm
