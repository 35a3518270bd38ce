"""What phrases say of leaning and going."""

from typing import Final

from visavis.scene.pose_text.clause import Clause, Said
from visavis.scene.pose_text.people import Mention
from visavis.scene.pose_text.wishes import WORD, Move, Wish, Wishes, give
from visavis.scene.pose_text.words import Token


def lean_meant(degrees: float, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    """Adds how far somebody leans; True: it is always meant."""
    angles = [(at, q) for at, q in clause.quantities if q.kind == "angle"]
    if angles and degrees:
        measured.add(angles[0][0])
        degrees = angles[0][1].value if degrees > 0 else -angles[0][1].value
    elif clause.has("slightly", "bit", "little"):
        degrees *= 0.6
    elif clause.has("far", "heavily", "deeply", "deep"):
        degrees *= 1.6
    wishes.dynamic |= "straight" in said.words.lower()
    give(clause.subject, wishes.leans, Wish(WORD, degrees))
    return True


_KEPT: Final = ("untouched", "unchanged", "intact", "rotation", "orientation", "everything", "rest")
"""What makes of "leave" that something stays."""


def move_meant(kind: str, said: Said, clause: Clause, wishes: Wishes, measured: set[int]) -> bool:
    """Adds a way somebody goes or turns; False when the phrase tells of none."""
    if said.negated and {"not", "never"} & set(_lemmas(clause)):
        return False
    if kind in ("narrow", "widen", "toward", "away") and any(q.kind == "share" for _, q in clause.quantities):
        wishes.dynamic = True
        return True
    if kind == "stride" and any(
        q.kind == "length" and q.text.lower().startswith(("step", "pace")) for _, q in clause.quantities
    ):
        kind = "onward"
        if any(e.topic == "move" and e.value != "stride" for s in clause.said for e in s.senses):
            return True
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
    if kind == "leave" and clause.has(
        "untouched", "unchanged", "intact", "rotation", "orientation", "everything", "rest"
    ):
        return False
    if kind == "away" and any(e.topic == "move" and e.value == "leave" for s in clause.said for e in s.senses):
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
        if (
            quantity.kind == "length"
            and kind not in ("around", "circle")
            and at not in measured
            and not is_target(clause, at)
        ):
            measured.add(at)
            amount = quantity.value
        if quantity.kind == "angle" and kind in ("around", "circle"):
            measured.add(at)
            amount = quantity.value
    far = bool({"walk", "run", "approach", "rush", "stride", "hurry", "advance", "cross"} & set(_lemmas(clause)))
    unnamed = not any(isinstance(e, Mention) and not e.mutual for e in clause.elements)
    if kind in ("toward", "away") and amount and len(clause.subject) > 1 and unnamed:
        kind = "narrow" if kind == "toward" else "widen"  # "closer by half a metre": in all
    wishes.moves.append(Move(kind, clause.subject, amount, far))
    return True


def _lemmas(clause: Clause) -> list[str]:
    return [e.lemma for e in clause.elements if isinstance(e, Token)]


def is_target(clause: Clause, at: int) -> bool:
    """Whether a length says how far apart they end, not how far somebody goes."""
    before, after = clause.before(at), clause.after(at, 2)
    if before == "by":
        return False
    earlier = clause.before(at - 1)
    if "apart" in after[:1] and before != "by" and clause.has("move") and not clause.has("each"):
        return True
    target = before in ("to", "until", "till", "til", "within", "at", "be", "distance") or earlier in (
        "within",
        "until",
        "distance",
    )
    return target or ("apart" in after and before not in ("by",) and not clause.has("drift", "move", "step", "take"))
