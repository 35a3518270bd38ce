"""Writes a conversation's two faces into the files and packets that other tools read."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final

from visavis.errors import InvalidInput
from visavis.formats.recording import Recording

WRITERS: Final[dict[str, str]] = {
    "npz": "npz",
    "arkit-csv": "arkit_csv",
    "live-link-csv": "live_link_csv",
    "live-link": "live_link",
    "vmc": "vmc",
    "unity-anim": "unity_anim",
    "gltf": "gltf",
    "usd": "usd",
}
"""Format name -> module of this folder, which has `write(recording, folder) -> list[Path]`."""

FORMATS: Final = tuple(WRITERS)
"""Names of all formats."""


def check_formats(names: list[str]) -> None:
    """InvalidInput, listing what is accepted, unless every name is a format."""
    for name in names:
        if name not in WRITERS:
            raise InvalidInput("format", f"'{name}' is not a format; accepted are {', '.join(FORMATS)}")


def write(name: str, folder: Path, recording: Recording) -> list[Path]:
    """Writes `recording` as format `name` into `folder`, which is made when missing.

    Returns:
        The files written.

    Raises:
        InvalidInput: there is no such format.
        OSError: a file cannot be written.
    """
    check_formats([name])
    folder.mkdir(parents=True, exist_ok=True)
    writer: Callable[[Recording, Path], list[Path]] = import_module(f"{__name__}.{WRITERS[name]}").write
    return writer(recording, folder)


__all__ = ["FORMATS", "Recording", "check_formats", "write"]
