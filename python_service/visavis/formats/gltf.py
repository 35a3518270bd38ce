"""`gltf`: both heads in one .glb, moving: joints for body, head and eyes, morph targets for the face."""

import json
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.formats.figure import COLOURS, JOINTS, PARENTS, Figure, figure, joint_quaternions
from visavis.formats.recording import Recording
from visavis.state.arkit import ARKIT_NAMES
from visavis.version import __version__

FILE_NAME: Final = "conversation.glb"

FLOAT, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_BYTE = 5126, 5123, 5125, 5121
"""glTF's component types."""

ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
"""What a buffer view holds: vertices, indices."""

KINDS: Final = {1: "SCALAR", 3: "VEC3", 4: "VEC4", 16: "MAT4"}

_DTYPES: Final = {FLOAT: "<f4", UNSIGNED_SHORT: "<u2", UNSIGNED_INT: "<u4", UNSIGNED_BYTE: "u1"}

Json = dict[str, Any]


class Binary:
    """The one buffer of a .glb, and the views and accessors into it."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.views: list[Json] = []
        self.accessors: list[Json] = []

    def view(self, array: NDArray[Any], component: int, target: int | None = None) -> int:
        """Adds an array; returns the index of its view."""
        self.data += b"\0" * (-len(self.data) % 4)
        raw = np.ascontiguousarray(array, _DTYPES[component]).tobytes()
        entry: Json = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(raw)}
        self.views.append(entry | ({"target": target} if target else {}))
        self.data += raw
        return len(self.views) - 1

    def accessor(
        self, array: NDArray[Any], component: int = FLOAT, target: int | None = None, bounds: bool = False
    ) -> int:
        """Adds an array (n,) or (n, size) as an accessor; returns its index."""
        rows = array.reshape(len(array), -1)
        entry: Json = {
            "bufferView": self.view(array, component, target),
            "componentType": component,
            "count": len(rows),
            "type": KINDS[rows.shape[1]],
        }
        if bounds:
            exact = np.asarray(rows, _DTYPES[component])
            entry |= {"min": exact.min(axis=0).tolist(), "max": exact.max(axis=0).tolist()}
        self.accessors.append(entry)
        return len(self.accessors) - 1

    def offsets(self, deltas: NDArray[np.float32]) -> int:
        """Adds (V, 3) offsets, most of them zero, as a sparse accessor; returns its index."""
        moved = np.flatnonzero(np.any(deltas != 0.0, axis=1))
        entry: Json = {
            "componentType": FLOAT,
            "count": len(deltas),
            "type": "VEC3",
            "min": deltas.min(axis=0).tolist(),
            "max": deltas.max(axis=0).tolist(),
        }
        if len(moved):
            entry["sparse"] = {
                "count": len(moved),
                "indices": {"bufferView": self.view(moved, UNSIGNED_INT), "componentType": UNSIGNED_INT},
                "values": {"bufferView": self.view(deltas[moved], FLOAT)},
            }
        self.accessors.append(entry)
        return len(self.accessors) - 1


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `conversation.glb`; glTF's axes and metres are the conversation frame's own."""
    binary = Binary()
    scene: Json = {
        "asset": {"version": "2.0", "generator": f"Vis-a-Vis {__version__}", "copyright": recording.rig.description},
        "scene": 0,
        "scenes": [{"name": "conversation", "nodes": []}],
        "nodes": [],
        "meshes": [],
        "skins": [],
        "materials": [],
        "animations": [{"name": "conversation", "channels": [], "samplers": []}],
    }
    materials: dict[str, int] = {}
    times = binary.accessor(recording.times - recording.times[0], bounds=True)
    meshes: dict[tuple[float, ...], int] = {}
    for letter, person, flame, identity in recording.people():
        shape = figure(recording.rig.head, identity)
        if identity not in meshes:
            meshes[identity] = len(scene["meshes"])
            scene["meshes"].append(_mesh(binary, shape, materials))
        first = len(scene["nodes"])
        scene["nodes"] += _nodes(letter.upper(), shape, meshes[identity], first, len(scene["skins"]))
        scene["scenes"][0]["nodes"] += [first, first + len(JOINTS)]
        scene["skins"].append(
            {
                "name": f"{letter.upper()}_skin",
                "joints": list(range(first, first + len(JOINTS))),
                "inverseBindMatrices": binary.accessor(_inverse_bind(shape)),
                "skeleton": first,
            }
        )
        turns = joint_quaternions(flame)[..., [1, 2, 3, 0]]
        tracks: list[tuple[int, str, NDArray[Any]]] = [(first, "translation", flame.translation)]
        tracks += [(first + j, "rotation", turns[:, j]) for j in range(len(JOINTS))]
        tracks.append((first + len(JOINTS), "weights", person.arkit.reshape(-1)))
        _animate(scene["animations"][0], binary, times, tracks)
    scene["materials"] = [_material(name) for name in materials]
    path = folder / FILE_NAME
    path.write_bytes(pack(scene, binary))
    return [path]


