"""Draws two people in their room: the renderer that needs neither screen, browser nor GPU."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.view.camera import Camera, look_at
from visavis.view.people import Person, Pose
from visavis.view.raster import Cutout, Hits, Normals, rasterise
from visavis.view.shade import FLOOR, INSIDE_TINT, KEY, LID_SHADE, SURFACES, WALL, lit, mouth_light, tone, unit
from visavis.view.texture import Texture, to_linear

FloatArray = NDArray[np.floating]
IntArray = NDArray[np.int32]
Picture = NDArray[np.uint8]

SHADOW_SIZE = 512
SHADOW_BIAS = 0.006
"""Metres a surface may lie behind what the key light sees and still be lit."""
MOUTH_PARTS = ("mouth", "teeth", "tongue")
SEEN_FROM_BEHIND = ("lash", "hair", "mouth", "teeth", "cloth")
FINE = ("hair", "lash", "eye", "teeth")
"""Materials whose detail needs every sample of a pixel."""
CASTING = ("skin", "hair", "cloth", "eye", "trousers")
"""Materials that throw shadows."""
FLAT = {"mouth": (104, 38, 36), "tongue": (176, 92, 88), "lash": (22, 15, 12)}
"""sRGB colours of materials without a picture."""


@dataclass(frozen=True)
class Placed:
    """A person in a pose."""

    person: Person
    pose: Pose


class _Look:
    """What never changes about a person: textures, per-triangle materials, normals' bookkeeping."""

    def __init__(self, person: Person):
        self.normals = Normals(person.triangles, len(person.points), person.weld)
        self.materials = sorted({_kind(p.material) for p in person.parts})
        self.material = np.zeros(len(person.triangles), np.int32)
        for part in person.parts:
            self.material[part.triangles] = self.materials.index(_kind(part.material))
        self.two_sided = np.isin(
            self.material, [i for i, m in enumerate(self.materials) if m in ("lash", "hair", "mouth", "teeth")]
        )
        hair = person.pictures.get("hair")
        self.alpha = np.ones((1, 1), np.uint8) if hair is None else hair[:, :, 3]
        self.cut = np.isin(self.material, [i for i, m in enumerate(self.materials) if m in ("hair", "lash")])
        self.fine = np.array([m in FINE for m in self.materials])
        self.own = np.flatnonzero(np.abs(person.normals).max(1) > 0)
        self.textures = {k: Texture(v) for k, v in person.pictures.items()}
        if "hair" in self.textures:
            self.textures["lash"] = self.textures["hair"]
        self.flat = {
            m: to_linear(np.array(person.colours.get(m, FLAT.get(m, (128, 128, 128))), np.uint8))
            for m in self.materials
        }


def _kind(material: str) -> str:
    return "eye" if material.startswith("eye") else material


