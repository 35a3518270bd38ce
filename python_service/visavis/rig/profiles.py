"""Profiles: from the 52 ARKit weights to an avatar's own blendshapes. docs/retargeting.md, step 2."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.retarget import RetargetSolver
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

Array = NDArray[np.float64]

FORMAT: Final = "visavis-profile-1"

ENOUGH: Final = 0.5
"""Share of a preset's entries that a mesh must have for the preset to be recognised."""


@dataclass(frozen=True)
class Channel:
    """One ARKit channel and the blendshapes it drives.

    Attributes:
        channel: index into ARKIT_NAMES.
        targets: names on the avatar; those it lacks are left out.
        gain, offset: applied after the curve.
        curve: (x, y) points, straight between them and level beyond; empty for none.
        clamp: bounds of what this channel gives.
    """

    channel: int
    targets: tuple[str, ...]
    gain: float = 1.0
    offset: float = 0.0
    curve: tuple[tuple[float, float], ...] = ()
    clamp: tuple[float, float] = (0.0, 1.0)

    def value(self, weight: float) -> float:
        """What the targets get for an ARKit weight."""
        if self.curve:
            weight = float(np.interp(weight, [x for x, _ in self.curve], [y for _, y in self.curve]))
        return min(max(self.gain * weight + self.offset, self.clamp[0]), self.clamp[1])


@dataclass(frozen=True)
class BasisShape:
    """A viseme: its names on the avatar and what it looks like in ARKit weights (index -> weight)."""

    targets: tuple[str, ...]
    weights: dict[int, float]


@dataclass(frozen=True)
class Profile:
    """How one kind of avatar is driven.

    Attributes:
        name, title: for programs, for people.
        channels: direct drives.
        basis: visemes solved for together; empty for avatars with ARKit shapes.
        ridge, sweeps: of that solution.
        rest: names of the shape that takes what the visemes leave of 1.
        markers: names of which a mesh must have at least one to be recognised; empty for no such condition.
        detect: names that tell this kind of avatar, when its targets do not.
    """

    name: str
    title: str
    channels: tuple[Channel, ...]
    basis: tuple[BasisShape, ...] = ()
    ridge: float = 0.0
    sweeps: int = 1
    rest: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    detect: tuple[str, ...] = field(default=())


def parse_profile(data: dict[str, Any]) -> Profile:
    """Reads a profile's JSON object. ValueError names the field at fault."""
    if data.get("format") != FORMAT:
        raise ValueError(f"format: expected '{FORMAT}', got {data.get('format')!r}")

    def channel(name: str) -> int:
        if name not in ARKIT_INDEX:
            raise ValueError(f"channel: '{name}' is not one of the 52 ARKit names")
        return ARKIT_INDEX[name]

    try:
        channels = []
        for entry in data.get("channels", []):
            low, high = entry.get("clamp", (0.0, 1.0))
            curve = tuple(sorted((float(x), float(y)) for x, y in entry.get("curve", ())))
            channels.append(
                Channel(
                    channel(entry["channel"]),
                    tuple(entry["targets"]),
                    float(entry.get("gain", 1.0)),
                    float(entry.get("offset", 0.0)),
                    curve,
                    (float(low), float(high)),
                )
            )
        basis = tuple(
            BasisShape(tuple(b["targets"]), {channel(n): float(w) for n, w in b["weights"].items()})
            for b in data.get("basis", [])
        )
        return Profile(
            name=str(data["name"]),
            title=str(data.get("title", data["name"])),
            channels=tuple(channels),
            basis=basis,
            ridge=float(data.get("ridge", 0.0)),
            sweeps=int(data.get("sweeps", 1)),
            rest=tuple(data.get("rest", ())),
            markers=tuple(data.get("markers", ())),
            detect=tuple(data.get("detect", ())),
        )
    except KeyError as missing:
        raise ValueError(f"profile: {missing} is missing") from None


