"""The real server, killed again and again while people shop and Stripe tells of it, on the same data.

    kill_test.py Killed.test_sqlite      ASTERISM_TEST_KILLS is how often; ASTERISM_TEST_SEED, to have it once more
"""
import collections
import json
import os
import random
import sqlite3
import time
import unittest

from caller import Caller
from crowd import Crowd
from moments import Moments
from place import Place
from program import Browser, fresh_postgresql, until
from reckoning import Reckoning
from sink import Sink
from till import Till
from ways import PASSWORD

KILLS = int(os.environ.get("ASTERISM_TEST_KILLS", "12"))
SEED = os.environ.get("ASTERISM_TEST_SEED") or str(random.randrange(10**6))
WHEN = ("any", "call", "call", "mail", "mail", "counter", "look", "return", "start")
PATIENCE = 240  # seconds; machines may be slow


class Killed(unittest.TestCase):
    def within(self, context):
        self.addCleanup(context.__exit__, None, None, None)
        return context.__enter__()

    def set_up(self, database):
        print(f"ASTERISM_TEST_SEED={SEED}", flush=True)
        self.dice, moments = random.Random(SEED), Moments()
        self.moments, self.killed = moments, collections.Counter()
        self.till = self.within(Till(moments, SEED + "till"))
        self.sink = self.within(Sink(moments, SEED + "sink"))
        self.place = Place(database, KILLS, self.till.settings(), self.sink.settings())
        self.addCleanup(self.place.home.cleanup)
        self.addCleanup(self.place.program.stop)
        self.place.furnish()
        self.caller = Caller(self.place, moments, SEED + "caller")
        self.addCleanup(self.caller.stop)
        self.till.tell = self.caller.tell
        self.crowd = Crowd(self.place, self.till, moments, SEED)

    def kill_at_moments(self):
        while self.place.kills < KILLS:
            time.sleep(0.2 + 0.6 * self.dice.random())
            when = self.dice.choice(WHEN)
            if when in ("any", "start"):
                time.sleep(0.5 * self.dice.random())
            elif not self.moments.wait(when, 3):
                when = "any"
            else:
                time.sleep(self.dice.choice((0, 0.005, 0.03)) * self.dice.random())
            self.place.kill()
            self.killed[when] += 1
            self.place.start(self.dice if when == "start" else None)

    def mailed(self):
        """Each order's mail went out, and nothing waits to go."""
        waiting = json.loads(self.place.command("mail", "outbox", "--limit", "200", "--json"))["items"]
        orders = {order for told in self.caller.orders.values() for order in told}
        return len(self.sink.of_orders()) >= len(orders) and all(each["state"] == "sent" for each in waiting)

    def survive(self, database):
        self.set_up(database)
        self.place.start()
        begun = time.monotonic()
        self.crowd.start()
        self.kill_at_moments()
        seconds = time.monotonic() - begun
        self.crowd.stop(PATIENCE)
        self.till.expire_all()
        until(self.caller.quiet, "all calls are heard", PATIENCE)
        self.place.program.stop()
        self.place.start()
        self.caller.tell_all_again()
        until(self.caller.quiet, "all calls are heard once more", PATIENCE)
        until(self.mailed, "all mails went out", PATIENCE)
        staff = Browser(self.place.port)
        self.assertEqual(staff.ask("POST", "/v1/sessions", {"identifier": "mira", "password": PASSWORD}).status, 200)
        reckoning = Reckoning(staff, self.place, self.till, self.caller, self.crowd, self.sink)
        figures = {"seconds of kills": round(seconds), "at": dict(self.killed), **reckoning.figures()}
        print(json.dumps(figures), flush=True)
        wrongs = reckoning.wrongs()
        self.assertEqual(wrongs, [], "\n".join(wrongs[:40]))
        self.assertGreater(figures["orders"], 0)
        self.place.program.stop()
        self.assertTrue(json.loads(self.place.command("audit", "verify", "--json"))["sound"])

    def test_sqlite(self):
        self.survive("")
        with sqlite3.connect(self.place.program.folder / "asterism.db") as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])

    def test_postgresql(self):
        self.survive(fresh_postgresql())


if __name__ == "__main__":
    unittest.main(verbosity=2)
