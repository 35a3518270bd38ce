"""Semantic state to FLAME and back: the open head, forward kinematics, the rig map, the retargeter."""

from visavis.rig.head_model import HeadModel
from visavis.rig.open_head import OPEN_HEAD_ID, load_open_head

__all__ = ["OPEN_HEAD_ID", "HeadModel", "load_open_head"]
