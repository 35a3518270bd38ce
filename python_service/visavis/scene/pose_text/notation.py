"""Terse and technical notations written out as words: "d=1.5", "face2face", "NPC_1", "sit/stand", "at 3 o'clock"."""

import re
from collections.abc import Callable
from math import dist
from typing import Final

_N: Final = r"\d++(?:[.,]\d++)?+"
_POSTURE: Final = (
    r"(seated|sitting|sits?|standing|stands?|kneeling|kneels?|crouch(?:ed|ing|es)?|squatting|lying|lies|prone)"
)
_UNIT: Final = (
    r"(?:m|cm|mm|dm|km|ft|feet|foot|in|inch\w*|met\w+|cent\w+|milli\w+|yards?|yds?|pace\w*|step\w*|stride\w*|arm\w*"
    r"|x|fold|times|percent|deg\w*|to|or|uu|units?|unreal|s|sec\w*|min\w*|people|persons|hand\w*)\b"
)
_NO_UNIT: Final = rf"(?!\s*(?:{_UNIT}|[%°'\"×/]))"
_HOURS: Final = {"12": "in front of", "twelve": "in front of", "3": "to the right of", "three": "to the right of"}
_HOURS.update({"6": "behind", "six": "behind", "9": "to the left of", "nine": "to the left of"})
_ROLES: Final = (
    r"(?:npc|actor|char|character|agent|avatar|speaker|spk|person|player|user|subject|participant|human|pawn"
    r"|metahuman|bot|figure|model|interlocutor|guard|soldier)"
)
_IDENTIFIER: Final = re.compile(
    rf"\b(?:the\s+)?{_ROLES}(?:[_-]?|\s#?)([abAB012])\b(?![.,]\d|'\d)(?!\s*{_UNIT}(?<!in))", re.IGNORECASE
)
_AXIS: Final = re.compile(r"\b(?:at )?[xyz]\s*=\s*(-?\d+(?:\.\d+)?)(?![\d.])")
_POINT: Final = re.compile(r"\(\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)(?:\s*,\s*(-?\d+(?:\.\d+)?))?\s*\)")


def _units(match: re.Match[str]) -> str:
    """Engine units: metres when few, centimetres when many."""
    value = float(match[1].replace(",", "."))
    return f"{match[1]} {'cm' if value >= 20 else 'm'}"


def _yaw(match: re.Match[str]) -> str:
    return f" turned {match['n']} degrees" + (" to the right" if match["sign"] == "-" else "")


def _hour(match: re.Match[str]) -> str:
    who = (match[1] or match[3] or "").removesuffix("'s")
    where = _HOURS.get(match[2].lower())
    return f"{where} { {'his': 'him', 'their': 'them'}.get(who.lower(), who) }" if where and who else match[0]


