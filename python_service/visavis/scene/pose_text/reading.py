"""What was understood, said back in a sentence."""

from collections.abc import Sequence
from math import atan2, degrees, radians
from typing import Final

from visavis.scene.geometry import wrap
from visavis.scene.placement import Placement
from visavis.scene.pose_text.arrange import Arrangement
from visavis.scene.pose_text.people import Cast
from visavis.scene.pose_text.wishes import Wishes, posture_of

POSTURES: Final = {
    "stand": ("stands", "stand"),
    "rise": ("stands", "stand"),
    "sit": ("sits", "sit"),
    "stool": ("sits on a stool", "sit on stools"),
    "floor": ("sits on the floor", "sit on the floor"),
    "kneel": ("kneels", "kneel"),
    "knee": ("kneels on one knee", "kneel on one knee"),
    "crouch": ("crouches", "crouch"),
    "bend": ("stoops", "stoop"),
    "lie": ("lies", "lie"),
    "bed": ("lies in bed", "lie in bed"),
    "tiptoe": ("stands on tiptoe", "stand on tiptoe"),
}
"""How a posture is told, of one and of both."""


def describe(placement: Placement, cast: Cast, postures_said: Sequence[str] = ("", "")) -> str:
    """Both people's places as a sentence, e.g. "A (he) stands and B (she) sits, 0.80 m apart, facing each other".

    Postures that the text names are called so; others are told from the eye heights.
    """
    names = [_name(cast, i) for i in (0, 1)]
    postures = [POSTURES.get(said) or _posture(placement.person(i).eye_height) for i, said in enumerate(postures_said)]
    if postures[0] == postures[1]:
        people = f"{names[0]} and {names[1]} {postures[0][1]}"
    else:
        people = f"{names[0]} {postures[0][0]} and {names[1]} {postures[1][0]}"
    parts = [people, f"{placement.distance:.2f} m apart", _facing(placement, names)]
    parts += [f"{names[i]} stands {y:.1f} m up" for i in (0, 1) if (y := placement.person(i).position[1]) > 0.05]
    parts += [
        f"{names[i]} leans {'forward' if lean > 0 else 'back'} {abs(lean):.0f} degrees"
        for i in (0, 1)
        if abs(lean := placement.person(i).lean_deg) >= 1.0
    ]
    heights = [placement.person(i).eye_height + placement.person(i).position[1] for i in (0, 1)]
    eyes = f"eyes at {heights[0]:.2f} m and {heights[1]:.2f} m" if abs(heights[0] - heights[1]) > 0.005 else ""
    parts.append(eyes or f"eyes at {heights[0]:.2f} m")
    return ", ".join(parts)


def reading(arrangement: Arrangement, cast: Cast, wishes: Wishes) -> str:
    """The whole reading, with its time and anything that was read freely."""
    said = [posture.word if (posture := posture_of(wishes.postures[i])) else "" for i in (0, 1)]
    sentence = describe(arrangement.placement, cast, said)
    if arrangement.walk is not None and arrangement.walk.both:
        sentence += f"; they walk {abs(arrangement.walk.sweep_deg):.0f} degrees around each other"
    elif arrangement.walk is not None:
        sentence += (
            f"; {_name(cast, arrangement.walk.person)} walks {abs(arrangement.walk.sweep_deg):.0f} degrees around"
        )
    if arrangement.seconds is not None:
        sentence += f"; it takes {arrangement.seconds:.1f} s"
    if arrangement.faces:
        sentence += "; the distance is taken as that between the faces"
    return sentence + "."


def not_grounded(placement: Placement) -> str:
    """The reading of a text that says nothing about places."""
    return f"Nothing was understood of how they stand; it stays as it is: {describe(placement, Cast())}."


def _name(cast: Cast, who: int) -> str:
    called = cast.called(who)
    letter = "AB"[who]
    return (
        letter
        if called.upper().endswith(letter) and len(called) < 12 and called[-2:-1] in ("", " ")
        else f"{letter} ({called})"
    )


def _posture(eye_height: float) -> tuple[str, str]:
    if eye_height >= 1.40:
        return "stands", "stand"
    if eye_height >= 1.15:
        return "sits", "sit"
    if eye_height >= 0.70:
        return "is low down or small", "are low down or small"
    return "lies", "lie"


def _facing(placement: Placement, names: list[str]) -> str:
    turns = []
    for i in (0, 1):
        own, other = placement.person(i), placement.person(1 - i)
        bearing = atan2(other.position[0] - own.position[0], other.position[2] - own.position[2])
        turns.append(degrees(wrap(radians(own.yaw_deg) - bearing)))
    if max(abs(t) for t in turns) < 5.0:
        return "facing each other"
    if min(abs(t) for t in turns) > 175.0:
        return "back to back"
    if all(85.0 < abs(t) < 95.0 for t in turns) and turns[0] * turns[1] < 0.0:
        return "side by side"
    said = []
    for i, turn in enumerate(turns):
        if abs(turn) < 5.0:
            said.append(f"{names[i]} faces {names[1 - i]}")
        elif abs(turn) > 175.0:
            said.append(f"{names[i]} with the back to {names[1 - i]}")
        else:
            side = "left" if turn > 0 else "right"
            said.append(f"{names[i]} turned {abs(turn):.0f} degrees to the {side} of {names[1 - i]}")
    return ", ".join(said)
