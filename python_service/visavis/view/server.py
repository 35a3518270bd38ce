"""The page's own small web server: loopback only by default, one process, no dependencies."""

import json
import logging
import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from queue import Empty
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import numpy as np

from visavis.errors import FailedPrecondition, InvalidInput, LimitExceeded, VisavisError
from visavis.version import __version__
from visavis.view.glb import people_glb
from visavis.view.live import JSON, Live, LiveSessions, framed
from visavis.view.shade import look
from visavis.view.sounds import LABEL_SUFFIXES, LARGEST_UPLOAD, uploaded_labels, uploaded_sound
from visavis.view.studio import Studio, Wish, error_message, turns_of
from visavis.view.wire import encode_take

_LOG = logging.getLogger(__name__)

HOME: Final = "page"
"""Folder of the built page beside this file."""
LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]", "::1")
LARGEST_MESSAGE: Final = 1 << 20
"""Bytes of a request that is no sound file."""
STATUS: Final = {
    InvalidInput: HTTPStatus.BAD_REQUEST,
    FailedPrecondition: HTTPStatus.CONFLICT,
    LimitExceeded: HTTPStatus.TOO_MANY_REQUESTS,
}
POLICY: Final = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self' blob: data:; "
    "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


class ViewServer(ThreadingHTTPServer):
    """Serves the page and what it asks for.

    Args:
        address: host and port; port 0 takes a free one.
        studio: sounds and takes.
        first: id of the take that is shown first, or "" for none.
        open_to_all: whether requests for other hosts than this machine's loopback names are answered.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], studio: Studio, *, first: str = "", open_to_all: bool = False):
        super().__init__(address, _Handler)
        self.studio = studio
        self.first = first
        self.first_sound = ""
        self.open_to_all = open_to_all
        self.live = LiveSessions()
        self.files = _page_files()

    @property
    def url(self) -> str:
        """Where the page is."""
        host, port = self.server_address[0], self.server_address[1]
        name = host.decode() if isinstance(host, bytes) else str(host)
        return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _page_files() -> dict[str, tuple[bytes, str]]:
    """The built page, all of it, by path: nothing else on the disk can be asked for."""
    files = {}
    home = resources.files("visavis.view").joinpath(HOME)

    def walk(folder: Any, prefix: str) -> None:
        for entry in folder.iterdir():
            path = f"{prefix}/{entry.name}"
            if entry.is_dir():
                walk(entry, path)
            else:
                kind = mimetypes.guess_type(entry.name)[0] or "application/octet-stream"
                files[path] = (entry.read_bytes(), "text/javascript" if entry.name.endswith(".js") else kind)

    walk(home, "")
    files["/"] = files["/index.html"]
    return files


def profiles() -> list[Any]:
    """All avatar profiles as they ship, in the order in which they are tried."""
    folder = resources.files("visavis").joinpath("assets/profiles")
    names = json.loads(folder.joinpath("index.json").read_text())
    return [json.loads(folder.joinpath(f"{name}.json").read_text()) for name in names]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ViewServer
    timeout = 120

    def log_message(self, format: str, *args: Any) -> None:
        _LOG.debug(format, *args)

    # What may be asked.

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        studio = self.server.studio
        with self._answering():
            if path in self.server.files:
                body, kind = self.server.files[path]
                self._send(body, kind, lasting=path.startswith("/assets/"))
            elif path == "/api/session":
                self._send_json(self._session())
            elif path == "/api/look.json":
                self._send_json(look())
            elif path == "/api/profiles.json":
                self._send_json(profiles())
            elif path.startswith("/api/people/") and path[12:-4] in people_glb() and path.endswith(".glb"):
                self._send(people_glb()[path[12:-4]], "model/gltf-binary")
            elif path.startswith("/api/takes/") and path.endswith("/flame"):
                self._send_flame(path.split("/")[3])
            elif path.startswith("/api/takes/"):
                made = studio.take(path.split("/")[3])
                about = {"title": made.title, "sound": made.sound, **made.about}
                about.setdefault("events", turns_of(made.take))
                self._send(encode_take(made.take, about), "application/octet-stream")
            elif path.startswith("/api/sounds/"):
                self._send(studio.sound(path.split("/")[3]).wav(), "audio/wav")
            elif path.startswith("/api/live/") and path.endswith("/frames"):
                self._stream_live(path.split("/")[3])
            else:
                self._send_json(
                    {"error": {"field": "", "message": f"there is nothing at {path}"}}, HTTPStatus.NOT_FOUND
                )

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        path, query = parts.path, {k: v[-1] for k, v in parse_qs(parts.query).items()}
        with self._answering():
            if path == "/api/sounds":
                self._take_sound(query)
            elif path == "/api/bake":
                self._bake(self._json())
            elif path == "/api/pose":
                self._send_json(self.server.studio.read_pose(str(self._json().get("text", ""))))
            elif path == "/api/live":
                self._open_live(self._json())
            elif path.startswith("/api/live/") and path.endswith("/sound"):
                body = self._body(LARGEST_MESSAGE)
                if len(body) % 4:
                    raise InvalidInput("samples", "are no 32-bit floats")
                self.server.live.get(path.split("/")[3]).hear(np.frombuffer(body, "<f4"))
                self._send_json({})
            elif path.startswith("/api/live/") and path.endswith("/pose"):
                self.server.live.get(path.split("/")[3]).place(str(self._json().get("text", "")))
                self._send_json({})
            elif path.startswith("/api/live/") and path.endswith("/end"):
                self._body(LARGEST_MESSAGE)
                self.server.live.close(path.split("/")[3])
                self._send_json({})
            else:
                self._body(LARGEST_MESSAGE)
                self._send_json(
                    {"error": {"field": "", "message": f"there is nothing at {path}"}}, HTTPStatus.NOT_FOUND
                )

    # How it is answered.

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Refuses strangers; turns errors into answers."""
        self._begun = False
        try:
            self._check_host()
            yield
        except VisavisError as error:
            status = next((s for kind, s in STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
            self._fail(error, status)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True
        except Exception as error:
            self._fail(error, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _fail(self, error: Exception, status: HTTPStatus) -> None:
        message = error_message(error)
        self.close_connection = True
        if not self._begun:
            self._send_json(message, status)

    def _check_host(self) -> None:
        """A page of another site must not be able to use this server through the visitor's browser."""
        if self.server.open_to_all:
            return
        host = self.headers.get("Host", "")
        name = host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host
        origin = self.headers.get("Origin")
        if name not in LOOPBACK or (origin is not None and urlsplit(origin).netloc != host):
            raise InvalidInput("host", f"'{host}' is not this machine; requests from elsewhere are refused")

    def _body(self, largest: int) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            raise InvalidInput("request", "does not say how long it is")
        if int(length) > largest:
            raise InvalidInput("file", f"is {int(length) / 2**20:.0f} MB; at most {largest // 2**20} MB are accepted")
        return self.rfile.read(int(length))

    def _json(self) -> dict[str, Any]:
        try:
            data = json.loads(self._body(LARGEST_MESSAGE) or b"{}")
        except ValueError:
            raise InvalidInput("request", "is no JSON") from None
        if not isinstance(data, dict):
            raise InvalidInput("request", "is no JSON object")
        return data

    def _head(self, status: HTTPStatus, kind: str, *, lasting: bool = False) -> None:
        self._begun = True
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if lasting else "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, *, lasting: bool = False) -> None:
        self._head(status, kind, lasting=lasting)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _send_nothing(self, path: str) -> None:
        self._send_json({"error": {"field": "", "message": f"there is nothing at {path}"}}, HTTPStatus.NOT_FOUND)

    def _send_json(self, data: Any, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(json.dumps(data).encode(), "application/json", status)

    @contextmanager
    def _streaming(self, kind: str) -> Iterator[Callable[[bytes], None]]:
        """An answer sent piece by piece."""
        self._head(HTTPStatus.OK, kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

        def send(piece: bytes) -> None:
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.flush()

        yield send
        self.wfile.write(b"0\r\n\r\n")

    def _session(self) -> dict[str, Any]:
        first, sound = self.server.first, self.server.first_sound
        return {"version": __version__, "first": first, "first_sound": sound, **self.server.studio.listing()}

    def _send_flame(self, key: str) -> None:
        take = self.server.studio.take(key).take
        if take.a.expression is None or take.b.expression is None or take.a.jaw is None or take.b.jaw is None:
            raise FailedPrecondition("take", "came without FLAME coefficients")
        rows = [np.concatenate([p.expression, p.jaw], axis=1).astype("<f4") for p in (take.a, take.b)]
        self._send(b"".join(r.tobytes() for r in rows), "application/octet-stream")

    def _take_sound(self, query: dict[str, str]) -> None:
        name = query.get("name", "sound")[:120]
        data = self._body(LARGEST_UPLOAD)
        if name.lower().endswith(LABEL_SUFFIXES):
            self.server.studio.label(query.get("for", ""), uploaded_labels(name, data))
            self._send_json({"sound": query["for"]})
            return
        sound = uploaded_sound(name, data, split=query.get("split") == "1")
        self._send_json({"sound": self.server.studio.add_sound(sound), "seconds": sound.seconds, "name": name})

    def _bake(self, data: dict[str, Any]) -> None:
        wish = Wish.parse(data)
        key = str(data.get("sound", ""))
        self.server.studio.sound(key)
        with self._streaming("application/x-ndjson") as send:

            def tell(message: dict[str, Any]) -> None:
                send(json.dumps(message).encode() + b"\n")

            try:
                tell({"take": self.server.studio.bake(key, wish, tell)})
            except (BrokenPipeError, ConnectionResetError):
                raise
            except Exception as error:
                tell(error_message(error))

    def _open_live(self, data: dict[str, Any]) -> None:
        wish = Wish.parse(data)
        try:
            rate = int(data.get("sample_rate", 0))
        except (TypeError, ValueError):
            raise InvalidInput("sample_rate", "is not a whole number") from None
        live = Live(self.server.studio.engine, rate, wish.seed, wish.pose_text)
        self._send_json({"live": self.server.live.open(live)})

    def _stream_live(self, key: str) -> None:
        live = self.server.live.get(key)
        with self._streaming("application/octet-stream") as send:
            try:
                while True:
                    try:
                        message = live.messages.get(timeout=1.0)
                    except Empty:
                        send(framed(JSON, b"{}"))
                        continue
                    if message is None:
                        return
                    send(message)
            except (BrokenPipeError, ConnectionResetError):
                self.server.live.close(key)
                raise
