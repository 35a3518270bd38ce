"""Behaviour over held-out conversations as it is performed: `python -m visavis.evaluation.performed --data TEST`.

The network runs freely, `motion` performs what it says, and the posed faces are measured; the simulated truth,
performed the same way, stands beside it.
"""

import argparse
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.evaluation import behaviour, gaze
from visavis.evaluation.rollout import Conversation, conversations, roll
from visavis.model.runtime import Network
from visavis.motion import Performer
from visavis.scene import PlacementTrack
from visavis.state import Behaviour
from visavis.state.person import DyadState

FAST_HZ: Final = 5.0
"""Power above this is jitter but for the quickest nods (2.6 to 6.5 Hz, Hale 2020)."""
SLOW_DEG_S: Final = 60.0
"""Heads that do not turn to somebody are slower than this, mostly (ours)."""


def perform(mouth: NDArray[np.floating], motion: NDArray[np.floating], dyad: Conversation, seed: int) -> DyadState:
    """(2, T, 29) mouths and (2, T, 27) motion as two people at the default place."""
    frames = mouth.shape[1]
    packed = np.concatenate([mouth, motion[:, :frames]], axis=-1).astype(np.float32)
    speaking = dyad["speaking"][:frames].astype(np.float32)
    a, b = (Behaviour.unpack(one) for one in packed)
    return Performer(seed).perform(0, a, b, PlacementTrack(), speaking)


def head_figures(dyads: list[DyadState]) -> dict[str, float]:
    """Own head motion.

    Returns:
        head_speed_p50, _p99_deg_s: degrees a second; head_slow_share: frames below SLOW_DEG_S;
        head_fast_power: share of the power of its speed above FAST_HZ.
    """
    speeds, powers = [], []
    for dyad in dyads:
        for person in (dyad.a, dyad.b):
            velocity = np.rad2deg(np.diff(person.head_rotation, axis=0)) * dyad.fps
            speeds.append(np.linalg.norm(velocity, axis=1))
            power = (np.abs(np.fft.rfft(velocity, axis=0)) ** 2).sum(1)
            rates = np.fft.rfftfreq(len(velocity), 1 / dyad.fps)
            powers.append(power[rates > FAST_HZ].sum() / max(float(power.sum()), 1e-12))
    speed = np.concatenate(speeds)
    return {
        "head_speed_p50_deg_s": float(np.median(speed)),
        "head_speed_p99_deg_s": float(np.quantile(speed, 0.99)),
        "head_slow_share": float((speed < SLOW_DEG_S).mean()),
        "head_fast_power": float(np.mean(powers)),
    }


def figures(dyads: list[DyadState]) -> dict[str, float]:
    """All of them."""
    return {**behaviour.figures(dyads), **gaze.figures(dyads), **head_figures(dyads)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of held-out conversations")
    parser.add_argument("--model", type=Path, help="folder of a model; the shipped one without it")
    parser.add_argument("--limit", type=int, default=12, help="conversations")
    arguments = parser.parse_args()
    network = Network(arguments.model, device="cpu")
    made: list[DyadState] = []
    true: list[DyadState] = []
    for number, dyad in enumerate(conversations(arguments.data, arguments.limit)):
        mouth, motion = roll(network, dyad, (False,), seed=number)
        frames = mouth.shape[2]
        made.append(perform(mouth[0], motion[0], dyad, number))
        true.append(perform(dyad["mouth"][:, :frames], dyad["motion"][:, :frames], dyad, number))
    ours, simulated = figures(made), figures(true)
    print(f"{'':32}{'network':>10}{'simulated':>11}   published")
    for name, value in ours.items():
        published = behaviour.PUBLISHED.get(name)
        source = f"{published.low:g} to {published.high:g}   {published.source}" if published else ""
        print(f"{name:32}{value:10.3f}{simulated[name]:11.3f}   {source}")


if __name__ == "__main__":
    main()
