"""How long the viewer's page takes for a moving frame in a headless Chromium on this machine, without a GPU.

    python scripts/measure_page.py [--size 1440x900] [--frames 20] [--shot both] [--screenshot FILE]

Needs Chromium on PATH. Prints milliseconds a frame, and processor time a frame of all of the browser's processes.
"""

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python_service"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/view"))

from browser import Browser, find_chromium
from visavis.evaluation.process import processor_s
from visavis.view.server import ViewServer
from visavis.view.sounds import load_tracks
from visavis.view.studio import Studio, Wish, bundled_sound

DRAWN = "visavis.stage.renderer.getContext().readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4))"
"""Waits until a frame has been drawn, which is else done beside the script."""


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--frames", type=int, default=20)
    parser.add_argument("--shot", default="both")
    parser.add_argument("--picture", choices=("auto", "fine", "quick"), default="auto", help="the page's control of it")
    parser.add_argument("--screenshot", type=Path)
    arguments = parser.parse_args()
    executable = find_chromium()
    if executable is None:
        print("Chromium is not on PATH", file=sys.stderr)
        return 1
    width, height = map(int, arguments.size.split("x"))
    studio = Studio()
    sound_a, sound_b, roles = bundled_sound()
    sound = studio.add_sound(load_tracks(sound_a, sound_b, "the bundled conversation", roles))
    server = ViewServer(("127.0.0.1", 0), studio, first=studio.bake(sound, Wish.parse({}), lambda _: None))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(executable, Path(folder), (width, height))
        try:
            browser.open(server.url)
            browser.wait_for("document.body && document.body.dataset.ready", 200)
            browser.evaluate(f"visavis.stage.picture = '{arguments.picture}'")
            browser.evaluate(f"visavis.stage.cut('{arguments.shot}', true)")
            for k in range(3):
                browser.evaluate(f"visavis.stage.draw({k}, false); {DRAWN}")
            before, begun = processor_s(browser.pid), time.perf_counter()
            for k in range(arguments.frames):
                browser.evaluate(f"visavis.stage.draw({5 + k / 30}, false); {DRAWN}")
            took = (time.perf_counter() - begun) / arguments.frames
            used = (processor_s(browser.pid) - before) / arguments.frames
            what = f"{arguments.size}, {arguments.shot}, {arguments.picture}"
            print(f"{what}: {1e3 * took:.0f} ms a moving frame, {used:.2f} s of processor time")
            if arguments.screenshot:
                browser.screenshot(arguments.screenshot)
        finally:
            browser.close()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
