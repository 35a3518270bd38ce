"""What the page works with: sounds, the takes made of them, and conversations that are live."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any, Final

import numpy as np

from visavis.engine import Bake, ConversationOptions, Engine, Frames, LookAhead, Notice, SceneChange
from visavis.errors import FailedPrecondition, InvalidInput, VisavisError
from visavis.roles import RoleEvent, RoleSpan
from visavis.view.sounds import Sound
from visavis.view.take import PersonTake, Take, joined

_LOG = logging.getLogger(__name__)

KEPT: Final = 12
"""Sounds and takes kept at once; the oldest go."""
LOOK_AHEADS: Final = {"live": LookAhead.LIVE, "balanced": LookAhead.BALANCED, "offline": LookAhead.OFFLINE}
ROLE_CHOICES: Final = ("tracks", "labels", "automatic")
"""Where roles may come from: separate tracks, labelled time, or the sound itself."""

Tell = Callable[[dict[str, Any]], None]
"""Takes one message for the page."""


@dataclass(frozen=True)
class Wish:
    """How the page wants a sound animated."""

    look_ahead: LookAhead = LookAhead.OFFLINE
    seed: int = 1
    pose_text: str = ""
    roles: str = ""

    @classmethod
    def parse(cls, data: dict[str, Any]) -> "Wish":
        """What a request says. InvalidInput names the field at fault."""
        look = str(data.get("look_ahead") or "offline")
        if look not in LOOK_AHEADS:
            raise InvalidInput("look_ahead", f"'{look}' is none of {', '.join(LOOK_AHEADS)}")
        roles = str(data.get("roles") or "")
        if roles and roles not in ROLE_CHOICES:
            raise InvalidInput("roles", f"'{roles}' is none of {', '.join(ROLE_CHOICES)}")
        try:
            seed = int(data.get("seed") or 0)
        except (TypeError, ValueError):
            raise InvalidInput("seed", f"'{data.get('seed')}' is not a whole number") from None
        return cls(LOOK_AHEADS[look], seed, str(data.get("pose") or "").strip(), roles)

    def options(
        self, sample_rate: int, spans: tuple[RoleSpan, ...] = (), known_until_s: float = 0.0
    ) -> ConversationOptions:
        """The same for the engine."""
        return ConversationOptions(
            sample_rate=sample_rate,
            look_ahead=self.look_ahead,
            seed=self.seed,
            scene=SceneChange(pose_text=self.pose_text) if self.pose_text else None,
            spans=spans,
            known_until_s=known_until_s,
        )


@dataclass(frozen=True)
class Made:
    """A take with all the page wants to know about it."""

    take: Take
    title: str
    sound: str | None
    about: dict[str, Any] = field(default_factory=dict)


class Studio:
    """Keeps sounds and takes, and makes takes. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._sounds: OrderedDict[str, Sound] = OrderedDict()
        self._takes: OrderedDict[str, Made] = OrderedDict()
        self._baking = threading.Lock()

    @cached_property
    def engine(self) -> Engine:
        """The engine whose network and rig all takes share; loaded when first needed."""
        return Engine()

    # Sounds and takes.

    def add_sound(self, sound: Sound) -> str:
        """Keeps a sound; returns its id."""
        return self._keep(self._sounds, "s", sound)

    def add_take(self, made: Made) -> str:
        """Keeps a take; returns its id."""
        return self._keep(self._takes, "t", made)

    def sound(self, key: str) -> Sound:
        """The sound of that id. InvalidInput where there is none."""
        return self._get(self._sounds, key, "sound")

    def take(self, key: str) -> Made:
        """The take of that id. InvalidInput where there is none."""
        return self._get(self._takes, key, "take")

    def listing(self) -> dict[str, Any]:
        """All sounds and takes, oldest first."""
        with self._lock:
            sounds = {k: describe_sound(v) for k, v in self._sounds.items()}
            takes = {k: {"title": v.title, "sound": v.sound, "seconds": v.take.seconds} for k, v in self._takes.items()}
        return {"sounds": sounds, "takes": takes}

    def _keep(self, store: "OrderedDict[str, Any]", letter: str, thing: Any) -> str:
        with self._lock:
            key = f"{letter}{next(self._numbers)}"
            store[key] = thing
            while len(store) > KEPT:
                store.popitem(last=False)
            return key

    def _get(self, store: "OrderedDict[str, Any]", key: str, what: str) -> Any:
        with self._lock:
            if key not in store:
                raise InvalidInput(what, f"there is no {what} '{key}'; it may have made room for newer ones")
            return store[key]

    # Making takes.

    def bake(self, sound_key: str, wish: Wish, tell: Tell) -> str:
        """Animates a whole sound; returns the take's id, having told how far it is.

        Raises:
            VisavisError: naming the field at fault.
        """
        sound = self.sound(sound_key)
        choice = wish.roles or ("tracks" if len(sound.tracks) == 2 else "labels" if sound.roles else "automatic")
        tracks = sound.tracks if choice == "tracks" else (sound.mixed(),)
        if choice == "tracks" and len(sound.tracks) != 2:
            raise InvalidInput("roles", f"'{sound.name}' is one track of both voices: choose automatic or labels")
        spans, until = self._labels(sound) if choice == "labels" else ((), 0.0)
        with self._baking:
            last = -1

            def progress(done: int, total: int) -> None:
                nonlocal last
                percent = 100 * done // max(total, 1)
                if percent != last:
                    last = percent
                    tell({"progress": done / max(total, 1)})

            work = Bake(self.engine, wish.options(sound.sample_rate, spans, until), tracks, progress=progress)
            pieces, events, notices, poses = [], [], [], []
            if work.header.pose is not None:
                poses.append(describe_pose(work.header.pose))
            for output in work:
                if isinstance(output, Frames):
                    pieces.append(_piece(output))
                elif isinstance(output, RoleEvent):
                    events.append(describe_event(output))
                elif isinstance(output, Notice):
                    notices.append(describe_notice(output))
        if not pieces:
            raise InvalidInput("sound", f"'{sound.name}' is too short for a single frame")
        source = work.header.role_source
        about = {
            "events": events,
            "notices": notices,
            "pose": poses[0] if poses else None,
            "model": work.header.model_id,
            "rig": work.header.rig_id,
            "look_ahead": wish.look_ahead.name.lower(),
            "seed": wish.seed,
            "roles": choice,
            "role_source": "" if source is None else source.name.lower(),
        }
        return self.add_take(Made(joined(pieces), sound.name, sound_key, about))

    def _labels(self, sound: Sound) -> tuple[tuple[RoleSpan, ...], float]:
        if not sound.roles:
            raise InvalidInput("roles", f"no labelled time belongs to '{sound.name}': drop its .rttm or .json file too")
        return sound.roles, sound.seconds

    def label(self, sound_key: str, roles: tuple[RoleSpan, ...]) -> None:
        """Gives a sound its labelled time."""
        labelled = replace(self.sound(sound_key), roles=roles)
        with self._lock:
            self._sounds[sound_key] = labelled

    def read_pose(self, text: str) -> dict[str, Any]:
        """What is understood of a pose text."""
        if not text.strip():
            raise InvalidInput("pose", "is empty")
        try:
            from visavis.scene.pose_text import interpret
        except ModuleNotFoundError as error:
            raise FailedPrecondition("pose", f"this installation reads no pose texts: {error}") from error
        return describe_pose(interpret(text))


