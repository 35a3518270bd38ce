"""`./run` and the scripts behind it: what can be told of them without a new machine."""

import runpy
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [ROOT / "run", ROOT / ".ci" / "run", *sorted((ROOT / "scripts").glob("*.sh"))]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_valid_bash(script: Path) -> None:
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_run_tells_how_it_is_used_without_setting_anything_up(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "VISAVIS_VENV": str(tmp_path / "venv")}
    done = subprocess.run([ROOT / "run"], capture_output=True, text=True, check=True, env=environment)
    assert "./run demo" in done.stdout
    assert "./run test" in done.stdout
    assert not (tmp_path / "venv").exists()


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    assert "exec ./run test" in (ROOT / ".ci" / "run").read_text()
    assert "./run test" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize(
    ("log", "counted"),
    [
        ("720 passed, 19 skipped in 180 s\npytest: 719 passed, 1 failed, 19 skipped", (719, 1, 19)),
        ("100% tests passed, 0 tests failed out of 12\n90% tests passed, 1 tests failed out of 10", (21, 1, 0)),
        ("Passed!  - Failed:     0, Passed:    41, Skipped:     2, Total:    43, Duration: 2 s", (41, 0, 2)),
        ("All checks passed!", None),
    ],
)
def test_what_a_runner_counted_is_read_off_its_closing_line(log: str, counted: tuple[int, int, int] | None) -> None:
    namespace = runpy.run_path(str(ROOT / "scripts" / "count_tests.py"))
    assert namespace["count"](log) == counted


def test_no_python_new_enough_is_told_in_words(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    environment = {"PATH": "/usr/bin:/bin", "VISAVIS_VENV": str(tmp_path / "venv"), "PYTHON": str(old)}
    done = subprocess.run([ROOT / "run", "--version"], capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert "is not Python 3.11 or newer" in done.stderr
