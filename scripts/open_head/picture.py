"""A small z-buffer rasteriser in numpy: enough to look at the open head, and to show it to a face tracker."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from visavis.rig.head_model import LEFT_EYE_JOINT, HeadModel

COLOURS = {
    "skin": (0.86, 0.66, 0.56), "bust": (0.86, 0.66, 0.56), "lips": (0.78, 0.47, 0.43),
    "mouth": (0.50, 0.20, 0.20),
    "teeth": (0.95, 0.93, 0.86), "tongue": (0.80, 0.42, 0.42), "eyeball": (0.95, 0.94, 0.92),
    "iris": (0.30, 0.45, 0.60), "pupil": (0.02, 0.02, 0.02), "lashes": (0.12, 0.08, 0.06),
    "brows": (0.22, 0.15, 0.10),
}  # fmt: skip
"""Colour of each part, red, green, blue in [0, 1]."""

LIGHTS = (((0.3, 0.5, 0.8), 0.65), ((-0.7, 0.1, 0.6), 0.25))
AMBIENT = 0.25
BACKGROUND = (90, 100, 115)


@dataclass(frozen=True)
class Picture:
    """What was drawn.

    Attributes:
        pixels: (H, W, 3) 8-bit colours.
        triangle: (H, W) index of the triangle seen, -1 for none.
        weights: (H, W, 3) barycentric coordinates in it.
        part: (H, W) name of its part, empty for none.
    """

    pixels: NDArray[np.uint8]
    triangle: NDArray[np.int64]
    weights: NDArray[np.float64]
    part: NDArray[np.str_]

    def save_with_points(self, path: Path, points: NDArray[np.float64]) -> None:
        """Saves the picture with small marks at `points` (n, 2), pixels."""
        marked = self.pixels.copy()
        for x, y in points.astype(int):
            marked[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2] = (0, 255, 0)
        Image.fromarray(marked).save(path)


def draw(
    head: HeadModel,
    vertices: NDArray[np.floating],
    size: int = 512,
    span: float = 0.30,
    yaw_deg: float = 0.0,
    pitch_deg: float = 0.0,
) -> Picture:
    """Draws a head in parallel projection, `span` metres across, centred a little below the eyes."""
    yaw, pitch = np.radians([yaw_deg, pitch_deg])
    about_y = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]])
    centre = head.joints[LEFT_EYE_JOINT] * [0.0, 1.0, 0.0] + [0.0, -0.02, 0.05]
    points = (np.asarray(vertices, np.float64) - centre) @ (about_x @ about_y).T
    x, y, depth = (points[:, 0] / span + 0.5) * size, (0.5 - points[:, 1] / span) * size, points[:, 2]
    flat = np.cross(*(points[head.faces[:, k]] - points[head.faces[:, 0]] for k in (1, 2)))
    normals = np.zeros_like(points)
    for k in range(3):
        np.add.at(normals, head.faces[:, k], flat)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    shade = AMBIENT + sum(s * np.clip(normals @ np.array(d) / np.linalg.norm(d), 0, 1) for d, s in LIGHTS)
    colours = np.array([COLOURS.get(name, (0.3, 0.2, 0.15)) for name in head.part_names])

    image = np.tile(np.array(BACKGROUND) / 255.0, (size, size, 1))
    nearest = np.full((size, size), -np.inf)
    triangle = np.full((size, size), -1)
    weights = np.zeros((size, size, 3))
    for t, (a, b, c) in enumerate(head.faces):
        area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a])
        if area >= -1e-9:  # seen from behind: picture rows run down
            continue
        left, right = (int(np.clip(f, 0, size - 1)) for f in (min(x[a], x[b], x[c]), max(x[a], x[b], x[c])))
        top, bottom = (int(np.clip(f, 0, size - 1)) for f in (min(y[a], y[b], y[c]), max(y[a], y[b], y[c])))
        column, row = np.meshgrid(np.arange(left, right + 1), np.arange(top, bottom + 1))
        px, py = column + 0.5, row + 0.5
        wb = ((px - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (py - y[a])) / area
        wc = ((x[b] - x[a]) * (py - y[a]) - (px - x[a]) * (y[b] - y[a])) / area
        wa = 1.0 - wb - wc
        z = wa * depth[a] + wb * depth[b] + wc * depth[c]
        seen = (wa >= -1e-6) & (wb >= -1e-6) & (wc >= -1e-6) & (z > nearest[row, column])
        if not seen.any():
            continue
        row, column = row[seen], column[seen]
        nearest[row, column], triangle[row, column] = z[seen], t
        weights[row, column] = np.stack([wa[seen], wb[seen], wc[seen]], axis=-1)
        light = wa[seen] * shade[a] + wb[seen] * shade[b] + wc[seen] * shade[c]
        image[row, column] = np.clip(colours[head.face_part[t]] * light[:, None], 0, 1)
    names = np.array([*head.part_names, ""])
    part = names[np.where(triangle < 0, len(head.part_names), head.face_part[np.maximum(triangle, 0)])]
    return Picture((image * 255).astype(np.uint8), triangle, weights, part)
