"""Where both people and the things around them are, frame by frame, while changes keep coming."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.scene.placement import PersonPlacement, Placement, PlacementError, SceneObject
from visavis.scene.timeline import Orbit, Timeline, nearest_turn
from visavis.state.behaviour import FRAME_RATE

TRANSITION_RANGE: Final = (0.0, 30.0)
"""Seconds a change may take."""
MID_STREAM_TRANSITION: Final = 1.0
"""Seconds a change takes when it comes in mid-stream and does not say."""
BODY_RADIUS: Final = 0.45
"""Metres; nobody's way leads nearer past the other than this, unless it ends there."""
MAX_OBJECTS: Final = 64

Array = NDArray[np.float64]


@dataclass(frozen=True)
class PersonPath:
    """One person's places over T frames.

    Attributes:
        rows: (T, 6) x, y, z (metres, the floor between the feet), yaw (radians, unwrapped), eye height
            (metres), lean (radians).
    """

    rows: Array

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def position(self) -> Array:
        """(T, 3) metres, the floor between the feet."""
        return self.rows[:, :3]

    @property
    def yaw_deg(self) -> Array:
        """(T,) degrees about +Y, unwrapped."""
        return np.degrees(self.rows[:, 3])

    @property
    def eye_height(self) -> Array:
        """(T,) metres."""
        return self.rows[:, 4]

    @property
    def lean_deg(self) -> Array:
        """(T,) degrees, positive forward."""
        return np.degrees(self.rows[:, 5])

    def at(self, index: int) -> PersonPlacement:
        """The place in the path's frame `index`."""
        x, y, z, yaw, eye_height, lean = self.rows[index].tolist()
        yaw_deg, lean_deg = float(np.degrees(nearest_turn(yaw))), float(np.degrees(lean))
        return PersonPlacement((x, y, z), yaw_deg, eye_height, lean_deg)


@dataclass(frozen=True)
class ObjectPaths:
    """The things to look at over T frames; K have been named so far.

    Attributes:
        names: K names; a thing keeps its index for good.
        position: (T, K, 3) metres.
        salience: (T, K) in [0, 1]; 0 while it is not there.
    """

    names: tuple[str, ...]
    position: Array
    salience: Array


@dataclass(frozen=True)
class SceneFrames:
    """The scene over T frames from frame `start` on."""

    start: int
    a: PersonPath
    b: PersonPath
    objects: ObjectPaths

    def __len__(self) -> int:
        return len(self.a)

    def placement(self, index: int) -> Placement:
        """Both places in frame `start + index`."""
        return Placement(self.a.at(index), self.b.at(index))


@dataclass(frozen=True)
class Walk:
    """Somebody goes around the other instead of straight on, or both around each other.

    Attributes:
        person: 0 for A, 1 for B.
        sweep_deg: degrees about +Y seen from the other; 360 is once around.
        both: whether both go, around the point midway between them.
    """

    person: int
    sweep_deg: float
    both: bool = False


def _row(place: PersonPlacement) -> Array:
    yaw, lean = np.radians(place.yaw_deg), np.radians(place.lean_deg)
    return np.array([*place.position, yaw, place.eye_height, lean], np.float64)


@dataclass
class _Thing:
    """A named thing: where it is, and from which frames on it is how salient."""

    where: Timeline
    salience: list[tuple[float, float]] = field(default_factory=list)

    def set_salience(self, start: float, value: float) -> None:
        self.salience = sorted([s for s in self.salience if s[0] != start] + [(start, value)])

    def salience_at(self, frames: Array) -> Array:
        values = np.array([0.0, *(value for _, value in self.salience)])
        return values[np.searchsorted([start for start, _ in self.salience], frames, side="right")]


