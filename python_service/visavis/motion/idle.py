"""What a body does when it does nothing: it breathes, sways, shifts its weight, and steps as it walks."""

from dataclasses import dataclass, field
from math import cos, hypot, pi, radians, sin
from typing import Final

from visavis.motion.chance import Chance, Noise, Purpose

FRAME: Final = 1.0 / 30.0

BREATH_REST: Final = (4.0, 0.40)
"""Seconds a breath takes (15 a minute) and the share of it that goes in."""
BREATH_SPEAKING: Final = (4.6, 0.14)
"""The same while speaking: in quickly, out for as long as the phrase lasts."""
BREATH_RISE: Final = 0.0045
"""Metres the head joint rises with a breath."""
BREATH_FORWARD: Final = 0.0015
"""Metres the shoulders' widening moves it forward."""
BREATH_TILT: Final = radians(0.55)
"""The trunk tilts back with a breath in."""

SWAY: Final = (radians(0.5), radians(0.7), radians(0.5))
"""The trunk's wander in pitch, yaw and roll, at most."""
SWAY_SHIFT: Final = (0.007, 0.009)
"""Metres the standing body wanders sideways and forward [postural sway is of this order]."""
WEIGHT_SHIFT: Final = (0.018, radians(1.2))
"""Metres aside and roll of the trunk between one foot and the other."""
TREMOR: Final = radians(0.25)
"""The head is never quite still."""

STRIDE: Final = 0.70
"""Metres a step."""
BOB: Final = 0.018
"""Metres the head goes up and down at a brisk walk, about 1.3 m/s."""
PLACED: Final = 0.25
"""Metres in one frame that nobody walks: the body was put elsewhere."""
WALK_ROLL: Final = radians(1.2)


@dataclass(slots=True)
class Idle:
    """The state of one body's idle motion.

    Attributes:
        breath: phase of the breath in [0, 1): in during the first half, out during the second.
        cycle: this breath's length relative to the usual one.
        steps: phase of the walk, in steps.
        pace: smoothed walking speed, metres a second.
        place: (x, z) of the last frame, metres.
    """

    breath: float
    cycle: float = 1.0
    steps: float = 0.0
    pace: float = 0.0
    place: tuple[float, float] | None = None
    wander: list[Noise] = field(default_factory=list)

    @classmethod
    def of(cls, chance: Chance) -> "Idle":
        """A body at some point of its breath."""
        # Trunk pitch, yaw, roll; aside, forward; weight; head pitch, yaw, roll.
        periods = [(5.3, 0.0), (6.1, 0.0), (4.7, 0.0), (3.1, 0.0), (3.7, 0.0), (13.0, 0.88)]
        periods += [(0.9, 0.0), (1.1, 0.0), (1.7, 0.0)]
        wander = [Noise(Purpose.NOISE + i, *p) for i, p in enumerate(periods)]
        return cls(breath=chance.uniform(Purpose.BREATH), wander=wander)

    def step(
        self, now: float, x: float, z: float, standing: float, speaking: float, chance: Chance
    ) -> tuple[float, float, float, float, float, float, float, float, float]:
        """One frame at `now` seconds for a body at (x, z).

        Args:
            now: seconds.
            x: metres.
            z: metres.
            standing: 0 seated ... 1 standing: how freely it sways.
            speaking: probability in [0, 1].
            chance: the person's.

        Returns:
            Trunk pitch, yaw, roll (radians), head joint left, up, forward (metres, body axes), head pitch,
            yaw, roll (radians), all small and to be added.
        """
        length, into = BREATH_SPEAKING if speaking >= 0.5 else BREATH_REST
        lung = 0.5 - 0.5 * cos(2.0 * pi * self.breath)
        self.breath += 0.5 * FRAME / (length * self.cycle * (into if self.breath < 0.5 else 1.0 - into))
        if self.breath >= 1.0:
            self.breath -= 1.0
            self.cycle = chance.uniform(Purpose.BREATH, 0.85, 1.15)
        return self._sway(now, x, z, standing, lung, chance)

    def _sway(
        self, now: float, x: float, z: float, standing: float, lung: float, chance: Chance
    ) -> tuple[float, float, float, float, float, float, float, float, float]:
        if self.place is None:
            self.place = (x, z)
        moved = hypot(x - self.place[0], z - self.place[1])
        self.place = (x, z)
        if moved > PLACED:
            moved = 0.0
        self.pace += 0.2 * (moved / FRAME - self.pace)
        self.steps += moved / STRIDE
        gait = min(1.0, self.pace / 1.3)
        bob = gait * BOB * cos(2.0 * pi * self.steps)
        roll = gait * WALK_ROLL * sin(pi * self.steps)
        w = [noise.at(chance, now) for noise in self.wander]
        free = 0.45 + 0.55 * standing
        weight = w[5] * standing
        return (
            SWAY[0] * free * w[0] - BREATH_TILT * lung,
            SWAY[1] * free * w[1],
            SWAY[2] * free * w[2] + WEIGHT_SHIFT[1] * weight + roll,
            SWAY_SHIFT[0] * standing * w[3] - WEIGHT_SHIFT[0] * weight,
            BREATH_RISE * lung + bob,
            SWAY_SHIFT[1] * free * w[4] + BREATH_FORWARD * lung,
            TREMOR * w[6],
            TREMOR * w[7],
            TREMOR * w[8],
        )
