"""From the clauses of a sentence to what it wants."""

from typing import Final

from visavis.scene.pose_text.parse import Clause, Said
from visavis.scene.pose_text.people import AB, Mention, Who
from visavis.scene.pose_text.vocabulary import Sense, entries
from visavis.scene.pose_text.wishes import HINT, LOOSE_WORD, NUMBER, SITUATION, WORD, Move, Wish, Wishes
from visavis.scene.pose_text.words import Token

SEATS: Final = {"chair": "sit", "wheelchair": "sit", "armchair": "sit", "desk": "sit", "throne": "sit", "bed": "bed"}
"""What "her chair" says of her."""
ELEVATIONS: Final = frozenset({"step", "stage", "ladder", "balcony"})
RISING: Final = frozenset({"rise", "sit_down"})
TURNS: Final = {"away": 150.0, "half": 90.0, "slight": 30.0, "side": 90.0, "shoulder": 150.0, "wait_look": 40.0}
"""Degrees somebody is turned away from the other, by what is said."""
SIGNED_TURNS: Final = {"left_shoulder": -90.0, "right_shoulder": 90.0}
"""Degrees turned to the own left."""
SLIGHT_DIFFERENCE: Final = 0.12
"""Metres one is taller than the other, when no number is given."""
HEAD: Final = 0.22
"""Metres a head is high."""
EYES_OF_STATURE: Final = 0.935
"""Eye height as a share of stature [standing adults, ISO 7250 tables]."""


def gather(clauses: list[Clause]) -> Wishes:
    """What the clauses want."""
    wishes = Wishes()
    for clause in clauses:
        _people(clause, wishes)
        measured: set[int] = set()
        for said in clause.said:
            for sense in said.senses:
                if _apply(sense, said, clause, wishes, measured) and said.words not in wishes.understood:
                    wishes.understood.append(said.words)
        _quantities(clause, wishes, measured, statures=any(c.has("tall") for c in clauses))
    return wishes


def _people(clause: Clause, wishes: Wishes) -> None:
    """Sizes and postures that lie in how somebody is called."""
    for element, following in zip(clause.elements, [*clause.elements[1:], None]):
        if not isinstance(element, Mention):
            continue
        furniture = following.lemma if isinstance(following, Token) else ""
        if element.possessive and len(element.who) == 1 and furniture in SEATS:
            _for(element.who, wishes.postures, Wish(HINT, 0.0, SEATS[furniture]))
        if not element.noun:
            continue
        words = [*element.adjectives, element.noun]
        size = next((a for a in element.adjectives if a.replace(".", "").isdigit()), None)
        height = _size(words) if size is None else eye_height_at(float(size))
        if height is not None:
            _for(element.who, wishes.sizes, Wish(WORD if size is None else NUMBER, height))
            wishes.understood.append(element.text)
        for adjective in element.adjectives:
            if posture := _senses((adjective,), "posture"):
                _for(element.who, wishes.postures, Wish(WORD, 0.0, posture))
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


def _senses(words: tuple[str, ...], topic: str) -> str | None:
    for entry in entries().get(words[0], ()):
        if entry.words == words:
            return next((s.value for s in entry.senses if s.topic == topic), None)
    return None


def _for(who: Who, lists: tuple[list[Wish], list[Wish]], wish: Wish) -> None:
    for person in who:
        lists[person].append(wish)


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
            _for(clause.subject, wishes.sizes, Wish(WORD, float(sense.value)))
        case "face":
            _facing(sense.value, said, clause, wishes)
        case "relation":
            return _relation(sense.value, said, clause, wishes, measured)
        case "lean":
            return _lean(float(sense.value), said, clause, wishes, measured)
        case "near_lean":
            wishes.distances.append(Wish(WORD, 0.68))
            _for(clause.subject, wishes.leans, Wish(WORD, 10.0))
        case "move":
            return _move(sense.value, said, clause, wishes, measured)
        case "scene":
            distance, posture, formation = sense.value.split()
            wishes.distances.append(Wish(LOOSE_WORD, float(distance), formation))
            seat = {*said.words.lower().split(), clause.before(said.at)} & {"at", "on"}
            alone = len(clause.subject) == 1 and seat and not clause.has("passenger", "front")
            _for(clause.subject if alone else AB, wishes.postures, Wish(HINT, 0.0, posture))
            if not alone:
                wishes.formations.append(Wish(SITUATION, -1.0, formation))
        case "thing":
            place, salience = sense.value.split()
            name = said.words.split()[-1].lower()
            if name not in {thing[0] for thing in wishes.things}:
                wishes.things.append((name, place, float(salience), said.owner or clause.subject))
        case "pace":
            wishes.tempo = float(sense.value)
    return True


