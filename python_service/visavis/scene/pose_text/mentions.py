"""Finds whom the words of a sentence mean: letters, order, pronouns, nouns, names."""

from dataclasses import replace
from typing import Final

from visavis.scene.pose_text.people import (
    AB,
    BOTH,
    DETERMINERS,
    GROUPS,
    NAMES,
    PERSON_NOUNS,
    POSSESSIVES,
    PRONOUNS,
    Cast,
    Mention,
    Who,
)
from visavis.scene.pose_text.tables import phrases, words
from visavis.scene.pose_text.vocabulary import FUNCTION_WORDS, lemmatiser
from visavis.scene.pose_text.words import Token

PREPOSITIONS = words("prepositions")
SIZE_WORDS = frozenset(word for _, phrase in phrases("size") for word in phrase.split()) - set(PERSON_NOUNS)
PARTS = words("parts")
"""What "one" and "the other" speak of when they mean no person."""
FURNITURE = words("furniture")
"""What a noun for somebody only describes: "the patient's bed", "hostage scene"."""
_BETWEEN: Final = ("just", "only", "still", "not", "also", "the")
TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sgt", "lt", "capt"})
_TOLD: Final = frozenset(
    {"sitting", "seated", "standing", "kneeling", "crouching", "crouched", "lying", "facing", "leaning"}
)
"""What a list says of somebody right after the noun."""
_ROLE_ENDINGS: Final = ("er", "or", "ist", "ian", "eer", "man", "woman", "ess", "ee")
_THINGS: Final = words("things")
Element = Token | Mention


def _role(noun: str) -> bool:
    """Whether an unknown noun sounds like somebody's trade."""
    return len(noun) >= 6 and noun.endswith(_ROLE_ENDINGS) and noun not in _THINGS


def with_mentions(sequence: list[Token], cast: Cast) -> list[Element]:
    """The sentence with its people found; `cast` learns who they are."""
    letters = any(w.text == "B" for w in sequence)
    elements: list[Element] = []
    i, subject = 0, AB
    fresh = True
    while i < len(sequence):
        if sequence[i].kind == "stop" or sequence[i].lemma in ("and", "while", "but", "whereas", "whilst", "who"):
            fresh = True
        known = dict(cast.people)
        mention = _whose(sequence, i, elements) or _mention(sequence, i, cast, subject, fresh, letters)
        if mention is None:
            elements.append(sequence[i])
            i += 1
            continue
        if (same := _predicate(mention, elements)) is not None:
            cast.people = known
            if len(same) == 1 and min(same) in known and mention.noun:
                known[min(same)].words.add(mention.noun)
            mention = replace(mention, who=same)
        before = sequence[i - 1].lemma if i else ""
        if fresh and not mention.possessive and not mention.mutual and before not in PREPOSITIONS:
            subject, fresh = mention.who, False
        elements.append(mention)
        i += len(mention.tokens)
    return elements


def _whose(sequence: list[Token], i: int, elements: list[Element]) -> Mention | None:
    """ "... her, whose back is turned": whose means whoever was named last."""
    if sequence[i].text.lower() != "whose":
        return None
    meant = next((e for e in reversed(elements) if isinstance(e, Mention)), None)
    if meant is None:
        return None
    elements.append(Token(",", ",", "stop", at=sequence[i].at))
    return Mention(meant.who, "whose", possessive=True, tokens=(sequence[i],))


def _predicate(mention: Mention, elements: list[Element]) -> Who | None:
    """Who "is a child": the one the verb speaks of, not somebody new."""
    the_one = mention.text.lower() in ("one", "the one")
    if len(elements) < 2 or not (the_one or (mention.noun and mention.text.split()[0].lower() in ("a", "an", "the"))):
        return None
    rest = [e for e in elements[-4:] if not (isinstance(e, Token) and e.lemma in _BETWEEN)]
    if len(rest) < 2 or isinstance(rest[-1], Mention) or rest[-1].lemma != "be":
        return None
    meant = rest[-2]
    alone = isinstance(meant, Mention) and not meant.possessive and len(meant.who) == 1
    return meant.who if alone and isinstance(meant, Mention) else None


