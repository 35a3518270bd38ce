"""Both people's behaviour and places in, both people's faces, heads and eyes out, as it streams."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.motion.body import Body, Place
from visavis.motion.eyes import LOOK_COLUMNS, look_weights
from visavis.motion.face import face_weights
from visavis.scene.geometry import HeadGeometry
from visavis.scene.track import PlacementTrack, SceneFrames
from visavis.state.arkit import EYE_BLINK
from visavis.state.behaviour import FRAME_RATE, Behaviour
from visavis.state.person import DyadState, PersonState

# Columns of what a frame of one person comes to.
_BODY, _HEAD, _POSITION = slice(0, 3), slice(3, 6), slice(6, 9)
_LEFT, _RIGHT = slice(9, 12), slice(12, 15)
_LIDS, _POINT, _ON, _KIND, _THING = slice(15, 17), slice(17, 20), 20, 21, 22
_COLUMNS = 23
_BLINKS = list(EYE_BLINK)


@dataclass
class PerformerState:
    """All that one conversation's motion remembers; can be pickled.

    Attributes:
        next_frame: the frame that comes next, -1 before the first.
        bodies: A and B.
    """

    next_frame: int
    bodies: tuple[Body, Body]


class Performer:
    """Performs what the network decided: saccades, eye and head together, lids, blinks, breath.

    A frame depends on the frames before it alone, never on how frames are cut into calls, and not on
    anything later. Same seed, same input, same output, bit for bit.
    """

    def __init__(
        self, seed: int, geometry_a: HeadGeometry | None = None, geometry_b: HeadGeometry | None = None
    ) -> None:
        """The start of a conversation between heads of the given geometry (default: an average adult)."""
        geometries = (geometry_a or HeadGeometry(), geometry_b or HeadGeometry())
        a, b = (Body.of(seed, person, geometry) for person, geometry in enumerate(geometries))
        self.state = PerformerState(-1, (a, b))

    def perform(
        self,
        first_frame: int,
        behaviour_a: Behaviour,
        behaviour_b: Behaviour,
        scene: PlacementTrack | SceneFrames,
        speaking: NDArray[np.float32],
    ) -> DyadState:
        """The next frames.

        Args:
            first_frame: index of the first, one after the last of the call before; any at the first call.
            behaviour_a: A's F frames.
            behaviour_b: B's F frames.
            scene: where both are; a track is asked for these frames.
            speaking: (F, 2) probabilities.

        Returns:
            Both people over F frames at FRAME_RATE.

        Raises:
            ValueError: frames are left out or given twice, or lengths differ.
        """
        count = len(behaviour_a)
        if isinstance(scene, PlacementTrack):
            scene = scene.frames(first_frame, count)
        speaking = np.asarray(speaking, np.float32)
        self._check(first_frame, count, len(behaviour_b), scene, speaking)
        behaviours = behaviour_a, behaviour_b
        rows = [_rows(behaviour) for behaviour in behaviours]
        places: list[list[Place]] = [scene.a.rows.tolist(), scene.b.rows.tolist()]
        talk = speaking.tolist()
        things = _things(scene)
        a, b = self.state.bodies
        if self.state.next_frame < 0 and count:
            a.rest(places[0][0])
            b.rest(places[1][0])
        out: tuple[list[tuple[float, ...]], list[tuple[float, ...]]] = ([], [])
        for k in range(count):
            now = (first_frame + k) / FRAME_RATE
            row_a, row_b, place_a, place_b = rows[0][k], rows[1][k], places[0][k], places[1][k]
            speaks_a, speaks_b = talk[k]
            seen = things[k]
            a.attend(now, row_a, place_a, b, (speaks_a >= 0.5, speaks_b >= 0.5), seen)
            b.attend(now, row_b, place_b, a, (speaks_b >= 0.5, speaks_a >= 0.5), seen)
            pose_a = a.turn(now, row_a, place_a, speaks_a, seen)
            pose_b = b.turn(now, row_b, place_b, speaks_b, seen)
            for body, partner, row, pose, rest in ((a, b, row_a, pose_a, out[0]), (b, a, row_b, pose_b, out[1])):
                eyes = body.see(now, row, partner, seen)
                attention = body.attention
                rest.append((*pose[0], *pose[1], *pose[2], *eyes, attention.kind, attention.thing))
        self.state.next_frame = first_frame + count
        faces = face_weights(behaviours)
        table = np.array(out[0] + out[1], np.float64).reshape(2 * count, _COLUMNS)
        faces[:, _BLINKS] = table[:, _LIDS]
        people = [
            _person(table[k], faces[k], speaking[:, i], self.state.bodies[i].geometry)
            for i, k in enumerate((slice(0, count), slice(count, 2 * count)))
        ]
        return DyadState(first_frame, FRAME_RATE, *people)

    def _check(self, first: int, count: int, count_b: int, scene: SceneFrames, speaking: NDArray[np.float32]) -> None:
        expected = self.state.next_frame
        if expected >= 0 and first != expected:
            raise ValueError(f"first_frame is {first}, but frame {expected} comes next")
        if count_b != count or len(scene) != count or speaking.shape != (count, 2):
            raise ValueError(
                f"A has {count} frames, B {count_b}, the scene {len(scene)}, speaking the shape {speaking.shape}"
            )
        if scene.start != first:
            raise ValueError(f"first_frame is {first}, but the scene begins with frame {scene.start}")


def _rows(behaviour: Behaviour) -> list[list[float]]:
    """What a body reads of its behaviour, in the order of `body.HEAD` ... `body.BLINK`."""
    fields = (behaviour.head, behaviour.body, behaviour.offset, behaviour.look[:, None], behaviour.gaze)
    packed = np.concatenate([*fields, behaviour.blink[:, None]], axis=1)
    rows: list[list[float]] = packed.tolist()
    return rows


def _things(scene: SceneFrames) -> list[list[tuple[float, float, float, float]]]:
    """Of every frame, of every thing: where it is and how salient."""
    objects = scene.objects
    if not objects.names:
        return [[]] * len(scene)
    things: list[list[tuple[float, float, float, float]]]
    things = np.concatenate([objects.position, objects.salience[..., None]], axis=2).tolist()
    return things


def _person(
    table: NDArray[np.float64],
    face: NDArray[np.float32],
    speaking: NDArray[np.float32],
    geometry: HeadGeometry,
) -> PersonState:
    face[:, LOOK_COLUMNS] = look_weights(table[:, _LEFT], table[:, _RIGHT], geometry.eye_look_range)
    values = table.astype(np.float32)
    return PersonState(
        arkit=face,
        body_rotation=values[:, _BODY],
        head_rotation=values[:, _HEAD],
        left_eye=values[:, _LEFT],
        right_eye=values[:, _RIGHT],
        head_position=values[:, _POSITION],
        eyelids=values[:, _LIDS],
        gaze_kind=table[:, _KIND].astype(np.int8),
        gaze_point=values[:, _POINT],
        gaze_on_partner=values[:, _ON],
        gaze_object=table[:, _THING].astype(np.int16),
        speaking=speaking,
    )
