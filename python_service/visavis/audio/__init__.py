"""Sound in: decoding, resampling and the features that the network hears."""

from visavis.audio.pcm import HIGHEST_RATE, LOWEST_RATE, AudioEncoding, check_rate, check_samples, decode
from visavis.audio.recording import Recording, read_recording
from visavis.audio.track import FrameBuffer, Track

__all__ = [
    "HIGHEST_RATE",
    "LOWEST_RATE",
    "AudioEncoding",
    "FrameBuffer",
    "Recording",
    "Track",
    "check_rate",
    "check_samples",
    "decode",
    "read_recording",
]