def _mention(sequence: list[Token], i: int, cast: Cast, subject: Who, fresh: bool, letters: bool) -> Mention | None:
    word, lower = sequence[i], sequence[i].text.lower()
    if word.kind not in ("word", "age"):
        return None
    following = [w.text.lower() for w in sequence[i + 1 : i + 5]]
    next1 = following[0] if following else ""

    if (lower, next1) in (("each", "other"), ("one", "another")):
        return _meant(sequence, i, AB, 2, mutual=True)
    if lower in ("person", "speaker", "character", "participant", "avatar", "actor", "player", "subject") and next1 in (
        "a", "b", "1", "2", "one", "two"
    ):  # fmt: skip
        return _meant(sequence, i, cast.fixed(0 if next1 in "a1one" else 1, lower + " " + sequence[i + 1].text), 2)
    if (
        lower == "the"
        and next1 in ("person", "speaker", "character", "player")
        and following[1:2]
        and (following[1] in ("one", "two", "1", "2"))
    ):
        return _meant(sequence, i, cast.fixed(0 if following[1] in "1one" else 1, f"{next1} {following[1]}"), 3)
    if word.text == "B" or (word.text == "A" and _is_letter(sequence, i, letters)):
        cast.explicit = True
        return _meant(sequence, i, cast.fixed("AB".index(word.text), word.text), 1)
    if lower == "the" and next1 in _TOLD and following[1:2] == ["one"]:
        who = cast.named(next1, "", f"the {next1} one", subject)
        return replace(_meant(sequence, i, who, 3), noun="one", adjectives=(sequence[i + 1].lemma,))
    if order := _by_order(sequence, i, cast):
        mention = _meant(sequence, i, order[0], order[1])
        return mention if len(order) == 2 or order[2] not in PERSON_NOUNS else replace(mention, noun=order[2])
    if lower in ("one", "other") or (lower == "the" and next1 == "other"):
        return _one_or_other(sequence, i, cast, subject, fresh)
    if lower in PRONOUNS:
        if lower in POSSESSIVES and (noun := _noun_phrase(sequence, i, cast, subject)):
            return noun
        owns = lower == "his" or (lower == "her" and _owns(sequence, i))
        return _meant(sequence, i, cast.pronoun(lower, subject, fresh, owns), 1, owns=owns)
    if lower in ("i", "me", "my", "myself", "you", "your", "yourself"):
        base = "I" if lower in ("i", "me", "my", "myself") else "you"
        if lower in ("my", "your") and (noun := _noun_phrase(sequence, i, cast, subject)):
            return noun
        return _meant(sequence, i, cast.fixed(int(base == "you"), base), 1, owns=lower in ("my", "your"))
    if lower == "its":
        last = [w for w in cast.people if sequence[max(0, i - 8) : i] and len(cast.people) == 1]
        return _meant(sequence, i, frozenset(last) if len(subject) > 1 and last else subject, 1, owns=True)
    if lower == "each" and (set(following[:1]) & (PARTS | {"end", "time"}) or not fresh):
        return None
    if lower in BOTH and not (lower == "two" and next1 not in ("of", "stand", "sit", "are", "face", "lean")):
        skip = 1 + (3 if following[:2] == ["of", "them"] else 0)
        return _meant(sequence, i, AB, min(skip, 3), owns=lower in ("their", "our"))
    if noun := _noun_phrase(sequence, i, cast, subject):
        return noun
    if fresh and (stranger := _stranger(sequence, i, cast, subject)):
        return stranger
    return _name(sequence, i, cast, subject)


def _stranger(sequence: list[Token], i: int, cast: Cast, subject: Who) -> Mention | None:
    """Somebody called by an unknown noun: "the analyst sits ..."."""
    article = int(sequence[i].text.lower() in ("the", "a", "an"))
    if i + article + 1 >= len(sequence) or len(cast.people) > 1:
        return None
    noun, verb = sequence[i + article : i + article + 2]
    if noun.text.lower() in BOTH | GROUPS:
        return None
    known = noun.kind != "word" or lemmatiser().knows(noun.text.lower()) or noun.text.lower() in NAMES
    told = verb.text.lower() in _TOLD
    if not article and (noun.text[0].isupper() or not (verb.text.endswith("s") or told)):
        return None
    does = told or (verb.kind == "word" and verb.lemma != verb.text.lower() and lemmatiser().knows(verb.text.lower()))
    if known or not (does or (article and _role(noun.text.lower()))):
        return None
    return _meant(sequence, i, cast.named(noun.lemma, "", f"the {noun.text}", subject), 1 + article)


