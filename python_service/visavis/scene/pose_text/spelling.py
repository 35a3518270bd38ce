"""Words not known, read as the known word that a slip of the finger makes them of."""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import Final

from visavis.scene.pose_text.people import NAMES, PERSON_NOUNS
from visavis.scene.pose_text.tables import TOPICS, phrases, words
from visavis.scene.pose_text.vocabulary import FUNCTION_WORDS, NEUTRAL, lemmatiser
from visavis.scene.pose_text.words import UNITS, Lemmas, Token

SHORTEST: Final = 3
"""Letters; a shorter word is never corrected."""
LONG: Final = 9
"""Letters from which on two slips are forgiven."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS: Final = ("", "s", "es", "ing", "ed")


def corrected(sequence: list[Token]) -> tuple[list[Token], dict[str, str]]:
    """The same with slips of spelling put right, and what was read as what."""
    _masks(), _by_length()  # made with the first text, whatever it is
    lemmas = lemmatiser()
    changed: dict[str, str] = {}
    result: list[Token] = []
    for i, token in enumerate(sequence):
        lower = token.text.lower()
        name = token.text[0].isupper() and (
            lower in NAMES or (i > 0 and (sequence[i - 1].kind != "stop" or sequence[i - 1].text in (",", ";")))
        )
        name |= token.text[0].isupper() and lower.isalpha() and _does(sequence, i + 1, lemmas)
        fine = token.kind != "word" or not lower.isalpha() or name or lemmas.knows(lower) or lower in UNITS
        better = () if fine or len(lower) < SHORTEST else _better(lower)
        if not better or (token.text[0].isupper() and i == 0 and len(lower) < 5):
            result.append(token)
            continue
        changed[token.text] = " ".join(better)
        result += [replace(token, text=word, lemma=lemmas.of(word)) for word in better]
    return result, changed


def _does(sequence: list[Token], i: int, lemmas: Lemmas) -> bool:
    """Whether word i is a verb in the third person, which makes a capitalised word before it a name."""
    if i >= len(sequence) or sequence[i].kind != "word":
        return False
    lower = sequence[i].text.lower()
    return lower.endswith("s") and lower not in ("is", "was", "has", "does") and lemmas.of(lower) != lower


@cache
def _known() -> dict[str, int]:
    """Known words and how readily one is meant: the lexicon's before those that carry no place."""
    ranks: dict[str, int] = {}
    lexicon = {w for topic in TOPICS for _, phrase in phrases(topic) for w in re.findall(r"[a-z]+", phrase)}
    groups = (FUNCTION_WORDS | lexicon, {*PERSON_NOUNS, *UNITS}, words("prepositions") | NEUTRAL)
    for rank, group in enumerate(groups):
        for word in group:
            if len(word) >= SHORTEST and word.isalpha():
                for ending in _ENDINGS if word in lexicon - FUNCTION_WORDS else ("",):
                    ranks.setdefault(word + ending, rank)
    return ranks


@cache
def _by_length() -> dict[tuple[str, int], list[str]]:
    table = defaultdict(list)
    for word, rank in _known().items():
        if rank == 0:
            table[word[0], len(word)].append(word)
    return dict(table)


@cache
def _better(word: str) -> tuple[str, ...]:
    """The known word or two that `word` is a slip of; empty when there is none."""
    ranks = _known()
    swaps = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    if found := [w for w in swaps if w in ranks]:
        return (min(found, key=lambda w: (ranks[w], w)),)
    for i in range(3, len(word) - 2):
        if word[:i] in ranks and word[i:] in ranks and len(word) >= 7:
            return word[:i], word[i:]
    if len(word) < 4:
        return ()
    candidates = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    candidates |= {word[:i] + c + word[i:] for i in range(1, len(word) + 1) for c in _LETTERS}
    if len(word) >= 5:
        candidates |= {word[:i] + c + word[i + 1 :] for i in range(1, len(word)) for c in _LETTERS}
    if found := [w for w in candidates if w in ranks and (ranks[w] != 1 or len(word) > 5)]:
        return (min(found, key=lambda w: (ranks[w], _squeezed(w) != _squeezed(word), len(w) != len(word), w)),)
    if len(word) < LONG:
        return ()
    mask = _mask(word)
    near = [
        other
        for length in range(len(word) - 1, len(word) + 2)
        for other in _by_length().get((word[0], length), ())
        if (_masks()[other] ^ mask).bit_count() <= 4 and _distance(word, other) <= 2
    ]
    return (min(near, key=lambda w: (ranks[w], w)),) if near else ()


def _mask(word: str) -> int:
    """The letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


@cache
def _masks() -> dict[str, int]:
    return {word: _mask(word) for word in _known()}


def _squeezed(word: str) -> str:
    """The word with double letters single: doubling is the commonest slip."""
    return re.sub(r"(.)\1", r"\1", word)


def _distance(one: str, other: str) -> int:
    """Slips between two words: letters left out, put in, replaced, or neighbours swapped [Damerau 1964]."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]
