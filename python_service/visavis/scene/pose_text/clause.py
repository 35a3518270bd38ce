"""A part of a sentence, and which of the lexicon's phrases are in it."""

from dataclasses import dataclass, field
from typing import Final

from visavis.scene.pose_text.mentions import Element
from visavis.scene.pose_text.people import AB, Mention, Who
from visavis.scene.pose_text.tables import words
from visavis.scene.pose_text.vocabulary import ARTICLES, FUNCTION_WORDS, NEUTRAL, Entry, Sense, entries
from visavis.scene.pose_text.words import Token

NEGATIONS: Final = frozenset({"not", "never", "without", "no", "neither", "nobody", "neither of them"})
LOOSE: Final = words("loose")
"""Words that may stand inside a phrase without breaking it up."""
QUALITIES: Final = words("qualities")
"""Adjectives of things that may stand inside a phrase: "at a long [oak] table"."""


@dataclass
class Said:
    """A phrase of the lexicon, found.

    Attributes:
        senses: what it can say.
        words: as written.
        owner: whom an "X" in it means, or None.
        at, end: its first element's position in the clause, and the one after its last.
        negated: whether a "not" goes before it.
    """

    senses: tuple[Sense, ...]
    words: str
    owner: Who | None
    at: int
    end: int
    negated: bool = False

    def says(self, topic: str) -> str | None:
        """Its value on a topic, None where it says nothing of it."""
        return next((sense.value for sense in self.senses if sense.topic == topic), None)


@dataclass
class Clause:
    """A part of the sentence with one subject.

    Attributes:
        elements: tokens and mentions in order.
        subject: of whom it speaks.
        said: the lexicon's phrases in it.
        quantities: (position, token) of lengths, angles, times, ages.
        unknown: words that carry meaning and were not understood.
        step: which of the text's steps it belongs to.
        carried: words of the clause before that this one leaves out ("A's eye height is 1.2 m, B's 1.7 m").
    """

    elements: list[Element]
    subject: Who = AB
    said: list[Said] = field(default_factory=list)
    quantities: list[tuple[int, Token]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    step: int = 0
    carried: frozenset[str] = frozenset()

    def has(self, *lemmas: str) -> bool:
        """Whether one of the words stands in it."""
        return not self.carried.isdisjoint(lemmas) or any(
            isinstance(e, Token) and e.lemma in lemmas for e in self.elements
        )

    def before(self, position: int) -> str:
        """The word before a position, articles passed over, in its base form; empty where there is none."""
        while position > 0:
            element = self.elements[position - 1]
            if not isinstance(element, Token) or element.lemma not in ARTICLES:
                return element.lemma if isinstance(element, Token) else ""
            position -= 1
        return ""

    def after(self, position: int, within: int = 3) -> list[str]:
        """Base forms of the words after a position."""
        return [e.lemma for e in self.elements[position + 1 : position + 1 + within] if isinstance(e, Token)]


def find_phrases(clause: Clause) -> None:
    """The longest phrases first; none shares a word with another."""
    table = entries()
    found: list[tuple[list[int], Entry, Who | None]] = []
    for i, element in enumerate(clause.elements):
        if isinstance(element, Token) and element.kind != "word":
            clause.quantities.append((i, element))
            continue
        firsts = ["X", "each other"] if isinstance(element, Mention) else [element.lemma]
        for entry in (entry for first in firsts for entry in table.get(first, ())):
            if match := _match(clause.elements, i, entry):
                found.append((match[0], entry, match[1]))
    found.sort(key=lambda hit: (-len(hit[1].words), hit[0][-1] - hit[0][0], hit[0][0]))
    used: set[int] = set()
    for places, entry, owner in found:
        if used.isdisjoint(places):
            used.update(places)
            words_ = " ".join(clause.elements[p].text for p in places)
            negated = _negated(clause.elements, places[0])
            clause.said.append(Said(entry.senses, words_, owner, places[0], places[-1] + 1, negated))
    clause.said.sort(key=lambda said: said.at)
    for i, element in enumerate(clause.elements):
        if i not in used and isinstance(element, Token) and element.kind == "word":
            known = element.lemma in FUNCTION_WORDS or element.lemma in NEUTRAL or element.lemma in LOOSE
            if not known and element.lemma not in ARTICLES and not element.text[0].isdigit():
                clause.unknown.append(element.text)


def _match(elements: list[Element], start: int, entry: Entry) -> tuple[list[int], Who | None] | None:
    """Where the entry's sequence stand from `start` on, loosely: fillers and quantities may come between."""
    places: list[int] = []
    owner: Who | None = None
    i = start
    for k, word in enumerate(entry.words):
        while i < len(elements):
            element = elements[i]
            if isinstance(element, Mention):
                if word == "X":
                    owner = element.who
                    break
                if word == "each other" and element.mutual:
                    break
                if k == 0 or not (element.possessive or element.mutual):
                    return None
            elif element.lemma == word and element.kind == "word":
                break
            elif k == 0 or not (_skippable(element) or (k == len(entry.words) - 1 and _describes(elements, i))):
                return None
            i += 1
            if i - (places[-1] if places else start) > 6:
                return None
        if i >= len(elements):
            return None
        places.append(i)
        i += 1
    return places, owner


def _describes(elements: list[Element], i: int) -> bool:
    """Whether a word stands between an article and a noun: "across a [narrow] table"."""
    element, before = elements[i], elements[i - 1]
    word = isinstance(element, Token) and element.lemma not in FUNCTION_WORDS and element.kind == "word"
    return word and isinstance(before, Token) and before.lemma in ARTICLES


def _skippable(element: Token) -> bool:
    if element.kind in ("length", "angle", "time"):
        return True
    return element.lemma in ARTICLES or element.lemma in LOOSE or element.lemma in QUALITIES


def _negated(elements: list[Element], at: int) -> bool:
    """Whether a "not" goes before position `at`; a "without" or "no" reaches three words far, "without a word, ..."."""
    for i, element in enumerate(elements[:at]):
        word = element.lemma if isinstance(element, Token) else element.text.lower()
        if word in NEGATIONS and (word not in ("without", "no") or at - i <= 3):
            between = elements[i + 1 : at]
            if word not in ("without", "no") or not any(isinstance(e, Mention) and not e.possessive for e in between):
                return True
    return False
