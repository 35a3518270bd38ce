"""Clients are tested against the fake service of tests/service, in a process of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "service"))

from service_process import ServiceProcess, service_process


@pytest.fixture(scope="module")
def service() -> Iterator[ServiceProcess]:
    with service_process() as running:
        yield running
