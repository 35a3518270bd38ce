"""The semantic face state that passes between network, rig and formats."""

from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES
from visavis.state.behaviour import FRAME_RATE, Behaviour
from visavis.state.person import DyadState, GazeKind, PersonState

__all__ = ["ARKIT_INDEX", "ARKIT_NAMES", "FRAME_RATE", "Behaviour", "DyadState", "GazeKind", "PersonState"]
