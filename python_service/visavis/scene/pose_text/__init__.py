"""Pose text: a sentence about how two people stand, read as a placement."""

from visavis.scene.pose_text.interpreter import MAX_CHARACTERS, PoseReading, PoseStep, interpret

__all__ = ["MAX_CHARACTERS", "PoseReading", "PoseStep", "interpret"]