class Renderer:
    """Draws pictures of one size.

    Args:
        size: width and height in pixels.
        samples: 1, or 2 to draw at twice the size and shrink, for smooth edges.
        shadows: whether the key light casts shadows.
    """

    def __init__(self, size: tuple[int, int], samples: int = 2, shadows: bool = True):
        self.size = size
        self._samples = samples
        self._inner = (size[0] * samples, size[1] * samples)
        self._shadows = shadows
        self._looks: dict[str, _Look] = {}
        self._backdrop: tuple[bytes, Picture] | None = None

    def draw(self, camera: Camera, people: list[Placed]) -> Picture:
        """The picture (H, W, 3) sRGB."""
        canvas = self._room(camera).copy()
        depth = np.full(len(canvas), np.inf, np.float32)
        world = [p.person.posed(p.pose) for p in people]
        shadow = self._shadow(people, world) if self._shadows else None
        for placed, points in zip(people, world):
            self._draw_person(canvas, depth, camera, placed.person, points, placed.pose, shadow)
        width, height = self._inner
        image = canvas.reshape(height, width, 3)
        if self._samples == 1:
            return image
        wide = image.astype(np.uint16)
        total = wide[::2, ::2] + wide[1::2, ::2] + wide[::2, 1::2] + wide[1::2, 1::2]
        return ((total + 2) // 4).astype(np.uint8)

    def _look(self, person: Person) -> _Look:
        if person.name not in self._looks:
            self._looks[person.name] = _Look(person)
        return self._looks[person.name]

    def _draw_person(
        self,
        canvas: Picture,
        depth: FloatArray,
        camera: Camera,
        person: Person,
        points: FloatArray,
        pose: Pose,
        shadow: "_Shadow | None",
    ) -> None:
        look = self._look(person)
        screen, z = camera.project(points, self._inner)
        cutout = Cutout(look.cut, person.uv, look.alpha) if look.cut.any() else None
        hits = rasterise(screen, z, person.triangles, self._inner, look.two_sided, cutout)
        seen = hits.depth < depth[hits.pixel]
        hits = Hits(hits.pixel[seen], hits.triangle[seen], hits.weights[seen], hits.depth[seen])
        if not len(hits.pixel):
            return
        depth[hits.pixel] = hits.depth
        chief, twin = self._shared(look, hits)
        colour = self._shaded(camera, person, look, pose, points, hits.only(chief), shadow)
        canvas[hits.pixel[chief]] = colour
        place = np.empty(len(hits.pixel), np.int32)
        place[chief] = np.arange(len(chief), dtype=np.int32)
        canvas[hits.pixel[twin[0]]] = colour[place[twin[1]]]

    def _shared(self, look: "_Look", hits: Hits) -> tuple[IntArray, tuple[IntArray, IntArray]]:
        """Of the four samples of a pixel, those on the same surface are shaded once.

        Returns:
            The hits to shade; and hits that take another's colour, with that other.
        """
        every = np.arange(len(hits.pixel), dtype=np.int32)
        if self._samples == 1:
            return every, (every[:0], every[:0])
        width = self._inner[0]
        row, column = hits.pixel // width, hits.pixel % width
        grid = np.full(width * self._inner[1], -1, np.int32)
        grid[hits.pixel] = every
        first = grid[(row & ~1) * width + (column & ~1)]
        material = look.material[hits.triangle]
        same = (first >= 0) & (material == material[first])
        same &= ~look.fine[material] | (hits.triangle == hits.triangle[first])
        same &= first != every
        twins = np.flatnonzero(same).astype(np.int32)
        return np.flatnonzero(~same).astype(np.int32), (twins, first[twins])

    def _shaded(
        self,
        camera: Camera,
        person: Person,
        look: "_Look",
        pose: Pose,
        points: FloatArray,
        hits: Hits,
        shadow: "_Shadow | None",
    ) -> Picture:
        """The sRGB colour (N, 3) of every hit."""
        normals = look.normals(points)
        normals[look.own] = person.normals[look.own] @ pose.head.T
        values = np.concatenate([points, normals, person.uv, person.shade[:, None]], 1).astype(np.float32)
        at = hits.of(values, person.triangles)
        point, normal, uv, shade = at[:, :3], at[:, 3:6], at[:, 6:8], at[:, 8]
        normal = unit(normal)
        eye = unit(camera.eye - point)
        flip = np.einsum("ij,ij->i", normal, eye) < 0
        material = look.material[hits.triangle]
        normal[flip & look.two_sided[hits.triangle]] *= -1
        key = shadow(point, normal) if shadow is not None else np.ones(len(point), np.float32)
        inside = mouth_light(pose.arkit)
        pixels_per_metre = self._inner[1] / camera.view_height / float(np.median(hits.depth))
        result = np.zeros((len(point), 3), np.uint8)
        for index, name in enumerate(look.materials):
            chosen = np.flatnonzero(material == index)
            if not len(chosen):
                continue
            surface = SURFACES[name]
            sheen = np.full(len(chosen), 0.5, np.float32)
            texture = look.textures.get(name)
            if texture is not None:
                colour = texture(uv[chosen], SOFTENING.get(name, 1.0) * TEXELS_PER_METRE[name] / pixels_per_metre)
                if colour.shape[1] == 4 and name == "skin":
                    sheen = colour[:, 3]
                albedo = colour[:, :3]
            else:
                albedo = np.broadcast_to(look.flat[name], (len(chosen), 3)).astype(np.float32)
            light = key[chosen]
            sky = shade[chosen]
            if name in MOUTH_PARTS:
                sky = sky * inside
                light = light * sky
                tint = np.asarray(INSIDE_TINT, np.float32)
                albedo = albedo * (tint + (1 - tint) * np.clip(sky * 1.6, 0, 1)[:, None])
            elif name == "eye":
                light, sky = (x * self._lid_shade(person, pose, point[chosen]) for x in (light, sky))
            result[chosen] = tone(lit(surface, albedo, normal[chosen], point[chosen], eye[chosen], sky, light, sheen))
        return result

    @staticmethod
    def _lid_shade(person: Person, pose: Pose, point: FloatArray) -> FloatArray:
        """How much light the upper lid leaves to the eyeball at `point` (N, 3), conversation frame: (N,)."""
        up = ((point - pose.position) @ pose.head[:, 1] - person.eyes[0, 1]) / person.eye_radius
        amount, low, high = LID_SHADE
        t = np.clip((up - low) / (high - low), 0, 1)
        return np.asarray(1 - amount * t * t * (3 - 2 * t), np.float32)

    def _room(self, camera: Camera) -> Picture:
        """The empty room: a dim studio whose wall glows softly behind the two."""
        key = camera.eye.tobytes() + camera.target.tobytes() + np.float32(camera.view_height).tobytes()
        if self._backdrop is not None and self._backdrop[0] == key:
            return self._backdrop[1]
        ray = camera.rays(self._inner)
        down = np.minimum(ray[:, 1], -1e-4)
        reach = -camera.eye[1] / down
        floor = camera.eye + ray * np.minimum(reach, 30)[:, None]
        away = np.hypot(floor[:, 0], floor[:, 2])
        glow = np.exp(-((away / FLOOR[2]) ** 2))[:, None]
        floor_colour = np.array(FLOOR[0]) + glow * np.array(FLOOR[1])
        centre = camera.target - camera.eye
        centre = centre / np.linalg.norm(centre)
        off = np.arccos(np.clip(ray @ centre, -1, 1))[:, None]
        wall = np.array(WALL[0]) + np.exp(-((off / WALL[2]) ** 2)) * np.array(WALL[1])
        blend = np.clip((away - 3.0) / 2.5, 0, 1)[:, None]
        blend = np.where(ray[:, 1:2] >= 0, 1.0, blend)
        colour: FloatArray = (floor_colour * (1 - blend) + wall * blend).astype(np.float32)
        colour *= np.random.default_rng(1).uniform(0.985, 1.015, (len(colour), 1)).astype(np.float32)  # no bands
        self._backdrop = (key, tone(colour))
        return self._backdrop[1]

    def _shadow(self, people: list[Placed], world: list[FloatArray]) -> "_Shadow":
        points = np.concatenate(world)
        shift = np.cumsum([0, *(len(w) for w in world)])
        casting = []
        for placed, start in zip(people, shift):
            look = self._look(placed.person)
            opaque = np.isin(look.material, [i for i, m in enumerate(look.materials) if m in CASTING])
            casting.append(placed.person.triangles[opaque] + np.int32(start))
        return _Shadow(points, np.concatenate(casting))


TEXELS_PER_METRE = {"skin": 2800.0, "eye": 4900.0, "teeth": 8500.0, "cloth": 1067.0, "hair": 2000.0, "lash": 2000.0}
"""Density of each picture on the body, to choose its mip level."""
SOFTENING = {"cloth": 4.0}
"""How much finer than a pixel a picture may be: regular patterns must not shimmer."""


class _Shadow:
    """What the key light sees."""

    def __init__(self, points: FloatArray, triangles: NDArray[np.int32]):
        lamp = np.asarray(KEY.position, np.float32)
        low, high = points.min(0), points.max(0)
        low[1] = max(float(low[1]), float(high[1]) - 0.9)
        middle = (low + high) / 2
        reach = float(np.linalg.norm((high - low)[[0, 2]])) / 2 + 0.35
        self._camera = look_at(lamp, middle, 2 * reach)
        self._size = (SHADOW_SIZE * 2, SHADOW_SIZE)
        self._camera = look_at(lamp, middle, reach * 1.15)
        screen, depth = self._camera.project(points, self._size)
        hits = rasterise(screen, depth, triangles, self._size, np.ones(len(triangles), bool))
        self._near = np.full(self._size[0] * self._size[1], np.inf, np.float32)
        self._near[hits.pixel] = hits.depth

    def __call__(self, point: FloatArray, normal: FloatArray) -> FloatArray:
        """Share of the key light that arrives at each point, (N,), softened over nine looks."""
        screen, depth = self._camera.project(point + normal * np.float32(0.003), self._size)
        width, height = self._size
        total = np.zeros(len(point), np.float32)
        for dx in (-1.3, 0.0, 1.3):
            for dy in (-1.3, 0.0, 1.3):
                x = np.clip((screen[:, 0] + dx).astype(np.int32), 0, width - 1)
                y = np.clip((screen[:, 1] + dy).astype(np.int32), 0, height - 1)
                total += depth <= self._near[y * width + x] + SHADOW_BIAS
        return total / 9
