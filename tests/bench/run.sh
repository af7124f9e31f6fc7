#!/usr/bin/env bash
# Measures this checkout, optimised, against its yardsticks, all in one run: nginx for /livez, bare
# sqlite3 for writes and reads, bare SQL on both databases for pages over a million places and for
# orders; and how long a start takes, how much memory it keeps, how large the program is. Takes ten
# minutes or so; the machine should be quiet. Prints ratios; ends with 1 if one is worse than it
# should be.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
cmake/setup.sh bench
build=build/bench
cmake -G Ninja -S . -B "$build" -C cmake/release.cmake -D ASTERISM_TESTS=ON -D ASTERISM_PYTHON=OFF \
    -D ASTERISM_EXAMPLES=OFF --log-level=WARNING >/dev/null
cmake --build "$build" --target bench
program=$build/shells/asterism
scratch=$(mktemp -d /tmp/asterism-bench.XXXXXX)
server=
database=$(mktemp -d /tmp/asterism-bench-pg.XXXXXX)
trap '[[ -z $server ]] || kill "$server" 2>/dev/null || true; tests/postgres.sh stop "$database" || true
    rm -rf "$scratch" "$database"' EXIT
status=0

echo "== size"
strip -o "$scratch/asterism" "$program"
size=$(stat -c %s "$scratch/asterism")
echo "stripped program: $((size / 1024)) KiB (wanted: under 15 MiB)"
[[ $size -lt $((15 * 1024 * 1024)) ]] || status=1

echo "== start on an existing data folder, and memory when idle"
port=18123
"$program" migrate up --data "$scratch/data" >/dev/null 2>&1
for _ in 1 2 3; do
    begun=$(date +%s%N)
    "$program" serve --listen 127.0.0.1:$port --data "$scratch/data" >/dev/null 2>&1 &
    server=$!
    until (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do sleep 0.001; done
    curl -sf "http://127.0.0.1:$port/readyz" >/dev/null
    took=$((($(date +%s%N) - begun) / 1000000))
    resident=$(awk '/^VmRSS/ {print $2}' "/proc/$server/status")
    echo "first answer after $took ms (wanted: under 150), resident $((resident / 1024)) MiB (wanted: under 40)"
    kill "$server" && wait "$server" || true
    server=
done
[[ $took -lt 150 && $resident -lt 40960 ]] || status=1

echo "== /livez against nginx"
AT_LEAST=0.85 bash tests/bench/livez.sh "http://127.0.0.1:$port/livez" \
    "$program" serve --listen 127.0.0.1:$port --data "$scratch/data" || status=1

echo "== writes"
"$build/tests/bench/write_bench" || status=1
echo "== orders on SQLite"
"$build/tests/bench/orders_bench" || status=1
echo "== orders on PostgreSQL"
ASTERISM_TEST_POSTGRESQL=$(tests/postgres.sh start-lasting "$database")
export ASTERISM_TEST_POSTGRESQL
"$build/tests/bench/orders_postgres_bench" || status=1
echo "== reads"
"$build/tests/bench/read_bench" || status=1
echo "== times of refusals"
python3 -B tests/bench/timing.py "$program" || status=1
echo "== limits"
"$build/tests/bench/limit_bench" || status=1
echo "== a million places"
"$build/tests/bench/places_bench" || status=1
exit $status
