"""Light on the two people: soft key from the front, cool rims from behind, and what skin, eyes and cloth make of it."""

from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_INDEX

FloatArray = NDArray[np.floating]


@dataclass(frozen=True)
class Light:
    """A lamp: where it hangs (metres, conversation frame) and its linear colour at full strength."""

    position: tuple[float, float, float]
    colour: tuple[float, float, float]


KEY: Final = Light((0.35, 2.75, 2.3), (1.30, 1.18, 1.05))
RIMS: Final = (Light((-2.0, 2.4, -1.9), (0.85, 0.95, 1.10)), Light((2.0, 2.4, -1.9), (0.85, 0.95, 1.10)))
FILL: Final = Light((-0.9, 1.5, 2.6), (0.30, 0.33, 0.40))
SKY: Final = (0.40, 0.43, 0.50)
GROUND: Final = (0.20, 0.165, 0.14)


@dataclass(frozen=True)
class Surface:
    """What a material does with light.

    Attributes:
        wrap: how far light creeps past the terminator, per channel: what makes skin look like skin.
        gloss: strength of the highlight; sharp: its exponent.
        soft: strength of a second, wide highlight.
        outline: share of the rims' light, which skin takes near its outline only; 0 takes it everywhere.
        rim: extra light at grazing angles (peach fuzz, fabric).
    """

    wrap: tuple[float, float, float] = (0.0, 0.0, 0.0)
    gloss: float = 0.0
    sharp: float = 30.0
    soft: float = 0.0
    rim: float = 0.0
    outline: float = 0.0


SURFACES: Final[dict[str, Surface]] = {
    "skin": Surface(wrap=(0.42, 0.20, 0.12), gloss=0.16, sharp=42, soft=0.10, rim=0.10, outline=0.7),
    "mouth": Surface(wrap=(0.3, 0.1, 0.1), gloss=0.10, sharp=30),
    "teeth": Surface(wrap=(0.2, 0.2, 0.2), gloss=0.25, sharp=60),
    "tongue": Surface(wrap=(0.4, 0.2, 0.2), gloss=0.18, sharp=26),
    "eye": Surface(wrap=(0.25, 0.2, 0.2), gloss=4.0, sharp=900),
    "lash": Surface(),
    "hair": Surface(wrap=(0.2, 0.2, 0.2), gloss=0.10, sharp=16, soft=0.05, rim=0.05),
    "hand": Surface(wrap=(0.42, 0.20, 0.12), gloss=0.12, sharp=30, soft=0.08, rim=0.10),
    "cloth": Surface(wrap=(0.15, 0.15, 0.15), rim=0.12),
    "trousers": Surface(wrap=(0.1, 0.1, 0.1), rim=0.06),
}


MOUTH_OPENERS: Final = {
    "jawOpen": 4.0, "mouthClose": 0.0, "mouthLowerDownLeft": 0.8, "mouthLowerDownRight": 0.8,
    "mouthUpperUpLeft": 0.8, "mouthUpperUpRight": 0.8, "mouthSmileLeft": 0.3, "mouthSmileRight": 0.3,
}  # fmt: skip
"""Shapes that let light into the mouth, and how much at weight 1."""
RIM_EDGE: Final = (1.9, 0.45)
"""The rims show towards the outline only: this times (1 - cosine to the eye), less that, within [0, 1]."""
INSIDE_TINT: Final = (0.50, 0.17, 0.15)
"""What is left of light, per channel, deep inside the mouth."""
LID_SHADE: Final = (0.55, 0.05, 0.80)
"""Darkening of the eyeball under the upper lid: how much, and from where to where above its middle, in radii."""
EXPOSURE: Final = 0.62
WALL: Final = ((0.015, 0.019, 0.025), (0.112, 0.102, 0.094), 0.40)
"""The wall's colour, what glows on it behind the two, and the glow's radius as an angle."""
FLOOR: Final = ((0.020, 0.022, 0.026), (0.105, 0.094, 0.084), 1.7)
"""The floor's colour, the pool of light on it, and the pool's radius in metres."""


def look() -> dict[str, Any]:
    """Everything above as the page needs it, so that page and renders are lit alike."""
    return {
        "key": asdict(KEY),
        "fill": asdict(FILL),
        "rims": [asdict(rim) for rim in RIMS],
        "sky": SKY,
        "ground": GROUND,
        "exposure": EXPOSURE,
        "mouth_openers": MOUTH_OPENERS,
        "rim_edge": RIM_EDGE,
        "inside_tint": INSIDE_TINT,
        "lid_shade": LID_SHADE,
        "wall": WALL,
        "floor": FLOOR,
        "surfaces": {name: asdict(surface) for name, surface in SURFACES.items()},
    }


