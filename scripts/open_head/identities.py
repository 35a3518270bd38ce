"""People of different sex, age, origin and build, from MakeHuman's shaping targets."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from open_head.makehuman import read_target

Array = NDArray[np.float64]

ORIGINS = ("african", "asian", "caucasian")


def macro(
    targets: Path, count: int, gender: str, age: str = "young", weight: str = "average", origin: str = ""
) -> Array:
    """The offset (count, 3) of one kind of person; the mean of all origins when none is named."""
    folder = targets / "macrodetails"
    origins = (origin,) if origin else ORIGINS
    offset = read_target(folder / f"universal-{gender}-{age}-averagemuscle-{weight}weight.target.gz", count)
    for name in origins:
        offset = offset + read_target(folder / f"{name}-{gender}-{age}.target.gz", count) / len(origins)
    return offset


def young_adult(targets: Path, count: int) -> Array:
    """The template: the mean of a young man and a young woman of all origins."""
    return (macro(targets, count, "male") + macro(targets, count, "female")) / 2.0


DETAILS: dict[str, dict[str, float]] = {
    "round_face": {"head/head-round": 1.0, "head/head-rectangular": -0.6},
    "broad_nose": {
        "nose/nose-scale-horiz-incr": 0.8, "nose/nose-width2-incr": 0.6, "nose/nose-volume-incr": 0.5,
        "nose/nose-scale-horiz-decr": -0.4,
    },
    "aquiline_nose": {"nose/nose-hump-incr": 0.8, "nose/nose-point-down": 0.5,
                      "nose/nose-scale-depth-incr": 0.6},
    "strong_chin": {"chin/chin-prominent-incr": 0.9, "chin/chin-width-incr": 0.7,
                    "chin/chin-height-incr": 0.5},
    "full_lips": {
        "mouth/mouth-lowerlip-volume-incr": 0.8, "mouth/mouth-upperlip-volume-incr": 0.8,
        "mouth/mouth-lowerlip-height-incr": 0.5, "mouth/mouth-upperlip-height-incr": 0.5,
    },
    "high_cheekbones": {"cheek/l-cheek-bones-incr": 1.0, "cheek/r-cheek-bones-incr": 1.0,
                        "cheek/l-cheek-inner-decr": 0.5, "cheek/r-cheek-inner-decr": 0.5},
    "heavy_brow": {"forehead/forehead-nubian-decr": 0.8, "eyebrows/eyebrows-trans-forward": 0.8,
                   "eyebrows/eyebrows-trans-down": 0.5},
    "large_eyes": {"eyes/l-eye-scale-incr": 0.8, "eyes/r-eye-scale-incr": 0.8},
}  # fmt: skip
"""Directions made of MakeHuman's local targets and their amounts at coefficient 1."""


def identity_directions(targets: Path, count: int) -> tuple[list[str], Array]:
    """Names and offsets (S, count, 3) at coefficient 1; 0 is the template; -1 is about as plausible as +1."""
    man, woman = macro(targets, count, "male"), macro(targets, count, "female")
    adult = (man + woman) / 2.0

    def both(age: str = "young", weight: str = "average", origin: str = "") -> Array:
        kinds = [macro(targets, count, g, age, weight, origin) for g in ("male", "female")]
        return (kinds[0] + kinds[1]) / 2.0

    named: dict[str, Array] = {
        "male": (man - woman) / 2.0,
        "old": both("old") - adult,
        "heavy": (both(weight="max") - both(weight="min")) / 2.0,
        "african": both(origin="african") - adult,
        "asian": both(origin="asian") - adult,
    }
    for name, amounts in DETAILS.items():
        named[name] = sum(
            (a * read_target(targets / f"{t}.target.gz", count) for t, a in amounts.items()),
            np.zeros((count, 3)),
        )
    return list(named), np.stack(list(named.values()))
