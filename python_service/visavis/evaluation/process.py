"""What a process costs: its memory and its processor time, as Linux counts them."""

import os
from pathlib import Path


def memory_mb(pid: int | str = "self") -> float:
    """Resident memory, megabytes (10^6 bytes). Raises FileNotFoundError when there is no such process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def processor_s(pid: int | str = "self") -> float:
    """Processor seconds used so far, all threads, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cores() -> list[int]:
    """The cores this process may use."""
    return sorted(os.sched_getaffinity(0))
