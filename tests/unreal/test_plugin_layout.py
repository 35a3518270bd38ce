"""The plugin's folder is what the engine's build tool expects: descriptor, modules, rules, headers."""

import json
import re
from pathlib import Path

import pytest
from make_generated_headers import HeaderError, generated_body_macros

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "unreal_plugin" / "VisAVis"
SOURCE = PLUGIN / "Source"
MODULES = ("VisAVis", "VisAVisEditor")

ENGINE_MODULES = {
    "ISubmixBufferListener.h": "Engine",
    "AudioDevice.h": "Engine",
    "Interfaces/IAudioFormat.h": "TargetPlatform",
    "Interfaces/IPluginManager.h": "Projects",
    "Engine/DeveloperSettings.h": "DeveloperSettings",
    "ILiveLinkSource.h": "LiveLinkInterface",
    "ILiveLinkClient.h": "LiveLinkInterface",
    "LiveLinkSourceFactory.h": "LiveLinkInterface",
    "Factories/Factory.h": "UnrealEd",
    "Engine/DataAsset.h": "Engine",
    "CoreMinimal.h": "Core",
    "UObject/StrongObjectPtr.h": "CoreUObject",
    "visavis/visavis.h": "VisAVisCore",
}
"""Which module an include needs in the rules file."""


def descriptor() -> dict[str, object]:
    data = json.loads((PLUGIN / "VisAVis.uplugin").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def headers(module: str, folder: str = "Public") -> list[Path]:
    return sorted((SOURCE / module / folder).glob("*.h"))


def test_the_descriptor_names_the_modules_that_are_there() -> None:
    data = descriptor()
    assert data["FileVersion"] == 3
    modules = {m["Name"]: m for m in data["Modules"]}  # type: ignore[attr-defined]
    assert set(modules) == set(MODULES)
    assert modules["VisAVis"]["Type"] == "Runtime" and modules["VisAVisEditor"]["Type"] == "Editor"
    assert {"Name": "LiveLink", "Enabled": True} in data["Plugins"]  # type: ignore[operator]
    version: dict[str, str] = {}
    exec((ROOT / "python_service" / "visavis" / "version.py").read_text(), version)
    assert data["VersionName"] == version["__version__"], "the plugin's version is the package's"


@pytest.mark.parametrize("module", [*MODULES, "ThirdParty/VisAVisCore"])
def test_every_module_has_its_rules_in_a_class_of_its_name(module: str) -> None:
    name = module.rpartition("/")[2]
    text = (SOURCE / module / f"{name}.Build.cs").read_text(encoding="utf-8")
    assert re.search(rf"class {name} : ModuleRules", text)
    assert re.search(rf"public {name}\(ReadOnlyTargetRules Target\) : base\(Target\)", text)
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("module", MODULES)
def test_the_rules_depend_on_every_module_that_is_included(module: str) -> None:
    rules = (SOURCE / module / f"{module}.Build.cs").read_text(encoding="utf-8")
    for path in (SOURCE / module).rglob("*.[hc]*"):
        for include in re.findall(r'#include "([^"]+)"', path.read_text(encoding="utf-8")):
            if include in ENGINE_MODULES:
                assert f'"{ENGINE_MODULES[include]}"' in rules, f"{path.name} includes {include}"
    if module == "VisAVisEditor":
        assert '"VisAVis"' in rules


@pytest.mark.parametrize("module", MODULES)
def test_public_headers_need_neither_grpc_nor_the_core_nor_private_headers(module: str) -> None:
    private = {path.name for path in headers(module, "Private")}
    found = headers(module)
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("#pragma once"), path.name
        for include in re.findall(r"#include [\"<]([^\">]+)", text):
            assert "grpc" not in include.lower() and include != "visavis/visavis.h", f"{path.name} includes {include}"
            assert include not in private, f"{path.name} includes the private {include}"


@pytest.mark.parametrize("module", MODULES)
def test_reflected_headers_pass_the_header_tool_and_everything_for_blueprints_has_a_tooltip(module: str) -> None:
    for path in headers(module):
        generated_body_macros(path)


def test_the_stand_in_for_the_header_tool_does_refuse(tmp_path: Path) -> None:
    good = SOURCE / "VisAVis" / "Public" / "VisAVisFaceComponent.h"
    text = good.read_text(encoding="utf-8")
    broken = tmp_path / good.name
    for damage in (
        lambda t: t.replace("\tGENERATED_BODY()\n", "", 1),
        lambda t: t.replace('#include "VisAVisFaceComponent.generated.h"', '#include "VisAVisTypes.h"'),
        lambda t: re.sub(r"/\*\* Which of the two.*?\*/\n", "", t),
        lambda t: t.replace("bool Rebind();", "bool Rebind(FName Preset);"),
    ):
        broken.write_text(damage(text), encoding="utf-8")
        with pytest.raises(HeaderError):
            generated_body_macros(broken)


def test_every_implementation_includes_its_own_header_first() -> None:
    for module in MODULES:
        for path in (SOURCE / module / "Private").glob("*.cpp"):
            first = re.search(r'#include "([^"]+)"', path.read_text(encoding="utf-8"))
            own = {f"{path.stem}.h"}
            exists = any((SOURCE / module / folder / f"{path.stem}.h").exists() for folder in ("Public", "Private"))
            assert first is not None
            assert not exists or first[1] in own, f"{path.name} begins with {first[1]}"


def test_the_abi_header_is_plain_c_and_alone() -> None:
    text = (SOURCE / "ThirdParty" / "VisAVisCore" / "include" / "visavis" / "visavis.h").read_text(encoding="utf-8")
    assert re.findall(r"#include <([^>]+)>", text) == ["stddef.h", "stdint.h"]
    assert "#define VAV_ABI_VERSION 1u" in text
    assert not re.search(r"^\s*//", text, re.MULTILINE), "C89 comments only"


def test_no_engine_member_is_used_that_the_stubs_do_not_know() -> None:
    """The stubs' headers are all that the modules include of an engine: a new include shows here first."""
    stubs = ROOT / "tests" / "unreal" / "stubs"
    for module in MODULES:
        for path in (SOURCE / module).rglob("*.[hc]*"):
            for include in re.findall(r'#include "([^"]+)"', path.read_text(encoding="utf-8")):
                own = include.startswith("VisAVis") or include == "visavis/visavis.h"
                assert own or (stubs / include).exists(), f"{path.name}: {include} is unknown to the stubs"
