"""From the clauses of a sentence to what it wants."""

import re
from typing import Final

from visavis.scene.pose_text.clause import Clause, Said
from visavis.scene.pose_text.facings import facing_meant
from visavis.scene.pose_text.mentions import PREPOSITIONS
from visavis.scene.pose_text.movements import lean_meant, move_meant
from visavis.scene.pose_text.parse import at_a_thing
from visavis.scene.pose_text.people import AB, Mention
from visavis.scene.pose_text.quantities import eye_height_at, quantities_meant
from visavis.scene.pose_text.relations import relation_meant
from visavis.scene.pose_text.tables import words
from visavis.scene.pose_text.vocabulary import ARTICLES, Sense, entries
from visavis.scene.pose_text.wishes import HINT, LOOSE_WORD, NUMBER, SITUATION, WORD, Wish, Wishes, give
from visavis.scene.pose_text.words import Token

SMALL: Final = 1.48
"""Metres of eye height of "small", which a child is anyway."""
SEATS: Final = {"chair": "sit", "wheelchair": "sit", "armchair": "sit", "desk": "sit", "throne": "sit", "bed": "bed"}
"""What "her chair" says of her."""
ELEVATIONS: Final = frozenset({"step", "stage", "ladder", "balcony", "shoulders"})
RISING: Final = frozenset({"rise", "sit_down"})


def gather(clauses: list[Clause]) -> Wishes:
    """What the clauses want."""
    wishes = Wishes()
    old = any("old" in (e.adjectives if isinstance(e, Mention) else (e.lemma,)) for c in clauses for e in c.elements)
    for clause in clauses:
        _people(clause, wishes, old)
        measured: set[int] = set()
        for said in clause.said:
            for sense in said.senses:
                if _apply(sense, said, clause, wishes, measured) and said.words not in wishes.understood:
                    wishes.understood.append(said.words)
        quantities_meant(clause, wishes, measured, statures=any(c.has("tall") for c in clauses))
    for clause in clauses:
        _contact(clause, wishes)
    _settle(wishes)
    driving = [e for c in clauses for e in c.elements if isinstance(e, Mention) and e.noun in ("driver", "passenger")]
    if {e.noun for e in driving} == {"driver", "passenger"} and not any(f.word == "toward" for f in wishes.formations):
        driver = next(min(e.who) for e in driving if e.noun == "driver")
        wishes.formations.append(Wish(SITUATION, float(driver), "left_of"))
    return wishes


_INWARD: Final = {"toward": True, "narrow": True, "away": False, "widen": False}
BODY: Final = words("body")
"""Parts of the body and clothes that one has to be near to touch."""


def _contact(clause: Clause, wishes: Wishes) -> None:
    """Who does something to the other's coat or hand is within reach."""
    for i, element in enumerate(clause.elements[1:-1], 1):
        before, part = clause.elements[i - 1], clause.elements[i + 1]
        owned = isinstance(element, Mention) and element.possessive and element.who.isdisjoint(clause.subject)
        if not owned or not isinstance(part, Token) or part.lemma not in BODY or not isinstance(before, Token):
            continue
        if before.lemma in ("at", "into", "from", "to", "behind", "of", "meet", "face", "avoid", "study", "see", "be"):
            continue
        wishes.distances.append(Wish(SITUATION, 0.5))
        wishes.understood.append(part.text)


def _settle(wishes: Wishes) -> None:
    """What one phrase means because of another: who stands is not in the car, who is below a rider is on foot."""
    measured = [(_INWARD.get(m.kind), m.who) for m in wishes.moves if m.amount]
    wishes.moves[:] = [
        m for m in wishes.moves if m.amount or m.kind not in _INWARD or (_INWARD[m.kind], m.who) not in measured
    ]
    if all(any(w.word == "rise" for w in p) for p in wishes.postures):
        wishes.formations[:] = [f for f in wishes.formations if f.weight != SITUATION]
    besides = any(f.word == "beside" and f.weight == WORD for f in wishes.formations)
    on_chairs = any(re.search("chair|stool|bench|sofa|couch|bed|seat", u.lower()) for u in wishes.understood)
    for i in (0, 1):
        low = any(w.word == "floor" for w in wishes.postures[1 - i])
        if besides and low and not on_chairs and {w.word for w in wishes.postures[i]} in ({"sit"}, {"sit_down"}):
            wishes.postures[i].append(Wish(WORD, 0.0, "floor"))
    standing = [any(w.weight == WORD and w.word in ("stand", "rise") for w in p) for p in wishes.postures]
    for i, formation in enumerate(wishes.formations):
        seats = any(w.weight == HINT and w.word == "sit" for p in wishes.postures for w in p)
        told = any(w.weight == WORD and w.word == "sit" for p in wishes.postures for w in p)
        loose = formation.weight == SITUATION and formation.word == "beside"
        if loose and seats and told and standing[0] != standing[1]:
            wishes.formations[i] = Wish(SITUATION, -1.0, "toward")
            wishes.distances[:] = [
                Wish(w.weight, 1.3, w.word) if w.weight == LOOSE_WORD and w.word == "beside" else w
                for w in wishes.distances
            ]
    for i in (0, 1):
        held = {w.word for w in wishes.postures[i]}
        if held == {"floor"} and wishes.elevations[1 - i] and not any("sit" in u.lower() for u in wishes.understood):
            wishes.postures[i].append(Wish(WORD, 0.0, "stand"))
    if all(any(w.word == "bed" for w in p) for p in wishes.postures) and not wishes.distances:
        wishes.distances.append(Wish(SITUATION, 0.55))
        if not wishes.formations:
            wishes.formations.append(Wish(SITUATION, -1.0, "beside"))


