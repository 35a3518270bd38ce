"""A head in FLAME's format: arrays, landmarks, and the mouth measured on it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import ARKIT_NAMES

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int32]

JOINT_NAMES: Final = ("global", "neck", "jaw", "left_eye", "right_eye")
"""FLAME's joints, in FLAME's order."""

JOINT_PARENTS: Final = (-1, 0, 1, 1, 1)
"""Each joint's parent; the root has none."""

NECK_JOINT: Final = 1
"""The joint about which the head turns; `translation` says where it is."""

LEFT_EYE_JOINT, RIGHT_EYE_JOINT = 3, 4

OPENING_PAIRS: Final = ((13, 14), (82, 87), (312, 317))
"""Landmarks above and below the lips' inner edge: their mean vertical gap is the mouth's opening."""

WIDTH_PAIR: Final = (61, 291)
"""Landmarks of the mouth's corners, right then left."""

PROTRUSION_LIPS: Final = (0, 13, 14, 17)
PROTRUSION_REFERENCE: Final = (2, 33, 263)
"""Protrusion is the mean depth of the lips less that of the nose's base and the outer eye corners."""

MEASURES: Final = ("opening", "width", "protrusion")


@dataclass(frozen=True)
class HeadModel:
    """Vertices linear in identity, expression and pose correctives, then skinned to five joints.

    Metres; +Y up, +Z out of the face, +X towards the person's own left. V vertices, F triangles, S identity
    directions, E expression directions, L landmarks.

    Attributes:
        rig_id: names this model and its version.
        description: a sentence: what head this is and under which licence.
        template: (V, 3) the neutral head. Its origin means nothing: FLAME releases differ.
        faces: (F, 3) vertex indices, counter-clockwise from outside.
        shape_directions: (V, 3, S) offsets at identity coefficient 1; names in `shape_names` where known.
        expression_directions: (V, 3, E) offsets at expression coefficient 1.
        pose_directions: (V, 3, 36) offsets per entry of R - I (row-major) of neck, jaw, left eye, right eye.
        joint_regressor: (5, V) finds the joints (JOINT_NAMES) in a shaped head.
        skinning: (V, 5) weights, rows sum to 1.
        eyelid_directions: (V, 3, 2) offsets of a left and a right eyelid shut; zero where a model has none.
        landmark_ids: (L,) MediaPipe's numbers; empty where unknown.
        landmark_vertices: (L, K) the vertices each landmark blends; landmark_weights: (L, K) how.
        face_part: (F,) index into `part_names` of each triangle.
        uv: (M, 2) texture coordinates, origin lower left; uv_faces: (F, 3) indices into them; may be empty.
        arkit_deltas: (52, V, 3) the ARKit shapes sculpted on this head, Apple order; None for a head without.
        arkit_to_flame: (E + 3, 52) expression coefficients and the jaw's axis-angle at weight 1 of each ARKit
            shape; None for a head whose map is still to be fitted.
        eye_look_range: (4,) radians the eye turns at weight 1 of look up, down, in, out.
    """

    rig_id: str
    description: str
    template: FloatArray
    faces: IntArray
    shape_directions: FloatArray
    expression_directions: FloatArray
    pose_directions: FloatArray
    joint_regressor: FloatArray
    skinning: FloatArray
    eyelid_directions: FloatArray
    landmark_ids: IntArray
    landmark_vertices: IntArray
    landmark_weights: FloatArray
    face_part: IntArray
    part_names: tuple[str, ...]
    uv: FloatArray
    uv_faces: IntArray
    arkit_deltas: FloatArray | None
    arkit_to_flame: FloatArray | None
    eye_look_range: FloatArray
    shape_names: tuple[str, ...] = field(default=())

    @property
    def vertex_count(self) -> int:
        """V."""
        return len(self.template)

    @property
    def expression_size(self) -> int:
        """E."""
        return int(self.expression_directions.shape[2])

    @property
    def shape_size(self) -> int:
        """S."""
        return int(self.shape_directions.shape[2])

    @cached_property
    def joints(self) -> FloatArray:
        """(5, 3) joints of the neutral template, metres."""
        return (self.joint_regressor @ self.template).astype(np.float32)

    @cached_property
    def eye_distance(self) -> float:
        """Metres between the eye joints of the template: the unit of the mouth measures."""
        return float(np.linalg.norm(self.joints[LEFT_EYE_JOINT] - self.joints[RIGHT_EYE_JOINT]))

    def shaped(self, shape: NDArray[np.floating]) -> FloatArray:
        """The neutral head (V, 3) of the identity `shape`, any number of coefficients up to S."""
        offsets = self.shape_directions[..., : len(shape)] @ np.asarray(shape, np.float32)
        return np.asarray(self.template + offsets, np.float32)

    def landmarks(self, vertices: NDArray[np.floating]) -> FloatArray:
        """Landmark positions (..., L, 3) on vertices (..., V, 3)."""
        corners = np.asarray(vertices)[..., self.landmark_vertices, :]
        return np.asarray(np.einsum("...lkc,lk->...lc", corners, self.landmark_weights), np.float32)

    @cached_property
    def neutral_landmarks(self) -> FloatArray:
        """(L, 3) landmarks of the template in eye distances, origin midway between the eye joints."""
        middle = (self.joints[LEFT_EYE_JOINT] + self.joints[RIGHT_EYE_JOINT]) / 2.0
        return np.asarray((self.landmarks(self.template) - middle) / self.eye_distance, np.float32)

    @cached_property
    def arkit_landmarks(self) -> FloatArray:
        """(52, L, 3): how weight 1 of each ARKit shape moves the landmarks, in eye distances.

        `neutral_landmarks + weights @ arkit_landmarks` are the landmarks of a face. ValueError for a head
        without ARKit shapes.
        """
        if self.arkit_deltas is None:
            raise ValueError(f"rig '{self.rig_id}' has no ARKit shapes of its own")
        return (self.landmarks(self.arkit_deltas) / self.eye_distance).astype(np.float32)

    @cached_property
    def measure_matrix(self) -> FloatArray:
        """(3, L, 3): opening, width and protrusion are `sum(matrix * landmarks)` over both last axes."""
        row = {int(number): i for i, number in enumerate(self.landmark_ids)}
        matrix = np.zeros((3, len(row), 3), np.float32)
        for upper, lower in OPENING_PAIRS:
            matrix[0, row[upper], 1] += 1.0 / len(OPENING_PAIRS)
            matrix[0, row[lower], 1] -= 1.0 / len(OPENING_PAIRS)
        matrix[1, row[WIDTH_PAIR[1]], 0], matrix[1, row[WIDTH_PAIR[0]], 0] = 1.0, -1.0
        for points, sign in ((PROTRUSION_LIPS, 1.0), (PROTRUSION_REFERENCE, -1.0)):
            for number in points:
                matrix[2, row[number], 2] += sign / len(points)
        return matrix

    @cached_property
    def arkit_measures(self) -> tuple[FloatArray, FloatArray]:
        """`(neutral, matrix)`, (3,) and (52, 3): a face's measures are `neutral + weights @ matrix`.

        The eyes' shapes measure nothing: they move no lips, only the skin at the eye corners, which stands for
        the skull in protrusion and would count every blink as lips thrust out.
        """
        neutral = np.einsum("mlc,lc->m", self.measure_matrix, self.neutral_landmarks)
        matrix = np.einsum("mlc,alc->am", self.measure_matrix, self.arkit_landmarks)
        matrix[[i for i, name in enumerate(ARKIT_NAMES) if name.startswith("eye")]] = 0.0
        return neutral.astype(np.float32), matrix.astype(np.float32)

    def lip_measures(self, face: NDArray[np.floating]) -> FloatArray:
        """Mouth opening, width and protrusion (MEASURES), in eye distances: (..., 3).

        Defined as in the tracked speech data: opening is the mean vertical gap of OPENING_PAIRS, width the
        distance of WIDTH_PAIR along x, protrusion the depth of PROTRUSION_LIPS before PROTRUSION_REFERENCE.
        Linear, so lips pressed into each other open by less than nothing.

        Args:
            face: ARKit weights (..., 52), or vertices (..., V, 3) of a head that looks along +Z.
        """
        face = np.asarray(face)
        if face.shape[-1] == 52:
            neutral, matrix = self.arkit_measures
            return (neutral + face @ matrix).astype(np.float32)
        if face.shape[-2:] == (self.vertex_count, 3):
            points = self.landmarks(face) / self.eye_distance
            return np.asarray(np.einsum("mlc,...lc->...m", self.measure_matrix, points), np.float32)
        raise ValueError(f"expected weights (..., 52) or vertices (..., {self.vertex_count}, 3), got {face.shape}")
