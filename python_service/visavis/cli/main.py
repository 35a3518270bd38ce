"""`visavis COMMAND ...`: finds the command's module and runs it."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from visavis.errors import VisavisError
from visavis.version import __version__

COMMANDS: Final[dict[str, str]] = {
    "demo": "the main job on the bundled conversation: a good place to start",
    "serve": "the gRPC service: two people's sound in, two faces out, live",
    "bake": "recordings in, files out",
    "enroll": "make a voice print of a recording of one voice",
    "pose": "show what is understood of a sentence about how two people stand",
    "view": "the two heads in a browser",
    "render": "the two heads as video, pictures or a sheet, without a display",
    "livelink": "both faces as Live Link Face devices over UDP",
    "bench": "latency, throughput and memory on this machine",
    "evaluate": "the quality figures of the model",
    "doctor": "what is installed, what is missing and how to get it",
}
"""Every command, with what it does. `visavis.cli.<name>` has `add_parser(subparsers)`, which sets `func` to its
`run(args) -> int`, the exit code."""


def _overview() -> str:
    width = max(map(len, COMMANDS)) + 2
    rows = "\n".join(f"  {name:<{width}}{what}" for name, what in COMMANDS.items())
    return (
        "usage: visavis COMMAND [options]\n\n"
        "Two people talk, and their characters come alive together.\n\n"
        f"commands:\n{rows}\n\n"
        "`visavis COMMAND --help` tells about one; `visavis --version` the version."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code (0 done, 1 it failed, 2 wrong use, 130 interrupted)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0
    if words[0] in ("--version", "version"):
        print(f"visavis {__version__}")
        return 0
    name = words[0]
    if name not in COMMANDS:
        print(f"visavis: there is no command '{name}'\n\n{_overview()}", file=sys.stderr)
        return 2
    if find_spec(f"visavis.cli.{name}") is None:
        print(f"visavis: this build has no '{name}'", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog="visavis")
    try:
        import_module(f"visavis.cli.{name}").add_parser(parser.add_subparsers(metavar="COMMAND"))
        args = parser.parse_args(words)
        return int(args.func(args))
    except VisavisError as error:
        print(f"visavis {name}: {error}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "visavis":
            raise
        print(
            f"visavis {name}: needs the package '{error.name}', which is not installed; `visavis doctor` says how to "
            "get what is missing",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1


if __name__ == "__main__":
    sys.exit(main())
