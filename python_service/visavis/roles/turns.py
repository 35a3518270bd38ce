"""From speaking probabilities to what a game can use: turns, overlaps, back-channels."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.roles.role import Participant, RoleEvent, RoleEventKind
from visavis.state.behaviour import FRAME_RATE

BEGIN: Final = 3
"""Frames of speech that make a beginning (100 ms)."""
PAUSE: Final = 15
"""Frames of silence that end a turn nobody else takes (500 ms)."""
BREAK: Final = 5
"""Frames of silence that end speech while the other speaks."""
BACKCHANNEL_LIMIT: Final = 33
"""Frames (1.1 s) up to which speech inside the other's turn is a sound of listening."""


class _Voice:
    """What one person is doing."""

    def __init__(self) -> None:
        self.loud = 0
        self.quiet = PAUSE
        self.start = 0
        self.end = 0
        self.speaking = False
        self.turn = False
        self.within = False

    def push(self, frame: int, active: bool, patience: int) -> tuple[bool, bool]:
        """Count on by one frame; (began, ended)."""
        if active:
            if self.loud == 0 and not self.speaking:
                self.start = frame
            self.loud += 1
            self.quiet = 0
            self.end = frame + 1
            if not self.speaking and self.loud >= BEGIN:
                self.speaking = True
                return True, False
        else:
            self.loud = 0
            self.quiet += 1
            if self.speaking and self.quiet >= patience:
                self.speaking = False
                return False, True
        return False, False


class TurnTracker:
    """Reads the frames one after the other and tells events in order of their time.

    A turn begins with speech while the other is silent, or when speech inside the other's turn outlasts
    `BACKCHANNEL_LIMIT` or the other's own speech. It ends when the person has been silent for half a
    second, or as soon as the other takes over; its time is that of the last speech. Speech that begins
    inside the other's turn is an overlap; when it ends shortly while the other goes on, it was a
    back-channel (told at its end).
    """

    def __init__(self) -> None:
        self._voices = (_Voice(), _Voice())
        self._told = 0.0

    def push(self, frame: int, probabilities: NDArray[np.float32]) -> list[RoleEvent]:
        """Events that frame `frame` (the next one) with (2,) speaking probabilities makes known."""
        events: list[RoleEvent] = []
        voices = self._voices
        for index, voice in enumerate(voices):
            other = voices[1 - index]
            patience = BREAK if other.speaking and other.quiet == 0 else PAUSE
            began, ended = voice.push(frame, bool(probabilities[index] >= 0.5), patience)
            who, partner = Participant(index + 1), Participant(2 - index)
            if began and other.turn and other.quiet < BREAK:
                voice.within = True
                events.append(self._event(RoleEventKind.OVERLAP_BEGAN, who, voice.start))
            elif began:
                events += self._end_turn(partner, other, voice.start)
                events.append(self._event(RoleEventKind.TURN_BEGAN, who, voice.start))
                voice.turn = True
            elif ended and voice.within:
                voice.within = False
                if voice.end - voice.start <= BACKCHANNEL_LIMIT and other.turn:
                    events.append(self._event(RoleEventKind.BACKCHANNEL, who, voice.end))
            elif ended:
                events += self._end_turn(who, voice, frame)
        for index, voice in enumerate(voices):
            other = voices[1 - index]
            outlasted = not other.turn or frame + 1 - voice.start > BACKCHANNEL_LIMIT
            if voice.within and voice.speaking and voice.quiet == 0 and outlasted:
                voice.within, voice.turn = False, True
                events.append(self._event(RoleEventKind.TURN_BEGAN, Participant(index + 1), frame))
        return events

    def _end_turn(self, who: Participant, voice: _Voice, latest: int) -> list[RoleEvent]:
        if not voice.turn:
            return []
        voice.turn = voice.speaking = False
        voice.loud = 0
        return [self._event(RoleEventKind.TURN_ENDED, who, min(voice.end, latest))]

    def _event(self, kind: RoleEventKind, who: Participant, frame: int) -> RoleEvent:
        self._told = max(self._told, frame / FRAME_RATE)
        return RoleEvent(kind, who, self._told)
