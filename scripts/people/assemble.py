"""Builds one person: every part's geometry, weights and morphs, ready for `build.py` to write."""

from dataclasses import dataclass

import numpy as np
from clothes import collar, knitted_top, neckline, trousers
from eyes import eyeball, paint_eye
from hair import COLUMNS, LASH_TILE, locks
from identity import Identity
from makehuman import MakeHuman
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from skin import Landmarks, SkinPainter, cylinder, split_seam
from surface import vertex_normals
from teeth import arch, following

CLOTH_TILE = 0.06
"""Metres the cloth's picture covers."""
COVER = 0.007
"""Metres by which skin stays under the cloth that covers it."""
LASH_LENGTH = 0.0042
"""Metres from the lid at which a lash ends."""
ARM_BONES = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]


@dataclass
class Part:
    """One mesh of a person. `source` names the base-mesh vertex each vertex is, -1 for own geometry, which
    may follow base-mesh vertices by weights."""

    material: str
    points: FloatArray
    triangles: IntArray
    uv: FloatArray
    head: FloatArray
    source: IntArray
    pelvis: FloatArray | None = None
    weld: IntArray | None = None
    normals: FloatArray | None = None
    follows: tuple[IntArray, FloatArray] | None = None


def triangulated(quads: NDArray[np.int64]) -> IntArray:
    """Two triangles a quad; the second is left out where the quad is a triangle."""
    first, second = quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]
    return np.concatenate([first, second[second[:, 1] != second[:, 2]]]).astype(np.int32)


def compact(triangles: IntArray) -> tuple[IntArray, IntArray]:
    """Triangles over the used vertices only, and which vertices those are."""
    used, local = np.unique(triangles, return_inverse=True)
    return local.reshape(-1, 3).astype(np.int32), used.astype(np.int32)


