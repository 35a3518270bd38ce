"""What somebody looks at: the partner's eyes and mouth by turns, nothing in particular, or a thing nearby."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign, radians
from typing import Final

from visavis.motion.chance import Chance, Purpose
from visavis.motion.saccade import angle_between
from visavis.scene.geometry import Vector, wrap
from visavis.state.person import GazeKind

LOOK_ON: Final = 0.5
LOOK_OFF: Final = 0.4
"""The look is on from the first value up, and stays on down to the second."""
SHORTEST_FIXATION: Final = 0.15
"""Seconds between two saccades at least."""

LEFT_EYE, RIGHT_EYE, BETWEEN, MOUTH = range(4)
SPOTS: Final = {False: (0.40, 0.40, 0.10, 0.10), True: (0.33, 0.33, 0.08, 0.26)}
"""How often a look in the face goes to left eye, right eye, between them, mouth; True while the partner
speaks [listeners look at mouths more: Vatikiotis-Bateson 1998; shares chosen]."""
FACE_FIXATION: Final = (0.75, 0.55, 0.25, 3.0)
"""Seconds on one spot of a face: median, spread, least, most."""
AWAY_FIXATION: Final = (1.1, 0.5, 0.35, 3.0)
"""Seconds on one point elsewhere."""
AWAY_SCATTER: Final = radians(2.2)
AWAY_MOVED: Final = radians(3.5)
"""How far the wished direction must have gone before the eyes follow it."""
AWAY_SIZE: Final = (radians(14.0), 0.35, radians(9.0), radians(28.0))
"""How far from the partner's face a look away goes that was not sent farther: median, spread, least, most.
Nearer than the least it would not be seen to be one [90% of saccades are under 15 degrees, Eyes Alive]."""
GAZE_YAW_LIMIT: Final = radians(75.0)
GAZE_PITCH_LIMIT: Final = radians(38.0)

REACH: Final = (radians(112.0), radians(122.0))
"""Yaw from the own facing within which a partner can be looked at again, and beyond which no more."""
SIDELONG: Final = (radians(12.0), radians(42.0))
"""Where somebody looks whose partner is behind: ahead, a little to the partner's side."""

THING_REACH: Final = radians(95.0)
NEAR_WISH: Final = radians(14.0)
"""A thing this near to where the look away was going is likely what it goes to."""
EMPTY_PULL: Final = 0.5
"""What looking at nothing in particular weighs against things of salience 1."""
GLANCE_RATE: Final = 0.40
"""Glances a second from the partner to a thing of salience 1; goes with salience to the power 1.5."""
GLANCE: Final = (0.7, 0.4, 0.35, 3.0)
"""Seconds of a glance at a thing."""


@dataclass(frozen=True, slots=True)
class View:
    """What one person sees in one frame.

    Attributes:
        facing: yaw of the body, radians, conversation frame.
        partner_yaw, partner_pitch: direction from the own to the partner's eyes.
        things: of each thing: yaw, pitch, salience (0 when it is not there).
        partner_speaks: whether the partner speaks.
    """

    facing: float
    partner_yaw: float
    partner_pitch: float
    things: Sequence[tuple[float, float, float]]
    partner_speaks: bool


