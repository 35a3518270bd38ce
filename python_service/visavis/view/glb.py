"""The two people as GLB avatars: the page draws these, and anyone may take them to try an engine plugin on."""

import json
import struct
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_NAMES
from visavis.view import png
from visavis.view.people import Person, load_people
from visavis.view.raster import Normals

FLOAT, UINT16, UINT8 = 5126, 5123, 5121
ARRAY_BUFFER, ELEMENT_BUFFER = 34962, 34963
JOINTS: Final = ("hips", "body", "head", "eye_l", "eye_r")
MORPH_LEAST = 1e-6
"""Metres a part must move by for a shape to be given to it."""


class _Writer:
    """Collects binary data and what glTF says about it."""

    def __init__(self) -> None:
        self.blob = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []

    def view(self, data: bytes, target: int | None = None) -> int:
        while len(self.blob) % 4:
            self.blob.append(0)
        entry: dict[str, Any] = {"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)}
        if target is not None:
            entry["target"] = target
        self.blob += data
        self.views.append(entry)
        return len(self.views) - 1

    def accessor(self, values: NDArray[Any], component: int, kind: str, target: int = ARRAY_BUFFER) -> int:
        dtype = {FLOAT: np.float32, UINT16: np.uint16, UINT8: np.uint8}[component]
        packed = np.ascontiguousarray(values, dtype)
        entry: dict[str, Any] = {
            "bufferView": self.view(packed.tobytes(), target),
            "componentType": component,
            "count": len(packed),
            "type": kind,
        }
        if kind == "VEC3":
            entry |= {"min": packed.min(0).tolist(), "max": packed.max(0).tolist()}
        self.accessors.append(entry)
        return len(self.accessors) - 1


def person_glb(person: Person) -> bytes:
    """A binary glTF 2.0 file of `person`: metres, +Y up, +Z out of the face, the origin at the head joint.

    Nodes `hips`, `body`, `head`, `eye_l`, `eye_r` are the skeleton; meshes carry the 52 ARKit shapes by Apple's
    camelCase names in `extras.targetNames`. Own attributes: `_SHADE` how open to the room's light a vertex is,
    `_LID` (which eye a lid vertex slides over, 1 or 2, and how near its centre it may come).
    """
    writer = _Writer()
    normals_of = Normals(person.triangles, len(person.points), person.weld)
    rest = normals_of(person.points)
    own = np.abs(person.normals).max(1) > 0
    rest[own] = person.normals[own]
    pictures = {name: writer.view(png.encode(picture)) for name, picture in person.pictures.items()}
    materials, images, textures = _materials(person, pictures)
    meshes = [_mesh(writer, person, part.name, rest, normals_of, materials) for part in person.parts]
    joints, inverse = _skeleton(person)
    first_mesh = len(joints) + 1
    nodes: list[dict[str, Any]] = [
        {"name": person.name, "children": [1, *range(first_mesh, first_mesh + len(meshes))]},
        *joints,
        *({"name": part.name, "mesh": i, "skin": 0} for i, part in enumerate(person.parts)),
    ]
    skin = {
        "joints": list(range(1, len(joints) + 1)),
        "skeleton": 1,
        "inverseBindMatrices": writer.accessor(inverse.reshape(-1, 16), FLOAT, "MAT4"),
    }
    document = {
        "asset": {"version": "2.0", "generator": "visavis", "copyright": "CC0 1.0, made from MakeHuman data"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": nodes,
        "meshes": meshes,
        "skins": [skin],
        "materials": [entry for _, entry in materials.values()],
        "images": images,
        "textures": textures,
        "samplers": [{"wrapS": 10497, "wrapT": 33071, "minFilter": 9987, "magFilter": 9729}],
        "accessors": writer.accessors,
        "bufferViews": writer.views,
        "buffers": [{"byteLength": len(writer.blob)}],
    }
    return _container(document, bytes(writer.blob))


@cache
def people_glb() -> dict[str, bytes]:
    """Both shipped people by name."""
    return {person.name: person_glb(person) for person in load_people()}


def _materials(
    person: Person, pictures: dict[str, int]
) -> tuple[dict[str, tuple[int, dict[str, Any]]], list[dict[str, Any]], list[dict[str, Any]]]:
    images: list[dict[str, Any]] = []
    textures: list[dict[str, Any]] = []
    materials: dict[str, tuple[int, dict[str, Any]]] = {}
    for name, view in pictures.items():
        textures.append({"sampler": 0, "source": len(images)})
        images.append({"bufferView": view, "mimeType": "image/png", "name": name})
    texture_of = {name: i for i, name in enumerate(pictures)}
    for part in person.parts:
        kind = "eye" if part.material.startswith("eye") else part.material
        if kind in materials:
            continue
        entry: dict[str, Any] = {"name": kind, "pbrMetallicRoughness": {"metallicFactor": 0, "roughnessFactor": 0.6}}
        picture = "hair" if kind == "lash" else kind
        if picture in texture_of:
            entry["pbrMetallicRoughness"]["baseColorTexture"] = {"index": texture_of[picture]}
        else:
            colour = np.array(person.colours.get(kind, (120, 60, 58))) / 255
            linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
            entry["pbrMetallicRoughness"]["baseColorFactor"] = [*map(float, linear), 1.0]
        if kind in ("hair", "lash"):
            entry |= {"alphaMode": "MASK", "alphaCutoff": 0.5}
        if kind in ("hair", "lash", "cloth", "mouth", "teeth"):
            entry["doubleSided"] = True
        materials[kind] = (len(materials), entry)
    return materials, images, textures


def _mesh(
    writer: _Writer,
    person: Person,
    name: str,
    rest: NDArray[np.float32],
    normals_of: Normals,
    materials: dict[str, tuple[int, dict[str, Any]]],
) -> dict[str, Any]:
    part = person.part(name)
    v = part.vertices
    kind = "eye" if part.material.startswith("eye") else part.material
    joint, weight = _weights(person, name)
    attributes = {
        "POSITION": writer.accessor(person.points[v], FLOAT, "VEC3"),
        "NORMAL": writer.accessor(rest[v], FLOAT, "VEC3"),
        "TEXCOORD_0": writer.accessor(np.stack([person.uv[v, 0], 1 - person.uv[v, 1]], 1), FLOAT, "VEC2"),
        "JOINTS_0": writer.accessor(joint, UINT8, "VEC4"),
        "WEIGHTS_0": writer.accessor(weight, FLOAT, "VEC4"),
        "_SHADE": writer.accessor(person.shade[v], FLOAT, "SCALAR"),
    }
    if name == "skin":
        lid = np.zeros((len(person.points), 2), np.float32)
        lid[person.lids] = np.stack([person.lid_eye + 1, person.lid_reach], 1)
        attributes["_LID"] = writer.accessor(lid[v], FLOAT, "VEC2")
    triangles = person.triangles[part.triangles] - v.start
    primitive: dict[str, Any] = {
        "attributes": attributes,
        "indices": writer.accessor(triangles.ravel(), UINT16, "SCALAR", ELEMENT_BUFFER),
        "material": materials[kind][0],
    }
    mesh: dict[str, Any] = {"name": name, "primitives": [primitive]}
    targets, names = [], []
    for shape, vertex, delta in zip(ARKIT_NAMES, person.morph_vertex, person.morph_delta):
        inside = (vertex >= v.start) & (vertex < v.stop)
        if not inside.any() or np.abs(delta[inside]).max() < MORPH_LEAST:
            continue
        moved = np.zeros_like(person.points)
        moved[vertex] = delta
        target = {"POSITION": writer.accessor(moved[v], FLOAT, "VEC3")}
        if name == "skin":
            target["NORMAL"] = writer.accessor((normals_of(person.points + moved) - rest)[v], FLOAT, "VEC3")
        targets.append(target)
        names.append(shape)
    if targets:
        primitive["targets"] = targets
        mesh |= {"weights": [0.0] * len(targets), "extras": {"targetNames": names}}
    return mesh


def _weights(person: Person, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Joint indices and weights (V, 4) of one part."""
    v = person.part(name).vertices
    count = v.stop - v.start
    joint = np.tile(np.array([0, 1, 2, 0], np.uint8), (count, 1))
    hips, head = person.hips[v], person.head[v]
    weight = np.stack([hips, 1 - hips - head, head, np.zeros(count, np.float32)], 1).astype(np.float32)
    if name in ("eye_l", "eye_r"):
        joint[:] = [JOINTS.index(name), 0, 0, 0]
        weight[:] = [1, 0, 0, 0]
    joint[weight == 0] = 0
    return joint, weight


def _skeleton(person: Person) -> tuple[list[dict[str, Any]], NDArray[np.float32]]:
    """Joint nodes (hips, body, head, eyes; node 0 is the person) and inverse bind matrices (5, 4, 4), column-major."""
    places = {
        "hips": person.waist,
        "body": person.waist,
        "head": np.zeros(3),
        "eye_l": person.eyes[0],
        "eye_r": person.eyes[1],
    }
    parents = {"hips": None, "body": "hips", "head": "body", "eye_l": "head", "eye_r": "head"}
    nodes: list[dict[str, Any]] = []
    inverse = np.tile(np.eye(4, dtype=np.float32), (len(JOINTS), 1, 1))
    for i, name in enumerate(JOINTS):
        parent = parents[name]
        offset = places[name] - (places[parent] if parent else np.zeros(3))
        node: dict[str, Any] = {"name": name, "translation": [float(x) for x in offset]}
        children = [1 + JOINTS.index(c) for c, p in parents.items() if p == name]
        if children:
            node["children"] = children
        nodes.append(node)
        inverse[i, 3, :3] = -places[name]
    return nodes, inverse


def _container(document: dict[str, Any], blob: bytes) -> bytes:
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    blob += b"\0" * (-len(blob) % 4)
    total = 12 + 8 + len(text) + 8 + len(blob)
    return b"".join(
        [
            struct.pack("<4sII", b"glTF", 2, total),
            struct.pack("<I4s", len(text), b"JSON"),
            text,
            struct.pack("<I4s", len(blob), b"BIN\0"),
            blob,
        ]
    )
