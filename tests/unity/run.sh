#!/usr/bin/env bash
# Builds the Unity package against engine stubs and tests it: dotnet test. Arguments go to dotnet test.
#   VISAVIS_PYTHON   a Python with the visavis package (default: .venv/bin/python here, else python3)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v dotnet >/dev/null; then
    echo "the Unity package's C# tests need the .NET SDK 10.0: https://dotnet.microsoft.com/download" >&2
    exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet build -m:1 -c Release -v q -clp:NoSummary -p:UseSharedCompilation=false VisAVis.Unity.Tests.csproj
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
status=0
# Normal verbosity prints what the tests measure: retarget time, bytes, degrees.
dotnet test --no-build -c Release --logger "console;verbosity=normal" "$@" VisAVis.Unity.Tests.csproj | tee "$log" || status=$?
awk '/^ +Passed: /{p=$2} /^ +Failed: /{f=$2} /^ +Skipped: /{s=$2}
    END{printf "Unity package: %d passed, %d failed, %d skipped\n", p, f, s}' "$log"
exit "$status"
