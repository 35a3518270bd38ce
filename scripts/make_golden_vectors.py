"""Writes the golden vectors that hold the three retargeters (Python, C#, C++) together: tests/golden/*.json.

    python scripts/make_golden_vectors.py [--out tests/golden]

What each file means is said in its own `about`; the steps are those of docs/retargeting.md. Inputs are rounded
before anything is computed from them, so that a reader starts from exactly the same figures.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from visavis.rig.coordinates import COORDINATES
from visavis.rig.gaze import GazeInput, GazeSolver, turn
from visavis.rig.playback import PlaybackBuffer
from visavis.rig.pose import FacePose
from visavis.rig.profiles import ProfileMapper, detect_profile, parse_profile, presets
from visavis.rig.retarget import FaceRetargeter, RetargetSolver
from visavis.rig.rig import FlameFrames, Rig, open_rig
from visavis.rig.rotations import quaternion_from_axis_angle
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES
from visavis.state.person import GazeKind

Array = NDArray[np.float64]
Json = dict[str, Any]

REPOSITORY = Path(__file__).resolve().parent.parent

DIGITS = 7
"""Decimal places of every figure."""


def rounded(values: Any) -> Array:
    """To DIGITS places, as they will be read back."""
    return np.round(np.asarray(values, np.float64), DIGITS)


def plain(value: Any) -> Any:
    """JSON of numbers, arrays, poses and containers of them."""
    if isinstance(value, FacePose):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, np.ndarray):
        return [plain(v) for v in value]
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | np.integer):
        return int(value)
    return float(round(float(value), DIGITS)) + 0.0  # no negative zero


def random_face(rng: np.random.Generator) -> Array:
    """ARKit weights of a plausible face: some shapes strongly, most weakly, opposites never together."""
    weights = rng.uniform(0.0, 1.0, 52) ** 2
    for name in ("jawLeft", "mouthLeft"):
        weights[ARKIT_INDEX[name if rng.random() < 0.5 else name.replace("Left", "Right")]] = 0.0
    return weights


def stream(rig: Rig, rng: np.random.Generator, count: int) -> FlameFrames:
    """A stream that changes smoothly from face to face, then jumps."""
    faces = np.stack([random_face(rng) for _ in range(count // 4 + 2)])
    at = np.linspace(0.0, len(faces) - 1.001, count)
    at[-3:] = [0.0, len(faces) - 1.001, 1.0]
    low = at.astype(int)
    weights = faces[low] + (at - low)[:, None] * (faces[low + 1] - faces[low])
    values = rounded(weights @ rig.arkit_to_flame.astype(np.float64).T)
    size = rig.expression_size

    def turns(scale: float) -> Array:
        return rounded(rng.normal(0.0, scale, (count, 3)))

    body = turns(0.2)
    body[:, 1] += np.pi / 2
    body[1] = 0.0
    return FlameFrames(
        expression=values[:, :size],
        global_rotation=rounded(body),
        neck=turns(0.2),
        jaw=values[:, size:],
        left_eye=turns(0.25),
        right_eye=turns(0.25),
        translation=rounded(rng.normal(0.0, 1.0, (count, 3))),
        eyelids=rounded(np.clip(rng.normal(0.3, 0.5, (count, 2)), -0.1, 1.1)),
        gaze_kind=rng.integers(1, 5, count).astype(np.int8),
        gaze_point=rounded(rng.normal(0.0, 1.0, (count, 3))),
        gaze_on_partner=rounded(rng.random(count)),
        gaze_object=np.full(count, -1, np.int16),
        speaking=rounded(rng.random(count)),
        arkit=weights,
    )


def retarget_vectors() -> Json:
    """Step 1: the solver by itself on a map whose columns lean on each other, and whole frames on the open head."""
    rng = np.random.default_rng(41)
    rig = open_rig()
    rounded_map = rounded(rig.arkit_to_flame)
    rig = Rig(rig.head, rounded_map, rig.ridge, rig.sweeps, rig.residual_mm)
    leaning = rounded(rng.normal(0.0, 1.0, (9, 6)) + 0.8 * rng.normal(0.0, 1.0, (9, 1)))
    leaning[:, 4] = 0.0
    solver = RetargetSolver(leaning, 0.01, 5)
    warm = np.zeros(6)
    cases = []
    for _ in range(6):
        values = rounded(leaning @ rng.uniform(-0.5, 1.5, 6) + rng.normal(0.0, 0.3, 9))
        cases.append({"p": values, "w": solver.solve(values, warm).copy()})
    frames = stream(rig, rng, 20)
    retargeter = FaceRetargeter(rig)
    rows = []
    for i in range(len(frames)):
        given = {
            name: getattr(frames, name)[i]
            for name in ("expression", "global_rotation", "neck", "jaw", "left_eye", "right_eye", "translation",
                         "eyelids", "gaze_kind", "gaze_point", "gaze_on_partner", "speaking")
        }  # fmt: skip
        rows.append({"frame": given, "pose": retargeter.retarget(frames, i)})
    return {
        "about": "solver: RetargetSolver(matrix, ridge, sweeps), each p solved in turn, warm-started from the w "
        "before. frames: FaceRetargeter over the frames in turn; quaternions (w, x, y, z).",
        "arkit_names": list(ARKIT_NAMES),
        "solver": {"matrix": leaning, "ridge": 0.01, "sweeps": 5, "cases": cases},
        "rig": {
            "rig_id": rig.rig_id,
            "expression_size": rig.expression_size,
            "ridge": rig.ridge,
            "sweeps": rig.sweeps,
            "eye_look_range": rig.eye_look_range,
            "joints": rig.joints,
            "arkit_to_flame": rounded_map,
        },
        "frames": rows,
    }


CUSTOM_PROFILE: Json = {
    "format": "visavis-profile-1",
    "name": "golden-custom",
    "kind": "channels",
    "channels": [
        {"channel": "jawOpen", "targets": ["Open", "Chin"], "gain": 1.4, "offset": -0.1, "clamp": [0.0, 1.2]},
        {"channel": "mouthFunnel", "targets": ["Open"], "gain": 0.3},
        {"channel": "mouthPucker", "targets": ["Kiss"], "curve": [[0.6, 0.9], [0.1, 0.0]]},
        {"channel": "eyeBlinkLeft", "targets": ["not there", "BLINK L"]},
    ],
}
CUSTOM_MESH = ("base.Open", "chin", "Kiss", "blink_l", "unrelated")


def profile_vectors() -> Json:
    """Step 2: every preset on a mesh that has its names, a custom profile, and the recognition of presets."""
    rng = np.random.default_rng(42)
    mapped = []
    meshes: list[tuple[Any, tuple[str, ...], Json | None]] = []
    for profile in presets():
        targets = [t for entry in (*profile.basis, *profile.channels) for t in entry.targets]
        names = [f"head.{t}" for t in dict.fromkeys([*targets, *profile.rest])]
        meshes.append((profile, tuple(names[: int(len(names) * 0.9)]), None))
    meshes.append((parse_profile(CUSTOM_PROFILE), CUSTOM_MESH, CUSTOM_PROFILE))
    for profile, mesh, source in meshes:
        mapper = ProfileMapper(profile, mesh)
        cases = []
        for _ in range(3):
            weights = rounded(random_face(rng))
            cases.append({"weights": weights, "mesh": mapper.map(weights)})
        entry: Json = {"profile": profile.name, "mesh_names": list(mesh), "cases": cases}
        mapped.append(entry | ({"definition": source} if source else {}))

    def found(names: Iterable[str]) -> Json:
        names = list(names)
        profile = detect_profile(names)
        return {"mesh_names": names, "profile": profile.name if profile else None}

    camel = list(ARKIT_NAMES)
    pascal = [n[0].upper() + n[1:] for n in camel]
    visemes = ["sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "I", "O", "U"]
    detected = [
        found(camel),
        found(f"blendShape1.{n}" for n in camel[:40]),
        found(pascal),
        found([*pascal, "Joy", "A", "Blink"]),
        found([*camel, *(f"viseme_{v}" for v in visemes), "mouthOpen"]),
        found([f"viseme_{v}" for v in visemes]),
        found(n for p in presets() if p.name == "reallusion-cc4" for c in p.channels for n in c.targets),
        found(n for p in presets() if p.name == "arkit-lr" for c in p.channels for n in c.targets),
        found(n for p in presets() if p.name == "metahuman" for n in p.detect),
        found(["smile", "frown", "jaw"]),
        found(camel[:20]),
    ]
    return {
        "about": "mapped: ProfileMapper(profile, mesh_names), each case's 52 ARKit weights mapped in turn to the "
        "mesh's own weights in [0, 1]; a profile is a preset by name, or `definition`. detected: detect_profile.",
        "mapped": mapped,
        "detected": detected,
    }


def coordinate_vectors() -> Json:
    """The engines' frames."""
    rng = np.random.default_rng(43)
    positions, vectors = rounded(rng.normal(0, 1, (6, 3))), rounded(rng.normal(0, 1, (6, 3)))
    vectors[0] = 0.0
    quaternions = rounded(quaternion_from_axis_angle(vectors))
    return {
        "about": "position (metres), axis_angle (radians) and quaternion (w, x, y, z) of the conversation frame, "
        "and the same in each target.",
        "given": {"position": positions, "axis_angle": vectors, "quaternion": quaternions},
        "targets": {
            name: {
                "position": c.position(positions),
                "axis_angle": c.axis_angle(vectors),
                "quaternion": c.quaternion(quaternions),
            }
            for name, c in COORDINATES.items()
        },
    }


