#!/usr/bin/env bash
# Builds the viewer's page (TypeScript, three.js, Vite) into python_service/visavis/view/page, which is committed.
# Needs node 20 and npm; `--check` fails where the committed page is not what the sources make.
set -euo pipefail
cd "$(dirname "$0")/../python_service/visavis/view/web"
npm ci --no-audit --no-fund
npm run --silent build
if [ "${1:-}" = "--check" ]; then
  git diff --exit-code -- ../page
  test -z "$(git status --porcelain -- ../page)"
fi
