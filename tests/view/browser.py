"""A headless Chromium, spoken to over its own debugging protocol with nothing but the standard library."""

import base64
import json
import os
import secrets
import shutil
import socket
import struct
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--no-first-run",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--autoplay-policy=no-user-gesture-required",
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1", "--no-proxy-server",
)  # fmt: skip


def find_chromium() -> str | None:
    """Where the browser is: `VISAVIS_CHROMIUM`, or on PATH."""
    return os.environ.get("VISAVIS_CHROMIUM") or next((p for p in map(shutil.which, NAMES) if p), None)


class Browser:
    """One page in one browser of its own; `microphone` is a wav file that its microphone hears, over and over."""

    def __init__(
        self, executable: str, folder: Path, size: tuple[int, int] = (640, 400), microphone: Path | None = None
    ):
        self._log = (folder / "chromium.log").open("wb")
        heard = [] if microphone is None else [f"--use-file-for-fake-audio-capture={microphone}"]
        self._process = subprocess.Popen(
            [executable, *FLAGS, *heard, f"--window-size={size[0]},{size[1]}", "--remote-debugging-port=0",
             f"--user-data-dir={folder / 'profile'}", "about:blank"],
            stdout=self._log, stderr=self._log,
        )  # fmt: skip
        port_file = folder / "profile/DevToolsActivePort"
        self._wait(lambda: port_file.exists() and port_file.read_text().count("\n") >= 1, 60, "Chromium to start")
        port = int(port_file.read_text().split()[0])
        with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=20) as answer:
            target = next(t for t in json.load(answer) if t["type"] == "page")
        path = target["webSocketDebuggerUrl"].split(str(port), 1)[1]
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self._socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self._buffer = b""
        while b"\r\n\r\n" not in self._buffer:
            self._buffer += self._socket.recv(4096)
        self._buffer = self._buffer.split(b"\r\n\r\n", 1)[1]
        self._number = 0
        self.console: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    @staticmethod
    def _wait(done: Any, seconds: float, what: str) -> None:
        end = time.monotonic() + seconds
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {seconds:g} s for {what}")
            time.sleep(0.05)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol, and its result."""
        self._number += 1
        self._send(json.dumps({"id": self._number, "method": method, "params": parameters}).encode())
        while True:
            message = json.loads(self._receive())
            if message.get("method") == "Runtime.exceptionThrown":
                details = message["params"]["exceptionDetails"]
                self.console.append(details.get("exception", {}).get("description", details["text"]))
            elif message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
                entry = message["params"]["entry"]
                self.console.append(f"{entry['text']} {entry.get('url', '')}".strip())
            elif message.get("method") == "Runtime.consoleAPICalled" and message["params"]["type"] == "error":
                self.console.append(str([a.get("value", a.get("description")) for a in message["params"]["args"]]))
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return dict(message["result"])

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression; promises are waited for."""
        result = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def wait_for(self, condition: str, seconds: float = 60) -> None:
        """Waits until a JavaScript expression is true."""
        self._wait(lambda: self.evaluate(f"!!({condition})"), seconds, condition)

    def open(self, url: str) -> None:
        """Loads a page."""
        self.call("Page.navigate", url=url)

    def screenshot(self, path: Path) -> bytes:
        """A PNG of the page, kept at `path`."""
        data = base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return data

    def give_file(self, selector: str, file: Path) -> None:
        """Chooses a file in an `<input type=file>`."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def press(self, key: str) -> None:
        """One key stroke."""
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    @property
    def pid(self) -> int:
        """The browser's first process."""
        return self._process.pid

    def close(self) -> None:
        """Ends the browser."""
        try:
            self.call("Browser.close")
        except (OSError, RuntimeError, ConnectionError):
            self._process.kill()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._socket.close()
        self._log.close()

    # The web socket.

    def _send(self, data: bytes) -> None:
        mask = secrets.token_bytes(4)
        length = len(data)
        head = b"\x81" + (
            struct.pack("!B", 0x80 | length) if length < 126
            else struct.pack("!BH", 0x80 | 126, length) if length < 1 << 16
            else struct.pack("!BQ", 0x80 | 127, length)
        )  # fmt: skip
        repeated = mask * (length // 4 + 1)
        masked = (int.from_bytes(data, "big") ^ int.from_bytes(repeated[:length], "big")).to_bytes(length, "big")
        self._socket.sendall(head + mask + masked)

    def _receive(self) -> bytes:
        whole = b""
        while True:
            first, second = self._take(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self._take(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", self._take(8))
            body = self._take(length)
            if first & 0x0F == 8:
                raise ConnectionError("Chromium closed the connection")
            if first & 0x0F in (0, 1, 2):
                whole += body
                if first & 0x80:
                    return whole

    def _take(self, count: int) -> bytes:
        while len(self._buffer) < count:
            piece = self._socket.recv(1 << 20)
            if not piece:
                raise ConnectionError("Chromium went away")
            self._buffer += piece
        taken, self._buffer = self._buffer[:count], self._buffer[count:]
        return taken
