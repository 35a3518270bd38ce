"""What the simulator makes, beside what was published, row by row: `python -m visavis.corpus.report --data DIR`.

Reads conversations built by `visavis.corpus.build` and prints a Markdown table. Ranges are the published value, or a
tenth either way for shares, a quarter for rates and times, half for spreads of single studies.

Two sources contradict each other: spells of 7.9 s on and 0.4 s off (Eyes Alive) make shares of 95% listening and 78%
speaking, where Argyle & Cook found 75% and 41%. The simulator keeps the shares, so that the spells cannot fit.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.corpus.acting import BLINK, GAZE, HEAD, LOOK
from visavis.evaluation import nods
from visavis.evaluation.rollout import conversations
from visavis.rig import load_open_head
from visavis.state.arkit import ARKIT_INDEX, MOUTH
from visavis.state.behaviour import FRAME_RATE

Flags = NDArray[np.bool_]
Arrays = dict[str, NDArray[Any]]
LONG_S: Final = 2.0
AWAY_S: Final = (-1.0, 0.7)
BACK_S: Final = (-1.0, 0.5)
"""Seconds about the edges of long utterances in which looks count as theirs, as in `evaluation.gaze`."""
JAW_DEGREES: Final = 14.0
"""What jawOpen 1 turns FLAME's jaw by on the open head, when its rig map cannot be asked."""


@dataclass(frozen=True)
class Row:
    """A quantity, the range it is expected in, and where that is from."""

    title: str
    low: float
    high: float
    unit: str
    source: str


ROWS: Final[dict[str, Row]] = {
    "look_speaking": Row("gaze on partner, speaking", 0.31, 0.51, "", "41%, Argyle & Cook"),
    "look_listening": Row("gaze on partner, listening", 0.65, 0.85, "", "75%, Argyle & Cook"),
    "look_near": Row("gaze on partner within 0.9 m", 0.20, 0.55, "", "30% at 0.6 m, Argyle & Ingham"),
    "look_middle": Row("gaze on partner, 1.2-2.4 m", 0.40, 0.65, "", "50% at 1.8 m, Argyle & Ingham"),
    "look_far": Row("gaze on partner beyond 2.4 m", 0.48, 0.68, "", "58% at 3 m, Argyle & Ingham"),
    "on_listening": Row("look at the partner, listening", 5.9, 9.9, "s", "7.9 s, Eyes Alive; contradicts the shares"),
    "off_listening": Row("look away, listening", 0.3, 0.5, "s", "0.4 s, Eyes Alive; contradicts the shares"),
    "on_speaking": Row("look at the partner, speaking", 2.3, 3.9, "s", "3.1 s, Eyes Alive; contradicts the shares"),
    "off_speaking": Row("look away, speaking", 0.7, 1.1, "s", "0.9 s, Eyes Alive; contradicts the shares"),
    "mutual_share": Row("both look at each other", 0.20, 0.60, "", "face gaze 60%, eye contact far less, PMC5844880"),
    "mutual_s": Row("such an episode", 1.0, 3.3, "s", "2.2 s PMC5844880; 3.3 s preferred, Binetti"),
    "away_at_start": Row("long utterances begun looking away", 0.70, 1.0, "", "over 70%, Kendon"),
    "back_at_end": Row("long utterances ended looking at the partner", 0.70, 1.0, "", "over 70%, Kendon"),
    "blinks": Row("blinks", 17.0, 33.0, "/min", "26 in conversation, 17 at rest, Bentivoglio"),
    "blink_spread": Row("SD of the logarithm of blink intervals", 0.4, 1.0, "", "log-normal, Bentivoglio; range ours"),
    "averted_90": Row("90% of looks away are smaller than", 10.0, 25.0, "deg", "90% of saccades under 15, Eyes Alive"),
    "head_pitch": Row("head pitch, SD, looks followed", 3.4, 10.2, "deg", "6.8 over talking video, UniLS"),
    "head_yaw": Row("head yaw, SD, looks followed", 4.9, 14.7, "deg", "9.8 over talking video, UniLS"),
    "head_roll": Row("head roll, SD", 3.4, 10.4, "deg", "6.9 over talking video, UniLS"),
    "nod_cycles": Row("cycles of a listener's nod", 1.4, 2.3, "", "1.8, Mori"),
    "nod_single": Row("nods of one cycle", 0.32, 0.52, "", "42%, Mori"),
    "nod_hertz": Row("rate of nods of more cycles", 1.1, 2.6, "Hz", "1.4-1.5 Hz, fast ones from 2.6, Hale"),
    "back_channels": Row("back-channels per hour of speech", 750.0, 1250.0, "", "about 1000, CANDOR"),
    "gap_mean": Row("turn gap, mean", 108.0, 308.0, "ms", "208 ms, Stivers"),
    "gap_median": Row("turn gap, median", -20.0, 180.0, "ms", "80 ms, CANDOR"),
    "speech_min": Row("speech in a minute", 46.0, 56.0, "s", "51 s, Fisher"),
    "pauses_min": Row("pauses in a minute", 4.0, 9.0, "s", "6.4 s, Fisher"),
    "gaps_min": Row("gaps in a minute", 2.6, 5.8, "s", "4.2 s, Fisher"),
    "overlap_min": Row("overlap in a minute", 1.9, 4.7, "s", "3.3 s, Fisher"),
    "jaw_mean": Row("jaw, mean while speaking", 2.1, 6.5, "deg", "4.3 in FLAME over talking video"),
    "jaw_sd": Row("jaw, SD while speaking", 1.6, 5.0, "deg", "3.3 in FLAME over talking video"),
    "listener_open": Row("listener's mouth open", -0.03, 0.02, "eye distances", "shut; neutral is 0.009 (ours)"),
    "distance": Row("distance, median", 0.8, 1.6, "m", "social 1.35 m, Sorokowska"),
    "distance_near": Row("distance, 5% are nearer than", 0.32, 0.8, "m", "intimate 0.32 m, Sorokowska"),
    "distance_far": Row("distance, 5% are farther than", 1.2, 3.6, "m", "social up to 3.6 m, Hall"),
}


