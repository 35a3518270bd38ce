"""The proof of the faces: who speaks, and both mouths over time, drawn for each real conversation.

    python -m visavis.evaluation.role_pictures --data ../shared/data --out docs/pictures

Needs matplotlib. For every recording: the labels (where there are any), what was held live with both voices enrolled,
and how far A's and B's jaws open in the frames that the engine makes of it.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, bake
from visavis.evaluation.roles import Case, katie_and_steve, real_conversations
from visavis.evaluation.takes import join
from visavis.state import ARKIT_INDEX, DyadState

COLOURS = ("#1f77b4", "#d95f02")


def perform(engine: Engine, case: Case) -> DyadState:
    """Both faces of a recording, live look-ahead, both voices enrolled."""
    options = ConversationOptions(
        sample_rate=16000, look_ahead=LookAhead.LIVE, voice_a=case.voices[0], voice_b=case.voices[1]
    )
    return join([out for out in bake(engine, options, [case.sound]) if isinstance(out, Frames)])


def mouth_shares(faces: DyadState, truth: NDArray[np.float32]) -> tuple[float, float]:
    """Mean jaw opening of whoever speaks alone by the labels, and of the other meanwhile."""
    jaws = np.stack([person.arkit[:, ARKIT_INDEX["jawOpen"]] for person in (faces.a, faces.b)], axis=1)
    count = min(len(jaws), len(truth))
    speaks = truth[:count] >= 0.5
    alone = speaks.sum(axis=1) == 1
    return float(jaws[:count][alone][speaks[alone]].mean()), float(jaws[:count][alone][~speaks[alone]].mean())


def draw(case: Case, faces: DyadState, path: Path, labelled: bool) -> None:
    """One picture."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(3, 1, figsize=(13, 5.2), sharex=True, height_ratios=(1.3, 1, 1))
    rows: list[tuple[str, Sequence[NDArray[np.bool_]]]] = []
    source = "labels" if labelled else "nearest voice"
    rows.append((source, [case.truth[:, k] >= 0.5 for k in (0, 1)]))
    rows.append(("held live", [person.speaking >= 0.5 for person in (faces.a, faces.b)]))
    ticks = []
    for level, (name, both) in enumerate(rows):
        for k, speaking in enumerate(both):
            height = 3.0 - level * 2 - k
            edges = np.flatnonzero(np.diff(np.concatenate([[0], speaking.astype(int), [0]])))
            bars = [(s / 30.0, (e - s) / 30.0) for s, e in zip(edges[::2], edges[1::2])]
            axes[0].broken_barh(bars, (height - 0.38, 0.76), color=COLOURS[k], alpha=1.0 if level else 0.55)
            ticks.append((height, f"{name}: {'AB'[k]}"))
    axes[0].set_yticks([height for height, _ in ticks], [label for _, label in ticks])
    axes[0].set_ylim(-0.6, 3.6)
    for k, person in enumerate((faces.a, faces.b)):
        jaw = person.arkit[:, ARKIT_INDEX["jawOpen"]]
        axes[1 + k].fill_between(np.arange(len(jaw)) / 30.0, jaw, color=COLOURS[k], linewidth=0)
        axes[1 + k].set_ylabel(f"jaw of {'AB'[k]}")
        axes[1 + k].set_ylim(0.0, 0.7)
    axes[2].set_xlabel("seconds")
    axes[0].set_title(f"{case.name}: one microphone, two voice prints, live look-ahead", loc="left")
    axes[0].set_xlim(0.0, len(case.sound) / 16000)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=80)
    plt.close(figure)


def main() -> None:
    """Command line, see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with dialogue/")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    engine = Engine()
    cases = [(case, True) for case in real_conversations(arguments.data)]
    for case, labelled in [*cases, (katie_and_steve(arguments.data), False)]:
        faces = perform(engine, case)
        path = arguments.out / f"roles_{case.name}.png"
        draw(case, faces, path, labelled)
        speaker, other = mouth_shares(faces, case.truth)
        print(f"{path}: jaw of who speaks alone {speaker:.3f}, of the other {other:.3f}", flush=True)


if __name__ == "__main__":
    main()
