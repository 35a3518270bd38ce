"""`visavis livelink`: both faces as two Live Link Face devices over UDP, for engines without our plugin."""

import argparse
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from visavis.client import Client, Face, Frame, Talk
from visavis.errors import InvalidInput
from visavis.formats.live_link import PORT, Packet, channel_values, decode, device_id, encode
from visavis.state.person import PersonState

LETTERS = ("a", "b")


@dataclass(frozen=True)
class Timed:
    """A packet of one person (0 is A) and the moment it is due, seconds after the first."""

    due_s: float
    person: int
    data: bytes


def add_parser(subparsers: Any) -> None:
    """Adds the command to the command line."""
    parser = subparsers.add_parser(
        "livelink",
        help="both faces as Live Link Face devices over UDP",
        description="Sends both faces as two Live Link Face devices, which Unreal understands without a plugin: from a "
        "folder that `visavis bake --format live-link` wrote, or live from sound through a running service.",
    )
    parser.add_argument("source", type=Path, help="the folder, or a sound file: A's voice, or both voices mixed")
    parser.add_argument("--b", type=Path, metavar="FILE", help="B's voice; without it the sound file is mixed")
    where = parser.add_argument_group("where to")
    where.add_argument("--host", default="127.0.0.1", help="the machine with the engine (default: %(default)s)")
    where.add_argument("--port", type=int, default=PORT, help="its UDP port (default: %(default)s)")
    where.add_argument(
        "--subjects", nargs=2, metavar=("A", "B"), default=("VisAVis_A", "VisAVis_B"), help="names of the two devices"
    )
    how = parser.add_argument_group("how")
    how.add_argument("--service", default="127.0.0.1:50051", help="for sound: the service (default: %(default)s)")
    how.add_argument("--pose", default="", metavar="TEXT", help="for sound: how the two stand")
    how.add_argument("--fps", type=int, default=30, help="for sound: frames a second (default: %(default)s)")
    how.add_argument(
        "--delay", type=float, default=0.35, metavar="S", help="for sound: frames go out so long after their sound"
    )
    how.add_argument("--loop", action="store_true", help="for a folder: begin again until stopped")
    how.add_argument("--speed", type=float, default=1.0, help="for a folder: 1 is real time")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Sends until the end, or until stopped."""
    if not 0 < args.speed <= 1000:
        raise InvalidInput("speed", f"expected more than 0 and at most 1000, got {args.speed}")
    subjects = tuple(args.subjects)
    print(
        f"sending {subjects[0]} and {subjects[1]} to {args.host}:{args.port} (UDP); in Unreal: Live Link, + Source, ..."
    )
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        target = (socket.gethostbyname(args.host), args.port)
        if args.source.is_dir():
            sent = 0
            while True:
                sent += send(out, target, recorded(args.source, subjects), args.speed)
                if not args.loop:
                    break
        else:
            sent = send(out, target, live(args, subjects), 1.0, args.delay)
    print(f"{sent} packets sent")
    return 0


def send(
    out: socket.socket, target: tuple[str, int], packets: Iterable[Timed], speed: float, delay_s: float = 0.0
) -> int:
    """Sends each packet when it is due, counted from the first call plus `delay_s`; returns how many."""
    began = time.monotonic()
    count = 0
    for packet in packets:
        time.sleep(max(0.0, began + (packet.due_s + delay_s) / speed - time.monotonic()))
        out.sendto(packet.data, target)
        count += 1
    return count


def recorded(folder: Path, subjects: tuple[str, ...]) -> Iterator[Timed]:
    """The packets of a baked folder in order of time, A before B, renamed to `subjects`.

    Raises:
        InvalidInput: the folder lacks a face, or a file is damaged.
    """
    people = [list(read_packets(folder / f"{letter}.livelink")) for letter in LETTERS]
    first = min((packets[0].frame for packets in people if packets), default=0)
    timed = [
        Timed(
            (packet.frame - first + packet.subframe) * packet.rate[1] / packet.rate[0],
            person,
            _renamed(packet, subjects[person]),
        )
        for person, packets in enumerate(people)
        for packet in packets
    ]
    yield from sorted(timed, key=lambda packet: (packet.due_s, packet.person))


def _seconds(packet: Packet, first_frame: int) -> float:
    numerator, denominator = packet.rate
    return (packet.frame - first_frame + packet.subframe) * denominator / numerator


def _renamed(packet: Packet, subject: str) -> bytes:
    return encode(Packet(device_id(subject), subject, packet.frame, packet.subframe, packet.rate, packet.values))


def read_packets(path: Path) -> Iterator[Packet]:
    """The packets of a `.livelink` file: each after its length, u32 big-endian. InvalidInput when it is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            "source", f"{path} cannot be read ({error.strerror}); `visavis bake --format live-link` writes it"
        ) from None
    at = 0
    while at < len(data):
        if at + 4 > len(data):
            raise InvalidInput("source", f"{path} ends in the middle of a packet")
        (length,) = struct.unpack_from(">I", data, at)
        at += 4
        if at + length > len(data):
            raise InvalidInput("source", f"{path} ends in the middle of a packet")
        packet = decode(data[at : at + length])
        if packet.rate[0] <= 0 or packet.rate[1] <= 0:
            raise InvalidInput("source", f"{path} has a packet without a frame rate")
        yield packet
        at += length


def live(args: argparse.Namespace, subjects: tuple[str, ...]) -> Iterator[Timed]:
    """Packets as a service makes them from sound that is sent to it in real time."""
    talk = Talk(fps=args.fps, pose=args.pose, arkit=True, look_ahead="live")
    with Client(args.service) as client:
        for output in client.stream_file(args.source, args.b, talk):
            if isinstance(output, Frame):
                for person, face in enumerate((output.a, output.b)):
                    yield Timed(output.time_s, person, face_packet(face, subjects[person], output.index, args.fps))


def face_packet(face: Face, subject: str, index: int, fps: int) -> bytes:
    """One frame of one person as a packet."""
    row = {name: np.asarray(getattr(face, name))[None] for name in ("arkit", "neck", "left_eye", "right_eye")}
    nothing = np.zeros((1, 3), np.float32)
    state = PersonState(
        arkit=row["arkit"], body_rotation=nothing, head_rotation=row["neck"], left_eye=row["left_eye"],
        right_eye=row["right_eye"], head_position=nothing, eyelids=np.zeros((1, 2), np.float32),
        gaze_kind=np.ones(1, np.int8), gaze_point=nothing, gaze_on_partner=np.zeros(1, np.float32),
        gaze_object=np.full(1, -1, np.int16), speaking=np.zeros(1, np.float32),
    )  # fmt: skip
    values = channel_values(state)[0].tolist()
    return encode(Packet(device_id(subject), subject, index, 0.0, (fps, 1), tuple(values)))
