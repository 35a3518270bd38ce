"""Behaviour figures of generated conversations, beside what was published about people.

Sources of the published values are those of docs/model.md's table.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.rig import load_open_head
from visavis.state.person import DyadState, PersonState


@dataclass(frozen=True)
class Published:
    """A range that figures are expected in, and where it is from."""

    low: float
    high: float
    source: str


PUBLISHED: Final[dict[str, Published]] = {
    "gaze_on_partner_speaking": Published(0.31, 0.51, "41%, Argyle & Cook 1976; a tenth either way"),
    "gaze_on_partner_listening": Published(0.65, 0.85, "75%, Argyle & Cook 1976; a tenth either way"),
    "blinks_per_minute": Published(17.0, 33.0, "26 in conversation, 17 at rest, Bentivoglio et al. 1997"),
    "head_pitch_sd_deg": Published(3.4, 10.2, "6.8 over talking video, UniLS statistics; half as much either way"),
    "head_yaw_sd_deg": Published(4.9, 14.7, "9.8 over talking video, UniLS statistics; half as much either way"),
    "head_roll_sd_deg": Published(3.4, 10.4, "6.9 over talking video, UniLS statistics; half as much either way"),
    "mutual_gaze_share": Published(0.2, 0.6, "about 60% face gaze, eye contact far less, PMC5844880"),
    "mutual_episode_s": Published(1.0, 3.3, "2.2 s face gaze episodes, PMC5844880; 3.3 s preferred, Binetti 2016"),
    "listener_opening": Published(-0.03, 0.02, "shut: the open head's neutral opening is 0.009 eye distances (ours)"),
}


def figures(dyads: list[DyadState]) -> dict[str, float]:
    """Figures over both people of all `dyads`.

    Returns:
        The names of PUBLISHED. Shares in [0, 1], angles in degrees, times in seconds, the opening in eye distances.
    """
    people = [(d.a, d.fps) for d in dyads] + [(d.b, d.fps) for d in dyads]
    on = np.concatenate([p.gaze_on_partner > 0.5 for p, _ in people])
    speaking = np.concatenate([p.speaking > 0.5 for p, _ in people])
    opening = load_open_head().lip_measures(np.concatenate([p.arkit for p, _ in people]))[:, 0]
    minutes = sum(len(p) / fps / 60 for p, fps in people)
    turn = np.array([_head_sd(p) for p, _ in people]).mean(0)
    mutual, lengths = [], []
    for d in dyads:
        both = (d.a.gaze_on_partner > 0.5) & (d.b.gaze_on_partner > 0.5)
        mutual.append(both)
        lengths += [n / d.fps for n in _run_lengths(both)]
    settled = ~speaking & ~_near(speaking, 9)
    return {
        "gaze_on_partner_speaking": float(on[speaking].mean()) if speaking.any() else 0.0,
        "gaze_on_partner_listening": float(on[~speaking].mean()) if (~speaking).any() else 0.0,
        "blinks_per_minute": sum(_rises(p.eyelids.mean(1), 0.7) for p, _ in people) / minutes,
        "head_pitch_sd_deg": float(turn[0]),
        "head_yaw_sd_deg": float(turn[1]),
        "head_roll_sd_deg": float(turn[2]),
        "mutual_gaze_share": float(np.concatenate(mutual).mean()),
        "mutual_episode_s": float(np.mean(lengths)) if lengths else 0.0,
        "listener_opening": float(opening[settled].mean()) if settled.any() else 0.0,
    }


def _head_sd(person: PersonState) -> NDArray[np.floating]:
    """Degrees, pitch, yaw, roll of body and head together about their mean (small angles added)."""
    turn = person.head_rotation + person.body_rotation - person.body_rotation.mean(0)
    return np.rad2deg(turn.std(0))


def _rises(x: NDArray[np.floating], level: float) -> int:
    return int((np.diff((x > level).astype(np.int8)) > 0).sum())


def _run_lengths(flags: NDArray[np.bool_]) -> list[int]:
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return [int(n) for n in np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)]


def _near(flags: NDArray[np.bool_], frames: int) -> NDArray[np.bool_]:
    """Whether any flag is set within `frames` of each frame."""
    return np.convolve(flags, np.ones(2 * frames + 1), "same") > 0
