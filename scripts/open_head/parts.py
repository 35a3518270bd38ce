"""What each triangle of the open head is: skin, lips, inside of the mouth, teeth, tongue, eyes, lashes."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from open_head.makehuman import BaseMesh
from open_head.surface import Surface

PARTS = ("skin", "lips", "mouth", "teeth", "tongue", "eyeball", "iris", "pupil", "lashes", "brows", "bust")
"""`bust` is the skin below the neck."""

BUST_BELOW = -0.075
"""Height relative to the neck joint, metres, under which skin is called bust."""


def label_parts(surface: Surface, mesh: BaseMesh, template: NDArray[np.float64], textures: Path) -> NDArray[np.int64]:
    """Index into PARTS of each triangle; `template` (V, 3) is relative to the neck joint.

    Lips and mouth are told from the rest of the skin by MakeHuman's masks over the texture.
    """
    part = np.array([PARTS.index(p) for p in surface.part])
    uv = np.array(surface.uv)[np.array(surface.uv_triangles)].mean(axis=1)
    skin = part == PARTS.index("skin")

    def masked(name: str) -> NDArray[np.bool_]:
        picture = np.asarray(Image.open(textures / name).convert("L"), np.float64) / 255.0
        height, width = picture.shape
        column = np.clip((uv[:, 0] * width).astype(int), 0, width - 1)
        row = np.clip(((1.0 - uv[:, 1]) * height).astype(int), 0, height - 1)
        return picture[row, column] > 0.5

    height = template[np.array(surface.triangles), 1].mean(axis=1)
    part[skin & (height < BUST_BELOW)] = PARTS.index("bust")
    part[skin & masked("mpfb_inside-mouth.jpg")] = PARTS.index("mouth")
    part[skin & masked("mpfb_lips.jpg")] = PARTS.index("lips")
    return part