@cache
def presets() -> tuple[Profile, ...]:
    """The profiles that ship with the package, in the order in which they are tried for a mesh."""
    folder = resources.files("visavis") / "assets" / "profiles"
    names = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return tuple(parse_profile(json.loads((folder / f"{n}.json").read_text(encoding="utf-8"))) for n in names)


def preset(name: str) -> Profile:
    """A preset by name. KeyError lists those there are."""
    for profile in presets():
        if profile.name == name:
            return profile
    raise KeyError(f"no profile '{name}'; there are {', '.join(p.name for p in presets())}")


def _own_name(mesh_name: str) -> str:
    return mesh_name.rpartition(".")[2]


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def find_target(target: str, names: Sequence[str]) -> int | None:
    """Index of the mesh name that `target` means, or None: equal, else equal after the last dot, else but for
    case, underscores, hyphens and spaces."""
    for match in (
        lambda name: name == target,
        lambda name: _own_name(name) == target,
        lambda name: _plain(_own_name(name)) == _plain(target),
    ):
        for i, name in enumerate(names):
            if match(name):
                return i
    return None


def detect_profile(names: Iterable[str]) -> Profile | None:
    """The preset that fits a mesh's blendshape names best, or None when none fits."""
    known = {n for name in names for n in (name, _own_name(name))}
    best, best_score = None, 0.0
    for profile in presets():
        if profile.markers and known.isdisjoint(profile.markers):
            continue
        entries: list[tuple[str, ...]] = [(n,) for n in profile.detect]
        if not entries:
            entries = [b.targets for b in profile.basis] + [c.targets for c in profile.channels]
        score = sum(not known.isdisjoint(targets) for targets in entries) / len(entries)
        if score > best_score:
            best, best_score = profile, score
    return best if best_score >= ENOUGH else None


class ProfileMapper:
    """Drives one mesh by one profile."""

    def __init__(self, profile: Profile, names: Sequence[str]) -> None:
        """`names` are the mesh's blendshape names."""
        self.profile = profile
        self.names = tuple(names)
        self._channels = [(c, self._found(c.targets)) for c in profile.channels]
        self._limit = np.ones(len(names))
        driven: dict[int, float] = {}
        for entry, indices in self._channels:
            for i in indices:
                driven[i] = max(driven.get(i, 0.0), entry.clamp[1])
        for i, limit in driven.items():
            self._limit[i] = limit
        self._basis = [self._found(b.targets) for b in profile.basis]
        self._rest = self._found(profile.rest)
        self._rows = sorted({r for b in profile.basis for r in b.weights})
        matrix = np.array([[b.weights.get(r, 0.0) for b in profile.basis] for r in self._rows])
        self._solver = RetargetSolver(matrix, profile.ridge, profile.sweeps) if profile.basis else None
        self._warm = np.zeros(len(profile.basis))

    def _found(self, targets: tuple[str, ...]) -> list[int]:
        found = (find_target(target, self.names) for target in targets)
        return list(dict.fromkeys(i for i in found if i is not None))

    @property
    def unused(self) -> tuple[str, ...]:
        """ARKit channels of the profile for which the mesh has no blendshape."""
        return tuple(ARKIT_NAMES[c.channel] for c, indices in self._channels if not indices)

    def reset(self) -> None:
        """Forgets the last frame."""
        self._warm[:] = 0.0

    def map(self, weights: NDArray[np.floating]) -> Array:
        """The mesh's blendshape weights (len(names),) for ARKit weights (52,)."""
        out = np.zeros(len(self.names))
        if self._solver is not None:
            solved = self._solver.solve(np.asarray(weights, np.float64)[self._rows], self._warm)
            for value, indices in zip(solved, self._basis):
                out[indices] += value
            out[self._rest] += min(max(1.0 - float(solved.sum()), 0.0), 1.0)
        for entry, indices in self._channels:
            out[indices] += entry.value(float(weights[entry.channel]))
        return np.clip(out, 0.0, self._limit)