def gaze_vectors() -> Json:
    """Step 3: the look re-aimed over time, at targets near and far, wanted and not."""
    rng = np.random.default_rng(44)
    sequences = []
    for distance, aside, up in ((1.2, 0.0, 0.0), (1.0, 0.6, 0.15), (0.5, -1.5, -0.4), (2.5, 2.6, 0.3)):
        solver = GazeSolver()
        steps = []
        stream_target = np.array([0.05, -0.02, 1.2])
        scene_target = distance * np.array([np.sin(aside), np.sin(up), np.cos(aside)])
        eyes, head = np.zeros(2), np.zeros(3)
        for i in range(24):
            dt = 0.0 if i == 0 else (1 / 30 if i < 12 else 1 / 60)
            if i % 8 == 4:
                eyes = rng.normal(0.0, 0.15, 2)
            head = head + rng.normal(0.0, 0.02, 3)
            scene_target = scene_target + rng.normal(0.0, 0.004, 3)
            wanted = 0.0 if i in (0, 1, 18, 19) else 1.0 if i < 15 else 0.6
            given = GazeInput(
                stream_target=rounded(stream_target),
                scene_target=rounded(scene_target),
                wanted=wanted,
                head=rounded(turn(*head)),
                left_eye=rounded(turn(eyes[0] - 0.02, eyes[1])),
                right_eye=rounded(turn(eyes[0] + 0.02, eyes[1])),
                stream_eye_distance=0.058,
                scene_eye_distance=0.066,
            )
            dt = float(rounded(dt))
            steps.append({"dt": dt, "input": asdict(given), "result": asdict(solver.step(given, dt))})
        sequences.append({"steps": steps})
    return {
        "about": "each sequence: a new GazeSolver with the default settings, stepped in turn. Vectors in body axes "
        "(+X own left, +Y up, +Z forward), quaternions (w, x, y, z).",
        "sequences": sequences,
    }


