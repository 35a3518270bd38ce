"""A sentence as words in their base form, and the quantities in it: lengths, angles, times, ages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from visavis.scene.pose_text.notation import written_out
from visavis.scene.pose_text.tables import words

PACE: Final = 0.75
"""Metres of a step or pace."""

STAIR: Final = 0.18
"""Metres from one stair to the next."""

ARM: Final = 0.70
"""Metres of an arm's length."""

Kind = Literal["word", "length", "angle", "time", "age", "share", "stop"]


@dataclass(frozen=True)
class Token:
    """A word, a quantity or a stop.

    Attributes:
        text: as written, contractions resolved.
        lemma: base form, lower case; of a quantity its unit.
        kind: what it is.
        value: metres, degrees, seconds, years or a factor; 0 of words.
        possessive: whether it ends in 's.
        at: index of its first word in the text; equal for the parts of one.
    """

    text: str
    lemma: str
    kind: Kind = "word"
    value: float = 0.0
    possessive: bool = False
    at: int = 0


_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen"""
NUMBERS: Final[dict[str, float]] = {word: float(i) for i, word in enumerate(_ONES.split())}
NUMBERS.update({"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50})
NUMBERS.update({"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "half": 0.5, "quarter": 0.25})
VAGUE: Final = {"couple": 2.0, "few": 3.0, "several": 4.0, "some": 3.0}

_UNIT_NAMES: Final[tuple[tuple[Kind, float, str], ...]] = (
    ("length", 1.0, "m mt mts mtr meter meters metre metres"),
    ("length", 0.01, "cm cms centimeter centimeters centimetre centimetres"),
    ("length", 0.001, "mm millimeter millimeters millimetre millimetres"),
    ("length", 0.1, "dm decimeter decimeters decimetre decimetres"),
    ("length", 0.3048, "ft foot feet '"),
    ("length", 0.0254, 'in inch inches "'),
    ("length", 0.9144, "yd yard yards yds"),
    ("length", PACE, "pace paces step steps stride strides"),
    ("length", STAIR, "stair stairs rung rungs"),
    ("share", 0.01, "percent pct"),
    ("share", 1.0, "fold"),
    ("length", 1000.0, "km kilometre kilometres kilometer kilometers"),
    ("angle", 1.0, "° degree degrees deg degs"),
    ("time", 1.0, "s sec secs second seconds"),
    ("time", 60.0, "min mins minute minutes"),
)
_ONWARD: Final = frozenset({"forward", "forwards", "back", "backward", "backwards"})
"""What may follow a number whose unit was said earlier."""
_STEPS: Final = frozenset({"pace", "paces", "step", "steps", "stride", "strides"})
STRIDES: Final = dict.fromkeys(("small", "little", "short", "tiny", "half", "baby"), 0.55)
"""Adjectives of steps and what they do to their length."""
STRIDES.update(dict.fromkeys(("big", "large", "long", "giant", "great"), 1.4))
STRIDES.update(dict.fromkeys(("quick", "slow", "careful", "single", "full", "hesitant", "cautious", "more"), 1.0))
UNITS: Final[dict[str, tuple[Kind, float]]] = {
    name: (kind, size) for kind, size, names in _UNIT_NAMES for name in names.split()
}

IRREGULAR: Final = dict(pair.split(":") for pair in words("irregular"))
"""Inflected forms no rule finds, and their base."""
_CONTRACTED: Final = (
    (r"\b(can|wo|do|does|did|is|are|was|were|has|have|had|should|could|would)n't\b", r"\1 not"),
    (r"\b(each other|one another)'s\b", r"\1"),
    (r"\b(he|she|it|who|there|that|one|what|where|other|everyone)'s\b", r"\1 is"),
    (r"\b(they|we|you)'re\b", r"\1 are"),
    (r"\b(he|she)s\b", r"\1 is"),
    (r"\b(they|we|you)re\b(?= \w+ing| [a-z]+ed)", r"\1 are"),
    (r"\binfront\b", "in front"),
    (r"(?<=\w) (him|her|it|them)sel(f|ves)(?= (to|toward|towards|away|back|up|down|on|in|beside|next)\b)", ""),
    (r"\bi'm\b", "I am"),
    (r"\b(i|they|we|you|he|she)'(ve|d|ll)\b", r"\1 \2"),
    (r"\b(the )?one (to|from|of|at|towards?|against|with|near) (the )?other\b", r"\2 each other"),
    (r"\b(turn\w*|show\w*|give[sn]?|gave|giving|with|stay\w*) the back\b", r"\1 its back"),
    (r"\bmore (tall|high|big|small|short|near|close|low)\b", r"\1er"),
    (r"\b(\w+) too \1\b", r"\1 to \1"),
    (r"\bform (her|him|them|each|one)\b", r"from \1"),
    (r"\bnexto\b", "next to"),
    (r"\bcannot\b", "can not"),
    (r"\bwhich (?=is |are |sits|stands|sit |stand |kneel|lie|has )", "who "),
    (r"\bvis[- ][àa][- ]vis\b", "vis a vis"),
)
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'s\b)?|['\"°]|[.,;:!?()—–]|-(?=\d)|-")


class Lemmas:
    """Base forms of words, as far as a vocabulary knows them."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """`vocabulary`: the base forms."""
        self.vocabulary = frozenset(vocabulary) | frozenset(IRREGULAR.values())

    def of(self, word: str) -> str:
        """The base form of a lower-case word, or the word itself."""
        if word in IRREGULAR:
            return IRREGULAR[word]
        if word in self.vocabulary and not word.endswith(("ing", "ed")):
            return word
        if word.endswith("men") and word[:-3] + "man" in self.vocabulary:
            return word[:-3] + "man"
        for form in _stems(word):
            if form in self.vocabulary:
                return form
        return word

    def knows(self, word: str) -> bool:
        """Whether a lower-case word, in whatever form, belongs to the vocabulary."""
        return word in IRREGULAR or self.of(word) in self.vocabulary


def _stems(word: str) -> Iterable[str]:
    if word.endswith("ies") or word.endswith("ied"):
        yield word[:-3] + "y"
    for ending in ("ing", "ed", "s", "es", "er", "ly"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        yield stem
        if ending in ("ing", "ed", "er"):
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def tokens(text: str, lemmas: Lemmas) -> list[Token]:
    """The words, quantities and stops of `text`."""
    plain = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("½", " half ")
    plain = written_out(plain)
    plain = re.sub(r"(\d)\s*'\s*(\d+)\s*(?:\"|''|in\b|$|\s)", r"\1 feet \2 inches ", plain)
    plain = re.sub(r"(\d)(?=[^\W\d_])", r"\1 ", plain)
    for pattern, into in _CONTRACTED:
        plain = re.sub(pattern, into, plain, flags=re.IGNORECASE)
    found: list[Token] = []
    for at, match in enumerate(_TOKEN.finditer(plain)):
        word = match.group()
        if word == "-":
            continue
        if not (word[0].isalnum() or word in "'\"°"):
            found.append(Token(word, word, "stop", at=at))
            continue
        possessive = word.endswith("'s")
        bare = word.removesuffix("'s")
        found.append(Token(bare, lemmas.of(bare.lower()), possessive=possessive, at=at))
    return _quantities(found)


def _number(sequence: list[Token], i: int) -> tuple[float, int] | None:
    """A number that begins at word i, and the index after it."""
    word = sequence[i].text.lower()
    if word[0].isdigit():
        value, i = float(word.replace(",", ".")), i + 1
    elif word in NUMBERS:
        value, i = NUMBERS[word], i + 1
        if value >= 20 and i < len(sequence) and 0 < NUMBERS.get(sequence[i].text.lower(), 0) < 10 and value % 10 == 0:
            value, i = value + NUMBERS[sequence[i].text.lower()], i + 1
    elif word in ("a", "an") and i + 1 < len(sequence):
        following = sequence[i + 1].text.lower()
        if following in VAGUE:
            i = i + 2
            return VAGUE[following], i + 1 if _is(sequence, i, "of") else i
        if following in ("half", "quarter", "dozen", "hundred"):
            value, i = {"hundred": 100.0}.get(following, NUMBERS.get(following, 1.0)), i + 2
        else:
            return 1.0, i + 1
    elif word in VAGUE:
        return VAGUE[word], i + 2 if _is(sequence, i + 1, "of") else i + 1
    else:
        return None
    if _is(sequence, i, "hundred"):
        value, i = value * 100, i + 1
    if _is(sequence, i, "dozen"):
        value, i = value * 12, i + 1
    if _is(sequence, i, "and") and _is(sequence, i + 1, "a") and _is(sequence, i + 2, "half"):
        value, i = value + 0.5, i + 3
    if value in (0.5, 0.25) and i < len(sequence) and sequence[i].text.lower() in ("a", "an", "of"):
        i += 1
        i += _is(sequence, i, "a")
    return value, i


def _is(sequence: list[Token], i: int, text: str) -> bool:
    return i < len(sequence) and sequence[i].text.lower() == text


def _unit(sequence: list[Token], i: int) -> tuple[Kind, float] | None:
    return UNITS.get(sequence[i].text.lower()) if i < len(sequence) and sequence[i].kind == "word" else None


def _quantities(sequence: list[Token]) -> list[Token]:
    """The same with numbers and their units joined."""
    result: list[Token] = []
    i, unit = 0, PACE
    while i < len(sequence):
        quantity = _quantity(sequence, i, unit) if sequence[i].kind == "word" else None
        if quantity is None:
            result.append(sequence[i])
            i += 1
        else:
            token, after = quantity
            if token.kind == "length" and token.text.lower() in UNITS:
                unit = UNITS[token.text.lower()][1]
            i = after
            result.append(token)
    return result


def _hundredths(token: Token) -> float:
    lower = token.text.lower()
    return float(lower) if re.fullmatch(r"\d\d", lower) else NUMBERS.get(lower, 0.0)


def _quantity(sequence: list[Token], i: int, usual: float) -> tuple[Token, int] | None:
    """A number and its unit from word i on, and the index after them; "one forward" is in the `usual` metres."""
    at, start = sequence[i].at, i
    number = _number(sequence, i)
    if number is None:
        return None
    value, i = number
    if i + 1 < len(sequence) and sequence[i].text.lower() in ("to", "or") and (second := _number(sequence, i + 1)):
        after = second[1]
        if _unit(sequence, after) and sequence[i + 1].text.lower() not in ("a", "an"):
            value, i = (value + second[0]) / 2, after
    word = sequence[start].text.lower()
    joined = " ".join(w.text.lower() for w in sequence[i : i + 3])
    if joined.split()[:1] in (["turn"], ["turns"]) and value < 1:
        return Token("turn", "turn", "angle", 360 * value, at=at), i + 1
    if match := re.match(r"years? old|years?|yrs? old", joined):
        after = i + len(match.group().split())
        is_age = "old" in match.group() or word not in ("a", "an")
        return (Token("years", "year", "age", value, at=at), after) if is_age else None
    if joined.startswith(("hand breadth", "hands breadth", "hand width")):
        return Token("hand", "hand", "length", 0.1 * value, at=at), i + 2
    if re.match(r"arms? lengths?\b", joined) and (value >= 1 or word == "half"):
        return Token("arm", "arm", "length", ARM * value, at=at), i + 2
    alone = i == len(sequence) or sequence[i].kind == "stop"
    if alone and start > 0 and sequence[start - 1].lemma == "be" and 0 < value < 100:
        return Token("years", "year", "age", value, at=at), i  # "she is twelve"
    if word in ("a", "an") and i < len(sequence) and sequence[i].text.lower() in ("steps", "paces", "strides"):
        return None  # "A steps back"
    between = (
        start > 0 and sequence[start - 1].text in (",", "(") and i < len(sequence) and sequence[i].text in (",", ")")
    )
    if between and 1 <= value < 100 and word not in ("a", "an", "one"):
        return Token("years", "year", "age", value, at=at), i  # "Ahmed, six, ..."
    stride = 1.0
    if i + 1 < len(sequence) and sequence[i].lemma in STRIDES and sequence[i + 1].text.lower() in _STEPS:
        stride, i = STRIDES[sequence[i].lemma], i + 1
    unit = _unit(sequence, i)
    onward = i < len(sequence) and sequence[i].text.lower() in _ONWARD
    if unit is None and onward and i > start and word in NUMBERS and value >= 1:
        return Token("measure", "measure", "length", value * usual * stride, at=at), i
    if unit is None or (unit[0] == "time" and word == "a" and _is(sequence, i, "second")):
        return None
    if sequence[i].text.lower() in ("in", "s", "m") and not (word[0].isdigit() or word in NUMBERS):
        return None
    kind, size = unit
    total, i = value * size * stride, i + 1
    if _is(sequence, i, "and") and _is(sequence, i + 1, "a") and _is(sequence, i + 2, "half"):
        total, i = total + 0.5 * size, i + 3
    elif kind == "length" and size == 0.3048 and i < len(sequence):
        skip = 1 if _is(sequence, i, "and") else 0
        more = _number(sequence, i + skip) if i + skip < len(sequence) else None
        inches = more is not None and _unit(sequence, more[1]) == ("length", 0.0254)
        if more and inches and sequence[i + skip].text.lower() not in ("a", "an"):
            total, i = total + more[0] * 0.0254, more[1] + 1
    elif unit == ("length", 1.0) and i < len(sequence):
        i += int(_is(sequence, i, "and") and i + 1 < len(sequence) and _hundredths(sequence[i + 1]) >= 10)
        hundredths = NUMBERS.get(sequence[i].text.lower(), 0.0)
        if re.fullmatch(r"\d\d", sequence[i].text):
            hundredths = float(sequence[i].text)
        if hundredths >= 10:
            total, i = total + hundredths / 100, i + 1  # "1 m 20", "one metre fifty"
    return Token(sequence[i - 1].text, "measure", kind, total, at=at), i
