"""Proves that house_test.py sees: plants one sin after the other in a copy of the tree and awaits the complaint."""
import pathlib
import shutil
import sys
import tempfile

import house_test

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
SINS = [  # file, its text, what has to be complained of
    ("libcore/base/planted.hpp", '#include "libcore/sky/types.hpp"', "may not include libcore/sky"),
    ("libcore/sky/planted.hpp", '#include "libcore/mail/types.hpp"', "may not include libcore/mail"),
    ("libcore/accounts/planted.cpp", '#include "libcore/shop/types.hpp"', "may not include libcore/shop"),
    ("libcore/accounts/planted.cpp", '#include "libcore/catalogue.hpp"', "may not include libcore/catalogue"),
    ("libcore/stray/planted.hpp", "#pragma once", "lies in a folder"),
    ("shells/app/planted.cpp", '#include "shells/store/db.hpp"', "may not include shells/store"),
    ("shells/cli/planted.cpp", '#include "shells/http/server.hpp"', "may not include shells/http"),
    ("shells/http/dialects/planted.cpp", '#include "shells/http/gate.hpp"', "may not include shells/http/gate"),
    ("shells/http/dialects/planted.cpp", '#include "shells/http/dialects/other.hpp"', "may not include shells/http/dial"),
    ("shells/http/planted.cpp", '#include "server.hpp"', "other than from the root"),
    ("shells/http/planted.cpp", "#include <boost/beast/http.hpp>", "belongs to shells/http/head_parser.cpp"),
    ("shells/http/planted.cpp", "#include <boost/asio.hpp>", "belongs to shells/http/server.cpp"),
    ("shells/http/planted.cpp", "#include <openssl/sha.h>", "belongs to shells/outside, shells/http/tls"),
    ("shells/app/planted.cpp", "#include <soci/soci.h>", "belongs to shells/store"),
    ("libcore/base/planted.cpp", "#include <boost/json.hpp>", "nothing but the standard library"),
    ("libcore/base/planted.cpp", "#include <unistd.h>", "nothing but the standard library"),
    ("libcore/sky/planted.cpp", "auto now = std::chrono::system_clock::now();", "the core has no clock"),
    ("libcore/sky/planted.cpp", "std::random_device dice;", "the core has no clock"),
    ("libcore/sky/planted.cpp", 'auto where = getenv("HOME");', "the core has no clock"),
    ("libcore/sky/planted.cpp", "#include <mutex>", "the core has no clock"),
    ("shells/app/planted.cpp", "#include <regex>", "std::regex"),
    ("shells/store/planted.cpp", 'db.run("SELECT id FROM place WHERE name = " + name);', "builds SQL"),
    ("shells/store/planted.cpp", 'auto q = fmt::format("DELETE FROM {}", table);', "builds SQL"),
    ("shells/store/planted.cpp", 'sql += " WHERE owner = 3";', "builds SQL"),
    ("shells/store/planted.cpp", 'std::string q = "UPDATE place "\n    "SET name = ?";', "builds SQL"),
    ("shells/store/planted.cpp", 'constexpr auto all = "SELECT * FROM place";\nrun(all + clause);', "builds SQL"),
    ("shells/store/planted.cpp", 'db << R"(insert into place values ()" << name;', "builds SQL"),
    ("shells/http/planted.cpp", 'db.run("select id from place");', "holds SQL outside the store"),
    ("shells/app/planted.cpp", "\n" * 301, "is too long"),
    ("shells/cli/main.cpp", "\n" * 81, "is too long"),
    ("tests/planted.sh", "# TO" "DO: later", "leaves work for later"),
    ("cmake/planted.cmake", "set(x /ho" "me/ann/x)", "somebody's machine"),
]
FINE = [  # what looks like a sin and is none
    ("libcore/sky/planted.cpp", "// not system_clock::now(), and no getenv\nconst int thousand = 1'000;"),
    ("libcore/badges/planted.cpp", '#include <vector>\n\n#include "libcore/places/types.hpp"'),
    ("shells/http/dialects/planted.cpp", '#include "shells/http/dialects/planted/a.hpp"'),
    ("shells/http/dialects/planted/b.cpp", '#include "shells/http/dialects/planted/a.hpp"'),
    ("shells/http/head_parser.cpp", "#include <boost/beast/http.hpp>"),
    ("shells/cli/main.cpp", '#include "shells/http/server.hpp"'),
    ("shells/store/planted.cpp", 'auto q = postgres ? "SELECT a FROM b" : "SELECT c "\n    "FROM d";\nrun(q, x + y);'),
    ("shells/http/planted.cpp", 'const char* text = "Select a place from the list, or update it.";'),
]


def complaints_with(root, path, text):
    """What is said about the file while it is there; the tree is as before afterwards."""
    file = root / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    said = [line for line in house_test.complaints(root) if line.startswith(f"{path}: ")]
    file.write_bytes(before) if before is not None else file.unlink()
    return said


with tempfile.TemporaryDirectory() as copy:
    house = pathlib.Path(copy, "house")
    shutil.copytree(ROOT, house, ignore=lambda _, names: [name for name in names if name in house_test.NOT_OURS])
    wrong = [line for line in house_test.complaints(house) if line not in house_test.TOLERATED]
    for path, text, complaint in SINS:
        if not any(complaint in line for line in complaints_with(house, path, text)):
            wrong.append(f"not seen in {path}: {text.strip() or 'its length'}")
    for path, text in FINE:
        wrong += complaints_with(house, path, text)
print(*wrong, sep="\n")
print(f"{len(SINS)} sins planted, {len(FINE)} innocents, {len(wrong)} wrong")
sys.exit(bool(wrong))
