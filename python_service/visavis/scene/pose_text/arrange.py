"""From wishes to a placement: positions, facings, eye heights and leans, starting from how the two stand now."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final

import numpy as np

from visavis.scene.geometry import HeadGeometry, wrap
from visavis.scene.placement import (
    POSITION_LIMIT,
    TRUNK_SHARE,
    Placement,
)
from visavis.scene.pose_text.heights import Standing, settle_heights
from visavis.scene.pose_text.people import Who
from visavis.scene.pose_text.wishes import LOOSE_WORD, SITUATION, WORD, Move, Wish, Wishes, strongest
from visavis.scene.track import Walk

LOOKING_AWAY: Final = 40.0
"""Degrees of a body whose eyes avoid the other."""
FACE_DEPTH: Final = 0.13
"""Metres from the head joint to the tip of the nose."""
NOSE_GAP: Final = 0.05
"""Metres between two noses at least."""
STEP: Final = 0.50
"""Metres of "closer" without a number."""
STEP_BACK: Final = 0.75
LEAVING: Final = 3.0
TALKING: Final = 0.90
"""Metres at which somebody who walks up to another stops."""
OPEN_SIDE: Final = (-1.0, 1.0)
"""Which way A and B turn when no side is said: both towards +Z."""
WALKING_SPEED: Final = 1.2
STEPPING_SPEED: Final = 0.7
"""Metres a second."""
TURNING_SPEED: Final = 110.0
"""Degrees a second."""
POSTURE_TIME: Final = 1.5
"""Seconds to sit down, get up or kneel."""


@dataclass(frozen=True)
class Arrangement:
    """What comes out.

    Attributes:
        placement: where both end.
        seconds: how long the way there takes, None when the sentence tells of no change.
        walk: a way around the other, if the straight one is not meant.
        faces: whether a distance was taken as that between the faces.
    """

    placement: Placement
    seconds: float | None
    walk: Walk | None
    faces: bool


def arrange(wishes: Wishes, current: Placement) -> Arrangement:
    """The placement that fulfils the wishes, changed from `current` as little as they allow."""
    people = [Standing.of(current.a), Standing.of(current.b)]
    if any(move.kind == "reset" for move in wishes.moves):
        people = [Standing.of(Placement().a), Standing.of(Placement().b)]
    settle_heights(people, wishes)
    for i, person in enumerate(people):
        if lean := strongest(wishes.leans[i]):
            person.lean = lean.value
        elif wishes.moves or any(p.word == "rise" for p in wishes.postures[i]):
            person.lean = 0.0 if any(p.word == "rise" for p in wishes.postures[i]) else person.lean
    turns = _as_they_stand(_turns(wishes), people, wishes)
    movers = frozenset(w for m in wishes.moves if m.kind in _ALONG_THE_LINE for w in m.who)
    if wishes.scale is not None:
        wishes.distances.append(Wish(WORD, _apart(people) * wishes.scale))
    faces = _space(people, wishes, turns, movers)
    walk = None
    for move in wishes.moves:
        walk = _go(people, move, wishes, turns) or walk
    for i, turn in enumerate(turns):
        if turn is not None:
            people[i].yaw = _bearing(people, i) + radians(turn)
    _keep_apart(people, wishes)
    placement = Placement(people[0].place(), people[1].place())
    return Arrangement(placement, _seconds(current, placement, wishes, walk), walk, faces)


_ALONG_THE_LINE: Final = ("toward", "arrive", "away", "leave", "narrow", "widen")


def _bearing(people: list[Standing], i: int) -> float:
    own, other = people[i], people[1 - i]
    return atan2(other.x - own.x, other.z - own.z)


def _apart(people: list[Standing]) -> float:
    return hypot(people[1].x - people[0].x, people[1].z - people[0].z)


def _turns(wishes: Wishes) -> list[float | None]:
    """Of each: degrees turned to the own left from facing the other, None where nothing is wanted."""
    formation = strongest(wishes.formations)
    result: list[float | None] = [None, None]
    if formation is not None:
        result = list(_formation(formation, wishes))
    for i in (0, 1):
        turn = strongest(wishes.turns[i])
        if turn is None or (
            formation and turn.weight < formation.weight and (not turn.word or formation.word == "angle")
        ):
            continue
        if turn.value == LOOKING_AWAY and formation and formation.word in ("beside", "left_of", "right_of"):
            continue
        if turn.word == "same" and formation and formation.word in ("beside", "left_of", "right_of", "queue"):
            continue
        if turn.value == 0.0 and formation and formation.word in ("beside", "left_of", "right_of"):
            base = result[i] or 0.0
            result[i] = base / 2  # beside each other and turned to each other: half way
        elif turn.word == "signed":
            result[i] = turn.value
        else:
            side = {"left": 1.0, "right": -1.0}.get(turn.word, OPEN_SIDE[i])
            result[i] = side * turn.value
    return result


def _as_they_stand(turns: list[float | None], people: list[Standing], wishes: Wishes) -> list[float | None]:
    """Who stand side by side already, and are to look the same way, go on looking that way."""
    formation = strongest(wishes.formations)
    if formation is None or formation.word != "beside" or turns != [-90.0, 90.0]:
        return turns
    own = [degrees(wrap(people[i].yaw - _bearing(people, i))) for i in (0, 1)]
    return [90.0, -90.0] if abs(own[0] - 90.0) < 46.0 and abs(own[1] + 90.0) < 46.0 else turns


def _formation(formation: Wish, wishes: Wishes) -> tuple[float | None, float | None]:
    match formation.word:
        case "toward":
            if any(f.word in ("beside", "left_of", "right_of") for f in wishes.formations):
                return -45.0, 45.0
            return 0.0, 0.0
        case "backs":
            return 180.0, 180.0
        case "corner":
            return -45.0, 45.0
        case "angle":
            turn = 45.0 if 80.0 <= formation.value <= 100.0 else formation.value
            return -turn, turn
        case "bedside":
            return (0.0, 90.0) if formation.value == 0.0 else (-90.0, 0.0)
        case "queue":
            return (0.0, 180.0) if formation.value == 1.0 else (180.0, 0.0)
        case "left_of" | "right_of":
            # The subject is at the other's left: the other, when it is B, has to face -Z.
            flip = (formation.word == "left_of") == (formation.value == 0.0)
            sides = (90.0, -90.0) if flip else (-90.0, 90.0)
        case _:
            sides = (-90.0, 90.0)
    mutual = any(f.word == "toward" and f.weight >= LOOSE_WORD for f in wishes.formations)
    return (sides[0] / 2, sides[1] / 2) if mutual else sides


def _space(people: list[Standing], wishes: Wishes, turns: list[float | None], movers: Who) -> bool:
    """Bring the two to the wanted distance; whoever is said to go moves, else both do."""
    formation = strongest(wishes.formations)
    said = formation.word if formation and formation.weight >= WORD else ""
    # "Beside each other on the train": how far apart seats that face each other are does not matter then.
    wish = strongest(
        [w for w in wishes.distances if not (said and w.weight == LOOSE_WORD and w.word not in ("", said))]
    )
    if wish is None or (wish.weight <= SITUATION and _moves_elsewhere(wishes)):
        return False
    if wish.weight < LOOSE_WORD + 1 and movers:
        return False
    if wish.weight == LOOSE_WORD and wish.word and wishes.dynamic and 0.5 < _apart(people) / wish.value < 1.8:
        return False  # "she turns to him on the bench": they sit on it already
    wanted, faces = wish.value, wish.word == "faces"
    facing = all(t is None or abs(t) < 40.0 for t in turns)
    if wish.weight > WORD and wanted < 2 * FACE_DEPTH and facing:
        faces = True
    if faces:
        wanted += 2 * FACE_DEPTH
    wanted = min(wanted, 2 * POSITION_LIMIT - 1.0)
    bearing, now = _bearing(people, 0), _apart(people)
    share = 0.5 if len(movers) != 1 else (1.0 if 0 in movers else 0.0)
    closer = now - wanted
    for person, along in ((people[0], share), (people[1], share - 1.0)):
        person.x += closer * along * sin(bearing)
        person.z += closer * along * cos(bearing)
    return faces


def _moves_elsewhere(wishes: Wishes) -> bool:
    return any(move.kind in ("behind", "beside", "left_of", "right_of") for move in wishes.moves)


def _go(people: list[Standing], move: Move, wishes: Wishes, turns: list[float | None]) -> Walk | None:
    walk = None
    if move.kind == "circle" and len(move.who) > 1:
        return _circle_each_other(people, move, turns)
    targeted = any(wish.weight > LOOSE_WORD for wish in wishes.distances)
    nearness = strongest(wishes.distances)
    said = nearness.value if nearness and nearness.weight >= WORD else None
    for i in sorted(move.who):
        own, other = people[i], people[1 - i]
        bearing, apart = _bearing(people, i), _apart(people)
        share = 0.5 if len(move.who) > 1 and move.amount == 0.0 else 1.0
        match move.kind:
            case "toward" | "arrive" if not targeted:
                nearest = TALKING if move.kind == "arrive" else 0.40
                step = move.amount or (apart - TALKING if move.far and apart > 2.0 else STEP * share)
                if move.kind == "arrive" and not move.amount:
                    step = apart - TALKING
                _shift(own, bearing, max(0.0, min(step, apart - nearest)))
            case "narrow" | "widen" if not targeted:
                way = (move.amount or STEP) / len(move.who) * (1.0 if move.kind == "narrow" else -1.0)
                _shift(own, bearing, min(way, max(0.0, apart - 0.40)))
            case "away" if not targeted or (move.amount and nearness and nearness.weight == WORD):
                _shift(own, bearing, -(move.amount or STEP_BACK * share))
            case "leave":
                if not targeted:
                    _shift(own, bearing, -(move.amount or LEAVING))
                turns[i] = 180.0
            case "forward" if not targeted:
                _shift(own, own.yaw, move.amount or STEP)
            case "onward" if not targeted:
                turned = turns[i]
                _shift(own, own.yaw if turned is None else bearing + radians(turned), move.amount or STEP)
            case "left" | "right":
                _shift(own, own.yaw + radians(90.0 if move.kind == "left" else -90.0), move.amount or 0.6)
            case "around" | "circle":
                sweep = move.amount or (180.0 if move.kind == "around" else 360.0)
                start = bearing + radians(180.0)
                own.x = other.x + apart * sin(start + radians(sweep))
                own.z = other.z + apart * cos(start + radians(sweep))
                turns[i] = turns[i] if turns[i] is not None else 0.0
                walk = Walk(i, sweep)
            case "behind":
                _settle(own, other, other.yaw + radians(180.0), said if said is not None else 0.8)
                own.yaw = other.yaw
                turns[0] = turns[1] = None
            case "beside" | "left_of" | "right_of":
                side = wrap(bearing + radians(180.0) - other.yaw)
                left = move.kind == "left_of" or (move.kind == "beside" and side >= 0.0)
                _settle(own, other, other.yaw + radians(90.0 if left else -90.0), said if said is not None else 0.65)
                own.yaw = other.yaw
                turns[0] = turns[1] = None
            case "turn_left" | "turn_right":
                own.yaw += radians(move.amount if move.kind == "turn_left" else -move.amount)
                turns[i] = None
            case "round":
                back = turns[i] is not None and abs(turns[i] or 0.0) > 100.0
                own.yaw += radians(180.0)
                turns[i] = 0.0 if back else None
            case "turn_in":
                off = wrap(own.yaw - bearing)
                own.yaw -= max(-radians(move.amount), min(radians(move.amount), off))
                turns[i] = None
    return walk


def _circle_each_other(people: list[Standing], move: Move, turns: list[float | None]) -> Walk:
    """Both go around the point midway between them."""
    sweep = move.amount or 360.0
    x, z = ((getattr(people[0], axis) + getattr(people[1], axis)) / 2 for axis in "xz")
    radius = _apart(people) / 2
    for i, way in enumerate([_bearing(people, 1), _bearing(people, 0)]):
        people[i].x, people[i].z = x + radius * sin(way + radians(sweep)), z + radius * cos(way + radians(sweep))
        turns[i] = turns[i] or 0.0
    return Walk(0, sweep, both=True)


def _shift(person: Standing, yaw: float, metres: float) -> None:
    person.x += metres * sin(yaw)
    person.z += metres * cos(yaw)


def _settle(person: Standing, other: Standing, yaw: float, metres: float) -> None:
    person.x, person.z = other.x + metres * sin(yaw), other.z + metres * cos(yaw)


def _keep_apart(people: list[Standing], wishes: Wishes) -> None:
    """Faces do not go through each other, unless a number says how near they are."""
    wish = strongest(wishes.distances)
    eyes = HeadGeometry().eyes[1]
    reach = 0.0
    for i, person in enumerate(people):
        toward = cos(wrap(person.yaw - _bearing(people, i)))
        trunk = TRUNK_SHARE * person.eye - eyes
        reach += max(0.0, toward) * (FACE_DEPTH + trunk * sin(radians(person.lean)))
    heights = abs(people[0].eye + people[0].y - people[1].eye - people[1].y)
    needed = reach + NOSE_GAP if heights < 0.3 else 0.27
    if wish is not None and wish.weight > WORD:
        needed = min(needed, 0.06)
    short = max(needed, 0.06) - _apart(people)
    if short > 0.0:
        bearing = _bearing(people, 0)
        _shift(people[0], bearing, -short / 2)
        _shift(people[1], bearing, short / 2)


def _seconds(current: Placement, placement: Placement, wishes: Wishes, walk: Walk | None) -> float | None:
    if wishes.seconds is not None:
        return min(30.0, wishes.seconds)
    if not wishes.dynamic:
        return None
    longest = 0.4
    for i in (0, 1):
        old, new = current.person(i), placement.person(i)
        way = float(np.hypot(new.position[0] - old.position[0], new.position[2] - old.position[2]))
        if walk is not None and (walk.both or walk.person == i):
            way = abs(radians(walk.sweep_deg)) * placement.distance * (0.5 if walk.both else 1.0)
        turn = abs(degrees(wrap(radians(new.yaw_deg - old.yaw_deg))))
        posture = POSTURE_TIME if abs(new.eye_height - old.eye_height) > 0.1 else 0.0
        lean = 0.9 if abs(new.lean_deg - old.lean_deg) > 2.0 else 0.0
        speed = WALKING_SPEED if way > 1.5 else STEPPING_SPEED
        longest = max(longest, way / speed + 0.3 * (way > 0.0), turn / TURNING_SPEED, posture, lean)
    return round(min(30.0, longest * wishes.tempo), 2)
