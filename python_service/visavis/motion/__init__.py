"""Performs behaviour in a scene: where eyes, head and body go so that two people look at each other."""

from visavis.motion.performer import Performer, PerformerState
from visavis.scene.geometry import HeadGeometry

__all__ = ["HeadGeometry", "Performer", "PerformerState"]
