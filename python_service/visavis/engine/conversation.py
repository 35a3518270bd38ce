"""One conversation as its owner sees it: sound, roles and changes in, frames and news out. No I/O."""

import math
from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.audio import check_samples
from visavis.engine.making import Making
from visavis.engine.options import LONGEST_S, AudioLayout, ConversationOptions, LookAhead, SceneChange
from visavis.engine.output import Frames, Header, Notice, NoticeSeverity, Output, Summary
from visavis.engine.schedule import Schedule
from visavis.engine.speaking import check_labels
from visavis.engine.stage import Stage
from visavis.errors import FailedPrecondition, InvalidInput, LimitExceeded
from visavis.model.runtime import Network
from visavis.motion import HeadGeometry
from visavis.rig import Rig
from visavis.roles import Participant, RoleSource, RoleSpan
from visavis.state import FRAME_RATE

LONGEST_HELD_S = 120.0
"""Seconds of sound that a live conversation holds before frames were made of it."""
LONGEST_RECORDING_S = 4 * 3600.0
"""Seconds of sound that an OFFLINE conversation holds."""


class Conversation:
    """Opened by `Engine.open`, moved on by `Engine.tick`. Not thread-safe: one thread calls both.

    Whatever is refused (InvalidInput, LimitExceeded, FailedPrecondition) changes nothing: frames made before stay
    valid, and the conversation can go on or be finished.

    Attributes:
        id: names it in logs.
        options: as opened.
    """

    def __init__(
        self, identifier: str, options: ConversationOptions, network: Network, rig: Rig, geometry: HeadGeometry
    ) -> None:
        options.check()
        check_labels(options.spans, options.known_until_s)
        self.id = identifier
        self.options = options
        self._network, self._rig, self._geometry = network, rig, geometry
        self._stage = Stage(options.scene)
        self._labels: list[tuple[Sequence[RoleSpan], float, bool]] = []
        self._making: Making | None = None
        self._schedule = Schedule(options.sample_rate, options.fps, options.look_ahead, options.resume_at_s)
        self._outputs: deque[Output] = deque(self._stage.news)
        self._finished = False
        self._ended = False
        self._error: Exception | None = None
        self._clipped = False
        self._frames = 0
        self._compute_s = 0.0
        if options.layout is not AudioLayout.UNSPECIFIED:
            self._begin(options.layout is AudioLayout.SEPARATE)

    def _begin(self, separate: bool) -> Making:
        self._making = Making(self.options, self._schedule, separate, self._stage, self._network, self._geometry)
        for spans, known_until_s, replace in self._labels:
            self._making.speaking.label(spans, known_until_s, replace)
        return self._making

    @property
    def header(self) -> Header:
        """What was agreed."""
        options = self.options
        return Header(
            conversation_id=self.id,
            fps=options.fps,
            look_ahead=options.look_ahead,
            look_ahead_ms=options.look_ahead.milliseconds,
            rig_id=self._rig.rig_id,
            model_id=self._network.model_id,
            seed=options.seed,
            role_source=self._role_source(),
            pose=self._stage.opening,
        )

    def _role_source(self) -> RoleSource | None:
        options = self.options
        if options.layout is AudioLayout.UNSPECIFIED:
            return None
        if options.layout is AudioLayout.SEPARATE:
            return RoleSource.TRACKS
        if options.spans or options.known_until_s:
            return RoleSource.SPANS
        return RoleSource.VOICE_PRINTS if options.voice_a or options.voice_b else RoleSource.AUTOMATIC

    # In.

    def push_audio(self, participant: Participant | None, start_sample: int, samples: NDArray[np.float32]) -> None:
        """Add sound.

        Args:
            participant: whose track; None for the mixed one.
            start_sample: place of the first sample in its track, counted from the conversation's start. A gap before
                it is silence.
            samples: (n,) at `options.sample_rate`, full scale 1; what is beyond is clipped and told in a notice.

        Raises:
            InvalidInput: audio.samples empty or not numbers; audio.start_sample negative, before what was sent, or
                beyond a day; audio.participant not of this layout.
            LimitExceeded: more sound than is held.
            FailedPrecondition: the conversation was finished.
        """
        self._check_open("audio")
        sound, clipped = check_samples(samples)
        self._check_place("audio.start_sample", start_sample, len(sound))
        making = self._making or self._decide_layout(participant)
        self._check_held(making, len(sound))
        making.hearing.track(participant, "audio.participant").push(start_sample, sound)
        if clipped and not self._clipped:
            self._clipped = True
            time_s = start_sample / self.options.sample_rate
            message = f"{clipped} samples beyond full scale were clipped; later ones are not told"
            self._outputs.append(Notice(NoticeSeverity.WARNING, "audio_clipped", message, time_s))

    def clock(self, participant: Participant | None, up_to_sample: int) -> None:
        """What has not been sent before `up_to_sample` is silence: on one track, or on all (None).

        Raises:
            InvalidInput: clock.up_to_sample negative, running backwards or beyond a day; clock.participant in a mixed
                conversation.
            FailedPrecondition: the conversation was finished.
        """
        self._check_open("clock")
        self._check_place("clock.up_to_sample", up_to_sample, 0)
        making = self._making or self._decide_layout(participant)
        making.hearing.clock(participant, up_to_sample)

    def set_roles(self, spans: Sequence[RoleSpan], known_until_s: float = 0.0, replace: bool = False) -> None:
        """Labelled time, see `roles.LabelledTime.add`. Frames made before stay as they are.

        Raises:
            InvalidInput: roles that make no sense.
            FailedPrecondition: the conversation was finished.
        """
        self._check_open("roles")
        check_labels(spans, known_until_s)
        if self._making is None:
            self._labels.append((tuple(spans), known_until_s, replace))
        else:
            self._making.speaking.label(spans, known_until_s, replace)

    def set_scene(self, change: SceneChange) -> None:
        """A change of the scene, from `change.time_s` on; in the past means now.

        Raises:
            InvalidInput: naming the field that is out of range.
            FailedPrecondition: the conversation was finished.
        """
        self._check_open("scene")
        self._outputs.extend(self._stage.change(change))

    def finish(self) -> None:
        """No more is coming: what is owed becomes due. A second time does nothing."""
        if self._finished:
            return
        self._finished = True
        making = self._making or self._begin(separate=False)
        making.finish()
        self._end_if_done()

    # Out.

    def poll(self) -> list[Output]:
        """What has become ready since the last call, in order; a Summary is the last ever.

        Raises:
            Exception: what went wrong inside while frames were made; all that was ready before has been given out.
        """
        if self._error is not None and not self._outputs:
            raise self._error
        ready = list(self._outputs)
        self._outputs.clear()
        return ready

    @property
    def ended(self) -> bool:
        """Whether nothing will become ready any more (there may still be something to `poll`)."""
        return self._ended

    @property
    def failed(self) -> bool:
        """Whether something went wrong inside; `poll` raises it."""
        return self._error is not None

    @property
    def finished(self) -> bool:
        """Whether `finish` was called."""
        return self._finished

    @property
    def frames_made(self) -> int:
        """Output frames so far."""
        return self._frames

    @property
    def frames_total(self) -> int | None:
        """Output frames in all, once finished."""
        if self._making is None or not self._finished:
            return None
        return self.frames_in(self._making.hearing.end)

    def frames_in(self, samples: int) -> int:
        """Output frames that `samples` input samples (of the longer track) come to."""
        return max(0, self._schedule.outputs(samples) - self._schedule.first_output)

    @property
    def known_s(self) -> float:
        """Audio time up to which sound or silence is known, on all tracks."""
        return 0.0 if self._making is None else self._making.hearing.frames_known / FRAME_RATE

    @property
    def made_s(self) -> float:
        """Audio time up to which engine frames have been made."""
        return 0.0 if self._making is None else self._making.made_s

    # For the engine.

    @property
    def making(self) -> Making | None:
        """What the engine works on, if there is anything left to be made."""
        return None if self._ended else self._making

    def give(self, outputs: Sequence[Output], seconds: float) -> None:
        """Hand over what was made in `seconds` of computing."""
        self._outputs.extend(outputs)
        self._frames += sum(len(output) for output in outputs if isinstance(output, Frames))
        self._compute_s += seconds
        self._end_if_done()

    def fail(self, error: Exception) -> None:
        """Something went wrong inside; nothing more will be made."""
        self._error = error
        self._ended = True
        self._making = None

    def _end_if_done(self) -> None:
        making = self._making
        if self._ended or making is None or not making.done:
            return
        self._ended = True
        speaking = making.speaking_frames / FRAME_RATE
        audio_s = making.hearing.end / self.options.sample_rate
        summary = Summary(self._frames, audio_s, float(speaking[0]), float(speaking[1]), self._compute_s)
        self._outputs.append(summary)

    def _check_open(self, field: str) -> None:
        if self._finished:
            raise FailedPrecondition(field, "comes after the conversation was finished")
        if self._ended:
            raise FailedPrecondition(field, "comes after the conversation failed")

    def _check_place(self, field: str, sample: int, count: int) -> None:
        if sample < 0:
            raise InvalidInput(field, f"{sample} is negative")
        if (sample + count) / self.options.sample_rate > LONGEST_S:
            raise InvalidInput(field, f"{sample} lies beyond {LONGEST_S:g} s, the longest conversation there is")

    def _check_held(self, making: Making, count: int) -> None:
        offline = self.options.look_ahead is LookAhead.OFFLINE
        longest = LONGEST_RECORDING_S if offline else LONGEST_HELD_S
        held = (making.hearing.pending_samples + count) / self.options.sample_rate
        tracks = 2 if making.hearing.separate else 1
        if held > longest * tracks and not math.isclose(held, longest * tracks):
            raise LimitExceeded("audio", f"more than {longest:g} s of sound wait for their frames")

    def _decide_layout(self, participant: Participant | None) -> Making:
        """The first audio or clock message decides when the options do not."""
        return self._begin(separate=participant is not None)
