"""The rig: what a person's state is in FLAME's coefficients, and what clients need to know to undo it."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.head_model import JOINT_NAMES, HeadModel
from visavis.rig.kinematics import pose_vertices
from visavis.rig.open_head import load_open_head
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES, EYE_BLINK, EYE_LOOK
from visavis.state.person import PersonState

FloatArray = NDArray[np.float32]

RIDGE: Final = 1e-5
"""lambda of the retargeter on the open head: small against the smallest squared column of its map (0.018)."""

SWEEPS: Final = 4
"""Sweeps of the retargeter on the open head, whose columns are orthogonal: one already ends within 1e-4."""


OPEN_HEAD_RESIDUAL_MM: Final = 0.078
"""`map_residual_mm` of the open head; a test measures it."""


@dataclass
class FlameFrames:
    """One person over T frames in FLAME's layout, as `PersonFrame` on the wire.

    Attributes:
        expression: (T, E) coefficients.
        global_rotation, neck, jaw, left_eye, right_eye: (T, 3) axis-angle, radians.
        translation: (T, 3) metres, conversation frame: where the neck joint is.
        eyelids: (T, 2) left, right; 0 open, 1 shut.
        gaze_kind: (T,) values of GazeKind. gaze_point: (T, 3) metres. gaze_on_partner: (T,) in [0, 1].
        gaze_object: (T,) index into the scene's objects, -1 for none.
        speaking: (T,) probability.
        arkit: (T, 52) the ARKit weights the coefficients were made from.
    """

    expression: FloatArray
    global_rotation: FloatArray
    neck: FloatArray
    jaw: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    translation: FloatArray
    eyelids: FloatArray
    gaze_kind: NDArray[np.int8]
    gaze_point: FloatArray
    gaze_on_partner: FloatArray
    gaze_object: NDArray[np.int16]
    speaking: FloatArray
    arkit: FloatArray

    def __len__(self) -> int:
        return len(self.expression)

    def __getitem__(self, rows: slice) -> "FlameFrames":
        """The frames of a slice."""
        return FlameFrames(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    def rotations(self) -> FloatArray:
        """(T, 5, 3) in FLAME's joint order, for forward kinematics."""
        joints = (self.global_rotation, self.neck, self.jaw, self.left_eye, self.right_eye)
        return np.stack(joints, axis=1).astype(np.float32)


@dataclass(frozen=True)
class Rig:
    """A head model with its map from ARKit's shapes.

    Attributes:
        head: the head.
        arkit_to_flame: (E + 3, 52) M: expression coefficients, then the jaw's axis-angle, at weight 1 of each shape.
        ridge: lambda of the retargeter's ridge term.
        sweeps: sweeps of the retargeter's coordinate descent.
        residual_mm: root mean square distance, over vertices and shapes, between each shape as sculpted and as
            the map makes it.
    """

    head: HeadModel
    arkit_to_flame: FloatArray
    ridge: float
    sweeps: int
    residual_mm: float

    @property
    def rig_id(self) -> str:
        """Names the rig and its version; the same id means the same coefficients."""
        return self.head.rig_id

    @property
    def description(self) -> str:
        """A sentence: what head this is and under which licence."""
        return self.head.description

    @property
    def expression_size(self) -> int:
        """E."""
        return self.head.expression_size

    @property
    def arkit_names(self) -> tuple[str, ...]:
        """The 52 names in the order of the map's columns."""
        return ARKIT_NAMES

    @property
    def joints(self) -> FloatArray:
        """(5, 3) positions of JOINT_NAMES in the neutral head, metres."""
        return self.head.joints

    @property
    def eye_look_range(self) -> FloatArray:
        """(4,) radians the eye turns at weight 1 of look up, down, in, out."""
        return self.head.eye_look_range

    def to_flame(self, person: PersonState) -> FlameFrames:
        """The FLAME frames of a person: expression and jaw by the map, all else as it is. Shares memory."""
        values = np.asarray(person.arkit, np.float32) @ self.arkit_to_flame.T
        size = self.expression_size
        return FlameFrames(
            expression=values[:, :size],
            global_rotation=person.body_rotation,
            neck=person.head_rotation,
            jaw=values[:, size:],
            left_eye=person.left_eye,
            right_eye=person.right_eye,
            translation=person.head_position,
            eyelids=person.eyelids,
            gaze_kind=person.gaze_kind,
            gaze_point=person.gaze_point,
            gaze_on_partner=person.gaze_on_partner,
            gaze_object=person.gaze_object,
            speaking=person.speaking,
            arkit=person.arkit,
        )

    def vertices(self, frames: FlameFrames, shape: NDArray[np.floating] | None = None) -> FloatArray:
        """Vertices (T, V, 3) of the head in the conversation frame, metres."""
        return pose_vertices(
            self.head,
            frames.expression,
            frames.rotations(),
            eyelids=frames.eyelids,
            translation=frames.translation,
            shape=shape,
        )


def map_residual_mm(head: HeadModel, arkit_to_flame: NDArray[np.floating], sculpted: NDArray[np.floating]) -> float:
    """Root mean square over vertices and shapes, millimetres, of what the map misses.

    Every shape that is neither blink nor eye-look is compared at weight 1; mouthClose on the jaw it closes over,
    jawOpen at 1.

    Args:
        head: the head, V vertices.
        arkit_to_flame: (E + 3, 52).
        sculpted: (52, V, 3) where the shapes should carry the vertices, metres.
    """
    shapes = [i for i in range(len(ARKIT_NAMES)) if i not in EYE_LOOK and i not in EYE_BLINK]
    weights = np.zeros((len(shapes), len(ARKIT_NAMES)), np.float32)
    weights[np.arange(len(shapes)), shapes] = 1.0
    weights[shapes.index(ARKIT_INDEX["mouthClose"]), ARKIT_INDEX["jawOpen"]] = 1.0
    total = 0.0
    for row in weights:
        values = arkit_to_flame @ row
        rotations = np.zeros((1, len(JOINT_NAMES), 3))
        rotations[0, 2] = values[-3:]
        posed = pose_vertices(head, values[None, :-3], rotations)[0]
        wanted = head.template + np.einsum("a,avc->vc", row, sculpted)
        total += float(np.sum((posed - wanted) ** 2))
    return 1000.0 * float(np.sqrt(total / (len(shapes) * head.vertex_count)))


def open_rig() -> Rig:
    """The rig that ships with the package: the open head and its own map."""
    head = load_open_head()
    assert head.arkit_to_flame is not None
    return Rig(head, head.arkit_to_flame, RIDGE, SWEEPS, OPEN_HEAD_RESIDUAL_MM)
