"""Tenants as whoever runs the program sees them: added, listed, brought up to date, and refused by name."""
import concurrent.futures
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest
import uuid

from program import Program, Visitor, clean_environment, free_port, fresh_postgresql, postgresql_beside, run


class Verbs:
    """An installation that nobody serves, with one tenant."""

    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-test-")
        self.addCleanup(self.home.cleanup)
        self.data = pathlib.Path(self.home.name) / "data"
        self.name = "vinyl_" + uuid.uuid4().hex[:6]
        self.env = {**clean_environment(), "ASTERISM_DATABASE": self.make_database()}
        self.said(0, "tenant", "add", self.name, "--host", "vinyl.example,www.vinyl.example")

    def said(self, code, *words, **more):
        got = run(*words, "--data", str(self.data), env={**self.env, **more})
        self.assertEqual(got.returncode, code, got.stderr)
        return got.stdout if code == 0 else got.stderr

    def server(self, **more):
        return self.said(3, "serve", "--listen", "127.0.0.1:0", **more)

    def test_it_is_listed_with_where_its_things_are(self):
        (told,) = json.loads(self.said(0, "tenant", "list", "--json"))
        self.assertEqual((told["name"], told["hosts"]), (self.name, ["vinyl.example", "www.vinyl.example"]))
        self.assertEqual(told["data"], str(self.data / "tenants" / self.name))
        self.assertIn(self.name, told["database"])
        self.assertIn("vinyl.example", self.said(0, "tenant", "list"))

    def test_a_second_one_with_its_name_host_or_database_is_refused_and_leaves_nothing(self):
        self.assertIn(self.name, self.said(7, "tenant", "add", self.name, "--host", "other.example"))
        self.assertIn("www.vinyl.example", self.said(7, "tenant", "add", "tea", "--host", "tea.example,WWW.vinyl.example"))
        (told,) = json.loads(self.said(0, "tenant", "list", "--json"))
        self.said(7, "tenant", "add", "tea", "--host", "tea.example", "--database", told["database"])
        self.said(2, "tenant", "add", "../tea", "--host", "tea.example")
        self.said(3, "tenant", "add", "tea", "--host", "*")
        self.said(3, "tenant", "add", "tea", "--host", "tea.example", "--mail-from", "nobody")
        self.assertEqual([file.name for file in (self.data / "tenants").iterdir()], [self.name])

    def test_many_at_once_of_one_name_make_one(self):
        tea = "tea_" + uuid.uuid4().hex[:6]
        self.make_beside(tea)
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            codes = list(pool.map(lambda number: run("tenant", "add", tea, "--host", f"tea{number}.example", "--data",
                                                     str(self.data), env=self.env).returncode, range(6)))
        self.assertEqual(sorted(codes), [0] + [7] * 5)

    def test_migrate_can_be_run_again_and_again(self):
        for words in ((), (self.name,)):
            self.assertEqual(self.said(0, "tenant", "migrate", *words), f"{self.name}: up to date\n")
        self.assertIn("`vynil`", self.said(3, "tenant", "migrate", "vynil"))

    def test_database_name_chooses_the_one_that_is_served(self):
        with Program("--no-worker", folder=self.home.name, env={**self.env, "DATABASE_NAME": self.name}) as site:
            self.assertEqual(Visitor(site.port, "vinyl.example").ask("GET", "/v1/places").status, 200)
            self.assertEqual(Visitor(site.port, "127.0.0.1").ask("GET", "/v1/places").status, 400)
            self.assertIn(self.name, site.said())

    def test_an_unknown_database_name_is_refused_with_the_name_and_what_helps(self):
        refused = self.server(DATABASE_NAME="vynil")
        self.assertIn("`vynil`", refused)
        self.assertIn(self.name, refused)
        self.assertIn("asterism tenant add vynil", refused)

    def test_a_database_newer_than_the_program_is_refused_by_the_tenants_name(self):
        self.execute("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (9999, 'later', 'x', 1)")
        for words in (("serve", "--listen", "127.0.0.1:0"), ("tenant", "migrate")):
            refused = self.said(7, *words)
            self.assertIn(f"Tenant `{self.name}`", refused)
            self.assertIn("newer", refused)


class VerbsOnSqlite(Verbs, unittest.TestCase):
    def make_database(self):
        return ""

    def make_beside(self, name):
        pass

    def execute(self, statement):
        with sqlite3.connect(self.data / "tenants" / self.name / "asterism.db") as db:
            db.execute(statement)

    def test_one_process_at_a_time_serves_a_folder(self):
        with Program("--tenant", self.name, folder=self.home.name, env=self.env):
            refused = self.said(7, "serve", "--listen", f"127.0.0.1:{free_port()}")
            self.assertIn(f"tenants/{self.name} is in use", refused)


class VerbsOnPostgresql(Verbs, unittest.TestCase):
    def make_database(self):
        self.url = fresh_postgresql()
        return postgresql_beside(self.url, self.name)

    def make_beside(self, name):
        postgresql_beside(self.url, name)

    def execute(self, statement):
        before, _, query = self.url.partition("?")
        subprocess.run(["psql", "-q", "-d", f"{before.rsplit('/', 1)[0]}/{self.name}?{query}", "-c", statement], check=True)

    def test_a_database_that_is_not_there_is_refused_by_its_name(self):
        refused = self.said(8, "tenant", "add", "tea_not_there", "--host", "tea.example")
        self.assertIn("createdb tea_not_there", refused)
        self.assertEqual([file.name for file in (self.data / "tenants").iterdir()], [self.name])

    def test_a_database_older_than_the_program_is_refused_with_what_helps(self):
        self.execute("DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)")
        refused = self.server()
        self.assertIn(f"Tenant `{self.name}`", refused)
        self.assertIn("not up to date", refused)
        self.assertIn(f"asterism tenant migrate {self.name}", refused)


if __name__ == "__main__":
    unittest.main(verbosity=2)
