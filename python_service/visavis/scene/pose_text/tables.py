"""The reader's data files: word lists and the lexicon of phrases (assets/pose_text)."""

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, list[str]]:
    """The lines of each [section] of a data file; indented lines continue the one before, # begins a remark."""
    text = (files("visavis") / "assets" / "pose_text" / name).read_text(encoding="utf-8")
    result: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            lines = result.setdefault(line.strip("[]"), [])
        elif line.startswith(" "):
            lines[-1] += " " + line.strip()
        elif line and not line.startswith("#"):
            lines.append(line)
    return result


@cache
def words(section: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(word for line in sections("words.txt")[section] for word in line.split())


@cache
def phrases(topic: str) -> list[tuple[str, str]]:
    """(value, phrase) of every phrase of a topic of the lexicon."""
    pairs = []
    for line in sections("lexicon.txt")[topic]:
        value, listed = line.split(": ", 1)
        pairs += [(value, phrase.strip()) for phrase in listed.split("|") if phrase.strip()]
    return pairs


TOPICS = ("distance", "posture", "size", "face", "relation", "lean", "near_lean", "move", "scene", "thing", "pace")
"""What the lexicon's phrases can speak of."""
