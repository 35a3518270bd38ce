"""The scene of one conversation: changes in the engine's terms, places in the network's."""

import numpy as np
from numpy.typing import NDArray

from visavis.engine.options import SceneChange, scene_error
from visavis.engine.output import Output
from visavis.errors import InvalidInput
from visavis.scene import PlacementError, PlacementTrack, SceneFrames, relation
from visavis.scene.track import MAX_OBJECTS, MID_STREAM_TRANSITION, PersonPath

FloatArray = NDArray[np.float32]


class Stage:
    """Where both people and the things around them are, as changes keep coming."""

    def __init__(self, opening: SceneChange | None) -> None:
        self._track = PlacementTrack()
        self._seen: tuple[bytes, ...] = ()
        self._relation = np.zeros((2, 6), np.float32)
        self.opening: object | None = None
        if opening is not None:
            self.change(opening, at_open=True)

    @property
    def object_names(self) -> tuple[str, ...]:
        """All things named so far; `gaze_object` counts in them."""
        return self._track.object_names

    def change(self, change: SceneChange, *, at_open: bool = False) -> list[Output]:
        """Let the scene change.

        Returns:
            What is worth telling about it.

        Raises:
            InvalidInput: naming the field; nothing is changed then.
        """
        change.check()
        known = set(self._track.object_names) | {thing.name for thing in change.objects}
        if len(known) > MAX_OBJECTS:
            raise InvalidInput("scene.objects", f"come to {len(known)} names, more than {MAX_OBJECTS}")
        for name in change.removed_objects:
            if name not in known:
                raise InvalidInput("scene.removed_objects", f"nothing is called '{name}'")
        transition = change.transition_s
        if transition is None:
            transition = 0.0 if at_open and change.time_s == 0.0 else MID_STREAM_TRANSITION
        try:
            if change.a is not None or change.b is not None:
                self._track.change(change.time_s, change.a, change.b, transition)
            for thing in change.objects:
                self._track.place_object(thing, change.time_s, transition)
            for name in change.removed_objects:
                self._track.remove_object(name, change.time_s)
        except PlacementError as error:
            raise scene_error(error) from error
        return []

    def frames(self, first: int, count: int) -> tuple[SceneFrames, FloatArray]:
        """The scene in engine frames `first` and on, and (2, count, 6) how each stands to the other."""
        scene = self._track.frames(first, count)
        if first % 256 == 0:
            self._track.forget_before(first)
        seen = (*_bytes(scene.a), *_bytes(scene.b))
        if count > 1 or seen != self._seen:
            places = np.stack([relation(scene.a, scene.b), relation(scene.b, scene.a)])
            if count > 1:
                return scene, places
            self._seen, self._relation = seen, places
        return scene, self._relation


def _bytes(path: PersonPath) -> tuple[bytes, ...]:
    return path.position.tobytes(), path.yaw_deg.tobytes(), path.eye_height.tobytes(), path.lean_deg.tobytes()
