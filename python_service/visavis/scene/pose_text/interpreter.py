"""Reads a pose text."""

from dataclasses import dataclass, field
from typing import Final

from visavis.errors import InvalidInput
from visavis.scene.placement import Placement, PlacementError, Point, SceneObject
from visavis.scene.pose_text.arrange import Arrangement, arrange
from visavis.scene.pose_text.meaning import gather
from visavis.scene.pose_text.parse import clauses
from visavis.scene.pose_text.people import Cast
from visavis.scene.pose_text.reading import not_grounded, reading
from visavis.scene.pose_text.vocabulary import lemmatiser
from visavis.scene.pose_text.wishes import Wishes
from visavis.scene.pose_text.words import Token, tokens
from visavis.scene.track import Walk

MAX_CHARACTERS: Final = 512
SURE: Final = 0.97
"""Confidence in a sentence of which every word was understood."""


@dataclass(frozen=True)
class PoseReading:
    """What a pose text was understood as.

    Attributes:
        placement: where both end.
        transition_s: seconds the way there takes; None when the text tells of a state, not of a change.
        reading: what was understood, said back.
        confidence: in [0, 1]; below 0.5 treat it as a guess. 0 when nothing was grounded.
        not_understood: words that carry meaning and were not understood.
        walk: a way around the other, for `PlacementTrack.change`.
        names: who is who ("he" -> "a"), to be given along with the next text of the conversation.
        objects: things to glance at that the text names.
    """

    placement: Placement
    transition_s: float | None
    reading: str
    confidence: float
    not_understood: tuple[str, ...] = ()
    walk: Walk | None = None
    names: dict[str, str] = field(default_factory=dict)
    objects: tuple[SceneObject, ...] = ()


def interpret(text: str, current: Placement | None = None, names: dict[str, str] | None = None) -> PoseReading:
    """What a sentence about how the two stand means, from `current` (default: the default placement) on.

    Roles: see `visavis.scene.pose_text.people`. `names` are those of the conversation's earlier readings, so
    that "she takes a step back" means whom "she" meant before.

    Raises:
        InvalidInput: the text is empty or longer than 512 characters.
    """
    if not text.strip():
        raise InvalidInput("pose_text", "is empty; say how the two stand, e.g. 'they face each other, 80 cm apart'")
    if len(text) > MAX_CHARACTERS:
        raise InvalidInput("pose_text", f"has {len(text)} characters, more than the {MAX_CHARACTERS} it may have")
    current = current or Placement()
    cast = Cast()
    cast.remember(names or {})
    words = tokens(text, lemmatiser())
    found = clauses(words, cast)
    wishes = gather(found)
    unknown = tuple(dict.fromkeys(word for clause in found for word in clause.unknown))
    known_names = {**(names or {}), **cast.names()}
    if not wishes.understood:
        return PoseReading(current, None, not_grounded(current), 0.0, unknown or _content(words), names=known_names)
    arrangement = arrange(wishes, current)
    try:
        placement = arrangement.placement.validated()
    except PlacementError as error:
        return PoseReading(current, None, f"{not_grounded(current)[:-1]} ({error}).", 0.0, unknown, names=known_names)
    return PoseReading(
        placement,
        arrangement.seconds,
        reading(arrangement, cast, wishes),
        _confidence(wishes, unknown, words),
        unknown,
        arrangement.walk,
        known_names,
        _objects(wishes, arrangement),
    )


def _content(words: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.text for w in words if w.kind == "word"))


def _confidence(wishes: Wishes, unknown: tuple[str, ...], words: list[Token]) -> float:
    """How much of what carries meaning was understood, less where the text contradicts itself.

    A text most of whose words are no English word known here is at best a guess.
    """
    grounded = len(wishes.understood)
    share = grounded / (grounded + 0.35 * len(unknown))
    spoken = [w for w in words if w.kind == "word"]
    known = [lemmatiser().knows(w.text.lower()) or w.text[0].isupper() for w in spoken]
    confidence = SURE * share * (0.6 if wishes.clash else 1.0)
    return round(min(confidence, 0.4) if sum(known) < 0.5 * len(known) else confidence, 2)


def _objects(wishes: Wishes, arrangement: Arrangement) -> tuple[SceneObject, ...]:
    """Where the named things are: held before the chest, on the table between the two, or on a wall."""
    result = []
    a, b = arrangement.placement.a, arrangement.placement.b
    middle = [(p + q) / 2 for p, q in zip(a.position, b.position)]
    for name, place, salience, who in wishes.things:
        holder = arrangement.placement.person(min(who))
        where: Point
        if place == "held":
            ahead = holder.forward
            x, y, z = holder.position
            where = x + 0.3 * float(ahead[0]), y + holder.eye_height - 0.42, z + 0.3 * float(ahead[2])
        elif place == "table":
            where = middle[0], middle[1] + 0.75, middle[2]
        else:
            where = middle[0], middle[1] + 1.5, middle[2] + 2.5
        result.append(SceneObject(name, where, salience))
    return tuple(result)
