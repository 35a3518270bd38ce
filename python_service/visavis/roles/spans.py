"""Labelled time: spans that a client sends or a file holds, and how corrections change them."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.roles.role import Participant, RoleSpan
from visavis.state.behaviour import FRAME_RATE


def check_spans(spans: Iterable[RoleSpan], known_until_s: float = 0.0) -> None:
    """Whether spans make sense.

    Raises:
        ValueError: naming the span by its index and the field at fault.
    """
    for index, span in enumerate(spans):
        if not math.isfinite(span.start_s) or span.start_s < 0.0:
            raise ValueError(f"spans[{index}].start_s is {span.start_s}; it must be a finite number >= 0")
        if not math.isfinite(span.end_s) or span.end_s <= span.start_s:
            raise ValueError(
                f"spans[{index}].end_s is {span.end_s}; it must be a finite number > start_s ({span.start_s})"
            )
    if not math.isfinite(known_until_s) or known_until_s < 0.0:
        raise ValueError(f"known_until_s is {known_until_s}; it must be a finite number >= 0")


@dataclass
class LabelledTime:
    """All spans known so far. They are the truth up to `known_until_s`; beyond it nothing is said.

    Attributes:
        spans: in order of their start.
        known_until_s: up to here the labelling is complete, seconds of audio time.
    """

    spans: list[RoleSpan] = field(default_factory=list)
    known_until_s: float = 0.0

    def add(self, spans: Sequence[RoleSpan], known_until_s: float = 0.0, replace: bool = False) -> None:
        """Take in what a client sent (the message `RoleSpans`).

        Args:
            spans: new spans, in any order.
            known_until_s: up to where labelling is complete now; 0 means the end of the last span.
            replace: forget earlier spans from the start of the first new one on; one that reaches across
            is cut
                there. The labelling then ends where this message says it does.

        Raises:
            ValueError: naming the field at fault; nothing is changed then.
        """
        check_spans(spans, known_until_s)
        kept = self.spans
        if replace and spans:
            cut = min(span.start_s for span in spans)
            kept = [
                RoleSpan(span.participant, span.start_s, min(span.end_s, cut)) for span in kept if span.start_s < cut
            ]
            self.known_until_s = min(self.known_until_s, cut)
        self.spans = sorted([*kept, *spans], key=lambda span: (span.start_s, span.end_s))
        stated = known_until_s if known_until_s > 0.0 else max((span.end_s for span in spans), default=0.0)
        self.known_until_s = max(self.known_until_s, stated)

    def knows(self, frame: int) -> bool:
        """Whether the labelling covers engine frame `frame` (its middle lies before `known_until_s`)."""
        return (frame + 0.5) / FRAME_RATE < self.known_until_s

    def speaking(self, frame: int) -> NDArray[np.float32]:
        """(2,) the share of engine frame `frame` in which A and B speak."""
        start, end = frame / FRAME_RATE, (frame + 1) / FRAME_RATE
        share = np.zeros(2, np.float32)
        for span in self.spans:
            if span.start_s >= end:
                break
            share[span.participant - 1] += max(0.0, min(span.end_s, end) - max(span.start_s, start)) * FRAME_RATE
        return np.minimum(share, np.float32(1.0))

    def activity(self, frames: int) -> NDArray[np.float32]:
        """(frames, 2) the share of each engine frame in which A and B speak."""
        return np.stack([self.speaking(frame) for frame in range(frames)]) if frames else np.zeros((0, 2), np.float32)


def read_roles(path: str | Path) -> list[RoleSpan]:
    """Spans from a file.

    RTTM (`SPEAKER file channel start duration <NA> <NA> name ...`, one span a line): the speaker heard
    first is A.
    JSON: a list of `{"participant": "A", "start_s": 0.0, "end_s": 1.2}`, or `{"spans": [...]}`.

    Raises:
        ValueError: naming the file, the line (or span) and the field at fault.
        FileNotFoundError: when there is no such file.
    """
    path = Path(path)
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() == ".json" or text.lstrip()[:1] in ("[", "{"):
        spans = _from_json(path, text)
    else:
        spans = _from_rttm(path, text)
    if not spans:
        raise ValueError(f"{path}: no span of speech in it")
    return sorted(spans, key=lambda span: (span.start_s, span.end_s))


def _number(where: str, name: str, value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f"{where}: {name} is {value!r}, not a number") from None
    if not math.isfinite(number):
        raise ValueError(f"{where}: {name} is {value!r}, not a finite number")
    return number


def _from_rttm(path: Path, text: str) -> list[RoleSpan]:
    heard: list[tuple[float, float, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.split()
        if not fields or line.startswith((";", "#")) or fields[0] != "SPEAKER":
            if fields and not line.startswith((";", "#")) and fields[0].upper() == fields[0] and "-" in fields[0]:
                continue  # other RTTM record types, such as SPKR-INFO
            if fields and not line.startswith((";", "#")):
                raise ValueError(f"{path}, line {number}: record type is '{fields[0]}', expected SPEAKER")
            continue
        where = f"{path}, line {number}"
        if len(fields) < 8:
            raise ValueError(f"{where}: {len(fields)} fields, an RTTM SPEAKER line has at least 8")
        start = _number(where, "start (field 4)", fields[3])
        length = _number(where, "duration (field 5)", fields[4])
        if start < 0.0:
            raise ValueError(f"{where}: start (field 4) is {start}, must be >= 0")
        if length <= 0.0:
            raise ValueError(f"{where}: duration (field 5) is {length}, must be > 0")
        heard.append((start, start + length, fields[7]))
    names = list(dict.fromkeys(name for _, _, name in sorted(heard)))
    if len(names) > 2:
        raise ValueError(f"{path}: {len(names)} speakers ({', '.join(names)}); a conversation here has two")
    return [RoleSpan(Participant(names.index(name) + 1), start, end) for start, end, name in heard]


def _from_json(path: Path, text: str) -> list[RoleSpan]:
    try:
        content: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}, line {error.lineno}: not JSON: {error.msg}") from None
    if isinstance(content, dict):
        content = content.get("spans")
    if not isinstance(content, list):
        raise ValueError(f"{path}: expected a list of spans, or an object with a list 'spans'")
    spans = []
    for index, item in enumerate(content):
        where = f"{path}, spans[{index}]"
        if not isinstance(item, dict):
            raise ValueError(f"{where}: expected an object with participant, start_s and end_s")
        who = str(item.get("participant", "")).upper().removeprefix("PARTICIPANT_")
        if who not in ("A", "B"):
            raise ValueError(f"{where}: participant is {item.get('participant')!r}, must be 'A' or 'B'")
        start = _number(where, "start_s", item.get("start_s"))
        end = _number(where, "end_s", item.get("end_s"))
        if start < 0.0:
            raise ValueError(f"{where}: start_s is {start}, must be >= 0")
        if end <= start:
            raise ValueError(f"{where}: end_s is {end}, must be > start_s ({start})")
        spans.append(RoleSpan(Participant[who], start, end))
    return spans
