"""`visavis bake RECORDING ... --out DIR`: recordings in, files out."""

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from visavis.cli.baking import Baked, bake_to_files, load_voice
from visavis.cli.recordings import Job, find_jobs
from visavis.cli.serve import open_engine
from visavis.engine import FRAME_RATES, AudioLayout, ConversationOptions, Engine, LookAhead, SceneChange
from visavis.errors import InvalidInput, VisavisError
from visavis.formats import FORMATS, check_formats
from visavis.roles import Participant


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "bake",
        help="recordings in, files out",
        description="Bakes two-person conversations to files. One recording's files go right into --out; several "
        "recordings, or a folder of them, are a batch, each into a folder of its own name. In a folder, NAME_a and "
        "NAME_b are the two tracks of NAME. Exit code 0 only if all was written.",
    )
    parser.add_argument(
        "recordings", nargs="+", type=Path, metavar="RECORDING", help="wav, flac, ogg, mp3 ... with both voices, or A's"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
    parser.add_argument(
        "--format", default="npz", metavar="NAME,...", help=f"{', '.join(FORMATS)} (default: %(default)s)"
    )
    tracks = parser.add_argument_group("who is who")
    tracks.add_argument("--b", type=Path, metavar="FILE", help="B's track; RECORDING is then A's")
    tracks.add_argument("--split-channels", action="store_true", help="a stereo file has A on the left, B on the right")
    tracks.add_argument("--roles", type=Path, metavar="FILE", help="who speaks when: RTTM, JSON, or a folder of them")
    tracks.add_argument("--voice-a", type=Path, metavar="FILE", help="A's voice: a voice print, or a recording of it")
    tracks.add_argument("--voice-b", type=Path, metavar="FILE", help="B's voice")
    tracks.add_argument("--first-speaker", choices=("A", "B"), default="A", help="when nothing else tells")
    how = parser.add_argument_group("how")
    how.add_argument("--pose", default="", metavar="TEXT", help="how the two stand, in English")
    how.add_argument(
        "--look-ahead", choices=("live", "balanced", "offline"), default="offline", help="default: %(default)s"
    )
    how.add_argument(
        "--fps", type=int, default=30, metavar="N", help=f"{', '.join(map(str, FRAME_RATES))} (default: 30)"
    )
    how.add_argument("--seed", type=int, default=0, metavar="N", help="same seed, same files (default: 0)")
    how.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "tensorrt"), default="auto", help="where the network runs"
    )
    how.add_argument("--threads", type=int, metavar="N", help="processor threads (default: all cores)")
    how.add_argument("--model", type=Path, metavar="DIR", help="another model folder")
    how.add_argument("--flame", type=Path, metavar="FILE", help="your own FLAME model instead of the open head")
    how.add_argument("--resume", action="store_true", help="skip what was baked in the same way before")
    how.add_argument("--quiet", action="store_true", help="say nothing but what went wrong")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Bakes; 0 only if everything was written, 1 when something was not."""
    formats = list(dict.fromkeys(name.strip() for name in args.format.split(",") if name.strip()))
    if not formats:
        raise InvalidInput("--format", f"is empty; formats are {', '.join(FORMATS)}")
    check_formats(formats)
    if args.split_channels and args.b is not None:
        raise InvalidInput("--split-channels", "and --b both say where B's track is")
    jobs = find_jobs(args.recordings, args.b, args.roles, args.out)
    options = ConversationOptions(
        layout=AudioLayout.UNSPECIFIED,
        fps=args.fps,
        look_ahead=LookAhead[args.look_ahead.upper()],
        seed=args.seed,
        scene=SceneChange(pose_text=args.pose) if args.pose else None,
        voice_a=load_voice(args.voice_a, "--voice-a"),
        voice_b=load_voice(args.voice_b, "--voice-b"),
        first_speaker=Participant[args.first_speaker],
    )
    options.check()
    engine = open_engine(args.device, args.threads, args.model, args.flame)
    failed = 0
    for number, job in enumerate(jobs, 1):
        title = job.name if len(jobs) == 1 else f"{job.name} ({number}/{len(jobs)})"
        try:
            baked = _bake(engine, job, options, formats, title, args)
        except (VisavisError, OSError) as error:
            failed += 1
            print(f"visavis bake: {job.name}: {error}", file=sys.stderr)
            continue
        for warning in baked.warnings:
            print(f"visavis bake: {job.name}: note: {warning}", file=sys.stderr)
        if not args.quiet:
            _say(job, baked)
    if len(jobs) > 1 and (failed or not args.quiet):
        print(f"{len(jobs) - failed} of {len(jobs)} recordings baked", file=sys.stderr if failed else sys.stdout)
    return 1 if failed else 0


def _bake(
    engine: Engine, job: Job, options: ConversationOptions, formats: list[str], title: str, args: argparse.Namespace
) -> Baked:
    with tqdm(desc=title, unit="frame", file=sys.stderr, disable=args.quiet or not sys.stderr.isatty()) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return bake_to_files(
            engine, job, options, formats, split_channels=args.split_channels, resume=args.resume, progress=progress
        )


def _say(job: Job, baked: Baked) -> None:
    if baked.summary is None:
        print(f"{job.name}: baked before, nothing to do")
        return
    s = baked.summary
    speed = s.audio_s / s.compute_s if s.compute_s else 0.0
    print(
        f"{job.name}: {s.frames} frames of {s.audio_s:.1f} s ({speed:.0f} times real time); "
        f"A spoke {s.speaking_a_s:.1f} s, B {s.speaking_b_s:.1f} s"
    )
    for file in baked.files:
        print(f"  {file}")
