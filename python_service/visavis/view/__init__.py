"""See it: the two people drawn without a screen (`render`), or in a page of the local browser (`view`)."""

from visavis.view.strip import Clip, face_strip

__all__ = ["Clip", "face_strip"]
