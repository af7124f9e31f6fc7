#!/usr/bin/env bash
# Installs what the tests' peers need into a folder of the build, exactly as the lock file says.
#
#   tests/peers/install.sh FOLDER
#
# Does nothing where that was done before. Exit: 0 done · 2 wrong use · 8 the registry failed
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ $# -ne 1 ]]; then
    printf '%s\n' 'Usage: tests/peers/install.sh FOLDER' >&2
    exit 2
fi
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
