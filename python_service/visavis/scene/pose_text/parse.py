"""A sentence as clauses: who is spoken of, and which of the lexicon's phrases are said of them."""

from dataclasses import replace
from typing import Final

from visavis.scene.pose_text.clause import LOOSE, Clause, Said, find_phrases
from visavis.scene.pose_text.mentions import PREPOSITIONS, Element, with_mentions
from visavis.scene.pose_text.people import (
    AB,
    Cast,
    Mention,
    Who,
)
from visavis.scene.pose_text.steps import STEP
from visavis.scene.pose_text.tables import words
from visavis.scene.pose_text.vocabulary import FUNCTION_WORDS
from visavis.scene.pose_text.words import Token

CONJUNCTIONS: Final = words("conjunctions")
HELPING: Final = frozenset({"make", "have", "let", "get", "put", "place", "set", "spawn", "position"})
CAUSING: Final = HELPING | {
    "move",
    "bring",
    "turn",
    "rotate",
    "seat",
    "push",
    "pull",
    "shift",
    "spin",
    "swivel",
    "pivot",
    "yaw",
    "send",
    "stand",
    "sit",
    *words("go"),
} - {"come", "go", "walk", "run", "storm", "head"}
"""Verbs whose object is who moves."""


def clauses(sequence: list[Token], cast: Cast) -> list[Clause]:
    """The clauses of a sentence, their subjects settled and their phrases found."""
    result: list[Clause] = []
    subject: Who = AB
    for step, elements in _split(with_mentions(sequence, cast)):
        elements = _actively(_made_to(elements), result)
        clause = Clause(elements, step=step)
        find_phrases(clause)
        if not clause.said and result and clause.has("another", "again"):
            clause = _once_more(clause, result[-1])
        elif not clause.said and result and (same := _likewise(clause, result[-1])):
            clause = same
        clause.carried = _carried(clause, result)
        subject = clause.subject = _subject(clause, subject, bool(result))
        if len(result) == 1 and len(subject) == 1 and _leads(result[0]):
            result[0].subject = subject
        result.append(clause)
    return result


def _made_to(elements: list[Element]) -> list[Element]:
    """ "Move A closer", "let him sit": said as of the one who does it."""
    for i, element in enumerate(elements[:4]):
        if isinstance(element, Mention):
            return elements
        following = elements[i + 1] if i + 1 < len(elements) else None
        if element.lemma in CAUSING and isinstance(following, Mention) and not following.mutual:
            if following.possessive and (element.lemma not in HELPING or following.text.lower() != "her"):
                return elements
            kept = [] if element.lemma in HELPING else [element]
            return [*elements[:i], replace(following, possessive=False), *kept, *elements[i + 2 :]]
    return elements


def _leads(clause: Clause) -> bool:
    """Whether a clause without a subject speaks of the next one's: "Kneeling, he takes her hand"."""
    first = clause.elements[0]
    if not isinstance(first, Token) or any(isinstance(e, Mention) and e.mutual for e in clause.elements):
        return False
    if any(
        isinstance(e, Mention) and not e.possessive
        for e in clause.elements[: min((s.at for s in clause.said), default=9)]
    ):
        return False
    lower = first.text.lower()
    if clause.has("opposite", "side", "across", "between", "both", "apart"):
        return False
    return bool(clause.said) and (lower.endswith("ing") or lower in ("seated", "crouched", "perched", "not", "still"))


def _likewise(clause: Clause, before: Clause) -> Clause | None:
    """ "... he does too": what the clause before says, of somebody else."""
    who = [e for e in clause.elements if isinstance(e, Mention)]
    same = clause.has("too", "likewise", "same", "ditto") or (clause.has("do") and clause.has("so"))
    denied = clause.has("not") and len(clause.elements) == 2 and before.said and before.said[0].says("posture")
    if denied and who:
        start = before.said[0].at
        again = Clause([*clause.elements, *before.elements[start:]], step=clause.step)
        find_phrases(again)
        return again
    if not who or not same or len(clause.elements) > 5 or not before.said:
        return None
    start = before.said[0].at
    again = Clause([replace(who[0], possessive=False), *before.elements[start:]], step=clause.step)
    find_phrases(again)
    return again


