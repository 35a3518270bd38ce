"""Prints "passed failed skipped" as the runners in a log closed: our own line, ctest's, dotnet's; or nothing."""

import re
import sys
from pathlib import Path

PLAIN = re.compile(r"(\d+) passed, (\d+) failed(?:, (\d+) skipped)?")
CTEST = re.compile(r"\d+% tests passed, (\d+) tests? failed out of (\d+)")
DOTNET = re.compile(r"Failed:\s*(\d+), Passed:\s*(\d+), Skipped:\s*(\d+), Total:")


def count(log: str) -> tuple[int, int, int] | None:
    """Tests passed, failed, skipped; runs of several runners, or of one in several builds, are added up."""
    if plain := PLAIN.findall(log):
        passed, failed, skipped = plain[-1]
        return int(passed), int(failed), int(skipped or 0)
    rows = [(int(total) - int(failed), int(failed), 0) for failed, total in CTEST.findall(log)]
    rows += [(int(passed), int(failed), int(skipped)) for failed, passed, skipped in DOTNET.findall(log)]
    return (sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows)) if rows else None


if __name__ == "__main__":
    found = count(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace"))
    if found is not None:
        print(*found)
