"""Starts and ends services that are processes of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "python_service"


@dataclass
class ServiceProcess:
    process: "subprocess.Popen[str]"
    port: int

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def ended(self) -> tuple[int, str]:
        """Its exit code and log, once it has ended by itself."""
        _, log = self.process.communicate(timeout=20)
        return self.process.returncode, log


@contextmanager
def service_process(port: int = 0, grace_s: float = 1.0) -> Iterator[ServiceProcess]:
    script = Path(__file__).with_name("fake_service.py")
    process = subprocess.Popen(
        [sys.executable, str(script), str(port), str(grace_s)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(PACKAGE)},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        yield ServiceProcess(process, int(line))
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