_REPLACED: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    (
        rf"\b(?:scale|multipl)\w*\s+(?:the\s+)?(?:current\s+)?(?:distance|gap|spacing|separation)\s+(?:by|with)\s+({_N})",
        r"distance \1 fold",
    ),
    (
        r"\b([AB])\s*[=:]\s*(?:the |an? )?"
        r"(?!sit|stand|kneel|l[iy]|crouch|left|right|seat|fac|squat|prone|eye|pos|yaw|rot|dist|up)([a-z]+)\b(?=\s*[,;.)]|$)",
        r"\1 is a \2",
    ),
    (
        rf"\b([AB])(?:'s)?\s+eyes?(?:\s+(?:at|height|level|line))*\s*[:=]?\s*({_N})\s*m?\b(?!\s*eye)",
        r"eye height of \1 \2 m",
    ),
    (r"[{}\[\]]", " "),
    (r"(?<=[\w)])\s+(?=(?![xyzXYZABab]\s?=)[A-Za-z_]+\s?=\s?|[AB]\s?:)", ", "),
    (
        r"\b(?:INT|EXT)\b\.?(?:/EXT\.?)?\s+([A-Z][A-Z' ]+?)\s*[-–—.,]+\s*(?:DAY|NIGHT|MORNING"
        r"|EVENING|DAWN|DUSK|LATER|CONTINUOUS|AFTERNOON"
        r"|NOON|SUNSET|SUNRISE)\b\.?",
        lambda m: f"in a {m[1].lower()}.",
    ),
    (r"(?<!\d)(?<!\d )\"", " "),
    (r"\b(Mr|Mrs|Ms|Dr|Prof|Sgt|Lt|Capt|St)\.(?= ?[A-Z])", r"\1"),
    (r"=>|->|→", " "),
    (r"\bw/o\b", "without"),
    (r"\bw/", "with "),
    (r"&", " and "),
    (r"@", " at "),
    (r"\bopp\.", "opposite"),
    (r"(\d)\s*%", r"\1 percent"),
    (rf"(?:\+/-|±)\s*{_N}\s*(?:cm|mm|m|deg(?:rees?)?|°|percent)?(?!\w)", ""),
    (r"[~≈<>≥≤]\s*(?=\d)", ""),
    (r"\bclose-ups?\b", "shot"),
    (r"\b(?:face2face|f2f|facetoface)\b", "face to face"),
    (r"\b(?:back2back|b2b|backtoback)\b", "back to back"),
    (r"\b(?:side2side|sbs|sidebyside)\b", "side by side"),
    (r"\bfwd\b", "forward"),
    (r"\bb(?:k|ac)?wd\b", "backward"),
    (r"\b(camera|audience|window|wall)-facing\b", r"facing the \1"),
    (r"\bgrown[- ]up (?=son|daughter|child|kid|boy|girl)", "adult "),
    (rf"({_N})\s*times\s+(?=the|as)", r"\1 fold "),
    (
        rf"\b(?:[yz]_)?rot(?:ation)?(?:[_.][yz])?\s*(?:[+]?=|:)\s*(?P<sign>[+-]?)(?P<n>{_N})\s*(?:°|deg(?:ree)?s?\b)?",
        _yaw,
    ),
    (r"\bbehind of\b", "behind"),
    (r"\b(\d++)\s*'\s*(\d{1,2})(?:\"|''|in\b)?(?![\w'])", r"\1 feet \2 inches "),
    (
        r"\b(\d++)\s*(?:ft|feet|foot)\s*(\d{1,2})(?![.,]?\d|\s*(?:m|cm|ft|feet|foot|in|inch\w*|deg\w*|sec\w*|s)\b|[\"'°])",
        r"\1 feet \2 inches",
    ),
    (rf"({_N})\s*(?:uu\b|unreal units?\b)", r"\1 cm"),
    (rf"({_N})\s*units?\b", _units),
    (rf"({_N})\s*[-–]\s*({_N})(?=\s*(?:m|cm|ft|feet|foot|met\w+|cent\w+|inch\w*|deg\w*|steps?|paces?)\b)", r"\1 to \2"),
    (
        rf"\b(?:dist(?:ance)?|gap|spacing|separation)(?:_m)?\s*(?:of|is|to|at|[=:])?\s*({_N}){_NO_UNIT}",
        r"distance \1 m",
    ),
    (rf"\bd\s*[=:]\s*({_N}){_NO_UNIT}", r"distance \1 m"),
    (rf"\bd\s*[=:]\s*(?={_N})", "distance "),
    (r"\bdist\b\.?", "distance"),
    (
        rf"\byaw\s+(?:of\s+)?([AB])\s*(?:is|to|by|[=:])?\s*(?P<sign>[+-]?)(?P<n>{_N})\s*(?:°|deg(?:ree)?s?\b)?",
        lambda m: f"{m[1]}{_yaw(m)}",
    ),
    (rf"\byaw\w*\s*(?:is|to|by|of|at|[=:])?\s*(?P<sign>[+-]?)(?P<n>{_N})\s*(?:°|deg(?:ree)?s?\b)?", _yaw),
    (rf"\b(rotat\w+|turn\w*|pivot\w*)\s+(?:by\s+)?-\s*({_N})\s*(?:°|deg\w*)?", r"\1 by \2 degrees to the right"),
    (
        rf"\b(rotat\w+|turn\w*|spin\w*|pivot\w*|swivel\w*|angled?)((?:\s+(?:A|B|him|her|it|both|them))?(?:\s+(?:by|of|at))?)\s+\+?(\d{{2,3}}){_NO_UNIT}(?!\d|[.,]\d)",
        r"\1\2 \3 degrees",
    ),
    (rf"\b{_POSTURE}\s*/\s*{_POSTURE}\b", r"A \1, B \2"),
    (rf"\b1\s+{_POSTURE}\W+(?:and\s+)?1\s+{_POSTURE}\b", r"one \1, the other \2"),
    (
        rf"\beyes?(?:\s*-?(?:height|level|line)s?)?\s*(?:at|are|of|[=:])?\s*({_N})\s*m?\s*(?:/|and|,|vs\.?)\s*({_N})(?:\s*m\b)?"
        r"(?!\s*(?:apart|away|distance))",
        r"eye height of A \1 m, eye height of B \2 m",
    ),
    (
        r"\b(?:at|on|in)\s+(?:the\s+|(his|her|their|\w+'s)\s+)?(\d{1,2}|three|six|nine|twelve)\s*o'?\s?clock"
        r"(?:\s+(?:position|direction))?(?:\s+(?:relative to|from|of|to|for|as seen from)\s+(\w+))?",
        _hour,
    ),
    (r"^\W*(?:instead of|rather than)\s+(\w+ing\b[^,]*?)\s+(?=(?:he|she|they|A|B)\s+\w+)", r"not \1, "),
    (r"^\W*(?:instead of|rather than)\b", "not"),
    (r"\s*,?\s*\b(?:instead of|rather than)\b", ", not"),
    (
        rf"\beyes?(?:\s*-?(?:height|level|line)s?)?\s*(?:at|are|of|[=:])?\s*A\s*[=:]?\s*({_N})\s*m?\W+(?:and\s+)?B\s*[=:]?\s*({_N})"
        r"(?:\s*m\b)?",
        r"eye height of A \1 m, eye height of B \2 m, ",
    ),
    (
        r"\b(both|all|they)\s+(?:are\s+|both\s+)?(?:fac|look)\w*\s+(?:along\s+|to\w*\s+)?(?:the\s+)?"
        r"[+-]?(?:world\s+)?[xyz](?:[- ]axis)?\b",
        r"\1 face the same direction",
    ),
    (r"\bby (?:a|one) third\b(?! of a| turn)", "by 33.333 percent"),
    (r"\bby (?:a|one) quarter\b(?! of a| turn)", "by 25 percent"),
    (r"\b(?:no longer|not any ?more)\b", "not"),
    (r"\b(follow)(s?|ed) suit\b", "does the same"),
    (
        r"\b(?:the )?one (?:in front of|in front to|opposite(?: to)?|facing|across from) (?:the )?other\b",
        "face to face",
    ),
    (r"\band half\b", "and a half"),
    (r"\b(to|by) half\b(?! (?:a|an|of)\b)", r"\1 50 percent"),
    (rf"({_N})\s*[x×](?!\w)", r"\1 fold"),
    (r"(?:(?<=^)|(?<=[\s,;(]))([ab])['\"]?\s*[:=]\s*", lambda m: f"{m[1].upper()} "),
    (r"\b([abAB])\.(?=[a-z])", lambda m: f"{m[1].upper()} "),
)
_CASED: Final = ("([AB])", "[AB]\\s?:", "([ab])", "abAB", "[A-Z]")
"""What makes a pattern one in which capitals count."""
_RULES: Final = tuple(
    (re.compile(pattern, 0 if any(part in pattern for part in _CASED) else re.IGNORECASE), into)
    for pattern, into in _REPLACED
)
_LOWER_B: Final = re.compile(r"(?<![\w.'])b(?![\w'.])")
_LOWER_A: Final = re.compile(
    r"(?<![\w.'])a(?= (?:and b\b|is\b|sits?\b|stands?\b|seated\b|sitting\b|standing\b|fac|looks?\b|kneel|turn|behind\b"
    r"|crouch|on\b|in\b|at\b|has\b|lean|walks\b|steps\b|moves\b|goes\b|left\b|right\b))"
)


