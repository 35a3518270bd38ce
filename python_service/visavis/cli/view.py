"""`visavis view [FILE]`: the two heads in a page of the local browser."""

import argparse
import sys
import threading
import webbrowser
from pathlib import Path

from visavis.errors import InvalidInput
from visavis.view.server import LOOPBACK, ViewServer
from visavis.view.sounds import SOUND_SUFFIXES, load_sound, load_tracks
from visavis.view.studio import Made, Studio, bundled_sound
from visavis.view.take import find_sound, find_take, load_take


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the command."""
    parser = subparsers.add_parser("view", help="the two heads in a browser")
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="an npz that `visavis bake` wrote, or a recording; default: the bundled conversation",
    )
    parser.add_argument("--audio", type=Path, help="the sound of an npz; default: the file beside it of its name")
    parser.add_argument("--b", type=Path, metavar="WAV", help="B's own track; FILE is A's then")
    parser.add_argument("--roles", type=Path, metavar="FILE", help="who speaks when in the recording, RTTM or JSON")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default %(default)s)")
    parser.add_argument("--port", type=int, default=8765, help="port, 0 for any free one (default %(default)s)")
    parser.add_argument("--insecure", action="store_true", help="allow a --host that other machines can reach")
    parser.add_argument("--no-browser", action="store_true", help="only say where the page is")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Runs the command until it is interrupted."""
    if args.host not in LOOPBACK and not args.insecure:
        raise InvalidInput(
            "--host", f"'{args.host}' can be reached from other machines, without any protection; --insecure allows it"
        )
    studio = Studio()
    first, first_sound = open_file(studio, args)
    try:
        server = ViewServer((args.host, args.port), studio, first=first, open_to_all=args.insecure)
    except OSError as error:
        raise InvalidInput(
            "--port", f"{args.port} cannot be used: {error.strerror}; --port 0 takes a free one"
        ) from error
    server.first_sound = first_sound
    print(f"the page is at {server.url}  (Ctrl+C ends it)", flush=True)
    if not args.no_browser:
        threading.Timer(0.3, webbrowser.open, [server.url]).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("ended", file=sys.stderr)
    finally:
        server.server_close()
    return 0


def open_file(studio: Studio, args: argparse.Namespace) -> tuple[str, str]:
    """Puts what was asked for into the studio; returns the take and the sound to begin with, "" for none."""
    file: Path | None = args.file
    if file is None:
        a, b, roles = bundled_sound()
        return "", studio.add_sound(load_tracks(a, b, "the bundled conversation", roles))
    if file.suffix.lower() in SOUND_SUFFIXES:
        if args.roles is not None and not args.roles.is_file():
            raise InvalidInput("--roles", f"there is no file '{args.roles}'")
        if args.b is not None:
            return "", studio.add_sound(load_tracks(file, args.b, file.stem, args.roles))
        return "", studio.add_sound(load_sound(file, roles=args.roles))
    file = find_take(file)
    take = load_take(file)
    sound_file = args.audio or find_sound(file)
    sound = studio.add_sound(load_sound(sound_file)) if sound_file is not None else None
    return studio.add_take(Made(take, file.stem, sound)), sound or ""
