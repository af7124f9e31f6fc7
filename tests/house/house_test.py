"""Keeps the house in order: who may include whom, what the core may not know, where SQL lives, how long files grow."""
import os
import pathlib
import re
import sys

# A module of the core may include those on lower levels, never its neighbours.
LEVELS = (["base"], ["mail", "media", "audit", "telemetry", "sky"], ["accounts"],
          ["community", "crm", "dining"], ["places", "library", "shop"], ["badges"])
CORE_AND_APP = ["libcore", "shells/app"]
MAY_INCLUDE = {  # folder -> what of ours it may name beside itself
    "libcore": ["libcore"],  # the lists of all modules lie at the top
    **{f"libcore/{module}": [f"libcore/{below}" for lower in LEVELS[:height] for below in lower]
       for height, level in enumerate(LEVELS) for module in level},
    "shells/app": ["libcore"],
    **{f"shells/{folder}": CORE_AND_APP for folder in ("store", "http", "outside", "worker", "cli")},
    "shells/http/dialects": ["libcore/base", *(f"shells/http/{x}.hpp" for x in ("routes", "limits", "problem", "message"))],
    "bindings/python": [*CORE_AND_APP, "shells/store", "shells/outside"],
    "examples/embed": ["libcore"],
    "examples/serve": ["libcore", "shells"],
    "examples/tonight": ["libcore"],
}
APART = ["shells/http/dialects"]  # here x.cpp and the files of x/ include one another and no others
COMPOSE = ["shells/cli/compose", "shells/cli/serve"]  # may include everything, as any main.cpp
ONLY_IN = {  # other people's headers -> the places that may name them; the longest name counts
    ("boost/asio",): ["shells/http/server.cpp", "shells/http/socket.hpp"],
    ("boost/beast",): ["shells/http/head_parser.cpp"],
    ("boost/",): ["shells", "bindings"],
    ("fmt/",): ["shells"],
    ("soci/", "sqlite3", "libpq", "postgresql/"): ["shells/store"],
    ("archive", "argon2", "brotli/", "curl/", "date/", "png", "seccomp", "tiffio", "vips/", "zlib"): ["shells/outside"],
    ("openssl/",): ["shells/outside", "shells/http/tls"],
    ("CLI/", "toml++/"): ["shells/cli"],
    ("pybind11/",): ["bindings"],
}
IMPURE = re.compile(  # in the core time, chance and the world come in as parameters
    r"\b(\w+_clock::now|clock_gettime|gettimeofday|std::time\b|random_device|s?rand\s*\(|getenv|environ|thread_local|"
    r"std::(cout|cerr|clog|cin|j?thread|async|filesystem|\w*mutex|condition_variable)|printf\b|fopen)|"
    r"#\s*include\s*<(iostream|[io]?fstream|filesystem|j?thread|future|\w*mutex|condition_variable|random|ctime)>")
STATEMENT = (r"^\s*(SELECT\s[^;]*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|"
             r"(CREATE|ALTER|DROP)\s+TABLE)\b")
SQL = re.compile(f"{STATEMENT}|{STATEMENT.lower()}")  # but no sentence that begins with Select
PIECE = re.compile(  # inside the store, a part of one
    r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|VALUES|JOIN|RETURNING|LIMIT|(ORDER|GROUP) BY|CREATE|ALTER|DROP)\b")
GLUE_BEFORE = re.compile(r"(\+=?|\b(format|format_to|print|s?n?printf|append|concat|join|insert|replace)\s*\([^();]*|"
                         r"\bstd::string(\s+\w+\s*=?)?\s*[({]?)\s*$")
GLUE_AFTER = re.compile(r"\s*(\+|<<|s\b)")
COUNTED = {".cpp", ".hpp", ".py", ".sh", ".ts", ".tsx"}
TEXT = COUNTED | {".cmake", ".txt", ".in", ".md", ".sql", ".toml", ".html", ".css", ".json", ".yml", ".pyi", ""}
UNWANTED = {  # written so that this file does not complain of itself
    "leaves work for later": re.compile(r"\b(TO[D]O|FIX[M]E)\b"),
    "names a folder of somebody's machine": re.compile(r"(?<![\w.])/(wor[k]|far[m]|hom[e]/\w+|User[s]/\w+|roo[t])/"),
}
NOT_OURS = {".git", "build", "dist", "node_modules", "__pycache__", ".venv", "package-lock.json", "LICENSE"}
PRINTED = {"bindings/python/asterism/views.py"}  # by asterism_stubs, which a test compares: nobody reads it through
TOLERATED = []  # complaints we live with for a while, word for word; one that is gone has to leave the list too

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
OURS = ("libcore/", "shells/", "bindings/", "examples/")
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>\w*)\((?P<raw>.*?)\)(?P=mark)"|'
                   r'"(?P<text>(?:\\.|[^"\\\n])*)"|(?<!\w)\'(?:\\.|[^\'\\\n]){1,8}\'', re.S)


