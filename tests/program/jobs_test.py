"""The program's timetable: what is to be done daily is done at the first start, and when its day is over."""
import sqlite3
import subprocess
import unittest

from program import Program, fresh_postgresql, until

DAY = 86_400_000_000
DAILY = {"accounts.lockouts.purge", "accounts.sessions.purge", "accounts.tickets.purge", "accounts.unverified.purge",
         "audit.archive", "badges.tenure", "shop.carts.purge", "shop.forget_unpaid", "telemetry.events.purge"}


class Jobs:
    """The classes below say on which database."""

    def rows(self, site):
        return {name: (int(due), int(last), outcome) for name, due, last, outcome in self.query(
            site, "SELECT name, due, COALESCE(last_run, 0), last_outcome FROM job")}

    def test_daily_jobs_are_done_and_again_when_they_are_due(self):
        with self.make() as site:
            done = until(lambda: (rows := self.rows(site)).keys() >= DAILY and
                         all(rows[name][1] for name in DAILY) and rows, "each has been done once")
            for name in DAILY:
                due, last, outcome = done[name]
                self.assertEqual((due - last, outcome), (DAY, ""), name)
            self.query(site, f"UPDATE job SET due = due - {DAY} WHERE name = 'badges.tenure'")
            again = until(lambda: (rows := self.rows(site))["badges.tenure"][1] > done["badges.tenure"][1] and rows,
                          "a day later it is done again")
            self.assertEqual(again["badges.tenure"][2], "")
            self.assertEqual(again["badges.tenure"][0] - again["badges.tenure"][1], DAY)
            self.assertEqual(again["audit.archive"], done["audit.archive"])
            self.assertNotIn("a job failed", site.said())


class OnSqlite(Jobs, unittest.TestCase):
    def make(self):
        return Program()

    def query(self, site, sql):
        with sqlite3.connect(site.folder / "asterism.db") as db:
            return db.execute(sql).fetchall()


class OnPostgresql(Jobs, unittest.TestCase):
    def make(self):
        return Program(database=fresh_postgresql())

    def query(self, site, sql):
        said = subprocess.run(["psql", "-qAtX", "-d", site.database, "-c", sql], check=True, capture_output=True, text=True)
        return [line.split("|") for line in said.stdout.splitlines()]


if __name__ == "__main__":
    unittest.main(verbosity=2)
