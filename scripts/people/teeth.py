"""Teeth, one by one: two dental arches laid along those of the base mesh."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]

UPPER_WIDTHS = (8.4, 6.6, 7.5, 6.9, 6.7, 9.6)
LOWER_WIDTHS = (5.3, 5.8, 6.8, 6.9, 7.0, 10.2)
"""Millimetres across, from the middle outwards: two incisors, the canine, two premolars, a molar."""
UPPER_LENGTHS = (0.0, 0.9, 0.1, 0.9, 1.2, 1.8)
LOWER_LENGTHS = (0.3, 0.2, 0.0, 0.7, 1.0, 1.4)
"""Millimetres by which each is shorter than the longest."""
ACROSS, DOWN = 7, 8
"""Vertices of one tooth across and from the gum over the edge to the back."""


def arch(points: FloatArray, upper: bool) -> tuple[FloatArray, IntArray, FloatArray]:
    """Points, triangles, uv (u across each tooth, v from edge to gum) of one arch.

    Args:
        points: (N, 3) the base mesh's teeth of that jaw.
        upper: which jaw.
    """
    back = points[:, 2].min()
    wide, deep = np.abs(points[:, 0]).max() - 0.001, np.ptp(points[:, 2]) - 0.0005
    turn = np.linspace(0, np.radians(86), 400)
    path = np.stack([wide * np.sin(turn) ** 0.92, back + deep * np.cos(turn) ** 0.95], 1)
    travelled = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    front = points[points[:, 2] > np.quantile(points[:, 2], 0.6)]
    gum, edge = (front[:, 1].max(), front[:, 1].min()) if upper else (front[:, 1].min(), front[:, 1].max())
    widths = np.array(UPPER_WIDTHS if upper else LOWER_WIDTHS) / 1000
    widths *= min(1.0, travelled[-1] * 0.96 / widths.sum())
    lengths = np.array(UPPER_LENGTHS if upper else LOWER_LENGTHS) / 1000
    all_points, all_triangles, all_uv = [], [], []
    for side in (1.0, -1.0):
        start = 0.0
        for k, width in enumerate(widths):
            s = np.linspace(0, 1, ACROSS)
            along = start + width * (0.03 + 0.94 * s)
            start += width
            x, z = np.interp(along, travelled, path[:, 0]), np.interp(along, travelled, path[:, 1])
            x_ahead, z_ahead = (np.interp(along + 5e-4, travelled, path[:, i]) for i in (0, 1))
            outward = np.stack([z - z_ahead, x_ahead - x], 1)
            outward = outward / np.linalg.norm(outward, axis=1, keepdims=True)
            tall = gum - edge
            tip = edge + np.sign(tall) * lengths[k]
            pointed = 0.0007 * np.abs(2 * s - 1) if k == 2 else 0.0009 * np.abs(2 * s - 1) ** 6
            thick = 0.0030 + 0.0012 * min(k, 4)
            rows = [(1.0, 0.0), (0.66, 0.45), (0.36, 0.42), (0.12, 0.18), (0.02, -0.25), (0.0, -0.9), (0.06, -1.8)]
            rows.append((0.55, -thick * 1000))
            for v, out in rows:
                y = tip + (gum - tip) * v + np.sign(tall) * pointed * (1 - v)
                inset = -0.0007 * np.abs(2 * s - 1) ** 4
                place = np.stack([x, np.zeros(ACROSS), z], 1)
                place[:, [0, 2]] += outward * ((out / 1000 + inset)[:, None] - 0.0006)
                place[:, 1] = y
                place[:, 0] *= side
                all_points.append(place)
                all_uv.append(np.stack([s, np.full(ACROSS, v)], 1))
            base = (len(all_points) - DOWN) * ACROSS
            for i in range(DOWN - 1):
                for j in range(ACROSS - 1):
                    a, b = base + i * ACROSS + j, base + i * ACROSS + j + 1
                    c, d = a + ACROSS, b + ACROSS
                    all_triangles += [[a, c, d], [a, d, b]]
    mesh = np.concatenate(all_points)
    triangles = np.array(all_triangles, np.int32)
    corner = mesh[triangles]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    middle = corner.mean(1)
    outwards = np.stack([middle[:, 0], np.zeros(len(middle)), middle[:, 2] - back], 1)
    front_faces = np.abs(normal[:, 1]) < 0.5 * np.linalg.norm(normal, axis=1)
    per_tooth = (DOWN - 1) * (ACROSS - 1) * 2
    for t in range(0, len(triangles), per_tooth):
        part = slice(t, t + (ACROSS - 1) * 4)
        if (normal[part] * outwards[part])[front_faces[part]].sum() < 0:
            triangles[t : t + per_tooth] = triangles[t : t + per_tooth, ::-1]
    return mesh, triangles, np.concatenate(all_uv)


def following(points: FloatArray, leaders: FloatArray) -> FloatArray:
    """Weights (N, M) that carry how `leaders` (M, 3) move to `points` (N, 3), exact for any affine motion."""
    ahead = np.concatenate([points, np.ones((len(points), 1))], 1)
    known = np.concatenate([leaders, np.ones((len(leaders), 1))], 1)
    return np.asarray(ahead @ np.linalg.pinv(known))


TEETH = (64, 64)


def paint_teeth() -> NDArray[np.uint8]:
    """sRGB (64, 64, 3): one tooth from gum (top) to edge (bottom)."""
    width, height = TEETH
    u = (np.arange(width) + 0.5) / width
    v = 1 - (np.arange(height) + 0.5) / height
    uu, vv = np.meshgrid(u, v)
    colour = np.tile(np.array([0.73, 0.67, 0.56]), (height, width, 1))
    side = np.abs(2 * uu - 1)
    colour *= (1 - 0.30 * side**5)[..., None]
    colour[..., 2] *= 1 - 0.14 * vv
    colour *= (0.93 + 0.09 * np.clip(1 - vv / 0.3, 0, 1))[..., None]
    line = 0.80 + 0.10 * (1 - side**2)
    gum = np.clip((vv - line) / 0.06, 0, 1)[..., None]
    colour = colour * (1 - gum) + np.array([0.40, 0.125, 0.115]) * gum
    c = np.clip(colour, 0, 1)
    return (np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055) * 255 + 0.5).astype(np.uint8)