def _meant(sequence: list[Token], i: int, who: Who, count: int, owns: bool = False, mutual: bool = False) -> Mention:
    tokens = tuple(sequence[i : i + count])
    text = " ".join(token.text for token in tokens)
    return Mention(who, text, possessive=owns or tokens[-1].possessive, mutual=mutual, tokens=tokens)


def _is_letter(sequence: list[Token], i: int, letters: bool) -> bool:
    """Whether a capital A is the person and not the article."""
    following = sequence[i + 1] if i + 1 < len(sequence) else None
    if following is None or following.kind == "stop" or sequence[i].possessive:
        return True
    if following.text.lower() in ("and", "is", "has", "with", "or", "to"):
        return True
    inflected = following.kind == "word" and following.text.endswith("s") and following.lemma != following.text
    if inflected and following.lemma not in PERSON_NOUNS:
        return True
    after = sequence[i + 2] if i + 2 < len(sequence) else None
    ends = after is None or after.kind != "word" or after.lemma in PREPOSITIONS
    if ends and following.text.lower() in ("first", "last", "left", "right", "behind"):
        return True
    if ends and following.text.endswith(("ed", "ing")) and following.lemma != following.text.lower():
        return True
    noun = any(w.lemma in PERSON_NOUNS for w in sequence[i + 1 : i + 4])
    return (letters and not (noun and i == 0)) or (i > 0 and sequence[i - 1].kind != "stop")


def _by_order(sequence: list[Token], i: int, cast: Cast) -> tuple[Who, int] | tuple[Who, int, str] | None:
    """ "the first (person)", "the man on the right", "the left one"."""
    j = i + (sequence[i].text.lower() == "the")
    if j >= len(sequence):
        return None
    order = {"first": 0, "second": 1, "left": 0, "right": 1}.get(sequence[j].text.lower())
    following = sequence[j + 1] if j + 1 < len(sequence) else None
    person = following is not None and (following.lemma in PERSON_NOUNS or following.text.lower() in ("one", "speaker"))
    bare = sequence[j].text.lower() in ("first", "second") and j > i
    if order is not None and (person or bare) and not (following and following.kind == "time"):
        opens = not i or sequence[i - 1].kind == "stop"
        named = following is not None and following.lemma in PERSON_NOUNS
        if sequence[j].text.lower() in ("left", "right") and j == i and not (opens and named):
            return None
        cast.explicit = True
        return cast.fixed(order, sequence[j].text.lower()), j - i + (2 if person else 1)
    if sequence[j].lemma in PERSON_NOUNS or sequence[j].text.lower() == "one":
        rest = [w.text.lower() for w in sequence[j + 1 : j + 5]]
        side = rest[2] if rest[:2] in (["on", "the"], ["to", "the"], ["at", "the"]) and len(rest) > 2 else ""
        if side in ("left", "right") and (len(rest) < 4 or rest[3] not in ("of", "side", "hand")):
            cast.explicit = True
            return cast.fixed(int(side == "right"), f"{side} one"), j - i + 4, sequence[j].lemma
    return None