def written_out(text: str) -> str:
    """The text with notations as words."""
    text = _identifiers(text)
    for pattern, into in _RULES:
        text = pattern.sub(into, text)
    if _LOWER_B.search(text):
        text = _LOWER_A.sub("A", _LOWER_B.sub("B", text))
    return _coordinates(text)


def _identifiers(text: str) -> str:
    """Numbered or lettered roles as A and B; counted from 0 when a 0 is among them."""
    found = {match[1].upper() for match in _IDENTIFIER.finditer(text)}
    first = "0" if "0" in found else "1"
    return _IDENTIFIER.sub(lambda m: "A" if m[1].upper() in ("A", first) else "B", text) if found else text


def _coordinates(text: str) -> str:
    """Two points as the distance between them; numbers beyond 20 are centimetres."""
    axis = list(_AXIS.finditer(text))
    if len(axis) == 2 or (len(axis) == 1 and "origin" in text):
        apart = abs(float(axis[-1][1]) - (float(axis[0][1]) if len(axis) == 2 else 0.0))
        text = f"{_AXIS.sub(' ', text)}, distance {apart * (0.01 if apart > 20 else 1.0):.3f} m"
    points = list(_POINT.finditer(text))
    if len(points) != 2 or (points[0][3] is None) != (points[1][3] is None):
        return text
    one, other = ([float(v) for v in match.groups() if v is not None] for match in points)
    metres = dist(one, other) * (0.01 if max(map(abs, one + other)) > 20 else 1.0)
    text = text[: points[1].start()] + f", distance {metres:.3f} m, " + text[points[1].end() :]
    return text[: points[0].start()] + text[points[0].end() :]
