"""Whatever strangers send to any address of the surface: an answer that says so, never a failure of ours."""
import pathlib
import random
import re

from starview_case import Case
from starview_site import PASSWORD

ROUTES = pathlib.Path(__file__).parent.parent / "http" / "routes.golden.txt"
IDS = ["1", "0", "-1", "one", "1.5", "9" * 19, "9" * 40, "%F0%9F%8C%8C", "%27%20OR%201=1--", "loc_1", "rev_", "_", "%2e%2e", "a" * 300]
VALUES = [None, True, 0, -1, 1.5, 10 ** 30, 1e308, "", " ", "x", "1", "x" * 3000, "\u202e", "\U0001f30c", "'; DROP TABLE place; --",
          "<script>alert(1)</script>", "%s%n", "../../etc/passwd", [], [[]], [1] * 50, {}, {"id": 1}, ["x", None]]
KEYS = ["name", "latitude", "longitude", "elevation", "location_type", "rating", "comment", "content", "vote_type", "report_type",
        "description", "location_id", "nickname", "is_helpful", "pinned_badge_ids", "bio", "location", "first_name", "last_name",
        "new_username", "new_email", "current_password", "new_password", "unit_preference", "language_preference", "username",
        "email", "password", "password1", "password2", "next", "remember_me", "images"]
QUERIES = ["page", "sort", "search", "type", "minRating", "maxBortle", "near", "radius", "bbox", "lat", "lng", "limit", "cursor", "mine",
           "start_date", "end_date", "days", "origin", "destination", "key_dates_only", "process", "code", "state"]
RAW = [b"", b"{", b"null", b"[1,2]", b'{"a":"\\u0000"}', b'{"a":"\\ud800"}', b"\xff\xfe", b'{"rating":1e999}', b"[" * 60, b"{}" * 2]
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain", ""]


def routes():
    """Every row of the surface: verb and path."""
    rows = [line.split() for line in ROUTES.read_text().splitlines() if line.startswith("starview ")]
    return [(row[1], row[2]) for row in rows]


class Strangers(Case):
    people = ("ada",)

    def setUp(self):
        self.dice = random.Random(5)
        self.seen = {}

    def judge(self, got, what):
        self.assertLess(got.status, 500, f"{what}: {got!r}")
        for word in (b"SQLITE", b"sqlite3", b"libpq", b"SELECT ", b"soci", b"boost", b".cpp"):
            self.assertNotIn(word, got.body, what)
        self.seen[got.status] = self.seen.get(got.status, 0) + 1

    def who(self):
        """Somebody signed in, again and again: some of what is tried ends a session."""
        person = self.site.visitor()
        self.told(person.log_in("stranger", PASSWORD), 200)
        return person

    def filled(self, path):
        return re.sub(r"\{\w+\}", lambda _: self.dice.choice(IDS), path)

    def test_numbers_and_names_in_paths(self):
        for verb, path in routes():
            if "{" not in path or "{provider}" in path:
                continue
            for each in IDS:
                where = re.sub(r"\{\w+\}", lambda _: each, path)
                got = self.site.visitor().ask(verb, where)
                self.judge(got, f"{verb} {where}")
        self.assertGreater(self.seen.get(404, 0) + self.seen.get(401, 0), 50)

    def test_bodies_of_all_sorts(self):
        self.site.add("stranger")
        someone = self.who()
        for number, (verb, path) in enumerate(routes()):
            if verb in ("GET", "HEAD") or "/auth/" in path or "password" in path or "username" in path:
                continue
            for _ in range(6):
                fields = self.dice.sample(KEYS, 5)
                got = someone.ask(verb, self.filled(path), {key: self.dice.choice(VALUES) for key in fields})
                self.judge(got, f"{verb} {path}")
            for raw in self.dice.sample(RAW, 3):
                type_ = self.dice.choice(TYPES)
                self.judge(someone.ask(verb, self.filled(path), raw, Content_Type=type_), f"{verb} {path} {raw!r} {type_}")
            if number % 10 == 0 or "logout" in path:
                someone = self.who()

    def test_questions_of_all_sorts(self):
        visitor = self.site.visitor()
        for verb, path in routes():
            if verb != "GET" or "confirm" in path or "callback" in path:
                continue
            for _ in range(5):
                pairs = [f"{key}={self.dice.choice(IDS + ['NaN', '1e999', '1,2', ',', '%00', '2026-02-30', '-'])}"
                         for key in self.dice.sample(QUERIES, 4)]
                where = f"{self.filled(path)}?{'&'.join(pairs)}"
                got = visitor.get(where)
                if got.status != 503:  # what a service of others answers to nonsense
                    self.judge(got, where)
