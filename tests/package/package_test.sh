#!/usr/bin/env bash
# package_test.sh BUILD CMAKE COMPILER FLAGS LIBDIR: what was built can be installed, moved and used by
# programs that know nothing of this tree: by find_package and by pkg-config.
set -euo pipefail

build=$1 cmake=$2 compiler=$3 flags=$4 libdir=$5
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/asterism package.XXXXXX")  # the blank is on purpose
trap 'rm -rf "$scratch"' EXIT

"$cmake" --install "$build" --prefix "$scratch/first" --component asterism_core >"$scratch/install.log"
mv "$scratch/first" "$scratch/moved"  # whatever still points to the first place fails below
prefix=$scratch/moved

if grep -rlF -e "$build" -e "$scratch/first" "$prefix/$libdir/cmake" "$prefix/$libdir/pkgconfig"; then
    echo 'The files above name a folder of this machine.'
    exit 1
fi

echo '-- find_package'
"$cmake" -S "$here/outside" -B "$scratch/build" -D CMAKE_PREFIX_PATH="$prefix" -D CMAKE_BUILD_TYPE=Debug \
    -D CMAKE_CXX_COMPILER="$compiler" -D CMAKE_CXX_FLAGS="$flags" -D CMAKE_FIND_USE_PACKAGE_REGISTRY=OFF >"$scratch/log"
"$cmake" --build "$scratch/build" >"$scratch/log" || { cat "$scratch/log"; exit 1; }
"$scratch/build/outside"

echo '-- pkg-config'
export PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
eval "words=($(pkg-config --cflags --libs asterism))"  # pkg-config quotes blanks for a shell to read
# shellcheck disable=SC2086  # the flags are words
"$compiler" -std=c++20 $flags "$here/outside/main.cpp" "${words[@]}" -o "$scratch/by-pkg-config"
"$scratch/by-pkg-config"
