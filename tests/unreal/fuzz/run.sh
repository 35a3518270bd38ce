#!/usr/bin/env bash
# Fuzzes the core's readers with clang's libFuzzer: run.sh BUILD_DIR [SECONDS]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../../.."
core="$root/unreal_plugin/VisAVis/Source/ThirdParty/VisAVisCore"
build="$1"
mkdir -p "$build/corpus"
cmake -DOUTPUT="$build/presets.cpp" -DPROFILE_DIR="$root/python_service/visavis/assets/profiles" -P "$core/cmake/EmbedProfiles.cmake"
sources=()
for name in arkit baked decimal frame_reader geometry json pose profile retargeter; do sources+=("$core/src/$name.cpp"); done
clang++ -std=c++17 -g1 -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -I"$core/src" -I"$core/include" \
  "$here/fuzz_readers.cpp" "${sources[@]}" "$build/presets.cpp" -o "$build/fuzz_readers"
# One seed of each kind, so that it need not guess what JSON is.
{ printf '\001'; cat "$root/python_service/visavis/assets/profiles/reallusion-cc4.json"; } > "$build/corpus/profile"
printf '\002time,jawOpen,headYaw\n0,0.5,1\n0.1,1,2\n' > "$build/corpus/baked"
printf '\000\022\010\010\001\021\000\000\000\000\000\000\000\000' > "$build/corpus/frame"
"$build/fuzz_readers" -max_total_time="${2:-10}" -max_len=8192 -timeout=5 -print_final_stats=1 -verbosity=0 "$build/corpus"
