#!/usr/bin/env bash
# Whether proto/ breaks clients built against the last release: buf's check against the last tag (or the one given).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag="${1:-$(git describe --tags --abbrev=0 2>/dev/null || true)}"
if [ -z "$tag" ]; then
    echo "buf breaking: no tag yet, nothing to break"
    exit
fi
buf="$(bash scripts/buf.sh)"
before="$(mktemp -d)"
trap 'rm -rf "$before"' EXIT
git archive "$tag" proto | tar -x -C "$before"
"$buf" breaking proto --against "$before/proto"
echo "buf breaking: clean against $tag"
