"""What phrases say of where one is as seen from the other, and whose eyes are higher."""

from typing import Final

from visavis.scene.pose_text.clause import Clause, Said
from visavis.scene.pose_text.parse import at_a_thing, person_follows
from visavis.scene.pose_text.people import AB, Mention
from visavis.scene.pose_text.wishes import HINT, LOOSE_WORD, SITUATION, WORD, Move, Wish, Wishes, give
from visavis.scene.pose_text.words import Token

SLIGHT_DIFFERENCE: Final = 0.12
"""Metres one is taller than the other, when no number is given."""
HEAD: Final = 0.22
"""Metres a head is high."""


def relation_meant(relation: str, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    """Adds who is where as seen from the other; False when the phrase cannot be meant here."""
    who = clause.subject
    if said.negated:
        return False
    going = any(s.says("move") for s in clause.said if s is not said)
    if relation == "driver":
        if len(who) > 1:
            return False
        wishes.formations.append(Wish(LOOSE_WORD, float(min(who)), "left_of"))
        give(AB, wishes.postures, Wish(HINT, 0.0, "sit"))
        wishes.distances.append(Wish(HINT, 0.70))
    elif relation in ("left_of", "right_of"):
        if said.owner == who and len(who) == 1:
            if going:
                wishes.moves.append(Move(relation[:-3], who))
            return going
        if len(who) > 1:
            return False
        if going:
            wishes.moves.append(Move(relation, who))
        else:
            wishes.formations.append(Wish(WORD, float(min(who)), relation))
            wishes.distances.append(Wish(SITUATION, 0.65))
    elif relation == "beside":
        if said.words.lower().split()[-1] == "by" and not person_follows(said, clause):
            return False
        if going and len(who) == 1:
            wishes.moves.append(Move("beside", who))
        else:
            wishes.formations.append(Wish(WORD, -1.0, "beside"))
            wishes.distances.append(Wish(SITUATION, 0.65))
    elif relation == "bedside":
        give(AB - who, wishes.postures, Wish(HINT, 0.0, "bed"))
        wishes.formations.append(Wish(WORD, float(min(who)), "bedside"))
        wishes.distances.append(Wish(SITUATION, 0.80))
    elif relation in ("ahead", "first"):
        if len(who) > 1 or (relation == "first" and (said.end < len(clause.elements) or len(clause.elements) > 3)):
            return False
        wishes.formations.append(Wish(WORD, float(min(who)), "queue"))
        wishes.distances.append(Wish(SITUATION, 1.0))
    elif relation in ("behind", "queue"):
        if relation == "behind" and _behind_a_thing(said, clause):
            return False
        if relation == "behind" and (
            len(who) > 1 or not (person_follows(said, clause) or _adverbial(said, clause, wishes))
        ):
            return False
        if going and relation == "behind":
            wishes.moves.append(Move("behind", who))
        else:
            front = 1 - min(who) if len(who) == 1 else 1
            wishes.formations.append(Wish(WORD, float(front), "queue"))
            wishes.distances.append(Wish(SITUATION, 0.80))
    elif relation in ("taller", "shorter", "head_taller", "head_shorter"):
        if len(who) > 1:
            return False
        lengths = [q.value for _, q in clause.quantities if q.kind == "length"]
        measured.update(at for at, q in clause.quantities if q.kind == "length" and "tall" not in clause.after(at, 1))
        amount = HEAD if "head" in relation else lengths[0] if lengths else SLIGHT_DIFFERENCE
        wishes.heights.append((who, "taller", amount if "taller" in relation else -amount))
    elif relation in ("above", "below") and "than" in said.words.lower().split() and _small(clause):
        amount, at = _small(clause)[0]
        measured.add(at)
        wishes.heights.append((who, "taller", amount if relation == "above" else -amount))
    elif relation == "waist":
        give(who, wishes.sizes, Wish(WORD, 0.95))
        wishes.heights.append((AB - who, "over", 0.0))
    elif relation == "level":
        wishes.heights.append((who, "level", 0.0))
    else:
        return _above(relation, said, clause, wishes)
    return True


_SEATS: Final = frozenset({"couch", "sofa", "bench", "chair", "armchair", "seat", "wheelchair"})


def _small(clause: Clause) -> list[tuple[float, int]]:
    """Lengths by which somebody may be taller, and where they stand."""
    return [(q.value, at) for at, q in clause.quantities if q.kind == "length" and q.value <= 0.6]


_SCREENS: Final = ("desk", "counter", "table", "bar", "car", "screen", "door")
"""What somebody is behind without being behind anybody."""


def _behind_a_thing(said: Said, clause: Clause) -> bool:
    """Whether it is "behind her desk", not behind her."""
    rest = clause.elements[said.end :]
    if said.owner is not None or len(rest) < 2 or not isinstance(rest[0], Mention) or not rest[0].possessive:
        return False
    thing = rest[1]
    return isinstance(thing, Token) and thing.lemma in (
        "desk",
        "counter",
        "table",
        "bar",
        "car",
        "screen",
        "stand",
        "door",
    )


def _sitting(person: int, wishes: Wishes) -> bool:
    return any(wish.word == "sit" for wish in wishes.postures[person])


def _adverbial(said: Said, clause: Clause, wishes: Wishes) -> bool:
    """Whether "behind" has no thing it speaks of, or a seat that somebody sits on."""
    if clause.has("do", "make", "take") and any(q.kind == "length" for _, q in clause.quantities):
        return False  # "she takes two steps behind"
    rest = [e for e in clause.elements[said.end :] if not isinstance(e, Token) or e.kind == "word"]
    if not rest or all(isinstance(e, Token) and e.lemma in ("at", "with", "a", "distance", "and") for e in rest):
        return said.words.lower().split()[-1] == "behind" and not clause.has("desk", "counter", "table", "bar", "step")
    names = {e.lemma for e in rest if isinstance(e, Token)}
    return bool(names & _SEATS) or (
        "it" in names and len(clause.subject) == 1 and _sitting(1 - min(clause.subject), wishes)
    )


def _above(relation: str, said: Said, clause: Clause, wishes: Wishes) -> bool:
    who = clause.subject
    up = relation in ("up", "below")
    if len(who) > 1 or (relation in ("up", "down") and at_a_thing(said, clause)):
        return False
    if relation == "bend_over":
        if not person_follows(said, clause):
            return False
        give(frozenset({1 - min(who)}), wishes.postures, Wish(HINT, 0.0, "sit"))
        give(who, wishes.leans, Wish(WORD, 25.0))
    if relation in ("over", "bend_over"):
        if not person_follows(said, clause) and "over" in said.words.lower().split():
            return False
        wishes.distances.append(Wish(SITUATION, 0.60))
    wishes.heights.append((AB - who if up else who, "over", 0.0))
    return True
