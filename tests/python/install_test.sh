#!/usr/bin/env bash
# Installs the package as the README says, into a new environment in a folder with a blank in its
# name, imports it from elsewhere, and looks at what the wheel gives away.
#
#   install_test.sh PYTHON
set -euo pipefail

python=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/asterism.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
environment="$scratch/an environment"
unset PYTHONPATH

"$python" -m venv --system-site-packages "$environment"
cd "$root"
# No index: a package that would have to be fetched is a failure.
"$environment/bin/pip" --disable-pip-version-check --no-cache-dir install --no-index ./bindings/python

cd "$scratch"
"$environment/bin/python" - "$environment" "$root" <<'PYTHON'
import pathlib, sys, tempfile
from importlib import metadata
import asterism

environment, root = sys.argv[1:]
version = asterism.__version__
assert asterism.__file__.startswith(environment), asterism.__file__
assert metadata.version("asterism") == version, version
assert f"asterism VERSION {version} " in (pathlib.Path(root) / "CMakeLists.txt").read_text()
assert 0 <= asterism.sky.moon()["illumination"] <= 1
with tempfile.TemporaryDirectory() as folder, asterism.Library(folder) as library:
    library.register_account(email="ada@example.org", password="Correct-horse!")
    assert library.read_outbox()["items"][0]["to"] == "ada@example.org"

files = {str(file): file.read_binary() for file in metadata.files("asterism")}
for name in ("asterism/__init__.py", "asterism/_asterism.pyi", "asterism/py.typed", "asterism/views.py"):
    assert name in files, name
for name, data in files.items():
    if name.endswith((".so", ".py", ".pyi", "METADATA", "WHEEL")):
        for place in (root, str(pathlib.Path.home()) + "/", "/tmp/"):
            assert place.encode() not in data, f"{name} tells of {place}"
PYTHON
