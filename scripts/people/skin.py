"""Skin: its texture coordinates (a cylinder about the head) and the picture painted on it."""

from dataclasses import dataclass

import numpy as np
from hair import STYLES, hairline
from identity import Identity
from numpy.typing import NDArray
from visavis.view.raster import Normals, rasterise

FloatArray = NDArray[np.float64]

SIZE = 1024
"""Pixels of the square skin texture; about 0.35 mm each on the face."""
FRONT_DENSITY = 0.6
"""How much denser the texture is on the face than on the back of the head."""


@dataclass(frozen=True)
class Landmarks:
    """Points of one face, metres."""

    left_eye: FloatArray
    right_eye: FloatArray
    mouth: FloatArray
    mouth_width: float
    nose_tip: FloatArray
    chin: FloatArray
    crown: float
    neck: FloatArray


def cylinder(points: FloatArray, marks: Landmarks) -> FloatArray:
    """Texture coordinates (V, 2), v upwards: angle about the head, height from collar to crown."""
    angle = np.arctan2(points[:, 0], points[:, 2] - (marks.neck[2] + 0.03))
    u = 0.5 + (angle + FRONT_DENSITY * np.sin(angle)) / (2 * np.pi)
    low, high = marks.neck[1] - 0.085, marks.crown + 0.004
    return np.stack([u, (points[:, 1] - low) / (high - low)], 1)


def split_seam(triangles: NDArray[np.int32], uv: FloatArray) -> tuple[NDArray[np.int32], FloatArray, NDArray[np.int32]]:
    """Doubles the vertices at the back, where the angle jumps. Returns triangles, uv, and the source of each vertex."""
    corners = uv[triangles][:, :, 0]
    crossing = corners.max(1) - corners.min(1) > 0.5
    source = list(range(len(uv)))
    extra: dict[int, int] = {}
    result = triangles.copy()
    for f in np.flatnonzero(crossing):
        for c in range(3):
            v = int(triangles[f, c])
            if uv[v, 0] < 0.5:
                if v not in extra:
                    extra[v] = len(source)
                    source.append(v)
                result[f, c] = extra[v]
    new_uv = uv[source]
    new_uv[len(uv) :, 0] += 1.0
    return result, new_uv, np.array(source, np.int32)


def noise(points: FloatArray, scale: float, seed: int) -> FloatArray:
    """Smooth value noise in [-1, 1] at (N, 3) points; features of `scale` metres."""
    rng = np.random.default_rng(seed)
    table = rng.uniform(-1, 1, (32, 32, 32)).astype(np.float32)
    p = points / scale
    cell = np.floor(p).astype(int)
    t = p - cell
    t = t * t * (3 - 2 * t)
    total = np.zeros(len(points))
    for corner in range(8):
        d = np.array([corner & 1, corner >> 1 & 1, corner >> 2 & 1])
        w = np.prod(np.where(d, t, 1 - t), axis=1)
        i = (cell + d) % 32
        total += w * table[i[:, 0], i[:, 1], i[:, 2]]
    return total


def bump(distance: FloatArray, radius: float) -> FloatArray:
    """1 at distance 0, falling smoothly, a fifth at `radius`."""
    return np.exp(-1.6 * (distance / radius) ** 2)


