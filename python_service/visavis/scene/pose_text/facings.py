"""What phrases say of which way people face."""

from typing import Final

from visavis.scene.pose_text.clause import Clause, Said
from visavis.scene.pose_text.parse import at_a_thing
from visavis.scene.pose_text.people import AB
from visavis.scene.pose_text.wishes import HINT, LOOSE_WORD, SITUATION, WORD, Move, Wish, Wishes, give
from visavis.scene.pose_text.words import Token

TURNS: Final = {"away": 150.0, "half": 90.0, "slight": 30.0, "side": 90.0, "shoulder": 150.0, "wait_look": 40.0}
"""Degrees somebody is turned away from the other, by what is said."""
SIGNED_TURNS: Final = {"left_shoulder": -90.0, "right_shoulder": 90.0}
"""Degrees turned to the own left."""


def _turning(said: Said, clause: Clause) -> bool:
    """Whether the clause tells of turning now, not of being turned."""
    first = said.words.lower().split()[0]
    return first in (
        "turn",
        "turns",
        "swivels",
        "spins",
        "pivots",
        "swivel",
        "spin",
        "whirls",
        "rotates",
        "wheels",
    ) and (clause.before(said.at) not in ("be", "have"))


_AHEAD: Final = ("before", "in front of")


def _queueing(wishes: Wishes) -> bool:
    return any(wish.word == "queue" for wish in wishes.formations)


def facing_meant(facing: str, said: Said, clause: Clause, wishes: Wishes) -> None:
    """Adds what a phrase such as "turns away" or "back to back" wants of the bodies' facing."""
    who = clause.subject
    wishes.dynamic |= _turning(said, clause) or facing in ("turn_to", "round")
    if facing == "shoulder" and said.owner and len(who) == len(said.owner) == 1 and said.owner != who:
        wishes.formations.append(Wish(WORD, float(min(said.owner)), "queue"))  # "looms over her shoulder"
        wishes.distances.append(Wish(HINT, 0.5))
        return
    if said.negated and facing == "round":
        return
    refused = clause.has("refuse", "avoid") and said.words.lower().startswith(("fac", "look", "meet", "turn to"))
    if refused and facing in ("toward", "turn_to"):
        give(who, wishes.turns, Wish(WORD, 90.0))
    elif said.negated and facing in TURNS:
        give(who, wishes.turns, Wish(WORD, 0.0))
    elif said.negated and facing in ("toward", "turn_to"):
        give(who, wishes.turns, Wish(WORD, 90.0))
    elif facing == "toward" and len(who) == 1 and said.words.lower() in _AHEAD and _queueing(wishes):
        wishes.formations.append(Wish(WORD, float(min(who)), "queue"))
    elif facing == "toward" and said.words.lower() in ("across", "opposite") and at_a_thing(said, clause):
        wishes.formations.append(Wish(LOOSE_WORD, -1.0, "toward"))
    elif facing == "toward" and said.words.lower() == "before" and at_a_thing(said, clause):
        return
    elif facing in ("toward", "turn_to") and at_a_thing(said, clause):
        if said.words.lower().startswith(("fac", "turn", "watch")) or _together(said, clause):
            facing_meant("same", said, clause, wishes)
    elif facing in ("toward", "turn_to"):
        weight = WORD if facing == "turn_to" or "fac" in said.words.lower() else LOOSE_WORD
        if clause.has("opposite", "across") and any(s.says("posture") == "sit" for s in clause.said):
            give(AB, wishes.postures, Wish(HINT, 0.0, "sit"))
        if len(who) > 1:
            wishes.formations.append(Wish(weight, -1.0, "toward"))
        else:
            give(who, wishes.turns, Wish(weight, 0.0))
    elif facing in ("back", "backs"):
        owner = said.owner if said.owner and len(said.owner) == 1 and facing == "back" else who
        if len(owner) > 1 or facing == "backs":
            wishes.formations.append(Wish(WORD, -1.0, "backs"))
        else:
            give(owner, wishes.turns, Wish(WORD, 180.0))
        if facing == "backs" and "back" in said.words.lower():
            wishes.distances.append(Wish(HINT, 0.50))
    elif facing == "round":
        wishes.moves.append(Move("round", who))
    elif facing == "corner":
        wishes.formations.append(Wish(WORD, -1.0, "corner"))
    elif facing == "same":
        if len(who) > 1:
            wishes.formations.append(Wish(SITUATION, -1.0, "beside"))
        give(who, wishes.turns, Wish(LOOSE_WORD, 90.0, "same"))
    elif facing in SIGNED_TURNS:
        give(who, wishes.turns, Wish(WORD, SIGNED_TURNS[facing], "signed"))
    else:
        give(who, wishes.turns, Wish(WORD, TURNS[facing]))


def _together(said: Said, clause: Clause) -> bool:
    """Whether both look at one thing that does not lie between them."""
    first = clause.elements[said.end] if said.end < len(clause.elements) else None
    thing = isinstance(first, Token) and first.lemma in ("the", "a", "an")
    return thing and len(clause.subject) > 1 and not clause.has("between")