def _distance(metres: float, said: Said, clause: Clause, wishes: Wishes) -> bool:
    if said.negated and said.words.lower().startswith("touch"):
        return False
    if said.negated:
        metres = 2.0 if metres < 1.3 else 0.8
    if said.words.lower() in ("near", "close", "close to", "near to") and _at_a_thing(said, clause):
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
        who = before.who
    if posture == "stand" and said.words.lower() in ("wait", "linger", "pose"):
        _for(who, wishes.postures, Wish(HINT, 0.0, posture))
        return
    if posture in ELEVATIONS and clause.before(said.at) in ("below", "under", "beneath", "underneath"):
        who = AB - who
    if posture in ELEVATIONS:
        _for(who, wishes.elevations, Wish(WORD, 0.0, posture))
        return
    finite = clause.before(said.at) not in ("be", "have") and "down" in said.words.lower().split()
    wishes.dynamic |= posture in RISING or (finite and posture in ("kneel", "knee", "crouch", "lie"))
    _for(who, wishes.postures, Wish(WORD, 0.0, "sit" if posture == "sit_down" else posture))


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


def _facing(facing: str, said: Said, clause: Clause, wishes: Wishes) -> None:
    who = clause.subject
    wishes.dynamic |= _turning(said, clause) or facing in ("turn_to", "round")
    if said.negated and facing in ("toward", "turn_to"):
        _for(who, wishes.turns, Wish(WORD, 90.0))
    elif facing in ("toward", "turn_to") and _at_a_thing(said, clause):
        if said.words.lower().startswith(("fac", "turn")):
            _facing("same", said, clause, wishes)
    elif facing in ("toward", "turn_to"):
        weight = WORD if facing == "turn_to" or "fac" in said.words.lower() else LOOSE_WORD
        if clause.has("opposite", "across") and any(s.says("posture") == "sit" for s in clause.said):
            _for(AB, wishes.postures, Wish(HINT, 0.0, "sit"))
        if len(who) > 1:
            wishes.formations.append(Wish(weight, -1.0, "toward"))
        else:
            _for(who, wishes.turns, Wish(weight, 0.0))
    elif facing in ("back", "backs"):
        owner = said.owner if said.owner and len(said.owner) == 1 and facing == "back" else who
        if len(owner) > 1 or facing == "backs":
            wishes.formations.append(Wish(WORD, -1.0, "backs"))
        else:
            _for(owner, wishes.turns, Wish(WORD, 180.0))
        if facing == "backs":
            wishes.distances.append(Wish(HINT, 0.50))
    elif facing == "round":
        wishes.moves.append(Move("round", who))
    elif facing == "corner":
        wishes.formations.append(Wish(WORD, -1.0, "corner"))
    elif facing == "same":
        if len(who) > 1:
            wishes.formations.append(Wish(SITUATION, -1.0, "beside"))
        _for(who, wishes.turns, Wish(LOOSE_WORD, 90.0, "same"))
    elif facing in SIGNED_TURNS:
        _for(who, wishes.turns, Wish(WORD, SIGNED_TURNS[facing], "signed"))
    else:
        _for(who, wishes.turns, Wish(WORD, TURNS[facing]))


def _person_follows(said: Said, clause: Clause) -> bool:
    return any(isinstance(e, Mention) for e in clause.elements[said.at : said.end + 2]) or said.owner is not None