def _people(clause: Clause, wishes: Wishes, old: bool) -> None:
    """Sizes and postures that lie in how somebody is called."""
    for element, following in zip(clause.elements, [*clause.elements[1:], None]):
        if not isinstance(element, Mention):
            continue
        furniture = following.lemma if isinstance(following, Token) else ""
        if element.possessive and furniture in SEATS and (len(element.who) == 1 or furniture == "chair"):
            give(element.who, wishes.postures, Wish(HINT, 0.0, SEATS[furniture]))
        if not element.noun:
            continue
        if element.noun in ("driver", "passenger"):
            give(element.who, wishes.postures, Wish(HINT, 0.0, "sit"))
            wishes.distances.append(Wish(HINT, 0.75))
        called = [*element.adjectives, element.noun]
        grown = {"grown", "grownup", "adult", "elder"} & set(element.adjectives)
        if grown or (element.noun in ("son", "daughter") and old):
            continue
        size = next((a for a in element.adjectives if a.replace(".", "").isdigit()), None)
        height = _size(called) if size is None else eye_height_at(float(size))
        if height is not None:
            give(element.who, wishes.sizes, Wish(WORD if size is None else NUMBER, height))
            wishes.understood.append(element.text)
        for adjective in element.adjectives:
            if posture := _senses((adjective,), "posture"):
                give(element.who, wishes.postures, Wish(WORD, 0.0, posture))
                wishes.understood.append(adjective)


def _size(words: list[str]) -> float | None:
    """Metres of eye height that lie in how somebody is called: "very tall man", "child", "small daughter"."""
    found = [
        (end - start, end, float(value))
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if (value := _senses(tuple(words[start:end]), "size"))
    ]
    return max(found)[2] if found else None


def _senses(words: tuple[str, ...], topic: str) -> str | None:
    for entry in entries().get(words[0], ()):
        if entry.words == words:
            return next((s.value for s in entry.senses if s.topic == topic), None)
    return None


