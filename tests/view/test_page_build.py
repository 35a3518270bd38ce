"""The page that ships is the one the sources make."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

VIEW = Path(__file__).parents[2] / "python_service/visavis/view"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(root: Path, names: list[str]) -> dict[str, str]:
    files = [
        p for name in names for p in ([root / name] if (root / name).is_file() else sorted((root / name).rglob("*")))
    ]
    return {p.relative_to(root).as_posix(): digest(p) for p in files if p.is_file()}


def test_the_page_was_built_from_these_sources():
    stamp = json.loads((VIEW / "page/stamp.json").read_text())
    names = ["index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "stamp.mjs", "src"]
    assert stamp["sources"] == table(VIEW / "web", names), "run `scripts/build_page.sh` after changing the page"


def test_nothing_was_changed_in_the_page_by_hand():
    stamp = json.loads((VIEW / "page/stamp.json").read_text())
    shipped = {name: d for name, d in table(VIEW, ["page"]).items() if name != "page/stamp.json"}
    assert {f"page/{name}": d for name, d in stamp["page"].items()} == shipped


def test_building_again_gives_the_same_page(tmp_path):
    modules = VIEW / "web/node_modules"
    if shutil.which("node") is None or not modules.is_dir():
        pytest.skip("node and the page's packages are not installed: the page is not built again")
    web = tmp_path / "web"
    shutil.copytree(VIEW / "web", web, ignore=shutil.ignore_patterns("node_modules"))
    (web / "node_modules").symlink_to(modules)
    subprocess.run(["node", "node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], cwd=web, check=True)
    built, shipped = table(tmp_path, ["page"]), table(VIEW, ["page"])
    shipped.pop("page/stamp.json")
    assert built == shipped
