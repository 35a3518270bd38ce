"""Looks at the edges of one's own turns: away as one begins to speak at length, back as one ends.

The network decides most looks. This tendency is performed on top of it, so that it does not depend on how well a
checkpoint has learnt it: speakers look away at the start of over 70% of their long utterances and back at the partner
at the end of over 70% [Kendon 1967, Some functions of gaze-direction in social interaction]. Only the past is known
here: a look away waits until the voice has gone on for a moment, a look back until it has stopped.
"""

from dataclasses import dataclass
from typing import Final

from visavis.motion.chance import Chance, Purpose

SHARE: Final = 0.72
"""Of turns, how many have a look away at the start, and a look back at the end, whatever the network wants [Kendon]."""
QUIET: Final = 0.5
"""Seconds of own silence after which speech is a new turn; shorter ones are pauses in it."""
BEGUN: Final = 0.3
"""Seconds of speech that make it more than a back-channel."""
LONG: Final = 1.5
"""Seconds of a turn from which its end is one to look back at."""
STOPPED: Final = 0.15
"""Seconds of silence that end a turn."""
AWAY: Final = (0.9, 0.35, 0.5, 2.5)
"""Seconds of the look away: median, spread, least, most (0.9 s: Eyes Alive; the rest chosen)."""
BACK: Final = (1.2, 0.35, 0.6, 3.0)
"""Seconds of the look back (chosen)."""


@dataclass(slots=True)
class TurnEdges:
    """One person's tendency.

    Attributes:
        began: seconds at which the present or last turn began, negative without one.
        voiced: seconds at which the own voice was last heard.
        begun, ended: whether the looks of this turn's start and end were decided already.
        wanted: what is wanted of the look until `until`: 0 away, 1 on the partner, -1 nothing.
        until: seconds.
    """

    began: float = -1.0
    voiced: float = -10.0
    begun: bool = True
    ended: bool = True
    wanted: float = -1.0
    until: float = -1.0

    def step(self, now: float, look: float, speaks: bool, chance: Chance) -> float:
        """The wish to look at the partner, at `now` seconds: the network's `look`, or 0 or 1 at an edge."""
        if speaks:
            if now - self.voiced > QUIET:
                self.began, self.begun, self.ended = now, False, False
            self.voiced = now
            if not self.begun and now - self.began >= BEGUN:
                self.begun = True
                self._want(0.0, now, AWAY, chance)
        elif not self.ended and now - self.voiced >= STOPPED:
            self.ended = True
            if self.voiced - self.began >= LONG:
                self._want(1.0, now, BACK, chance)
        return self.wanted if self.wanted >= 0.0 and now < self.until else look

    def _want(self, look: float, now: float, spell: tuple[float, float, float, float], chance: Chance) -> None:
        lasts = chance.spell(Purpose.TURN_EDGE, *spell)
        wanted = chance.uniform(Purpose.TURN_EDGE) < SHARE
        self.wanted, self.until = (look, now + lasts) if wanted else (-1.0, now)
