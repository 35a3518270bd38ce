"""What numbers say that no phrase has used."""

from typing import Final

from visavis.scene.pose_text.clause import Clause
from visavis.scene.pose_text.people import AB, Mention
from visavis.scene.pose_text.wishes import NUMBER, SITUATION, Move, Wish, Wishes, give
from visavis.scene.pose_text.words import PACE, STAIR, Token

EYES_OF_STATURE: Final = 0.935
"""Eye height as a share of stature [standing adults, ISO 7250 tables]."""


def eye_height_at(years: float) -> float:
    """Metres of eye height standing at an age [growth tables, both sexes: stature less 0.11 m]."""
    ages = [0.5, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 17.0]
    heights = [0.50, 0.77, 0.93, 1.05, 1.17, 1.28, 1.39, 1.52, 1.58]
    if years >= 17.0:
        return 1.60
    for (a, h), (b, k) in zip(zip(ages, heights), zip(ages[1:], heights[1:])):
        if years <= b:
            return h + (k - h) * max(0.0, years - a) / (b - a)
    return 1.60


def quantities_meant(clause: Clause, wishes: Wishes, measured: set[int], statures: bool) -> None:
    """Numbers that no phrase has used."""
    who = clause.subject
    turned = clause.has("turn", "face", "rotate", "angle", "swivel", "pivot", "twist", "away", "spin")
    bare = [e.text for e in clause.elements if isinstance(e, Token) and e.kind == "word" and e.text[0].isdigit()]
    if clause.has("height") and len(bare) == 2 and all(0.3 <= float(text) <= 2.5 for text in bare):
        for person, text in enumerate(bare):
            wishes.heights.append((frozenset({person}), "exact", float(text)))
            wishes.understood.append(text)
    for at, quantity in clause.quantities:
        if at in measured:
            continue
        after = clause.after(at, 2)
        alone = not clause.said and all(
            e is quantity or (isinstance(e, Token) and e.lemma in ("about", "by", "around")) for e in clause.elements
        )
        if quantity.kind == "time":
            if clause.before(at) != "for":
                wishes.seconds = quantity.value
            continue
        wishes.understood.append(f"{quantity.value:g} {quantity.kind}")
        if quantity.kind == "share":
            wishes.scale = (wishes.scale or 1.0) * _factor(quantity, at, clause)
            wishes.dynamic = True
            continue
        stairs = quantity.text.lower().startswith(("step", "stair", "rung")) and set(after[:1]) & _UP_OR_DOWN
        if stairs and len(who) == 1:
            rise = STAIR * round(quantity.value / (PACE if quantity.text.lower().startswith("step") else STAIR))
            upper = AB - who if stairs & {"below", "lower", "down"} else who
            give(upper, wishes.elevations, Wish(NUMBER, rise, "stair"))
            wishes.distances.append(Wish(SITUATION, 0.8))
            continue
        if quantity.kind == "age":
            mentioned = [e for e in clause.elements[:at] if isinstance(e, Mention)]
            give(mentioned[-1].who if mentioned else who, wishes.sizes, Wish(NUMBER, eye_height_at(quantity.value)))
        elif quantity.kind == "angle":
            _angle(quantity.value, clause, wishes, turned)
        elif clause.has("eye") and clause.has("above", "below", "higher", "lower"):
            wishes.heights.append((who, "taller", quantity.value * (-1 if clause.has("below", "lower") else 1)))
        elif clause.has("height") or (
            clause.has("eye") and (clause.before(at) == "at" or clause.has("level") or clause.carried)
        ):
            meant = [e.who for e in clause.elements if isinstance(e, Mention) and not e.mutual]
            wishes.heights.append((meant[0] if meant else who, "exact", quantity.value))
        elif after[:1] in (["back"], ["backward"]) or (
            after[:1] == ["behind"] and at + 2 == len(clause.elements) and clause.has("do", "make", "take", "go")
        ):
            wishes.moves.append(Move("away", who, quantity.value))
            wishes.dynamic = True
        elif after[:1] == ["forward"]:
            wishes.moves.append(Move("forward", who, quantity.value))
            wishes.dynamic = True
        elif (
            "tall" in after[:1]
            or "tall" in clause.carried
            or _stature(at, clause)
            or clause.before(at) == "stature"
            or (statures and len(who) == 1 and clause.before(at) == "be" and not after)
        ):
            if 0.4 <= quantity.value <= 2.6:
                give(who, wishes.sizes, Wish(NUMBER, EYES_OF_STATURE * quantity.value))
        elif nearer := _NEARER.get(_text_after(clause, at)):
            wishes.moves.append(Move(nearer, AB, quantity.value))
            wishes.dynamic = True
        elif set(after[:1]) & {"taller", "shorter", "bigger", "smaller", "higher", "lower"}:
            continue
        elif alone and quantity.value < 0.5 and wishes.heights and wishes.heights[-1][1] == "taller":
            taller, _, before = wishes.heights.pop()
            wishes.heights.append((taller, "taller", quantity.value if before > 0.0 else -quantity.value))
        elif _between_faces(clause):
            wishes.distances.append(Wish(NUMBER, quantity.value, "faces"))
        else:
            wishes.distances.append(Wish(NUMBER, quantity.value))