class Tally:
    """Lists of values by name, filled conversation by conversation."""

    def __init__(self) -> None:
        self.values: dict[str, list[float]] = {}

    def add(self, name: str, values: Iterable[float]) -> None:
        """More of a quantity."""
        self.values.setdefault(name, []).extend(float(v) for v in values)

    def of(self, name: str) -> NDArray[np.float64]:
        """All of a quantity."""
        return np.array(self.values.get(name, ()), np.float64)


def measure(dyads: Iterable[Arrays]) -> dict[str, float]:
    """The quantities of ROWS over all conversations."""
    tally = Tally()
    people: list[tuple[Any, Any, Any]] = []
    for dyad in dyads:
        speaking, motion = dyad["speaking"].T > 0.5, dyad["motion"].astype(np.float32)
        look = motion[..., LOOK] > 0.5
        _turns(tally, speaking)
        _mutual(tally, look)
        for p in range(2):
            _looks(tally, look[p], speaking[p], np.exp(dyad["relation"][p, :, 3].astype(np.float32)) * 1.2)
            _gaze_and_head(tally, motion[p], dyad["relation"][p].astype(np.float32), look[p])
            _blinks(tally, motion[p, :, BLINK])
            _mouth(tally, dyad["mouth"][p].astype(np.float32), speaking[p])
            people.append((motion[p, :, HEAD.start], speaking[p].astype(float), speaking[1 - p].astype(float)))
            tally.add("nod_hertz", _nod_rates(people[-1]))
    answers = nods.figures(people, FRAME_RATE)
    means = {name: float(tally.of(name).mean()) if len(tally.of(name)) else 0.0 for name in tally.values}
    hours = tally.of("own_speech").sum() / 3600
    distance, intervals = tally.of("distance"), np.log(np.maximum(tally.of("blink_interval"), 1e-3))
    minutes = tally.of("minutes").sum()
    return {
        **{n: means.get(n, 0.0) for n in ROWS},
        **{f"{n}_min": float(tally.of(n).sum() / minutes) for n in ("speech", "pauses", "gaps", "overlap")},
        "blinks": float(len(intervals) / max(tally.of("person_minutes").sum(), 1e-9)),
        "blink_spread": float(intervals.std()) if len(intervals) else 0.0,
        "averted_90": _quantile(tally.of("averted"), 0.9),
        "nod_cycles": answers["nod_cycles"],
        "nod_single": answers["nod_single_share"],
        "nod_hertz": _quantile(tally.of("nod_hertz"), 0.5),
        "back_channels": float(tally.of("channels").sum() / max(hours, 1e-9)),
        "gap_mean": 1000 * means.get("gap", 0.0),
        "gap_median": 1000 * _quantile(tally.of("gap"), 0.5),
        "jaw_sd": float(tally.of("jaw_mean").std()) if len(tally.of("jaw_mean")) else 0.0,
        "distance": _quantile(distance, 0.5),
        "distance_near": _quantile(distance, 0.05),
        "distance_far": _quantile(distance, 0.95),
    }


