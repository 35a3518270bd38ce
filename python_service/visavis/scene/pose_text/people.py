"""Who is meant: names, pronouns and nouns of a sentence, mapped to A and B.

The rule: whoever is called A, the first person or the left one is A, whoever is called B, the second or the
right one is B; else the first one mentioned is A and the second B. A pronoun means whom it can mean by gender.
Names settled earlier in a conversation keep their meaning.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from visavis.scene.pose_text.tables import words
from visavis.scene.pose_text.words import Token

Gender = Literal["m", "f", ""]

PERSON_NOUNS: Final[dict[str, Gender]] = {
    **dict.fromkeys(words("anyone"), ""),
    **dict.fromkeys(words("male"), "m"),
    **dict.fromkeys(words("female"), "f"),
}  # type: ignore[dict-item]
NAMES: Final[dict[str, Gender]] = {
    **dict.fromkeys(words("male_names"), "m"),
    **dict.fromkeys(words("female_names"), "f"),
}  # type: ignore[dict-item]
PRONOUNS: Final[dict[str, Gender]] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f",
}  # fmt: skip
POSSESSIVES: Final = frozenset({"his", "her", "their", "its", "my", "your", "our", "whose"})
BOTH: Final = frozenset(
    {
        "they",
        "them",
        "both",
        "each",
        "their",
        "themselves",
        "we",
        "us",
        "our",
        "pair",
        "neither",
        "couple",
        "duo",
        "everyone",
        "everybody",
        "two",
        "folk",
    }
)
GROUPS: Final = frozenset({"pair", "couple", "duo", "people", "folk", "lovers", "twins", "strangers"})
DETERMINERS: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "this",
        "that",
        "his",
        "her",
        "their",
        "my",
        "your",
        "our",
        "its",
        "another",
        "one",
        "some",
        "two",
        "both",
    }
)

Who = frozenset[int]
A, B, AB = frozenset({0}), frozenset({1}), frozenset({0, 1})


@dataclass
class Mention:
    """One or both people, as a stretch of the sentence names them.

    Attributes:
        who: whom it means.
        text: the words.
        noun: base form of the noun or name, empty for a pronoun.
        adjectives: base forms before the noun.
        possessive: whether it says whose something is.
        mutual: whether it is "each other".
        tokens: the tokens it covers.
    """

    who: Who
    text: str
    noun: str = ""
    adjectives: tuple[str, ...] = ()
    possessive: bool = False
    mutual: bool = False
    tokens: tuple[Token, ...] = ()


@dataclass
class _Person:
    name: str
    gender: Gender
    words: set[str] = field(default_factory=set)


@dataclass
class Cast:
    """The two people as a sentence introduces them."""

    people: dict[int, _Person] = field(default_factory=dict)
    explicit: bool = False

    def names(self) -> dict[str, str]:
        """What each was called: word -> "a" or "b"."""
        return {word: "ab"[who] for who, person in self.people.items() for word in person.words}

    def called(self, who: int) -> str:
        """What to call somebody: the first word used, or A or B."""
        person = self.people.get(who)
        return person.name if person and person.name else "AB"[who]

    def remember(self, names: dict[str, str]) -> None:
        """Take over who was who earlier."""
        for word, letter in names.items():
            who = "ab".index(letter)
            gender = PRONOUNS.get(word) or NAMES.get(word) or PERSON_NOUNS.get(word, "")
            person = self.people.setdefault(who, _Person("", gender))
            person.words.add(word)
            person.gender = person.gender or gender

    def fixed(self, who: int, name: str, gender: Gender = "") -> Who:
        """Somebody who was named by letter, order or side."""
        if self.people and who not in self.people and not self.explicit:
            # Somebody was met under another word and got the wrong letter: "the one on the right ... the left".
            other = 1 - who
            if other in self.people and len(self.people) == 1 and not self.people[other].words:
                self.people[who] = self.people.pop(other)
        self.people.setdefault(who, _Person(name, gender)).words.add(name.lower())
        return frozenset({who})

    def named(self, word: str, gender: Gender, shown: str, subject: Who) -> Who:
        """Somebody called by a name or noun: known by that word, or new, or whom the gender fits."""
        for who, person in self.people.items():
            if word in person.words:
                return frozenset({who})
        free = [who for who in (0, 1) if who not in self.people]
        if free:
            self.people[free[0]] = _Person(shown, gender, {word})
            return frozenset({free[0]})
        fits = [w for w, p in self.people.items() if gender and p.gender == gender and not _has_noun(p)]
        fits = fits or [w for w, p in self.people.items() if gender and p.gender == gender]
        fits = fits or [w for w in (0, 1) if w not in subject]
        return frozenset({fits[0]}) if fits else AB

    def pronoun(self, word: str, subject: Who, is_subject: bool, owns: bool = False) -> Who:
        """Whom he, him, his, she, her means."""
        gender = PRONOUNS[word]
        fits = [w for w, p in self.people.items() if p.gender == gender]
        if len(fits) == 2:
            return subject if is_subject or word in ("his", "himself", "herself") else AB - subject or AB
        if fits:
            self.people[fits[0]].words.add(_nominative(word))
            return frozenset(fits)
        unknown = [w for w, p in self.people.items() if not p.gender]
        if word == "his" and len(subject) == 1 and min(subject) in unknown:
            self.people[min(subject)].gender = gender
            self.people[min(subject)].words.add("he")
            return subject
        reflexive = word in ("himself", "herself")
        if unknown and (len(self.people) == 2 or is_subject or reflexive or word == "his" or owns):
            others = [w for w in unknown if w not in subject]
            choice = unknown[0] if is_subject or reflexive or not others else others[0]
            self.people[choice].gender = gender
            self.people[choice].words.add(_nominative(word))
            return frozenset({choice})
        free = [w for w in (0, 1) if w not in self.people]
        if free:
            self.people[free[0]] = _Person(_nominative(word), gender, {_nominative(word)})
            return frozenset({free[0]})
        return AB - subject or AB


def _nominative(word: str) -> str:
    return {"him": "he", "his": "he", "her": "she", "himself": "he", "herself": "she"}.get(word, word)


def _has_noun(person: _Person) -> bool:
    return any(word not in PRONOUNS for word in person.words)
