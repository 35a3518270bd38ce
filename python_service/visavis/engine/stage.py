"""The scene of one conversation: changes in the engine's terms, places in the network's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.engine.options import SceneChange, scene_error
from visavis.engine.output import Notice, NoticeSeverity, Output
from visavis.errors import InvalidInput
from visavis.scene import PersonPlacement, PlacementError, PlacementTrack, SceneFrames, SceneObject, relation
from visavis.scene.pose_text import PoseReading, interpret
from visavis.scene.track import MAX_OBJECTS, MID_STREAM_TRANSITION, PersonPath
from visavis.state import FRAME_RATE

FloatArray = NDArray[np.float32]

STEP_PAUSE: Final = 0.8
"""Seconds between the steps of a sentence, so that each is seen."""
SURE: Final = 0.5
"""Confidence below which a pose text counts as not understood, and is told so."""


class Stage:
    """Where both people and the things around them are, as changes keep coming.

    Attributes:
        opening: what was understood of the pose text given at open, or None.
        news: what is worth telling about the opening.
    """

    def __init__(self, opening: SceneChange | None) -> None:
        self._track = PlacementTrack()
        self._names: dict[str, str] = {}
        self._seen: tuple[bytes, ...] = ()
        self._relation = np.zeros((2, 1, 6), np.float32)
        self.opening: PoseReading | None = None
        self.news: list[Output] = []
        if opening is not None:
            self.opening, self.news = self._change(opening, at_open=True)

    @property
    def object_names(self) -> tuple[str, ...]:
        """All things named so far; `gaze_object` counts in them."""
        return self._track.object_names

    def change(self, change: SceneChange) -> list[Output]:
        """Let the scene change.

        Returns:
            What was understood of its pose text, if it has one, and what is worth telling about that.

        Raises:
            InvalidInput: naming the field; nothing is changed then.
        """
        reading, news = self._change(change, at_open=False)
        return news if reading is None else [reading, *news]

    def _change(self, change: SceneChange, *, at_open: bool) -> tuple[PoseReading | None, list[Output]]:
        change.check()
        reading = self._read(change, at_open) if change.pose_text else None
        objects = _joined(change.objects, () if reading is None else reading.objects)
        self._check_names(objects, change.removed_objects)
        a, b, walk = change.a, change.b, None
        transition = self._transition(change, at_open)
        if reading is not None:
            transition, walk = reading.transition_s or 0.0, reading.walk
            a, b = self._led_to(reading, change)
        try:
            begun = change.time_s
            if reading is not None and len(reading.steps) > 1:
                begun, transition = self._first_steps(reading, change, transition, at_open)
                a, b = change.a or reading.placement.a, change.b or reading.placement.b
            if a is not None or b is not None or walk is not None:
                self._track.change(begun, a, b, transition, walk)
            for thing in objects:
                self._track.place_object(thing, change.time_s, transition)
            for name in change.removed_objects:
                self._track.remove_object(name, change.time_s)
        except PlacementError as error:
            raise scene_error(error) from error
        if reading is None:
            return None, []
        self._names = reading.names
        return reading, _doubts(change, reading)

    def _first_steps(
        self, reading: PoseReading, change: SceneChange, whole: float, at_open: bool
    ) -> tuple[float, float]:
        """Performs all steps of a sentence but the last; when that begins, and the seconds it takes.

        `whole` is the time all steps take together when the change says so; a state that the text begins with
        is there at once when a conversation opens.
        """
        begun = max(change.time_s, self._track.reached / FRAME_RATE)
        state = 0.0 if at_open and change.time_s == 0.0 else MID_STREAM_TRANSITION
        told = [state if step.transition_s is None else step.transition_s for step in reading.steps]
        pace = whole / sum(told) if change.transition_s is not None and sum(told) > 0.0 else 1.0
        for step, seconds in zip(reading.steps[:-1], told):
            a, b = change.a or step.placement.a, change.b or step.placement.b
            self._track.change(begun, a, b, seconds * pace, step.walk)
            begun += seconds * pace + STEP_PAUSE
        return begun, told[-1] * pace

    def _transition(self, change: SceneChange, at_open: bool) -> float:
        """Seconds that `change` takes when no sentence says otherwise."""
        if change.transition_s is not None:
            return change.transition_s
        return 0.0 if at_open and change.time_s == 0.0 else MID_STREAM_TRANSITION

    def _read(self, change: SceneChange, at_open: bool) -> PoseReading:
        """What the pose text means from where things are going by then, with the time it takes settled."""
        current = self._track.target(max(change.time_s, self._track.reached / FRAME_RATE))
        try:
            reading = interpret(change.pose_text, current, self._names)
        except InvalidInput as error:
            raise InvalidInput("scene.pose_text", error.message) from error
        implied = reading.transition_s if change.transition_s is None else None
        return replace(reading, transition_s=self._transition(change, at_open) if implied is None else implied)

    def _led_to(
        self, reading: PoseReading, change: SceneChange
    ) -> tuple[PersonPlacement | None, PersonPlacement | None]:
        """A's and B's new places, None for who stays; numbers win over the sentence."""
        current = self._track.target(max(change.time_s, self._track.reached / FRAME_RATE))
        said = reading.placement if reading.confidence > 0 else current
        a = change.a or (said.a if said.a != current.a else None)
        b = change.b or (said.b if said.b != current.b else None)
        return a, b

    def _check_names(self, objects: Sequence[SceneObject], removed: Sequence[str]) -> None:
        known = set(self._track.object_names) | {thing.name for thing in objects}
        if len(known) > MAX_OBJECTS:
            raise InvalidInput("scene.objects", f"come to {len(known)} names, more than {MAX_OBJECTS}")
        for name in removed:
            if name not in known:
                raise InvalidInput("scene.removed_objects", f"nothing is called '{name}'")

    def frames(self, first: int, count: int) -> tuple[SceneFrames, FloatArray]:
        """The scene in engine frames `first` and on, and (2, count, 6) how each stands to the other."""
        scene = self._track.frames(first, count)
        if first % 256 == 0:
            self._track.forget_before(first)
        if count > 1:
            return scene, _relation(scene)
        seen = (*_bytes(scene.a), *_bytes(scene.b))
        if seen != self._seen:
            self._seen, self._relation = seen, _relation(scene)
        return scene, self._relation


def _joined(given: Sequence[SceneObject], read: Sequence[SceneObject]) -> tuple[SceneObject, ...]:
    """Things given as numbers, and those that a sentence adds to them."""
    names = {thing.name for thing in given}
    return (*given, *(thing for thing in read if thing.name not in names))


def _doubts(change: SceneChange, reading: PoseReading) -> list[Output]:
    """A notice when a pose text was not understood, or only guessed at."""
    if reading.confidence >= SURE:
        return []
    words = f" ({', '.join(reading.not_understood)})" if reading.not_understood else ""
    said = "nothing" if reading.confidence == 0 else f"only this, as a guess: {reading.reading}"
    message = f"of '{change.pose_text}'{words} was understood: {said}"
    return [Notice(NoticeSeverity.WARNING, "pose_text_not_understood", message, change.time_s)]


def _relation(scene: SceneFrames) -> FloatArray:
    return np.stack([relation(scene.a, scene.b), relation(scene.b, scene.a)])


def _bytes(path: PersonPath) -> tuple[bytes, ...]:
    return path.position.tobytes(), path.yaw_deg.tobytes(), path.eye_height.tobytes(), path.lean_deg.tobytes()
