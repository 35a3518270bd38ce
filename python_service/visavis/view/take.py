"""A take: a conversation that has been animated, ready to be drawn at any frame."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput
from visavis.rig import FlameFrames, Rig, open_rig
from visavis.rig.retarget import DEAD_COLUMN, eye_look_weights
from visavis.rig.rotations import matrix_from_axis_angle
from visavis.state.arkit import EYE_BLINK
from visavis.state.person import DyadState, PersonState
from visavis.view.people import Pose

FloatArray = NDArray[np.floating]

FRAME_KEYS: Final = (
    "expression", "global_rotation", "neck", "jaw", "left_eye", "right_eye",
    "translation", "eyelids", "gaze_point", "gaze_on_partner", "speaking",
)  # fmt: skip
"""Arrays of each person in an `npz` file, after `a_` or `b_`."""


RETARGET_SWEEPS: Final = 12
"""Sweeps of the retargeter when a whole take is solved at once, without the warm start a stream has."""
SOUND_TYPES: Final = (".wav", ".flac", ".ogg", ".mp3")


@dataclass(frozen=True)
class PersonTake:
    """One person over T frames.

    Attributes:
        arkit: (T, 52) weights, blinks filled in.
        body: (T, 3, 3) rotation of the trunk; head: (T, 3, 3) rotation of the head; both in the conversation frame.
        left_eye, right_eye: (T, 3, 3) relative to the head.
        position: (T, 3) the head joint, metres.
        speaking: (T,) probability; gaze_point: (T, 3); gaze_on_partner: (T,).
        expression: (T, E) FLAME coefficients and jaw: (T, 3) axis-angle, where they are known.
    """

    arkit: FloatArray
    body: FloatArray
    head: FloatArray
    left_eye: FloatArray
    right_eye: FloatArray
    position: FloatArray
    speaking: FloatArray
    gaze_point: FloatArray
    gaze_on_partner: FloatArray
    expression: FloatArray | None = None
    jaw: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.arkit)

    def pose(self, frame: int) -> Pose:
        """How the person is at `frame`."""
        return Pose(
            self.arkit[frame],
            self.body[frame],
            self.head[frame],
            self.left_eye[frame],
            self.right_eye[frame],
            self.position[frame],
        )

    @classmethod
    def from_state(cls, state: PersonState, flame: FlameFrames | None = None) -> "PersonTake":
        """The take of a performed person, with the FLAME frames made of it where they are wanted."""
        body = matrix_from_axis_angle(state.body_rotation).astype(np.float32)
        head = body @ matrix_from_axis_angle(state.head_rotation).astype(np.float32)
        arkit = state.arkit.astype(np.float32).copy()
        arkit[:, list(EYE_BLINK)] = state.eyelids
        return cls(
            arkit=arkit,
            body=body,
            head=head,
            left_eye=matrix_from_axis_angle(state.left_eye).astype(np.float32),
            right_eye=matrix_from_axis_angle(state.right_eye).astype(np.float32),
            position=state.head_position.astype(np.float32),
            speaking=state.speaking,
            gaze_point=state.gaze_point,
            gaze_on_partner=state.gaze_on_partner,
            expression=None if flame is None else flame.expression,
            jaw=None if flame is None else flame.jaw,
        )


@dataclass(frozen=True)
class Take:
    """Both people over the same frames, frame k at k / fps seconds."""

    fps: float
    a: PersonTake
    b: PersonTake

    def __len__(self) -> int:
        return len(self.a)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self) / self.fps

    @classmethod
    def from_state(cls, dyad: DyadState) -> "Take":
        """The take of a performed conversation."""
        return cls(float(dyad.fps), PersonTake.from_state(dyad.a), PersonTake.from_state(dyad.b))


def joined(pieces: Sequence[Take]) -> Take:
    """Takes that follow each other as one."""

    def person(parts: list[PersonTake]) -> PersonTake:
        values = {f.name: [getattr(p, f.name) for p in parts] for f in fields(PersonTake)}
        whole: dict[str, Any] = {k: None if any(x is None for x in v) else np.concatenate(v) for k, v in values.items()}
        return PersonTake(**whole)

    return Take(pieces[0].fps, person([p.a for p in pieces]), person([p.b for p in pieces]))


def load_take(path: Path) -> Take:
    """The take in an `npz` file as `visavis bake --format npz` writes it, or in a folder that holds one.

    Raises:
        InvalidInput: no such file, not such a file, or one baked for another rig; says which.
    """
    file = find_take(path)
    try:
        with np.load(file, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
    except (OSError, ValueError, EOFError) as error:
        raise InvalidInput("file", f"'{file.name}' is no npz file that can be read: {error}") from error
    wanted = [f"{who}_{key}" for who in "ab" for key in FRAME_KEYS]
    missing = [name for name in (*wanted, "fps") if name not in arrays]
    if missing:
        raise InvalidInput(
            "file", f"'{file.name}' lacks {', '.join(missing[:4])}: it is not what `visavis bake --format npz` writes"
        )
    rig = open_rig()
    named = str(arrays["rig"]) if "rig" in arrays else rig.rig_id
    if named != rig.rig_id:
        raise InvalidInput("file", f"'{file.name}' was baked for the rig '{named}'; drawn is '{rig.rig_id}'")
    count = len(arrays["a_expression"])
    if count == 0 or any(len(arrays[name]) != count for name in wanted):
        raise InvalidInput("file", f"'{file.name}' holds arrays of different lengths, or none")
    fps = float(arrays["fps"])
    return Take(fps, *(_person_take({k: arrays[f"{who}_{k}"] for k in FRAME_KEYS}, rig) for who in "ab"))


def _person_take(flame: dict[str, FloatArray], rig: Rig) -> PersonTake:
    body = matrix_from_axis_angle(flame["global_rotation"]).astype(np.float32)
    arkit = retargeted(rig, flame["expression"], flame["jaw"])
    arkit[:, list(EYE_BLINK)] = np.clip(flame["eyelids"], 0, 1)
    eye_look_weights(arkit, flame["left_eye"], flame["right_eye"], rig.eye_look_range)
    return PersonTake(
        arkit=arkit.astype(np.float32),
        body=body,
        head=body @ matrix_from_axis_angle(flame["neck"]).astype(np.float32),
        left_eye=matrix_from_axis_angle(flame["left_eye"]).astype(np.float32),
        right_eye=matrix_from_axis_angle(flame["right_eye"]).astype(np.float32),
        position=flame["translation"].astype(np.float32),
        speaking=flame["speaking"].astype(np.float32),
        gaze_point=flame["gaze_point"].astype(np.float32),
        gaze_on_partner=flame["gaze_on_partner"].astype(np.float32),
        expression=flame["expression"].astype(np.float32),
        jaw=flame["jaw"].astype(np.float32),
    )


def retargeted(rig: Rig, expression: FloatArray, jaw: FloatArray) -> NDArray[np.float64]:
    """ARKit weights (T, 52) of coefficients (T, E) and jaw rotations (T, 3): the retargeter, all frames at once."""
    matrix = np.asarray(rig.arkit_to_flame, np.float64)
    gram = matrix.T @ matrix
    wanted = np.concatenate([expression, jaw], axis=1) @ matrix
    weights = np.zeros((len(wanted), matrix.shape[1]))
    active = np.flatnonzero(np.diag(gram) > DEAD_COLUMN)
    for _ in range(RETARGET_SWEEPS):
        for j in active:
            gradient = wanted[:, j] - rig.ridge * weights[:, j] - weights @ gram[j]
            weights[:, j] = np.clip(weights[:, j] + gradient / (gram[j, j] + rig.ridge), 0, 1)
    return weights


def find_take(path: Path) -> Path:
    """`path` itself, or the one `npz` file in the folder it names. InvalidInput where there is none or several."""
    if path.is_dir():
        files = sorted(path.glob("*.npz"))
        if len(files) != 1:
            found = ", ".join(f.name for f in files[:5]) or "none"
            raise InvalidInput("file", f"'{path}' is a folder; name the npz file in it (found: {found})")
        return files[0]
    if not path.is_file():
        raise InvalidInput("file", f"there is no file '{path}'")
    return path


def find_sound(file: Path) -> Path | None:
    """The recording that belongs to a baked file: the same stem in the same folder, if there is one."""
    return next((file.with_suffix(s) for s in SOUND_TYPES if file.with_suffix(s).is_file()), None)