def _relation(relation: str, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    who = clause.subject
    if said.negated:
        return False
    going = any(s.says("move") for s in clause.said if s is not said)
    if relation in ("left_of", "right_of"):
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
        if said.words.lower().split()[-1] == "by" and not _person_follows(said, clause):
            return False
        if going and len(who) == 1:
            wishes.moves.append(Move("beside", who))
        else:
            wishes.formations.append(Wish(WORD, -1.0, "beside"))
            wishes.distances.append(Wish(SITUATION, 0.65))
    elif relation == "bedside":
        _for(AB - who, wishes.postures, Wish(HINT, 0.0, "bed"))
        wishes.formations.append(Wish(WORD, float(min(who)), "bedside"))
        wishes.distances.append(Wish(SITUATION, 0.80))
    elif relation == "ahead":
        if len(who) > 1:
            return False
        wishes.formations.append(Wish(WORD, float(min(who)), "queue"))
        wishes.distances.append(Wish(SITUATION, 1.0))
    elif relation in ("behind", "queue"):
        if relation == "behind" and (len(who) > 1 or not _person_follows(said, clause)):
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
    elif relation == "level":
        wishes.heights.append((who, "level", 0.0))
    else:
        return _above(relation, said, clause, wishes)
    return True


def _above(relation: str, said: Said, clause: Clause, wishes: Wishes) -> bool:
    who = clause.subject
    up = relation in ("up", "below")
    if len(who) > 1 or (relation in ("up", "down") and _at_a_thing(said, clause)):
        return False
    if relation == "bend_over":
        if not _person_follows(said, clause):
            return False
        _for(frozenset({1 - min(who)}), wishes.postures, Wish(HINT, 0.0, "sit"))
        _for(who, wishes.leans, Wish(WORD, 25.0))
    if relation in ("over", "bend_over"):
        if not _person_follows(said, clause) and "over" in said.words.lower().split():
            return False
        wishes.distances.append(Wish(SITUATION, 0.60))
    wishes.heights.append((AB - who if up else who, "over", 0.0))
    return True


def _at_a_thing(said: Said, clause: Clause) -> bool:
    """Whether somebody looks up or down at no person: "looks up from", "down at his shoes", "at the floor"."""
    rest = [e for e in clause.elements[said.end :] if isinstance(e, Mention) or e.kind == "word"]
    if not rest:
        return False
    first = rest[0]
    if isinstance(first, Mention):
        return first.possessive and len(rest) > 1
    article = first.lemma in ("the", "a", "an") and not isinstance(rest[-1], Mention)
    return article or (first.lemma == "from" and "up" in said.words.lower().split())


def _lean(degrees: float, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    angles = [(at, q) for at, q in clause.quantities if q.kind == "angle"]
    if angles and degrees:
        measured.add(angles[0][0])
        degrees = angles[0][1].value if degrees > 0 else -angles[0][1].value
    elif clause.has("slightly", "bit", "little"):
        degrees *= 0.6
    elif clause.has("far", "heavily", "deeply", "deep"):
        degrees *= 1.6
    wishes.dynamic |= "straight" in said.words.lower()
    _for(clause.subject, wishes.leans, Wish(WORD, degrees))
    return True


def _move(kind: str, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    if kind == "stride":
        wishes.dynamic |= said.words.lower().rstrip("s") in ("move", "come", "go", "goe")
        return True
    going = clause.has("move", "step", "walk", "go", "come", "slide", "shift", "scoot", "run", "shuffle", "edge")
    if kind in ("left", "right") and said.owner and said.owner != clause.subject and len(said.owner) == 1:
        if not going:
            return False
        wishes.moves.append(Move(f"{kind}_of", clause.subject))
        wishes.dynamic = True
        return True
    if kind in ("left", "right") and not clause.has(
        "move", "step", "shift", "slide", "sidestep", "take", "scoot", "go"
    ):
        return False
    if kind == "away" and any(s.says("move") == "leave" for s in clause.said):
        return False
    if kind in ("turn_left", "turn_right"):
        angles = [(at, q) for at, q in clause.quantities if q.kind == "angle"]
        measured.update(at for at, _ in angles)
        amount = angles[0][1].value if angles else 90.0
        wishes.dynamic |= clause.before(said.at) not in ("be", "have") and not said.words.split()[0].endswith("ed")
        wishes.moves.append(Move(kind, clause.subject, amount))
        return True
    wishes.dynamic = True
    amount = 0.0
    for at, quantity in clause.quantities:
        if quantity.kind == "length" and at not in measured and not _is_target(clause, at):
            measured.add(at)
            amount = quantity.value
        if quantity.kind == "angle" and kind in ("around", "circle"):
            measured.add(at)
            amount = quantity.value
    far = bool({"walk", "run", "approach", "rush", "stride", "hurry", "advance", "cross"} & set(_lemmas(clause)))
    wishes.moves.append(Move(kind, clause.subject, amount, far))
    return True


def _lemmas(clause: Clause) -> list[str]:
    return [e.lemma for e in clause.elements if isinstance(e, Token)]


def _is_target(clause: Clause, at: int) -> bool:
    """Whether a length says how far apart they end, not how far somebody goes."""
    before, after = clause.before(at), clause.after(at, 2)
    earlier = clause.before(at - 1)
    target = before in ("to", "until", "within", "at", "be", "distance") or earlier in ("within", "until", "distance")
    return target or ("apart" in after and before not in ("by",) and not clause.has("drift", "move", "step"))


def _quantities(clause: Clause, wishes: Wishes, measured: set[int], statures: bool) -> None:
    """Numbers that no phrase has used."""
    who = clause.subject
    turned = clause.has("turn", "face", "rotate", "angle", "swivel", "pivot", "twist", "away", "spin")
    for at, quantity in clause.quantities:
        if at in measured:
            continue
        after = clause.after(at, 2)
        if quantity.kind == "time":
            if clause.before(at) != "for":
                wishes.seconds = quantity.value
            continue
        wishes.understood.append(f"{quantity.value:g} {quantity.kind}")
        if quantity.kind == "age":
            mentioned = [e for e in clause.elements[:at] if isinstance(e, Mention)]
            _for(mentioned[-1].who if mentioned else who, wishes.sizes, Wish(NUMBER, eye_height_at(quantity.value)))
        elif quantity.kind == "angle":
            _angle(quantity.value, clause, wishes, turned)
        elif clause.has("eye") and clause.has("above", "below", "higher", "lower"):
            wishes.heights.append((who, "taller", quantity.value * (-1 if clause.has("below", "lower") else 1)))
        elif clause.has("height") or (clause.has("eye") and clause.before(at) == "at"):
            meant = [e.who for e in clause.elements if isinstance(e, Mention) and not e.mutual]
            wishes.heights.append((meant[0] if meant else who, "exact", quantity.value))
        elif quantity.kind == "length" and after[:1] in (["back"], ["backward"]):
            wishes.moves.append(Move("away", who, quantity.value))
            wishes.dynamic = True
        elif "tall" in after[:1] or (statures and len(who) == 1 and clause.before(at) == "be" and not after):
            _for(who, wishes.sizes, Wish(NUMBER, EYES_OF_STATURE * quantity.value))
        elif set(after[:1]) & {"taller", "shorter", "bigger", "smaller", "higher", "lower"}:
            continue
        elif clause.has("face", "nose", "lip", "mouth") and clause.has("separate", "between", "apart"):
            wishes.distances.append(Wish(NUMBER, quantity.value, "faces"))
        else:
            wishes.distances.append(Wish(NUMBER, quantity.value))


def _angle(degrees: float, clause: Clause, wishes: Wishes, turned: bool) -> None:
    who = clause.subject
    side = "left" if clause.has("left") else "right" if clause.has("right") else ""
    if turned or len(who) == 1:
        back = any(s.says("face") == "turn_to" for s in clause.said)
        if back:
            wishes.moves.append(Move("turn_in", who, degrees))
        else:
            _for(who, wishes.turns, Wish(NUMBER, degrees, side))
            told = any(
                isinstance(e, Token) and e.lemma == "turn" and not e.text.endswith("ed") for e in clause.elements
            )
            wishes.dynamic |= told and not clause.has("be", "have")
    else:
        wishes.formations.append(Wish(NUMBER, degrees, "angle"))
