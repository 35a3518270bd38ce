"""One person, frame by frame: decides where to look, turns there, and lets eyes and lids follow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import pi, sqrt
from typing import Final

from visavis.motion.attention import BETWEEN, MOUTH, Attention, FacePoints, View
from visavis.motion.chance import Chance
from visavis.motion.eyes import turned
from visavis.motion.idle import Idle
from visavis.motion.lids import Lids, lid
from visavis.motion.saccade import Look
from visavis.motion.smoothing import Smooth
from visavis.motion.turn_edges import TurnEdges
from visavis.motion.turning import (
    EYES_KEEP_AWAY,
    EYES_KEEP_FACE,
    EYES_KEEP_PITCH_AWAY,
    EYES_KEEP_PITCH_FACE,
    HEAD_DOWN_LIMIT,
    HEAD_RATE,
    HEAD_ROLL_LIMIT,
    HEAD_UP_LIMIT,
    HEAD_YAW_LIMIT,
    TRUNK_RATE,
    Turn,
    goal_delay,
    head_share,
    trunk_share,
)
from visavis.scene.geometry import (
    HeadGeometry,
    Matrix,
    Vector,
    apply,
    apply_inverse,
    axis_angle,
    direction,
    product,
    rotation,
    unit,
    wrap,
)
from visavis.scene.placement import TRUNK_SHARE
from visavis.state.person import GazeKind

AWAY_DEPTH: Final = (0.6, 4.0)
"""Metres; a look at nothing in particular is focused as far as the partner, within this."""
NEAREST_FOCUS: Final = 0.10
"""Metres; eyes converge no nearer."""
SEATED, STANDING = 1.15, 1.40
"""Metres of eye height below which a body sways as one that sits, above which as one that stands."""

Row = Sequence[float]
Place = tuple[float, float, float, float, float, float]
"""x, y, z, yaw (radians), eye height, lean (radians)."""
HEAD, BODY, OFFSET, LOOK, GAZE, BLINK = 0, 3, 6, 9, 10, 12
"""Where a row of the behaviour has its fields; 13 numbers in all."""

NO_ROTATION: Final[Matrix] = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(slots=True)
class Body:
    """The state of one person's motion.

    Attributes:
        geometry: where eyes and mouth are in the head.
        chance, attention, edges, look, lids, idle: the state of each.
        moves: the network's own head motion, pitch, yaw, roll, without jitter.
        head_yaw, head_pitch, trunk: the turns towards what is looked at.
        focus: what the head is turned to: kind, thing, yaw, pitch in the world.
        switch: seconds at which the head follows the eyes to something new, 0 while it need not.
        depth, depth_from: metres at which the eyes converge now and before the running saccade.
        on, on_from: weight on the partner, now and before the running saccade.
        partner: direction from the own to the partner's eyes, as it was one frame ago.
        face: where the points of the face are, conversation frame.
        world: rotation of the head in the world.
        position: of the head joint.
    """

    geometry: HeadGeometry
    chance: Chance
    idle: Idle
    attention: Attention = field(default_factory=Attention)
    edges: TurnEdges = field(default_factory=TurnEdges)
    look: Look = field(default_factory=Look)
    lids: Lids = field(default_factory=Lids)
    head_yaw: Turn = field(default_factory=lambda: Turn(HEAD_RATE))
    head_pitch: Turn = field(default_factory=lambda: Turn(HEAD_RATE))
    moves: tuple[Smooth, Smooth, Smooth] = field(default_factory=lambda: (Smooth(), Smooth(), Smooth()))
    trunk: Turn = field(default_factory=lambda: Turn(TRUNK_RATE))
    focus: tuple[GazeKind, int, float, float] = (GazeKind.PARTNER_EYES, -1, 0.0, 0.0)
    switch: float = 0.0
    fresh: bool = False
    depth: float = 1.0
    depth_from: float = 1.0
    on: float = 0.0
    on_from: float = 0.0
    partner: tuple[float, float] = (0.0, 0.0)
    face: FacePoints = ((0.0, 0.0, 0.0),) * 4
    world: Matrix = NO_ROTATION
    position: Vector = (0.0, 0.0, 0.0)

    @classmethod
    def of(cls, seed: int, person: int, geometry: HeadGeometry) -> "Body":
        """A body at the beginning of a conversation."""
        chance = Chance.of(seed, person)
        return cls(geometry, chance, Idle.of(chance))

    def rest(self, place: Place) -> None:
        """Put head and face where they are before anything moves."""
        yaw = rotation(place[3], 0.0, 0.0)
        height = place[1] + place[4] - self.geometry.eyes[1]
        self._place_face((place[0], height, place[2]), yaw)

    def attend(
        self,
        now: float,
        row: Row,
        place: Place,
        partner: "Body",
        speaks: tuple[bool, bool],
        things: Sequence[tuple[float, float, float, float]],
    ) -> None:
        """Decide what to look at, from where everybody was a moment ago; `speaks`: oneself, the partner."""
        eyes = self.face[BETWEEN]
        self.partner = partner_yaw, partner_pitch = direction(_line(eyes, partner.face[BETWEEN]))
        seen = [(*direction(_line(eyes, thing[:3])), thing[3]) for thing in things]
        view = View(place[3], partner_yaw, partner_pitch, seen, speaks[1])
        look = self.edges.step(now, row[LOOK], speaks[0], self.chance)
        self.fresh = self.attention.step(now, look, (row[GAZE], row[GAZE + 1]), view, self.chance)
        started = self.look.started
        if not started or (self.switch > 0.0 and now >= self.switch):
            self._refocus()

    def _refocus(self) -> None:
        attention = self.attention
        self.focus = (attention.kind, attention.thing, attention.yaw, attention.pitch)
        self.switch = 0.0

    def turn(
        self,
        now: float,
        row: Row,
        place: Place,
        speaking: float,
        things: Sequence[tuple[float, float, float, float]],
    ) -> tuple[Vector, Vector, Vector]:
        """Move trunk and head: body rotation, head rotation (rotation vectors), head position."""
        x, y, z, facing, eye_height, lean = place
        eyes = self.face[BETWEEN]
        kind, thing, yaw, pitch = self.focus
        keep, keep_pitch = EYES_KEEP_AWAY, EYES_KEEP_PITCH_AWAY
        if kind in (GazeKind.PARTNER_EYES, GazeKind.PARTNER_MOUTH):
            (yaw, pitch), keep, keep_pitch = self.partner, EYES_KEEP_FACE, EYES_KEEP_PITCH_FACE
        elif kind == GazeKind.OBJECT:
            yaw, pitch = direction(_line(eyes, things[thing][:3]))

        standing = min(1.0, max(0.0, (eye_height - SEATED) / (STANDING - SEATED)))
        idle = self.idle.step(now, x, z, standing, speaking, self.chance)
        side = 0.0 if self.attention.behind else wrap(self.partner[0] - facing)
        body_yaw = facing + self.trunk.step(trunk_share(side)) + row[BODY + 1] + idle[1]
        body_pitch = lean + row[BODY] + idle[0]
        body_roll = row[BODY + 2] + idle[2]
        body = rotation(body_yaw, body_pitch, body_roll)

        to_yaw, to_pitch = direction(apply_inverse(body, unit(yaw, pitch)))
        turn_yaw = _clamp(head_share(to_yaw, keep), -HEAD_YAW_LIMIT, HEAD_YAW_LIMIT)
        turn_pitch = _clamp(head_share(to_pitch, keep_pitch), -HEAD_UP_LIMIT, HEAD_DOWN_LIMIT)
        head_yaw = self.head_yaw.step(turn_yaw) + self.moves[1].step(row[HEAD + 1]) + idle[7]
        head_pitch = self.head_pitch.step(turn_pitch) + self.moves[0].step(row[HEAD]) + idle[6]
        head_yaw = _clamp(head_yaw, -HEAD_YAW_LIMIT, HEAD_YAW_LIMIT)
        head_pitch = _clamp(head_pitch, -HEAD_UP_LIMIT, HEAD_DOWN_LIMIT)
        head_roll = _clamp(self.moves[2].step(row[HEAD + 2]) + idle[8], -HEAD_ROLL_LIMIT, HEAD_ROLL_LIMIT)

        hip = eye_height * (1.0 - TRUNK_SHARE)
        reach = (
            row[OFFSET] + idle[3],
            eye_height - self.geometry.eyes[1] - hip + row[OFFSET + 1] + idle[4],
            row[OFFSET + 2] + idle[5],
        )
        rx, ry, rz = apply(body, reach)
        position = (x + rx, y + hip + ry, z + rz)
        self._place_face(position, product(body, rotation(head_yaw, head_pitch, head_roll)))
        return (
            axis_angle(body_yaw, body_pitch, body_roll),
            axis_angle(head_yaw, head_pitch, head_roll),
            position,
        )

    def _place_face(self, position: Vector, world: Matrix) -> None:
        x, y, z = position
        lx, ly, lz = apply(world, self.geometry.left_eye)
        rx, ry, rz = apply(world, self.geometry.right_eye)
        mx, my, mz = apply(world, self.geometry.mouth)
        self.world, self.position = world, position
        self.face = (
            (x + lx, y + ly, z + lz),
            (x + rx, y + ry, z + rz),
            (x + 0.5 * (lx + rx), y + 0.5 * (ly + ry), z + 0.5 * (lz + rz)),
            (x + mx, y + my, z + mz),
        )

    def see(
        self, now: float, row: Row, partner: "Body", things: Sequence[tuple[float, float, float, float]]
    ) -> tuple[float, ...]:
        """Point the eyes, now that both heads are where they are in this frame.

        Returns:
            Rotation vectors of left and right eye (6), lids (2),
            the point looked at (3), weight on the partner (1).
        """
        attention, look, eyes = self.attention, self.look, self.face[BETWEEN]
        if attention.on_partner:
            point = partner.face[attention.spot if attention.kind != GazeKind.PARTNER_MOUTH else MOUTH]
        elif attention.kind == GazeKind.OBJECT:
            point = things[attention.thing][:3]
        else:
            away = _clamp(_length(_line(eyes, partner.face[BETWEEN])), *AWAY_DEPTH)
            ux, uy, uz = unit(attention.yaw, attention.pitch)
            point = (eyes[0] + away * ux, eyes[1] + away * uy, eyes[2] + away * uz)
        line = _line(eyes, point)
        depth = _length(line)
        yaw, pitch = direction(line)
        shift = self._move_eyes(now, yaw, pitch, depth)
        done = look.progress(now)
        self.depth = max(NEAREST_FOCUS, self.depth_from + (depth - self.depth_from) * done)
        self.on = self.on_from + ((1.0 if attention.on_partner else 0.0) - self.on_from) * done

        ux, uy, uz = unit(look.yaw, look.pitch)
        d = self.depth
        focus = (eyes[0] + d * ux, eyes[1] + d * uy, eyes[2] + d * uz)
        left, left_yaw, left_pitch, left_short = turned(apply_inverse(self.world, _line(self.face[0], focus)))
        right, right_yaw, right_pitch, right_short = turned(apply_inverse(self.world, _line(self.face[1], focus)))
        on = self.on
        if left_short and right_short and on > 0.0:
            on *= self._reached(focus, eyes, left_yaw + right_yaw, left_pitch + right_pitch)
        blink = self.lids.step(now, row[BLINK], shift, self.chance)
        return (
            *left, *right,
            lid(blink, left_pitch), lid(blink, right_pitch), *point, on,
        )  # fmt: skip

    def _move_eyes(self, now: float, yaw: float, pitch: float, depth: float) -> float:
        """One frame of the line of sight; returns the size of a gaze shift that begins now, else 0."""
        look = self.look
        if not look.started:
            look.shift(now, yaw, pitch, self.chance)
            self.depth = self.depth_from = depth
            self.on = self.on_from = 1.0 if self.attention.on_partner else 0.0
            return 0.0
        if self.fresh:
            self.depth_from, self.on_from = self.depth, self.on
            shift = look.shift(now, yaw, pitch, self.chance)
        else:
            shift = look.step(now, yaw, pitch, self.chance)
            if shift > 0.0:
                self.depth_from, self.on_from = self.depth, self.on
        if shift > 0.0 and self._aims_elsewhere():
            self.switch = now + goal_delay(shift)
        return shift

    def _aims_elsewhere(self) -> bool:
        """Whether the head is still turned to something else than what the eyes go to."""
        kind, thing, yaw, pitch = self.focus
        attention = self.attention
        if attention.on_partner:
            return kind not in (GazeKind.PARTNER_EYES, GazeKind.PARTNER_MOUTH)
        return (attention.kind, attention.thing, attention.yaw, attention.pitch) != (kind, thing, yaw, pitch)

    def _reached(self, focus: Vector, eyes: Vector, yaws: float, pitches: float) -> float:
        """1 while eyes at the end of their range all but reach `focus`, 0 where they miss it by far."""
        yaw, pitch = direction(apply_inverse(self.world, _line(eyes, focus)))
        missed = max(abs(yaw - 0.5 * yaws), abs(pitch - 0.5 * pitches)) * 180.0 / pi
        return _clamp(1.0 - (missed - 4.0) / 8.0, 0.0, 1.0)


def _line(origin: Vector, point: Sequence[float]) -> Vector:
    return point[0] - origin[0], point[1] - origin[1], point[2] - origin[2]


def _length(v: Vector) -> float:
    return sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])


def _clamp(value: float, low: float, high: float) -> float:
    return low if value < low else high if value > high else value
