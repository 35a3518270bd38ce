"""Pictures of an evaluation, as PNG bytes: [evaluate] extra (matplotlib)."""

import io
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Figures = dict[str, dict[str, Any]]
DARK, GREY, MODEL, TRUE, OTHER = "#222222", "#b8b8b8", "#c2410c", "#1f2937", "#7c9cbf"
WIDTH: Final = 9.0
"""Inches."""


def _figure(height: float, rows: int = 1, columns: int = 1, **keywords: Any) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(rows, columns, squeeze=False, **keywords)
    for one in axes.ravel():
        one.spines[["top", "right"]].set_visible(False)
        one.tick_params(labelsize=8)
    return figure, axes


def _png(figure: Any) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=110)
    return buffer.getvalue()


def ranges(rows: Figures) -> bytes:
    """Every quantity as a dot on its published range, which is drawn as long for all."""
    figure, ((axes,),) = _figure(0.5 + 0.32 * len(rows))
    for i, (_, row) in enumerate(rows.items()):
        low, high = float(row["low"]), float(row["high"])
        at = (float(row["value"]) - low) / (high - low)
        axes.barh(i, 1, color="#e5e7eb", height=0.55)
        axes.plot(np.clip(at, -0.6, 1.6), i, "o", color=MODEL if row["inside"] else "#b91c1c", markersize=7)
        axes.text(-0.03, i, f"{low:g}", ha="right", va="center", fontsize=7, color="#6b7280")
        axes.text(1.03, i, f"{high:g}", ha="left", va="center", fontsize=7, color="#6b7280")
        axes.text(1.95, i, f"{row['value']:.3g}", ha="right", va="center", fontsize=8)
    axes.set_yticks(range(len(rows)), [name.replace("_", " ") for name in rows])
    axes.set_xlim(-0.75, 2.0)
    axes.set_xticks([])
    axes.invert_yaxis()
    axes.spines["bottom"].set_visible(False)
    axes.set_title("dot: the model; bar: the published range", fontsize=9, loc="left")
    return _png(figure)


def systems(rows: Figures, columns: Sequence[str], title: str) -> bytes:
    """One group of bars a column, one bar a system; the model's are coloured."""
    figure, ((axes,),) = _figure(3.2)
    width = 0.85 / max(len(rows), 1)
    greys = iter(np.linspace(0.85, 0.5, max(1, sum("model" not in n for n in rows))))
    warm = iter(("#fdba74", MODEL, "#7c2d12", "#431407"))
    for i, (name, row) in enumerate(rows.items()):
        values = [float(row[c]) for c in columns]
        colour = next(warm) if "model" in name else str(next(greys))
        bars = axes.bar(np.arange(len(columns)) + (i + 0.5) * width - 0.425, values, width, label=name, color=colour)
        axes.bar_label(bars, fmt="%.2f", fontsize=6, padding=1)
    axes.set_xticks(range(len(columns)), [c.replace("_", " ") for c in columns])
    axes.legend(fontsize=7, frameon=False, ncols=4, loc="upper left", bbox_to_anchor=(0, -0.08))
    axes.set_title(title, fontsize=9, loc="left")
    return _png(figure)


def curves(clips: list[dict[str, Any]], title: str) -> bytes:
    """Mouth opening over time, real and made, one clip below the other.

    Args:
        clips: `name`, `systems`: by name (times, values), the first being the truth.
        title: of the picture.
    """
    figure, axes = _figure(1.8 * len(clips), len(clips))
    colours = [TRUE, MODEL, OTHER, GREY]
    for one, clip in zip(axes[:, 0], clips, strict=True):
        for (name, (times, values)), colour in zip(clip["systems"].items(), colours, strict=False):
            one.plot(times, values, color=colour, label=name, linewidth=1.8 if colour in (TRUE, MODEL) else 1.0)
        one.set_ylabel(clip["name"], fontsize=8)
    axes[0, 0].legend(fontsize=7, frameon=False, ncols=4, loc="upper right")
    axes[0, 0].set_title(title, fontsize=9, loc="left")
    axes[-1, 0].set_xlabel("seconds", fontsize=8)
    return _png(figure)


def timeline(takes: dict[str, Any], fps: float, title: str) -> bytes:
    """One conversation of two people: who speaks, who looks at the other, mouths, head pitch and blinks.

    Args:
        takes: `speaking` (2, T), then by system `look`, `opening`, `pitch` (degrees), `blink`, each (2, T).
        fps: frames a second.
        title: of the picture.
    """
    names = [n for n in takes if n != "speaking"]
    figure, axes = _figure(1.9 * len(names), len(names), sharex=True)
    for one, name in zip(axes[:, 0], names, strict=True):
        data = takes[name]
        times = np.arange(takes["speaking"].shape[1]) / fps
        for p, base in ((0, 2.0), (1, 0.0)):
            _strip(one, times, takes["speaking"][p], base + 1.72, "#fcd34d")
            _strip(one, times, data["look"][p], base + 1.50, "#60a5fa")
            one.plot(times, base + 0.75 + 2.2 * data["opening"][p], color=MODEL, linewidth=0.8)
            pitch = np.clip((data["pitch"][p] - np.median(data["pitch"][p])) / 12.0, -0.5, 0.7)
            one.plot(times, base + 0.35 - 0.5 * pitch, color=DARK, linewidth=0.8)
            blinks = times[np.flatnonzero(np.diff((data["blink"][p] > 0.5).astype(int)) > 0)]
            one.plot(blinks, np.full(len(blinks), base + 0.06), "|", color="#059669", markersize=5)
        one.set_yticks([1.0, 3.0], ["B", "A"])
        one.set_ylim(-0.05, 4.0)
        one.set_title(name, fontsize=8, loc="right")
    axes[0, 0].set_title(title, fontsize=9, loc="left")
    axes[-1, 0].set_xlabel(
        "seconds. yellow: speaks, blue: looks at the other, orange: mouth opening, black: head pitch, green: blinks",
        fontsize=8,
    )
    return _png(figure)


def _strip(axes: Any, times: NDArray[np.floating], flags: NDArray[Any], at: float, colour: str) -> None:
    axes.fill_between(times, at, at + 0.18, where=np.asarray(flags) > 0.5, color=colour, linewidth=0)