def _quantile(values: NDArray[np.float64], share: float) -> float:
    return float(np.quantile(values, share)) if len(values) else 0.0


def _runs(flags: Flags) -> list[tuple[int, int]]:
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return [(int(s), int(e)) for s, e in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True)]


def _turns(tally: Tally, speaking: Flags) -> None:
    """Speech, silence and overlap, back-channels left out of who has the turn."""
    a, b = speaking
    channels = [set(nods.back_channels(x, y, FRAME_RATE)) for x, y in ((a, b), (b, a))]
    turns = sorted(
        (s, e, p) for p in range(2) for s, e in _runs(speaking[p]) if s not in channels[p]
    )  # fmt: skip
    for (_, end, person), (start, _, other) in pairwise(turns):
        silence = (start - end) / FRAME_RATE
        if person != other:
            tally.add("gap", [silence])
        if silence > 0:
            tally.add("gaps" if person != other else "pauses", [silence])
    tally.add("speech", [(a | b).sum() / FRAME_RATE])
    tally.add("overlap", [(a & b).sum() / FRAME_RATE])
    tally.add("minutes", [len(a) / FRAME_RATE / 60])
    tally.add("person_minutes", [2 * len(a) / FRAME_RATE / 60])
    tally.add("own_speech", [speaking.sum() / FRAME_RATE])
    tally.add("channels", [sum(map(len, channels))])


def _mutual(tally: Tally, look: Flags) -> None:
    both = look[0] & look[1]
    tally.add("mutual_share", [both.mean()])
    tally.add("mutual_s", [(e - s) / FRAME_RATE for s, e in _runs(both)])


def _looks(tally: Tally, look: Flags, speaking: Flags, distance: NDArray[np.floating]) -> None:
    tally.add("look_speaking", look[speaking])
    tally.add("look_listening", look[~speaking])
    tally.add("distance", distance[::FRAME_RATE])
    for name, least, most in (("near", 0.0, 0.9), ("middle", 1.2, 2.4), ("far", 2.4, 99.0)):
        tally.add(f"look_{name}", look[(distance >= least) & (distance < most)])
    for flags, kind in ((look, "on"), (~look, "off")):
        for start, end in _runs(flags):
            if start > 0 and end < len(look):
                role = "speaking" if speaking[start:end].mean() > 0.5 else "listening"
                tally.add(f"{kind}_{role}", [(end - start) / FRAME_RATE])
    for start, end in _runs(speaking):
        if end - start >= LONG_S * FRAME_RATE:
            if start > 0:
                tally.add("away_at_start", [float((~look[_window(start, AWAY_S)]).any())])
            if end < len(look):
                tally.add("back_at_end", [float(look[_window(end, BACK_S)].any())])


def _window(frame: int, seconds: tuple[float, float]) -> slice:
    return slice(max(0, frame + round(seconds[0] * FRAME_RATE)), max(0, frame + round(seconds[1] * FRAME_RATE)))


