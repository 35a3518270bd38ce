"""Every engine a service makes for a patient conversation is a fake one too."""

import pytest
from fake_engine import FakeEngine


@pytest.fixture(autouse=True)
def _fake_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("visavis.service.scheduler.Engine", FakeEngine)
