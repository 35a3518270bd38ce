"""Vis-à-Vis: the sound of a two-person conversation in, two synchronized FLAME face streams out."""

from visavis.version import __version__

__all__ = ["__version__"]
