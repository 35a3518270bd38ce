#!/usr/bin/env bash
# Every check of this repository, one after the other; `./run test` prepares the environment and calls this.
# Ends with one line: N passed, N failed, N skipped. Arguments go to pytest.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/set_up.sh
# shellcheck disable=SC2154
export PATH="$PWD/${venv#"$PWD/"}/bin:$PATH" PYTHONPATH="$PWD/python_service${PYTHONPATH:+:$PYTHONPATH}"
logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0 skipped=0 unhappy=() missed=()

# check NAME COMMAND...: one check; the tests its runners counted, else one for its exit code.
check() {
    local name="$1" log status counted before="$failed"
    shift
    log="$logs/$(tr -c 'a-z0-9\n' _ <<<"$name").log"
    say "$name"
    "$@" 2>&1 | tee "$log"
    status="${PIPESTATUS[0]}"
    read -r -a counted <<<"$(python scripts/count_tests.py "$log")"
    if [ "${#counted[@]}" = 3 ]; then
        passed=$((passed + counted[0])) failed=$((failed + counted[1])) skipped=$((skipped + counted[2]))
    elif [ "$status" = 0 ]; then
        passed=$((passed + 1))
    fi
    if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then failed=$((failed + 1)); fi
    [ "$failed" = "$before" ] || unhappy+=("$name")
}

# miss NAME WHY: says loudly that something was not run.
miss() {
    missed+=("$1: $2")
    printf '\n!!! NOT RUN: %s: %s\n' "$1" "$2" >&2
}

# need COMMAND PACKAGE...: whether a command is there, after trying to install the Debian packages that bring it.
need() {
    local command="$1"
    shift
    command -v "$command" >/dev/null || apt_install "$@" || true
    command -v "$command" >/dev/null
}

run_pytest() {
    local xml="$logs/pytest.xml" status=0
    python -m pytest --junitxml="$xml" "$@" || status=$?
    python - "$xml" <<'PY' || status=1
import sys, xml.etree.ElementTree as tree
try:
    suite = next(tree.parse(sys.argv[1]).getroot().iter("testsuite"))
except (OSError, StopIteration, tree.ParseError) as error:
    sys.exit(f"pytest left no report: {error}")
total, bad, skipped = (int(suite.get(k, 0)) for k in ("tests", "failures", "skipped"))
bad += int(suite.get("errors", 0))
print(f"pytest: {total - bad - skipped} passed, {bad} failed, {skipped} skipped")
PY
    return "$status"
}

run_buf() {
    local buf
    buf="$(bash scripts/buf.sh)" || return 1
    (cd proto && "$buf" lint && echo "buf lint: clean") && bash scripts/check_proto_breaking.sh
}

run_unity() {
    # shellcheck disable=SC1091
    command -v dotnet >/dev/null || . ../shared/dotnet/use.sh
    bash tests/unity/run.sh
}

need ffmpeg ffmpeg || miss "video tests" "no ffmpeg here, and it could not be installed (apt-get install ffmpeg)"
need chromium chromium || need chromium-browser chromium-browser ||
    miss "viewer tests" "no Chromium here, and it could not be installed (apt-get install chromium)"

check "ruff" ruff check .
check "ruff format" ruff format --check .
check "mypy" mypy
check "generated messages" bash scripts/check_proto_generated.sh
if command -v buf >/dev/null || need npm npm; then
    check "buf" run_buf
else
    miss "buf lint" "no npm here, and it could not be installed (apt-get install npm)"
fi
check "pytest" run_pytest "$@"
if [ -f tests/unreal/run.sh ]; then
    if need g++ g++ && need cmake cmake && need grpc_cpp_plugin libgrpc++-dev protobuf-compiler-grpc libprotobuf-dev protobuf-compiler \
        libnghttp2-dev pkg-config ninja-build; then
        need clang++ clang || miss "libFuzzer" "no clang here, and it could not be installed (apt-get install clang)"
        check "Unreal plugin" bash tests/unreal/run.sh
    else
        miss "Unreal plugin" "needs g++, cmake, libgrpc++-dev, protobuf-compiler-grpc, libnghttp2-dev, ninja-build"
    fi
fi
if [ -f tests/unity/run.sh ]; then
    if command -v dotnet >/dev/null || [ -f ../shared/dotnet/use.sh ]; then
        check "Unity package" run_unity
    else
        miss "Unity package" "no dotnet on PATH; install the .NET SDK 10.0 and run again"
    fi
fi

echo
for name in ${unhappy[@]+"${unhappy[@]}"}; do echo "FAILED: $name"; done
for name in ${missed[@]+"${missed[@]}"}; do echo "NOT RUN: $name"; done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
