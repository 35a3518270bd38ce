"""Writes the `.meta` file beside every file and folder of unity_plugin/ that Unity imports.

    python scripts/make_unity_meta.py            # write what is missing or stale, remove what is orphaned
    python scripts/make_unity_meta.py --check    # change nothing; exit 1 and say what is wrong

A guid is the MD5 of the path inside the package, so it never changes while the file stays where it is, and two
people who add the same file get the same guid. Unity ignores folders that end in `~` and names that begin with a
dot; the contents of `Samples~` are imported into a project later and therefore carry `.meta` files all the same.
"""

import argparse
import hashlib
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "unity_plugin"

TAIL = "  externalObjects: {}\n  userData: \n  assetBundleName: \n  assetBundleVariant: \n"
SCRIPT = """MonoImporter:
  externalObjects: {}
  serializedVersion: 2
  defaultReferences: []
  executionOrder: 0
  icon: {instanceID: 0}
  userData: 
  assetBundleName: 
  assetBundleVariant: 
"""  # noqa: W291
ASSET = """NativeFormatImporter:
  externalObjects: {}
  mainObjectFileID: 11400000
  userData: 
  assetBundleName: 
  assetBundleVariant: 
"""  # noqa: W291
AUDIO = """AudioImporter:
  externalObjects: {}
  serializedVersion: 6
  defaultSettings:
    loadType: 0
    sampleRateSetting: 0
    sampleRateOverride: 44100
    compressionFormat: 0
    quality: 1
    conversionMode: 0
  platformSettingOverrides: {}
  forceToMono: 0
  normalize: 0
  preloadAudioData: 1
  loadInBackground: 0
  ambisonic: 0
  3D: 1
  userData: 
  assetBundleName: 
  assetBundleVariant: 
"""  # noqa: W291

IMPORTERS = {
    ".cs": SCRIPT,
    ".asmdef": "AssemblyDefinitionImporter:\n" + TAIL,
    ".asset": ASSET,
    **dict.fromkeys((".wav", ".ogg"), AUDIO),
    ".unity": "DefaultImporter:\n" + TAIL,
    **dict.fromkeys((".md", ".json", ".txt", ".csv", ".xml", ".bytes"), "TextScriptImporter:\n" + TAIL),
}


def guid(path: Path) -> str:
    """The stable guid of a path inside the package: 32 hexadecimal digits."""
    return hashlib.md5(f"visavis/unity_plugin/{path.as_posix()}".encode()).hexdigest()


def meta_text(path: Path) -> str:
    """What the `.meta` file of `path`, inside PACKAGE, says. ValueError for an unknown kind of file."""
    head = f"fileFormatVersion: 2\nguid: {guid(path.relative_to(PACKAGE))}\n"
    if path.is_dir():
        return head + "folderAsset: yes\nDefaultImporter:\n" + TAIL
    if path.name == "package.json":
        return head + "PackageManifestImporter:\n" + TAIL
    importer = IMPORTERS.get(path.suffix)
    if importer is None:
        raise ValueError(f"{path}: no importer is known for '{path.suffix}' files")
    return head + importer


def imported(folder: Path) -> list[Path]:
    """Every file and folder below `folder` that needs a `.meta`, sorted."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix == ".meta" or path.name == "Documentation~":
            continue
        if not path.name.endswith("~"):
            found.append(path)
        if path.is_dir():
            found.extend(imported(path))
    return found


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing, exit 1 when something is missing or stale"
    )
    check = parser.parse_args().check
    wanted = {path.with_name(path.name + ".meta"): meta_text(path) for path in imported(PACKAGE)}
    problems: list[str] = []
    for meta, text in wanted.items():
        if not meta.exists() or meta.read_text() != text:
            problems.append(f"stale or missing: {meta.relative_to(PACKAGE)}")
            if not check:
                meta.write_text(text)
    for meta in sorted(PACKAGE.rglob("*.meta")):
        if meta not in wanted:
            problems.append(f"orphaned: {meta.relative_to(PACKAGE)}")
            if not check:
                meta.unlink()
    if check and problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