def pack(scene: Json, binary: Binary) -> bytes:
    """The .glb of a scene and its buffer."""
    binary.data += b"\0" * (-len(binary.data) % 4)
    scene |= {
        "buffers": [{"byteLength": len(binary.data)}],
        "bufferViews": binary.views,
        "accessors": binary.accessors,
    }
    text = json.dumps(scene, separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text
    chunks += struct.pack("<II", len(binary.data), 0x004E4942) + bytes(binary.data)
    return struct.pack("<III", 0x46546C67, 2, 12 + len(chunks)) + chunks


def _mesh(binary: Binary, shape: Figure, materials: dict[str, int]) -> Json:
    """One primitive a part; all share the vertices and the targets."""
    order = np.argsort(-shape.joint_weights, axis=1, kind="stable")
    weights = np.take_along_axis(shape.joint_weights, order, axis=1)
    joints = np.where(weights > 0.0, order, 0)
    attributes = {
        "POSITION": binary.accessor(shape.points, target=ARRAY_BUFFER, bounds=True),
        "NORMAL": binary.accessor(shape.normals, target=ARRAY_BUFFER),
        "JOINTS_0": binary.accessor(joints, UNSIGNED_BYTE, ARRAY_BUFFER),
        "WEIGHTS_0": binary.accessor(weights, target=ARRAY_BUFFER),
    }
    targets = [{"POSITION": binary.offsets(deltas)} for deltas in shape.shapes]
    primitives = []
    for part, name in enumerate(shape.part_names):
        faces = shape.faces[shape.face_part == part]
        if not len(faces):
            continue
        indices = binary.accessor(faces.reshape(-1), UNSIGNED_INT, ELEMENT_ARRAY_BUFFER)
        material = materials.setdefault(name, len(materials))
        primitives.append(
            {"attributes": attributes, "indices": indices, "material": material, "mode": 4, "targets": targets}
        )
    return {
        "name": "face",
        "primitives": primitives,
        "weights": [0.0] * len(ARKIT_NAMES),
        "extras": {"targetNames": list(ARKIT_NAMES)},
    }


def _nodes(person: str, shape: Figure, mesh: int, first: int, skin: int) -> Iterable[Json]:
    for j, name in enumerate(JOINTS):
        children = [first + k for k, parent in enumerate(PARENTS) if parent == j]
        place = shape.joints[j] - (shape.joints[PARENTS[j]] if PARENTS[j] >= 0 else 0.0)
        entry: Json = {"name": f"{person}_{name}", "translation": place.tolist()}
        yield entry | ({"children": children} if children else {})
    yield {"name": f"{person}_face", "mesh": mesh, "skin": skin}


def _inverse_bind(shape: Figure) -> NDArray[np.float32]:
    """(4, 16) column-major: each joint's place taken back."""
    matrices = np.tile(np.eye(4, dtype=np.float32), (len(JOINTS), 1, 1))
    matrices[:, :3, 3] = -shape.joints
    return np.ascontiguousarray(np.swapaxes(matrices, 1, 2)).reshape(len(JOINTS), 16)


def _animate(animation: Json, binary: Binary, times: int, tracks: list[tuple[int, str, NDArray[Any]]]) -> None:
    for node, path, values in tracks:
        animation["channels"].append({"sampler": len(animation["samplers"]), "target": {"node": node, "path": path}})
        output = binary.accessor(values)
        animation["samplers"].append({"input": times, "output": output, "interpolation": "LINEAR"})


def _material(part: str) -> Json:
    wet = part in ("eyeball", "iris", "pupil", "teeth", "tongue")
    return {
        "name": part,
        "pbrMetallicRoughness": {
            "baseColorFactor": [*COLOURS.get(part, COLOURS["skin"]), 1.0],
            "metallicFactor": 0.0,
            "roughnessFactor": 0.25 if wet else 0.7,
        },
        "doubleSided": part in ("lashes", "brows", "hair", "mouth"),
    }
