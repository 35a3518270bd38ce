"""What a command is given to bake: recordings, alone or as a batch, and what belongs to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from visavis.errors import InvalidInput

SOUND_TYPES: Final = (".wav", ".flac", ".ogg", ".opus", ".mp3", ".aif", ".aiff")
ROLE_TYPES: Final = (".rttm", ".json")


@dataclass(frozen=True)
class Job:
    """One conversation to bake.

    Attributes:
        name: what it is called in messages; also its folder below the output folder of a batch.
        a: the mixed track, or A's.
        b: B's track, or None.
        roles: the file that says who speaks when, or None.
        out: the folder its files go to.
    """

    name: str
    a: Path
    b: Path | None
    roles: Path | None
    out: Path


def find_jobs(recordings: Sequence[Path], b: Path | None, roles: Path | None, out: Path) -> list[Job]:
    """The conversations that are meant.

    Args:
        recordings: files, or folders: then every sound file below counts, and two called NAME_a and NAME_b are the
            two tracks of NAME.
        b: B's track of the one recording given.
        roles: a file for the one recording given, or a folder with NAME.rttm or NAME.json for each.
        out: the output folder. One recording's files go right into it, those of several each into a folder NAME.

    Raises:
        InvalidInput: nothing is there, or options contradict each other.
    """
    for path in recordings:
        if not path.exists():
            raise InvalidInput(str(path), "does not exist")
    tracks: list[tuple[str, Path, Path | None]] = []
    for path in recordings:
        if path.is_dir():
            tracks += _in_folder(path)
        else:
            tracks.append((path.stem, path, b))
    one = len(recordings) == 1 and not recordings[0].is_dir()
    if b is not None and not one:
        raise InvalidInput("--b", "belongs to one recording; for several, put pairs NAME_a and NAME_b in a folder")
    if roles is not None and not roles.exists():
        raise InvalidInput("--roles", f"{roles} does not exist")
    if roles is not None and not one and not roles.is_dir():
        raise InvalidInput("--roles", "is one file; for several recordings give a folder of NAME.rttm files")
    names = _unique([name for name, _, _ in tracks])
    return [
        Job(name, a, other, _roles_of(roles, stem), out if one else out / name)
        for name, (stem, a, other) in zip(names, tracks)
    ]


def _in_folder(folder: Path) -> list[tuple[str, Path, Path | None]]:
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SOUND_TYPES and p.is_file())
    if not files:
        raise InvalidInput(str(folder), f"holds no sound file ({', '.join(SOUND_TYPES)})")
    by_stem = {p.with_suffix(""): p for p in files}
    found: list[tuple[str, Path, Path | None]] = []
    for place, path in by_stem.items():
        stem = place.name
        partner = place.with_name(stem[:-2] + "_b")
        if stem.endswith("_a") and partner in by_stem:
            found.append((stem[:-2], path, by_stem[partner]))
        elif not (stem.endswith("_b") and place.with_name(stem[:-2] + "_a") in by_stem):
            found.append((stem, path, None))
    return found


def _roles_of(roles: Path | None, stem: str) -> Path | None:
    if roles is None or not roles.is_dir():
        return roles
    return next((f for f in (roles / f"{stem}{suffix}" for suffix in ROLE_TYPES) if f.is_file()), None)


def _unique(names: Sequence[str]) -> list[str]:
    """The names, those that come again with a number."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        candidate = name if seen[name] == 1 else f"{name}-{seen[name]}"
        while candidate in unique:
            seen[name] += 1
            candidate = f"{name}-{seen[name]}"
        unique.append(candidate)
    return unique
