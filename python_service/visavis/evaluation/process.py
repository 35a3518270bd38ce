"""What a process and those it started cost: memory and processor time, as Linux counts them."""

import os
from pathlib import Path


def family(pid: int | str = "self") -> list[int]:
    """The process and all that descend from it."""
    found = [os.getpid() if pid == "self" else int(pid)]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def memory_mb(pid: int | str = "self") -> float:
    """Resident memory of a process and its descendants, megabytes (10^6 bytes); what they share counts for each.

    Raises:
        FileNotFoundError: there is no such process.
    """
    total = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1]) * 1024
    return total / 1e6


def processor_s(pid: int | str = "self") -> float:
    """Processor seconds that a process and its living descendants have used, all threads, user and system."""
    ticks = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def cores() -> list[int]:
    """The cores this process may use."""
    return sorted(os.sched_getaffinity(0))
