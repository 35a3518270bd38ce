"""Nods, found in the pitch of a head, and how they answer the partner."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

LEAST_DEG: Final = 2.0
"""How far a stroke goes down and comes back up to count (ours)."""
STROKE_S: Final = (0.12, 0.75)
"""How long a stroke takes from upper to lower turning point: 0.65 Hz to 4 Hz, Hale et al. 2020 find 0.2-6.5 Hz."""
CYCLE_GAP_S: Final = 0.5
"""Strokes that follow each other within this belong to one nod."""
ANSWER_S: Final = (-0.4, 1.2)
"""Seconds about the beginning of a back-channel in which a nod accompanies it."""
SHORT_S: Final = 1.0
CONTINUED_S: Final = 1.0
RESUMED_S: Final = 1.5
"""What counts as a back-channel (after CANDOR, simplified): see `back_channels`."""


@dataclass(frozen=True)
class Nod:
    """A nod: its first frame, and the frames at which it is lowest."""

    start: int
    lows: tuple[int, ...]

    @property
    def cycles(self) -> int:
        """How many times it goes down."""
        return len(self.lows)


def nods(pitch: Array, fps: float) -> list[Nod]:
    """Nods of one head.

    Args:
        pitch: (T,) radians, + down.
        fps: frames a second.
    """
    smooth = np.convolve(np.pad(np.rad2deg(pitch), 1, mode="edge"), [0.25, 0.5, 0.25], "valid")
    sign = np.sign(np.diff(smooth))
    moving = np.maximum.accumulate(np.where(sign != 0, np.arange(len(sign)), 0))
    sign = sign[moving]
    reach = int(STROKE_S[1] * fps)
    strokes: list[tuple[int, int]] = []
    begin = 0
    for low in (np.flatnonzero((sign[:-1] > 0) & (sign[1:] < 0)) + 1).tolist():
        first = max(begin, low - reach)
        top = low - int(np.argmin(smooth[first : low + 1][::-1]))
        rising_before = top > begin and smooth[top - 1] < smooth[top] - 1e-3
        down, up = smooth[low] - smooth[top], smooth[low] - smooth[low : low + reach + 1].min()
        if down >= LEAST_DEG and up >= 0.5 * LEAST_DEG and low - top >= STROKE_S[0] * fps and not rising_before:
            strokes.append((top, low))
            begin = low
    found: list[Nod] = []
    last = -(10**9)
    for top, low in strokes:
        if top - last <= CYCLE_GAP_S * fps and found:
            found[-1] = Nod(found[-1].start, (*found[-1].lows, low))
        else:
            found.append(Nod(top, (low,)))
        last = low
    return found


def back_channels(own: Array, partner: Array, fps: float) -> list[int]:
    """Frames at which own short utterances begin that leave the partner the turn.

    Short ones that the same person does not continue within CONTINUED_S, while the partner speaks half a second
    before and again within RESUMED_S after.
    """
    edges = np.diff(np.concatenate([[0], (np.asarray(own) > 0.5).astype(np.int8), [0]]))
    spans: list[list[int]] = []
    for start, end in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True):
        if spans and start - spans[-1][1] < CONTINUED_S * fps:
            spans[-1][1] = int(end)
        else:
            spans.append([int(start), int(end)])
    talks = np.asarray(partner) > 0.5
    return [
        start
        for start, end in spans
        if end - start < SHORT_S * fps
        and talks[max(start - round(0.5 * fps), 0) : start + 1].any()
        and talks[start + 1 : end + round(RESUMED_S * fps)].any()
    ]


def figures(people: list[tuple[Array, Array, Array]], fps: float) -> dict[str, float]:
    """Nods of people given as head pitch, own speaking and the partner's speaking, (T,) each.

    Returns:
        nod_cycles: mean cycles of a nod [Mori: 1.8]; nod_single_share: with one cycle [Mori: 0.42];
        nods_per_minute_listening; nods_per_back_channel: share of own back-channels that a nod goes with;
        chance_per_back_channel: the same at moments of listening drawn evenly, for comparison.
    """
    cycles: list[int] = []
    hits = total = 0
    listening = 0.0
    while_listening = by_chance = moments = 0
    for pitch, own, partner in people:
        found = nods(pitch, fps)
        starts = np.array([n.start for n in found])
        quiet = (np.asarray(own) < 0.5) & (np.asarray(partner) > 0.5)
        cycles += [n.cycles for n in found if quiet[n.start]]
        while_listening += int(sum(quiet[n.start] for n in found))
        listening += float(quiet.sum()) / fps / 60
        for at in back_channels(own, partner, fps):
            total += 1
            hits += _near(starts, at, fps)
        for at in np.flatnonzero(quiet)[:: int(fps)]:
            moments += 1
            by_chance += _near(starts, int(at), fps)
    return {
        "nod_cycles": float(np.mean(cycles)) if cycles else 0.0,
        "nod_single_share": float(np.mean(np.array(cycles) == 1)) if cycles else 0.0,
        "nods_per_minute_listening": while_listening / max(listening, 1e-9),
        "nods_per_back_channel": hits / max(total, 1),
        "chance_per_back_channel": by_chance / max(moments, 1),
    }


def _near(starts: NDArray[np.int64], at: int, fps: float) -> bool:
    return bool(((starts >= at + ANSWER_S[0] * fps) & (starts <= at + ANSWER_S[1] * fps)).any())
