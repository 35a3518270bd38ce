"""The two people on screen: bodies with ARKit shapes, posed as any game would pose its avatars."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_NAMES
from visavis.view import png

FloatArray = NDArray[np.floating]
IntArray = NDArray[np.int32]

ASSET = "assets/people.npz"
EYE_CLEARANCE = 0.0004
"""Metres that lids keep in front of the eyeball."""
RESTING = {
    "a": {"mouthSmileLeft": 0.10, "mouthSmileRight": 0.10},
    "b": {
        "mouthSmileLeft": 0.22,
        "mouthSmileRight": 0.22,
        "browInnerUp": 0.12,
        "browOuterUpLeft": 0.1,
        "browOuterUpRight": 0.1,
    },
}
"""ARKit weights that are these two people's own faces at rest: as the data leaves them they look stern."""
NECK_TO_EYES = np.array([0.0, 0.07404, 0.08747], np.float32)
"""Metres from the open head's neck joint to the middle of its eye joints: these heads turn about the same point."""


@dataclass(frozen=True)
class Part:
    """One mesh: which vertices and triangles of the person, and what it is made of."""

    name: str
    material: str
    vertices: slice
    triangles: slice


@dataclass(frozen=True)
class Pose:
    """How one person is at one moment.

    Attributes:
        arkit: (52,) weights.
        body: (3, 3) rotation of the trunk, conversation frame.
        head: (3, 3) rotation of the head, conversation frame.
        left_eye, right_eye: (3, 3) rotation of each eye relative to the head.
        position: (3,) the head joint, metres, conversation frame.
    """

    arkit: FloatArray
    body: FloatArray
    head: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    position: FloatArray


@dataclass(frozen=True)
class Person:
    """A body in its rest pose, metres, origin at the head joint.

    Attributes:
        points: (V, 3); triangles: (F, 3); uv: (V, 2), v upwards.
        head: (V,) how much each vertex turns with the head.
        hips: (V,) how much each vertex stays upright when the trunk leans.
        normals: (V, 3) of vertices that bring their own (hair), zero elsewhere.
        shade: (V,) how open to the light of the room, in [0, 1].
        eyes: (2, 3) centres of the left and the right eyeball; eye_radius: metres.
        lids: indices of the vertices that slide over the eyeballs; lid_eye: which eye (0 left, 1 right);
            lid_reach: (L,) how near each may come to the eyeball's centre, metres.
        waist: (3,) the point about which hips and trunk meet.
        pictures: textures by name, (H, W, C) sRGB.
        colours: flat colours by material, sRGB in [0, 255].
    """

    name: str
    parts: tuple[Part, ...]
    points: FloatArray
    triangles: IntArray
    uv: FloatArray
    weld: IntArray
    head: FloatArray
    hips: FloatArray
    normals: FloatArray
    shade: FloatArray
    eyes: FloatArray
    eye_radius: float
    lids: IntArray
    lid_eye: IntArray
    lid_reach: FloatArray
    waist: FloatArray
    morph_vertex: tuple[IntArray, ...]
    morph_delta: tuple[FloatArray, ...]
    pictures: dict[str, NDArray[np.uint8]]
    colours: dict[str, tuple[int, int, int]]

    def part(self, name: str) -> Part:
        """The part of that name."""
        return next(p for p in self.parts if p.name == name)

    def shape(self, arkit: FloatArray) -> FloatArray:
        """Rest points with ARKit weights (52,) applied, lids kept outside the eyeballs: (V, 3)."""
        points = self.points.copy()
        for weight, vertex, delta in zip(arkit, self.morph_vertex, self.morph_delta):
            if weight > 1e-4:
                points[vertex] += np.float32(weight) * delta
        centre = self.eyes[self.lid_eye]
        away = points[self.lids] - centre
        distance = np.linalg.norm(away, axis=1, keepdims=True)
        points[self.lids] = centre + away * np.maximum(1, self.lid_reach[:, None] / np.maximum(distance, 1e-6))
        return points

    def posed(self, pose: Pose) -> FloatArray:
        """World points (V, 3) of the person in `pose`."""
        points = self.shape(pose.arkit)
        for name, centre, turn in (("eye_l", self.eyes[0], pose.left_eye), ("eye_r", self.eyes[1], pose.right_eye)):
            eye = self.part(name).vertices
            points[eye] = (points[eye] - centre) @ turn.T + centre
        with_body = points @ pose.body.T
        upright = _yaw_only(pose.body)
        pivot = pose.body @ self.waist
        with_hips = (points - self.waist) @ upright.T + pivot
        with_head = points @ pose.head.T
        h, w = self.head[:, None], self.hips[:, None]
        return np.asarray(with_body * (1 - h - w) + with_head * h + with_hips * w + pose.position, np.float32)


