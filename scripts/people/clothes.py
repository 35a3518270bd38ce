"""Clothes: MakeHuman's tight suit made into a knitted top, trousers and shoes."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from surface import clipped, loops, smoothed, subdivided, vertex_normals

if TYPE_CHECKING:
    from assemble import Builder

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
Mesh = tuple[FloatArray, IntArray, FloatArray]
"""Points, triangles, and per vertex: head weight, hips weight, u, v (metres on the cloth), arm weight."""


def knitted_top(make: "Builder", quads: IntArray) -> Mesh:
    """A pullover: swollen, smoothed, cut at neck and hem, with a collar band and a hem band."""
    points, triangles, values = _suit(make, quads)
    waist = make.waist()
    loose = make.identity.traits.get("loose", 0.008)
    normals = vertex_normals(points, triangles)
    points = points + normals * loose
    points = smoothed(points, triangles, 10)
    points, triangles, values = subdivided(points, triangles, values)
    points = smoothed(points, triangles, 3)
    hem = waist[1] - 0.115
    arm = values[:, 4] > 0.5
    points, triangles, values, cut = clipped(points, triangles, np.where(arm, -1.0, hem - points[:, 1]), values)
    bands = [_band(points, triangles, values, loop, 0.045, 0.003) for loop in loops(cut)[:1]]
    line = neckline(make, points)
    points, triangles, values, cut = clipped(points, triangles, points[:, 1] - line, values)
    bands += [_band(points, triangles, values, loop, 0.020, 0.0035) for loop in loops(cut)[:1]]
    return _joined([(points, triangles, values), *bands])


def neckline(make: "Builder", points: FloatArray) -> FloatArray:
    """Height at which the collar passes, for the direction in which each point lies from the neck; 1 on the arms."""
    traits = make.identity.traits
    front, side, back = (traits.get(f"neck_{k}", d) for k, d in (("front", -0.060), ("side", 0.010), ("back", -0.016)))
    line = collar(points - make.marks.neck, front, side, back)
    return make.marks.neck[1] + np.where(np.abs(points[:, 0]) < 0.105, line, 1.0)


def collar(points: FloatArray, front: float, side: float, back: float) -> FloatArray:
    """Height of a collar around the neck joint, given its height in front, at the sides and behind."""
    x, z = points[:, 0], points[:, 2] - 0.02
    facing = z / np.maximum(np.hypot(x, z), 1e-6)
    return side + (front - side) * np.clip(facing, 0, 1) ** 1.6 + (back - side) * np.clip(-facing, 0, 1) ** 1.6


def trousers(make: "Builder", quads: IntArray) -> Mesh:
    """The suit below the waist, a little loose."""
    points, triangles, values = _suit(make, quads)
    leg = points[:, 1] - (make.waist()[1] - 0.06)
    points, triangles, values, _ = clipped(points, triangles, np.where(values[:, 4] > 0.5, 1.0, leg), values)
    points = points + vertex_normals(points, triangles) * 0.003
    points = smoothed(points, triangles, 4)
    return points, triangles, values


def _suit(make: "Builder", quads: IntArray) -> Mesh:
    from assemble import compact, triangulated

    triangles, used = compact(triangulated(quads))
    points = make.points[used]
    around = np.arctan2(points[:, 0], points[:, 2]) * 0.16
    arm = np.abs(points[:, 0]) > 0.17
    u = np.where(arm, np.abs(points[:, 0]) + points[:, 2], around)
    arms = sum(w for n, w in make.bones.items() if n.startswith(("upperarm", "lowerarm", "wrist", "finger")))
    values = np.stack([make.head[used], make.hips[used], u, points[:, 1], np.clip(arms, 0, 1)[used]], 1)
    return points, triangles, values


def _band(
    points: FloatArray, triangles: IntArray, values: FloatArray, loop: list[int], width: float, thick: float
) -> Mesh:
    """A ribbed band along a cut edge: folded over, a few millimetres thick."""
    normals = vertex_normals(points, triangles)
    n = normals[loop]
    line = points[loop].copy()
    for _ in range(4):
        line = (np.roll(line, 1, 0) + 2 * line + np.roll(line, -1, 0)) / 4
        n = (np.roll(n, 1, 0) + 2 * n + np.roll(n, -1, 0)) / 4
    n /= np.linalg.norm(n, axis=1, keepdims=True)
    along = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    inner = np.zeros(len(points), bool)
    inner[loop] = True
    towards_cloth = points[np.unique(triangles[inner[triangles].any(1)])].mean(0) - line.mean(0)
    off = np.cross(along, n)
    if np.sum(off * towards_cloth) > 0:
        off = -off
    profile = [(-0.35, 0.6), (-0.2, 1.2), (0.1, 1.5), (0.45, 1.35), (0.65, 0.9), (0.7, 0.1), (0.55, -0.6), (0.2, -0.8)]
    rings = [line + off * (a * width) + n * (b * thick) for a, b in profile]
    count, steps = len(loop), len(profile)
    grid = np.concatenate(rings)
    travelled = np.cumsum(np.linalg.norm(np.roll(line, -1, 0) - line, axis=1))
    faces = []
    for s in range(steps - 1):
        for k in range(count):
            a, b = s * count + k, s * count + (k + 1) % count
            faces += [[a, b, b + count], [a, b + count, a + count]]
    mesh_triangles = np.array(faces, np.int32)
    middle = grid[mesh_triangles]
    facing = np.cross(middle[:, 1] - middle[:, 0], middle[:, 2] - middle[:, 0])
    if np.sum(facing[: 2 * count * 3] * np.tile(np.repeat(n, 2, 0), (3, 1))) < 0:
        mesh_triangles = mesh_triangles[:, ::-1].copy()
    own = np.concatenate(
        [
            np.stack(
                [
                    values[loop, 0],
                    values[loop, 1],
                    np.full(count, 4.0) + travelled,
                    np.full(count, a * width),
                    values[loop, 4],
                ],
                1,
            )
            for a, _ in profile
        ]
    )
    return grid, mesh_triangles, own


def _joined(meshes: list[Mesh]) -> Mesh:
    starts = np.cumsum([0, *(len(m[0]) for m in meshes)])
    return (
        np.concatenate([m[0] for m in meshes]),
        np.concatenate([m[1] + s for m, s in zip(meshes, starts)]).astype(np.int32),
        np.concatenate([m[2] for m in meshes]),
    )


KNIT = 64
"""Pixels of the square picture of knitted cloth, which repeats."""


def paint_knit(colour: tuple[float, float, float]) -> NDArray[np.uint8]:
    """sRGB (KNIT, KNIT, 3): columns of stitches, four of eight rows, that repeat in both directions."""
    grid = (np.arange(KNIT) + 0.5) / KNIT
    x, y = np.meshgrid(grid * 8, grid * 8)
    column = np.abs((x % 1) - 0.5) * 2
    slant = (y + 0.45 * column) % 1
    loop = 0.5 + 0.5 * np.cos(2 * np.pi * slant)
    shade = 0.90 + 0.09 * (1 - column**2) + 0.06 * loop
    tone = np.clip(np.array(colour) * shade[..., None], 0, 1)
    srgb = np.where(tone <= 0.0031308, tone * 12.92, 1.055 * tone ** (1 / 2.4) - 0.055)
    return (srgb * 255 + 0.5).astype(np.uint8)
