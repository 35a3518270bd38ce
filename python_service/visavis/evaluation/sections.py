"""The sections of an evaluation: each takes the engine and where its data is, and gives figures."""

from pathlib import Path
from typing import Any

import numpy as np

from visavis.engine import ConversationOptions, Engine, Frames, LookAhead, bake
from visavis.model.config import MOUTH_SIZE
from visavis.rig import load_open_head
from visavis.state.person import DyadState

Section = dict[str, Any]


def takes(engine: Engine, seeds: int, say: Any = print) -> list[DyadState]:
    """The bundled conversation, its roles given, with as many seeds."""
    from visavis.audio.bundle import bundled_conversation
    from visavis.audio.recording import read_recording
    from visavis.evaluation.takes import join
    from visavis.roles import read_roles

    bundle = bundled_conversation()
    sound, spans = read_recording(bundle.mixed), tuple(read_roles(bundle.rttm))
    dyads = []
    for seed in range(seeds):
        say(f"take {seed + 1} of {seeds} ...")
        options = ConversationOptions(
            sample_rate=sound.sample_rate, look_ahead=LookAhead.OFFLINE, spans=spans, seed=seed
        )  # fmt: skip
        dyads.append(join([o for o in bake(engine, options, [sound.mixed()]) if isinstance(o, Frames)]))
    return dyads


def behaviour(dyads: list[DyadState]) -> Section:
    """Behaviour figures beside the published ranges."""
    from visavis.evaluation.behaviour import PUBLISHED, figures

    found = figures(dyads)
    return {
        name: {
            "value": round(found[name], 3),
            "low": p.low,
            "high": p.high,
            "inside": p.low <= found[name] <= p.high,
            "source": p.source,
        }
        for name, p in PUBLISHED.items()
    }


def gaze(dyads: list[DyadState]) -> Section:
    """Where the eyes point, through the open head's joints."""
    from visavis.evaluation.gaze import figures

    return {name: round(value, 3) for name, value in figures(dyads).items()}


def pose_text() -> Section:
    """Accuracy on phrasings that were never tuned on."""
    from visavis.evaluation.pose_text import evaluate

    return {name: round(value, 4) for name, value in evaluate("test")[0].items()}


def lips(
    engine: Engine, folder: Path, tracks: list[Path] | None, coarticulation: Path | None, series: Section
) -> Section:
    """The model at each look-ahead, and every baseline, against tracked mouths; curves of two clips into `series`."""
    from visavis.evaluation.baselines import all_baselines
    from visavis.evaluation.real_lips import judge, model_mouth

    mouths = {
        **all_baselines(coarticulation),
        "model, live": model_mouth(engine, LookAhead.LIVE),
        "model, offline": model_mouth(engine, LookAhead.OFFLINE),
    }
    drawn: list[dict[str, Any]] = []
    figures = judge(mouths, folder, tracks, drawn)
    best = "hama, viseme table" if "hama, viseme table" in mouths else "bands to shapes"
    series["lips"] = [
        {"name": c["name"], "systems": {n: c["systems"][n] for n in ("real", "model, live", best)}} for c in drawn[:3]
    ]
    return {name: one.as_dict() for name, one in figures.items()}


def held_out(engine: Engine, folder: Path, limit: int | None, series: Section) -> Section:
    """Free runs over held-out conversations; a minute of the first into `series`."""
    from visavis.corpus.acting import BLINK, HEAD, LOOK
    from visavis.evaluation.held_out import MIXED, Take, judged, run
    from visavis.state.arkit import MOUTH

    truth, made = run(engine.network, folder, limit)
    neutral, matrix = load_open_head().arkit_measures

    def shown(take: Take) -> Section:
        motion, mouth = take.packed[:, :1800, MOUTH_SIZE:], take.packed[:, :1800, :MOUTH_SIZE]
        return {
            "look": motion[..., LOOK],
            "blink": motion[..., BLINK],
            "pitch": np.rad2deg(motion[..., HEAD.start]),
            "opening": (neutral + mouth @ matrix[list(MOUTH)])[..., 0],
        }

    series["timeline"] = {
        "speaking": truth[0].speaking[:, :1800],
        "simulated": shown(truth[0]),
        "model, from the mixed track": shown(made[MIXED][0]),
    }
    return judged(truth, made)


def unseen_voices(
    engine: Engine, folders: dict[str, Path | None], coarticulation: Path | None, count: int
) -> tuple[Section, Section, list[str]]:
    """Lips of unseen voices, effort of held-out readers, and what was not run and why."""
    from visavis.evaluation import effort
    from visavis.evaluation import unseen_voices as unseen
    from visavis.evaluation.baselines import all_baselines

    out: Section = {}
    efforts: Section = {}
    missed: list[str] = []
    baselines = all_baselines(coarticulation)
    teacher: Any = None
    if coarticulation is not None:
        from visavis.corpus.coarticulation import Coarticulation

        teacher = Coarticulation.load(coarticulation)
    readers, bank, tracked = (folders.get(n) for n in ("readers", "bank", "tracked"))
    if (readers or bank) and teacher is None:
        missed.append("held-out readers and voices: their mouths need --coarticulation (training.coarticulation)")
    if readers and teacher is not None:
        cases = unseen.readers(readers, teacher, count)
        out["held-out readers"] = _named(unseen.judge(cases, engine.network, baselines, "readers"))
        efforts = effort.evaluate(cases[: 2 * effort.SENTENCES], engine.network, teacher=teacher)
    if bank and teacher is not None:
        cases = unseen.neural_voices(bank, teacher, count)
        out["held-out neural voices"] = _named(unseen.judge(cases, engine.network, baselines, "neural voices"))
    if tracked:
        cases = unseen.real_mouth(tracked, count)
        out["the tracked speaker's held-out sentences"] = _named(
            unseen.judge(cases, engine.network, baselines, "real mouth")
        )
    return out, efforts, missed


def _named(figures: dict[str, Any]) -> Section:
    return {name: one.as_dict() for name, one in figures.items()}


def roles(folder: Path) -> list[Section]:
    """Errors of who speaks when; `folder` holds dialogue/ and speech/."""
    from visavis.evaluation.roles import evaluate_roles

    return [
        {"recording": r.recording, "roles": r.roles, "look_ahead": r.look_ahead}
        | {n: round(float(v), 4) for n, v in vars(r.score).items()}
        | {"cost": round(r.cost, 3)}
        for r in evaluate_roles(folder)
    ]