class Builder:
    """Everything the parts of one person share."""

    def __init__(self, human: MakeHuman, identity: Identity):
        self.human, self.identity = human, identity
        self.mesh = human.mesh
        self.points = self._arms_down(human.shaped(identity.targets))
        self.base = self._arms_down(human.mesh.points.copy())
        self.bones = human.bone_weights(len(self.points))
        body = self.mesh.group("body")
        self.body_quads = self.mesh.quads[body]
        self.texture = np.zeros((len(self.points), 2))
        self.texture[self.body_quads.ravel()] = self.mesh.texture[self.mesh.quads_texture[body].ravel()]
        self.lips = self._sample("lips")
        self.cavity = self._cavity()
        self.ears = self._sample("ears") > 0.4
        self.marks = self._landmarks(self.points)
        self.head = self._head_weight()

    def _sample(self, mask: str) -> FloatArray:
        picture = self.human.mask(mask)
        h, w = picture.shape
        rows = np.clip(((1 - self.texture[:, 1]) * h).astype(int), 0, h - 1)
        columns = np.clip((self.texture[:, 0] * w).astype(int), 0, w - 1)
        return picture[rows, columns] / 255.0

    def _cavity(self) -> NDArray[np.bool_]:
        """Vertices of the body mesh that line the mouth."""
        inside = self._sample("inside-mouth") > 0.5
        used = np.zeros(len(self.points), bool)
        used[self.body_quads.ravel()] = True
        return inside & used

    def _landmarks(self, p: FloatArray) -> Landmarks:
        mesh = self.mesh
        left, right = mesh.joint("l-eye", p), mesh.joint("r-eye", p)
        body = np.unique(self.body_quads)
        lip = body[self.lips[body] > 0.9]
        front = lip[p[lip, 2] > np.quantile(p[lip, 2], 0.6)]
        middle = body[np.abs(p[body, 0]) < 0.0015]
        middle = middle[p[middle, 2] > left[2] - 0.01]
        nose = middle[np.argmax(np.where(p[middle, 1] < left[1] + 0.01, p[middle, 2], -1))]
        below = middle[p[middle, 1] < p[front, 1].mean() - 0.02]
        chin = below[np.argmax(p[below, 2] - 0.4 * np.abs(p[below, 1] - p[front, 1].mean() + 0.045))]
        return Landmarks(
            left_eye=left,
            right_eye=right,
            mouth=np.array([0.0, 0.5 * (p[lip, 1].max() + p[lip, 1].min()), p[lip, 2].max()]),
            mouth_width=float(np.ptp(p[lip, 0])),
            nose_tip=p[nose],
            chin=p[chin],
            crown=float(p[body, 1].max()),
            neck=mesh.joint("neck", p),
        )

    def _head_weight(self) -> FloatArray:
        """How much each vertex turns with the head: 0 on the trunk, rising up the neck, 1 on the skull."""
        trunk = np.zeros(len(self.points))
        for name, share in (("neck01", 0.30), ("neck02", 0.65), ("neck03", 0.92)):
            trunk += share * self.bones[name]
        still = ("spine", "clavicle", "shoulder", "upperarm", "lowerarm", "wrist", "finger", "metacarpal", "breast")
        still += ("root", "pelvis", "upperleg", "lowerleg", "foot", "toe", "neck")
        rest = sum(w for name, w in self.bones.items() if not name.startswith(still))
        total = sum(self.bones.values())
        return np.where(total > 0, (trunk + rest) / np.maximum(total, 1e-6), 1.0)

    def _arms_down(self, points: FloatArray) -> FloatArray:
        """Lets the arms hang: MakeHuman stands with them spread."""
        bones = self.human.bone_weights(len(points))
        for side, sign in (("l", 1.0), ("r", -1.0)):
            s = side.upper()
            shoulder = self.mesh.joint(f"{side}-shoulder", points)
            elbow = self.mesh.joint(f"{side}-elbow", points)
            arm = sum(
                bones[n] for n in bones
                if n.endswith(f".{s}") and n.startswith(("upperarm", "lowerarm", "wrist", "finger", "metacarpal"))
            )  # fmt: skip
            partly = arm + 0.45 * bones[f"shoulder01.{s}"]
            direction = elbow - shoulder
            spread = np.arctan2(abs(direction[0]), -direction[1])
            angle = -sign * (spread - np.radians(6))
            turned = self._about_z(points - shoulder, angle) + shoulder
            points = points + np.clip(partly, 0, 1)[:, None] * (turned - points)
            elbow = self.mesh.joint(f"{side}-elbow", points)
            fore = sum(
                bones[n] for n in bones
                if n.endswith(f".{s}") and n.startswith(("lowerarm", "wrist", "finger", "metacarpal"))
            )  # fmt: skip
            reach = self.mesh.joint(f"{side}-hand", points) - elbow
            bend = np.arctan2(reach[2], -reach[1]) - np.radians(13)
            bent = self._about_x(points - elbow, bend) + elbow
            points = points + np.clip(fore, 0, 1)[:, None] * (bent - points)
        return points

    @staticmethod
    def _about_z(points: FloatArray, angle: float) -> FloatArray:
        c, s = np.cos(angle), np.sin(angle)
        x, y, z = points.T
        return np.stack([c * x - s * y, s * x + c * y, z], 1)

    @staticmethod
    def _about_x(points: FloatArray, angle: float) -> FloatArray:
        c, s = np.cos(angle), np.sin(angle)
        x, y, z = points.T
        return np.stack([x, c * y - s * z, s * y + c * z], 1)

    def part(self, material: str, quads: NDArray[np.int64], uv: FloatArray | None = None) -> Part:
        """A part made of base-mesh quads as they are."""
        triangles, used = compact(triangulated(quads))
        own_uv = np.zeros((len(used), 2)) if uv is None else uv[used]
        return Part(material, self.points[used], triangles, own_uv, self.head[used], used)

    def skin(self) -> tuple[Part, Part, NDArray[np.uint8], NDArray[np.uint8]]:
        """Head and neck, the mouth's lining, and the painted picture with its sheen."""
        base = self.base
        neck = self.mesh.joint("neck", base)
        lowest = collar(base - neck, front=-0.078, side=-0.006, back=-0.032)
        above = (base[:, 1] > neck[1] + lowest - 0.055) & (np.abs(base[:, 0]) < 0.125)
        quads = self.body_quads[above[self.body_quads].all(1)]
        lining = self.cavity[quads].all(1)
        triangles, used = compact(triangulated(quads[~lining]))
        uv = cylinder(base[used], self._landmarks(base))
        triangles, uv, seam = split_seam(triangles, uv)
        used = used[seam]
        points = self.points[used]
        deep = neckline(self, points) - 0.015 - points[:, 1]
        sunk = 0.012 * np.clip(deep / 0.03, 0, 1) + 0.026 * np.clip((deep - 0.02) / 0.03, 0, 1)
        sunk = np.where(points[:, 1] < self.marks.neck[1] + 0.02, sunk, 0.0)[:, None]
        points = points - vertex_normals(points, triangles) * sunk
        points = self._below_cloth(points, deep > -0.012)
        painter = SkinPainter(
            self.identity, self.marks, points, triangles, uv, self.lips[used], self.ears[used].astype(float)
        )
        picture, sheen = painter.paint()
        self.painter = painter
        skin = Part("skin", points, triangles, uv, self.head[used], used, weld=seam)
        return skin, self.part("mouth", quads[lining]), picture, sheen

    def _below_cloth(self, points: FloatArray, covered: NDArray[np.bool_]) -> FloatArray:
        """Brings what the pullover covers under it, `COVER` deep."""
        self.hips = self._hips_weight()
        cloth, triangles, _ = knitted_top(self, self.mesh.quads[self.mesh.group("helper-tights")])
        normals, tree = vertex_normals(cloth, triangles), cKDTree(cloth)
        chosen = np.flatnonzero(covered & (points[:, 1] < self.marks.neck[1] + 0.02))
        for _ in range(3):
            _, near = tree.query(points[chosen])
            above = ((points[chosen] - cloth[near]) * normals[near]).sum(1)
            points[chosen] -= normals[near] * np.clip(above + COVER, 0, None)[:, None]
        return points

    def eyes(self) -> list[Part]:
        """Both eyeballs, each sized to its socket."""
        parts = []
        for side in ("l", "r"):
            centre, radius = self.eye_ball(side)
            points, triangles, uv = eyeball(radius)
            n = len(points)
            parts.append(Part(f"eye_{side}", points + centre, triangles, uv, np.ones(n), np.full(n, -1, np.int32)))
        return parts

    def eye_ball(self, side: str) -> tuple[FloatArray, float]:
        """Centre and radius, measured on the base mesh's own eyeball."""
        quads = self.mesh.quads[self.mesh.group(f"helper-{side}-eye")]
        ball = self.points[np.unique(quads)]
        centre = self.mesh.joint(f"{side}-eye", self.points)
        radius = float(np.ptp(ball[:, 1])) / 2
        return centre, radius

    def teeth(self) -> list[Part]:
        """Upper and lower teeth with their arch laid out, and the tongue."""
        parts = []
        for name, upper in (("helper-upper-teeth", True), ("helper-lower-teeth", False)):
            leaders = np.unique(self.mesh.quads[self.mesh.group(name)]).astype(np.int32)
            points, triangles, uv = arch(self.points[leaders], upper)
            weights = following(points, self.points[leaders])
            n = len(points)
            own = np.full(n, -1, np.int32)
            parts.append(Part("teeth", points, triangles, uv, np.ones(n), own, follows=(leaders, weights)))
        parts.append(self.part("tongue", self.mesh.quads[self.mesh.group("helper-tongue")]))
        return parts

    def lashes(self) -> Part:
        """Eyelashes: strips along the lids."""
        names = [f"helper-{s}-eyelashes-2" for s in "lr"]  # the upper lid's
        quads = self.mesh.quads[self.mesh.group(*names)]
        used = np.unique(quads)
        skin = np.unique(self.body_quads)
        distance, _ = cKDTree(self.points[skin]).query(self.points[used])
        uv = np.zeros((len(self.points), 2))
        across = np.abs(self.points[used, 0]) / LASH_TILE
        column = np.abs((across % 2) - 1)
        uv[used, 0] = (COLUMNS + 0.02 + 0.96 * column) / (COLUMNS + 1)
        uv[used, 1] = 1 - np.clip(distance / LASH_LENGTH, 0, 1)
        return self.part("lash", quads, uv)

    def eye_picture(self) -> NDArray[np.uint8]:
        """The painted eye."""
        return paint_eye(self.identity)

    def morph(self, name: str) -> FloatArray:
        """Displacements of one ARKit shape at every base vertex."""
        return self.human.target(name)

    def moved(self, name: str, part: Part) -> FloatArray:
        """Displacements (V, 3) of the vertices of `part` at weight 1 of an ARKit shape."""
        shape = self.morph(name)
        if part.follows is not None:
            leaders, weights = part.follows
            return weights @ shape[leaders]
        return np.where(part.source[:, None] >= 0, shape[part.source], 0.0)

    def waist(self) -> FloatArray:
        """The point about which trunk and hips meet."""
        return self.mesh.joint("spine-3", self.points)

    def _hips_weight(self) -> FloatArray:
        """How much each vertex belongs to the hips and legs, which stay upright when the trunk leans."""
        waist, hip = self.waist()[1], self.mesh.joint("pelvis", self.points)[1]
        down = np.clip((waist + 0.06 - self.points[:, 1]) / (waist + 0.06 - hip), 0, 1)
        legs = down * down * (3 - 2 * down)
        arm = sum(w for n, w in self.bones.items() if n.startswith(ARM_BONES))
        return legs * (1 - np.clip(arm, 0, 1))

    def clothes(self) -> list[Part]:
        """Top, trousers, shoes and the hands that come out of the sleeves."""
        self.hips = self._hips_weight()
        suit = self.mesh.quads[self.mesh.group("helper-tights")]
        parts = []
        for material, (points, triangles, values) in (
            ("cloth", knitted_top(self, suit)),
            ("trousers", trousers(self, suit)),
        ):
            parts.append(
                Part(
                    material,
                    points,
                    triangles,
                    values[:, 2:4] / CLOTH_TILE,
                    values[:, 0],
                    np.full(len(points), -1, np.int32),
                    pelvis=values[:, 1],
                )
            )
        hand = sum(w for n, w in self.bones.items() if n.startswith(("wrist", "finger", "metacarpal")))
        part = self.part("hand", self.body_quads[(hand > 0.02)[self.body_quads].all(1)])
        part.source[:] = -1
        parts.append(part)
        return parts

    def hair(self) -> list[Part]:
        """Locks of hair over the painted scalp."""
        points, triangles, uv, normals = locks(self)
        n = len(points)
        return [Part("hair", points, triangles, uv, np.ones(n), np.full(n, -1, np.int32), normals=normals)]
