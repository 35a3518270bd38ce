"""glTF, USD and Unity clips, read back by the rules of their own formats."""

import json
import re
import struct
from pathlib import Path

import numpy as np
import pytest
from format_people import conversation
from visavis.formats import Recording, write
from visavis.rig.rotations import axis_angle_from_quaternion, matrix_from_axis_angle
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

TYPES = {5126: ("<f4", 4), 5125: ("<u4", 4), 5123: ("<u2", 2), 5121: ("u1", 1)}
SIZES = {"SCALAR": 1, "VEC3": 3, "VEC4": 4, "MAT4": 16}


@pytest.fixture(scope="module")
def recording() -> Recording:
    return conversation(6)


class Glb:
    """A .glb as a viewer reads it."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        magic, version, length = struct.unpack_from("<III", data)
        assert (magic, version, length) == (0x46546C67, 2, len(data))
        size, kind = struct.unpack_from("<II", data, 12)
        assert kind == 0x4E4F534A and size % 4 == 0
        self.scene = json.loads(data[20 : 20 + size])
        self.buffer = data[28 + size :]
        assert len(self.buffer) == self.scene["buffers"][0]["byteLength"]

    def view(self, index: int, component: int, count: int, size: int, offset: int = 0) -> np.ndarray:
        view = self.scene["bufferViews"][index]
        dtype, _ = TYPES[component]
        return np.frombuffer(self.buffer, dtype, count * size, view["byteOffset"] + offset).reshape(count, size)

    def read(self, index: int) -> np.ndarray:
        a = self.scene["accessors"][index]
        size, count = SIZES[a["type"]], a["count"]
        if "bufferView" in a:
            return self.view(a["bufferView"], a["componentType"], count, size)
        out = np.zeros((count, size), np.float32)
        if "sparse" in a:
            s = a["sparse"]
            where = self.view(s["indices"]["bufferView"], s["indices"]["componentType"], s["count"], 1)[:, 0]
            out[where] = self.view(s["values"]["bufferView"], a["componentType"], s["count"], size)
        return out

    def posed(self, person: str, frame: int) -> np.ndarray:
        """Vertices of a person's face at a key of the animation: morphs, then skin."""
        nodes = {n["name"]: i for i, n in enumerate(self.scene["nodes"])}
        face = self.scene["nodes"][nodes[f"{person}_face"]]
        primitive = self.scene["meshes"][face["mesh"]]["primitives"][0]
        animation = self.scene["animations"][0]
        moved = {}
        for channel in animation["channels"]:
            values = self.read(animation["samplers"][channel["sampler"]]["output"])
            moved[channel["target"]["node"], channel["target"]["path"]] = values
        weights = moved[nodes[f"{person}_face"], "weights"].reshape(-1, 52)[frame]
        points = self.read(primitive["attributes"]["POSITION"]).astype(np.float64)
        for weight, target in zip(weights, primitive["targets"]):
            points = points + weight * self.read(target["POSITION"])
        skin = self.scene["skins"][face["skin"]]
        world: dict[int, np.ndarray] = {}

        def visit(index: int, parent: np.ndarray) -> None:
            node = self.scene["nodes"][index]
            local = np.eye(4)
            local[:3, 3] = moved.get((index, "translation"), np.array([node.get("translation", (0, 0, 0))] * 99))[frame]
            x, y, z, w = moved[index, "rotation"][frame].astype(np.float64)
            local[:3, :3] = matrix_from_axis_angle(axis_angle_from_quaternion(np.array([w, x, y, z])))
            world[index] = parent @ local
            for child in node.get("children", ()):
                visit(child, world[index])

        visit(skin["joints"][0], np.eye(4))
        inverse = self.read(skin["inverseBindMatrices"]).reshape(-1, 4, 4).swapaxes(1, 2)
        joints = np.stack([world[j] @ inverse[k] for k, j in enumerate(skin["joints"])])
        shares = self.read(primitive["attributes"]["WEIGHTS_0"]).astype(np.float64)
        np.testing.assert_allclose(shares.sum(axis=1), 1.0, atol=1e-5)
        blended = np.einsum("vk,vkab->vab", shares, joints[self.read(primitive["attributes"]["JOINTS_0"])])
        return np.einsum("vab,vb->va", blended[:, :3, :3], points) + blended[:, :3, 3]


