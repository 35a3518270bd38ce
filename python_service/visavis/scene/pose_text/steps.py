"""A text told in steps ("they face each other, then she turns away"), and the voice of who directs the scene."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from visavis.scene.pose_text.people import NAMES, PERSON_NOUNS, PRONOUNS
from visavis.scene.pose_text.tables import words
from visavis.scene.pose_text.words import Token

STEP: Final = "=>"
"""A stop at which the next step begins."""
MARKERS: Final = (
    "and after that", "after that", "after this", "after which", "afterwards", "and then", "then", "and finally",
    "finally", "eventually", "subsequently", "in the end", "at the end", "and ends up", "and end up", "and eventually",
    "before long", "a moment later", "moments later", "only then", "and later", "later on", "thereupon", "whereupon",
)  # fmt: skip
"""What begins a next step, as lower-case words."""
OPENINGS: Final = (
    "to begin with",
    "at first",
    "at the start",
    "at the beginning",
    "initially",
    "first",
    "in the beginning",
)
"""What begins the first of several steps."""
DIRECTING: Final = words("directing")
"""What who directs the scene does: "I want", "can we have", "imagine you see"."""
HELPERS: Final = frozenset({"d", "ll", "can", "was", "am", "are", "were", "really", "just", "would", "could", "should"})
ASKING: Final = frozenset(
    {"can", "could", "would", "will", "please", "should", "may", "might", "if", "let", "for", "as"}
)


def _beginning(sequence: list[Token]) -> list[Token]:
    """ "They start 4 m apart; she walks up": what they start from is a step of its own."""
    for i, token in enumerate(sequence[:-1]):
        following = sequence[i + 1]
        if token.lemma not in ("start", "begin") or following.text.lower() == "to" or following.text.endswith("ing"):
            continue
        for j in range(i + 1, len(sequence) - 1):
            if sequence[j].kind == "stop" and sequence[j].text in ".,;":
                return [*sequence[:j], replace(sequence[j], text=STEP, lemma=STEP), *sequence[j + 1 :]]
        break
    return sequence


def told_in_steps(sequence: list[Token]) -> list[Token]:
    """The same words with a stop STEP before each step, in the order in which things happen."""
    sequence = _beginning(_without_openings(_in_order(sequence)))
    result: list[Token] = []
    i = 0
    while i < len(sequence):
        count = _marker(sequence, i)
        if count and any(t.kind != "stop" for t in result):
            while result[-1].kind == "stop":
                result.pop()
            result.append(Token(STEP, STEP, "stop", at=sequence[i].at))
            i += count
        elif count:
            i += count
        else:
            result.append(sequence[i])
            i += 1
    return result


def without_director(sequence: list[Token]) -> list[Token]:
    """The same without the "I", "you" and "we" of who asks for the scene, where others are its people."""
    if not any(_third_person(sequence, i) for i in range(len(sequence))):
        return sequence
    kept = []
    for i, token in enumerate(sequence):
        lower = token.text.lower()
        following = sequence[i + 1].text.lower() if i + 1 < len(sequence) else ""
        after = sequence[i + 2].lemma if i + 2 < len(sequence) else ""
        before = sequence[i - 1].lemma if i else ""
        verb = sequence[i + 1].lemma if i + 1 < len(sequence) else ""
        directs = (
            verb in DIRECTING
            or (lower in ("i", "we") and following == "d")
            or before in ASKING
            or (following in HELPERS and after in DIRECTING)
        )
        if lower in ("i", "you", "we", "us", "me") and (directs or before in DIRECTING):
            continue
        if lower == "like" and (before == "d" or sequence[i - 1].text.lower() in ("would", "i", "we")) and i:
            continue
        kept.append(token)
    return kept


def _third_person(sequence: list[Token], i: int) -> bool:
    token = sequence[i]
    lower = token.text.lower()
    if lower in PRONOUNS or lower in ("they", "them", "both") or token.text == "B":
        return True
    return token.kind == "word" and (token.lemma in PERSON_NOUNS or (lower in NAMES and token.text[0].isupper()))


def _matches(sequence: Sequence[Token], i: int, phrase: str) -> int:
    first, _, rest = phrase.partition(" ")
    if sequence[i].text.lower() != first:
        return 0
    wanted = [first, *rest.split()]
    found = [t.text.lower() for t in sequence[i : i + len(wanted)] if t.kind == "word"]
    return len(wanted) if found == wanted else 0


def _marker(sequence: list[Token], i: int) -> int:
    """How many tokens a marker takes that begins at i; 0 where there is none."""
    count = max((_matches(sequence, i, phrase) for phrase in MARKERS), default=0)
    if count:
        return count
    lower = sequence[i].text.lower()
    following = sequence[i + 1].text.lower() if i + 1 < len(sequence) else ""
    if lower == "before" and following.endswith("ing"):
        return 1
    if lower == "next" and i and sequence[i - 1].kind == "stop" and following not in ("to", "door"):
        return 1
    return 0


def _without_openings(sequence: list[Token]) -> list[Token]:
    for i in range(len(sequence)):
        for phrase in OPENINGS:
            count = _matches(sequence, i, phrase)
            following = sequence[i + count : i + count + 1]
            alone = phrase != "first" or (i == 0 and following and following[0].text.lower() not in ("person", "one"))
            if count and alone and not (i and sequence[i - 1].text.lower() in ("the", "her", "his")):
                return _without_openings([*sequence[:i], *sequence[i + count :]])
    return sequence


def _in_order(sequence: list[Token]) -> list[Token]:
    """ "After A, B" is A then B; "Before B, A" is A then B."""
    if len(sequence) < 4 or sequence[0].text.lower() not in ("after", "before"):
        return sequence
    if sequence[1].lemma in ("a", "that", "this", "the") and not any(t.text.lower() in PRONOUNS for t in sequence[1:4]):
        return sequence
    commas = [i for i, t in enumerate(sequence) if t.text == ","]
    subjects = [
        i
        for i, t in enumerate(sequence)
        if i >= 2 and t.text.lower() in ("he", "she", "they", "both") and i + 2 < len(sequence)
    ]
    cut = commas[0] if commas else subjects[0] if subjects else 0
    if not cut:
        return sequence
    first, second = sequence[1:cut], [t for t in sequence[cut:] if t.text != "," or t is not sequence[cut]]
    if sequence[0].text.lower() == "before":
        first, second = [t for t in second if t.text != "."], first
    return [
        *first,
        replace(sequence[cut], text=".", lemma=".", kind="stop"),
        Token("then", "then", at=sequence[cut].at),
        *second,
    ]
