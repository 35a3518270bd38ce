"""What a sentence wants of the two, before any geometry: wishes with their weights."""

from dataclasses import dataclass, field

from visavis.scene.pose_text.people import Who

NUMBER, WORD, LOOSE_WORD, SITUATION, HINT = 5, 4, 3, 2, 1
"""How much a wish weighs: a number in the text, a word for just that, ..., something only suggested."""


@dataclass(frozen=True)
class Wish:
    """A value with its weight."""

    weight: int
    value: float
    word: str = ""


@dataclass(frozen=True)
class Move:
    """Somebody goes somewhere.

    Attributes:
        kind: as in the lexicon, or "behind", "beside", "left_of", "right_of" for going there.
        who: who goes.
        amount: metres or degrees; 0 when not said.
        far: whether the verb is one for longer ways.
    """

    kind: str
    who: Who
    amount: float = 0.0
    far: bool = False


@dataclass
class Wishes:
    """All that is wanted.

    Attributes:
        distances: metres; of faces instead of bodies when `word` is "faces".
        formations: "toward", "backs", "beside", "bedside", "corner", "queue", "angle"; value is who is in front, at the
            reference's left, or degrees.
        turns: of each person, degrees away from the other; a word "left" or "right" gives the side.
        postures, elevations, sizes, leans: of each person.
        heights: (who, "over" | "level" | "taller" | "exact", metres).
        moves: in order.
        scale: factor on the distance there is; 1 keeps it.
        seconds: how long it takes, when said.
        tempo: factor on how long it takes.
        things: (name, place, salience, who).
        dynamic: whether the sentence tells of a change.
        understood: phrases that were used.
        clash: whether it contradicts itself.
    """

    distances: list[Wish] = field(default_factory=list)
    formations: list[Wish] = field(default_factory=list)
    turns: tuple[list[Wish], list[Wish]] = field(default_factory=lambda: ([], []))
    postures: tuple[list[Wish], list[Wish]] = field(default_factory=lambda: ([], []))
    elevations: tuple[list[Wish], list[Wish]] = field(default_factory=lambda: ([], []))
    sizes: tuple[list[Wish], list[Wish]] = field(default_factory=lambda: ([], []))
    leans: tuple[list[Wish], list[Wish]] = field(default_factory=lambda: ([], []))
    heights: list[tuple[Who, str, float]] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    scale: float | None = None
    seconds: float | None = None
    tempo: float = 1.0
    things: list[tuple[str, str, float, Who]] = field(default_factory=list)
    dynamic: bool = False
    understood: list[str] = field(default_factory=list)

    @property
    def clash(self) -> bool:
        """Whether two formations are wanted at once, with the same right."""
        best = strongest(self.formations)
        return best is not None and len({f.word for f in self.formations if f.weight == best.weight == WORD}) > 1


def strongest(wishes: list[Wish]) -> Wish | None:
    """The one that weighs most; of equals the last."""
    return max(reversed(wishes), key=lambda wish: wish.weight, default=None)


def posture_of(wishes: list[Wish]) -> Wish | None:
    """The posture that is meant: the most particular of those that weigh most.

    "Sits on the floor" is a way of sitting, "lies on the floor" a way of lying.
    """
    best = strongest(wishes)
    if best is None:
        return None
    named = {wish.word for wish in wishes if wish.weight == best.weight}
    for word in ("lie", "kneel", "knee", "crouch", "tiptoe"):
        if word in named and named & {"floor", "stand", "sit", "bed"}:
            return Wish(best.weight, 0.0, "bed" if word == "lie" and "bed" in named else word)
    if best.word == "bend" and (seats := named & {"sit", "floor", "stool"}):
        return Wish(best.weight, 0.0, min(seats))
    for word in ("floor", "stool"):
        if word in named and "sit" in named:
            return Wish(best.weight, 0.0, word)
    return best


def give(who: Who, lists: tuple[list[Wish], list[Wish]], wish: Wish) -> None:
    """Adds a wish to the lists of everybody meant."""
    for person in who:
        lists[person].append(wish)
