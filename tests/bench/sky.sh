#!/usr/bin/env bash
# Measures what the sky's answers cost and how true they are, this checkout's, optimised, and those of three other
# libraries, all in one run of a minute or two.
#
#   tests/bench/sky.sh             prints the tables
#   tests/bench/sky.sh --write     puts them into libcore/sky/README.md as well
#   tests/bench/sky.sh --check     ours alone, with what is too slow or too far from the truth
#
# Exit: 0 all limits kept · 1 one is missed · 2 wrong use · others as cmake/setup.sh has them
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
case ${1:-} in
'' | --write | --check) ;;
*)
    echo 'Usage: tests/bench/sky.sh [--write|--check]' >&2
    exit 2
    ;;
esac
cmake/setup.sh test
build=build/bench
cmake -G Ninja -S . -B "$build" -C cmake/release.cmake -D ASTERISM_TESTS=ON -D ASTERISM_PYTHON=OFF \
    -D ASTERISM_EXAMPLES=OFF --log-level=WARNING >/dev/null
cmake --build "$build" --target sky_bench >&2
bench=$build/tests/bench/sky_bench
sky=tests/bench/sky
if [[ ${1:-} == --check ]]; then exec "$bench" --check; fi

tests/peers/install.sh "$build/sky_peers" "$sky"
scratch=$(mktemp -d /tmp/asterism-sky-bench.XXXXXX)
trap 'rm -rf "$scratch"' EXIT
status=0
"$bench" --check >"$scratch/asterism.csv" || status=1
"$bench" --questions >"$scratch/questions.csv"
for peer in astronomy-engine suncalc pyephem; do
    if [[ $peer == pyephem ]]; then
        /usr/bin/python3 -B "$sky/peers.py" "$scratch/questions.csv" >"$scratch/answers.csv"
    else
        ASTERISM_SKY_PEERS=$root/$build/sky_peers node "$sky/peers.mjs" "$peer" "$scratch/questions.csv" \
            >"$scratch/answers.csv"
    fi
    grep -v '^answer,' "$scratch/answers.csv" >"$scratch/$peer.csv"
    "$bench" --errors-of "$scratch/answers.csv" >>"$scratch/$peer.csv"
done
python3 -B "$sky/tables.py" "$scratch" ${1:+libcore/sky/README.md}
exit $status
