#!/usr/bin/env bash
# Installs what the tests' peers need into a folder of the build, exactly as the lock file says.
#
#   tests/peers/install.sh FOLDER [LISTS]     LISTS: where package.json and its lock file lie, here if not told
#
# Does nothing where that was done before. Exit: 0 done · 2 wrong use · 8 the registry failed
set -euo pipefail

if [[ $# -ne 1 && $# -ne 2 ]]; then
    printf '%s\n' 'Usage: tests/peers/install.sh FOLDER [LISTS]' >&2
    exit 2
fi
here=$(cd "${2:-$(dirname "${BASH_SOURCE[0]}")}" && pwd)
mkdir -p "$1"
cd "$1"
if [[ -d node_modules ]] && cmp -s "$here/package-lock.json" installed-lock.json; then exit 0; fi
cp "$here/package.json" "$here/package-lock.json" .
if ! npm ci --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved >&2; then
    printf '%s\n' 'Could not install the peers of the tests.' \
        "npm failed; its own words stand above." 'Check the network, then run this again.' >&2
    exit 8
fi
cp package-lock.json installed-lock.json
