#!/usr/bin/env bash
# A private PostgreSQL for the tests: in a folder of its own, reached through a socket in that folder
# and through nothing else, so that it meets neither the network nor a server you already have.
#
#   dir=$(mktemp -d /tmp/asterism.XXXXXX)
#   export ASTERISM_TEST_POSTGRESQL=$(tests/postgres.sh start "$dir")    prints the database's address
#   tests/postgres.sh stop "$dir"                                        leaves the folder empty
#
# `start-lasting` starts one whose commits last, as a shop's do: for measuring.
#
# Exit: 0 done · 2 wrong use · 3 no PostgreSQL here · 8 the server did not start
set -euo pipefail
unset "${!PG@}"  # what you set for your own servers is none of ours

# Three short lines: what happened, why, what to do. Then leave.
trouble() {
    printf '%s\n' "${@:2}" >&2
    exit "$1"
}

# Debian keeps the server's programs out of PATH, one folder a version.
find_binaries() {
    local place
    for place in "$(pg_config --bindir 2>/dev/null || true)" /usr/lib/postgresql/*/bin; do
        if [[ -x $place/initdb && -x $place/pg_ctl ]]; then
            echo "$place"
            return
        fi
    done
    trouble 3 'No PostgreSQL server is installed.' 'The tests run on it as well as on SQLite.' \
        'Run: cmake/setup.sh test'
}

# PostgreSQL refuses to run as root: hand the folder to an ordinary account and act as that one.
act_as_ordinary() {
    as_owner=()
    [[ $EUID -eq 0 ]] || return 0
    local account=nobody
    if id -u postgres >/dev/null 2>&1; then account=postgres; fi
    chown "$account" "$dir"
    as_owner=(setpriv "--reuid=$account" "--regid=$(id -g "$account")" --clear-groups env HOME="$dir")
}

# Where it is installed, in the template: every database of the tests is made with it.
make_postgis() {
    "${as_owner[@]}" "$1/psql" -qX -v ON_ERROR_STOP=1 -h "$dir" -p 5432 -U asterism template1 >>initdb.log 2>&1 <<'END'
SELECT 'CREATE EXTENSION postgis' FROM pg_available_extensions WHERE name = 'postgis' \gexec
END
}

bring_up() {
    "${as_owner[@]}" "$1/initdb" --no-sync -A trust -U asterism -E UTF8 --locale=C -D data >initdb.log 2>&1 &&
        cat settings >>data/postgresql.conf &&
        "${as_owner[@]}" "$1/pg_ctl" start -s -w -D data -l data/server.log >>initdb.log 2>&1 &&
        make_postgis "$1" &&
        "${as_owner[@]}" "$1/createdb" -h "$dir" -p 5432 -U asterism asterism_test >>initdb.log 2>&1
}

start() {
    # The kernel cuts a socket's name at 107 bytes, and the server adds its own 20.
    [[ ${#dir} -le 80 && $dir =~ ^[A-Za-z0-9/._-]+$ ]] || trouble 2 "Folder not usable: $dir" \
        'A socket needs a short and plain path.' 'Take one like: mktemp -d /tmp/asterism.XXXXXX'
    [[ -d $dir && -z $(ls -A "$dir") ]] || trouble 2 "Not an empty folder: $dir" \
        'A cluster starts from nothing.' 'Take one like: mktemp -d /tmp/asterism.XXXXXX'
    local binaries
    binaries=$(find_binaries)
    act_as_ordinary
    cd "$dir"  # the account may have no right to the caller's folder

    # Nothing here outlives a test run, so nothing needs to survive a power cut.
    cat >settings <<END
listen_addresses = ''
port = 5432
unix_socket_directories = '$dir'
fsync = $lasting
synchronous_commit = $lasting
full_page_writes = $lasting
shared_buffers = 64MB
END
    if ! bring_up "$binaries"; then
        cat initdb.log data/server.log >&2 2>/dev/null || true
        stop
        trouble 8 'The test database did not start.' 'Its own words stand above.' \
            'Without them: is the disk full, or the folder mounted read-only?'
    fi
    echo "postgresql:///asterism_test?host=$dir&port=5432&user=asterism"
}

stop() {
    [[ -f $dir/settings ]] || return 0  # never started here, or stopped already
    act_as_ordinary
    cd "$dir"
    if [[ -f data/postmaster.pid ]]; then
        "${as_owner[@]}" "$(find_binaries)/pg_ctl" stop -s -m immediate -D data >/dev/null || true
    fi
    rm -rf data settings initdb.log
}

[[ $# -eq 2 && $1 =~ ^(start|start-lasting|stop)$ && -d $2 ]] ||
    trouble 2 'Usage: tests/postgres.sh start|start-lasting|stop FOLDER' \
    'The folder must be there already.' 'Take one like: mktemp -d /tmp/asterism.XXXXXX'
dir=$(cd "$2" && pwd)
lasting=off
if [[ $1 == start-lasting ]]; then lasting=on; fi
"${1%-lasting}"