def _one_or_other(sequence: list[Token], i: int, cast: Cast, subject: Who, fresh: bool) -> Mention | None:
    lower = sequence[i].text.lower()
    following = [w.text.lower() for w in sequence[i + 1 : i + 4]]
    if lower == "one":
        if following[:2] == ["of", "them"] or following[:3] == ["of", "the", "two"]:
            return _meant(sequence, i, cast.named("one", "", "one", subject), 3 + (following[2:3] == ["two"]))
        if (i and sequence[i - 1].lemma in ("this", "that", "no", "any")) or set(following[:1]) & PARTS:
            return None
        if i + 1 < len(sequence) and sequence[i + 1].kind == "word" and sequence[i + 1].lemma in PERSON_NOUNS:
            return _meant(sequence, i, cast.named("one", "", "one", subject), 2)
        again = fresh and any("one" in person.words for person in cast.people.values())
        if again and not (i and sequence[i - 1].text.lower() == "the"):
            return _meant(sequence, i, cast.named("other", "", "the other", subject), 1)
        return _meant(sequence, i, cast.named("one", "", "one", subject), 1)
    count = 2 if lower == "the" else 1
    before = [token.text.lower() for token in sequence[max(0, i - 3) : i] if token.text.lower() != "the"]
    in_a_row = before[-2:] in (["one", "behind"], ["one", "after"], ["one", "beside"])
    ends = [t.text.lower() for t in sequence[:i]]
    an_end = i > 0 and sequence[i - 1].text.lower() in ("at", "on", "in") and "one" in ends[:-1]
    an_end = an_end and ends[len(ends) - ends[::-1].index("one")] in PARTS
    if set(following[count - 1 : count]) & PARTS or in_a_row or an_end:
        return None
    who = cast.named("other", "", "the other", subject)
    if "one" not in {w for p in cast.people.values() for w in p.words} and subject != AB:
        who = AB - subject
    noun = sequence[i + count] if i + count < len(sequence) else None
    extra = int(noun is not None and noun.kind == "word" and (noun.text.lower() == "one" or noun.lemma in PERSON_NOUNS))
    return _meant(sequence, i, who, count + extra)


def _owns(sequence: list[Token], i: int) -> bool:
    """Whether "her" goes with a noun that follows."""
    if i + 1 >= len(sequence):
        return False
    following = sequence[i + 1]
    return following.kind == "word" and following.lemma not in FUNCTION_WORDS - {"own", "left", "right", "back"}


def _noun_phrase(sequence: list[Token], i: int, cast: Cast, subject: Who) -> Mention | None:
    """[a, the, her, two] [tall, eight-year-old] child."""
    j = i
    determiner = sequence[j].text.lower() if sequence[j].text.lower() in DETERMINERS else ""
    j += bool(determiner)
    adjectives: list[str] = []
    while j < len(sequence) and len(adjectives) < 4:
        token = sequence[j]
        noun = token.kind == "word" and (token.lemma in PERSON_NOUNS or (adjectives and _is_name(token)))
        if (
            noun
            and j + 1 < len(sequence)
            and sequence[j + 1].text.lower().rstrip("s") in FURNITURE
            and (not token.possessive or token.lemma in ("driver", "passenger"))
        ):
            return None
        compound = noun and j + 1 < len(sequence) and sequence[j + 1].lemma in PERSON_NOUNS and not token.possessive
        if noun and not compound and not (adjectives or determiner or j > i) and j and sequence[j - 1].lemma == "stand":
            return None
        if noun and not compound:
            return _noun_mention(sequence, i, j, cast, subject, tuple(adjectives), determiner)
        after = sequence[j + 1].lemma if j + 1 < len(sequence) else ""
        listed = after in ("and", "with", "vs", "versus") and (not j or sequence[j - 1].lemma in ("and", "with", "of"))
        if token.kind == "age" and not determiner and not _noun_follows(sequence, j) and not listed:
            return None
        if token.kind == "age" and j + 1 < len(sequence) and not _noun_follows(sequence, j):
            return _noun_mention(sequence, i, j, cast, subject, (*adjectives, f"{token.value:g}"), determiner)
        if token.kind == "age":
            adjectives.append(f"{token.value:g}")
        elif (
            token.kind != "word"
            or (token.lemma in FUNCTION_WORDS | PREPOSITIONS and token.lemma != "very")
            or token.possessive
            or not (determiner or compound or token.lemma in SIZE_WORDS or _held(sequence, j))
        ):
            return None
        else:
            adjectives.append(token.lemma)
        j += 1
    return None


def _held(sequence: list[Token], j: int) -> bool:
    """Whether a posture goes before the noun: "seated man", "wheelchair user"."""
    posture = sequence[j].text.lower() in {*_TOLD, "sleeping", "wheelchair"} - {"facing", "leaning"}
    after = sequence[j + 1] if j + 1 < len(sequence) else None
    before = sequence[j - 1] if j else None
    free = before is None or before.kind == "stop" or before.lemma in (*PREPOSITIONS, "and")
    return posture and free and after is not None and after.kind == "word" and after.lemma in PERSON_NOUNS


