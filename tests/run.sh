#!/usr/bin/env bash
# The second command of the README: installs what is missing, checks the format, builds, and runs every
# test on SQLite and on a private PostgreSQL. The last line counts them: `N passed, N failed`.
#
#   tests/run.sh              what every submission has to pass
#   tests/run.sh --sanitize   and all of it once more with addresses and undefined behaviour checked
#   tests/run.sh --long       with the tests labelled `long` (simulation, fuzzing, soak)
#
# A step before the tests that fails counts as one failure. Exit: 0 all passed · 1 not · 2 wrong use
set -euo pipefail

sanitize=no
long=no
for word in "$@"; do
    case $word in
    --sanitize) sanitize=yes ;;
    --long) long=yes ;;
    *)
        printf '%s\n' "Unknown word: $word" 'These tests know two.' 'Use: tests/run.sh [--sanitize] [--long]' >&2
        exit 2
        ;;
    esac
done

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}
passed=0
failed=0
skipped=0
broken=()  # steps before the tests
child=
scratch=$(mktemp -d "${TMPDIR:-/tmp}/asterism.XXXXXX")
database=$(mktemp -d /tmp/asterism.XXXXXX)  # a socket's path must be short

# However this ends, nothing keeps running and nothing stays behind.
finish() {
    local status=$?
    trap - EXIT INT TERM
    if [[ -n $child ]]; then
        kill -TERM -- "-$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    tests/postgres.sh stop "$database" || true
    rm -rf "$scratch" "$database"
    [[ $status -lt 128 ]] || exit "$status"
    [[ $skipped -eq 0 ]] || echo "Skipped, and so neither passed nor failed: $skipped"
    [[ ${#broken[@]} -eq 0 ]] || printf 'Failed before the tests: %s\n' "${broken[@]}"
    echo "$passed passed, $failed failed"
    [[ $status -eq 0 && $passed -gt 0 && $failed -eq 0 ]] || exit 1
    exit 0
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs a step that takes long in a process group of its own, so that a signal ends the step at once.
step() {
    setsid "$@" </dev/null &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=
    return "$status"
}

check_format() {
    local tool=clang-format
    if command -v clang-format-14 >/dev/null; then tool=clang-format-14; fi
    # A release without its history has no tracked files: then all there are.
    { git ls-files -z -- '*.cpp' '*.hpp' 2>/dev/null ||
        find libcore shells bindings examples tests \( -name '*.cpp' -o -name '*.hpp' \) -print0; } |
        xargs -0 -r "$tool" --dry-run -Werror
}

broke() {
    broken+=("$1")
    failed=$((failed + 1))
}

# Folder, targets, then the words for cmake.
build() {
    local folder=$1 targets=$2
    shift 2
    step cmake -G Ninja -S . -B "$folder" --log-level=WARNING "$@" || return 1
    # shellcheck disable=SC2086
    step cmake --build "$folder" --target $targets
}

# Runs the tests of a build and adds up what ctest says in its closing lines.
run_tests() {
    local log=$scratch/ctest.log choice=(-LE '^long$')
    [[ $long == no ]] || choice=()
    : >"$log"
    step ctest --test-dir "$1" --output-on-failure --output-log "$log" "${choice[@]}" || true
    local bad=0 all=0 skips
    if [[ $(tail -n 50 "$log") =~ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
        bad=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
    fi
    skips=$(grep -cE '^ *[0-9]+/[0-9]+ Test .*\*\*\*Skipped' "$log" || true)
    passed=$((passed + all - bad - skips)) failed=$((failed + bad)) skipped=$((skipped + skips))
}

# The compiler for the sanitizers: yours, or clang if its runtime is there (it is quicker at it), or g++.
sanitizing_compiler() {
    local choice
    for choice in "${CXX:-}" clang++-14 clang++; do
        if [[ -n $choice ]] && echo 'int main() {}' |
            "$choice" -fsanitize=address,undefined -x c++ - -o "$scratch/probe" 2>/dev/null; then
            echo "$choice"
            return
        fi
    done
    echo g++
}

# What follows goes on after a failure where it can, so that one run tells all there is to tell.
cmake/setup.sh test || { broke 'installing what is missing'; exit 1; }
check_format || broke 'the format check (clang-format -i mends it)'
ASTERISM_TEST_POSTGRESQL=$(tests/postgres.sh start "$database") || { broke 'the test database'; exit 1; }
export ASTERISM_TEST_POSTGRESQL
[[ $long == no ]] || export ASTERISM_TEST_LONG=1

# Tests are compiled more often than they are run: nothing is cheaper than no optimisation, no debug data.
# Each header is compiled alone as well: nobody has to know what to include before it.
if build build/test 'all all_verify_interface_header_sets' -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_FLAGS_DEBUG=-O0; then
    run_tests build/test
else
    broke 'the build'
fi
if [[ $sanitize == yes ]]; then
    if build build/sanitize all -C cmake/asan.cmake -D "CMAKE_CXX_COMPILER=$(sanitizing_compiler)"; then
        run_tests build/sanitize
    else
        broke 'the build with sanitizers'
    fi
fi
