"""The reader's data files: word lists and the lexicon of phrases (assets/pose_text)."""

import re
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
        for phrase in listed.split("|"):
            pairs += [(value, variant) for variant in _spelled_out(phrase.strip()) if variant]
    return pairs


def _spelled_out(phrase: str) -> list[str]:
    """A phrase with each of the words that a class in it, such as <go>, stands for."""
    found = re.search(r"<(\w+)>", phrase)
    if not found:
        return [phrase]
    members = (word for line in sections("words.txt")[found.group(1)] for word in line.split())
    return [v for word in members for v in _spelled_out(phrase.replace(found.group(), word.replace("_", " "), 1))]


TOPICS = (
    "distance",
    "posture",
    "size",
    "face",
    "relation",
    "lean",
    "near_lean",
    "move",
    "scene",
    "thing",
    "pace",
    "scale",
)
"""What the lexicon's phrases can speak of."""
