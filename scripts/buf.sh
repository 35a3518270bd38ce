#!/usr/bin/env bash
# Prints the path of `buf`: the one on PATH, else that of the npm package @bufbuild/buf, installed once into build/buf.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if command -v buf; then exit; fi
binary="$PWD/build/buf/node_modules/.bin/buf"
if [ ! -x "$binary" ]; then
    mkdir -p build/buf
    npm install --silent --no-audit --no-fund --prefix build/buf @bufbuild/buf@1 >&2
fi
echo "$binary"