_NEARER: Final = {"tighter": "narrow", "narrower": "narrow", "wider": "widen", "looser": "widen", "less": "narrow"}


def _text_after(clause: Clause, at: int) -> str:
    return clause.elements[at + 1].text.lower() if at + 1 < len(clause.elements) else ""


_UP_OR_DOWN: Final = frozenset({"above", "below", "higher", "lower", "up", "down"})
_LESS: Final = (
    "reduce",
    "decrease",
    "narrow",
    "small",
    "smaller",
    "closer",
    "less",
    "shrink",
    "shorten",
    "cut",
    "near",
)
_MORE: Final = (
    "increase",
    "widen",
    "more",
    "further",
    "farther",
    "big",
    "bigger",
    "large",
    "extend",
    "great",
    "add",
    "away",
)


def _factor(quantity: Token, at: int, clause: Clause) -> float:
    """What "by 50 percent", "to 50 percent" and "2x" make of the distance."""
    if quantity.text.lower() == "fold":
        return 1.0 / quantity.value if clause.has("close", "closer", "near", "nearer") else quantity.value
    if clause.before(at) != "to" and clause.has(*_LESS):
        return max(0.1, 1.0 - quantity.value)
    return 1.0 + quantity.value if clause.before(at) != "to" and clause.has(*_MORE) else quantity.value


def _stature(at: int, clause: Clause) -> bool:
    """Whether "A is 6 ft 2" tells how tall somebody is."""
    if (
        at < 2
        or clause.before(at) != "be"
        or any(e.kind == "word" for e in clause.elements[at + 1 :] if isinstance(e, Token))
    ):
        return False
    meant, metres = clause.elements[at - 2], clause.elements[at]
    alone = isinstance(meant, Mention) and not meant.possessive and len(meant.who) == 1
    return alone and isinstance(metres, Token) and 1.3 <= metres.value <= 2.2 and at + 1 == len(clause.elements)


def _angle(degrees: float, clause: Clause, wishes: Wishes, turned: bool) -> None:
    """Adds what numbers say that no phrase has used."""
    who = clause.subject
    side = "left" if clause.has("left") else "right" if clause.has("right") else ""
    pair = len(who) > 1 and not clause.has("turn", "rotate", "swivel", "pivot", "twist", "away", "spin", "yaw")
    mutual = any(isinstance(e, Mention) and e.mutual for e in clause.elements)
    if len(who) > 1 and mutual and clause.has("toward") and clause.has("turn", "rotate", "angle", "swivel", "twist"):
        wishes.formations.append(Wish(NUMBER, 90.0 - degrees, "angle"))
    elif (turned and not (pair and clause.has("angle"))) or len(who) == 1:
        back = any(s.says("face") == "turn_to" for s in clause.said)
        if back:
            wishes.moves.append(Move("turn_in", who, degrees))
        else:
            give(who, wishes.turns, Wish(NUMBER, degrees, side))
            told = any(
                isinstance(e, Token) and e.lemma == "turn" and not e.text.endswith("ed") for e in clause.elements
            )
            wishes.dynamic |= told and not clause.has("be", "have")
    else:
        wishes.formations.append(Wish(NUMBER, degrees, "angle"))


def _between_faces(clause: Clause) -> bool:
    """Whether faces, noses or lips are what a length lies between."""
    if not clause.has("separate", "between", "apart"):
        return False
    for i, element in enumerate(clause.elements[1:], 1):
        before = clause.elements[i - 1]
        owned = (isinstance(before, Mention) and before.possessive) or (
            isinstance(before, Token) and before.lemma in ("the", "between", "two")
        )
        if (
            owned
            and isinstance(element, Token)
            and element.text.lower() in ("faces", "noses", "lips", "mouths", "nose")
        ):
            return True
    return isinstance(clause.elements[0], Token) and clause.elements[0].text.lower() in ("faces", "noses", "lips")
