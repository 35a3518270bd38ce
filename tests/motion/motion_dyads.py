"""Behaviour and geometry for the tests of motion, with independent (array) forward kinematics."""

import numpy as np
from numpy.typing import NDArray
from visavis.motion import HeadGeometry, Performer
from visavis.scene import PlacementTrack
from visavis.state import Behaviour, DyadState, PersonState
from visavis.state.behaviour import BEHAVIOUR_SIZE

Array = NDArray[np.floating]


def behaviour(count: int, look: float | Array = 1.0, gaze: tuple[float, float] = (0.0, 0.0)) -> Behaviour:
    """A still face that looks as told."""
    still = Behaviour.unpack(np.zeros((count, BEHAVIOUR_SIZE), np.float32))
    still.look[:] = look
    still.gaze[:] = gaze
    return still


def conversation(count: int, seed: int = 0) -> tuple[Behaviour, Behaviour, NDArray[np.float32]]:
    """Two people who nod, look away, blink and take turns, made by chance."""
    chance = np.random.default_rng(seed)
    people = []
    seconds = np.arange(count) / 30
    for _ in range(2):
        spells = np.repeat(chance.random(count // 40 + 1) < 0.7, 40)[:count]
        one = behaviour(count, spells.astype(np.float32))
        one.gaze[:] = np.repeat(chance.normal(0, 0.35, (count // 40 + 1, 2)), 40, axis=0)[:count]
        for field, size in ((one.head, 0.12), (one.body, 0.03), (one.offset, 0.01)):
            phase = chance.uniform(0, 6, 3)
            field[:] = size * np.sin(seconds[:, None] * chance.uniform(1, 9, 3) + phase)
        one.blink[:] = (np.arange(count) + int(chance.integers(60))) % 75 < 4
        people.append(one)
    turns = np.repeat(chance.random(count // 90 + 1) < 0.5, 90)[:count]
    speaking = np.stack([turns, ~turns], axis=1).astype(np.float32)
    return people[0], people[1], speaking


def cut(whole: Behaviour, first: int, last: int) -> Behaviour:
    """Some of its frames."""
    return Behaviour.unpack(whole.pack()[first:last])


def perform(
    a: Behaviour, b: Behaviour, track: PlacementTrack | None = None, seed: int = 1, speaking: Array | None = None
) -> DyadState:
    """All at once, from the default placement unless told otherwise."""
    talk = np.zeros((len(a), 2), np.float32) if speaking is None else speaking
    return Performer(seed).perform(0, a, b, track or PlacementTrack(), np.asarray(talk, np.float32))


def matrix(vectors: Array) -> Array:
    """(T, 3) rotation vectors as (T, 3, 3), by Rodrigues' formula."""
    vectors = np.asarray(vectors, np.float64)
    angle = np.linalg.norm(vectors, axis=1)[:, None, None]
    axis = vectors / np.maximum(angle[:, 0], 1e-12)
    cross = np.zeros((len(vectors), 3, 3))
    cross[:, 0, 1], cross[:, 0, 2], cross[:, 1, 2] = -axis[:, 2], axis[:, 1], -axis[:, 0]
    cross -= cross.transpose(0, 2, 1)
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def eye_rays(person: PersonState, geometry: HeadGeometry | None = None) -> tuple[Array, Array]:
    """Origins (T, 2, 3) and directions (T, 2, 3) of left and right eye, through body, head and eye."""
    geometry = geometry or HeadGeometry()
    head = matrix(person.body_rotation) @ matrix(person.head_rotation)
    origins, rays = [], []
    for joint, turn in ((geometry.left_eye, person.left_eye), (geometry.right_eye, person.right_eye)):
        origins.append(person.head_position + head @ np.array(joint))
        rays.append((head @ matrix(turn))[:, :, 2])
    return np.stack(origins, axis=1), np.stack(rays, axis=1)


def degrees_between(rays: Array, lines: Array) -> Array:
    """Angles between unit rays (..., 3) and lines (..., 3)."""
    lines = lines / np.linalg.norm(lines, axis=-1, keepdims=True)
    return np.degrees(np.arccos(np.clip((rays * lines).sum(-1), -1, 1)))


def angle_to_partner(own: PersonState, partner: PersonState) -> Array:
    """(T,) degrees from where both eyes point on average to the middle of the partner's eyes."""
    origins, rays = eye_rays(own)
    eyes = eye_rays(partner)[0].mean(axis=1)
    gaze = rays.mean(axis=1)
    gaze /= np.linalg.norm(gaze, axis=1, keepdims=True)
    return degrees_between(gaze, eyes - origins.mean(axis=1))