@dataclass(slots=True)
class Attention:
    """The state of one person's choice.

    Attributes:
        kind: what is looked at.
        spot: which part of the partner's face.
        thing: index of the thing looked at, -1 without one.
        yaw, pitch: direction in the world of a look at nothing in particular.
        on: whether the network wants the look on the partner.
        behind: whether the partner is out of reach.
        since: seconds at which the present fixation began.
        until: seconds at which the next one is due.
        wish_yaw, wish_pitch: where the network wanted a look away to go when it was chosen.
    """

    kind: GazeKind = GazeKind.PARTNER_EYES
    spot: int = BETWEEN
    thing: int = -1
    yaw: float = 0.0
    pitch: float = 0.0
    on: bool = False
    behind: bool = False
    since: float = -1.0
    until: float = -1.0
    wish_yaw: float = 0.0
    wish_pitch: float = 0.0

    @property
    def on_partner(self) -> bool:
        """Whether the partner is looked at."""
        return self.kind in (GazeKind.PARTNER_EYES, GazeKind.PARTNER_MOUTH)

    def step(self, now: float, look: float, gaze: tuple[float, float], view: View, chance: Chance) -> bool:
        """One frame: keep looking or choose anew.

        Args:
            now: seconds.
            look: the network's wish to look at the partner.
            gaze: where it wants a look away to go, relative to the facing.
            view: what can be seen.
            chance: the person's.

        Returns:
            Whether a saccade to something new begins now.
        """
        first = self.since < 0.0
        self.on = look >= (LOOK_OFF if self.on and not first else LOOK_ON)
        side = wrap(view.partner_yaw - view.facing)
        self.behind = abs(side) > (REACH[0] if self.behind else REACH[1])
        if not first and now - self.since < SHORTEST_FIXATION:
            return False
        wants_partner = self.on and not self.behind
        if self.kind == GazeKind.OBJECT and now < self.until and self._visible(view):
            return False
        if wants_partner:
            if not self.on_partner or first:
                return self._fixate_face(now, view, chance)
            if view.things and self._glance(now, view, chance):
                return True
            return now >= self.until and self._fixate_face(now, view, chance)
        return self._away(now, side, gaze, view, chance, leaving=self.on_partner or first)

    def _visible(self, view: View) -> bool:
        yaw, _, salience = view.things[self.thing]
        return salience > 0.0 and abs(wrap(yaw - view.facing)) < THING_REACH

    def _fixate_face(self, now: float, view: View, chance: Chance) -> bool:
        shares = SPOTS[view.partner_speaks]
        left = 1.0 - (shares[self.spot] if self.on_partner else 0.0)
        draw = chance.uniform(Purpose.FIXATION) * left
        for spot, share in enumerate(shares):
            if self.on_partner and spot == self.spot:
                continue
            draw -= share
            if draw < 0.0:
                break
        self.spot = spot
        self.kind = GazeKind.PARTNER_MOUTH if spot == MOUTH else GazeKind.PARTNER_EYES
        self._begin(now, chance.spell(Purpose.FIXATION, *FACE_FIXATION))
        return True

    def _begin(self, now: float, lasts: float) -> None:
        self.since, self.until = now, now + lasts
        if self.kind != GazeKind.OBJECT:
            self.thing = -1

    def _glance(self, now: float, view: View, chance: Chance) -> bool:
        """Now and then something draws the look from the partner."""
        for index, (yaw, _, salience) in enumerate(view.things):
            if salience <= 0.0 or abs(wrap(yaw - view.facing)) > THING_REACH:
                continue
            if chance.uniform(Purpose.GLANCE) < GLANCE_RATE * salience**1.5 / 30.0:
                return self._look_at_thing(now, index, chance)
        return False

    def _look_at_thing(self, now: float, index: int, chance: Chance) -> bool:
        self.kind, self.thing = GazeKind.OBJECT, index
        self._begin(now, chance.spell(Purpose.GLANCE, *GLANCE))
        return True

    def _away(
        self, now: float, side: float, gaze: tuple[float, float], view: View, chance: Chance, leaving: bool
    ) -> bool:
        yaw, pitch = gaze
        if self.on and self.behind:
            # Listening to somebody behind: the look wanders ahead, on the partner's side.
            if now < self.until and not leaving:
                return False
            yaw = copysign(chance.uniform(Purpose.AVERSION, *SIDELONG), side)
            pitch = chance.uniform(Purpose.AVERSION, -0.05, 0.2)
        yaw = view.facing + min(GAZE_YAW_LIMIT, max(-GAZE_YAW_LIMIT, yaw))
        pitch = min(GAZE_PITCH_LIMIT, max(-GAZE_PITCH_LIMIT, pitch))
        if not leaving and self.kind == GazeKind.AVERTED:
            moved = angle_between(yaw, pitch, self.wish_yaw, self.wish_pitch) > AWAY_MOVED
            if not moved and now < self.until:
                return False
        self.wish_yaw, self.wish_pitch = yaw, pitch
        if leaving and view.things:
            thing = self._drawn_to(yaw, pitch, view, chance)
            if thing >= 0:
                return self._look_at_thing(now, thing, chance)
        yaw += AWAY_SCATTER * chance.normal(Purpose.AVERSION)
        pitch += AWAY_SCATTER * chance.normal(Purpose.AVERSION)
        clear = chance.spell(Purpose.AVERSION, *AWAY_SIZE)
        self.yaw, self.pitch = clear_of(yaw, pitch, view.partner_yaw, view.partner_pitch, clear)
        self.kind = GazeKind.AVERTED
        self._begin(now, chance.spell(Purpose.AVERSION, *AWAY_FIXATION))
        return True

    def _drawn_to(self, yaw: float, pitch: float, view: View, chance: Chance) -> int:
        """The thing that a look away goes to, or -1 for nothing in particular."""
        pulls = []
        for thing_yaw, thing_pitch, salience in view.things:
            seen = salience > 0.0 and abs(wrap(thing_yaw - view.facing)) < THING_REACH
            near = angle_between(yaw, pitch, thing_yaw, thing_pitch) < NEAR_WISH
            pulls.append(salience * (4.0 if near else 1.0) if seen else 0.0)
        draw = chance.uniform(Purpose.TARGET) * (EMPTY_PULL + sum(pulls))
        for index, pull in enumerate(pulls):
            draw -= pull
            if draw < 0.0:
                return index
        return -1


def clear_of(yaw: float, pitch: float, partner_yaw: float, partner_pitch: float, clear: float) -> tuple[float, float]:
    """The direction, moved `clear` radians off the partner's face where it is nearer than the usual look away."""
    off_yaw, off_pitch = wrap(yaw - partner_yaw), pitch - partner_pitch
    off = angle_between(yaw, pitch, partner_yaw, partner_pitch)
    if off >= AWAY_SIZE[0]:
        return yaw, pitch
    if off < radians(0.5):
        return partner_yaw, partner_pitch + clear
    scale = max(1.0, clear / off)
    return partner_yaw + off_yaw * scale, partner_pitch + off_pitch * scale


FacePoints = tuple[Vector, Vector, Vector, Vector]
"""Left eye, right eye, between the eyes, mouth, as SPOTS counts them; metres."""
