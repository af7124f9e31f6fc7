#!/usr/bin/env bash
# Builds the fuzz targets with clang, addresses and undefined behaviour checked, and lets each of them
# try RUNS inputs beginning with its corpus. An input that breaks something is kept, and named, below
# build/fuzz/found: it belongs into tests/fuzz/corpus, where every build replays it.
#
#   tests/fuzz.sh [RUNS] [TARGET...]       (a million; all of them)
#
# Exit: 0 nothing found · 1 something was · 2 wrong use
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
runs=${1:-1000000}
[[ $runs =~ ^[0-9]+$ ]] || { printf '%s\n' "Not a number of runs: $runs" 'Use: tests/fuzz.sh [RUNS] [TARGET...]' >&2; exit 2; }
targets=("${@:2}")
[[ ${#targets[@]} -gt 0 ]] || targets=(cookies head json multipart stripe)

cmake/setup.sh test fuzz
build=build/fuzz
cmake -G Ninja -S . -B "$build" --log-level=WARNING -D CMAKE_BUILD_TYPE=Debug -D ASTERISM_FUZZ=ON \
    -D ASTERISM_PYTHON=OFF -D ASTERISM_EXAMPLES=OFF -D CMAKE_CXX_COMPILER=clang++-14 \
    -D CMAKE_CXX_FLAGS='-fsanitize=address,undefined -fno-sanitize-recover=all -fsanitize=fuzzer-no-link' \
    -D CMAKE_CXX_FLAGS_DEBUG='-O1 -g1'
cmake --build "$build" --target "${targets[@]/#/fuzz_}"

status=0
for target in "${targets[@]}"; do
    mkdir -p "$build/corpus/$target" "$build/found"
    echo "== $target"
    "$build/tests/fuzz/fuzz_$target" -runs="$runs" -max_len=2048 -timeout=5 -rss_limit_mb=512 \
        -artifact_prefix="$build/found/$target-" -print_final_stats=1 -verbosity=0 \
        "$build/corpus/$target" "tests/fuzz/corpus/$target" || status=1
done
exit $status