_CARRIED: Final = frozenset({"height", "eye", "tall", "level", "stature"})


def _carried(clause: Clause, earlier: list[Clause]) -> frozenset[str]:
    """Words that a mere "B's 1.7 m" takes over from the clause before."""
    lengths = [q for _, q in clause.quantities if q.kind == "length"]
    short = sum(1 for e in clause.elements if isinstance(e, Token) and e.kind == "word" and e.lemma != "be") <= 1
    people = [e for e in clause.elements if isinstance(e, Mention)]
    if not earlier or clause.said or len(lengths) != 1 or len(people) != 1 or not short:
        return frozenset()
    before = earlier[-1]
    return before.carried | {e.lemma for e in before.elements if isinstance(e, Token) and e.lemma in _CARRIED}


def _actively(elements: list[Element], earlier: list[Clause]) -> list[Element]:
    """ "He is followed by her" as "she follows him"; "..., followed by her" likewise."""
    for i, element in enumerate(elements[:-2]):
        by, agent = elements[i + 1], elements[i + 2]
        if (
            not isinstance(element, Token)
            or element.lemma not in _DONE
            or not element.text.lower().endswith(("ed", "ld", "ught"))
        ):
            continue
        if not isinstance(by, Token) or by.lemma != "by" or not isinstance(agent, Mention):
            continue
        patient = [e for e in elements[:i] if not isinstance(e, Token) or e.lemma not in ("be", "close", "closely")]
        if not patient and earlier:
            patient = [Mention(earlier[-1].subject, "them")]
        if any(isinstance(e, Mention) for e in patient):
            return [replace(agent, possessive=False), element, *patient, *elements[i + 3 :]]
    return elements


_DONE: Final = words("done")


def _once_more(clause: Clause, before: Clause) -> Clause:
    """ "... then another": what the clause before says, with this one's numbers where it has any."""
    numbers: dict[str, Token] = {q.kind: q for _, q in clause.quantities}
    elements = [numbers.get(e.kind, e) if isinstance(e, Token) else e for e in before.elements]
    kinds = {e.kind for e in before.elements if isinstance(e, Token)}
    elements += [q for _, q in clause.quantities if q.kind not in kinds]
    again = Clause(elements, step=clause.step)
    find_phrases(again)
    return again


def _split(elements: list[Element]) -> list[tuple[int, list[Element]]]:
    """The clauses, each with the step it belongs to."""
    parts: list[list[Element]] = [[]]
    steps, step = [0], 0
    for index, element in enumerate(elements):
        if isinstance(element, Token):
            if element.kind == "stop":
                if element.text == STEP:
                    step += 1
                before = elements[index - 1] if index else None
                if parts[-1]:
                    parts.append([])
                    steps.append(step)
                steps[-1] = step
                after = elements[index + 1] if index + 1 < len(elements) else None
                told = isinstance(after, Token) and (after.kind == "age" or after.lemma not in FUNCTION_WORDS)
                told = told and isinstance(after, Token) and after.kind in ("word", "age")
                if element.text == "(" and told and isinstance(before, Mention) and not before.mutual:
                    parts[-1].append(replace(before, possessive=False))  # "B (seated)"
                continue
            if element.lemma == "who" and parts[-1]:
                parts.append([])
                steps.append(step)
            if element.lemma in CONJUNCTIONS - {"who"} and parts[-1] and _breaks(elements, index, parts[-1]):
                parts.append([])
                steps.append(step)
                continue
            if element.lemma == "who" and (meant := [e for e in elements[:index] if isinstance(e, Mention)]):
                parts[-1].append(meant[-1])
                continue
        elif _run_on(elements, index, parts[-1]):
            parts.append([])
            steps.append(step)
        parts[-1].append(element)
    return [(step, part) for step, part in zip(steps, parts) if part]


