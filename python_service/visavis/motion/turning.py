"""How head and trunk share a turn with the eyes, and how they get there: later than the eyes, and softly."""

from dataclasses import dataclass
from math import exp, radians, tanh
from typing import Final

from visavis.motion.idle import FRAME
from visavis.scene.geometry import wrap

HEAD_YAW_LIMIT: Final = radians(68.0)
HEAD_UP_LIMIT: Final = radians(38.0)
HEAD_DOWN_LIMIT: Final = radians(42.0)
HEAD_ROLL_LIMIT: Final = radians(28.0)

EYES_KEEP_FACE: Final = radians(6.0)
"""Yaw up to which the eyes alone hold the partner's face; beyond, the head takes the rest."""
EYES_KEEP_AWAY: Final = radians(9.0)
"""The same for looks elsewhere, which are shorter and led by the eyes
[the eyes' customary range is about 12 degrees either way; Stahl 1999]."""
EYES_KEEP_PITCH_FACE: Final = radians(8.0)
EYES_KEEP_PITCH_AWAY: Final = radians(12.0)
"""The same up and down; a glance down is mostly the eyes'."""

TRUNK_FREE: Final = radians(42.0)
"""Yaw to a lasting target up to which the trunk does not join in."""
TRUNK_SHARE_OF_REST: Final = 0.65
TRUNK_LIMIT: Final = radians(34.0)

HEAD_RATE: Final = 15.0
"""1/s; sets a head turn's peak velocity at 3.6 times its size a second [150-200 deg/s at 45 degrees]."""
TRUNK_RATE: Final = 4.0
"""1/s."""

_LAG_AT: Final = (radians(10.0), radians(40.0))
_LAG: Final = (0.139, 0.050)
_LAG_RANGE: Final = (0.035, 0.150)
_EYE_ONSET: Final = 0.012
"""Seconds after a saccade's start at which the eyes have visibly moved, from which the lag counts."""


def head_lag(shift: float) -> float:
    """Seconds by which the head follows the eyes in a gaze shift of `shift` radians.

    139 ms at 10 degrees, 50 ms at 40 [model.md], linear between and on.
    """
    slope = (_LAG[1] - _LAG[0]) / (_LAG_AT[1] - _LAG_AT[0])
    lag = _LAG[0] + slope * (shift - _LAG_AT[0])
    return min(_LAG_RANGE[1], max(_LAG_RANGE[0], lag))


def goal_delay(shift: float) -> float:
    """Seconds after a saccade's start at which the head is given its new goal, so that it lags by `head_lag`."""
    return head_lag(shift) + _EYE_ONSET


def head_share(angle: float, eyes_keep: float) -> float:
    """What the head turns when the target lies `angle` off: little at first, in the end all but `eyes_keep`."""
    return angle - eyes_keep * tanh(angle / eyes_keep)


def trunk_share(angle: float) -> float:
    """What the trunk turns, beyond the way the body faces, for a lasting target `angle` off its facing."""
    over = abs(angle) - TRUNK_FREE
    if over <= 0.0:
        return 0.0
    turn = min(TRUNK_LIMIT, TRUNK_SHARE_OF_REST * over)
    return turn if angle > 0.0 else -turn


@dataclass(slots=True)
class Turn:
    """One angle that follows a goal like a well-damped joint: goal low-passed, then critically damped.

    Attributes:
        rate: 1/s.
        angle: radians.
        velocity: radians a second.
        goal: the low-passed goal.
        started: whether it has a first goal, at which it rests from the beginning.
    """

    rate: float
    angle: float = 0.0
    velocity: float = 0.0
    goal: float = 0.0
    started: bool = False

    def step(self, goal: float) -> float:
        """One frame towards `goal`, exactly as the differential equation has it; returns the angle."""
        if not self.started:
            self.angle = self.goal = goal
            self.started = True
            return goal
        rate = self.rate
        self.goal += (goal - self.goal) * (1.0 - exp(-2.5 * rate * FRAME))
        off = self.angle - self.goal
        slope = self.velocity + rate * off
        decay = exp(-rate * FRAME)
        self.angle = self.goal + (off + slope * FRAME) * decay
        self.velocity = (self.velocity - rate * slope * FRAME) * decay
        return self.angle

    def rebase(self, change: float) -> None:
        """The frame of reference has turned by `change`; the joint stays where it is in the world."""
        self.angle = wrap(self.angle - change)
        self.goal = wrap(self.goal - change)
