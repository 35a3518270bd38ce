"""Who speaks when, streaming: one interface over tracks, labelled spans, voice prints and automatic
hearing.
"""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from visavis.audio.features import frame_start
from visavis.roles.activity import VoiceActivity, hear_together
from visavis.roles.mixed import MixedHearing
from visavis.roles.offline import hear_whole
from visavis.roles.prints import VoicePrint
from visavis.roles.role import Participant, RoleEvent, RoleSource, RoleSpan
from visavis.roles.spans import LabelledTime
from visavis.roles.tracks import TrackHearing
from visavis.roles.turns import TurnTracker

LIVE: Final = 5
"""Frames beyond the decided one that a live decision hears (167 ms)."""
BALANCED: Final = 14
"""The same for BALANCED (467 ms)."""
LISTEN_AHEAD: Final = 300
"""Frames (10 s) before labelled time ends at which listening begins, so that the voices are known by then."""


class Hearing(Protocol):
    """What listens: frame by frame, and decides about frames heard."""

    @property
    def activities(self) -> Sequence[VoiceActivity]:
        """The voice activity of each track, to be heard before `hear`."""

    def hear(self, tracks: NDArray[np.float32], speech: Sequence[float]) -> None:
        """Take in (tracks, n) samples of the next frame, and what the activities make of them."""

    def decide(self, frame: int) -> NDArray[np.float32]:
        """(2,) probabilities for `frame`."""


class RoleStream:
    """Who speaks in one live conversation.

    The engine gives one frame of sound after the other to `hear` and asks `decide` about each frame in
    order, when as many frames beyond it were heard as its look-ahead has. Whatever was heard decides
    nothing twice: the result depends on the sound alone, not on how it arrived. While labels say all for some time
    to come, a mixed track is not listened to.

    Attributes:
        source: the most trusted source in use.
        heard: the engine frame that is heard next.
    """

    def __init__(
        self,
        listen: Callable[[int], Hearing],
        mixed: bool,
        source: RoleSource,
        labels: LabelledTime,
        first_frame: int = 0,
    ) -> None:
        """`listen` begins to listen at an engine frame."""
        self._listen = listen
        self._hearing: Hearing | None = None
        self._mixed = mixed
        self._sound_source = source
        self._labels = labels
        self._turns = TurnTracker()
        self._events: list[RoleEvent] = []
        self._first = first_frame
        self._told = first_frame - 1
        self.heard = first_frame

    @property
    def source(self) -> RoleSource:
        """The most trusted source in use: spans count as soon as there are any, unless each has a track."""
        if self._sound_source is not RoleSource.TRACKS and self._labels.known_until_s > 0.0:
            return RoleSource.SPANS
        return self._sound_source

    def label(self, spans: Sequence[RoleSpan], known_until_s: float = 0.0, replace: bool = False) -> None:
        """Take in labelled time, at any moment (see `LabelledTime.add`). Frames decided already stay as
        they are.

        Raises:
            ValueError: naming the field at fault; nothing is changed then.
        """
        self._labels.add(spans, known_until_s, replace)

    def hear(self, tracks: NDArray[np.float32]) -> None:
        """Take in the samples of the next frame.

        Args:
            tracks: (1, n) the mixed track or (2, n) A's and B's; 16 kHz float32; exactly the samples
                `frame_start(heard)` to `frame_start(heard + 1)`.

        Raises:
            ValueError: when these are not that many samples or tracks.
        """
        hear_frames([self], [tracks])

    def _begin(self, tracks: NDArray[np.float32]) -> Sequence[VoiceActivity]:
        """Whose probabilities of speech the next frame asks for: of every track, or of none."""
        wanted = (1 if self._mixed else 2, frame_start(self.heard + 1) - frame_start(self.heard))
        if tracks.shape != wanted:
            raise ValueError(f"tracks are {tracks.shape}; frame {self.heard} needs {wanted}")
        if self._hearing is None and not (self._mixed and self._labels.knows(self.heard + LISTEN_AHEAD)):
            self._hearing, self._first = self._listen(self.heard), self.heard
        return () if self._hearing is None else self._hearing.activities

    def _take(self, tracks: NDArray[np.float32], speech: Sequence[float]) -> None:
        if self._hearing is not None:
            self._hearing.hear(tracks, speech)
        self.heard += 1

    def decide(self, frame: int) -> NDArray[np.float32]:
        """(2,) probabilities in [0, 1] that A and B speak in `frame`, of all that was heard so far.

        To be asked for every frame in order: the events are read off the first answer about each.
        """
        if self._hearing is None or frame < self._first:
            return self._tell(frame, np.zeros(2, np.float32))
        return self._tell(frame, self._hearing.decide(frame - self._first))

    def replay(self, heard: NDArray[np.float32]) -> tuple[NDArray[np.float32], list[RoleEvent]]:
        """What `decide` would have said of each frame, and the events, had the sound told (T, 2) `heard`."""
        rows = [self._tell(frame, both) for frame, both in enumerate(heard)]
        return np.stack(rows) if rows else np.zeros((0, 2), np.float32), self.events()

    def _tell(self, frame: int, both: NDArray[np.float32]) -> NDArray[np.float32]:
        if self._sound_source is not RoleSource.TRACKS and self._labels.knows(frame):
            both = self._labels.speaking(frame)
        if frame > self._told:
            self._events += self._turns.push(frame, both)
            self._told = frame
        return both

    def events(self) -> list[RoleEvent]:
        """What happened since the last call, in order of time."""
        new, self._events = self._events, []
        return new


