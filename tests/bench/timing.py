"""Whether answers tell by their time what they hide in their words, on the real program: pairs of
requests, interleaved in a random order, compared by the difference of their medians and by the chance
that one of the one kind takes longer than one of the other (0.5: they cannot be told apart).

  timing.py PROGRAM [PAIRS] [--processor]        (200)

With --processor it is the server's processor time that is compared, which others on a busy machine
disturb less than the time that the client waits.

Exit: 0 all alike · 1 not"""
import contextlib
import http.client
import json
import os
import pathlib
import random
import sqlite3
import statistics
import sys
import time

os.environ["ASTERISM_PROGRAM"] = sys.argv[1]
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "program"))
from program import UNLIMITED, Browser, Program  # noqa: E402

PROCESSOR = "--processor" in sys.argv
PAIRS = int(next((word for word in sys.argv[2:] if word.isdigit()), 200))
PASSWORD = "Correct.Horse7"
number = 0


def fresh():
    global number
    number += 1
    return f"somebody{number}"


class Line:
    """One connection, kept, and a clock."""

    def __init__(self, site):
        self.link = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        self.tasks = pathlib.Path(f"/proc/{site.process.pid}/task")

    def seconds(self):
        if not PROCESSOR:
            return time.perf_counter()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in self.tasks.iterdir()) / 1e9

    def timed(self, path, body, status):
        text = json.dumps(body)
        begun = self.seconds()
        self.link.request("POST", path, text, {"Content-Type": "application/json"})
        answer = self.link.getresponse()
        answer.read()
        took = self.seconds() - begun
        assert answer.status == status, (path, body, answer.status)
        return took * 1000


def chance_of_longer(ones, others):
    """The area under the ROC curve, by ranks; ties count half."""
    ranked = sorted([(value, 1) for value in ones] + [(value, 0) for value in others])
    ranks = sum(rank for rank, (_, one) in enumerate(ranked, 1) if one)
    return (ranks - len(ones) * (len(ones) + 1) / 2) / (len(ones) * len(others))


def alike(what, one, other):
    for ask in (one, other):
        ask()
    ones, others = [], []
    for _ in range(PAIRS):
        pair = [(one, ones), (other, others)]
        random.shuffle(pair)
        for ask, kept in pair:
            kept.append(ask())
    medians = statistics.median(ones), statistics.median(others)
    apart = abs(medians[0] - medians[1])
    chance = chance_of_longer(ones, others)
    good = apart <= max(3, 0.06 * max(medians)) and 0.45 <= chance <= 0.55
    print(f"{what}: medians {medians[0]:.1f} and {medians[1]:.1f} ms, chance {chance:.3f}: {'alike' if good else 'TOLD APART'}")
    return good


def surfaces(line):
    def native(name):
        return lambda: line.timed("/v1/sessions", {"identifier": name(), "password": "Wrong.Horse7"}, 401)

    def starview(name):
        return lambda: line.timed("/api/auth/login/", {"username": name(), "password": "Wrong.Horse7"}, 400)

    def register(email):
        return lambda: line.timed("/v1/accounts", {"handle": fresh(), "email": email(), "password": PASSWORD}, 201)

    def reset(path, name):
        return lambda: line.timed(path, {"email": name() + "@example.org"}, 200)

    known, elsewhere = (lambda: "known"), (lambda: "elsewhere")
    yield "log-in, unknown name and wrong password", native(fresh), native(known)
    yield "log-in, account without a password and wrong password", native(elsewhere), native(known)
    yield "the same at Starview's, unknown name", starview(fresh), starview(known)
    yield ("registering, used address and fresh one", register(lambda: "known@example.org"),
           register(lambda: fresh() + "@example.org"))
    for path in ("/v1/accounts/password-reset", "/api/auth/password-reset/", "/v1/accounts/verification/resend"):
        yield f"{path}, unknown address and known one", reset(path, fresh), reset(path, known)


def main():
    env = {**UNLIMITED, "ASTERISM_LOCKOUT__FAILURES": "1000"}
    with Program("--no-worker", env=env) as site:
        for name in ("known", "elsewhere"):
            body = {"handle": name, "email": f"{name}@example.org", "password": PASSWORD}
            assert Browser(site.port).ask("POST", "/v1/accounts", body).status == 201
        with contextlib.closing(sqlite3.connect(site.folder / "asterism.db", timeout=10)) as db, db:
            db.execute("DELETE FROM credential WHERE account_id = "
                       "(SELECT id FROM account WHERE handle = 'elsewhere')")
        line = Line(site)
        return 0 if all([alike(*each) for each in surfaces(line)]) else 1


if __name__ == "__main__":
    sys.exit(main())
