"""`unity-anim`: an animation clip a person, with the 52 blendshapes as Unity's own editor saves them."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.formats.recording import Recording
from visavis.state.arkit import ARKIT_NAMES

SKINNED_MESH_RENDERER: Final = 137
"""Unity's class id of the component whose blendshapes move."""

FULL_WEIGHT: Final = 100.0
"""Unity's blendshape weights run from 0 to this."""

STILL: Final = 1e-3
"""A key between two others that differ from it by less, of 100, is left out."""

BOTH_LINEAR: Final = 69
"""Tangent mode: broken, linear on both sides."""

MESH_PATH: Final = ""
"""Path from the animator to the face mesh; Unity shows and edits it in the Animation window."""

_HEAD = """\
%YAML 1.1
%TAG !u! tag:unity3d.com,2011:
--- !u!74 &7400000
AnimationClip:
  m_ObjectHideFlags: 0
  m_CorrespondingSourceObject: {{fileID: 0}}
  m_PrefabInstance: {{fileID: 0}}
  m_PrefabAsset: {{fileID: 0}}
  m_Name: {name}
  serializedVersion: 6
  m_Legacy: 0
  m_Compressed: 0
  m_UseHighQualityCurve: 1
  m_RotationCurves: []
  m_CompressedRotationCurves: []
  m_EulerCurves: []
  m_PositionCurves: []
  m_ScaleCurves: []
  m_FloatCurves:
"""

_CURVE_HEAD = """\
  - curve:
      serializedVersion: 2
      m_Curve:
"""

_KEY = """\
      - serializedVersion: 3
        time: {time:.6g}
        value: {value:.6g}
        inSlope: {before:.6g}
        outSlope: {after:.6g}
        tangentMode: {mode}
        weightedMode: 0
        inWeight: 0.33333334
        outWeight: 0.33333334
"""

_CURVE_TAIL = """\
      m_PreInfinity: 2
      m_PostInfinity: 2
      m_RotationOrder: 4
    attribute: blendShape.{shape}
    path: {path}
    classID: {class_id}
    script: {{fileID: 0}}
"""

_TAIL = """\
  m_PPtrCurves: []
  m_SampleRate: {fps}
  m_WrapMode: 0
  m_Bounds:
    m_Center: {{x: 0, y: 0, z: 0}}
    m_Extent: {{x: 0, y: 0, z: 0}}
  m_ClipBindingConstant:
    genericBindings: []
    pptrCurveMapping: []
  m_AnimationClipSettings:
    serializedVersion: 2
    m_AdditiveReferencePoseClip: {{fileID: 0}}
    m_AdditiveReferencePoseTime: 0
    m_StartTime: {start:.6g}
    m_StopTime: {stop:.6g}
    m_OrientationOffsetY: 0
    m_Level: 0
    m_CycleOffset: 0
    m_HasAdditiveReferencePose: 0
    m_LoopTime: 0
    m_LoopBlend: 0
    m_LoopBlendOrientation: 0
    m_LoopBlendPositionY: 0
    m_LoopBlendPositionXZ: 0
    m_KeepOriginalOrientation: 0
    m_KeepOriginalPositionY: 1
    m_KeepOriginalPositionXZ: 0
    m_HeightFromFeet: 0
    m_Mirror: 0
  m_EditorCurves: []
  m_EulerEditorCurves: []
  m_HasGenericRootTransform: 0
  m_HasMotionFloatCurves: 0
  m_Events: []
"""


def clip(name: str, times: NDArray[np.float64], weights: NDArray[np.floating], fps: int) -> str:
    """The text of a clip: `times` (T,) seconds, `weights` (T, 52) in [0, 1]."""
    parts = [_HEAD.format(name=name)]
    for column, shape in enumerate(ARKIT_NAMES):
        parts.append(_CURVE_HEAD)
        at, values = keys(times, FULL_WEIGHT * np.asarray(weights[:, column], np.float64))
        slopes = np.diff(values) / np.diff(at) if len(at) > 1 else np.zeros(0)
        for i, (time, value) in enumerate(zip(at.tolist(), values.tolist())):
            before = float(slopes[i - 1]) if i > 0 else 0.0
            after = float(slopes[i]) if i < len(slopes) else 0.0
            parts.append(_KEY.format(time=time, value=value, before=before, after=after, mode=BOTH_LINEAR))
        parts.append(_CURVE_TAIL.format(shape=shape, path=MESH_PATH, class_id=SKINNED_MESH_RENDERER))
    parts.append(_TAIL.format(fps=fps, start=float(times[0]), stop=float(times[-1])))
    return "".join(parts)


def keys(times: NDArray[np.float64], values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The keys that are needed: those inside a still stretch are left out."""
    if len(values) < 3:
        return times, values
    still = np.abs(np.diff(values)) < STILL
    needed = np.concatenate([[True], ~(still[:-1] & still[1:]), [True]])
    return times[needed], values[needed]


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `a.anim` and `b.anim`. Their mesh path is empty: they move the mesh the animator itself is on."""
    paths = []
    for letter, person, _, _ in recording.people():
        path = folder / f"{letter}.anim"
        path.write_text(clip(letter, recording.times, person.arkit, recording.fps), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths
