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
from visavis.scene.pose_text.spelling import corrected
from visavis.scene.pose_text.steps import told_in_steps, without_director
from visavis.scene.pose_text.vocabulary import lemmatiser
from visavis.scene.pose_text.wishes import Wishes
from visavis.scene.pose_text.words import Token, tokens
from visavis.scene.track import Walk

MAX_CHARACTERS: Final = 512
SURE: Final = 0.97
"""Confidence in a sentence of which every word was understood."""


@dataclass(frozen=True)
class PoseStep:
    """One of the things that happen one after the other.

    Attributes:
        placement: where both end.
        transition_s: seconds it takes; None for a state, not a change.
        walk: a way around the other.
    """

    placement: Placement
    transition_s: float | None
    walk: Walk | None = None


@dataclass(frozen=True)
class PoseReading:
    """What a pose text was understood as.

    Attributes:
        placement: where both end.
        transition_s: seconds all of it takes; None when the text tells of a state, not of a change.
        reading: what was understood, said back.
        confidence: in [0, 1]; below 0.5 treat it as a guess. 0 when nothing was grounded.
        not_understood: words that carry meaning and were not understood.
        walk: a way around the other, for `PlacementTrack.change`.
        names: who is who ("he" -> "a"), to be given along with the next text of the conversation.
        objects: things to glance at that the text names.
        steps: what happens one after the other, the last leading to `placement`; empty when nothing was grounded.
    """

    placement: Placement
    transition_s: float | None
    reading: str
    confidence: float
    not_understood: tuple[str, ...] = ()
    walk: Walk | None = None
    names: dict[str, str] = field(default_factory=dict)
    objects: tuple[SceneObject, ...] = ()
    steps: tuple[PoseStep, ...] = ()


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
    words, slips = corrected(tokens(text, lemmatiser()))
    words = told_in_steps(without_director(words))
    found = clauses(words, cast)
    unknown = tuple(dict.fromkeys(word for clause in found for word in clause.unknown))
    known_names = {**(names or {}), **cast.names()}
    steps: list[PoseStep] = []
    said: list[str] = []
    objects: dict[str, SceneObject] = {}
    wanted: list[Wishes] = []
    placement = current
    for number in sorted({clause.step for clause in found}):
        wishes = gather([clause for clause in found if clause.step == number])
        if not wishes.understood:
            continue
        wishes.dynamic |= bool(steps)
        arrangement = arrange(wishes, placement)
        try:
            placement = arrangement.placement.validated()
        except PlacementError as error:
            return PoseReading(
                current, None, f"{not_grounded(current)[:-1]} ({error}).", 0.0, unknown, names=known_names
            )
        steps.append(PoseStep(placement, arrangement.seconds, arrangement.walk))
        said.append(reading(arrangement, cast, wishes))
        objects.update({thing.name: thing for thing in _objects(wishes, arrangement)})
        wanted.append(wishes)
    if not steps:
        return PoseReading(current, None, not_grounded(current), 0.0, unknown or _content(words), names=known_names)
    slip = "".join(f" '{word}' was read as '{better}'." for word, better in slips.items())
    seen = f" There to glance at: {', '.join(objects)}." if objects else ""
    seconds = [step.transition_s for step in steps]
    return PoseReading(
        placement,
        None if seconds == [None] else round(min(30.0, sum(s or 0.0 for s in seconds)), 2),
        " Then: ".join(said) + seen + slip,
        _confidence(wanted, unknown, words, len(slips)),
        unknown,
        steps[-1].walk,
        known_names,
        tuple(objects.values()),
        tuple(steps),
    )


def _content(words: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.text for w in words if w.kind == "word"))


def _confidence(wanted: list[Wishes], unknown: tuple[str, ...], words: list[Token], slips: int) -> float:
    """How much of what carries meaning was understood, less where words were guessed or the text contradicts itself.

    A text most of whose words are no English word known here is at best a guess.
    """
    grounded = sum(len(wishes.understood) for wishes in wanted)
    share = grounded / (grounded + 0.35 * len(unknown) + 0.1 * slips)
    spoken = [w for w in words if w.kind == "word"]
    known = [lemmatiser().knows(w.text.lower()) or w.text[0].isupper() for w in spoken]
    confidence = SURE * share * (0.6 if any(wishes.clash for wishes in wanted) else 1.0)
    return round(min(confidence, 0.4) if sum(known) - slips < 0.5 * len(known) else confidence, 2)


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
