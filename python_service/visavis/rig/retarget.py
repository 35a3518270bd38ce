"""The reference retargeter: FLAME coefficients back to ARKit weights. docs/retargeting.md, step 1."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig.pose import FacePose
from visavis.rig.rig import FlameFrames, Rig
from visavis.rig.rotations import quaternion_from_axis_angle
from visavis.state.arkit import ARKIT_INDEX
from visavis.state.person import GazeKind

Array = NDArray[np.float64]

DEAD_COLUMN: Final = 1e-9
"""A column of M whose squared length is not above this has no say: its weight stays 0."""


class RetargetSolver:
    """Bounded ridge least squares: the w in [0, 1]^N that minimises ||M w - p||^2 + ridge ||w||^2.

    Projected coordinate descent on the precomputed Gram matrix, a fixed number of sweeps, warm-started.
    """

    def __init__(self, matrix: NDArray[np.floating], ridge: float, sweeps: int) -> None:
        """`matrix` is M, (R, N). ValueError unless ridge >= 0 and sweeps >= 1."""
        if ridge < 0.0 or sweeps < 1:
            raise ValueError(f"ridge must be >= 0 and sweeps >= 1, got {ridge} and {sweeps}")
        self.matrix = np.asarray(matrix, np.float64)
        self.ridge = float(ridge)
        self.sweeps = int(sweeps)
        self._gram = self.matrix.T @ self.matrix
        self._active = [j for j in range(len(self._gram)) if self._gram[j, j] > DEAD_COLUMN]

    def solve(self, values: NDArray[np.floating], weights: Array) -> Array:
        """Improves `weights` (N,) in place for `values` p (R,), and returns it."""
        b = self.matrix.T @ np.asarray(values, np.float64)
        for _ in range(self.sweeps):
            for j in self._active:
                row = self._gram[j]
                gradient = b[j] - self.ridge * weights[j] - row @ weights
                weights[j] = min(max(weights[j] + gradient / (row[j] + self.ridge), 0.0), 1.0)
        return weights


def eye_look_weights(
    weights: Array, left_eye: NDArray[np.floating], right_eye: NDArray[np.floating], ranges: NDArray[np.floating]
) -> None:
    """Writes the eight eye-look shapes into `weights` (..., 52) from the eyes' axis-angle vectors (..., 3).

    Args:
        weights: changed in place.
        left_eye, right_eye: +X looks down, +Y to the person's own left; the third component is ignored.
        ranges: (4,) radians at weight 1 of look up, down, in, out.
    """
    up, down, inward, outward = (float(r) for r in ranges)
    for side, eye, out_sign in (("Left", left_eye, 1.0), ("Right", right_eye, -1.0)):
        pitch, turned_out = np.asarray(eye)[..., 0], out_sign * np.asarray(eye)[..., 1]
        for name, value in (
            ("Up", -pitch / up),
            ("Down", pitch / down),
            ("In", -turned_out / inward),
            ("Out", turned_out / outward),
        ):
            weights[..., ARKIT_INDEX[f"eyeLook{name}{side}"]] = np.clip(value, 0.0, 1.0)


class FaceRetargeter:
    """Turns the frames of one stream into face poses, in stream order."""

    def __init__(self, rig: Rig) -> None:
        """`rig` is the stream's."""
        self.rig = rig
        self.solver = RetargetSolver(rig.arkit_to_flame, rig.ridge, rig.sweeps)
        self._warm = np.zeros(len(rig.arkit_names))

    def reset(self) -> None:
        """Forgets the last frame: after a seek or a reconnect."""
        self._warm[:] = 0.0

    def weights(
        self,
        expression: NDArray[np.floating],
        jaw: NDArray[np.floating],
        left_eye: NDArray[np.floating],
        right_eye: NDArray[np.floating],
        eyelids: NDArray[np.floating],
    ) -> Array:
        """The 52 weights of the next frame: coefficients (E,), axis-angles (3,), eyelids (2,)."""
        self.solver.solve(np.concatenate([expression, jaw]), self._warm)
        weights = self._warm.copy()
        weights[ARKIT_INDEX["eyeBlinkLeft"]] = np.clip(eyelids[0], 0.0, 1.0)
        weights[ARKIT_INDEX["eyeBlinkRight"]] = np.clip(eyelids[1], 0.0, 1.0)
        eye_look_weights(weights, left_eye, right_eye, self.rig.eye_look_range)
        return weights

    def retarget(self, frames: FlameFrames, row: int) -> FacePose:
        """The pose of frame `row`; frames are to be given in order."""
        f = frames
        return FacePose(
            weights=self.weights(f.expression[row], f.jaw[row], f.left_eye[row], f.right_eye[row], f.eyelids[row]),
            body=quaternion_from_axis_angle(f.global_rotation[row]),
            head=quaternion_from_axis_angle(f.neck[row]),
            left_eye=quaternion_from_axis_angle(f.left_eye[row]),
            right_eye=quaternion_from_axis_angle(f.right_eye[row]),
            position=np.asarray(f.translation[row], np.float64),
            gaze_kind=GazeKind(int(f.gaze_kind[row])),
            gaze_point=np.asarray(f.gaze_point[row], np.float64),
            on_partner=float(f.gaze_on_partner[row]),
            speaking=float(f.speaking[row]),
        )
