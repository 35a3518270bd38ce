#!/usr/bin/env bash
# Regenerates the Unity package's C# messages and client from proto/ (needs the .NET SDK; Grpc.Tools brings protoc).
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f ../shared/dotnet/use.sh ] && ! command -v dotnet >/dev/null && . ../shared/dotnet/use.sh
made=tests/unity/Generated/obj/proto/visavis/v1
kept=unity_plugin/Protocol/Generated
rm -rf "$made"
dotnet build -m:1 -v q -nologo tests/unity/Generated/VisAVis.Generated.csproj
for file in "$made"/*.cs; do
    if [ -s "$file" ]; then cp "$file" "$kept/"; fi
done
python3 scripts/make_unity_meta.py
