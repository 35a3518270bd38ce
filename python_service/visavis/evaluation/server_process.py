"""A service in a process of its own, to be measured from outside."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from visavis.evaluation.process import memory_mb, processor_s


class ServerProcess:
    """`visavis serve` on a free port of this machine, until the `with` block ends.

    Attributes:
        port: where it listens.
        started_s: seconds from starting the process to listening.
        log: what it said, one line each.
    """

    def __init__(
        self, cores: Sequence[int] | None = None, threads: int | None = None, model: Path | None = None
    ) -> None:
        """`cores` it may use (None for all of this process), `threads` of its network, another `model` folder."""
        self._cores = cores
        self._options = ["--threads", str(threads)] if threads else []
        self._options += ["--model", str(model)] if model else []
        self.port = 0
        self.started_s = 0.0
        self.log: list[str] = []

    def __enter__(self) -> "ServerProcess":
        """Starts it; RuntimeError with what it said when it does not come up."""
        begun = time.monotonic()
        command = [sys.executable, "-m", "visavis", "serve", "--port", "0", "--log", "json", *self._options]
        allowed = os.sched_getaffinity(0)
        try:
            if self._cores is not None:
                os.sched_setaffinity(0, self._cores)  # a child inherits it
            self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        finally:
            os.sched_setaffinity(0, allowed)
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.log.append(line)
            if '"listening"' in line:
                self.port = int(json.loads(line)["port"])
                self.started_s = time.monotonic() - begun
                self._reader = threading.Thread(target=self.log.extend, args=(self._process.stderr,), daemon=True)
                self._reader.start()
                return self
        self._process.wait()
        raise RuntimeError(f"the service did not come up:\n{''.join(self.log)}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.wait(timeout=30)
        self._reader.join(timeout=5)

    def memory_mb(self) -> float:
        """Resident memory now, megabytes."""
        return memory_mb(self._process.pid)

    def processor_s(self) -> float:
        """Processor seconds used so far."""
        return processor_s(self._process.pid)
