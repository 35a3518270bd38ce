"""`visavis demo` does the main job and says so; `visavis doctor` finds what is wrong."""

import json
from pathlib import Path

import numpy as np
import pytest
from visavis.cli import doctor
from visavis.cli.main import main


def test_the_demo_streams_bakes_and_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", str(tmp_path), "--live", "1", "--no-picture"]) == 0
    shown = capsys.readouterr().out
    assert "1171 frames of two faces" in shown
    assert "first frame" in shown
    assert "visavis view" in shown
    with np.load(tmp_path / "conversation.npz") as arrays:
        mouth, speaking = arrays["a_jaw"][:, 0], arrays["a_speaking"] > 0.5
    opened, rested = mouth[speaking].mean(), mouth[~speaking].mean()
    assert opened > 3 * rested, "A's jaw should open while A speaks, and rest while not"
    assert {p.name for p in tmp_path.iterdir()} == {
        "conversation.npz", "a.csv", "b.csv", "bake.json", "conversation.wav",
    }  # fmt: skip


def test_a_doctor_finds_nothing_broken_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    findings = {f["name"]: f for f in json.loads(capsys.readouterr().out)["findings"]}
    assert findings["model"]["state"] == findings["rig"]["state"] == "ok"


def test_a_doctor_tells_what_is_broken_and_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> doctor.Finding:
        raise FileNotFoundError("no model.json")

    monkeypatch.setattr(doctor, "_model", gone)
    assert main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "no model.json" in shown
    assert "broken: model" in shown
