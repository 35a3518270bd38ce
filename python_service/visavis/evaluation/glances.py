"""Glances at a thing named in the pose text: `python -m visavis.evaluation.glances [TEXT] [--seeds N]`.

The bundled conversation is baked with the text; what is counted is what the faces do.
"""

import argparse
from typing import Final

import numpy as np

from visavis.audio.bundle import bundled_conversation
from visavis.audio.recording import read_recording
from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, SceneChange, bake
from visavis.evaluation.gaze import eye_rays
from visavis.evaluation.takes import join
from visavis.roles import read_roles
from visavis.state.person import GazeKind, PersonState

TEXT: Final = "They sit across a table from each other, he keeps checking his phone."


def takes_with(engine: Engine, text: str, seeds: int) -> list[tuple[PersonState, PersonState]]:
    """A and B of the bundled conversation, its roles given, with seeds 0 ... seeds - 1."""
    bundle = bundled_conversation()
    sound, spans = read_recording(bundle.mixed), tuple(read_roles(bundle.rttm))
    pairs = []
    for seed in range(seeds):
        options = ConversationOptions(
            sample_rate=sound.sample_rate, look_ahead=LookAhead.OFFLINE, spans=spans, seed=seed,
            scene=SceneChange(0.0, pose_text=text, transition_s=0.0),
        )  # fmt: skip
        dyad = join([piece for piece in bake(engine, options, [sound.mixed()]) if isinstance(piece, Frames)])
        pairs.append((dyad.a, dyad.b))
    return pairs


def figures(people: list[PersonState], fps: int) -> dict[str, float]:
    """What one of the two does, over all takes.

    Returns:
        glances_per_minute; glance_s, their median length; share of time; angle_deg, the median between where the eyes
        point and the thing once they have arrived; back_share, how many glances end with a look at the partner
        within 2 s.
    """
    lengths, angles, back, frames = [], [], [], 0
    for person in people:
        at = person.gaze_kind == GazeKind.OBJECT
        frames += len(at)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], at, [False]]).astype(np.int8)))
        origins, rays = eye_rays(person)
        line = person.gaze_point - origins.mean(axis=1)
        gaze = rays.mean(axis=1)
        cosine = (line * gaze).sum(1) / np.linalg.norm(line, axis=1) / np.linalg.norm(gaze, axis=1)
        angle = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
        for begin, end in zip(edges[::2], edges[1::2]):
            lengths.append((end - begin) / fps)
            angles.append(angle[begin + (end - begin) // 2])
            back.append(bool((person.gaze_on_partner[end : end + 2 * fps] > 0.5).any()))
    count = len(lengths)
    return {
        "glances_per_minute": 60.0 * fps * count / max(frames, 1),
        "glance_s": float(np.median(lengths)) if count else 0.0,
        "share": sum(lengths) * fps / max(frames, 1),
        "angle_deg": float(np.median(angles)) if count else 0.0,
        "back_share": float(np.mean(back)) if count else 0.0,
    }


def main() -> None:
    """Prints the figures of both."""
    parser = argparse.ArgumentParser(prog="python -m visavis.evaluation.glances", description=__doc__)
    parser.add_argument("text", nargs="?", default=TEXT)
    parser.add_argument("--seeds", type=int, default=4)
    arguments = parser.parse_args()
    pairs = takes_with(Engine(), arguments.text, arguments.seeds)
    both = [figures([pair[i] for pair in pairs], 30) for i in (0, 1)]
    print(f"{'':22}{'A':>8}{'B':>8}")
    for name in both[0]:
        print(f"{name:22}{both[0][name]:8.2f}{both[1][name]:8.2f}")


if __name__ == "__main__":
    main()
