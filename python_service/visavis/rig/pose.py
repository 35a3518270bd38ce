"""A face at one moment, as an avatar needs it: ARKit weights and quaternions."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from visavis.state.person import GazeKind

Array = NDArray[np.float64]


def identity() -> Array:
    """The quaternion (w, x, y, z) that turns nothing."""
    return np.array([1.0, 0.0, 0.0, 0.0])


@dataclass
class FacePose:
    """What one received frame says, or a mixture of two.

    Attributes:
        weights: (52,) ARKit weights in [0, 1], Apple order.
        body: (4,) quaternion (w, x, y, z): which way the person faces, lean included, in the conversation frame.
        head: (4,) the head relative to the body.
        left_eye, right_eye: (4,) the eyes relative to the head.
        position: (3,) metres, conversation frame: the joint about which the head turns.
        gaze_kind: what is looked at. gaze_point: (3,) where, metres. gaze_object: its name, or "".
        on_partner: how much the look is on the partner, in [0, 1].
        speaking: probability.
    """

    weights: Array = field(default_factory=lambda: np.zeros(52))
    body: Array = field(default_factory=identity)
    head: Array = field(default_factory=identity)
    left_eye: Array = field(default_factory=identity)
    right_eye: Array = field(default_factory=identity)
    position: Array = field(default_factory=lambda: np.zeros(3))
    gaze_kind: GazeKind = GazeKind.AVERTED
    gaze_point: Array = field(default_factory=lambda: np.zeros(3))
    gaze_object: str = ""
    on_partner: float = 0.0
    speaking: float = 0.0

    def idle(self) -> "FacePose":
        """The same body in the same place with a face at rest: what a viewer sees when nothing comes."""
        return replace(
            self,
            weights=np.zeros(52),
            head=identity(),
            left_eye=identity(),
            right_eye=identity(),
            gaze_kind=GazeKind.AVERTED,
            gaze_object="",
            on_partner=0.0,
            speaking=0.0,
        )


def mix_quaternions(a: Array, b: Array, u: float) -> Array:
    """Normalised straight-line mixture of two unit quaternions by the shorter way."""
    mixed = a + u * ((-b if float(a @ b) < 0.0 else b) - a)
    return np.asarray(mixed / np.linalg.norm(mixed))


def mix(a: FacePose, b: FacePose, u: float) -> FacePose:
    """From a (u = 0) to b (u = 1)."""
    near = a if u < 0.5 else b
    return FacePose(
        weights=a.weights + u * (b.weights - a.weights),
        body=mix_quaternions(a.body, b.body, u),
        head=mix_quaternions(a.head, b.head, u),
        left_eye=mix_quaternions(a.left_eye, b.left_eye, u),
        right_eye=mix_quaternions(a.right_eye, b.right_eye, u),
        position=a.position + u * (b.position - a.position),
        gaze_kind=near.gaze_kind,
        gaze_point=a.gaze_point + u * (b.gaze_point - a.gaze_point),
        gaze_object=near.gaze_object,
        on_partner=a.on_partner + u * (b.on_partner - a.on_partner),
        speaking=a.speaking + u * (b.speaking - a.speaking),
    )