def _is_name(token: Token) -> bool:
    lower = token.text.lower()
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and len(lower) > 1
        and (lower in NAMES or not lemmatiser().knows(lower))
    )


def _noun_follows(sequence: list[Token], j: int) -> bool:
    following = sequence[j + 1 : j + 3]
    if following and (following[0].kind != "word" or following[0].lemma in FUNCTION_WORDS):
        return False
    return any(w.lemma in PERSON_NOUNS for w in following)


def _noun_mention(
    sequence: list[Token], i: int, j: int, cast: Cast, subject: Who, adjectives: tuple[str, ...], determiner: str
) -> Mention | None:
    noun = sequence[j]
    lower = noun.text.lower()
    letter = sequence[j + 1].text if j + 1 < len(sequence) else ""
    if letter == "B" or (letter == "A" and not _noun_follows(sequence, j + 1)):
        cast.explicit = True
        text = " ".join(t.text for t in sequence[i : j + 2])
        base = noun.lemma if noun.kind == "word" else "child"
        who = cast.fixed("AB".index(letter), letter)
        return Mention(who, text, base, adjectives, sequence[j + 1].possessive, tokens=tuple(sequence[i : j + 2]))
    base = noun.lemma if noun.kind == "word" else "child"
    if _is_name(noun):
        who = cast.named(lower, NAMES.get(lower, ""), noun.text, subject)
        return Mention(who, noun.text, base, adjectives, noun.possessive, tokens=tuple(sequence[i : j + 1]))
    title = noun.text[0].isupper() and j + 1 < len(sequence) and sequence[j + 1].kind == "word"
    if title and (_is_name(sequence[j + 1]) or (base in TITLES and sequence[j + 1].text[0].isupper())):
        who = cast.named(sequence[j + 1].text.lower(), PERSON_NOUNS.get(base, ""), sequence[j + 1].text, subject)
        tokens = tuple(sequence[i : j + 2])
        return Mention(who, noun.text, base, adjectives, sequence[j + 1].possessive, tokens=tokens)
    tokens = tuple(sequence[i : j + 1])
    text = " ".join(t.text for t in tokens)
    plural = (lower != base and lower.endswith(("s", "men", "women", "people", "ren"))) or lower in GROUPS
    if (plural and noun.kind == "word" and not noun.possessive) or determiner in ("two", "both"):
        return Mention(AB, text, base, adjectives, tokens=tokens)
    gender = PERSON_NOUNS.get(base, "")
    known = any(base in person.words for person in cast.people.values())
    if determiner == "another" or (determiner in ("a", "an") and known and len(cast.people) == 1):
        base = f"another {base}"
    who = cast.named(base, gender, f"the {base}" if noun.text[0].islower() else noun.text, subject)
    return Mention(who, text, base, adjectives, noun.possessive, tokens=tokens)


_NO_NAME: Final = ("al", "ly", "ing", "tion", "ive", "ous", "ment", "ness", "able")


def _verbal(token: Token) -> bool:
    """Whether a word can say what somebody of an unknown name does."""
    lower = token.text.lower()
    inflected = token.kind == "word" and token.lemma != lower and lemmatiser().knows(lower)
    return inflected or lower in FUNCTION_WORDS or lower in ("stand", "sit")


def _name(sequence: list[Token], i: int, cast: Cast, subject: Who) -> Mention | None:
    word = sequence[i]
    lower = word.text.lower()
    known = lower in NAMES
    if not word.text[0].isupper() or (not known and lemmatiser().knows(lower)):
        return None
    if len(lower) == 1:
        return None
    first = i == 0 or sequence[i - 1].kind == "stop"
    if first and not known:
        following = sequence[i + 1] if i + 1 < len(sequence) else None
        verb = (
            following is not None
            and (following.text in (",", "(") or _verbal(following))
            and not lower.endswith(_NO_NAME)
        )
        if not verb and not word.possessive:
            return None
    return _meant(sequence, i, cast.named(lower, NAMES.get(lower, ""), word.text, subject), 1)
