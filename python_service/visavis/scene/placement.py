"""Where the two stand: one person's place, both, and the things around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.errors import InvalidInput

DEFAULT_DISTANCE: Final = 1.2
"""Metres between the two when nothing is said."""
DEFAULT_EYE_HEIGHT: Final = 1.60
"""Metres, an adult who stands."""
DEFAULT_SALIENCE: Final = 0.2

POSITION_LIMIT: Final = 20.0
"""Metres, either way along each axis."""
YAW_LIMIT: Final = 360.0
"""Degrees, either way."""
EYE_HEIGHT_RANGE: Final = (0.3, 2.5)
"""Metres."""
LEAN_LIMIT: Final = 45.0
"""Degrees, either way."""
NAME_LENGTH: Final = 64
"""Characters of an object's name."""
MIN_DISTANCE: Final = 0.05
"""Metres; nearer than this two bodies stand in one place and no direction between them exists."""

TRUNK_SHARE: Final = 0.45
"""Share of the eye height that tilts when a body leans: from the hip joint (0.88 m of 1.60 m) to the eyes."""

Point = tuple[float, float, float]


class PlacementError(InvalidInput):
    """A placement that cannot be: `field` names what is wrong (e.g. `a.eye_height`)."""


def _number(name: str, value: float, low: float, high: float, unit: str) -> float:
    number = float(value)
    if not np.isfinite(number) or not low <= number <= high:
        raise PlacementError(name, f"{number:g} is not within {low:g} to {high:g} {unit}")
    return number


def _point(name: str, value: Sequence[float]) -> Point:
    if len(value) != 3:
        raise PlacementError(name, f"has {len(value)} numbers, not the three of a point")
    low, high = -POSITION_LIMIT, POSITION_LIMIT
    x, y, z = (_number(f"{name}.{axis}", v, low, high, "m") for axis, v in zip("xyz", value))
    return x, y, z


@dataclass(frozen=True)
class PersonPlacement:
    """One person's place in the conversation frame, as `scene.proto` has it.

    Attributes:
        position: metres, on the floor between the feet; the head joint is straight above it at rest.
        yaw_deg: which way the body faces, degrees about +Y: 0 faces +Z, 90 faces +X.
        eye_height: metres from the floor to the eyes.
        lean_deg: degrees of the upper body about the hips, positive forward.
    """

    position: Point
    yaw_deg: float
    eye_height: float = DEFAULT_EYE_HEIGHT
    lean_deg: float = 0.0

    def validated(self, name: str = "person") -> "PersonPlacement":
        """Itself as plain floats; raises PlacementError that names `name`, the field and its range."""
        return PersonPlacement(
            position=_point(f"{name}.position", self.position),
            yaw_deg=_number(f"{name}.yaw_deg", self.yaw_deg, -YAW_LIMIT, YAW_LIMIT, "degrees"),
            eye_height=_number(f"{name}.eye_height", self.eye_height, *EYE_HEIGHT_RANGE, "m"),
            lean_deg=_number(f"{name}.lean_deg", self.lean_deg, -LEAN_LIMIT, LEAN_LIMIT, "degrees"),
        )

    @property
    def forward(self) -> NDArray[np.float64]:
        """(3,) unit vector on the floor along which the body faces."""
        yaw = np.radians(self.yaw_deg)
        return np.array([np.sin(yaw), 0.0, np.cos(yaw)])


DEFAULT_A: Final = PersonPlacement((-DEFAULT_DISTANCE / 2, 0.0, 0.0), 90.0)
DEFAULT_B: Final = PersonPlacement((DEFAULT_DISTANCE / 2, 0.0, 0.0), -90.0)


@dataclass(frozen=True)
class Placement:
    """Both people's places; by default 1.2 m apart, standing, facing each other."""

    a: PersonPlacement = DEFAULT_A
    b: PersonPlacement = DEFAULT_B

    def validated(self) -> "Placement":
        """Itself as plain floats; raises PlacementError that names the field and its range."""
        checked = Placement(self.a.validated("a"), self.b.validated("b"))
        if checked.distance < MIN_DISTANCE:
            raise PlacementError("b.position", f"is within {MIN_DISTANCE:g} m of a.position; bodies need room")
        return checked

    @property
    def distance(self) -> float:
        """Metres between the two on the floor plan."""
        (ax, _, az), (bx, _, bz) = self.a.position, self.b.position
        return float(np.hypot(bx - ax, bz - az))

    def person(self, index: int) -> PersonPlacement:
        """A for 0, B for 1."""
        return self.b if index else self.a

    def with_person(self, index: int, person: PersonPlacement) -> "Placement":
        """The same with A (0) or B (1) replaced."""
        return replace(self, b=person) if index else replace(self, a=person)


@dataclass(frozen=True)
class SceneObject:
    """Something that can be glanced at.

    Attributes:
        name: 1 to 64 characters, as it is called in pose text and gaze targets.
        position: metres, conversation frame.
        salience: how strongly it draws looks: 0 never, 1 as much as the partner.
    """

    name: str
    position: Point = field(default=(0.0, 1.0, 0.0))
    salience: float = DEFAULT_SALIENCE

    def validated(self, name: str = "objects") -> "SceneObject":
        """Itself as plain values; raises PlacementError that names the field and its range."""
        if not 1 <= len(self.name) <= NAME_LENGTH:
            raise PlacementError(f"{name}.name", f"has {len(self.name)} characters, not 1 to {NAME_LENGTH}")
        salience = _number(f"{name}.salience", self.salience, 0.0, 1.0, "")
        return SceneObject(self.name, _point(f"{name}.position", self.position), salience)
