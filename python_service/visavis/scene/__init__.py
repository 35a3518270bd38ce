"""Where they are: placements and how they change, pose text, things to look at, the geometry of gaze."""

from visavis.scene.placement import PersonPlacement, Placement, PlacementError, SceneObject
from visavis.scene.relation import RELATION_SIZE, eye_point, relation

__all__ = [
    "RELATION_SIZE",
    "PersonPlacement",
    "Placement",
    "PlacementError",
    "SceneObject",
    "eye_point",
    "relation",
]
