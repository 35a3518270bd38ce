#!/usr/bin/env bash
# Whether the committed Python messages say what proto/ says (as descriptors, whatever the generator's version).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
fresh="$(mktemp -d)"
trap 'rm -rf "$fresh"' EXIT
mkdir -p "$fresh/visavis/v1"
bash scripts/generate_proto.sh "$fresh"
python - "$fresh" <<'PY'
import ast, pathlib, re, sys

def described(root: str) -> dict[str, bytes]:
    """Serialized descriptors by file, of the messages below `root`."""
    found = {}
    for path in sorted(pathlib.Path(root, "visavis/v1").glob("*_pb2.py")):
        literal = re.search(r"AddSerializedFile\((b'.*')\)", path.read_text())
        found[path.name] = ast.literal_eval(literal.group(1)) if literal else b""
    return found

committed, fresh = described("python_service"), described(sys.argv[1])
behind = [name for name in fresh if committed.get(name) != fresh[name]]
if behind:
    sys.exit(f"{', '.join(behind)} behind proto/: run scripts/generate_proto.sh")
print(f"generated messages: {len(fresh)} files are those of proto/")
PY
