"""What the network decides for one person: behaviour before geometry."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.state.arkit import MOUTH, UPPER_FACE

FRAME_RATE: Final = 30
"""Frames a second inside the engine."""

FIELD_SIZES: Final[dict[str, int]] = {
    "mouth": len(MOUTH), "upper": len(UPPER_FACE), "smile": 1,
    "head": 3, "body": 3, "offset": 3, "look": 1, "gaze": 2, "blink": 1,
}  # fmt: skip
"""Columns of each field in a packed array, in this order."""

BEHAVIOUR_SIZE: Final = sum(FIELD_SIZES.values())


def field_slice(name: str) -> slice:
    """Columns of field `name` in a packed (T, BEHAVIOUR_SIZE) array."""
    start = 0
    for field, size in FIELD_SIZES.items():
        if field == name:
            return slice(start, start + size)
        start += size
    raise KeyError(f"no behaviour field '{name}'; fields are {', '.join(FIELD_SIZES)}")


@dataclass
class Behaviour:
    """T frames at FRAME_RATE. Weights in [0, 1], angles in radians, lengths in metres.

    Attributes:
        mouth: (T, 29) weights of the shapes `arkit.MOUTH`.
        upper: (T, 13) weights of the shapes `arkit.UPPER_FACE`.
        smile: (T,) in [-1, 1]: a smile, or below zero displeasure, laid over what the mouth says.
        head: (T, 3) pitch (+ down), yaw (+ own left), roll (+ to the right shoulder), the head's own motion.
        body: (T, 3) the same for the trunk.
        offset: (T, 3) sway of the head joint in the body's axes: left, up, forward.
        look: (T,) from 0.5 on the person looks at the partner.
        gaze: (T, 2) yaw (+ own left) and pitch (+ down) of the look relative to the body's facing.
        blink: (T,) a blink begins when this rises through 0.5.
    """

    mouth: NDArray[np.float32]
    upper: NDArray[np.float32]
    smile: NDArray[np.float32]
    head: NDArray[np.float32]
    body: NDArray[np.float32]
    offset: NDArray[np.float32]
    look: NDArray[np.float32]
    gaze: NDArray[np.float32]
    blink: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.mouth)

    def pack(self) -> NDArray[np.float32]:
        """All fields side by side: (T, BEHAVIOUR_SIZE)."""
        columns = [np.asarray(getattr(self, name), np.float32).reshape(len(self), -1) for name in FIELD_SIZES]
        return np.concatenate(columns, axis=1)

    @classmethod
    def unpack(cls, packed: NDArray[np.float32]) -> "Behaviour":
        """The inverse of `pack`."""
        fields = {name: packed[:, field_slice(name)] for name in FIELD_SIZES}
        return cls(**{n: v[:, 0] if n in ("smile", "look", "blink") else v for n, v in fields.items()})
