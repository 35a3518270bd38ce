"""The playback buffer: poses by audio time, smooth through stalls. docs/retargeting.md, step 4."""

from bisect import bisect_right, insort
from typing import Final

from visavis.rig.pose import FacePose, mix

HOLD_S: Final = 0.100
"""How long the last pose is held when nothing new has come, seconds."""

EASE_S: Final = 0.300
"""How long the way to idle takes after that, and at most the way back."""

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
        self._shown: FacePose | None = None
        self._shown_body = False
        self._forget_stall()

    def _forget_stall(self) -> None:
        self._stalled = 0.0
        self._return_from: FacePose | None = None
        self._return_at = 0.0
        self._return_for = 0.0

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
        if self._sampled is not None and not 0.0 <= time - self._sampled <= SEEK_S:
            self._forget_stall()
        self._sampled = time
        last = bisect_right(self._times, time + SAME_TIME_S) - 1
        # What lies before the frame now shown will not be asked for again.
        if last > 0:
            del self._times[:last], self._poses[:last]
            last = 0
        started = last >= 0
        if not started:
            target = self._poses[0].idle() if self._poses else FacePose()
            late = self.hold + self.ease
        else:
            target = self._poses[0]
            late = max(0.0, time - self._times[0])
            if late <= SAME_TIME_S:
                late = 0.0
            elif len(self._times) > 1 and self._times[1] - self._times[0] <= self.hold + SAME_TIME_S:
                target = mix(target, self._poses[1], late / (self._times[1] - self._times[0]))
                late = 0.0
        if late > 0.0:
            self._stalled = late
            u = min(max((late - self.hold) / self.ease, 0.0), 1.0)
            shown = mix(target, target.idle(), smooth(u)) if u > 0.0 else target
        else:
            if self._stalled > 0.0 and self._shown is not None:
                self._return_from = self._shown if self._shown_body else target.idle()
                self._return_at = time
                self._return_for = min(self._stalled, self.ease)
            self._stalled = 0.0
            shown = target
        if self._return_from is not None:
            u = min(max((time - self._return_at) / self._return_for, 0.0), 1.0)
            if u < 1.0:
                shown = mix(self._return_from, shown, smooth(u))
            else:
                self._return_from = None
        self._shown_body = bool(self._poses)
        self._shown = shown
        return shown
