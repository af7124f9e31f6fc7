#!/usr/bin/env bash
# Puts this checkout, optimised, under the loads it has to bear: slow clients, idle ones, too many
# logins, too many requests, many uploads; the first two over TLS as well. All on loopback and bounded; takes about
# nine minutes. The machine should be quiet. Prints a table a scene; ends with 1 if a figure is worse
# than it should be.
#
#   load.sh [SCENE...]      CONNECTIONS (10000) and SECONDS_EACH (60) may be set in the environment
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
cmake/setup.sh test
build=build/bench
cmake -G Ninja -S . -B "$build" -C cmake/release.cmake -D ASTERISM_TESTS=ON -D ASTERISM_PYTHON=OFF \
    -D ASTERISM_EXAMPLES=OFF --log-level=WARNING >/dev/null
cmake --build "$build" --target asterism load_bench
ulimit -n "$(ulimit -Hn)"
status=0
scenes=("$@")
[[ $# -gt 0 ]] || scenes=(slow 'slow --tls' idle 'idle --tls' logins overload uploads)
for scene in "${scenes[@]}"; do
    # shellcheck disable=SC2086  # a scene may have words of its own
    "$build/tests/bench/load_bench" "$build/shells/asterism" $scene \
        --connections "${CONNECTIONS:-10000}" --seconds "${SECONDS_EACH:-60}" || status=1
done
exit $status
