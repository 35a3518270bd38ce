#!/usr/bin/env bash
# Assembles the Unreal plugin with its client library and the notices of what it contains.
#
#   scripts/package_unreal.sh [OUTPUT_DIR]        default: build/unreal/dist
#
# Writes OUTPUT_DIR/VisAVis, ready to be copied into a project's Plugins folder, and OUTPUT_DIR/VisAVis-<version>-<platform>.tar.gz.
# Extra arguments for CMake go into VISAVIS_CMAKE_ARGS, e.g. "-DVISAVIS_CORE_STATIC=ON -DCMAKE_TOOLCHAIN_FILE=.../vcpkg.cmake".
# A library that was built elsewhere (Windows, Mac) is taken with VISAVIS_CORE_LIBRARY=PATH VISAVIS_PLATFORM=Win64.
# What is linked in statically needs its licences: VISAVIS_LICENCES=<vcpkg>/installed/<triplet>/share.
set -euo pipefail
cd "$(dirname "$0")/.."

output="${1:-build/unreal/dist}"
plugin="unreal_plugin/VisAVis"
core="$plugin/Source/ThirdParty/VisAVisCore"
case "${VISAVIS_PLATFORM:-$(uname -s)}" in
  Linux) platform=Linux library=libvisavis_core.so ;;
  Darwin | Mac) platform=Mac library=libvisavis_core.dylib ;;
  Win64 | MINGW* | MSYS*) platform=Win64 library=visavis_core.dll ;;
  *) echo "package_unreal.sh: unknown platform ${VISAVIS_PLATFORM:-$(uname -s)}" >&2; exit 2 ;;
esac
version="$(sed -n 's/^__version__ = "\(.*\)"/\1/p' python_service/visavis/version.py)"

if [ -n "${VISAVIS_CORE_LIBRARY:-}" ]; then
  built="$VISAVIS_CORE_LIBRARY"
else
  build="${VISAVIS_BUILD_DIR:-build/unreal/package}"
  for tool in cmake ninja protoc; do
    command -v "$tool" > /dev/null || { echo "package_unreal.sh: $tool is missing" >&2; exit 2; }
  done
  # shellcheck disable=SC2086  # several arguments in one variable
  cmake -S "$core" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release ${VISAVIS_CMAKE_ARGS:-} > /dev/null
  ninja -C "$build" -j "${VISAVIS_JOBS:-2}" --quiet visavis_core
  built="$build/$library"
fi
[ -f "$built" ] || { echo "package_unreal.sh: $built was not built" >&2; exit 1; }

rm -rf "$output/VisAVis"
mkdir -p "$output/VisAVis/Source"
cp -r "$plugin/VisAVis.uplugin" "$plugin/README.md" "$plugin/Config" "$plugin/Resources" "$output/VisAVis/"
cp -r "$plugin/Source/VisAVis" "$plugin/Source/VisAVisEditor" "$output/VisAVis/Source/"
# Of the core: the header, the rules, and the sources with what they are generated from, so that it can be built again.
mkdir -p "$output/VisAVis/Source/ThirdParty"
cp -r "$core" "$output/VisAVis/Source/ThirdParty/"
resources="$output/VisAVis/Source/ThirdParty/VisAVisCore/resources"
mkdir -p "$resources/python_service/visavis/assets"
cp -r proto "$resources/"
cp python_service/visavis/version.py "$resources/python_service/visavis/"
cp -r python_service/visavis/assets/profiles "$resources/python_service/visavis/assets/"
binaries="$output/VisAVis/Binaries/ThirdParty/VisAVisCore/$platform"
mkdir -p "$binaries"
cp "$built" "$binaries/$library"
command -v strip > /dev/null && [ "$platform" = Linux ] && strip --strip-unneeded "$binaries/$library"
cp LICENSE "$output/VisAVis/LICENSE"
{ sed -n 1,3p NOTICE; echo; echo "Third-party software that comes with it: THIRD_PARTY_NOTICES.txt"; } > "$output/VisAVis/NOTICE"

