"""Stands in for the engine's header tool: writes `*.generated.h` and refuses what the real tool would refuse.

make_generated_headers.py OUTPUT_DIR HEADER...
"""

import re
import sys
from pathlib import Path

REFLECTED = re.compile(r"^(UCLASS|USTRUCT|UENUM)\(")
MEMBER = re.compile(r"^\s*(UPROPERTY|UFUNCTION)\((.*)\)\s*$")
PARAMETER = re.compile(r"(\w+)\s*(?:=[^,]*)?$")
TYPE = re.compile(r"^(?:class|struct)\s+(?:\w+_API\s+)?(\w+)(?:\s+final)?(?:\s*:\s*public\s+(\w+))?")


class HeaderError(Exception):
    """A header that the engine's header tool would refuse."""


def generated_body_macros(header: Path) -> str:
    """The text of a header's generated companion; empty when it declares nothing reflected.

    Raises:
        HeaderError: the companion is not included last, a body is missing, a member has no tooltip, or a function's
            parameter has the name of a property of its class.
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
    properties: set[str] = set()
    parameters: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if match := REFLECTED.match(line):
            kind, name = match[1], ""
            _refuse_shadows(header, properties, parameters)
            properties, parameters = set(), {}
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
            declaration = lines[number].strip().rstrip(";")
            if match[1] == "UPROPERTY":
                properties.add(declaration.split("=")[0].split()[-1])
            else:
                arguments = declaration.partition("(")[2].rpartition(")")[0]
                found = (PARAMETER.search(argument.strip()) for argument in arguments.split(","))
                parameters.update({argument[1]: number + 1 for argument in found if argument is not None})
    _refuse_shadows(header, properties, parameters)
    if kind in ("UCLASS", "USTRUCT"):
        raise HeaderError(f"{header.name}: {name or 'a reflected type'} has no GENERATED_BODY()")
    return "\n".join(out) + "\n"


def _refuse_shadows(header: Path, properties: set[str], parameters: dict[str, int]) -> None:
    """Raises HeaderError when a function's parameter hides a property of the same class."""
    for shadow in sorted(properties & parameters.keys()):
        raise HeaderError(f"{header.name}:{parameters[shadow]}: the parameter {shadow} has the name of a property")


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