def within(path, places):
    return any(path == place or path.startswith((place + "/", place + ".")) for place in places)


def longest(names, path):
    return max((name for name in names if path.startswith(name)), key=len, default="")


def take_strings_out(source):
    """The code without comments and strings, and the strings as [place, text]; neighbours are one string."""
    code, strings, done = "", [], 0
    for token in TOKEN.finditer(source):
        code, done = code + source[done:token.start()], token.end()
        text = token["raw"] if token["raw"] is not None else token["text"]
        if text is None:
            code += " "
        elif strings and not code[strings[-1][0]:].strip():
            strings[-1] = [len(code), strings[-1][1] + text]
        else:
            strings.append([len(code), text])
    return code + source[done:], strings


def wrong_includes(path, source):
    folder = longest([f"{name}/" for name in MAY_INCLUDE], path)[:-1]
    if not folder or (folder == "libcore" and path.count("/") > 1):
        yield "lies in a folder that the table of arrows does not know"
        return
    own = re.match(rf"{folder}/\w+", path)[0] if folder in APART else folder
    allowed = [own, *MAY_INCLUDE[folder]]
    if path.endswith("/main.cpp") or within(path, COMPOSE):
        allowed = [top[:-1] for top in OURS]
    for bracket, name in INCLUDE.findall(source):
        places = ONLY_IN.get(max(ONLY_IN, key=lambda names: len(longest(names, name))))
        if name.startswith(OURS):
            if not within(name, allowed):
                yield f"may not include {name}"
        elif bracket == '"' and not name.startswith("embedded/"):
            yield f"spells {name} other than from the root"
        elif folder.startswith("libcore") and bracket == "<" and not re.fullmatch("[a-z_]+", name):
            yield f"includes {name}: the core needs nothing but the standard library"
        elif longest(sum(ONLY_IN, ()), name) and not within(path, places):
            yield f"includes {name}, which belongs to {', '.join(places)}"


def wrong_sql(path, code, strings):
    for place, text in strings:
        shown = " ".join(text.split())[:40]
        before, after = code[max(0, place - 200):place], code[place:place + 9]
        name = re.search(r"\b(\w+)\s*[={]\s*$", before)  # a constant that is glued elsewhere
        glued = name and re.search(rf"\b{name[1]}\s*\)?\s*\+|\+=?\s*(std::string\s*[({{])?{name[1]}\b", code)
        if not path.startswith("shells/store/"):
            if SQL.search(text):
                yield f'holds SQL outside the store: "{shown}"'
        elif (SQL.search(text) or PIECE.search(text)) and (
                GLUE_BEFORE.search(before) or GLUE_AFTER.match(after) or glued):
            yield f'builds SQL from strings: "{shown}"'


def judge(path, source):
    suffix, lines = pathlib.PurePath(path).suffix, source.count("\n")
    if path.startswith(OURS) and suffix in (".cpp", ".hpp"):
        code, strings = take_strings_out(source)
        yield from wrong_includes(path, source)
        yield from wrong_sql(path, code, strings)
        if path.startswith("libcore/") and (word := IMPURE.search(code)):
            yield f"{word[0]}: the core has no clock, dice, console, files or threads of its own"
    if suffix in (".cpp", ".hpp") and re.search(r"std::regex\b|#\s*include\s*<regex>", source):
        yield "uses std::regex, which is slow and overflows the stack on long input"
    if suffix in COUNTED and path not in PRINTED and lines > (80 if path.endswith("/main.cpp") else 300):
        yield f"is too long: {lines} lines"
    yield from (f"{deed}: {found[0]}" for deed, words in UNWANTED.items() if (found := words.search(source)))


def complaints(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted({*folders} - NOT_OURS)
        for file in (pathlib.Path(folder, name) for name in sorted({*names} - NOT_OURS)):
            if file.suffix in TEXT and file.is_file():
                path = file.relative_to(root).as_posix()
                yield from (f"{path}: {what}" for what in judge(path, file.read_text(errors="replace")))


if __name__ == "__main__":
    found = list(complaints(sys.argv[1] if len(sys.argv) > 1 else "."))
    wrong = [line for line in found if line not in TOLERATED]
    wrong += [f"no longer true, take it from TOLERATED: {line}" for line in TOLERATED if line not in found]
    print(*wrong, sep="\n")
    sys.exit(bool(wrong))
