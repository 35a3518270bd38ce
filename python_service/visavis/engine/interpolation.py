"""Engine frames at 30 a second to output frames at another rate."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.engine.schedule import Schedule
from visavis.rig.rotations import axis_angle_from_quaternion, multiply_quaternions, quaternion_from_axis_angle
from visavis.state import DyadState, PersonState

_ROTATIONS = ("body_rotation", "head_rotation", "left_eye", "right_eye")
_LINEAR = ("arkit", "head_position", "eyelids", "gaze_point", "gaze_on_partner", "speaking")
_STEPS = ("gaze_kind", "gaze_object")


def between_rotations(
    left: NDArray[np.float32], right: NDArray[np.float32], share: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Rotations on the shortest way between two, at constant speed (Shoemake 1985, slerp).

    Args:
        left, right: (T, 3) axis-angle vectors, radians.
        share: (T,) 0 gives `left`, 1 gives `right`.

    Returns:
        (T, 3) axis-angle vectors.
    """
    begin = quaternion_from_axis_angle(left)
    back = begin * np.array([1.0, -1.0, -1.0, -1.0])
    way = axis_angle_from_quaternion(multiply_quaternions(back, quaternion_from_axis_angle(right)))
    part = quaternion_from_axis_angle(way * share[:, None])
    return axis_angle_from_quaternion(multiply_quaternions(begin, part)).astype(np.float32)


def _person(states: PersonState, left: NDArray[np.int64], share: NDArray[np.float32]) -> PersonState:
    """A person at places `left + share` of the frames `states`; the frame at a place itself is taken as it is."""
    right = np.minimum(left + 1, len(states) - 1)
    fields: dict[str, Any] = {name: getattr(states, name)[left] for name in _STEPS}
    on_frame = share == 0
    for name in _ROTATIONS:
        values = getattr(states, name)
        turned = between_rotations(values[left], values[right], share)
        fields[name] = np.where(on_frame[:, None], values[left], turned)
    for name in _LINEAR:
        values = getattr(states, name)
        weight = share.reshape(-1, *[1] * (values.ndim - 1))
        fields[name] = values[left] + (values[right] - values[left]) * weight
    return PersonState(**fields)


def join(first: PersonState, second: PersonState) -> PersonState:
    """Two stretches of one person, one after the other."""
    names = PersonState.__dataclass_fields__
    return PersonState(**{n: np.concatenate([getattr(first, n), getattr(second, n)]) for n in names})


def cut(state: PersonState, start: int, stop: int) -> PersonState:
    """Frames `start` to `stop` of a stretch."""
    return PersonState(**{n: getattr(state, n)[start:stop] for n in PersonState.__dataclass_fields__})


class OutputRate:
    """Hands on the output frames that lie among engine frames as these come.

    Attributes:
        next_output: index of the output frame that comes next.
    """

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._last: DyadState | None = None
        self.next_output = schedule.first_output

    def push(self, state: DyadState, outputs: int | None, *, last: bool = False) -> DyadState | None:
        """Take in the next engine frames; returns the output frames that they complete, None without any.

        Args:
            state: engine frames `state.start` and on, continuing those before.
            outputs: how many output frames there are in all, None if that is not known yet.
            last: no engine frame comes after these; an output frame beyond the last is as that one.
        """
        stop = state.start + len(state.a)
        wanted: list[tuple[int, int]] = []
        while outputs is None or self.next_output + len(wanted) < outputs:
            frame, rest = self._schedule.place(self.next_output + len(wanted))
            if frame >= stop or (frame + (rest > 0) >= stop and not last):
                break
            wanted.append((frame, rest))
        if not self._schedule.interpolates:
            return self._as_they_are(state, len(wanted))
        first, a, b = state.start, state.a, state.b
        if self._last is not None:
            first, a, b = self._last.start, join(self._last.a, a), join(self._last.b, b)
        self._last = DyadState(stop - 1, state.fps, cut(a, len(a) - 1, len(a)), cut(b, len(b) - 1, len(b)))
        if not wanted:
            return None
        left = np.array([frame - first for frame, _ in wanted])
        share = np.array([rest / self._schedule.fps for _, rest in wanted], np.float32)
        made = DyadState(self.next_output, self._schedule.fps, _person(a, left, share), _person(b, left, share))
        self.next_output += len(wanted)
        return made

    def _as_they_are(self, state: DyadState, count: int) -> DyadState | None:
        if not count:
            return None
        skipped = self.next_output - state.start
        self.next_output += count
        if skipped == 0 and count == len(state.a):
            return state
        stop = skipped + count
        return DyadState(state.start + skipped, state.fps, cut(state.a, skipped, stop), cut(state.b, skipped, stop))
