#!/usr/bin/env bash
# Installs the Debian packages that are missing, and nothing else.
#
#   cmake/setup.sh [build] [test] [bench] [fuzz]        (build when nothing is named)
#
# Made for Debian 12, as root or with sudo. When nothing is missing it asks dpkg once and is done.
# On a system without apt-get it names the packages and goes on if the tools are there.
# Exit: 0 all there · 2 wrong use · 3 not allowed to install · 8 the package archive failed
set -euo pipefail

# A word with bars is a choice: any of them will do, the first is installed if none is there.
build_tools=(g++ cmake ninja-build ccache pkg-config 'mold|lld')
build_libraries=(libboost1.81-dev libboost-json1.81-dev libsoci-dev libsqlite3-dev libpq-dev
    libarchive-dev libargon2-dev libbrotli-dev zlib1g-dev libcrypt-dev libfmt-dev libcli11-dev libcurl4-openssl-dev libssl-dev libtomlplusplus-dev
    libvips-dev libseccomp-dev libtiff-dev libpng-dev libhowardhinnant-date-dev tzdata)
test_tools=(doctest-dev clang-format sqlite3 curl openssl nodejs npm gdal-bin libxml2-utils)
test_python=(python3-dev python3-venv python3-pip pybind11-dev python3-aiosmtpd python3-ephem python3-numpy)
test_database=(postgresql postgresql-15-postgis-3)
bench_tools=(nginx-light wrk)
fuzz_tools=(clang-14 libclang-rt-14-dev)

what=()  # per group of packages: "why|name of its array"
add() {
    case $1 in
    build) what+=('to compile and link|build_tools' 'to link the program with|build_libraries') ;;
    test)
        [[ " ${what[*]-} " == *build_tools* ]] || add build
        what+=('to run and check the tests|test_tools' 'for the Python module and its tests|test_python'
            'as a private database for the tests|test_database')
        ;;
    bench) what+=('to measure against|bench_tools' 'as a private database for the measures|test_database') ;;
    fuzz) what+=('to fuzz with|fuzz_tools') ;;
    *) trouble 2 "Unknown group: $1" 'Packages come in groups, each for one purpose.' \
        'Name one or more of: build test bench fuzz' ;;
    esac
}

# Three short lines: what happened, why, what to do. Then leave.
trouble() {
    printf '%s\n' "${@:2}" >&2
    exit "$1"
}

# Which Debian packages are installed; asked once, since each question costs a few hundredths of a second.
declare -A installed=()
ask_dpkg() {
    local package status
    while read -r status package; do
        [[ $status == installed ]] && installed[$package]=yes
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    # Some editions of Node bring npm along, and then there is no package of that name.
    if command -v npm >/dev/null; then installed[npm]=yes; fi
    # Another edition of the server serves as well, whatever its package is called.
    if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then installed[postgresql]=yes; fi
    if compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; then
        installed[postgresql-15-postgis-3]=yes
    fi
}

is_installed() {
    local choice
    for choice in ${1//|/ }; do
        [[ -n ${installed[$choice]:-} ]] && return 0
    done
    return 1
}

without_apt() {
    local tool absent=()
    for tool in g++ cmake ninja pkg-config; do
        command -v "$tool" >/dev/null || absent+=("$tool")
    done
    [[ ${#absent[@]} -eq 0 ]] || trouble 3 "Not here: ${absent[*]}" \
        'This system has no apt-get, so nothing could be installed.' \
        "Install by its own means what Debian calls: $*"
    echo "setup: no apt-get here; needed is what Debian calls: $*" >&2
}

# Sets `as_root` to the words that go before a command.
become_root() {
    as_root=(env DEBIAN_FRONTEND=noninteractive)
    [[ $EUID -eq 0 ]] && return
    local sudo=(sudo)
    [[ -t 0 ]] || sudo+=(-n)  # nobody is there to type a password
    if ! command -v sudo >/dev/null || ! "${sudo[@]}" true 2>/dev/null; then
        trouble 3 'The packages named above are missing.' \
            'Installing them needs root, and sudo is not open to you.' \
            "As root, once: $0 ${groups[*]}"
    fi
    as_root=("${sudo[@]}" "${as_root[@]}")
}

# Debian starts a database server of its own as soon as the package is there. The tests bring up
# private ones, so that one would only sit on a port: a passing setting keeps it from being made.
drop_in=/etc/postgresql-common/createcluster.d/asterism-setup.conf
without_server() {
    "${as_root[@]}" mkdir -p "${drop_in%/*}"
    trap '"${as_root[@]}" rm -f "$drop_in"' EXIT
    echo 'create_main_cluster = false' | "${as_root[@]}" tee "$drop_in" >/dev/null
}

install() {
    become_root
    if [[ " $* " == *' postgresql'* ]]; then without_server; fi
    local apt=(apt-get -qq -o DPkg::Lock::Timeout=300)  # another installation may be under way
    if ! "${as_root[@]}" "${apt[@]}" update >&2 ||
        ! "${as_root[@]}" "${apt[@]}" install --yes --no-install-recommends "$@" >&2; then
        trouble 8 "Could not install: $*" 'apt-get failed; its own words stand above.' \
            'Check the network and that this is Debian 12, then run this again.'
    fi
}

groups=("${@:-build}")
for group in "${groups[@]}"; do add "$group"; done

needed=()
for row in "${what[@]}"; do
    declare -n packages=${row#*|}
    needed+=("${packages[@]}")
done
if ! command -v apt-get >/dev/null; then
    without_apt "${needed[@]%%|*}"
    exit 0
fi

# shellcheck disable=SC2068  # each name of a choice is a word of its own for dpkg
ask_dpkg ${needed[@]//|/ }
missing=()
for row in "${what[@]}"; do
    declare -n packages=${row#*|}
    absent=()
    for package in "${packages[@]}"; do
        is_installed "$package" || absent+=("${package%%|*}")
    done
    [[ ${#absent[@]} -eq 0 ]] && continue
    echo "setup: missing, needed ${row%|*}: ${absent[*]}" >&2
    missing+=("${absent[@]}")
done
[[ ${#missing[@]} -eq 0 ]] || install "${missing[@]}"
