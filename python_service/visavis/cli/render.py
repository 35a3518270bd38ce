"""`visavis render FILE --out PATH`: a baked conversation as a video, as pictures or as one sheet, without a display."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from visavis.errors import InvalidInput
from visavis.view import png
from visavis.view.sheet import MOMENTS, contact_sheet
from visavis.view.stage import FACES, SHOTS, Picture, Stage
from visavis.view.take import find_sound, find_take, load_take
from visavis.view.video import find_ffmpeg, write_video

VIDEO = (".mp4", ".mov", ".mkv")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the command."""
    parser = subparsers.add_parser("render", help="the two heads as video, pictures or a sheet, without a display")
    parser.add_argument("file", type=Path, metavar="FILE", help="an npz file that `visavis bake` wrote, or its folder")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="a .mp4 for a video, a .png for a sheet, else a folder"
    )
    parser.add_argument("--audio", type=Path, help="the sound for the video; default: the file beside FILE of its name")
    parser.add_argument("--shot", choices=SHOTS, default=FACES, help="the camera (default %(default)s)")
    parser.add_argument("--size", default="", metavar="WxH", help="pixels, e.g. 1280x720")
    parser.add_argument("--start", type=float, default=0.0, metavar="S", help="first second (default 0)")
    parser.add_argument("--end", type=float, metavar="S", help="last second (default: the end)")
    parser.add_argument("--at", metavar="S,S,...", help="for a sheet: these seconds instead of an even spread")
    parser.add_argument("--moments", type=int, default=MOMENTS, help="for a sheet: how many (default %(default)s)")
    parser.add_argument("--draft", action="store_true", help="four times as fast: no shadows, no smooth edges")
    parser.add_argument("--no-marks", action="store_true", help="leave out time and speaking bars")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Runs the command; 0 when all was written."""
    out: Path = args.out
    video = out.suffix.lower() in VIDEO
    if video:
        find_ffmpeg()
    file = find_take(args.file)
    take = load_take(file)
    first = _frame(args.start, take.fps, len(take), "--start")
    last = len(take) if args.end is None else _frame(args.end, take.fps, len(take) + 1, "--end")
    if last <= first:
        raise InvalidInput("--end", f"{args.end} s is not after --start {args.start} s")
    if out.suffix.lower() == ".png":
        size = _size(args.size, (400, 240))
        moments = _moments(args, take.fps, first, last)
        with tqdm(total=len(moments), unit="picture", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:

            def drawn_one(*_: int) -> None:
                bar.update()

            contact_sheet(
                take,
                title=file.stem,
                frames=moments,
                kind=args.shot,
                cell=size,
                out=out,
                progress=drawn_one,
            )
        print(f"wrote {out}: {len(moments)} moments of {file.name}")
        return 0
    stage = Stage(
        take,
        args.shot,
        _size(args.size, (1280, 720)),
        samples=1 if args.draft else 2,
        shadows=not args.draft,
        marks=not args.no_marks,
    )
    frames = range(first, last)
    drawn = (stage.draw(k) for k in tqdm(frames, unit="frame", file=sys.stderr, disable=not sys.stderr.isatty()))
    if video:
        sound = _sound(args.audio, file)
        write_video(out, take.fps, stage.size, drawn, sound, start_s=first / take.fps)
        print(f"wrote {out}: {len(frames) / take.fps:.1f} s, {'with ' + sound.name if sound else 'without sound'}")
        return 0
    if out.suffix:
        raise InvalidInput("--out", f"'{out.name}' is neither a video ({', '.join(VIDEO)}), a .png nor a folder")
    print(f"wrote {_pictures(drawn, out, first)} pictures to {out}")
    return 0


def _pictures(drawn: Iterator[Picture], out: Path, first: int) -> int:
    count = 0
    for count, picture in enumerate(drawn, start=1):
        png.save(out / f"frame_{first + count - 1:06d}.png", picture)
    return count


def _sound(asked: Path | None, file: Path) -> Path | None:
    if asked is None:
        return find_sound(file)
    if not asked.is_file():
        raise InvalidInput("--audio", f"there is no file '{asked}'")
    return asked


def _frame(seconds: float, fps: float, count: int, option: str) -> int:
    if not 0 <= seconds * fps < count:
        raise InvalidInput(option, f"{seconds:g} s is outside the conversation's {(count - 1) / fps:.2f} s")
    return int(seconds * fps)


def _moments(args: argparse.Namespace, fps: float, first: int, last: int) -> list[int]:
    if args.at:
        try:
            return [_frame(float(word), fps, last, "--at") for word in args.at.split(",")]
        except ValueError as error:
            raise InvalidInput("--at", f"'{args.at}' is not a list of seconds: {error}") from error
    if not 1 <= args.moments <= 200:
        raise InvalidInput("--moments", f"{args.moments} is not within 1 to 200")
    count = min(args.moments, last - first)
    return [first + int((i + 0.5) * (last - first) / count) for i in range(count)]


def _size(text: str, default: tuple[int, int]) -> tuple[int, int]:
    if not text:
        return default
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 64 <= int(width) <= 4096 and 64 <= int(height) <= 4096):
        raise InvalidInput("--size", f"'{text}' is not WIDTHxHEIGHT, each 64 to 4096 pixels")
    return int(width), int(height)
