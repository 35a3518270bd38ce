"""Landmarks: the points of the face that a tracker also sees, by MediaPipe's numbering."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from open_head.surface import Surface

TABLE = Path(__file__).with_name("landmarks.json")
"""Landmark number -> base-mesh vertices and weights, found by find_landmarks.py."""


IRISES = (468, 473)
"""Right and left iris: the foremost point of each eyeball."""

BLENDED = 6
"""Most vertices a landmark is blended from."""


def place_landmarks(surface: Surface, eyes: list[NDArray[np.int64]]) -> dict[str, NDArray[np.generic]]:
    """`landmark_ids` (L,), and what each blends: `landmark_vertices`, `landmark_weights` (L, BLENDED).

    `eyes` are the left and the right eyeball's vertices, the foremost first.
    """
    # Lashes, drawn towards the skin, are still first of all themselves.
    new = {next(iter(row)): i for i, row in reversed(list(enumerate(surface.rows)))}
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    vertices = np.zeros((len(table) + 2, BLENDED), np.uint16)
    weights = np.zeros((len(table) + 2, BLENDED), np.float32)
    for i, entry in enumerate(table.values()):
        vertices[i, : len(entry["vertices"])] = [new[v] for v in entry["vertices"]]
        weights[i, : len(entry["weights"])] = np.array(entry["weights"]) / sum(entry["weights"])
    for i, eye in enumerate((eyes[1], eyes[0])):
        vertices[len(table) + i, 0], weights[len(table) + i, 0] = eye[0], 1.0
    return {
        "landmark_ids": np.array([*(int(k) for k in table), *IRISES], np.int16),
        "landmark_vertices": vertices,
        "landmark_weights": weights,
    }
