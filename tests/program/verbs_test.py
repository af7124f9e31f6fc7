"""The verbs of the program, on a folder of their own."""
import json
import re
import tempfile
import unittest

from program import run

PASSWORD = "Correct.Horse7"


class Verbs(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-verbs-")
        self.data = ["--data", self.home.name + "/data"]

    def tearDown(self):
        self.home.cleanup()

    def call(self, *words, stdin=None):
        return run("call", *words, *self.data, stdin=stdin)

    def done(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def test_the_walk_by_call(self):
        self.done(self.call("register_account", "--handle", "shell", "--email", "shell@example.org",
                            "--password", PASSWORD))
        refused = self.call("log_in", "--identifier", "shell", "--password", PASSWORD)
        self.assertEqual(refused.returncode, 5)
        self.assertIn("email_not_verified", refused.stderr)
        mail = json.loads(run("mail", "outbox", "--json", *self.data).stdout)["items"][0]
        token = re.search(r"confirm-email/([a-z0-9]{64})/", mail["text"]).group(1)
        self.done(self.call("verify_email", "--token", token))
        login = self.done(self.call("log_in", "--identifier", "shell", "--password", PASSWORD))
        self.assertEqual(len(login["token"]), 43)
        self.assertEqual(self.done(self.call("who_am_i", "--as", "shell"))["handle"], "shell")
        self.assertEqual(self.call("who_am_i").returncode, 5)
        self.assertEqual(self.call("who_am_i", "--as", "nobody").returncode, 4)
        self.assertEqual(self.call("who_am_y").returncode, 2)
        taken = self.call("register_account", "--handle", "shell", "--email", "b@example.org",
                          "--password", PASSWORD)
        self.assertEqual(taken.returncode, 7)
        self.assertEqual(self.call("register_account", "--handle", "x").returncode, 2)

    def test_users(self):
        added = run("user", "add", "owner", "--email", "owner@example.org", "--role", "admin",
                    "--password-stdin", *self.data, stdin=PASSWORD + "\n")
        self.assertEqual(added.returncode, 0, added.stderr)
        self.assertIn("owner", run("user", "list", *self.data).stdout)
        self.assertEqual(run("user", "lock", "owner", *self.data).returncode, 7, "the last admin stays")
        self.assertEqual(run("user", "show", "ghost", *self.data).returncode, 4)

    def test_badges(self):
        def badge(*words, code=0):
            result = run("badge", *words, *self.data)
            self.assertEqual(result.returncode, code, result.stderr)
            return result.stdout

        self.assertEqual(len(json.loads(badge("list", "--json"))["badges"]), 27)
        self.assertIn("first-light", badge("list"))
        run("user", "add", "vera", "--email", "vera@example.org", "--password-stdin", *self.data,
            stdin=PASSWORD + "\n")
        self.assertIn("No difference in 1 accounts.", badge("award-pioneer"))  # was one when made
        self.done(self.call("add_place", "--name", "Hill", "--latitude", "40", "--longitude", "-4", "--as", "vera"))
        self.assertIn("vera: lacks first-light\n", badge("recompute", "--dry-run"))
        self.assertIn("vera: got scout\n", badge("recompute", "--user", "vera"))
        self.assertEqual(badge("recompute", "--dry-run"), "No difference in 1 accounts.\n")
        self.done(self.call("remove_place", "--place", "1", "--as", "vera"))
        self.assertIn("vera: should not have scout\n", badge("audit", code=1))
        self.assertIn("vera: has no longer scout\n", badge("audit", "--fix"))
        self.assertEqual(badge("audit", "--fix", "--award"), "No difference in 1 accounts.\n")
        self.assertEqual(run("badge", "recompute", "--user", "ghost", *self.data).returncode, 4)

    def test_helping_a_user(self):
        def user(verb, *words, stdin=None):
            return run("user", verb, *words, *self.data, stdin=stdin)

        for name, role in (("owner", "admin"), ("vera", "user")):
            self.assertEqual(user("add", name, "--email", name + "@example.org", "--role", role,
                                  "--password-stdin", stdin=PASSWORD + "\n").returncode, 0)
        self.done(self.call("log_in", "--identifier", "vera", "--password", PASSWORD))
        self.assertEqual(len(json.loads(user("sessions", "vera", "--json").stdout)["items"]), 1)
        self.assertIn("asterism-cli", user("sessions", "vera").stdout)
        self.assertEqual(user("password", "vera", "--password-stdin", stdin="weak\n").returncode, 2)
        changed = user("password", "vera", "--password-stdin", stdin="Other.Horse8\n")
        self.assertEqual(changed.stdout, "1 sessions ended.\n", changed.stderr)
        self.done(self.call("log_in", "--identifier", "vera", "--password", "Other.Horse8"))
        self.assertEqual(user("end-sessions", "vera").stdout, "1 sessions ended.\n")
        self.done(self.call("register_account", "--handle", "eve", "--email", "eve@example.org",
                            "--password", PASSWORD))
        self.assertIn("active", user("verify", "eve").stdout)
        self.assertEqual(user("delete", "vera").returncode, 6, "needs --yes")
        self.assertEqual(user("show", "vera").returncode, 0)
        self.assertEqual(user("delete", "vera", "--yes").returncode, 0)
        self.assertEqual(user("show", "vera").returncode, 4)
        self.assertEqual(user("delete", "owner", "--yes").returncode, 7, "the last admin stays")

    def test_what_needs_no_data(self):
        moon = json.loads(run("sky", "moon", "--at", "2026-11-24T14:53:00Z", "--json").stdout)
        self.assertGreater(moon["illumination"], 0.995)
        self.assertIn("log_in", run("openapi").stdout)
        self.assertRegex(run("version").stdout, r"\d+\.\d+\.\d+")
        for shell in ("bash", "zsh", "fish"):
            self.assertIn("asterism", run("completion", shell).stdout)
        self.assertEqual(run("--help").returncode, 0)

    def test_schema_and_settings(self):
        self.assertEqual(run("migrate", "up", *self.data).returncode, 0)
        self.assertEqual(run("migrate", "status", *self.data).returncode, 0)
        shown = run("config", "show", *self.data)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertIn("listen", shown.stdout)
        self.assertEqual(run("doctor", "--json", *self.data).returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