notices="$output/VisAVis/THIRD_PARTY_NOTICES.txt"
{
  echo "Vis-a-Vis for Unreal $version, $platform: third-party software in its client library"
  echo
} > "$notices"
# The licences of what is linked in statically, from the vcpkg installation that the library was built with.
static_notices() {
  local port
  for port in grpc protobuf utf8-range abseil re2 c-ares openssl zlib; do
    [ -f "${VISAVIS_LICENCES:-}/$port/copyright" ] || {
      echo "package_unreal.sh: no licence text for $port; set VISAVIS_LICENCES=<vcpkg>/installed/<triplet>/share" >&2
      exit 1
    }
    { echo "==== $port"; echo; cat "$VISAVIS_LICENCES/$port/copyright"; echo; } >> "$notices"
  done
}
if [ "$platform" = Linux ]; then
  # Shared libraries other than those that every Linux has (glibc, the C++ run time) go along, with their licences.
  declare -A files=() versions=() copyrights=()
  while read -r path; do
    name="$(basename "$path")"
    case "$name" in
      libc.so* | libm.so* | libdl.so* | libpthread.so* | librt.so* | ld-linux* | libstdc++.so* | libgcc_s.so* | libresolv.so*) continue ;;
    esac
    cp -L "$path" "$binaries/"
    command -v dpkg > /dev/null || { echo "package_unreal.sh: no dpkg here to tell the licence of $path; use VISAVIS_CORE_STATIC" >&2; exit 1; }
    # Packages of the time before /lib became a part of /usr know their files under /lib.
    file="$(readlink -f "$path")"
    package="$(dpkg -S "$file" "${file#/usr}" 2> /dev/null | head -1 | sed 's/:.*//')" || true
    [ -n "$package" ] || { echo "package_unreal.sh: no package is known for $file, so no licence" >&2; exit 1; }
    [ -f "/usr/share/doc/$package/copyright" ] || { echo "package_unreal.sh: no licence text for $package" >&2; exit 1; }
    # Several packages of one project have one licence.
    project="$(dpkg-query -W -f '${source:Package}' "$package")"
    files[$project]+=" $name"
    versions[$project]="$(dpkg-query -W -f '${source:Version}' "$package")"
    copyrights[$project]="/usr/share/doc/$package/copyright"
  done < <(ldd "$built" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p')
  {
    echo "gRPC (with upb and address_sorting), Abseil and OpenSSL: Apache-2.0; Protocol Buffers and RE2: BSD-3-Clause; c-ares: MIT; zlib: Zlib."
    echo "The texts below are Debian's, for each project's whole source, its build scripts and Debian's packaging included: what they"
    echo "say of other licences (GPL, Artistic) is of files that are no part of the libraries here."
    echo
  } >> "$notices"
  for project in $(printf '%s\n' "${!files[@]}" | sort); do
    {
      echo "==== $project ${versions[$project]}, as Debian or a relative of it builds it"
      echo "In:${files[$project]}"
      echo
      cat "${copyrights[$project]}"
      echo
    } >> "$notices"
  done
  # Debian's texts refer to common licences by their place on a Debian machine; here they follow.
  for licence in $(grep -oE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$notices" | sort -u); do
    [ -f "$licence" ] || { echo "package_unreal.sh: $licence is referred to, and missing" >&2; exit 1; }
    { echo "==== $licence"; echo; cat "$licence"; echo; } >> "$notices"
  done
  [ "${#files[@]}" -gt 0 ] || static_notices
  # It must find all it needs, and what came along beside itself.
  found="$(ldd "$binaries/$library")"
  for name in ${files[*]}; do
    grep -qF "$name => $(cd "$binaries" && pwd)/" <<< "$found" || { echo "package_unreal.sh: $name beside $library is not what it loads" >&2; exit 1; }
  done
  if grep -q "not found" <<< "$found"; then
    echo "$found" >&2
    exit 1
  fi
else
  static_notices
fi

tar -C "$output" -czf "$output/VisAVis-$version-$platform.tar.gz" VisAVis
echo "$output/VisAVis-$version-$platform.tar.gz: $(du -h "$output/VisAVis-$version-$platform.tar.gz" | cut -f1), library $(du -h "$binaries/$library" | cut -f1), $(find "$binaries" -type f | wc -l) files beside it"
