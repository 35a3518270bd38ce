"""Makes what the Unity samples need beside their scripts: scenes, sound, a baked conversation.

    python scripts/make_unity_samples.py             # all of it (needs the package; bakes with the shipped model)
    python scripts/make_unity_samples.py --scenes    # only the scenes
    python scripts/make_unity_samples.py --check     # change nothing; exit 1 when a scene is stale

A scene is a camera, a light and one object with the sample's script; the script builds the rest.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import make_unity_meta as meta

SAMPLES = meta.PACKAGE / "Samples~"
OPEN_HEAD = meta.PACKAGE / "Runtime" / "OpenHead" / "open_head.bytes"
CONVERSATION = meta.PACKAGE.parent / "python_service" / "visavis" / "assets" / "conversation"

SECONDS = 20.1
"""How much of the bundled conversation the samples carry: up to a pause."""

CLIP, TEXT = 8300000, 4900000
"""Unity's local ids of the one AudioClip and of the one TextAsset in their files."""


@dataclass(frozen=True)
class Sample:
    """One sample.

    Attributes:
        folder: its folder, which is also the scene's name.
        script: its script, without the ending.
        fields: the script's references: field, file in the folder, kind of asset.
    """

    folder: str
    script: str
    fields: tuple[tuple[str, str, int], ...]


ALL = (
    Sample("1 Two Clips", "TwoClips", (("voiceA", "voice_a.ogg", CLIP), ("voiceB", "voice_b.ogg", CLIP))),
    Sample("2 One Mixed Clip", "OneMixedClip", (("bothVoices", "both_voices.ogg", CLIP),)),
    Sample("3 Live Text To Speech", "LiveTextToSpeech", (("line", "line.ogg", CLIP),)),
    Sample("4 Microphone", "MicrophoneTalk", (("answer", "line.ogg", CLIP),)),
    Sample(
        "5 Baked Clip",
        "BakedClip",
        (("faceA", "a.csv", TEXT), ("faceB", "b.csv", TEXT), ("bothVoices", "both_voices.ogg", CLIP)),
    ),
)

HEAD = """\
%YAML 1.1
%TAG !u! tag:unity3d.com,2011:
"""

OBJECT = """\
--- !u!1 &@id@
GameObject:
  m_ObjectHideFlags: 0
  m_CorrespondingSourceObject: {fileID: 0}
  m_PrefabInstance: {fileID: 0}
  m_PrefabAsset: {fileID: 0}
  serializedVersion: 6
  m_Component:
@components@  m_Layer: 0
  m_Name: @name@
  m_TagString: @tag@
  m_Icon: {fileID: 0}
  m_NavMeshLayer: 0
  m_StaticEditorFlags: 0
  m_IsActive: 1
"""

TRANSFORM = """\
--- !u!4 &@id@
Transform:
  m_ObjectHideFlags: 0
  m_CorrespondingSourceObject: {fileID: 0}
  m_PrefabInstance: {fileID: 0}
  m_PrefabAsset: {fileID: 0}
  m_GameObject: {fileID: @owner@}
  m_LocalRotation: @rotation@
  m_LocalPosition: @position@
  m_LocalScale: {x: 1, y: 1, z: 1}
  m_Children: []
  m_Father: {fileID: 0}
  m_RootOrder: @order@
"""

CAMERA = """\
--- !u!20 &@id@
Camera:
  m_ObjectHideFlags: 0
  m_GameObject: {fileID: @owner@}
  m_Enabled: 1
  serializedVersion: 2
  m_ClearFlags: 2
  m_BackGroundColor: {r: 0.17, g: 0.18, b: 0.2, a: 1}
  near clip plane: 0.05
  far clip plane: 100
  field of view: 40
"""

LISTENER = """\
--- !u!81 &@id@
AudioListener:
  m_ObjectHideFlags: 0
  m_GameObject: {fileID: @owner@}
  m_Enabled: 1
"""

LIGHT = """\
--- !u!108 &@id@
Light:
  m_ObjectHideFlags: 0
  m_GameObject: {fileID: @owner@}
  m_Enabled: 1
  serializedVersion: 10
  m_Type: 1
  m_Color: {r: 1, g: 0.96, b: 0.9, a: 1}
  m_Intensity: 1.1
"""

