"""Makes spoken dialogue lines with the time of every phone, from neural voices whose licence is clear."""

from visavis.corpus.speechbank.dialogue import Dialogue, Line, Spoken, arrange, read_script
from visavis.corpus.speechbank.phone import Phone, speech_bounds

__all__ = ["Dialogue", "Line", "Phone", "Spoken", "arrange", "read_script", "speech_bounds"]
