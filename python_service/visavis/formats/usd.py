"""`usd`: both heads as UsdSkel in one .usda text: a skeleton each, SkelAnimation with joints and blendshape weights."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TextIO

import numpy as np
from numpy.typing import NDArray

from visavis.formats.figure import COLOURS, JOINTS, Figure, figure, joint_quaternions
from visavis.formats.recording import Recording
from visavis.rig.rig import FlameFrames
from visavis.state.arkit import ARKIT_NAMES

FILE_NAME: Final = "conversation.usda"

JOINT_PATHS: Final = ("body", "body/head", "body/head/left_eye", "body/head/right_eye")
"""JOINTS as paths, which is how UsdSkel says who is whose parent."""


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `conversation.usda`: metres, +Y up, one time code a frame."""
    path = folder / FILE_NAME
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_header(recording))
        for letter, person, flame, identity in recording.people():
            _person(file, letter.upper(), figure(recording.rig.head, identity), flame, person.arkit)
        file.write("}\n")
    return [path]


def _header(recording: Recording) -> str:
    description = recording.rig.description.replace('"', "'")
    return f"""#usda 1.0
(
    defaultPrim = "Conversation"
    doc = "{description}"
    endTimeCode = {len(recording) - 1}
    framesPerSecond = {recording.fps}
    metersPerUnit = 1
    startTimeCode = 0
    timeCodesPerSecond = {recording.fps}
    upAxis = "Y"
)

def Xform "Conversation"
{{
"""


def _person(file: TextIO, name: str, shape: Figure, flame: FlameFrames, weights: NDArray[np.float32]) -> None:
    bind = ", ".join(_translation(place) for place in shape.joints)
    parents = (0, 0, 1, 1)
    rest = ", ".join(_translation(shape.joints[j] - (shape.joints[p] if j else 0.0)) for j, p in enumerate(parents))
    file.write(f"""    def SkelRoot "{name}"
    {{
        def Skeleton "Skeleton" (prepend apiSchemas = ["SkelBindingAPI"])
        {{
            uniform token[] joints = [{_strings(JOINT_PATHS)}]
            uniform matrix4d[] bindTransforms = [{bind}]
            uniform matrix4d[] restTransforms = [{rest}]
            rel skel:animationSource = </Conversation/{name}/Animation>
        }}

        def SkelAnimation "Animation"
        {{
            uniform token[] joints = [{_strings(JOINT_PATHS)}]
            uniform token[] blendShapes = [{_strings(ARKIT_NAMES)}]
""")
    places = shape.joints.copy()
    places[2:] -= places[1]

    def translations(row: int) -> str:
        places[0] = flame.translation[row]
        return _vectors(places)

    turns = joint_quaternions(flame)
    _samples(file, "float3[] translations", len(weights), translations)
    _samples(file, "quatf[] rotations", len(weights), lambda row: _vectors(turns[row]))
    file.write(f"            half3[] scales = [{', '.join(['(1, 1, 1)'] * len(JOINTS))}]\n")
    _samples(file, "float[] blendShapeWeights", len(weights), lambda row: "[" + ", ".join(_numbers(weights[row])) + "]")
    file.write("        }\n\n")
    _mesh(file, name, shape)
    file.write("    }\n\n")


def _mesh(file: TextIO, person: str, shape: Figure) -> None:
    here = f"/Conversation/{person}/Face"
    order = np.argsort(-shape.joint_weights, axis=1, kind="stable")[:, :2]
    weights = np.take_along_axis(shape.joint_weights, order, axis=1)
    weights /= weights.sum(axis=1, keepdims=True)
    colours = [COLOURS.get(shape.part_names[part], COLOURS["skin"]) for part in shape.face_part]
    targets = ", ".join(f"<{here}/{name}>" for name in ARKIT_NAMES)
    file.write(f"""        def Mesh "Face" (prepend apiSchemas = ["SkelBindingAPI"])
        {{
            uniform token subdivisionScheme = "none"
            uniform bool doubleSided = 1
            int[] faceVertexCounts = [{", ".join(["3"] * len(shape.faces))}]
            int[] faceVertexIndices = [{", ".join(map(str, shape.faces.reshape(-1).tolist()))}]
            point3f[] points = {_vectors(shape.points)}
            normal3f[] normals = {_vectors(shape.normals)} (interpolation = "vertex")
            color3f[] primvars:displayColor = {_vectors(np.array(colours))} (interpolation = "uniform")
            int[] primvars:skel:jointIndices = [{", ".join(map(str, order.reshape(-1).tolist()))}] (
                elementSize = 2
                interpolation = "vertex"
            )
            float[] primvars:skel:jointWeights = [{", ".join(_numbers(weights.reshape(-1)))}] (
                elementSize = 2
                interpolation = "vertex"
            )
            matrix4d primvars:skel:geomBindTransform = {_translation(np.zeros(3))}
            rel skel:skeleton = </Conversation/{person}/Skeleton>
            uniform token[] skel:blendShapes = [{_strings(ARKIT_NAMES)}]
            rel skel:blendShapeTargets = [{targets}]
""")
    for name, deltas in zip(ARKIT_NAMES, shape.shapes):
        moved = np.flatnonzero(np.any(deltas != 0.0, axis=1))
        file.write(f"""
            def BlendShape "{name}"
            {{
                uniform vector3f[] offsets = {_vectors(deltas[moved])}
                uniform int[] pointIndices = [{", ".join(map(str, moved.tolist()))}]
            }}
""")
    file.write("        }\n")


def _samples(file: TextIO, attribute: str, count: int, value: Callable[[int], str]) -> None:
    file.write(f"            {attribute}.timeSamples = {{\n")
    for row in range(count):
        file.write(f"                {row}: {value(row)},\n")
    file.write("            }\n")


def _numbers(values: NDArray[Any]) -> Iterator[str]:
    return (f"{value:.6g}" for value in np.asarray(values, np.float64).tolist())


def _vectors(rows: NDArray[Any]) -> str:
    return "[" + ", ".join(f"({', '.join(_numbers(row))})" for row in rows) + "]"


def _strings(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _translation(place: NDArray[Any]) -> str:
    x, y, z = _numbers(place)
    return f"( (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), ({x}, {y}, {z}, 1) )"
