"""`npz`: the FLAME arrays of both people, as numpy reads them."""

import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np

from visavis.errors import InvalidInput
from visavis.formats.recording import Recording
from visavis.rig.retarget import FaceRetargeter
from visavis.rig.rig import FlameFrames, Rig
from visavis.state.person import DyadState, GazeKind, PersonState

FIELDS: Final = (
    "expression", "global_rotation", "neck", "jaw", "left_eye", "right_eye", "translation", "eyelids",
    "gaze_point", "gaze_on_partner", "speaking",
)  # fmt: skip
"""Arrays of each person, written as `a_<field>` and `b_<field>`."""

FILE_NAME: Final = "conversation.npz"


def write(recording: Recording, folder: Path) -> list[Path]:
    """Writes `conversation.npz`: FIELDS of both people, `fps`, `rig`."""
    arrays: dict[str, Any] = {
        f"{letter}_{field}": np.asarray(getattr(flame, field), np.float32)
        for letter, _, flame, _ in recording.people()
        for field in FIELDS
    }
    arrays |= {"fps": np.array(recording.fps), "rig": np.array(recording.rig.rig_id)}
    path = folder / FILE_NAME
    np.savez_compressed(path, **arrays)
    return [path]


def read(path: Path, rig: Rig) -> Recording:
    """Reads back what `write` wrote; ARKit weights come from the retargeter.

    Raises:
        InvalidInput: it is no such file, or was made for another rig.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            data = {name: arrays[name] for name in arrays.files}
    except (ValueError, OSError, EOFError, AttributeError, zipfile.BadZipFile) as error:
        raise InvalidInput("file", f"{path} is not a conversation in npz: {error}") from None
    missing = {f"{p}_{f}" for p in "ab" for f in FIELDS} | {"fps", "rig"}
    missing -= data.keys()
    if missing:
        raise InvalidInput("file", f"{path} lacks {', '.join(sorted(missing))}")
    if str(data["rig"]) != rig.rig_id:
        raise InvalidInput("rig", f"{path} is made for rig '{data['rig']}', not for '{rig.rig_id}'")
    a, b = (_flame({f: data[f"{letter}_{f}"] for f in FIELDS}, rig) for letter in "ab")
    state = DyadState(0, int(data["fps"]), _person(a), _person(b))
    return Recording(state, rig, a, b)


def _flame(fields: dict[str, np.ndarray], rig: Rig) -> FlameFrames:
    count = len(fields["expression"])
    frames = FlameFrames(
        **fields,
        gaze_kind=np.where(fields["gaze_on_partner"] >= 0.5, GazeKind.PARTNER_EYES, GazeKind.AVERTED).astype(np.int8),
        gaze_object=np.full(count, -1, np.int16),
        arkit=np.zeros((count, len(rig.arkit_names)), np.float32),
    )
    retargeter = FaceRetargeter(rig)
    for row in range(count):
        frames.arkit[row] = retargeter.retarget(frames, row).weights
    return frames


def _person(flame: FlameFrames) -> PersonState:
    return PersonState(
        arkit=flame.arkit,
        body_rotation=flame.global_rotation,
        head_rotation=flame.neck,
        left_eye=flame.left_eye,
        right_eye=flame.right_eye,
        head_position=flame.translation,
        eyelids=flame.eyelids,
        gaze_kind=flame.gaze_kind,
        gaze_point=flame.gaze_point,
        gaze_on_partner=flame.gaze_on_partner,
        gaze_object=flame.gaze_object,
        speaking=flame.speaking,
    )
