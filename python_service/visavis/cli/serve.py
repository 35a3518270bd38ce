"""`visavis serve`: the gRPC service."""

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visavis.engine import Engine


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "serve",
        help="the gRPC service",
        description="Serves visavis.v1.ConversationService, health and reflection until SIGTERM or Ctrl+C, then lets "
        "conversations finish. Only this machine can reach it unless TLS or --insecure is given.",
    )
    where = parser.add_argument_group("where")
    where.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    where.add_argument("--port", type=int, default=50051, help="port, 0 for a free one (default: %(default)s)")
    where.add_argument("--insecure", action="store_true", help="let other machines in without TLS")
    where.add_argument("--tls-cert", type=Path, metavar="PEM", help="certificate chain of this service")
    where.add_argument("--tls-key", type=Path, metavar="PEM", help="its private key")
    where.add_argument("--tls-client-ca", type=Path, metavar="PEM", help="let in only clients with a certificate by it")
    where.add_argument(
        "--token-file", type=Path, metavar="FILE", help="let in only clients that send this bearer token"
    )
    what = parser.add_argument_group("what")
    what.add_argument(
        "--look-ahead", choices=("live", "balanced", "offline"), default="live", help="for who does not say"
    )
    what.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "tensorrt"), default="auto", help="where the network runs"
    )
    what.add_argument("--threads", type=int, metavar="N", help="processor threads of the network (default: all cores)")
    what.add_argument("--model", type=Path, metavar="DIR", help="another model folder")
    what.add_argument(
        "--flame", type=Path, metavar="FILE", help="your own FLAME model (.pkl, .npz) instead of the open head"
    )
    what.add_argument("--one-process", action="store_true", help="no second process for the engine: for debugging")
    limits = parser.add_argument_group("limits")
    limits.add_argument("--max-conversations", type=int, default=64, metavar="N", help="at once (default: %(default)s)")
    limits.add_argument(
        "--max-message-mib", type=int, default=64, metavar="N", help="largest request (default: %(default)s)"
    )
    limits.add_argument(
        "--max-audio-ahead", type=float, default=60.0, metavar="S", help="seconds (default: %(default)s)"
    )
    limits.add_argument("--idle-timeout", type=float, default=60.0, metavar="S", help="seconds (default: %(default)s)")
    limits.add_argument("--max-bake", type=float, default=1800.0, metavar="S", help="seconds (default: %(default)s)")
    limits.add_argument("--grace", type=float, default=8.0, metavar="S", help="seconds to finish in when stopped")
    log = parser.add_argument_group("log")
    log.add_argument("--log", choices=("json", "text"), help="one object a line, or text (default at a terminal)")
    log.add_argument("--log-level", choices=("debug", "info", "warning", "error"), default="info")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Serves until told to stop."""
    from visavis.engine import Engine, LookAhead
    from visavis.service import Access, EngineProcess, EngineSettings, Limits, Service, serve
    from visavis.service.log import log_to

    access = Access(
        args.host, args.port, args.tls_cert, args.tls_key, args.tls_client_ca, args.token_file, args.insecure
    )
    access.check()
    limits = Limits(
        max_conversations=args.max_conversations,
        max_message_bytes=args.max_message_mib * 1024 * 1024,
        max_audio_ahead_s=args.max_audio_ahead,
        idle_timeout_s=args.idle_timeout,
        max_bake_s=args.max_bake,
    )
    log_to(sys.stderr, args.log or ("text" if sys.stderr.isatty() else "json"), args.log_level)
    engine: Engine | EngineProcess
    if args.one_process or os.name == "nt":  # Windows hands no socket to a child
        engine = open_engine(args.device, args.threads, args.model, args.flame)
    else:
        flame = flame_model(args.flame)
        engine = EngineProcess(EngineSettings(args.device, args.threads, args.model, flame))
    service = Service(engine, access, limits, LookAhead[args.look_ahead.upper()])
    asyncio.run(serve(service, args.grace))
    return 0


def flame_model(given: Path | None) -> Path | None:
    """The FLAME model that was asked for, here or by VISAVIS_FLAME; None for the open head."""
    named = os.environ.get("VISAVIS_FLAME")
    return given or (Path(named) if named else None)


def open_engine(device: str, threads: int | None, model: Path | None, flame: Path | None) -> "Engine":
    """An engine as the command line asks for it; VISAVIS_FLAME names the FLAME model of who does not say."""
    from visavis.engine import Engine

    rig = None
    if named := flame_model(flame):
        from visavis.rig import load_flame_rig

        rig = load_flame_rig(named)
    return Engine(device=device, threads=threads, model=model, rig=rig)
