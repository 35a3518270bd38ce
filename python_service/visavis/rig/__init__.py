"""Semantic state to FLAME and back: the open head, forward kinematics, the rig map, the retargeter."""

from visavis.rig.coordinates import COORDINATES, Coordinates
from visavis.rig.flame_map import load_flame_rig
from visavis.rig.head_model import HeadModel
from visavis.rig.open_head import OPEN_HEAD_ID, load_open_head
from visavis.rig.pose import FacePose
from visavis.rig.retarget import FaceRetargeter, RetargetSolver
from visavis.rig.rig import FlameFrames, Rig, open_rig

__all__ = [
    "COORDINATES",
    "OPEN_HEAD_ID",
    "Coordinates",
    "FacePose",
    "FaceRetargeter",
    "FlameFrames",
    "HeadModel",
    "RetargetSolver",
    "Rig",
    "load_flame_rig",
    "load_open_head",
    "open_rig",
]
