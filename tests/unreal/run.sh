#!/usr/bin/env bash
# Builds the client core and the Unreal modules and runs all their tests, without an engine.
#
#   tests/unreal/run.sh [fast]
#
# `fast` leaves out the sanitizers and the real service. VISAVIS_PYTHON is a Python with the service's requirements and pytest
# (default: python3). VISAVIS_UNREAL_BUILD_DIR is where it builds (default: build/unreal). VISAVIS_JOBS compiles so many files at
# once (default: 2).
# Debian and Ubuntu: apt-get install g++ cmake ninja-build protobuf-compiler libprotobuf-dev libgrpc++-dev
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
for tool in g++ cmake ninja protoc nm; do
  command -v "$tool" > /dev/null || missing+=("$tool")
done
[ -e /usr/include/grpcpp/grpcpp.h ] || [ -n "${gRPC_DIR:-}${CMAKE_PREFIX_PATH:-}" ] || missing+=("gRPC C++ (libgrpc++-dev)")
python="${VISAVIS_PYTHON:-python3}"
"$python" -c "import grpc, numpy, pytest, soundfile, cryptography" 2> /dev/null || missing+=("$python with the [dev] extra (set VISAVIS_PYTHON)")
if [ ${#missing[@]} -gt 0 ]; then
  printf 'tests/unreal/run.sh: missing: %s\n' "${missing[@]}" >&2
  echo "On Debian: apt-get install g++ cmake ninja-build protobuf-compiler libprotobuf-dev libgrpc++-dev; pip install -e '.[dev]'" >&2
  exit 2
fi
python="$(command -v "$python")"

build="${VISAVIS_UNREAL_BUILD_DIR:-build/unreal}"
jobs="${VISAVIS_JOBS:-2}"

configure_and_build() {
  cmake -S tests/unreal -B "$1" -G Ninja -DVISAVIS_PYTHON="$python" "${@:2}" > "$1.log" 2>&1 || { cat "$1.log" >&2; return 1; }
  ninja -C "$1" -j "$jobs" --quiet
}

mkdir -p "$build"
echo "== release build"
configure_and_build "$build/release" -DCMAKE_BUILD_TYPE=Release
echo "== tests"
skip=()
[ "${1:-}" = fast ] && skip=(-E 'live.service')
ctest --test-dir "$build/release" --output-on-failure "${skip[@]}"
"$build/release/steady_state_tests"

if [ "${1:-}" != fast ]; then
  echo "== address and undefined-behaviour sanitizers"
  configure_and_build "$build/sanitize" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" -DVISAVIS_SANITIZE=ON
  ctest --test-dir "$build/sanitize" --output-on-failure
  if command -v clang++ > /dev/null && clang++ -fsanitize=fuzzer -x c++ -o /dev/null - 2> /dev/null <<< 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }'; then
    echo "== libFuzzer over the readers of frames, profiles and baked files, ten seconds"
    tests/unreal/fuzz/run.sh "$build/fuzz" 10
  else
    echo "== libFuzzer: no clang with it here; the mutation tests above have run"
  fi
fi
