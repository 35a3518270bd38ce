import json

import numpy as np
import pytest
from visavis.evaluation import report

LIPS = {"opening": 0.5, "width": 0.4, "protrusion": 0.3, "closure_f1": 0.6, "lag_ms": 10.0, "amplitude": 1.0}


def evaluation():
    held = {"fd": 1.0, "opening_r": 0.7, "width_r": 0.6, "protrusion_r": 0.5, "closure_f1": 0.4}
    return {
        "model": "dyad <test>",
        "command": "visavis evaluate",
        "not_run": ["baseline hama: not installed"],
        "behaviour": {"blinks": {"value": 50.0, "low": 17.0, "high": 33.0, "inside": False, "source": "Bentivoglio"}},
        "lips": {"loudness to jaw": {**LIPS, "opening": 0.1}, "model, live": LIPS},
        "held_out": {"model, mixed track": held, "another conversation": {**held, "opening_r": 0.0}},
        "unseen_voices": {"held-out readers": {"model, live": LIPS}},
        "effort": {
            "as it was": {"amplitude": 1.0, "opening": 1.0, "r": 1.0},
            "louder": {"amplitude": 1.2, "opening": 1.3, "r": 0.9, "rises": 0.8},
        },
        "roles": [{"recording": "sample", "roles": "enrolled", "look_ahead": "live", "frame_error": 0.1, "cost": 0.02}],
    }


def drawn():
    times = np.arange(60) / 30
    clip = {"name": "lbax4n", "systems": {"real": (times, np.sin(times)), "model, live": (times, np.cos(times))}}
    take = {n: np.random.default_rng(0).random((2, 90)) for n in ("look", "blink", "opening", "pitch")}
    return {"lips": [clip], "timeline": {"speaking": np.ones((2, 90)), "simulated": take, "model": take}}


def test_the_report_is_one_file_with_every_section_and_names_what_was_not_run(tmp_path):
    pytest.importorskip("matplotlib")
    page, data = report.write(evaluation(), drawn(), tmp_path / "out")
    html = page.read_text()
    for title in ("Lips against real mouths", "Against held-out conversations", "Louder, softer, faster", "Roles"):
        assert title in html
    assert "dyad &lt;test&gt;" in html and "Not run: baseline hama" in html
    assert html.count("data:image/png;base64,") == 7
    assert "http" not in html.replace("http-equiv", "")
    assert "class=out" in html
    assert json.loads(data.read_text())["lips"]["model, live"]["opening"] == 0.5


def test_without_matplotlib_the_report_says_that_pictures_are_missing(monkeypatch):
    monkeypatch.setattr(report, "find_spec", lambda name: None)
    html = report.page(evaluation(), {})
    assert "matplotlib is not installed" in html and "<img" not in html and "0.700" in html
