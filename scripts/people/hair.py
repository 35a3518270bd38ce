"""Hair: the hairline, strands combed over the skull, and the ribbons and paint they become."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from surface import vertex_normals

if TYPE_CHECKING:
    from assemble import Builder
    from skin import Landmarks

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]

HAIRLINE_ANGLE = np.radians([0, 22, 42, 58, 70, 80, 92, 106, 120, 140, 180])
"""Angle about the head from the face, and the hairline's height above the eyes there, metres."""
HAIRLINE_HEIGHT = np.array([0.068, 0.068, 0.060, 0.040, 0.008, -0.022, -0.004, 0.006, -0.030, -0.070, -0.082])


@dataclass(frozen=True)
class Style:
    """How a head of hair grows.

    Attributes:
        locks: how many ribbons; width: metres across at the root.
        length: metres, at the nape, at the sides, on top.
        lift: metres between scalp and hair: least, most.
        part: metres of the parting from the middle, towards the left.
        rise: how much strands leave the scalp upwards before they lie down, in [0, 1].
        gravity: how soon they fall; back: how much they are combed backwards.
        curl: metres of waviness; inward: how much ends turn in.
        hairline: metres the hairline is raised.
    """

    locks: int
    width: float
    length: tuple[float, float, float]
    lift: tuple[float, float]
    part: float
    rise: float
    gravity: float
    back: float
    curl: float
    inward: float
    hairline: float = 0.0


STYLES = {
    "bob": Style(760, 0.015, (0.088, 0.15, 0.225), (0.005, 0.017), 0.020, 0.07, 0.72, 0.62, 0.004, 0.6),
    "short": Style(1550, 0.0064, (0.018, 0.019, 0.052), (0.0015, 0.007), -0.026, 0.30, 0.10, 0.8, 0.002, 0.0, 0.003),
}


def hairline(points: FloatArray, marks: "Landmarks", raised: float = 0.0) -> FloatArray:
    """How far above the hairline each point is, metres; negative on the face and neck."""
    angle = np.abs(np.arctan2(points[:, 0], points[:, 2] - marks.neck[2] - 0.030))
    height = np.interp(angle, HAIRLINE_ANGLE, HAIRLINE_HEIGHT) + raised * np.clip(1.2 - angle, 0, 1)
    return points[:, 1] - marks.left_eye[1] - height


