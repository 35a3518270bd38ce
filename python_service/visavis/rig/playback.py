"""The playback buffer: poses by audio time, smooth through stalls. docs/retargeting.md, step 4."""

from bisect import bisect_right, insort
from typing import Final

from visavis.rig.pose import FacePose, mix

HOLD_S: Final = 0.100
"""How long the last pose is held when nothing new has come, seconds."""

EASE_S: Final = 0.300
"""How long the way to idle takes after that, and the way back; what was missed is caught up in at most as long."""

SAME_TIME_S: Final = 1e-6
SEEK_S: Final = 1.0
"""A jump of the sampled time beyond this is a seek, not a stall."""


def smooth(u: float) -> float:
    """The smooth step 3u^2 - 2u^3 of u in [0, 1]."""
    return u * u * (3.0 - 2.0 * u)


class PlaybackBuffer:
    """Frames go in with their audio time, in any order; poses come out for the audio time being heard."""

    def __init__(self, capacity: int = 512, hold: float = HOLD_S, ease: float = EASE_S) -> None:
        """`capacity` frames at most; `hold` and `ease` in seconds."""
        self.capacity, self.hold, self.ease = capacity, hold, ease
        self.reset()

    def reset(self) -> None:
        """Forgets everything."""
        self._times: list[float] = []
        self._poses: list[FacePose] = []
        self._sampled: float | None = None
        self._caught = FacePose()
        self._forget_stall()

    def _forget_stall(self) -> None:
        self._stalled = 0.0
        self._rest = 0.0
        self._catch_up = 0.0

    def push(self, time: float, pose: FacePose) -> None:
        """Takes a frame; one of the same time replaces the older."""
        index = bisect_right(self._times, time + SAME_TIME_S)
        if index > 0 and time - self._times[index - 1] <= SAME_TIME_S:
            self._poses[index - 1] = pose
            return
        insort(self._times, time)
        self._poses.insert(index, pose)
        if len(self._times) > self.capacity:
            del self._times[0], self._poses[0]

    def sample(self, time: float) -> FacePose:
        """The pose at audio time `time`, seconds; to be asked for in rising order, else it is a seek."""
        dt = 0.0 if self._sampled is None else time - self._sampled
        if not 0.0 <= dt <= SEEK_S:
            dt = 0.0
            self._forget_stall()
        self._sampled = time
        last = bisect_right(self._times, time + SAME_TIME_S) - 1
        # What lies before the frame now shown will not be asked for again.
        if last > 0:
            del self._times[:last], self._poses[:last]
            last = 0
        if last < 0:
            # Nothing to come back to: the first frame comes out of rest.
            self._rest = 1.0
            return self._poses[0].idle() if self._poses else FacePose()
        target = self._poses[0]
        late = max(0.0, time - self._times[0])
        if late <= SAME_TIME_S:
            late = 0.0
        elif len(self._times) > 1 and self._times[1] - self._times[0] <= self.hold + SAME_TIME_S:
            target = mix(target, self._poses[1], late / (self._times[1] - self._times[0]))
            late = 0.0
        self._rest = max(min(max((late - self.hold) / self.ease, 0.0), 1.0), self._rest - dt / self.ease)
        if late < self._stalled:
            # Newer frames have come, maybe late themselves: what was missed takes as long as it did, at most `ease`.
            self._catch_up = max(self._catch_up, min(self._stalled - late, self.ease))
        self._stalled = late
        if dt < self._catch_up:
            target = mix(self._caught, target, dt / self._catch_up)
            self._catch_up -= dt
        else:
            self._catch_up = 0.0
        self._caught = target
        return mix(target, target.idle(), smooth(self._rest)) if self._rest > 0.0 else target
