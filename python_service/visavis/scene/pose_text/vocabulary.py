"""The lexicon made ready: phrases by their first word, and the words that need no understanding."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from visavis.scene.pose_text.people import NAMES, PERSON_NOUNS, PRONOUNS
from visavis.scene.pose_text.tables import TOPICS, phrases, words
from visavis.scene.pose_text.words import IRREGULAR, NUMBERS, Lemmas

ARTICLES: Final = frozenset({"a", "an", "the"})
FUNCTION_WORDS: Final = words("function")
"""Words whose absence from the lexicon loses nothing."""
NEUTRAL: Final = words("neutral")
"""Words that say nothing about where people are, and are no gap in the understanding."""


@dataclass(frozen=True)
class Sense:
    """One thing a phrase says."""

    topic: str
    value: str


@dataclass(frozen=True)
class Entry:
    """A phrase: its words ("X" for anybody) and what it says."""

    words: tuple[str, ...]
    senses: tuple[Sense, ...]


def _variants(phrase: str) -> list[tuple[str, ...]]:
    """The phrase's words, with and without those in brackets; articles never count."""
    choices = []
    phrase = phrase.replace("one another", "each_other").replace("each other", "each_other")
    for part in re.findall(r"\([^)]*\)|\S+", phrase):
        words = tuple(w.replace("_", " ") for w in part.strip("()").split() if w not in ARTICLES)
        choices.append([words, ()] if part.startswith("(") else [words])
    return [tuple(word for part in variant for word in part) for variant in product(*choices)]


@cache
def entries() -> dict[str, list[Entry]]:
    """All phrases by their first word, the longest first."""
    senses: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    lemmas = lemmatiser()
    for topic in TOPICS:
        for value, phrase in phrases(topic):
            for variant in _variants(phrase):
                based = tuple(w if w == "X" else lemmas.of(w) for w in variant)
                sense = Sense(topic, value)
                if based and sense not in senses[based]:
                    senses[based].append(sense)
    by_first: dict[str, list[Entry]] = defaultdict(list)
    for based, said in senses.items():
        by_first[based[0]].append(Entry(based, tuple(said)))
    for found in by_first.values():
        found.sort(key=lambda entry: -len(entry.words))
    return dict(by_first)


@cache
def lemmatiser() -> Lemmas:
    """Knows every word of the lexicon."""
    known = {w for topic in TOPICS for _, phrase in phrases(topic) for w in re.findall(r"[a-z]+", phrase)}
    known -= {word for word, base in IRREGULAR.items() if word != base}
    known |= words("directing") | words("body")
    return Lemmas(known | FUNCTION_WORDS | NEUTRAL | set(PERSON_NOUNS) | set(PRONOUNS) | set(NUMBERS) - set(NAMES))