class Scalp:
    """The head as hair knows it: a surface to grow from and to stay outside of."""

    def __init__(self, make: "Builder"):
        from assemble import compact, triangulated

        quads = make.body_quads
        high = make.points[:, 1] > make.marks.neck[1] - 0.10
        triangles, used = compact(triangulated(quads[high[quads].all(1) & ~make.cavity[quads].any(1)]))
        self.points = make.points[used]
        self.triangles = triangles
        self.normals = vertex_normals(self.points, triangles)
        self.ears = make.ears[used]
        self.marks = make.marks
        self._tree = cKDTree(self.points)
        self.centre = np.array([0.0, make.marks.left_eye[1] + 0.025, make.marks.left_eye[2] - 0.088])

    def nearest(self, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Signed distance (N,) to the skin and its normal (N, 3) near each point."""
        distance, index = self._tree.query(points, k=3)
        weight = 1 / np.maximum(distance, 1e-5)
        weight /= weight.sum(1, keepdims=True)
        normal = (self.normals[index] * weight[..., None]).sum(1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        base = (self.points[index] * weight[..., None]).sum(1)
        return ((points - base) * normal).sum(1), normal

    def roots(self, count: int, raised: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        """`count` points and normals spread evenly over the scalp."""
        corners = self.points[self.triangles]
        middle = corners.mean(1)
        grows = (hairline(middle, self.marks, raised) > 0) & ~self.ears[self.triangles].any(1)
        corners, index = corners[grows], np.flatnonzero(grows)
        area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
        pick = np.searchsorted(np.cumsum(area) / area.sum(), (np.arange(count) + rng.uniform(0, 1, count)) / count)
        pick = np.clip(pick, 0, len(index) - 1)
        a, b = rng.uniform(0, 1, (2, count))
        flip = a + b > 1
        a, b = np.where(flip, 1 - a, a), np.where(flip, 1 - b, b)
        w = np.stack([1 - a - b, a, b], 1)[..., None]
        normal = (self.normals[self.triangles[index[pick]]] * w).sum(1)
        return (corners[pick] * w).sum(1), normal / np.linalg.norm(normal, axis=1, keepdims=True)


def combed(roots: FloatArray, normals: FloatArray, scalp: Scalp, style: Style) -> FloatArray:
    """The direction in which hair leaves each root along the scalp, unit (N, 3)."""
    x = roots[:, 0] - style.part * np.clip((roots[:, 2] - scalp.centre[2] + 0.02) / 0.05, 0, 1)
    side = np.tanh(x / 0.010)
    front = np.clip((roots[:, 2] - scalp.centre[2]) / 0.09, -1, 1)
    top = np.clip((roots[:, 1] - scalp.marks.left_eye[1] - 0.02) / 0.08, 0, 1)
    flow = np.stack(
        [side * (0.35 + 0.65 * top) * (1 - 0.3 * style.back), -(1 - top) - 0.15, -style.back * (0.6 + 0.5 * front)], 1
    )
    back_of_head = np.clip(-front, 0, 1)[:, None]
    flow = flow * (1 - back_of_head) + back_of_head * np.stack(
        [0.35 * side, -np.ones(len(x)), -0.2 * np.ones(len(x))], 1
    )
    flow -= (flow * normals).sum(1, keepdims=True) * normals
    return flow / np.maximum(np.linalg.norm(flow, axis=1, keepdims=True), 1e-6)


def strands(
    roots: FloatArray, normals: FloatArray, scalp: Scalp, style: Style, rng: np.random.Generator, steps: int
) -> tuple[FloatArray, FloatArray]:
    """Paths (N, steps + 1, 3) grown from the roots, and the outward normal along them."""
    count = len(roots)
    direction = combed(roots, normals, scalp, style) + style.rise * normals
    direction += rng.normal(0, 0.10, (count, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    eye = scalp.marks.left_eye
    top = np.clip((roots[:, 1] - eye[1] - 0.01) / 0.085, 0, 1)
    behind = np.clip((scalp.centre[2] - roots[:, 2]) / 0.06, 0, 1)
    nape, sides, crown = style.length
    length = (sides * (1 - behind) + nape * behind) * (1 - top) + crown * top
    length *= rng.uniform(0.82, 1.08, count)
    lift = rng.uniform(*style.lift, count)
    step = (length / steps)[:, None]
    wave = rng.uniform(0, 2 * np.pi, (count, 2))
    here = roots + normals * 0.0005
    path, outward = [here], [normals]
    for k in range(steps):
        t = (k + 1) / steps
        down = np.array([0.0, -1.0, 0.0])
        direction = direction + style.gravity * (0.35 + 0.65 * t) * down
        distance, normal = scalp.nearest(here)
        keep = np.clip(1 - distance / 0.03, 0, 1)[:, None]
        inward_part = np.minimum((direction * normal).sum(1, keepdims=True), 0)
        direction = direction - inward_part * normal * keep
        below = np.clip((eye[1] - 0.035 - here[:, 1]) / 0.05, 0, 1)[:, None]
        direction = direction - style.inward * below * normal * 0.5
        face = np.clip((here[:, 2] - eye[2] + 0.045) / 0.02, 0, 1) * np.clip((eye[1] + 0.045 - here[:, 1]) / 0.03, 0, 1)
        direction[:, 2] -= 1.6 * face
        direction[:, 0] += 0.8 * face * np.sign(here[:, 0])
        direction /= np.linalg.norm(direction, axis=1, keepdims=True)
        here = here + direction * step
        distance, normal = scalp.nearest(here)
        rising = np.minimum(1, t * 3)
        least = 0.0008 + lift * rising
        here = here + normal * np.clip(least - distance, 0, None)[:, None]
        phase = wave[:, :1] + t * 9.0 * length[:, None] / 0.2
        across = np.cross(direction, normal)
        here = here + across * style.curl * 0.25 * np.sin(phase) * t
        path.append(here)
        outward.append(normal)
    return np.stack(path, 1), np.stack(outward, 1)


def locks(make: "Builder") -> tuple[FloatArray, IntArray, FloatArray, FloatArray]:
    """Ribbons of hair: points, triangles, uv (u across, v from root to tip), normals."""
    style = STYLES[make.identity.hair_style]
    rng = np.random.default_rng(make.identity.seed + 100)
    scalp = Scalp(make)
    roots, normals = scalp.roots(style.locks, style.hairline, rng)
    steps = 9 if style.length[2] > 0.1 else 4
    path, outward = strands(roots, normals, scalp, style, rng, steps)
    count, rows = path.shape[:2]
    along = np.gradient(path, axis=1)
    along /= np.maximum(np.linalg.norm(along, axis=2, keepdims=True), 1e-9)
    across = np.cross(along, outward)
    across /= np.maximum(np.linalg.norm(across, axis=2, keepdims=True), 1e-9)
    normal = np.cross(across, along)
    normal *= np.sign((normal * outward).sum(2, keepdims=True))
    round_head = path - scalp.centre
    round_head /= np.linalg.norm(round_head, axis=2, keepdims=True)
    smooth = normal * 0.55 + round_head * 0.45
    smooth /= np.linalg.norm(smooth, axis=2, keepdims=True)
    t = np.linspace(0, 1, rows)
    width = style.width * rng.uniform(0.7, 1.25, (count, 1)) * np.interp(t, [0, 0.2, 0.7, 1], [0.75, 1, 0.9, 0.25])
    half = across * (width / 2)[..., None]
    points = np.stack([path - half, path + half], 2)
    tilt = np.stack([smooth - 0.35 * across, smooth + 0.35 * across], 2)
    tilt /= np.linalg.norm(tilt, axis=3, keepdims=True)
    column = rng.integers(0, COLUMNS, count)[:, None] / (COLUMNS + 1)
    u = np.stack([np.repeat(column, rows, 1), np.repeat(column + 1 / (COLUMNS + 1), rows, 1)], 2)
    v = np.broadcast_to((1 - t)[None, :, None], u.shape)
    uv = np.stack([u, v], -1)
    index = np.arange(count * rows * 2).reshape(count, rows, 2)
    a, b, c, d = index[:, :-1, 0], index[:, :-1, 1], index[:, 1:, 1], index[:, 1:, 0]
    triangles = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)])
    return points.reshape(-1, 3), triangles.astype(np.int32), uv.reshape(-1, 2), tilt.reshape(-1, 3)


COLUMNS = 4
"""Different locks side by side in the hair's picture; one more column holds the eyelashes."""
LASHES_A_COLUMN = 15
LASH_TILE = 0.006
"""Metres of eyelid that one column of lashes covers."""
PICTURE = (320, 256)


def paint_hair(colour: tuple[float, float, float], seed: int) -> NDArray[np.uint8]:
    """sRGB and alpha (256, 320, 4): strands from root (top) to ragged tips."""
    rng = np.random.default_rng(seed)
    width, height = PICTURE
    picture = np.zeros((height, width, 4))
    cell = width // (COLUMNS + 1)
    y = (np.arange(height) + 0.5) / height
    for k in range(COLUMNS):
        x = (np.arange(cell) + 0.5) / cell
        wheel = rng.uniform(0, 1, 40)
        fine = np.interp(x * 39, np.arange(40), wheel)
        coarse = np.interp(x * 9, np.arange(10), rng.uniform(0, 1, 10))
        reach = 0.55 + 0.45 * np.interp(x * 39, np.arange(40), rng.uniform(0, 1, 40) ** 0.5)
        reach *= np.clip(1.15 - np.abs(x - 0.5) * 0.9, 0, 1)
        side = np.clip((0.5 - np.abs(x - 0.5)) / 0.10 - 0.35 * rng.uniform(0, 1, cell), 0, 1)
        alpha = np.clip((reach[None] - y[:, None]) / 0.10 + 0.5, 0, 1) * side[None]
        shade = 0.62 + 0.42 * fine + 0.22 * coarse
        tone = np.array(colour)[None, None] * (shade[None, :, None]) * (0.84 + 0.26 * y[:, None, None])
        picture[:, k * cell : (k + 1) * cell, :3] = tone
        picture[:, k * cell : (k + 1) * cell, 3] = alpha
    x = (np.arange(cell) + 0.5) / cell * LASHES_A_COLUMN
    across = np.abs(x % 1 - 0.5) * 2
    reach = 0.62 + 0.38 * rng.uniform(0, 1, LASHES_A_COLUMN)[x.astype(int)]
    thin = np.clip(1 - y[:, None] / reach, 0, 1) ** 0.6
    lash = np.clip((0.62 * thin - across) * 4 + 0.5, 0, 1) * (y[:, None] < reach)
    picture[:, COLUMNS * cell :, :3] = 0.012
    picture[:, COLUMNS * cell :, 3] = np.maximum(lash, y[:, None] < 0.14)
    c = np.clip(picture[..., :3], 0, 1)
    srgb = np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055)
    return (np.concatenate([srgb, picture[..., 3:]], 2) * 255 + 0.5).astype(np.uint8)
