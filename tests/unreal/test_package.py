"""The packaged plugin: what a user unpacks loads by itself, and says whose software it carries."""

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = Path(os.environ.get("VISAVIS_UNREAL_BUILD", ROOT / "build" / "unreal" / "release"))
LIBRARY = BUILD / "core" / "libvisavis_core.so"

pytestmark = pytest.mark.skipif(not LIBRARY.exists(), reason="the client library is built by tests/unreal/run.sh")

LICENCES = {
    "abseil": "Apache",
    "c-ares": "Permission to use, copy, modify",
    "grpc": "Apache",
    "openssl": "Apache",
    "protobuf": "Redistribution and use in source and binary forms",
    "re2": "Redistribution and use in source and binary forms",
    "zlib": "This software is provided 'as-is'",
}
"""What a package with a distribution's gRPC carries, and words of the licence of each."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged plugin's folder, unpacked from its archive."""
    out = tmp_path_factory.mktemp("package")
    environment = os.environ | {"VISAVIS_CORE_LIBRARY": str(LIBRARY)}
    subprocess.run([ROOT / "scripts" / "package_unreal.sh", out], check=True, env=environment, cwd=ROOT)
    (archive,) = out.glob("VisAVis-*-Linux.tar.gz")
    unpacked = tmp_path_factory.mktemp("Plugins")
    with tarfile.open(archive) as tar:
        tar.extractall(unpacked, filter="data")
    return unpacked / "VisAVis"


def binaries(package: Path) -> Path:
    return package / "Binaries" / "ThirdParty" / "VisAVisCore" / "Linux"


def test_the_archive_holds_everything_that_a_project_needs(package: Path) -> None:
    for name in (
        "VisAVis.uplugin",
        "README.md",
        "LICENSE",
        "NOTICE",
        "THIRD_PARTY_NOTICES.txt",
        "Resources/Icon128.png",
        "Source/VisAVis/VisAVis.Build.cs",
        "Source/VisAVisEditor/VisAVisEditor.Build.cs",
        "Source/ThirdParty/VisAVisCore/VisAVisCore.Build.cs",
        "Source/ThirdParty/VisAVisCore/include/visavis/visavis.h",
        "Source/ThirdParty/VisAVisCore/resources/proto/visavis/v1/frame.proto",
    ):
        assert (package / name).is_file(), name
    assert "Apache License, Version 2.0" in (package / "NOTICE").read_text(encoding="utf-8")


def test_the_library_loads_from_the_package_and_takes_nothing_third_party_from_the_machine(package: Path) -> None:
    folder = binaries(package)
    script = (
        "import ctypes, sys\n"
        "core = ctypes.CDLL(sys.argv[1])\n"
        "core.vav_get_api.restype = ctypes.c_void_p\n"
        "assert core.vav_get_api(1), 'no functions'\n"
        "assert not core.vav_get_api(99), 'another version must be refused'\n"
        "print(*sorted({line.split()[-1] for line in open('/proc/self/maps') if '.so' in line}), sep='\\n')\n"
    )
    command = [sys.executable, "-c", script, str(folder / "libvisavis_core.so")]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    # The interpreter itself may have brought OpenSSL and zlib; everything else must be the package's own.
    ours = {path.name for path in folder.iterdir()} - {"libssl.so.3", "libcrypto.so.3", "libz.so.1"}
    assert {Path(path).name for path in loaded if Path(path).parent == folder} >= ours


def test_the_notices_name_every_library_and_carry_every_licence(package: Path) -> None:
    notices = (package / "THIRD_PARTY_NOTICES.txt").read_text(encoding="utf-8")
    listed = {name for line in re.findall(r"^In: (.+)$", notices, re.MULTILINE) for name in line.split()}
    carried = {path.name for path in binaries(package).iterdir()} - {"libvisavis_core.so"}
    if not carried:
        pytest.skip("linked statically: the notices are vcpkg's")
    assert listed == carried
    sections = {text.split()[0]: text for text in re.split(r"^==== ", notices, flags=re.MULTILINE)[1:]}
    for project, words in LICENCES.items():
        assert words in sections[project], project
    for licence in set(re.findall(r"/usr/share/common-licenses/[\w.-]*\w", notices)):
        assert len(sections[licence]) > 1000, f"{licence} is referred to and must be there in full"


def test_a_library_built_elsewhere_is_packed_with_the_licences_of_what_is_inside_it(tmp_path: Path) -> None:
    library = tmp_path / "visavis_core.dll"
    library.write_bytes(b"MZ")
    environment = os.environ | {"VISAVIS_CORE_LIBRARY": str(library), "VISAVIS_PLATFORM": "Win64"}
    command = [ROOT / "scripts" / "package_unreal.sh", tmp_path / "out"]
    refused = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert refused.returncode != 0 and "no licence text for grpc" in refused.stderr
    ports = ("grpc", "protobuf", "utf8-range", "abseil", "re2", "c-ares", "openssl", "zlib")
    for port in ports:
        (tmp_path / "share" / port).mkdir(parents=True)
        (tmp_path / "share" / port / "copyright").write_text(f"licence of {port}", encoding="utf-8")
    environment["VISAVIS_LICENCES"] = str(tmp_path / "share")
    subprocess.run(command, env=environment, cwd=ROOT, check=True)
    packed = tmp_path / "out" / "VisAVis"
    assert (packed / "Binaries" / "ThirdParty" / "VisAVisCore" / "Win64" / library.name).read_bytes() == b"MZ"
    notices = (packed / "THIRD_PARTY_NOTICES.txt").read_text(encoding="utf-8")
    assert all(f"==== {port}\n\nlicence of {port}" in notices for port in ports)
    assert len(list((tmp_path / "out").glob("VisAVis-*-Win64.tar.gz"))) == 1