def lit(
    surface: Surface,
    albedo: FloatArray,
    normal: FloatArray,
    point: FloatArray,
    towards_eye: FloatArray,
    open_sky: FloatArray,
    key_light: FloatArray,
    sheen: FloatArray,
) -> FloatArray:
    """Linear radiance (N, 3).

    Args:
        surface: the material.
        albedo: (N, 3) linear.
        normal, point, towards_eye: (N, 3).
        open_sky: (N,) ambient openness in [0, 1].
        key_light: (N,) share of the key light that arrives, in [0, 1].
        sheen: (N,) strength of highlights, 0.5 is usual.
    """
    wrap = np.asarray(surface.wrap, np.float32)
    diffuse: FloatArray = np.zeros_like(albedo)
    shine: FloatArray = np.zeros_like(albedo)
    facing_eye = np.clip(np.einsum("ij,ij->i", normal, towards_eye), 0, 1)
    outline = surface.outline * np.clip(RIM_EDGE[0] * (1 - facing_eye) - RIM_EDGE[1], 0, 1)
    for lamp, shadow in ((KEY, key_light), (FILL, None), *((r, None) for r in RIMS)):
        colour = np.asarray(lamp.colour, np.float32)
        to = unit(np.asarray(lamp.position, np.float32) - point)
        cosine = np.einsum("ij,ij->i", normal, to)
        fall = np.clip((cosine[:, None] + wrap) / (1 + wrap), 0, 1)
        fall = fall * fall * (1.5 - 0.5 * fall) if surface.wrap[0] > 0.3 else fall
        block = np.sqrt(open_sky) if shadow is None else shadow
        if lamp in RIMS and surface.outline:
            block = block * outline
        diffuse += colour * fall * block[:, None]
        if surface.gloss or surface.soft:
            half = unit(to + towards_eye)
            facing = np.clip(np.einsum("ij,ij->i", normal, half), 0, 1)
            strength = surface.gloss * facing**surface.sharp + surface.soft * facing**8
            grazing = np.clip(1 - np.einsum("ij,ij->i", half, towards_eye), 0, 1) ** 4
            strength *= (0.6 + 3 * grazing) * sheen * 2 * (cosine > 0) * block
            shine += colour * strength[:, None]
    sky, ground = np.asarray(SKY, np.float32), np.asarray(GROUND, np.float32)
    blend = (0.5 + 0.5 * normal[:, 1:2]).astype(np.float32)
    ambient = (ground + (sky - ground) * blend) * open_sky[:, None]
    edge = (1 - facing_eye) ** 3
    fuzz = surface.rim * edge[:, None] * (ambient + 0.35 * diffuse)
    return np.asarray(albedo * (diffuse + ambient) + shine + fuzz * (0.4 + albedo), np.float32)


def unit(vectors: FloatArray) -> FloatArray:
    """The same (N, 3) directions at length 1."""
    squared = np.einsum("ij,ij->i", vectors, vectors)
    return np.asarray(vectors / np.sqrt(np.maximum(squared, 1e-12))[:, None], np.float32)


def mouth_light(arkit: FloatArray) -> float:
    """Share of the light that finds its way into the mouth, in [0, 1], by how far ARKit weights (52,) open it."""
    w = {name: float(arkit[ARKIT_INDEX[name]]) for name in MOUTH_OPENERS}
    opened = sum(share * w[name] for name, share in MOUTH_OPENERS.items())
    return float(np.clip(0.10 + opened - 3.0 * w["jawOpen"] * w["mouthClose"], 0.10, 1))


def tone(linear: FloatArray, exposure: float = EXPOSURE) -> NDArray[np.uint8]:
    """Linear light to sRGB bytes through a gentle filmic curve."""
    x: FloatArray = np.maximum(linear, 0) * np.float32(exposure)
    x = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    x = np.clip(x, 0, 1)
    srgb = np.where(x <= 0.0031308, x * 12.92, 1.055 * np.power(np.maximum(x, 1e-8), 1 / 2.4) - 0.055)
    return np.asarray(srgb * 255 + 0.5, np.uint8)