def _yaw_only(rotation: FloatArray) -> FloatArray:
    forward = rotation[:, 2]
    angle = np.arctan2(forward[0], forward[2])
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)


@cache
def load_people() -> tuple[Person, Person]:
    """Persons A and B, as shipped."""
    with resources.files("visavis").joinpath(ASSET).open("rb") as file, np.load(file) as data:
        return _person(data, "a"), _person(data, "b")


def _person(data: "np.lib.npyio.NpzFile", name: str) -> Person:
    own = {k[2:]: data[k] for k in data.files if k.startswith(f"{name}_")}
    starts, values, scale = data["morph_starts"], data["morph_values"], float(data["morph_scale"])
    vertex = tuple(data["morph_vertex"][a:b].astype(np.int32) for a, b in pairwise(starts))
    delta = tuple((values[a:b] * scale).astype(np.float32) for a, b in pairwise(starts))
    if len(vertex) != len(ARKIT_NAMES):
        raise ValueError(f"{ASSET} does not hold the 52 ARKit shapes")
    parts = []
    v = f = 0
    for part, material, nv, nf in zip(own["part"], own["material"], own["part_vertices"], own["part_triangles"]):
        parts.append(Part(str(part), str(material), slice(v, v + int(nv)), slice(f, f + int(nf))))
        v, f = v + int(nv), f + int(nf)
    pictures = {k[8:]: png.decode(own[k].tobytes()) for k in own if k.startswith("picture_")}
    pictures |= {k[8:]: png.decode(data[k].tobytes()) for k in data.files if k.startswith("picture_")}
    colours = {k[7:]: (int(c[0]), int(c[1]), int(c[2])) for k, c in own.items() if k.startswith("colour_")}
    points = own["points"].astype(np.float32) * np.float32(data["point_scale"])
    for shape, weight in RESTING[name].items():
        index = ARKIT_NAMES.index(shape)
        points[vertex[index]] += np.float32(weight) * delta[index]
    eyes = own["eyes"].astype(np.float32)
    lids, lid_eye = data["lids"].astype(np.int32), data["lid_eye"].astype(np.int32)
    at_rest = np.linalg.norm(points[lids] - eyes[lid_eye], axis=1)
    return Person(
        name=name,
        parts=tuple(parts),
        points=points + NECK_TO_EYES,
        triangles=own["triangles"].astype(np.int32),
        uv=own["uv"].astype(np.float32),
        weld=own["weld"].astype(np.int32),
        head=own["head"].astype(np.float32) / np.float32(255),
        hips=own["hips"].astype(np.float32) / np.float32(255),
        normals=own["normals"].astype(np.float32) / np.float32(127),
        shade=own["shade"].astype(np.float32) / np.float32(255),
        eyes=eyes + NECK_TO_EYES,
        eye_radius=float(own["eye_radius"]),
        lids=lids,
        lid_eye=lid_eye,
        lid_reach=np.minimum(at_rest, float(own["eye_radius"]) + EYE_CLEARANCE).astype(np.float32),
        waist=own["waist"].astype(np.float32) + NECK_TO_EYES,
        morph_vertex=vertex,
        morph_delta=delta,
        pictures=pictures,
        colours=colours,
    )
