"""A few numbers over time that are told where to be, and glide there without a jump."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FEED_GAP: Final = 15.0
"""Frames; changes "at once" that follow each other within this are a feed of positions, and joined up."""
FEED_SPEED: Final = 8.0 / 30.0
"""Metres a frame; what moves faster than this between two changes was put there, not walked there."""
FEED_STRETCH: Final = 2.0
"""A glide of a feed lasts this many gaps between its changes, so that it never stops on the way."""
_STEP: Final = 0.02
"""Frames; the step by which velocity and acceleration are read off a path."""


@dataclass(frozen=True)
class Orbit:
    """A walk around a point instead of straight on, in the plane of columns 0 (x) and 2 (z).

    Attributes:
        centre: (2,) x, z walked around at the start.
        centre_end: (2,) the same at the end.
        sweep: radians walked about +Y; the radius changes from that of the start to that of the end.
        turn: whether column 3 (yaw, radians) turns along, so that who faces the centre goes on facing it.
    """

    centre: Array
    centre_end: Array
    sweep: float
    turn: bool = True


@dataclass
class Segment:
    """The way from a state of motion (position, velocity, acceleration) to rest at `target`.

    Attributes:
        start: frame at which it begins (need not be whole).
        length: frames it takes; 0 is at once.
        origin, velocity, acceleration: (D,) at the start, per frame and frame squared.
        target: (D,) where it ends.
        orbit: the walk around, if it is not straight.
    """

    start: float
    length: float
    origin: Array
    velocity: Array
    acceleration: Array
    target: Array
    orbit: Orbit | None = None

    def at(self, frame: Array) -> Array:
        """(..., D) where things are at `frame`, which is not before the start.

        Minimum jerk (Flash and Hogan 1985), continued smoothly from the motion at the start.
        """
        if self.length <= 0:
            return np.broadcast_to(self.target, (*np.shape(frame), len(self.target))).copy()
        t = np.clip((np.asarray(frame, np.float64) - self.start) / self.length, 0.0, 1.0)[..., None]
        cubed = t * t * t
        path = self._path(cubed * (10.0 + t * (6.0 * t - 15.0)))
        carried = self.length * (t - cubed * (6.0 + t * (3.0 * t - 8.0))) * self.velocity
        carried += self.length**2 * 0.5 * t * t * (1.0 - t) ** 3 * self.acceleration
        result: Array = path + carried
        return result

    def _path(self, done: Array) -> Array:
        straight = self.origin + (self.target - self.origin) * done
        if self.orbit is None:
            return np.asarray(straight)
        orbit = self.orbit
        from_centre = self.origin[[0, 2]] - orbit.centre
        to_centre = self.target[[0, 2]] - orbit.centre_end
        begin = np.arctan2(from_centre[0], from_centre[1])
        angle = begin + orbit.sweep * done[..., 0]
        radius = np.hypot(*from_centre) * (1 - done[..., 0]) + np.hypot(*to_centre) * done[..., 0]
        centre = orbit.centre + (orbit.centre_end - orbit.centre) * done
        straight[..., 0] = centre[..., 0] + radius * np.sin(angle)
        straight[..., 2] = centre[..., 1] + radius * np.cos(angle)
        if orbit.turn:
            turned = nearest_turn(self.target[3] - orbit.sweep - self.origin[3])
            straight[..., 3] = self.origin[3] + orbit.sweep * done[..., 0] + turned * done[..., 0]
        return np.asarray(straight)

    def motion(self, frame: float) -> tuple[Array, Array, Array]:
        """Position, velocity and acceleration (D,) at `frame`, read off the path."""
        into = frame - self.start
        if self.length <= 0 or into >= self.length:
            return self.end.copy(), np.zeros_like(self.target), np.zeros_like(self.target)
        if into <= 0:
            return self.origin.copy(), self.velocity.copy(), self.acceleration.copy()
        step = min(_STEP, into, self.length - into)
        before, here, after = self.at(np.array([frame - step, frame, frame + step]))
        return here, (after - before) / (2 * step), (after - 2 * here + before) / step**2

    @property
    def end(self) -> Array:
        """(D,) where it comes to rest; turns made along an orbit are counted in."""
        return np.asarray(self.at(np.array(self.start + self.length)))


def nearest_turn(angle: float) -> float:
    """The same direction within half a turn, radians; half a turn exactly goes to the left (+)."""
    wrapped = float((angle + np.pi) % (2 * np.pi) - np.pi)
    return np.pi if wrapped <= -np.pi + 1e-9 else wrapped


@dataclass
class Timeline:
    """Where D numbers are at every frame, told by changes that may come at any time.

    Attributes:
        origin: (D,) where they are before any change.
        angle: index of the column that is an angle in radians, -1 without one.
    """

    origin: Array
    angle: int = -1
    segments: list[Segment] = field(default_factory=list)

    def at(self, first: int, count: int) -> Array:
        """(count, D) at frames first, first + 1, ..."""
        if not self.segments or first + count - 1 < self.segments[0].start:
            return self.origin[None].repeat(count, axis=0)
        last = self.segments[-1]
        if first >= last.start + last.length:
            return last.end[None].repeat(count, axis=0)
        frames = np.arange(first, first + count, dtype=np.float64)
        result = np.empty((count, len(self.origin)))
        which = np.searchsorted([s.start for s in self.segments], frames, side="right") - 1
        for index in np.unique(which):
            rows = which == index
            result[rows] = self.origin if index < 0 else self.segments[index].at(frames[rows])
        return result

    def target_at(self, frame: float) -> Array:
        """(D,) where the change in force at `frame` leads to."""
        before = [s for s in self.segments if s.start <= frame]
        return before[-1].end if before else self.origin

    def change(self, start: float, target: Array, length: float, orbit: Orbit | None = None) -> None:
        """From frame `start` on, glide to `target` (D,) within `length` frames; 0 is at once.

        Changes that begin later stay and are joined on anew. Changes "at once" that follow each other
        quickly, as an engine sends them that reports where its avatars are, are joined up by gliding.
        """
        later = [s for s in self.segments if s.start > start]
        self.segments = [s for s in self.segments if s.start < start]
        self._append(start, target, length, orbit)
        for s in later:
            self._append(s.start, s.target, s.length, s.orbit)

    def forget_before(self, frame: float) -> None:
        """Let go of what ended before `frame`; frames from there on stay as they are."""
        while len(self.segments) > 1 and self.segments[1].start <= frame:
            self.origin = self.segments.pop(0).end

    def _append(self, start: float, target: Array, length: float, orbit: Orbit | None) -> None:
        zero = np.zeros_like(self.origin)
        position, velocity, acceleration = self.origin.copy(), zero, zero
        if self.segments:
            position, velocity, acceleration = self.segments[-1].motion(start)
            gap = start - self.segments[-1].start
            moved = float(np.max(np.abs(target - position)[:3]))
            if length <= 0 and gap <= FEED_GAP and moved <= FEED_SPEED * gap:
                length = FEED_STRETCH * gap
        target = target.copy()
        if self.angle >= 0 and orbit is None:
            target[self.angle] = position[self.angle] + nearest_turn(target[self.angle] - position[self.angle])
        self.segments.append(Segment(start, length, position, velocity, acceleration, target, orbit))