def hear_frames(streams: Sequence[RoleStream], sounds: Sequence[NDArray[np.float32]]) -> None:
    """`hear` of several conversations with one network call for all their voices; each gets the same bits as alone."""
    asked = [stream._begin(tracks) for stream, tracks in zip(streams, sounds, strict=True)]
    portions = [track for activities, tracks in zip(asked, sounds) for _, track in zip(activities, tracks)]
    speech = iter(hear_together([activity for activities in asked for activity in activities], portions))
    for stream, tracks, activities in zip(streams, sounds, asked):
        stream._take(tracks, [next(speech) for _ in activities])


def open_role_stream(
    *,
    separate: bool = False,
    spans: Sequence[RoleSpan] = (),
    known_until_s: float = 0.0,
    voice_a: VoicePrint | None = None,
    voice_b: VoicePrint | None = None,
    first_speaker: Participant = Participant.A,
    look_ahead: int = LIVE,
    first_frame: int = 0,
) -> RoleStream:
    """A role stream from the best that is known.

    Args:
        separate: each person has a track; else there is one mixed track.
        spans: labelled time known at the start; more may come by `RoleStream.label`.
        known_until_s: see `LabelledTime.add`.
        voice_a, voice_b: prints of the voices on the mixed track; either alone helps too.
        first_speaker: in automatic mode, whose voice is heard first.
        look_ahead: frames beyond a frame that will have been heard when it is decided: LIVE or BALANCED.
        first_frame: the engine frame with which sound begins, for a conversation that is resumed.

    Raises:
        ValueError: for spans that make no sense, naming the field.
    """
    labels = LabelledTime()
    if spans or known_until_s:
        labels.add(spans, known_until_s)
    if separate:
        return RoleStream(lambda _: TrackHearing(), False, RoleSource.TRACKS, labels, first_frame)
    enrolled = voice_a is not None or voice_b is not None
    source = RoleSource.VOICE_PRINTS if enrolled else RoleSource.AUTOMATIC

    def listen(frame: int) -> MixedHearing:
        return MixedHearing((voice_a, voice_b), first_speaker - 1, labels, frame)

    return RoleStream(listen, True, source, labels, first_frame)


def revise(
    tracks: NDArray[np.float32],
    *,
    spans: Sequence[RoleSpan] = (),
    known_until_s: float = 0.0,
    voice_a: VoicePrint | None = None,
    voice_b: VoicePrint | None = None,
    first_speaker: Participant = Participant.A,
) -> tuple[NDArray[np.float32], list[RoleEvent], RoleSource]:
    """Who speaks when in a whole recording, earlier decisions revised by what comes later (OFFLINE, Bake).

    Args:
        tracks: (1, n) the mixed track or (2, n) A's and B's; 16 kHz float32. The rest as for
        `open_role_stream`.

    Returns:
        (T, 2) probabilities, T = ceil(n / 16000 * 30); the events; the source.
    """
    count = -(-tracks.shape[1] * 30 // 16000)
    stream = open_role_stream(
        separate=len(tracks) == 2, spans=spans, known_until_s=known_until_s,
        voice_a=voice_a, voice_b=voice_b, first_speaker=first_speaker, look_ahead=BALANCED,
    )  # fmt: skip
    if len(tracks) == 1:
        labels = LabelledTime()
        if spans or known_until_s:
            labels.add(spans, known_until_s)
        both = np.zeros((count, 2), np.float32)
        if count and not labels.knows(count - 1):
            both = hear_whole(tracks[0], (voice_a, voice_b), first_speaker - 1, labels)
        return (*stream.replay(both), stream.source)
    padded = np.zeros((2, frame_start(count + LIVE)), np.float32)
    padded[:, : tracks.shape[1]] = tracks
    rows = []
    for frame in range(count + LIVE):
        stream.hear(padded[:, frame_start(frame) : frame_start(frame + 1)])
        if frame >= LIVE:
            rows.append(stream.decide(frame - LIVE))
    decided = np.stack(rows) if rows else np.zeros((0, 2), np.float32)
    return decided, stream.events(), stream.source
