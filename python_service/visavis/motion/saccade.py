"""Where the eyes point in the world: fixations that hold, saccades between them, pursuit of what moves."""

from dataclasses import dataclass
from math import acos, cos, pi, radians, sin
from typing import Final

from visavis.motion.chance import Chance, Purpose
from visavis.motion.idle import FRAME
from visavis.scene.geometry import wrap

SACCADE_BASE: Final = 0.025
"""Seconds."""
SACCADE_PER_RADIAN: Final = 0.0025 * 180.0 / pi
"""2.5 ms a degree [Eyes Alive]; with the profile below the peak is 300 deg/s at 10 degrees, 400 at 20."""
PURSUIT_LIMIT: Final = radians(70.0) * FRAME
"""Radians a frame that the eyes can follow; what moves faster is lost and caught by a saccade."""
LATENCY: Final = (0.130, 0.210)
"""Seconds until a lost target is caught, drawn each time."""
MICRO_GAP: Final = (0.55, 0.45, 0.25, 2.0)
"""Seconds between micro-saccades: median, spread, least, most."""
MICRO_SIZE: Final = radians(0.28)
"""Standard deviation of where the eye comes to lie about its target."""
NEW_FIXATION: Final = radians(0.45)
"""The same when it arrives with a saccade."""


def saccade_time(shift: float) -> float:
    """Seconds a saccade of `shift` radians takes."""
    return SACCADE_BASE + SACCADE_PER_RADIAN * shift


def angle_between(yaw: float, pitch: float, other_yaw: float, other_pitch: float) -> float:
    """Radians between two directions."""
    dot = cos(pitch) * cos(other_pitch) * cos(yaw - other_yaw) + sin(pitch) * sin(other_pitch)
    return acos(min(1.0, max(-1.0, dot)))


@dataclass(slots=True)
class Look:
    """The state of one person's line of sight, in the world; angles as `scene.geometry.direction`.

    Attributes:
        yaw, pitch: where it points, radians.
        begun: seconds at which the running or last saccade began.
        lasts: seconds it takes; 0 when none is running.
        from_yaw, from_pitch: where it began.
        seen_yaw, seen_pitch: where the target was one frame ago.
        catch: seconds at which a lost target is caught, 0 while it is held.
        off_yaw, off_pitch: where the eye lies about the target.
        jump: seconds of the next micro-saccade.
        started: whether it has looked at anything yet.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    begun: float = -1.0
    lasts: float = 0.0
    from_yaw: float = 0.0
    from_pitch: float = 0.0
    seen_yaw: float = 0.0
    seen_pitch: float = 0.0
    catch: float = 0.0
    off_yaw: float = 0.0
    off_pitch: float = 0.0
    jump: float = 0.0
    started: bool = False

    @property
    def resting(self) -> bool:
        """Whether no saccade is under way."""
        return self.lasts == 0.0

    def progress(self, now: float) -> float:
        """How much of the running saccade is done, in [0, 1]; its speed is a parabola."""
        if self.lasts == 0.0:
            return 1.0
        t = min(1.0, max(0.0, (now - self.begun) / self.lasts))
        return t * t * (3.0 - 2.0 * t)

    def shift(self, now: float, yaw: float, pitch: float, chance: Chance) -> float:
        """Begin a saccade to (yaw, pitch); returns its size in radians."""
        if not self.started:
            self.started = True
            self.yaw, self.pitch = yaw, pitch
        self.from_yaw, self.from_pitch = self.yaw, self.pitch
        self._scatter(now, NEW_FIXATION, chance)
        size = angle_between(self.yaw, self.pitch, yaw + self.off_yaw, pitch + self.off_pitch)
        self.begun, self.lasts = now, saccade_time(size)
        self.seen_yaw, self.seen_pitch = yaw, pitch
        self.catch = 0.0
        return size

    def step(self, now: float, yaw: float, pitch: float, chance: Chance) -> float:
        """One frame with the target at (yaw, pitch).

        Returns:
            The size in radians of a catching saccade that begins now, else 0.
        """
        moved = angle_between(self.seen_yaw, self.seen_pitch, yaw, pitch)
        self.seen_yaw, self.seen_pitch = yaw, pitch
        begins = 0.0
        yaw += self.off_yaw
        pitch += self.off_pitch
        if self.lasts > 0.0:
            done = self.progress(now)
            if done >= 1.0:
                self.lasts = 0.0
                self.yaw, self.pitch = yaw, pitch
            else:
                self.yaw = wrap(self.from_yaw + wrap(yaw - self.from_yaw) * done)
                self.pitch = self.from_pitch + (pitch - self.from_pitch) * done
        elif self.catch > 0.0:
            if now >= self.catch:
                begins = self.shift(now, self.seen_yaw, self.seen_pitch, chance)
        elif moved > PURSUIT_LIMIT:
            self.catch = now + chance.uniform(Purpose.LATENCY, *LATENCY)
        else:
            self.yaw, self.pitch = yaw, pitch
            if now >= self.jump:
                self._scatter(now, MICRO_SIZE, chance)
        return begins

    def _scatter(self, now: float, size: float, chance: Chance) -> None:
        self.off_yaw = size * chance.normal(Purpose.SCATTER)
        self.off_pitch = size * chance.normal(Purpose.SCATTER)
        self.jump = now + chance.spell(Purpose.SCATTER, *MICRO_GAP)
