"""Puts the pieces that a bake gives back together."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from visavis.engine import Frames
from visavis.state.person import DyadState, PersonState


def join(pieces: Sequence[Frames]) -> DyadState:
    """All frames of a conversation as one state. ValueError without any."""
    if not pieces:
        raise ValueError("there are no frames to join")
    people = []
    for person in ("a", "b"):
        parts = [getattr(piece.state, person) for piece in pieces]
        people.append(
            PersonState(**{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(PersonState)})
        )
    first = pieces[0].state
    return DyadState(first.start, first.fps, people[0], people[1])
