"""One person while an arrangement is worked out, and how high the eyes come."""

from dataclasses import dataclass
from math import degrees, radians
from typing import Final

from visavis.scene.geometry import wrap
from visavis.scene.placement import DEFAULT_EYE_HEIGHT, EYE_HEIGHT_RANGE, LEAN_LIMIT, POSITION_LIMIT, PersonPlacement
from visavis.scene.pose_text.wishes import LOOSE_WORD, Wishes, posture_of, strongest

ELEVATION: Final = {"step": 0.30, "stage": 0.80, "ladder": 0.90, "balcony": 2.50, "shoulders": 0.75}
"""Metres of floor under the feet."""


@dataclass
class Standing:
    """One person while the arrangement is worked out: floor position, yaw (radians), heights and lean."""

    x: float
    y: float
    z: float
    yaw: float
    eye: float
    lean: float

    @classmethod
    def of(cls, place: PersonPlacement) -> "Standing":
        """As a placement has it."""
        return cls(*place.position, radians(place.yaw_deg), place.eye_height, place.lean_deg)

    def place(self) -> PersonPlacement:
        """Within the limits of a placement, rounded."""
        x, z = (round(min(POSITION_LIMIT, max(-POSITION_LIMIT, v)), 4) + 0.0 for v in (self.x, self.z))
        eye = round(min(EYE_HEIGHT_RANGE[1], max(EYE_HEIGHT_RANGE[0], self.eye)), 3)
        lean = round(min(LEAN_LIMIT, max(-LEAN_LIMIT, self.lean)), 2)
        return PersonPlacement((x, round(self.y, 3), z), round(degrees(wrap(self.yaw)), 2) + 0.0, eye, lean)


def eye_height(posture: str, standing: float) -> float:
    """Metres of eye height of somebody whose eyes are at `standing` upright."""
    match posture:
        case "sit":
            return 0.45 + 0.47 * standing
        case "stool":
            return 0.70 + 0.45 * standing
        case "floor":
            return 0.08 + 0.45 * standing
        case "kneel" | "knee":
            return 0.70 * standing
        case "crouch":
            return 0.60 * standing
        case "bend":
            return 0.86 * standing
        case "lie":
            return 0.35
        case "bed":
            return 0.65
        case "tiptoe":
            return standing + 0.06
    return standing


def settle_heights(people: list[Standing], wishes: Wishes) -> None:
    """Eye heights and floors by what the wishes say of postures, sizes and who is higher."""
    settled = [False, False]
    for i, person in enumerate(people):
        size, posture = strongest(wishes.sizes[i]), posture_of(wishes.postures[i])
        if raised := strongest(wishes.elevations[i]):
            person.y = raised.value or ELEVATION[raised.word]
        stand = size.value if size else person.eye if person.eye >= 1.38 else DEFAULT_EYE_HEIGHT
        if posture and posture.word in ("stand", "rise") and person.eye >= 1.38 and not size:
            stand = person.eye
        if posture:
            person.eye = eye_height(posture.word, stand)
        elif size:
            person.eye = stand
        settled[i] = size is not None or (posture is not None and posture.weight >= LOOSE_WORD) or person.y > 0.0
    for who, relation, amount in wishes.heights:
        if relation == "exact":
            for i in who:
                people[i].eye, settled[i] = amount, True
        elif relation == "level":
            mover = min(who) if len(who) == 1 else 1
            target = people[1 - mover].eye + people[1 - mover].y
            other = people[1 - mover]
            if len(who) == 1 and wishes.postures[mover] and not settled[1 - mover] and other.eye >= 1.38:
                mover = 1 - mover
                target = people[1 - mover].eye + people[1 - mover].y
            elif len(who) == 1 and not wishes.postures[mover]:
                mover = 1 - mover if not settled[1 - mover] else mover
                target = people[1 - mover].eye + people[1 - mover].y
            people[mover].eye = target - people[mover].y
        elif len(who) == 1:
            _raise(people, settled, min(who), relation, amount)


def _raise(people: list[Standing], settled: list[bool], upper: int, relation: str, amount: float) -> None:
    """Make one person's eyes higher than the other's: by `amount`, or clearly."""
    lower = 1 - upper
    difference = people[upper].eye + people[upper].y - people[lower].eye - people[lower].y
    if relation == "taller":
        if settled[upper] and not settled[lower]:
            people[lower].eye += difference - amount
        elif settled[lower] and not settled[upper]:
            people[upper].eye += amount - difference
        else:
            people[upper].eye += (amount - difference) / 2
            people[lower].eye -= (amount - difference) / 2
        return
    wanted = 0.24
    if difference >= 0.10:
        return
    if settled[upper] and not settled[lower]:
        people[lower].eye -= wanted - difference
    elif settled[lower] and not settled[upper]:
        people[upper].eye += wanted - difference
    else:
        people[upper].eye += (wanted - difference) / 2
        people[lower].eye -= (wanted - difference) / 2
