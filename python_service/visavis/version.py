"""The package's version, and the versions of what it speaks."""

__version__ = "0.1.0"
PROTOCOL_VERSION = "visavis.v1"
