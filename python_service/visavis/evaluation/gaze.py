"""Gaze of generated conversations, measured on the posed head: body, then neck, then eyes, as FLAME turns them.

Nothing of what motion says of itself is believed except what it claims to look at; where the eyes point is worked
out from rotations and joints alone.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig import HeadModel, load_open_head
from visavis.rig.kinematics import joint_transforms
from visavis.rig.rotations import matrix_from_axis_angle
from visavis.state.person import DyadState, PersonState

Array = NDArray[np.float64]

ON: Final = 0.99
"""Weight from which a look counts as settled on the partner (saccades to it are under way below)."""
LONG_UTTERANCE: Final = 2.0
"""Seconds from which an utterance is long enough to look at its edges."""
PAUSE: Final = 0.5
"""Seconds; a shorter silence is a pause within an utterance."""
START_WINDOW: Final = (-1.0, 0.7)
"""Seconds about a long utterance's start in which a look away counts as one of its start [Kendon 1967]."""
END_WINDOW: Final = (-1.0, 0.5)
"""Seconds about its end in which the partner is looked at."""


def eye_rays(person: PersonState, head: HeadModel | None = None) -> tuple[Array, Array]:
    """Where both eyes are and point: origins and unit directions, (T, 2, 3) each, left then right.

    Args:
        person: T frames.
        head: the rig; the open head without one.
    """
    head = head or load_open_head()
    still = np.zeros_like(person.left_eye)
    rotations = np.stack([person.body_rotation, person.head_rotation, still, person.left_eye, person.right_eye], axis=1)
    turned, placed = joint_transforms(
        head.joints.astype(np.float64), matrix_from_axis_angle(rotations.astype(np.float64))
    )
    placed = placed + (person.head_position - placed[:, 1])[:, None]
    return placed[:, 3:5], turned[:, 3:5, :, 2]


def angle_to_partner(own: PersonState, partner: PersonState, head: HeadModel | None = None) -> Array:
    """(T,) degrees between where both eyes point on average and the line to the middle of the partner's eyes."""
    origins, rays = eye_rays(own, head)
    eyes = eye_rays(partner, head)[0].mean(axis=1)
    line = eyes - origins.mean(axis=1)
    gaze = rays.mean(axis=1)
    gaze /= np.linalg.norm(gaze, axis=1, keepdims=True)
    line /= np.linalg.norm(line, axis=1, keepdims=True)
    return np.degrees(np.arccos(np.clip((gaze * line).sum(1), -1.0, 1.0)))


def figures(dyads: Sequence[DyadState], head: HeadModel | None = None) -> dict[str, float]:
    """Figures over both people of all conversations.

    Returns:
        gaze_angle_median_deg, gaze_angle_p90_deg: to the partner's eyes while the look is on the partner;
        gaze_off_angle_median_deg: the same while it is not;
        gaze_mouth_share: of looks on the partner, how much is at the mouth;
        eye_turn_max_deg: the farthest any eye turns in its socket;
        away_at_start_share: long utterances at whose start the speaker looks away [Kendon: over 0.7];
        back_at_end_share: long utterances at whose end the speaker looks at the partner [Kendon: over 0.7].
    """
    on, off, mouth, turn = [], [], [], [0.0]
    starts: list[bool] = []
    ends: list[bool] = []
    for dyad in dyads:
        for own, partner in ((dyad.a, dyad.b), (dyad.b, dyad.a)):
            angle = angle_to_partner(own, partner, head)
            settled = own.gaze_on_partner >= ON
            on.append(angle[settled])
            off.append(angle[own.gaze_on_partner <= 1.0 - ON])
            mouth.append(own.gaze_kind[settled] == 2)
            turn += [float(np.linalg.norm(eye, axis=1).max()) for eye in (own.left_eye, own.right_eye) if len(eye)]
            first, last = turn_edges(own, dyad.fps)
            starts += first
            ends += last
    angles = np.concatenate(on)
    return {
        "gaze_angle_median_deg": _median(angles),
        "gaze_angle_p90_deg": float(np.percentile(angles, 90)) if len(angles) else 0.0,
        "gaze_off_angle_median_deg": _median(np.concatenate(off)),
        "gaze_mouth_share": float(np.concatenate(mouth).mean()) if len(angles) else 0.0,
        "eye_turn_max_deg": float(np.degrees(max(turn))),
        "away_at_start_share": float(np.mean(starts)) if starts else 0.0,
        "back_at_end_share": float(np.mean(ends)) if ends else 0.0,
    }


def turn_edges(person: PersonState, fps: int) -> tuple[list[bool], list[bool]]:
    """Of each long utterance: whether the speaker looks away about its start, and at the partner about its end."""
    speaking = np.concatenate([[False], person.speaking > 0.5, [False]]).astype(np.int8)
    begins, stops = np.flatnonzero(np.diff(speaking) > 0), np.flatnonzero(np.diff(speaking) < 0)
    apart = begins[1:] - stops[:-1] >= PAUSE * fps
    begins, stops = begins[np.r_[True, apart][: len(begins)]], stops[np.r_[apart, True][-len(stops) or 1 :]]
    off = person.gaze_on_partner < 0.5
    starts, ends = [], []
    for begin, stop in zip(begins, stops):
        if stop - begin < LONG_UTTERANCE * fps:
            continue
        if begin > 0:
            starts.append(bool(off[_window(int(begin), START_WINDOW, fps)].any()))
        if stop < len(off):
            ends.append(bool((~off[_window(int(stop), END_WINDOW, fps)]).any()))
    return starts, ends


def _window(frame: int, seconds: tuple[float, float], fps: int) -> slice:
    return slice(max(0, frame + round(seconds[0] * fps)), max(0, frame + round(seconds[1] * fps)))


def _median(values: Array) -> float:
    return float(np.median(values)) if len(values) else 0.0