def _apply(sense: Sense, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    """Adds what one sense of a phrase wants; False when it cannot be meant here."""
    match sense.topic:
        case "distance":
            return _distance(float(sense.value), said, clause, wishes)
        case "posture":
            _posture(sense.value, said, clause, wishes)
        case "size":
            if clause.before(said.at) not in ("be", "very", "quite", "so", "and", "really") or len(clause.subject) > 1:
                return False
            for i in clause.subject:
                if not (float(sense.value) == SMALL and any(w.value < SMALL for w in wishes.sizes[i])):
                    wishes.sizes[i].append(Wish(WORD, float(sense.value)))
        case "face":
            facing_meant(sense.value, said, clause, wishes)
        case "relation":
            return relation_meant(sense.value, said, clause, wishes, measured)
        case "lean":
            return lean_meant(float(sense.value), said, clause, wishes, measured)
        case "near_lean":
            wishes.distances.append(Wish(WORD, 0.68))
            give(clause.subject, wishes.leans, Wish(WORD, 10.0))
        case "move":
            return move_meant(sense.value, said, clause, wishes, measured)
        case "scene":
            distance, posture, formation = sense.value.split()
            wishes.distances.append(Wish(LOOSE_WORD, float(distance), formation))
            seat = {*said.words.lower().split(), clause.before(said.at)} & {"at", "on", "from"}
            walks = posture == "stand" and formation == "beside" and len(clause.subject) == 1
            if walks and clause.has("up", "to", "toward", "over", "away", "off", "out", "in"):
                wishes.distances.pop()
                return False
            alone = len(clause.subject) == 1 and seat and not clause.has("passenger", "front")
            give(clause.subject if alone else AB, wishes.postures, Wish(HINT, 0.0, posture))
            if not alone:
                wishes.formations.append(Wish(SITUATION, -1.0, formation))
        case "thing":
            place, salience = sense.value.split()
            name = said.words.split()[-1].lower()
            if name not in {thing[0] for thing in wishes.things}:
                wishes.things.append((name, place, float(salience), said.owner or clause.subject))
        case "scale":
            wishes.scale = (wishes.scale or 1.0) * float(sense.value)
            wishes.dynamic |= float(sense.value) != 1.0
        case "pace":
            wishes.tempo = float(sense.value)
    return True


def _contrasted(before: Mention, said: Said, clause: Clause) -> bool:
    """Whether the two people named in a clause each have a posture of their own."""
    return sum(1 for s in clause.said if s.says("posture")) > 1 and clause.elements[said.at - 1] is before


def _denied(said: Said, clause: Clause) -> bool:
    """Whether a "not" goes with this very verb."""
    close = clause.elements[max(0, said.at - 3) : said.at]
    return any(e.text.lower().split()[0] in ("not", "never", "neither") for e in close)


def _distance(metres: float, said: Said, clause: Clause, wishes: Wishes) -> bool:
    if said.negated and said.words.lower().startswith("touch"):
        return False
    if said.negated:
        metres = 2.0 if metres < 1.3 else 0.8
    if said.words.lower() in ("near", "close", "close to", "near to") and at_a_thing(said, clause):
        return False
    if said.words.lower() in ("near", "close", "closely") and said.at == 0 and len(clause.elements) > 3:
        wishes.distances.append(Wish(LOOSE_WORD, metres))
        return True
    weight = LOOSE_WORD if said.words.lower() in ("apart", "touch", "separate", "fight", "dance") else WORD
    wishes.distances.append(Wish(weight, metres))
    return True


def _posture(posture: str, said: Said, clause: Clause, wishes: Wishes) -> None:
    who = clause.subject
    before = clause.elements[said.at - 1] if said.at > 0 else None
    participle = said.words.lower().split()[0].endswith(("ing", "ed")) or said.words.lower().startswith(("in ", "on "))
    if isinstance(before, Mention) and participle and not before.possessive and not before.mutual:
        who = before.who if not before.who < who or _contrasted(before, said, clause) else who
    if said.words.lower().startswith(("in ", "on ")) and any(s.at < said.at and s.says("posture") for s in clause.said):
        who = clause.subject  # "sits across from him on a stool"
    following = clause.elements[said.end] if said.end < len(clause.elements) else None
    if isinstance(following, Mention) and participle and clause.before(said.at) in PREPOSITIONS:
        who = following.who  # "in front of seated B"
    if said.negated and _denied(said, clause):
        give(
            who,
            wishes.postures,
            Wish(WORD, 0.0, "stand") if posture not in ("stand", "rise") else Wish(HINT, 0.0, "sit"),
        )
        return
    if posture == "stand" and said.words.lower() in ("wait", "linger", "pose"):
        give(who, wishes.postures, Wish(HINT, 0.0, posture))
        return
    if posture in ELEVATIONS and clause.before(said.at) in ("below", "under", "beneath", "underneath"):
        who = AB - who
    if posture == "shoulders":
        if len(who) > 1 or clause.has("hand", "arm", "head", "chin", "bag", "coat", "finger", "palm"):
            return
        wishes.distances.append(Wish(WORD, 0.30))
        ahead = [e for e in clause.elements[: said.at] if isinstance(e, Token)]
        up = all(e.lemma in (*ARTICLES, "be", "up", "high", "still") for e in ahead) or clause.has(
            "sit", "ride", "perch"
        )
        if not up or said.words.lower().endswith("shoulder"):
            return
    if posture == "step" and clause.has("sit", "seat", "perch") and not clause.has("stand", "climb"):
        posture = "sit"
    if posture in ELEVATIONS:
        give(who, wishes.elevations, Wish(WORD, 0.0, posture))
        return
    finite = clause.before(said.at) not in ("be", "have") and "down" in said.words.lower().split()
    wishes.dynamic |= posture in RISING or (finite and posture in ("kneel", "knee", "crouch", "lie"))
    give(who, wishes.postures, Wish(WORD, 0.0, "sit" if posture == "sit_down" else posture))
