"""The audit log by the built program, on both databases: sealed by the worker, verified, tampered with, archived."""
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

from program import Browser, Program, fresh_postgresql, until

PASSWORD = "Correct.Horse7"


class Audit:
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-audit-")
        self.site = Program(folder=self.home.name, database=self.database())
        self.says("user", "add", "owner", "--email", "o@example.org", "--role", "admin", "--password-stdin",
                 stdin=PASSWORD + "\n")

    def tearDown(self):
        self.home.cleanup()

    def says(self, *words, stdin=None, wanted=0):
        got = self.site.run(*words, stdin=stdin)
        self.assertEqual(got.returncode, wanted, got.stdout + got.stderr)
        return got.stdout

    def verdict(self, wanted=0):
        return json.loads(self.says("audit", "verify", "--json", wanted=wanted))

    def test_seals_verifies_and_finds(self):
        with self.site:
            browser = Browser(self.site.port)
            for password in ("wrong", PASSWORD):
                browser.ask("POST", "/v1/sessions", {"identifier": "owner", "password": password})
            until(lambda: self.verdict()["unsealed"] == 0, "the worker seals")
        found = self.verdict()
        self.assertTrue(found["sound"])
        self.assertGreaterEqual(found["checked"], 3)
        rows = json.loads(self.says("audit", "list", "--user", "owner", "--json"))
        self.assertEqual([row["type"] for row in rows][-3:], ["login_success", "login_failed", "account_added"])
        self.assertIn("login_failed", self.says("audit", "list", "--type", "login_failed"))
        self.tamper()
        broken = self.verdict(wanted=1)
        self.assertEqual((broken["sound"], broken["broken"], broken["position"]), (False, "changed", 1))
        self.assertIn("was changed", self.says("audit", "verify", wanted=1))
        refused = self.site.run("audit", "archive", "--days", "0")
        self.assertEqual(refused.returncode, 7)

    def test_archives(self):
        with self.site:
            until(lambda: self.verdict()["unsealed"] == 0, "the worker seals")
        place = pathlib.Path(self.home.name, "archive")
        there = ["--archive-dir", str(place)]
        plan = json.loads(self.says("audit", "archive", "--days", "0", "--dry-run", "--json", *there))
        self.assertGreaterEqual(plan["records"], 1)
        self.assertFalse(place.exists())
        done = json.loads(self.says("audit", "archive", "--days", "0", "--json", *there))
        self.assertRegex(done["files"][0], r"^audit_logs_\d{8}_to_\d{8}_\d{8}_\d{6}\.json$")
        logs = json.loads(pathlib.Path(place, done["files"][0]).read_text())
        self.assertEqual(logs["log_count"], len(logs["logs"]))
        self.assertEqual(logs["logs"][0]["event_type"], "account_added")
        sound = json.loads(self.says("audit", "verify", "--json", *there))
        self.assertEqual((sound["sound"], sound["archived"]), (True, done["records"]))
        self.says("audit", "verify", "--json", wanted=1)  # the archive is not where it is looked for
        kept = json.loads(self.says("audit", "clean-archives", "--days", "1", "--json", *there))
        self.assertEqual(kept["files"], [])

    def test_cleans_up(self):
        self.site.run("call", "register_account", "--handle", "never", "--email", "n@example.org",
                      "--password", PASSWORD)
        plan = json.loads(self.says("cleanup", "unverified", "--days", "0", "--dry-run", "--json"))
        self.assertEqual(plan["accounts"], 1)
        self.assertEqual(json.loads(self.says("cleanup", "unverified", "--json"))["accounts"], 0)
        done = json.loads(self.says("cleanup", "unverified", "--days", "0", "--json"))
        self.assertEqual(done["accounts"], 1)
        self.says("user", "show", "never", wanted=4)
        self.says("user", "show", "owner")
        for what in ("sessions", "tickets", "lockouts"):
            self.assertIn(f"0 {what} deleted", self.says("cleanup", what))
        self.assertEqual(self.site.run("cleanup", "unverified", "--days", "x").returncode, 2)


class OnSqlite(Audit, unittest.TestCase):
    def database(self):
        return ""

    def tamper(self):
        with sqlite3.connect(self.site.folder / "asterism.db") as db:
            db.execute("DROP TRIGGER audit_record_fixed")
            db.execute("UPDATE audit_record SET handle = 'eve' WHERE position = 1")


class OnPostgresql(Audit, unittest.TestCase):
    def database(self):
        return fresh_postgresql()

    def tamper(self):
        subprocess.run(["psql", "-q", "-d", self.site.database, "-c",
                        "ALTER TABLE audit_record DISABLE TRIGGER USER;"
                        "UPDATE audit_record SET handle = 'eve' WHERE position = 1"], check=True)


if __name__ == "__main__":
    unittest.main()