class SkinPainter:
    """Paints the albedo of one face: knows the 3-D point under every texel."""

    def __init__(
        self,
        identity: Identity,
        marks: Landmarks,
        points: FloatArray,
        triangles: NDArray[np.int32],
        uv: FloatArray,
        lips: FloatArray,
        ears: FloatArray,
    ):
        self._id, self._marks = identity, marks
        screen = np.stack([uv[:, 0] * SIZE, (1 - uv[:, 1]) * SIZE], 1).astype(np.float32)
        radius = np.hypot(points[:, 0], points[:, 2] - marks.neck[2] - 0.03)
        depth = (1.0 + 0.3 - radius).astype(np.float32)
        everything = np.ones(len(triangles), bool)
        hits = rasterise(screen, depth, triangles, (SIZE, SIZE), two_sided=everything)
        corners = triangles[hits.triangle]
        flat = self._flat_weights(screen, corners, hits.pixel)
        normals = Normals(triangles, len(points))(points.astype(np.float32))
        self._filled = np.zeros(SIZE * SIZE, bool)
        self._filled[hits.pixel] = True
        self.point = np.zeros((SIZE * SIZE, 3))
        self.normal = np.zeros((SIZE * SIZE, 3))
        self._lip = np.zeros(SIZE * SIZE)
        self.point[hits.pixel] = (points[corners] * flat[:, :, None]).sum(1)
        self.normal[hits.pixel] = (normals[corners] * flat[:, :, None]).sum(1)
        self._ear = np.zeros(SIZE * SIZE)
        self._ear[hits.pixel] = (ears[corners] * flat).sum(1)
        self._lip[hits.pixel] = (lips[corners] * flat).sum(1)

    @staticmethod
    def _flat_weights(screen: NDArray[np.float32], corners: NDArray[np.int32], pixel: NDArray[np.int32]) -> FloatArray:
        p = screen[corners].astype(float)
        at = np.stack([pixel % SIZE + 0.5, pixel // SIZE + 0.5], 1)
        e1, e2, d = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0], at - p[:, 0]
        area = e1[:, 0] * e2[:, 1] - e1[:, 1] * e2[:, 0]
        u = (d[:, 0] * e2[:, 1] - d[:, 1] * e2[:, 0]) / area
        v = (e1[:, 0] * d[:, 1] - e1[:, 1] * d[:, 0]) / area
        return np.stack([1 - u - v, u, v], 1)

    def paint(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The sRGB albedo (SIZE, SIZE, 3) and the sheen (SIZE, SIZE), 255 = wet."""
        who, m, p = self._id, self._marks, self.point
        rng = np.random.default_rng(who.seed)
        base = np.tile(np.array(who.skin), (len(p), 1))
        blush = np.array(who.blush)
        mirrored = np.stack([np.abs(p[:, 0]), p[:, 1], p[:, 2]], 1)
        eye = m.left_eye
        scale = (m.left_eye[1] - m.mouth[1]) / 0.072

        def near(x: float, y: float, rx: float, ry: float) -> FloatArray:
            d = np.hypot((mirrored[:, 0] - x) / rx, (p[:, 1] - y) / ry)
            front = np.clip((p[:, 2] - m.neck[2] - 0.02) / 0.03, 0, 1)
            return np.exp(-1.2 * d**2) * front

        red = 0.50 * near(0.040 * scale, m.nose_tip[1] - 0.004, 0.026, 0.022)
        red += 0.42 * near(0.0, m.nose_tip[1] - 0.002, 0.016, 0.012)
        red += 0.30 * near(0.0, m.chin[1] + 0.012, 0.016, 0.012)
        red += 0.16 * near(0.0, m.crown - 0.07, 0.05, 0.03)
        ears = np.clip((mirrored[:, 0] - 0.066) / 0.012, 0, 1) * bump(np.abs(p[:, 1] - eye[1] + 0.02), 0.05)
        red += 0.45 * ears
        red *= 1 + 0.35 * noise(p, 0.011, 3)
        red += 0.10 * noise(p, 0.03, 4) + 0.05 * noise(p, 0.004, 5)
        colour = base + np.clip(red, -0.1, 1)[:, None] * (blush - base)

        orbit = near(eye[0], eye[1] - 0.001, 0.019, 0.0105)
        under = near(eye[0] - 0.003, eye[1] - 0.0145, 0.014, 0.006)
        shade = np.clip(0.30 * orbit + 0.16 * under, 0, 1)[:, None]
        colour *= 1 - shade * np.array([0.62, 0.82, 0.78])
        forehead = near(0.0, eye[1] + 0.055, 0.05, 0.03)
        colour *= 1 + 0.05 * forehead[:, None]
        colour *= (1 + 0.045 * noise(p, 0.0018, 6) + 0.05 * noise(p, 0.05, 8))[:, None]

        if who.freckles > 0:
            spots = np.clip(noise(p, 0.0026, 9) - 0.45, 0, 1) * near(0.02, m.nose_tip[1] + 0.012, 0.05, 0.03) * 3
            colour *= 1 - who.freckles * np.clip(spots, 0, 0.7)[:, None] * np.array([0.35, 0.5, 0.6])

        sheen = 0.30 + 0.25 * near(0.0, m.nose_tip[1] + 0.01, 0.014, 0.03) + 0.15 * forehead

        lip = np.clip(self._lip, 0, 1)
        lip = lip * lip * (3 - 2 * lip)
        creases = noise(p * np.array([1.0, 0.25, 0.25]), 0.0011, 12)
        lip_colour = np.array(who.lips) * (1 + 0.10 * creases + 0.06 * noise(p, 0.003, 13))[:, None]
        depth = np.clip((m.mouth[2] - p[:, 2]) / 0.012, 0, 1)
        lip_colour *= (1 - 0.45 * depth)[:, None]
        colour += (lip * who.lip_strength)[:, None] * (lip_colour - colour)
        sheen = sheen * (1 - lip) + lip * (0.62 + 0.1 * creases)

        if who.stubble > 0:
            colour *= 1 - (who.stubble * self._beard(scale))[:, None] * np.array([0.62, 0.52, 0.46])

        colour = self._brows(colour, rng, scale)
        colour = self._scalp(colour)
        colour = self._fill(np.clip(colour, 0, 1))
        sheen = self._fill(np.clip(sheen, 0, 1)[:, None])[:, 0]
        srgb = np.where(colour <= 0.0031308, colour * 12.92, 1.055 * colour ** (1 / 2.4) - 0.055)
        shape = (SIZE, SIZE)
        return (srgb * 255 + 0.5).astype(np.uint8).reshape(*shape, 3), (sheen * 255).astype(np.uint8).reshape(shape)

    def _beard(self, scale: float) -> FloatArray:
        """How much stubble: jaw, chin, upper lip; in [0, 1]."""
        m, p = self._marks, self.point
        x = np.abs(p[:, 0])
        top = m.mouth[1] + 0.004 + np.clip((x - 0.026) / 0.04, 0, 1) * 0.040
        area = np.clip((top - p[:, 1]) / 0.012, 0, 1) * np.clip((p[:, 1] - m.chin[1] + 0.045) / 0.03, 0, 1)
        moustache = np.exp(-1.5 * (((p[:, 1] - m.mouth[1] - 0.0135 * scale) / 0.0060) ** 2)) * np.clip(
            (0.030 - x) / 0.010, 0, 1
        )
        area = np.maximum(area, 0.9 * moustache) * np.clip((p[:, 2] - m.neck[2] + 0.01) / 0.02, 0, 1)
        lip = np.clip(self._lip * 2.5, 0, 1)
        grain = 0.62 + 0.55 * noise(p, 0.0006, 14) + 0.2 * noise(p, 0.008, 15)
        return np.clip(area * (1 - lip) * grain, 0, 1)

    def _scalp(self, colour: FloatArray) -> FloatArray:
        """Darkens the skin under the hair, with a soft, uneven hairline."""
        style = STYLES[self._id.hair_style]
        inside = hairline(self.point, self._marks, style.hairline) / 0.009
        inside += 0.9 * noise(self.point * np.array([1, 0.35, 0.6]), 0.0022, 17) + 0.3 * noise(self.point, 0.009, 18)
        amount = np.clip(inside * 0.5 + 0.25, 0, 1)
        amount = (amount * amount * (3 - 2 * amount) * (1 - self._ear))[:, None]
        grain = 1 + 0.25 * noise(self.point * np.array([1, 0.3, 0.6]), 0.0016, 19)
        return colour + 0.94 * amount * (np.array(self._id.hair) * 0.55 * grain[:, None] - colour)

    def texel(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Texture pixel (column, row) of front-of-face points given by x and y."""
        grid = self.point.reshape(SIZE, SIZE, 3)
        filled = self._filled.reshape(SIZE, SIZE)
        column_y = np.nanmean(np.where(filled, grid[:, :, 1], np.nan)[:, SIZE // 2 - 20 : SIZE // 2 + 20], axis=1)
        valid = np.isfinite(column_y)
        rows = np.interp(-y, -column_y[valid], np.flatnonzero(valid).astype(float))
        columns = np.empty_like(x)
        middle = slice(SIZE // 4, 3 * SIZE // 4)
        for i, row in enumerate(np.round(rows).astype(int)):
            line, ok = grid[row, middle, 0], filled[row, middle]
            line = np.maximum.accumulate(line[ok])
            columns[i] = np.interp(x[i], line, np.flatnonzero(ok) + SIZE // 4)
        return columns, rows

    def _brows(self, colour: FloatArray, rng: np.random.Generator, scale: float) -> FloatArray:
        """Brows drawn hair by hair."""
        eye, thick = self._marks.left_eye, self._id.brow_thickness
        knots = np.array([-0.0185, -0.010, 0.001, 0.011, 0.020, 0.0275])
        height = np.array([0.0125, 0.0165, 0.0195, 0.0205, 0.0180, 0.0125]) * scale
        half = np.array([0.0032, 0.0034, 0.0030, 0.0024, 0.0017, 0.0006]) * thick
        ink = np.zeros((SIZE, SIZE))
        for side in (1.0, -1.0):
            n = int(520 * thick)
            s = rng.uniform(knots[0], knots[-1], n)
            across = rng.triangular(-1, 0, 1, n)
            x0 = s
            y0 = np.interp(s, knots, height) + across * np.interp(s, knots, half)
            lean = np.interp(s, knots, [70, 48, 25, 8, -12, -25]) + rng.normal(0, 9, n) - 14 * across
            length = rng.uniform(0.004, 0.0075, n) * np.interp(s, knots, [0.8, 1, 1, 1, 0.9, 0.7])
            for t in np.linspace(0, 1, 14):
                bend = np.radians(lean - 18 * t)
                x = (eye[0] + x0 + np.cos(bend) * length * t) * side
                y = eye[1] + y0 + np.sin(bend) * length * t
                c, r = self.texel(x, y)
                weight = 0.46 * (1 - 0.7 * t)
                self._splat(ink, c, r, weight)
        alpha = (1 - np.exp(-ink)).ravel()[:, None]
        return colour + 0.92 * alpha * (np.array(self._id.hair) * 0.8 - colour)

    @staticmethod
    def _splat(ink: FloatArray, column: FloatArray, row: FloatArray, weight: float) -> None:
        c, r = np.floor(column).astype(int), np.floor(row).astype(int)
        fc, fr = column - c, row - r
        for dc in (0, 1):
            for dr in (0, 1):
                w = (fc if dc else 1 - fc) * (fr if dr else 1 - fr) * weight
                np.add.at(ink, (np.clip(r + dr, 0, SIZE - 1), np.clip(c + dc, 0, SIZE - 1)), w)

    def _fill(self, values: FloatArray) -> FloatArray:
        """Carries colour outwards over texels no triangle covers, so that nothing bleeds in."""
        grid = values.reshape(SIZE, SIZE, -1).copy()
        known = self._filled.reshape(SIZE, SIZE).copy()
        for _ in range(24):
            total = np.zeros_like(grid)
            count = np.zeros((SIZE, SIZE))
            for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
                rolled = np.roll(known, step, axis)
                total += np.roll(grid, step, axis) * rolled[..., None]
                count += rolled
            new = ~known & (count > 0)
            grid[new] = total[new] / count[new][:, None]
            known |= new
        rest = ~known
        grid[rest] = values[self._filled].mean(0)
        return grid.reshape(SIZE * SIZE, -1)
