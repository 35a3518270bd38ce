"""Eyeballs and their picture."""

import numpy as np
from identity import Identity
from numpy.typing import NDArray
from skin import noise

FloatArray = NDArray[np.float64]

BACK = np.radians(105)
"""Polar angle at which the eyeball ends: nothing behind is ever seen."""
IRIS = np.radians(25.5)
"""Polar angle of the iris' edge: 12 mm across on an eyeball of 28 mm, as MakeHuman draws them."""
PUPIL = np.radians(9.0)
EYE_SIZE = 256


def eyeball(radius: float) -> tuple[FloatArray, NDArray[np.int32], FloatArray]:
    """A ball of `radius` metres looking along +Z with a slight cornea: points, triangles, uv."""
    inner = np.linspace(0, IRIS * 1.25, 9)
    outer = np.linspace(IRIS * 1.25, BACK, 11)[1:]
    polar = np.concatenate([inner[1:], outer])
    around = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    bulge = 1 + 0.035 * np.clip(1 - (polar / (IRIS * 1.2)) ** 2, 0, 1)
    ring = np.stack(
        [
            (np.sin(polar) * bulge)[:, None] * np.cos(around),
            (np.sin(polar) * bulge)[:, None] * np.sin(around),
            np.repeat((np.cos(polar) * bulge)[:, None], len(around), 1),
        ],
        -1,
    ).reshape(-1, 3)
    points = np.concatenate([[[0, 0, 1.035]], ring]) * radius
    reach = (polar / BACK * 0.5)[:, None]
    uv_ring = np.stack([0.5 + reach * np.cos(around), 0.5 + reach * np.sin(around)], -1).reshape(-1, 2)
    uv = np.concatenate([[[0.5, 0.5]], uv_ring])
    n = len(around)
    triangles = [[0, 1 + k, 1 + (k + 1) % n] for k in range(n)]
    for r in range(len(polar) - 1):
        for k in range(n):
            a, b = 1 + r * n + k, 1 + r * n + (k + 1) % n
            triangles += [[a, a + n, b + n], [a, b + n, b]]
    return points, np.array(triangles, np.int32), uv


def paint_eye(identity: Identity) -> NDArray[np.uint8]:
    """sRGB (EYE_SIZE, EYE_SIZE, 3): sclera with a hint of veins, iris with fibres, dark rim, pupil."""
    rng = np.random.default_rng(identity.seed)
    grid = (np.arange(EYE_SIZE) + 0.5) / EYE_SIZE - 0.5
    x, y = np.meshgrid(grid, -grid)
    polar = np.hypot(x, y) * 2 * BACK
    angle = np.arctan2(y, x)
    flat = np.stack([x, y, np.zeros_like(x)], -1).reshape(-1, 3)
    white = np.array([0.80, 0.765, 0.73])
    colour = np.tile(white, (EYE_SIZE, EYE_SIZE, 1))
    rim = np.clip((polar - IRIS) / np.radians(40), 0, 1)
    colour *= 1 - rim[..., None] * np.array([0.20, 0.40, 0.42])
    veins = np.clip(noise(flat, 0.02, identity.seed).reshape(x.shape) - 0.35, 0, 1) * rim
    colour *= 1 - veins[..., None] * np.array([0.05, 0.5, 0.5])

    t = np.clip((polar - PUPIL) / (IRIS - PUPIL), 0, 1)
    wheel = rng.uniform(-1, 1, 181)
    wheel = np.concatenate([wheel[:-1], wheel[:1]])
    fibres = np.interp((angle / (2 * np.pi) % 1) * 180, np.arange(181), wheel)
    coarse = np.interp((angle / (2 * np.pi) % 1) * 45, np.arange(46), np.r_[wheel[:45], wheel[0]])
    inner, outer = np.array(identity.iris), np.array(identity.iris_rim)
    shade = np.clip(1.35 - 0.75 * t + 0.22 * fibres + 0.14 * coarse, 0.15, 2)
    iris = (inner + (outer - inner) * (t**2.6)[..., None]) * shade[..., None]
    ruff = np.exp(-(((t - 0.28) / 0.12) ** 2))[..., None]
    iris = iris + ruff * (np.array(identity.iris) * np.array([1.5, 1.15, 0.75]) - iris) * 0.35
    edge = np.clip((polar - IRIS + np.radians(1.6)) / np.radians(3.4), 0, 1)
    edge = edge * edge * (3 - 2 * edge)
    limbus = np.exp(-(((polar - IRIS) / np.radians(2.6)) ** 2))
    colour = iris * (1 - edge[..., None]) + colour * edge[..., None]
    colour *= 1 - 0.62 * limbus[..., None]
    hole = np.clip((PUPIL + np.radians(0.8) - polar) / np.radians(1.6), 0, 1)[..., None]
    colour = colour * (1 - hole) + 0.004 * hole
    return _srgb(colour)


def _srgb(linear: FloatArray) -> NDArray[np.uint8]:
    c = np.clip(linear, 0, 1)
    return (np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055) * 255 + 0.5).astype(np.uint8)