def _run_on(elements: list[Element], index: int, part: list[Element]) -> bool:
    """Whether a new sentence begins without a stop: "he is sitting she is standing"."""
    element, before = elements[index], elements[index - 1]
    following = elements[index + 1] if index + 1 < len(elements) else None
    if (
        not isinstance(element, Mention)
        or element.text.lower() not in ("he", "she")
        or not isinstance(following, Token)
    ):
        return False
    free = isinstance(before, Token) and (before.kind != "word" or before.lemma not in FUNCTION_WORDS)
    return free and following.lemma == "be" and any(isinstance(e, Mention) for e in part) and len(part) > 2


def _breaks(elements: list[Element], index: int, part: list[Element]) -> bool:
    """Whether a conjunction begins a new clause."""
    word = elements[index]
    following = elements[index + 1] if index + 1 < len(elements) else None
    assert isinstance(word, Token)
    if word.lemma == "as" and any(isinstance(e, Token) and e.lemma == "same" for e in part[-4:]):
        return False
    if word.lemma == "as":
        return isinstance(following, Mention) and not (
            isinstance(elements[index - 1], Token) and elements[index - 1].lemma in ("tall", "high", "same", "level")  # type: ignore[union-attr]
        )
    if word.lemma in ("and", "so", "then", "after"):
        last = part[-1]
        people = isinstance(following, Mention) and isinstance(last, Mention) and not last.mutual
        if people and all(isinstance(e, Mention) or e.lemma in FUNCTION_WORDS for e in part):
            return False
        if isinstance(following, Mention):
            return True
        said = any(isinstance(e, Token) and e.lemma not in FUNCTION_WORDS for e in part)
        return following is not None and said and following.lemma not in LOOSE | {"forth", "half"}
    return True


def _subject(clause: Clause, before: Who, inherits: bool) -> Who:
    """Of whom a clause speaks: who stands before its first phrase; without one, as in the clause before."""
    first = min((s.at for s in clause.said), default=len(clause.elements))
    quantity = min((at for at, q in clause.quantities if q.kind != "age"), default=first)
    subject: Who = frozenset()
    for i, element in enumerate(clause.elements[: max(first, 1)]):
        if not isinstance(element, Mention) or element.mutual:
            continue
        preceding = clause.before(i)
        if preceding in PREPOSITIONS and i > 0:
            continue
        if subject and preceding not in ("and",) and not isinstance(clause.elements[i - 1], Mention):
            break
        if element.possessive and first < len(clause.elements) and i + 1 < len(clause.elements) and quantity > i:
            subject = subject or element.who
            continue
        subject |= element.who
    if subject:
        return subject
    for i, element in enumerate(clause.elements):
        inverted = isinstance(clause.elements[0], Token) and clause.elements[0].lemma in PREPOSITIONS
        if isinstance(element, Mention) and i > first and inverted and clause.before(i) not in PREPOSITIONS:
            return element.who
    shared = any(isinstance(e, Mention) and e.mutual for e in clause.elements) or clause.has("apart", "both")
    return before if inherits and not (shared and len(before) == 1 and _is_state(clause)) else AB


def _is_state(clause: Clause) -> bool:
    """Whether a clause tells of a posture or a distance, not of a change."""
    return not any(s.says("move") for s in clause.said)


def person_follows(said: Said, clause: Clause) -> bool:
    """Whether the phrase is about a person named in it or right after."""
    return any(isinstance(e, Mention) for e in clause.elements[said.at : said.end + 2]) or said.owner is not None


def at_a_thing(said: Said, clause: Clause) -> bool:
    """Whether somebody looks up or down at no person: "looks up from", "down at his shoes", "at the floor"."""
    rest = [e for e in clause.elements[said.end :] if isinstance(e, Mention) or e.kind == "word"]
    if not rest:
        return False
    first = rest[0]
    if isinstance(first, Mention):
        return first.possessive and len(rest) > 1
    article = first.lemma in ("the", "a", "an") and not isinstance(rest[-1], Mention)
    return article or (first.lemma == "from" and "up" in said.words.lower().split())
