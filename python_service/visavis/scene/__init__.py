"""Where they are: placements and how they change, pose text, things to look at, the geometry of gaze."""

from visavis.scene.placement import PersonPlacement, Placement, PlacementError, SceneObject
from visavis.scene.relation import RELATION_SIZE, eye_point, relation
from visavis.scene.track import ObjectPaths, PersonPath, PlacementTrack, SceneFrames, Walk

__all__ = [
    "RELATION_SIZE",
    "ObjectPaths",
    "PersonPath",
    "PersonPlacement",
    "Placement",
    "PlacementError",
    "PlacementTrack",
    "SceneFrames",
    "SceneObject",
    "Walk",
    "eye_point",
    "relation",
]