def test_a_glb_shows_both_heads_where_forward_kinematics_puts_them(recording: Recording, tmp_path: Path) -> None:
    glb = Glb(write("gltf", tmp_path, recording)[0])
    head = recording.rig.head
    for person, frames in (("A", recording.a), ("B", recording.b)):
        wanted = recording.rig.vertices(frames[4:5])[0]
        apart = 1000.0 * np.linalg.norm(glb.posed(person, 4) - wanted, axis=1)
        eyes = head.skinning[:, 3:].sum(axis=1) > 0.9
        assert apart[eyes].max() < 0.05, "eyes are turned by joints, exactly"
        assert np.sqrt(np.mean(apart**2)) < 2.0, "the jaw is a straight shape here and an arc there"


def test_a_glb_names_the_52_shapes_in_apples_order(recording: Recording, tmp_path: Path) -> None:
    scene = Glb(write("gltf", tmp_path, recording)[0]).scene
    for mesh in scene["meshes"]:
        assert mesh["extras"]["targetNames"] == list(ARKIT_NAMES)
        assert all(len(p["targets"]) == 52 for p in mesh["primitives"])
    assert [c["target"]["path"] for c in scene["animations"][0]["channels"]].count("weights") == 2


def test_two_people_may_look_different(tmp_path: Path) -> None:
    state = conversation(2)
    different = Recording.of(state.state, state.rig, ((1.0,), (-1.0, 0.0, 0.5)))
    glb = Glb(write("gltf", tmp_path, different)[0])
    assert len(glb.scene["meshes"]) == 2
    positions = [glb.read(m["primitives"][0]["attributes"]["POSITION"]) for m in glb.scene["meshes"]]
    assert np.abs(positions[0] - positions[1]).max() > 0.005


def test_usd_has_skeleton_animation_and_shapes_of_both(recording: Recording, tmp_path: Path) -> None:
    text = write("usd", tmp_path, recording)[0].read_text()
    assert text.startswith("#usda 1.0\n") and text.count("{") == text.count("}") and text.count("(") == text.count(")")
    assert text.count("def SkelAnimation") == 2 and text.count("def BlendShape ") == 104
    _, _, of_b = text.rpartition("float[] blendShapeWeights.timeSamples = {")
    rows = re.findall(r"(\d+): \[([^\]]*)\]", of_b[: of_b.index("}")])
    assert [int(k) for k, _ in rows] == list(range(6))
    values = np.array([[float(v) for v in row.split(",")] for _, row in rows])
    np.testing.assert_allclose(values, recording.state.b.arkit, atol=1e-5)


def test_usd_is_opened_by_pixars_own_library(recording: Recording, tmp_path: Path) -> None:
    usd = pytest.importorskip("pxr.Usd", reason="SKIPPED: usd-core is not installed")
    stage = usd.Stage.Open(str(write("usd", tmp_path, recording)[0]))
    assert stage.GetPrimAtPath("/Conversation/B/Face/jawOpen").IsValid()


def test_a_unity_clip_moves_each_blendshape_in_percent(recording: Recording, tmp_path: Path) -> None:
    text = write("unity-anim", tmp_path, recording)[1].read_text()
    assert text.startswith("%YAML 1.1\n%TAG !u! tag:unity3d.com,2011:\n--- !u!74 &7400000\nAnimationClip:\n")
    curves = re.findall(
        r"m_Curve:\n(.*?)      m_PreInfinity.*?attribute: blendShape\.(\w+)\n.*?classID: (\d+)", text, re.S
    )
    assert [name for _, name, _ in curves] == list(ARKIT_NAMES) and {c for *_, c in curves} == {"137"}
    pairs = re.findall(r"time: (\S+)\n\s+value: (\S+)", curves[ARKIT_INDEX["jawOpen"]][0])
    keys = {float(time): float(value) for time, value in pairs}
    weights = 100.0 * recording.state.b.arkit[:, ARKIT_INDEX["jawOpen"]]
    times = recording.times
    np.testing.assert_allclose(np.interp(times, list(keys), list(keys.values())), weights, atol=2e-2)
    assert "m_SampleRate: 30" in text


def test_a_unity_clip_is_plain_yaml(recording: Recording, tmp_path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    text = write("unity-anim", tmp_path, recording)[0].read_text()
    clip = yaml.safe_load(text.split("\n", 3)[3])["AnimationClip"]
    assert len(clip["m_FloatCurves"]) == 52 and clip["m_AnimationClipSettings"]["m_StopTime"] > 0


def test_still_stretches_keep_their_ends_only() -> None:
    from visavis.formats.unity_anim import keys

    at, values = keys(np.arange(8) / 30, np.array([0, 0, 0, 5, 9, 9, 9, 9.0]))
    assert values.tolist() == [0, 0, 5, 9, 9] and at[1] == pytest.approx(2 / 30)
