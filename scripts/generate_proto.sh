#!/usr/bin/env bash
# Regenerates the Python messages from proto/ (needs the [dev] extra).
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
out="${1:-python_service}"
"$python" -m grpc_tools.protoc -I proto --python_out="$out" --pyi_out="$out" --grpc_python_out="$out" proto/visavis/v1/*.proto
echo '"""Messages and stubs of the wire protocol, generated from proto/ by scripts/generate_proto.sh."""' > "$out/visavis/v1/__init__.py"