def playback_pose(rng: np.random.Generator, i: int) -> FacePose:
    """A pose that no neighbour resembles, facing backwards so that axis-angles would wrap."""
    return FacePose(
        weights=rounded(random_face(rng)),
        body=rounded(turn(np.pi + 0.2 * np.sin(i), 0.05)),
        head=rounded(turn(*rng.normal(0.0, 0.2, 3))),
        left_eye=rounded(turn(*rng.normal(0.0, 0.2, 2))),
        right_eye=rounded(turn(*rng.normal(0.0, 0.2, 2))),
        position=rounded(rng.normal(0.0, 1.0, 3)),
        gaze_kind=GazeKind.PARTNER_EYES if i % 3 else GazeKind.OBJECT,
        gaze_point=rounded(rng.normal(0.0, 1.0, 3)),
        gaze_object="" if i % 3 else "lamp",
        on_partner=float(rounded(rng.random())),
        speaking=float(rounded(rng.random())),
    )


def playback_vectors() -> Json:
    """Step 4: a start before the first frame, frames out of order, stalls, returns cut short, a gap, a seek."""
    rng = np.random.default_rng(45)
    buffer = PlaybackBuffer()
    events: list[Json] = []
    poses = [playback_pose(rng, i) for i in range(100)]

    def push(*numbers: int) -> None:
        for i in numbers:
            time = float(rounded(i / 30))
            buffer.push(time, poses[i])
            events.append({"push": time, "pose": poses[i]})

    def sample(*times: float) -> None:
        for time in times:
            time = float(rounded(time))
            events.append({"sample": time, "pose": buffer.sample(time)})

    sample(-0.1)
    push(2, 0, 1, 3)
    sample(-0.05, 0.0, 0.02, 1 / 30, 0.09)
    sample(0.11, 0.13, 0.18)  # late, within the hold
    push(4, 5, 6)
    sample(0.19, 0.195, 0.2)
    sample(0.25, 0.35, 0.45, 0.58, 0.7, 0.8)  # late, eased to idle
    push(*range(20, 40))
    sample(0.81, 0.9, 1.0, 1.05, 1.1, 1.12)  # back again
    push(*range(50, 60))
    sample(1.25, 1.3, 1.35, 1.5, 1.66, 1.67, 1.8)  # a gap between frames
    sample(1.7)  # a seek
    sample(2.0, 2.3, 2.4)  # at rest again
    push(66)
    sample(2.42, 2.44)  # a frame that is late itself
    push(74)
    sample(2.47, 2.48, 2.5)  # on time, and away again within the way back
    push(75, 76, 77)
    sample(2.51, 2.53, 2.56, 2.58, 2.6)  # back once more, and away
    push(*range(78, 100))
    sample(2.61, 2.65, 2.7, 2.8, 2.9)  # back for good
    sample(2.9, 4.1)  # the same moment twice, and a seek beyond what is there
    return {
        "about": "a PlaybackBuffer with the default settings, given the events in turn; the pose of a sample is what "
        "it must show. Quaternions (w, x, y, z) may differ in sign as a whole.",
        "events": events,
    }


def golden_vectors() -> dict[str, Json]:
    """All files by name, ready for JSON."""
    made = {
        "retarget": retarget_vectors(),
        "profiles": profile_vectors(),
        "coordinates": coordinate_vectors(),
        "gaze": gaze_vectors(),
        "playback": playback_vectors(),
    }
    return {name: plain(content) for name, content in made.items()}


def main() -> None:
    """Writes the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=REPOSITORY / "tests/golden")
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in golden_vectors().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"wrote {path} ({path.stat().st_size / 1e3:.0f} kB)")


if __name__ == "__main__":
    main()
