import os
import threading
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
import soundfile
from browser import Browser, find_chromium
from making import made_up, write_npz
from visavis.view.server import ViewServer
from visavis.view.sounds import load_sound
from visavis.view.studio import Made, Studio
from visavis.view.take import load_take

PICTURES = Path(os.environ.get("VISAVIS_PICTURES", Path(__file__).parents[2] / "build/pictures"))
"""Where the browser's screenshots are kept."""


@pytest.fixture(scope="session")
def pictures() -> Path:
    PICTURES.mkdir(parents=True, exist_ok=True)
    return PICTURES


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A baked conversation of 6 s with its sound beside it."""
    from making import write_wav

    file = write_npz(tmp_path_factory.mktemp("talk") / "talk.npz", made_up(6.0))
    write_wav(file.with_suffix(".wav"), 6.0)
    return file


@pytest.fixture(scope="session")
def server(talk: Path) -> Iterator[ViewServer]:
    """The page's server, showing the conversation `talk`."""
    studio = Studio()
    sound = studio.add_sound(load_sound(talk.with_suffix(".wav")))
    first = studio.add_take(Made(load_take(talk), "talk", sound))
    running = ViewServer(("127.0.0.1", 0), studio, first=first)
    running.first_sound = sound
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


def speech(path: Path) -> Path:
    """Three seconds of real speech from the bundled conversation as a wav file."""
    with resources.files("visavis").joinpath("assets/conversation/conversation_a.flac").open("rb") as file:
        samples, rate = soundfile.read(file)
    soundfile.write(path, samples[int(0.6 * rate) : int(3.6 * rate)], rate, subtype="PCM_16")
    return path


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium on PATH (apt install chromium): THE PAGE IS NOT TESTED", allow_module_level=True)
    folder = tmp_path_factory.mktemp("browser")
    opened = Browser(executable, folder, (1000, 620), microphone=speech(folder / "microphone.wav"))
    yield opened
    opened.close()
