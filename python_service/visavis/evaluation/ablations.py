"""The ablation table: six checkpoints of `visavis.training.ablations`, same budget each, one table.

`python -m visavis.evaluation.ablations --runs DIR --data TEST --out FOLDER`
DIR holds one folder a variant with `average.safetensors`; TEST held-out conversations. Needs [train] and [export].
Every row is judged by the same code, on the same conversations with the same chance (`evaluation.held_out`).
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from visavis.evaluation import held_out
from visavis.evaluation.held_out import MIXED, SEPARATE
from visavis.model.runtime import Network

VARIANTS: Final = {
    "full": "full",
    "no_roles": "no roles",
    "no_cross_attention": "no cross-attention",
    "no_gaze_loss": "no gaze loss",
    "no_lip_refinement": "no lip refinement",
    "single_stream": "single stream",
}
"""Folder of a run -> how the table calls it."""


@dataclass(frozen=True)
class Column:
    """A column: where its figure is, and whether less is better."""

    title: str
    system: str
    figure: str
    less: bool
    digits: int = 3


COLUMNS: Final = (
    Column("FD", SEPARATE, "fd", True, 2),
    Column("P-FD", SEPARATE, "p_fd", True, 2),
    Column("MSE", SEPARATE, "mse_all", True),
    Column("MSE lips", SEPARATE, "mse_lips", True),
    Column("gaze on partner, deg", SEPARATE, "gaze_angle_on_deg", True, 2),
    Column("lips r", SEPARATE, "opening_r", False),
    Column("closures F1", SEPARATE, "closure_f1", False),
    Column("LVE mm", SEPARATE, "lve_mm", True, 2),
    Column("mixed: lips r", MIXED, "opening_r", False),
    Column("mixed: closures F1", MIXED, "closure_f1", False),
    Column("mixed: LVE mm", MIXED, "lve_mm", True, 2),
    Column("mixed: listener open", MIXED, "listener_opening", True),
    Column("velocity error mm", SEPARATE, "velocity_error_mm", True),
    Column("rPCC", SEPARATE, "rpcc", True),
)
EXPECTED: Final = {
    "no_roles": ("mixed: lips r", "mixed: LVE mm", "mixed: listener open"),
    "no_cross_attention": ("P-FD", "rPCC"),
    "no_gaze_loss": ("gaze on partner, deg",),
    "no_lip_refinement": ("LVE mm", "closures F1", "velocity error mm"),
    "single_stream": ("lips r", "mixed: lips r"),
}
"""Where each variant should be worse than the full model."""

EVEN: Final = 0.03
"""Relative differences up to this are not called: every variant is one run of one seed (ours)."""
UNSETTLED: Final = 2.0
"""From this MSE on - an unrelated true conversation's - free runs of behaviour have drifted from anything human."""

Results = dict[str, dict[str, Any]]


def judge(checkpoint: Path, data: Path, limit: int | None) -> dict[str, Any]:
    """Figures of one checkpoint, mixed and separate, and what it was trained with."""
    from visavis.training.export import export_onnx, load_checkpoint, round_to_half

    network, metadata = load_checkpoint(checkpoint)
    with TemporaryDirectory() as folder:
        export_onnx(round_to_half(network).eval(), Path(folder), {"model_id": checkpoint.parent.name})
        figures = held_out.evaluate(Network(Path(folder), device="cpu"), data, limit, references=False)
    return {"steps": metadata.get("step"), "minutes": metadata.get("minutes"), **figures}


def value(results: Results, variant: str, column: Column) -> float:
    """One cell."""
    return float(results[variant][column.system][column.figure])


def verdict(results: Results, variant: str, column: Column) -> str:
    """Whether a variant is worse than the full model in a column: yes, no, or too close to call from one seed."""
    here, there = value(results, variant, column), value(results, "full", column)
    if abs(here - there) <= EVEN * max(abs(there), abs(here)):
        return "too close to call"
    return "yes" if (here > there) == column.less else "**no**"


def table(results: Results) -> str:
    """Markdown: the table, the best of each column in bold, then whether each variant is worse where it should be."""
    lines = ["| | " + " | ".join(f"{c.title} {'↓' if c.less else '↑'}" for c in COLUMNS) + " |"]
    lines.append("|---|" + "---|" * len(COLUMNS))
    best = {}
    for column in COLUMNS:
        pick = min if column.less else max
        best[column.title] = pick(value(results, v, column) for v in results)
    for variant in results:
        cells = []
        for column in COLUMNS:
            number = value(results, variant, column)
            text = f"{number:.{column.digits}f}"
            cells.append(f"**{text}**" if number == best[column.title] else text)
        lines.append(f"| {VARIANTS[variant]} | " + " | ".join(cells) + " |")
    adrift = [VARIANTS[v] for v in results if results[v][SEPARATE]["mse_all"] > UNSETTLED]
    if adrift:
        text = (
            "Behaviour has not settled: MSE is above that of an unrelated true conversation (2) for {}. FD, P-FD, "
            "MSE, rPCC and gaze say there how far free runs drift, not how well behaviour fits; train longer before "
            "reading them."
        )
        lines += ["", text.format(", ".join(adrift))]
    if "full" in results:
        lines += ["", "| variant | should be worse in | full | variant | is it? |", "|---|---|---|---|---|"]
        for variant, titles in EXPECTED.items():
            for column in (c for c in COLUMNS if c.title in titles and variant in results):
                here, there = (f"{value(results, v, column):.{column.digits}f}" for v in (variant, "full"))
                said = verdict(results, variant, column)
                lines.append(f"| {VARIANTS[variant]} | {column.title} | {there} | {here} | {said} |")
    return "\n".join(lines)


def evaluate(runs: Path, data: Path, limit: int | None = None, known: Results | None = None) -> Results:
    """Every variant that `runs` has, in the order of VARIANTS; those in `known` are taken from there.

    Raises:
        FileNotFoundError: none is there.
    """
    found: Results = {}
    for variant in VARIANTS:
        checkpoint = runs / variant / "average.safetensors"
        if known and variant in known:
            found[variant] = known[variant]
        elif checkpoint.is_file():
            print(f"{VARIANTS[variant]} ...", file=sys.stderr)
            found[variant] = judge(checkpoint, data, limit)
        else:
            print(f"!!! {VARIANTS[variant]}: '{checkpoint}' is not there; left out of the table", file=sys.stderr)
    if not found:
        raise FileNotFoundError(f"'{runs}' has no run of {', '.join(VARIANTS)}")
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, required=True, help="folder with a run a variant")
    parser.add_argument("--data", type=Path, required=True, help="folder of held-out conversations")
    parser.add_argument("--limit", type=int, help="conversations, the first by name")
    parser.add_argument("--out", type=Path, help="folder for ablations.md and ablations.json; variants there are kept")
    arguments = parser.parse_args()
    known: Results = {}
    if arguments.out and (arguments.out / "ablations.json").is_file():
        known = json.loads((arguments.out / "ablations.json").read_text())
    results = evaluate(arguments.runs, arguments.data, arguments.limit, known)
    print(table(results))
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / "ablations.json").write_text(json.dumps(results, indent=1) + "\n")
        (arguments.out / "ablations.md").write_text(table(results) + "\n")


if __name__ == "__main__":
    main()
