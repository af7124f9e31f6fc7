#!/usr/bin/env bash
# The first command of the README: installs what is missing, builds the program, serves on
# http://127.0.0.1:8000. Words after it go to `asterism serve`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release

# Talk goes to stderr: what stands on stdout is the program's.
{
    "$root/cmake/setup.sh" build
    # Configured before, and by this checkout? Then building notices by itself what has changed.
    if [[ ! -f $build/build.ninja ]] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        echo 'Building Asterism. The first time takes some minutes.'
        cmake --fresh -C "$root/cmake/release.cmake" -G Ninja -S "$root" -B "$build" --log-level=WARNING
    fi
    cmake --build "$build" --target asterism
} >&2

exec "$build/shells/asterism" serve "$@"
