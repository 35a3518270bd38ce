"""Eyelids: blinks as lids really move, and lids that go along with the eyes."""

from dataclasses import dataclass
from math import radians
from typing import Final

from visavis.motion.chance import Chance, Purpose

BLINK_DOWN: Final = 0.090
"""Seconds to shut [VanderWerf 2003]."""
BLINK_SHUT: Final = 0.034
"""Seconds shut: a little over one frame, so that every blink is seen to close."""
BLINK_UP: Final = 0.240
"""Seconds to open [VanderWerf 2003]."""
REFRACTORY: Final = 0.45
"""Seconds from one blink's start to the next one's."""
LONGEST_OPEN: Final = (9.0, 16.0)
"""Seconds without a blink after which one comes by itself, drawn anew each time."""
BLINK_SHIFT: Final = (radians(15.0), radians(55.0), 0.75)
"""Gaze shifts from the first size on may bring a blink; from the second on they do with this chance
[Evinger 1994: nearly always with large ones]."""
LID_FOLLOW: Final = 0.70
"""Lid closure per radian of downward gaze: 0.3 at 25 degrees."""


@dataclass(slots=True)
class Lids:
    """The state of both lids; times in seconds of audio.

    Attributes:
        started: when the running or last blink began.
        begun_at: closure it began from, in [0, 1].
        signal: last value of the network's blink signal.
        due: when a blink comes by itself.
    """

    started: float = -10.0
    begun_at: float = 0.0
    signal: float = 0.0
    due: float = -1.0

    def closure(self, now: float) -> float:
        """How far the running blink has shut the lids, in [0, 1]."""
        t = now - self.started
        if t >= BLINK_DOWN + BLINK_SHUT + BLINK_UP:
            return 0.0
        if t < BLINK_DOWN:
            t /= BLINK_DOWN
            return self.begun_at + (1.0 - self.begun_at) * t * t * (3.0 - 2.0 * t)
        t = (t - BLINK_DOWN - BLINK_SHUT) / BLINK_UP
        if t <= 0.0:
            return 1.0
        # Opening is fast at first and ends slowly.
        rest = (1.0 - t) * (1.0 - t)
        return rest * (1.0 + 2.0 * t)

    def begin(self, now: float) -> None:
        """Blink, unless one has only just begun."""
        if now - self.started >= REFRACTORY:
            self.begun_at = self.closure(now)
            self.started = now

    def step(self, now: float, signal: float, shift: float, chance: Chance) -> float:
        """One frame.

        Args:
            now: seconds.
            signal: the network's blink; a blink begins where it rises through 0.5.
            shift: radians of a gaze shift that begins now, 0 without one.
            chance: the person's.

        Returns:
            Closure by blinking in [0, 1].
        """
        if self.due < 0.0:
            self.due = now + chance.uniform(Purpose.BLINK, *LONGEST_OPEN)
        begun = self.started
        if signal >= 0.5 > self.signal:
            self.begin(now)
        elif shift > BLINK_SHIFT[0]:
            likely = min(1.0, (shift - BLINK_SHIFT[0]) / (BLINK_SHIFT[1] - BLINK_SHIFT[0])) * BLINK_SHIFT[2]
            if chance.uniform(Purpose.BLINK) < likely:
                self.begin(now)
        elif now >= self.due:
            self.begin(now)
        self.signal = signal
        if self.started != begun:
            self.due = now + chance.uniform(Purpose.BLINK, *LONGEST_OPEN)
        return self.closure(now)


def lid(blink: float, pitch: float) -> float:
    """The eyelid value of an eye that looks `pitch` radians down and blinks by `blink`."""
    resting = LID_FOLLOW * pitch if pitch > 0.0 else 0.0
    return resting + (1.0 - resting) * blink