class PlacementTrack:
    """The scene of one conversation over time: the same frame always has the same answer, whatever was
    asked before, as long as changes do not reach into the past.
    """

    def __init__(self, start: Placement | None = None, objects: Iterable[SceneObject] = ()) -> None:
        """Both stand at `start` (default: facing each other, 1.2 m apart), with `objects` around them.

        Raises:
            PlacementError: a place or an object is out of range.
        """
        start = (start or Placement()).validated()
        self._people = [Timeline(_row(start.a), angle=3), Timeline(_row(start.b), angle=3)]
        self._things: dict[str, _Thing] = {}
        self.reached = 0
        """Frames handed out so far; a change cannot begin before this."""
        for thing in objects:
            self.place_object(thing, 0.0)

    def frames(self, first: int, count: int) -> SceneFrames:
        """The scene in frames first ... first + count - 1."""
        a, b = (timeline.at(first, count) for timeline in self._people)
        self.reached = max(self.reached, first + count)
        return SceneFrames(first, PersonPath(a), PersonPath(b), self._objects(first, count))

    def at(self, frame: int) -> Placement:
        """Where both are in `frame`."""
        a, b = (PersonPath(timeline.at(frame, 1)) for timeline in self._people)
        return Placement(a.at(0), b.at(0))

    def target(self, time_s: float) -> Placement:
        """Where the changes in force at `time_s` lead to: what a sentence such as "closer" starts from."""
        a, b = (PersonPath(timeline.target_at(time_s * FRAME_RATE)[None]) for timeline in self._people)
        return Placement(a.at(0), b.at(0))

    def change(
        self,
        time_s: float,
        a: PersonPlacement | None = None,
        b: PersonPlacement | None = None,
        transition_s: float = MID_STREAM_TRANSITION,
        walk: Walk | None = None,
        now: int | None = None,
    ) -> None:
        """From `time_s` on, go to the given places; who is not given goes on as before.

        The bodies go on smoothly from where they are and how they move then. Nobody walks through the
        other: a way that would is led around.

        Args:
            time_s: audio time; before `now` it means now.
            a: A's new place, or None.
            b: B's new place, or None.
            transition_s: seconds the change takes; 0 is at once.
            walk: an explicit walk around the other.
            now: first frame not yet given out; by default what `frames` has handed out.

        Raises:
            PlacementError: a place, time or transition is out of range.
        """
        if not np.isfinite(time_s) or time_s < 0:
            raise PlacementError("time_s", f"{time_s:g} is not a time from 0 on, in seconds")
        low, high = TRANSITION_RANGE
        if not low <= transition_s <= high:
            raise PlacementError("transition_s", f"{transition_s:g} is not within {low:g} to {high:g} s")
        start = max(time_s * FRAME_RATE, float(self.reached if now is None else now))
        length = transition_s * FRAME_RATE
        targets = [a.validated("a") if a else None, b.validated("b") if b else None]
        for i in () if walk is None else (0, 1) if walk.both else (walk.person,):
            if targets[i] is None:  # once around and back to where they were: nothing but the way is new
                targets[i] = PersonPath(self._people[i].target_at(start)[None]).at(0)
        begins = [self._state(i, start) for i in (0, 1)]
        ends = [_row(p) if p else self._people[i].target_at(start) for i, p in enumerate(targets)]
        if np.hypot(*(ends[0] - ends[1])[[0, 2]]) < 0.05:
            raise PlacementError("b.position", "is within 0.05 m of a.position; bodies need room")
        orbits = self._orbits(begins, ends, walk, length)
        for i, placed in enumerate(targets):
            if placed is not None:
                self._people[i].change(start, _row(placed), length, orbits[i])

    def place_object(
        self, thing: SceneObject, time_s: float, transition_s: float = 0.0, now: int | None = None
    ) -> None:
        """From `time_s` on there is `thing`; one of a known name moves there.

        Raises:
            PlacementError: the object is out of range, or there are more than 64.
        """
        thing = thing.validated()
        start = max(time_s * FRAME_RATE, float(self.reached if now is None else now))
        where = np.array(thing.position, np.float64)
        known = self._things.get(thing.name)
        if known is None:
            if len(self._things) >= MAX_OBJECTS:
                raise PlacementError("objects", f"has more than {MAX_OBJECTS} names")
            known = self._things[thing.name] = _Thing(Timeline(where))
        elif known.salience_at(np.array([start]))[0] == 0.0:
            known.where.change(start, where, 0.0)
        else:
            known.where.change(start, where, transition_s * FRAME_RATE)
        known.set_salience(start, thing.salience)

    def remove_object(self, name: str, time_s: float, now: int | None = None) -> None:
        """From `time_s` on the thing called `name` is gone; an unknown name is a PlacementError."""
        if name not in self._things:
            raise PlacementError("removed_objects", f"nothing is called '{name}'")
        start = max(time_s * FRAME_RATE, float(self.reached if now is None else now))
        self._things[name].set_salience(start, 0.0)

    @property
    def object_names(self) -> tuple[str, ...]:
        """All things named so far, in the order of their indices."""
        return tuple(self._things)

    def forget_before(self, frame: int) -> None:
        """Let go of changes that are over before `frame`: keeps a long live feed from growing."""
        for timeline in [*self._people, *(thing.where for thing in self._things.values())]:
            timeline.forget_before(frame)

    def _state(self, person: int, start: float) -> Array:
        timeline = self._people[person]
        running = [s for s in timeline.segments if s.start <= start]
        return running[-1].motion(start)[0] if running else timeline.origin

    def _objects(self, first: int, count: int) -> ObjectPaths:
        if not self._things:
            return ObjectPaths((), np.empty((count, 0, 3)), np.empty((count, 0)))
        frames = np.arange(first, first + count, dtype=np.float64)
        where = np.stack([thing.where.at(first, count) for thing in self._things.values()], axis=1)
        salience = np.stack([thing.salience_at(frames) for thing in self._things.values()], axis=1)
        return ObjectPaths(self.object_names, where, salience)

    @staticmethod
    def _orbits(begins: list[Array], ends: list[Array], walk: Walk | None, length: float) -> list[Orbit | None]:
        """What each goes around, if the straight way is not free or another was asked for."""
        orbits: list[Orbit | None] = [None, None]
        if length <= 0:
            return orbits
        floor = [0, 2]
        if walk is not None:
            other = 1 - walk.person
            sweep = float(np.radians(walk.sweep_deg))
            first, last = begins[other][floor], ends[other][floor]
            if walk.both:
                first, last = ((begins[0] + begins[1]) / 2)[floor], ((ends[0] + ends[1]) / 2)[floor]
                orbits[other] = Orbit(first, last, sweep)
            orbits[walk.person] = Orbit(first, last, sweep)
            return orbits
        apart, later = (state[0][floor] - state[1][floor] for state in (begins, ends))
        way = later - apart
        along = np.clip(-(apart @ way) / max(float(way @ way), 1e-12), 0.0, 1.0)
        nearest = float(np.hypot(*(apart + along * way)))
        if nearest >= min(BODY_RADIUS, 0.8 * min(np.hypot(*apart), np.hypot(*later))):
            return orbits
        moves = [float(np.hypot(*(e - s)[floor])) for s, e in zip(begins, ends)]
        person = int(moves[1] > moves[0])
        other = 1 - person
        first, last = (s[person][floor] - s[other][floor] for s in (begins, ends))
        sweep = nearest_turn(float(np.arctan2(*last) - np.arctan2(*first)))
        orbits[person] = Orbit(begins[other][floor], ends[other][floor], sweep)
        return orbits