SCRIPT = """\
--- !u!114 &@id@
MonoBehaviour:
  m_ObjectHideFlags: 0
  m_CorrespondingSourceObject: {fileID: 0}
  m_PrefabInstance: {fileID: 0}
  m_PrefabAsset: {fileID: 0}
  m_GameObject: {fileID: @owner@}
  m_Enabled: 1
  m_EditorHideFlags: 0
  m_Script: {fileID: 11500000, guid: @guid@, type: 3}
  m_Name:@space@
  m_EditorClassIdentifier:@space@
@fields@"""


def guid(path: Path) -> str:
    """The guid of a file of the package."""
    return meta.guid(path.relative_to(meta.PACKAGE))


def fill(template: str, **values: object) -> str:
    """The template with its @names@ replaced."""
    for name, value in values.items():
        template = template.replace(f"@{name}@", str(value))
    return template


def game_object(first: int, name: str, tag: str, position: str, rotation: str, *parts: str) -> str:
    """A GameObject with a transform and components; ids count from `first`."""
    ids = [first + 1 + i for i in range(len(parts) + 1)]
    listed = "".join(f"  - component: {{fileID: {i}}}\n" for i in ids)
    text = fill(OBJECT, id=first, name=name, tag=tag, components=listed)
    text += fill(TRANSFORM, id=ids[0], owner=first, order=first // 100 - 1, position=position, rotation=rotation)
    return text + "".join(fill(part, id=i, owner=first) for i, part in zip(ids[1:], parts))


def scene(sample: Sample) -> str:
    """The scene of a sample."""
    folder = SAMPLES / sample.folder
    references = [*((f, folder / name, kind) for f, name, kind in sample.fields), ("openHead", OPEN_HEAD, TEXT)]
    fields = "".join(
        f"  {field}: {{fileID: {kind}, guid: {guid(path)}, type: 3}}\n" for field, path, kind in references
    )
    script = fill(SCRIPT, guid=guid(folder / f"{sample.script}.cs"), fields=fields, space=" ")
    straight = "{x: 0, y: 0, z: 0, w: 1}"
    tilted = "{x: 0.40821788, y: -0.23456968, z: 0.10938163, w: 0.8754261}"
    return (
        HEAD
        + game_object(100, "Main Camera", "MainCamera", "{x: 0, y: 1.55, z: -2.1}", straight, CAMERA, LISTENER)
        + game_object(200, "Light", "Untagged", "{x: 0, y: 3, z: 0}", tilted, LIGHT)
        + game_object(300, sample.script, "Untagged", "{x: 0, y: 0, z: 0}", straight, script)
    )


def make_sound() -> None:
    """Cuts the bundled conversation and writes it as Ogg Vorbis into each sample."""
    import soundfile

    def cut(name: str, start: float, end: float, *outs: str) -> None:
        samples, rate = soundfile.read(CONVERSATION / name)
        for out in outs:
            soundfile.write(SAMPLES / out, samples[int(start * rate) : int(end * rate)], rate, subtype="VORBIS")

    cut("conversation_a.flac", 0, SECONDS, "1 Two Clips/voice_a.ogg")
    cut("conversation_b.flac", 0, SECONDS, "1 Two Clips/voice_b.ogg")
    cut("conversation.wav", 0, SECONDS, "2 One Mixed Clip/both_voices.ogg", "5 Baked Clip/both_voices.ogg")
    cut("conversation_b.flac", 3.9, 7.85, "3 Live Text To Speech/line.ogg", "4 Microphone/line.ogg")


def bake() -> None:
    """Bakes the recording of the last sample."""
    folder = SAMPLES / "5 Baked Clip"
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "visavis", "bake", str(folder / "both_voices.ogg"), "--out", out]
        roles = ["--roles", str(CONVERSATION / "conversation.rttm"), "--format", "arkit-csv", "--quiet"]
        subprocess.run([*command, *roles], check=True)
        for name in ("a.csv", "b.csv"):
            shutil.copy(Path(out) / name, folder / name)


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scenes", action="store_true", help="only the scenes")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 when a scene is stale")
    options = parser.parse_args()
    status = 0
    for sample in ALL:
        path = SAMPLES / sample.folder / f"{sample.folder[2:]}.unity"
        text = scene(sample)
        if path.exists() and path.read_text() == text:
            continue
        if options.check:
            print(f"stale: {path}; run scripts/make_unity_samples.py --scenes", file=sys.stderr)
            status = 1
        else:
            path.write_text(text)
    if not options.check and not options.scenes:
        make_sound()
        bake()
    return status


if __name__ == "__main__":
    sys.exit(main())
