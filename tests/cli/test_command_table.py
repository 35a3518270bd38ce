"""`visavis` finds its commands, quickly and helpfully."""

import subprocess
import sys

import pytest
from visavis.cli.main import COMMANDS, main
from visavis.version import __version__


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


def test_an_unknown_command_is_wrong_use_and_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bakke"]) == 2
    assert "no command 'bakke'" in (shown := capsys.readouterr().err)
    assert "bake" in shown


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"visavis {__version__}"


def test_the_overview_loads_neither_network_nor_numbers() -> None:
    code = (
        "import sys; from visavis.cli.main import main; main([]); "
        "print([m for m in ('numpy', 'grpc') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