def turns_of(take: Take) -> list[dict[str, Any]]:
    """Turn events read off speaking probabilities, for takes that came without."""
    events = []
    for name, person in (("a", take.a), ("b", take.b)):
        talks = np.concatenate([[False], person.speaking >= 0.5, [False]])
        for frame in np.flatnonzero(np.diff(talks.astype(int))):
            kind = "turn_began" if talks[frame + 1] else "turn_ended"
            events.append({"kind": kind, "person": name, "time": float(frame / take.fps)})
    return sorted(events, key=lambda event: float(event["time"]))


def _piece(output: Frames) -> Take:
    return Take(
        float(output.state.fps),
        PersonTake.from_state(output.state.a, output.a),
        PersonTake.from_state(output.state.b, output.b),
    )


def describe_sound(sound: Sound) -> dict[str, Any]:
    """What the page needs to know about a sound."""
    return {
        "name": sound.name,
        "seconds": sound.seconds,
        "tracks": len(sound.tracks),
        "labels": bool(sound.roles),
    }


def describe_event(event: RoleEvent) -> dict[str, Any]:
    """A role event for the page."""
    return {"kind": event.kind.name.lower(), "person": event.participant.name.lower(), "time": event.time_s}


def describe_notice(notice: Notice) -> dict[str, Any]:
    """A notice for the page."""
    return {
        "severity": notice.severity.name.lower(),
        "code": notice.code,
        "message": notice.message,
        "time": notice.time_s,
    }


def describe_pose(reading: Any) -> dict[str, Any]:
    """A pose reading for the page."""
    places = {}
    for name in ("a", "b"):
        person = getattr(reading.placement, name)
        places[name] = {
            "position": [float(x) for x in person.position],
            "yaw_deg": float(person.yaw_deg),
            "eye_height": float(person.eye_height),
        }
    return {
        "reading": reading.reading,
        "confidence": float(reading.confidence),
        "not_understood": list(reading.not_understood),
        **places,
    }


def error_message(error: Exception) -> dict[str, Any]:
    """An error as the page shows it."""
    if isinstance(error, VisavisError):
        return {"error": {"field": error.field, "message": error.message}}
    _LOG.exception("the viewer failed", exc_info=error)
    return {"error": {"field": "", "message": f"something went wrong inside: {error}"}}


def bundled_sound() -> tuple[Path, Path, Path]:
    """A's track, B's track and the labelled time of the conversation that ships with the package."""
    folder = Path(__file__).parents[1] / "assets/conversation"
    return folder / "conversation_a.flac", folder / "conversation_b.flac", folder / "conversation.rttm"
