"""One recording baked to files, all or nothing, with a note of how."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from visavis.audio import read_recording
from visavis.cli.recordings import Job
from visavis.engine import Bake, ConversationOptions, Engine, Frames, Notice, NoticeSeverity, Output, Summary
from visavis.errors import InvalidInput
from visavis.formats import Recording, write
from visavis.rig import FlameFrames
from visavis.roles import RoleEvent, RoleSpan, VoicePrint, VoicePrintError, read_roles
from visavis.roles.prints import read_voice
from visavis.state import DyadState, PersonState
from visavis.version import __version__

NOTE: Final = "bake.json"
"""The file beside the results that says how they came about."""
LONGEST_S: Final = 4 * 3600.0
"""Longest recording, seconds."""

T = TypeVar("T", PersonState, FlameFrames)


@dataclass(frozen=True)
class Baked:
    """What came of one recording.

    Attributes:
        files: what was written.
        summary: what was done; None when it had been baked before.
        events: turns, overlaps, back-channels.
        warnings: sentences for people.
    """

    files: tuple[Path, ...]
    summary: Summary | None
    events: tuple[RoleEvent, ...] = ()
    warnings: tuple[str, ...] = ()


def load_tracks(job: Job, split_channels: bool) -> tuple[int, list[NDArray[np.float32]]]:
    """A recording's rate and its one or two tracks. Raises InvalidInput naming the file."""
    first = read_recording(job.a, max_seconds=LONGEST_S)
    if split_channels:
        return first.sample_rate, list(first.separate())
    if job.b is None:
        return first.sample_rate, [first.mixed()]
    second = read_recording(job.b, max_seconds=LONGEST_S)
    if second.sample_rate != first.sample_rate:
        raise InvalidInput(
            str(job.b),
            f"has {second.sample_rate} samples a second, {job.a} has {first.sample_rate}; both need the same",
        )
    return first.sample_rate, [first.mixed(), second.mixed()]


def load_voice(path: Path | None, option: str) -> VoicePrint | None:
    """A voice print from a file of `visavis enroll`, or made now from a recording of one voice."""
    if path is None:
        return None
    if not path.is_file():
        raise InvalidInput(option, f"{path} does not exist")
    try:
        return read_voice(path)
    except (VoicePrintError, OSError) as error:
        raise InvalidInput(option, f"{path}: {error}") from None


def load_roles(path: Path | None) -> list[RoleSpan]:
    """Who speaks when, from an RTTM or JSON file."""
    if path is None:
        return []
    try:
        return read_roles(path)
    except (ValueError, OSError) as error:
        raise InvalidInput("--roles", str(error)) from None


def bake_to_files(
    engine: Engine,
    job: Job,
    options: ConversationOptions,
    formats: Sequence[str],
    *,
    split_channels: bool = False,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Baked:
    """Bakes a recording and writes every format; either all files appear in `job.out`, or none does.

    Args:
        engine: whose network and rig are used.
        job: the recording.
        options: how; the rate and the spans are taken from the recording.
        formats: names of `visavis.formats`.
        split_channels: a stereo file has A on the left and B on the right.
        resume: do nothing when the same was baked into the same place before.
        progress: called with frames done and in all.

    Raises:
        VisavisError: naming what is at fault. OSError: a file cannot be written.
    """
    rate, tracks = load_tracks(job, split_channels)
    spans = load_roles(job.roles)
    whole_s = max(map(len, tracks)) / rate if spans else 0.0  # a file of roles tells of the whole recording
    options = replace(options, sample_rate=rate, spans=tuple(spans), known_until_s=whole_s)
    recipe = _recipe(engine, tracks, options, formats)
    if resume and (files := _done_before(job.out, recipe)) is not None:
        return Baked(files, None)
    bake = Bake(engine, options, tracks, progress=progress)
    outputs = list(bake)
    recording = gather(outputs, engine)
    events = [o for o in outputs if isinstance(o, RoleEvent)]
    summary = next(o for o in outputs if isinstance(o, Summary))
    job.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".baking-", dir=job.out) as folder:
        made = [path for name in formats for path in write(name, Path(folder), recording)]
        names = [path.relative_to(folder) for path in made]
        note = recipe | {
            "recording": job.a.name, "roles_from": job.roles.name if job.roles else None,
            "role_source": bake.header.role_source.name if bake.header.role_source else None,
            "files": [str(name) for name in names], "summary": asdict(summary), "events": [_event(e) for e in events],
        }  # fmt: skip
        (Path(folder) / NOTE).write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
        for name in [*names, Path(NOTE)]:
            target = job.out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(Path(folder) / name, target)
    warnings = [o.message for o in outputs if isinstance(o, Notice) and o.severity is NoticeSeverity.WARNING]
    return Baked(tuple(job.out / name for name in names), summary, tuple(events), tuple(warnings))


def gather(outputs: Sequence[Output], engine: Engine) -> Recording:
    """All frames of a bake as one recording. Raises InvalidInput when there is none."""
    pieces = [output for output in outputs if isinstance(output, Frames)]
    if not pieces:
        raise InvalidInput("recording", "is too short for a single frame")
    first = pieces[0].state
    state = DyadState(
        first.start, first.fps, _joined([p.state.a for p in pieces]), _joined([p.state.b for p in pieces])
    )
    return Recording(state, engine.rig, _joined([p.a for p in pieces]), _joined([p.b for p in pieces]))


def copy_sound(source: Path, folder: Path, name: str) -> Path:
    """Lays a recording beside what was baked from it, so that players find it."""
    target = folder / f"{name}{source.suffix}"
    shutil.copyfile(source, target)
    return target


def _joined(pieces: Sequence[T]) -> T:
    values: dict[str, Any] = {
        field.name: np.concatenate([getattr(piece, field.name) for piece in pieces]) for field in fields(pieces[0])
    }
    return type(pieces[0])(**values)


def _event(event: RoleEvent) -> dict[str, Any]:
    return {"kind": event.kind.name.lower(), "participant": event.participant.name, "time_s": round(event.time_s, 4)}


def _recipe(
    engine: Engine, tracks: Sequence[NDArray[np.float32]], options: ConversationOptions, formats: Sequence[str]
) -> dict[str, Any]:
    """All that the result depends on."""
    sound = hashlib.sha256()
    for track in tracks:
        sound.update(len(track).to_bytes(8, "little") + track.tobytes())
    asked = hashlib.sha256(repr(_plain(options)).encode()).hexdigest()
    return {
        "visavis": __version__, "model": engine.network.model_id, "rig": engine.rig.rig_id, "fps": options.fps,
        "look_ahead": options.look_ahead.name.lower(), "seed": options.seed, "formats": list(formats),
        "sound_sha256": sound.hexdigest(), "options_sha256": asked,
    }  # fmt: skip


def _plain(options: ConversationOptions) -> list[Any]:
    """Every option by its value, voice prints by their bytes."""
    values = [(field.name, getattr(options, field.name)) for field in fields(options)]
    return [(name, value.to_bytes() if isinstance(value, VoicePrint) else value) for name, value in values]


def _done_before(folder: Path, recipe: dict[str, Any]) -> tuple[Path, ...] | None:
    """The files of an earlier bake by the same recipe, None when there was none or a file is gone."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        files = tuple(folder / name for name in note["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    same = all(note.get(key) == value for key, value in recipe.items())
    return files if same and files and all(file.is_file() for file in files) else None
