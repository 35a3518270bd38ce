"""Stands in for the engine's header tool: writes `*.generated.h` and refuses what the real tool would refuse.

make_generated_headers.py OUTPUT_DIR HEADER...
"""

import re
import sys
from pathlib import Path

REFLECTED = re.compile(r"^(UCLASS|USTRUCT|UENUM)\(")
MEMBER = re.compile(r"^\s*(UPROPERTY|UFUNCTION)\((.*)\)\s*$")
TYPE = re.compile(r"^(?:class|struct)\s+(?:\w+_API\s+)?(\w+)(?:\s+final)?(?:\s*:\s*public\s+(\w+))?")


class HeaderError(Exception):
    """A header that the engine's header tool would refuse."""


def generated_body_macros(header: Path) -> str:
    """The text of a header's generated companion; empty when it declares nothing reflected.

    Raises:
        HeaderError: the companion is not included last, a body is missing, or a member has no tooltip.
    """
    lines = header.read_text(encoding="utf-8").splitlines()
    if not any(REFLECTED.match(line) for line in lines):
        return ""
    includes = [line for line in lines if line.startswith("#include")]
    if includes[-1] != f'#include "{header.stem}.generated.h"':
        raise HeaderError(f"{header.name}: {header.stem}.generated.h must be the last include")
    file_id = f"FID_{header.stem}"
    out = ["#pragma once", "#undef CURRENT_FILE_ID", f"#define CURRENT_FILE_ID {file_id}"]
    kind = name = base = ""
    for number, line in enumerate(lines, start=1):
        if match := REFLECTED.match(line):
            kind, name = match[1], ""
        elif kind in ("UCLASS", "USTRUCT") and not name and (match := TYPE.match(line)):
            name, base = match[1], match[2] or ""
        elif line.strip() == "GENERATED_BODY()":
            body = f"STUB_CLASS_BODY({name}, {base})" if kind == "UCLASS" else f"STUB_STRUCT_BODY({name})"
            out.append(f"#define {file_id}_{number}_GENERATED_BODY {body}")
            kind = ""
        elif match := MEMBER.match(line):
            documented = lines[number - 2].strip().endswith("*/")
            hidden = "Edit" not in match[2] and "Blueprint" not in match[2] and "Visible" not in match[2]
            if not documented and not hidden:
                raise HeaderError(f"{header.name}:{number}: no comment above it, so it has no tooltip")
            if match[1] == "UFUNCTION" and "ToolTip" not in match[2]:
                raise HeaderError(f"{header.name}:{number}: a Blueprint function without a ToolTip")
    if kind in ("UCLASS", "USTRUCT"):
        raise HeaderError(f"{header.name}: {name or 'a reflected type'} has no GENERATED_BODY()")
    return "\n".join(out) + "\n"


def main() -> int:
    output = Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    for argument in sys.argv[2:]:
        header = Path(argument)
        if text := generated_body_macros(header):
            (output / f"{header.stem}.generated.h").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
