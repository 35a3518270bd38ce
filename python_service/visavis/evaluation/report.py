"""An evaluation as one HTML file that needs nothing else, and as JSON."""

import base64
import json
from collections.abc import Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from visavis.evaluation import plots

STYLE: Final = """
body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem;border-bottom:1px solid #ddd}
table{border-collapse:collapse;font-size:13px;margin:.6rem 0}td,th{padding:.2rem .6rem;text-align:right}
th{font-weight:600;border-bottom:1px solid #999}td:first-child,th:first-child{text-align:left}
tr.model td{background:#fff4ec}td.text{text-align:left;color:#555}td.out{color:#b91c1c;font-weight:600}
img{max-width:100%}p.note{color:#555}p.miss{color:#b91c1c}
"""
NOTES: Final = {
    "lips": "Real clips whose mouth a tracker measured in the picture (medians; closures pooled), never trained on. "
    "r on speech frames; closure F1 within 60 ms; lag positive when late; amplitude is the ratio of the openings' SD.",
    "held_out": "Free runs over simulated conversations whose voices and texts were never trained on, roles and places "
    "known, 200 ms look-ahead. MSE and distances are of standardised columns: the mean of the truth has an MSE of 1, "
    "an unrelated true conversation of about 2. rPCC, FD, LVE: less is better; SID: as the truth.",
    "unseen_voices": "Voices that training never heard: held-out readers and neural voices against coarticulation "
    "given their true phones, and held-out sentences of the tracked speaker against his measured mouth.",
    "effort": "The same sentence louder, softer, faster, slower. Louder should open further, softer less, tempo should "
    "not change the size much. `rises`: share of sentences that went the right way.",
    "behaviour": "The bundled conversation, several takes, performed by the open head; ranges from published figures.",
    "gaze": "Where the eyes of the same takes point, through the joints of body, head and eyes.",
    "pose_text": "Phrasings that nothing was tuned on.",
    "roles": "Who speaks when, on real conversations in one track and on simulated mixtures of real readers.",
}
TITLES: Final = {
    "lips": "Lips against real mouths",
    "held_out": "Against held-out conversations",
    "unseen_voices": "Lips of unseen voices",
    "effort": "Louder, softer, faster",
    "behaviour": "Behaviour",
    "gaze": "Gaze",
    "pose_text": "Pose text",
    "roles": "Roles from the mixed track",
}
LIP_COLUMNS: Final = ("opening", "width", "protrusion", "closure_f1")
HELD_OUT_LIPS: Final = ("opening_r", "width_r", "protrusion_r", "closure_f1")
MODELS: Final = ("model, mixed track", "model, separate tracks")


def write(report: dict[str, Any], series: dict[str, Any], folder: Path) -> list[Path]:
    """Writes report.json and report.html; without matplotlib the latter says that its pictures are missing.

    Args:
        report: sections by name, as `visavis evaluate --json` prints them.
        series: what is drawn: `lips` clips for `plots.curves`, `timeline` for `plots.timeline`.
        folder: made when it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    (folder / "report.html").write_text(page(report, series))
    return [folder / "report.html", folder / "report.json"]


def page(report: dict[str, Any], series: dict[str, Any]) -> str:
    """The HTML."""
    drawn = find_spec("matplotlib") is not None
    body = [f"<h1>{escape(str(report['model']))}: evaluation</h1>"]
    body.append(f"<p class=note>Made by <code>{escape(str(report.get('command', 'visavis evaluate')))}</code>. ")
    body.append("Definitions: docs/evaluation.md.</p>")
    for text in report.get("not_run", ()):
        body.append(f"<p class=miss>Not run: {escape(text)}</p>")
    if not drawn:
        body.append("<p class=miss>No pictures: matplotlib is not installed (the [evaluate] extra).</p>")
    for name, title in TITLES.items():
        if name not in report:
            continue
        body.append(f"<h2>{title}</h2><p class=note>{escape(NOTES[name])}</p>")
        if drawn:
            body += [_image(png) for png in pictures(name, report[name], series)]
        body.append(tables(name, report[name]))
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(str(report['model']))}</title>"
        f"<style>{STYLE}</style><body>{''.join(body)}</body></html>\n"
    )


def pictures(name: str, section: Any, series: dict[str, Any]) -> list[bytes]:
    """PNGs of one section."""
    out = []
    if name == "lips":
        out.append(plots.systems(section, LIP_COLUMNS, "r on speech frames and closure F1"))
        if series.get("lips"):
            out.append(plots.curves(series["lips"], "mouth opening, eye distances"))
    elif name == "held_out":
        shown = {n: row for n, row in section.items() if n in MODELS or n == "another conversation"}
        out.append(plots.systems(shown, HELD_OUT_LIPS, "lips"))
        if "timeline" in series:
            out.append(plots.timeline(series["timeline"], 30.0, "one held-out conversation"))
    elif name == "unseen_voices":
        out += [plots.systems(rows, LIP_COLUMNS, corpus) for corpus, rows in section.items()]
    elif name == "effort":
        changed = {n: row for n, row in section.items() if n != "as it was"}
        names = [
            c for c in ("amplitude", "opening", "teacher_opening", "r") if all(c in row for row in changed.values())
        ]
        by_change = {c: {n: row[c] for n, row in changed.items()} for c in names}
        out.append(plots.systems(by_change, list(changed), "ratio to the unchanged sentence; r with it"))
    elif name == "behaviour":
        out.append(plots.ranges(section))
    return out


def tables(name: str, section: Any) -> str:
    """HTML tables of one section."""
    if name == "unseen_voices":
        return "".join(f"<h3>{escape(corpus)}</h3>{table(rows)}" for corpus, rows in section.items())
    if name in ("gaze", "pose_text"):
        return _rows(("", "value"), [[n.replace("_", " "), _text(v)] for n, v in section.items()])
    if name == "held_out":
        return table(_turned(section))
    if name == "roles":
        return _rows(list(section[0]), [[_text(v) for v in row.values()] for row in section])
    return table(section)


def table(rows: dict[str, dict[str, Any]]) -> str:
    """One line a row, columns as its entries are called."""
    columns = list(dict.fromkeys(c for row in rows.values() for c in row))
    lines = [[n.replace("_", " "), *(_text(row.get(c, "")) for c in columns)] for n, row in rows.items()]
    return _rows(["", *(c.replace("_", " ") for c in columns)], lines)


def _turned(section: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    figures = next(iter(section.values()))
    return {f: {system: row[f] for system, row in section.items()} for f in figures}


def _rows(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(h)}" for h in head)
    body = "".join(
        f"<tr{' class=model' if line[0].startswith('model') else ''}>"
        + "".join(f"<td{_kind(cell) if i else ''}>{escape(cell)}" for i, cell in enumerate(line))
        for line in lines
    )
    return f"<table><tr>{top}{body}</table>"


def _kind(cell: str) -> str:
    if cell == "no":
        return " class=out"
    return " class=text" if len(cell) > 12 else ""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 100 else f"{value:.1f}"
    return str(value)


def _image(png: bytes) -> str:
    return f'<p><img alt="" src="data:image/png;base64,{base64.b64encode(png).decode()}"></p>'
