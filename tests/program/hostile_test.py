"""Every route there is, with values that nobody means well by: on both databases each gets one clear
answer that is not an error of the server's. Seeded: what fails, fails again."""
import json
import pathlib
import random
import re
import unittest
import urllib.parse

from program import UNLIMITED, Browser, Program, fresh_postgresql

ROUTES = pathlib.Path(__file__).parent.parent / "http" / "routes.golden.txt"
PASSWORD = "Correct.Horse7"
TRIES = 4  # a route
# Routes after which there is nobody left to ask as, and files that are not text.
SPARED = {"log_out", "delete_account", "end_other_sessions", "remove_account", "set_role", "lock_account"}
# Nobody is set up to be asked, here.
ALONE = {"ASTERISM_WEATHER__SERVICE": "none"}
AWAY = {"directions_off", "weather_unavailable"}

VALUES = [
    "", " ", "\0", "a\0b", "\ud800", "\ufffe", "\u202e", "٣", "x" * 3000, "😀" * 100, "\r\nX: y", "<script>", "' OR 1=1 --",
    "%", "%00", "../../etc/passwd", "http://[::1", "a@b", "null", "true", "NaN", "Infinity", "1e400", "1" * 400,
    "1,2", "91,181", "-90,180", "2026-13-45", "9999-12-31T23:59:59.999999Z", "0000-00-00", "-9999-01-01",
    -1, 0, 1, 2**31, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**23, 1e308, 1e-320, 1.5, -0.0, True, None,
    [], {}, [[]], ["\0"], [1, "a"], {"a": 1}]
SEGMENTS = [1, 1, 1, 2, 3, -1, 0, 2**63 - 1, 2**63, "abc", "%", "\0", "é", "x" * 300, "..", "1;", "boss", "joe"]
# What the other surfaces call their fields; they are told apart by nobody here.
WORDS = """bbox bortle cartvalue cursor em_cd email_address error firstname lastname lat limit lng message min_rating name near
    newsletter order_identifier ordering page pageUrl password promo_code quantity radius reason remember_me search session_id
    sku_id sort term token type url username version""".split()
BODIES = [b"", b"\xff\xfe", b"[]", b"null", b"{", b'{"a":1}x', b'"' * 1000]


def as_bytes(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "surrogatepass")


def plausible(schema, rng):
    """Something that such a field may hold."""
    if "enum" in schema:
        return rng.choice(schema["enum"])
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "array":
        return [plausible(schema.get("items", {}), rng)]
    if kind == "object":
        return {name: plausible(each, rng) for name, each in schema.get("properties", {}).items()}
    words = {"date-time": "2026-11-27T00:00:00Z", "date": "2026-11-27", "email": "a@example.org"}
    return {"integer": rng.choice([1, 2, 3]), "number": rng.choice([1.0, 47.1, 8.2]),
            "boolean": True}.get(kind, words.get(schema.get("format"), "word"))


def form(fields):
    parts = (b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), as_bytes(value))
             for name, value in fields.items())
    return b"".join(parts) + b"--B--\r\n"


class Interface:
    """What each operation takes, as the server itself says."""

    def __init__(self, browser):
        self.bodies, self.queries = {}, {}
        for path in browser.ask("GET", "/v1/openapi.json").json["paths"].values():
            for operation in path.values():
                name = operation["operationId"]
                for content in operation.get("requestBody", {}).get("content", {}).values():
                    self.bodies.setdefault(name, {}).update(content["schema"].get("properties", {}))
                self.queries.setdefault(name, {}).update(
                    {each["name"]: each["schema"] for each in operation.get("parameters", []) if each["in"] == "query"})

    def request(self, surface, verb, path, case, rng):
        target = re.sub(r"\{[^}]*\}", lambda _: urllib.parse.quote(as_bytes(rng.choice(SEGMENTS)), safe=""), path)
        strange = {} if surface == "native" else {name: {} for name in rng.sample(WORDS, 5)}
        query = {**self.queries.get(case, {}), **strange}
        pairs = [(name, as_bytes(plausible(schema, rng) if rng.random() < 0.4 else rng.choice(VALUES)))
                 for name, schema in query.items() if rng.random() < 0.6]
        if pairs:
            target += "?" + urllib.parse.urlencode(pairs + (pairs if rng.random() < 0.05 else []))
        if verb == "GET":
            return target, None, {}
        fields = {**self.bodies.get(case, {}), **strange}
        worst = rng.choice(list(fields)) if fields else None
        given = {name: rng.choice(VALUES) if name == worst or rng.random() < 0.1 else plausible(schema, rng)
                 for name, schema in fields.items() if rng.random() < 0.9}
        kind, body = rng.choice([
            ("application/json", json.dumps(given).encode()), ("application/json", json.dumps(given).encode()),
            ("application/x-www-form-urlencoded",
             urllib.parse.urlencode([(name, as_bytes(value)) for name, value in given.items()]).encode()),
            ("multipart/form-data; boundary=B", form(given)), ("application/json", rng.choice(BODIES))])
        return target, body, {"Content-Type": kind}


class Hostile:
    """Asked by a visitor, by somebody, and by an operator; the classes below say on which database."""

    def test_nothing_breaks_the_server(self):
        rng = random.Random(5)
        with Program("--demo", database=self.database(), env={**UNLIMITED, **ALONE}, patience=120) as site:
            people = {"": Browser(site.port), "joe": Browser(site.port), "boss": Browser(site.port)}
            for name, role in (("joe", "user"), ("boss", "admin")):
                made = site.run("user", "add", name, "--email", f"{name}@example.org", "--role", role,
                                "--password-stdin", stdin=PASSWORD + "\n")
                self.assertEqual(made.returncode, 0, made.stderr)
            interface = Interface(people[""])
            for line in ROUTES.read_text().splitlines():
                surface, verb, path, case = line.split()[:4]
                if case in SPARED or path.endswith(".zip"):
                    continue
                for name in ("joe", "boss"):
                    self.sign_in(people[name], name)
                for _ in range(TRIES):
                    name = rng.choice(["", "joe", "boss", "boss"])
                    target, body, headers = interface.request(surface, verb, path, case, rng)
                    self.judge(people[name].ask(verb, target, body, headers=headers), verb, target, body)
            self.assertEqual(people[""].ask("GET", "/readyz").status, 200)

    def sign_in(self, browser, name):
        if browser.ask("GET", "/v1/accounts/me").status != 200:
            got = browser.ask("POST", "/v1/sessions", {"identifier": name, "password": PASSWORD})
            self.assertEqual(got.status, 200, got.body)

    def judge(self, answer, verb, target, body):
        what = f"{verb} {target[:300]} {(body or b'')[:500]} -> {answer.status} {answer.body[:300]}"
        if answer.status == 503:
            self.assertIn(answer.json["code"], AWAY, what)
        else:
            self.assertLess(answer.status, 500, what)
        if answer.status >= 400 and target.startswith("/v1/"):
            self.assertRegex(answer.json["code"], r"^[a-z_]+$", what)
            self.assertTrue(answer.json["title"].endswith("."), what)


class OnSqlite(Hostile, unittest.TestCase):
    def database(self):
        return ""


class OnPostgresql(Hostile, unittest.TestCase):
    def database(self):
        return fresh_postgresql()


if __name__ == "__main__":
    unittest.main()
