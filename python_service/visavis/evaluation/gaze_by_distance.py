"""Looks and the distance between two people: `python -m visavis.evaluation.gaze_by_distance [--seeds N] [--json]`.

The bundled conversation is baked with both facing each other at several distances; what is counted is what the faces
do. People look at each other less the nearer they are: 30.5, 50 and 58% of the time at 0.6, 1.8 and 3.0 m (mixed pairs,
Argyle & Dean 1965 as reported by Argyle & Ingham 1972).
"""

import argparse
import json
from typing import Final

import numpy as np

from visavis.audio.bundle import bundled_conversation
from visavis.audio.recording import read_recording
from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, SceneChange, bake
from visavis.evaluation.behaviour import figures
from visavis.evaluation.takes import join
from visavis.roles import read_roles
from visavis.scene import PersonPlacement
from visavis.state.person import DyadState

DISTANCES: Final = (0.5, 0.8, 1.2, 2.0, 3.5)
"""Metres between the two, from intimate to social distance."""
COLUMNS: Final = ("gaze_on_partner_speaking", "gaze_on_partner_listening", "mutual_gaze_share", "mutual_episode_s")


def facing(distance: float) -> SceneChange:
    """From the start on both face each other, `distance` metres apart."""
    return SceneChange(
        0.0,
        a=PersonPlacement((-distance / 2, 0.0, 0.0), 90.0),
        b=PersonPlacement((distance / 2, 0.0, 0.0), -90.0),
        transition_s=0.0,
    )


def takes_at(engine: Engine, distance: float, seeds: int) -> list[DyadState]:
    """The bundled conversation, its roles given, live look-ahead, with seeds 0 ... seeds - 1."""
    bundle = bundled_conversation()
    sound, spans = read_recording(bundle.mixed), tuple(read_roles(bundle.rttm))
    dyads = []
    for seed in range(seeds):
        options = ConversationOptions(
            sample_rate=sound.sample_rate, look_ahead=LookAhead.OFFLINE, spans=spans, seed=seed
        )  # fmt: skip
        pieces = bake(engine, options, [sound.mixed()], scene=[facing(distance)])
        dyads.append(join([piece for piece in pieces if isinstance(piece, Frames)]))
    return dyads


def by_distance(engine: Engine, seeds: int) -> dict[float, dict[str, float]]:
    """Distance -> the COLUMNS and `looking`, the share of all time that a person looks at the partner."""
    rows = {}
    for distance in DISTANCES:
        dyads = takes_at(engine, distance, seeds)
        found = figures(dyads)
        looks = [person.gaze_on_partner > 0.5 for dyad in dyads for person in (dyad.a, dyad.b)]
        rows[distance] = {"looking": float(np.concatenate(looks).mean()), **{name: found[name] for name in COLUMNS}}
    return rows


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m visavis.evaluation.gaze_by_distance", description=__doc__)
    parser.add_argument("--seeds", type=int, default=4, help="takes at each distance")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = by_distance(Engine(), arguments.seeds)
    if arguments.json:
        print(json.dumps(rows, indent=1))
        return
    names = ("looking", *COLUMNS)
    print(f"{'metres':>8}" + "".join(f"{name:>28}" for name in names))
    for distance, row in rows.items():
        print(f"{distance:8.1f}" + "".join(f"{row[name]:28.3f}" for name in names))


if __name__ == "__main__":
    main()
