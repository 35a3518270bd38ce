"""Moving pictures: frames piped into ffmpeg, with the sound they belong to."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from visavis.errors import VisavisError

Picture = NDArray[np.uint8]


def find_ffmpeg() -> str:
    """The ffmpeg to use: on PATH, or the one the package imageio-ffmpeg brings. VisavisError where there is none."""
    found = shutil.which("ffmpeg")
    if found is not None:
        return found
    try:
        imageio_ffmpeg = import_module("imageio_ffmpeg")
    except ModuleNotFoundError:
        raise VisavisError(
            "out",
            "mp4 needs ffmpeg, which is not on PATH: install it (apt install ffmpeg, brew install ffmpeg, "
            "winget install ffmpeg, or pip install imageio-ffmpeg), or give --out a folder or a .png instead",
        ) from None
    return str(imageio_ffmpeg.get_ffmpeg_exe())


class VideoWriter:
    """Writes an H.264 mp4; use as a context manager and `write` frame by frame."""

    def __init__(self, out: Path, fps: float, size: tuple[int, int], sound: Path | None = None, start_s: float = 0.0):
        if size[0] % 2 or size[1] % 2:
            raise VisavisError("size", f"{size[0]}x{size[1]} is odd; a video needs even width and height")
        out.parent.mkdir(parents=True, exist_ok=True)
        command = [find_ffmpeg(), "-y", "-loglevel", "error"]
        command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[0]}x{size[1]}", "-r", f"{fps:g}", "-i", "-"]
        if sound is not None:
            command += [
                "-ss",
                f"{start_s:.6f}",
                "-i",
                str(sound),
                "-shortest",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c:a",
                "aac",
                "-b:a",
                "160k",
                "-ac",
                "2",
            ]
        command += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p"]
        command += ["-movflags", "+faststart", str(out)]
        self._out, self._size = out, size
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=self._log)

    def write(self, picture: Picture) -> None:
        """Adds one frame (H, W, 3)."""
        if picture.shape != (self._size[1], self._size[0], 3):
            raise ValueError(f"a frame has the shape {picture.shape}, not {self._size[1], self._size[0], 3}")
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(np.ascontiguousarray(picture).tobytes())
        except BrokenPipeError:
            self._fail()

    def __enter__(self) -> "VideoWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        if kind is not None:
            self._process.kill()
            self._process.wait()
            return
        self._process.stdin.close()
        if self._process.wait() != 0:
            self._fail()

    def _fail(self) -> None:
        self._process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip()
        raise VisavisError("out", f"ffmpeg could not write '{self._out}': {said or 'it gave no reason'}")


def write_video(
    out: Path,
    fps: float,
    size: tuple[int, int],
    frames: Iterable[Picture],
    sound: Path | None = None,
    start_s: float = 0.0,
) -> None:
    """Writes all `frames` to `out`, with `sound` from `start_s` on."""
    with VideoWriter(out, fps, size, sound, start_s) as writer:
        for frame in frames:
            writer.write(frame)