def _gaze_and_head(tally: Tally, motion: NDArray[np.float32], relation: NDArray[np.float32], look: Flags) -> None:
    """Sizes of looks away, and the head's turning with a share of the look that `motion.turning` gives it."""
    partner = np.stack([np.arctan2(relation[:, 0], relation[:, 1]), relation[:, 2]], axis=1)
    away = (motion[:, GAZE] - partner + np.pi) % (2 * np.pi) - np.pi
    size = np.rad2deg(np.arccos(np.clip(np.cos(away[:, 0]) * np.cos(away[:, 1]), -1, 1)))
    tally.add("averted", size[~look][::6])
    own = np.rad2deg(motion[:, HEAD])
    gaze = np.rad2deg(motion[:, GAZE])
    keep = np.where(look[:, None], (6.0, 8.0), (9.0, 12.0))
    followed = np.sign(gaze) * np.maximum(np.abs(gaze) - keep, 0.0)
    pitch, yaw, roll = own[:, 0] + followed[:, 1], own[:, 1] + followed[:, 0], own[:, 2]
    for name, angle in (("pitch", pitch), ("yaw", yaw), ("roll", roll)):
        tally.add(f"head_{name}", [angle.std()])


def _blinks(tally: Tally, blink: NDArray[np.float32]) -> None:
    onsets = np.flatnonzero(np.diff((blink > 0.5).astype(np.int8)) > 0)
    tally.add("blink_interval", np.diff(onsets) / FRAME_RATE)


def _mouth(tally: Tally, mouth: NDArray[np.float32], speaking: Flags) -> None:
    head = load_open_head()
    neutral, matrix = head.arkit_measures
    column = MOUTH.index(ARKIT_INDEX["jawOpen"])
    turn = JAW_DEGREES
    if head.arkit_to_flame is not None:
        turn = float(np.rad2deg(np.abs(head.arkit_to_flame[-3, ARKIT_INDEX["jawOpen"]])))
    tally.add("jaw_mean", (turn * mouth[speaking, column])[::3])
    settled = ~(np.convolve(speaking, np.ones(19), "same") > 0)
    tally.add("listener_open", (neutral[0] + mouth[settled] @ matrix[list(MOUTH), 0])[::3])


def _nod_rates(person: tuple[Any, Any, Any]) -> Iterator[float]:
    """Cycles a second of nods with two cycles or more, from one lowest point to the next."""
    pitch, own, partner = person
    for nod in nods.nods(pitch, FRAME_RATE):
        if nod.cycles > 1 and own[nod.start] < 0.5 and partner[nod.start] > 0.5:
            yield FRAME_RATE * (nod.cycles - 1) / max(nod.lows[-1] - nod.lows[0], 1)


def table(found: dict[str, float], hours: float) -> str:
    """Markdown, one line a row of ROWS; values outside the range are bold."""
    lines = [
        f"{hours:.2f} hours of simulated conversation.",
        "",
        "| quantity | simulated | range | published | inside |",
        "|---|---|---|---|---|",
    ]
    for name, row in ROWS.items():
        value, inside = found[name], row.low <= found[name] <= row.high
        text = f"{value:.3g} {row.unit}".strip()
        cells = (row.title, text if inside else f"**{text}**", f"{row.low:g} to {row.high:g}", row.source)
        lines.append("| " + " | ".join(cells) + f" | {'yes' if inside else '**no**'} |")
    count = sum(row.low <= found[name] <= row.high for name, row in ROWS.items())
    return "\n".join([*lines, "", f"{count} of {len(ROWS)} inside."])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of conversations")
    parser.add_argument("--limit", type=int, help="conversations, the first by name")
    parser.add_argument("--out", type=Path, help="a file for the table, beside printing it")
    arguments = parser.parse_args()
    frames = 0

    def counted() -> Iterator[Arrays]:
        nonlocal frames
        for dyad in conversations(arguments.data, arguments.limit):
            frames += len(dyad["speaking"])
            yield dyad

    found = measure(counted())
    text = table(found, frames / FRAME_RATE / 3600)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
