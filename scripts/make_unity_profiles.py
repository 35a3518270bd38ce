"""Carries the profile presets of python_service/visavis/assets/profiles into the Unity package.

    python scripts/make_unity_profiles.py            # write
    python scripts/make_unity_profiles.py --check    # change nothing; exit 1 and say what is stale

Writes `Core/Retargeting/ProfilePresets.cs`, which players use, and one asset a preset in `Runtime/Profiles`, which
people drag into an inspector.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import make_unity_meta as meta

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ROOT / "python_service" / "visavis" / "assets" / "profiles"
CODE = meta.PACKAGE / "Core" / "Retargeting" / "ProfilePresets.cs"
ASSETS = meta.PACKAGE / "Runtime" / "Profiles"
ASSET_SCRIPT = meta.PACKAGE / "Runtime" / "FaceProfile.cs"

Json = dict[str, Any]

CODE_HEAD = """\
// Written by scripts/make_unity_profiles.py from python_service/visavis/assets/profiles: change those.
#nullable enable
using System.Collections.Generic;
{numerics}
namespace VisAVis.Core
{
    /// <summary>The profiles that come with the package, in the order in which they are tried for a mesh.</summary>
    public static class ProfilePresets
    {
"""

ASSET_HEAD = """\
%YAML 1.1
%TAG !u! tag:unity3d.com,2011:
--- !u!114 &11400000
MonoBehaviour:
  m_ObjectHideFlags: 0
  m_CorrespondingSourceObject: {{fileID: 0}}
  m_PrefabInstance: {{fileID: 0}}
  m_PrefabAsset: {{fileID: 0}}
  m_GameObject: {{fileID: 0}}
  m_Enabled: 1
  m_EditorHideFlags: 0
  m_Script: {{fileID: 11500000, guid: {guid}, type: 3}}
  m_Name: {name}
  m_EditorClassIdentifier: 
  title: '{title}'
"""  # noqa: W291


def number(value: float) -> str:
    """A C# float literal."""
    text = repr(float(value))
    return (text[:-2] if text.endswith(".0") else text) + "f"


def names(values: list[str]) -> str:
    """The inside of a C# string list."""
    return ", ".join(f'"{value}"' for value in values)


def channel_code(entry: Json) -> str:
    """A C# ProfileChannel."""
    settings = []
    if "gain" in entry:
        settings.append(f"Gain = {number(entry['gain'])}")
    if "offset" in entry:
        settings.append(f"Offset = {number(entry['offset'])}")
    if "curve" in entry:
        points = ", ".join(f"new Vector2({number(x)}, {number(y)})" for x, y in sorted(entry["curve"]))
        settings.append(f"Curve = new[] {{ {points} }}")
    if "clamp" in entry:
        settings.append(f"ClampMin = {number(entry['clamp'][0])}, ClampMax = {number(entry['clamp'][1])}")
    tail = f" {{ {', '.join(settings)} }}" if settings else ""
    return f'new ProfileChannel("{entry["channel"]}", {names(entry["targets"])}){tail}'


def basis_code(entry: Json) -> str:
    """A C# ProfileBasis."""
    channels, weights = list(entry["weights"]), [number(w) for w in entry["weights"].values()]
    return (
        f"new ProfileBasis(new[] {{ {names(entry['targets'])} }},\n"
        f"                    new[] {{ {names(channels)} }},\n"
        f"                    new[] {{ {', '.join(weights)} }})"
    )


def list_code(field: str, entries: list[str]) -> str:
    """A C# initialiser of an array property, one entry a line."""
    lines = "".join(f"                {entry},\n" for entry in entries)
    return f"            {field} = new[]\n            {{\n{lines}            }},\n"


def property_name(name: str) -> str:
    """vrm-perfect-sync -> VrmPerfectSync."""
    return "".join(part[0].upper() + part[1:] for part in name.split("-"))


def preset_code(profile: Json) -> str:
    """A C# property that holds a preset."""
    lines = [
        f"        /// <summary>{profile['title']}.</summary>\n",
        f"        public static Profile {property_name(profile['name'])} {{ get; }} = "
        f'new Profile("{profile["name"]}", "{profile["title"]}")\n        {{\n',
    ]
    for field in ("markers", "detect", "rest"):
        if profile.get(field):
            lines.append(f"            {field.capitalize()} = new[] {{ {names(profile[field])} }},\n")
    if profile.get("basis"):
        lines.append(f"            Ridge = {number(profile['ridge'])},\n            Sweeps = {profile['sweeps']},\n")
        lines.append(list_code("Basis", [basis_code(entry) for entry in profile["basis"]]))
    lines.append(list_code("Channels", [channel_code(entry) for entry in profile["channels"]]))
    return "".join(lines) + "        };\n\n"


def code_text(profiles: list[Json]) -> str:
    """ProfilePresets.cs."""
    presets = "".join(preset_code(profile) for profile in profiles)
    order = "".join(f"            {property_name(profile['name'])},\n" for profile in profiles)
    head = CODE_HEAD.replace("{numerics}", "using System.Numerics;\n" if "new Vector2(" in presets else "")
    return (
        f"{head}{presets}"
        "        /// <summary>All of them, in that order.</summary>\n"
        "        public static IReadOnlyList<Profile> All { get; } = new[]\n        {\n"
        f"{order}        }};\n    }}\n}}\n"
    )


def yaml_list(name: str, values: list[str], indent: int) -> str:
    """A YAML list of plain words or numbers."""
    pad = " " * indent
    return f"{pad}{name}:" + ("".join(f"\n{pad}- {value}" for value in values) or " []") + "\n"


def asset_text(profile: Json) -> str:
    """A FaceProfile asset."""
    text = ASSET_HEAD.format(
        guid=meta.guid(ASSET_SCRIPT.relative_to(meta.PACKAGE)), name=asset_name(profile), title=profile["title"]
    )
    text += "  channels:\n"
    for entry in profile["channels"]:
        low, high = entry.get("clamp", (0, 1))
        points = [f"{{x: {x:g}, y: {y:g}}}" for x, y in sorted(entry.get("curve", []))]
        text += f"  - channel: {entry['channel']}\n" + yaml_list("targets", entry["targets"], 4)
        text += f"    gain: {entry.get('gain', 1):g}\n    offset: {entry.get('offset', 0):g}\n"
        text += yaml_list("curve", points, 4) + f"    clamp: {{x: {low:g}, y: {high:g}}}\n"
    basis = profile.get("basis", [])
    text += "  basis:\n" if basis else "  basis: []\n"
    for entry in basis:
        targets = yaml_list("targets", entry["targets"], 4)
        text += "  - " + targets.lstrip() + yaml_list("channels", list(entry["weights"]), 4)
        text += yaml_list("weights", [f"{w:g}" for w in entry["weights"].values()], 4)
    text += yaml_list("rest", profile.get("rest", []), 2)
    return text + f"  ridge: {profile.get('ridge', 0):g}\n  sweeps: {profile.get('sweeps', 1)}\n"


def asset_name(profile: Json) -> str:
    """The asset's file name, without its ending."""
    return str(property_name(profile["name"]))


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 when something is stale")
    check = parser.parse_args().check
    order = json.loads((PROFILES / "index.json").read_text())
    profiles = [json.loads((PROFILES / f"{name}.json").read_text()) for name in order]
    wanted = {CODE: code_text(profiles)}
    wanted |= {ASSETS / f"{asset_name(profile)}.asset": asset_text(profile) for profile in profiles}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    orphans = [path for path in ASSETS.glob("*.asset") if path not in wanted]
    if check:
        for path in stale + orphans:
            print(f"stale: {path.relative_to(ROOT)}; run scripts/make_unity_profiles.py", file=sys.stderr)
        return 1 if stale + orphans else 0
    ASSETS.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path])
    for path in orphans:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
