"""What goes wrong around the program: kills, folders and ports in use, databases that are away or
too new, settings nobody knows. It says so in three short lines, and loses nothing."""
import http.client
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest

from program import UNLIMITED, Browser, Program, free_port, fresh_postgresql, run, until

PASSWORD = "Correct.Horse7"


def registration(name):
    return {"handle": name, "email": f"{name}@example.org", "password": PASSWORD}


def three_lines(text):
    """The complaint, without log lines around it."""
    return [line for line in text.strip().splitlines() if line][-3:]


class Kills(unittest.TestCase):
    """Each account with how many of the rows that belong to it are there: one of each, or it is half."""

    WHOLE = ("SELECT a.handle, (SELECT count(*) FROM credential c WHERE c.account_id = a.id)"
             " * (SELECT count(*) FROM ticket t WHERE t.account_id = a.id)"
             " * (SELECT count(*) FROM mail_message m WHERE m.recipient = a.email_as_given)"
             " * (SELECT count(*) FROM audit_record r WHERE r.account_id = a.id) FROM account a")

    def on_sqlite(self, site):
        with sqlite3.connect(site.folder / "asterism.db") as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            return dict(db.execute(self.WHOLE))

    def on_postgresql(self, site):
        rows = subprocess.run(["psql", "-qtA", "-d", site.database, "-c", self.WHOLE], check=True,
                              capture_output=True, text=True).stdout.split()
        return {name: int(count) for name, count in (row.split("|") for row in rows)}

    def test_sqlite_has_a_registration_whole_or_not_at_all(self):
        self.killed_in_mid_work("", self.on_sqlite)

    def test_postgresql_has_a_registration_whole_or_not_at_all(self):
        self.killed_in_mid_work(fresh_postgresql(), self.on_postgresql)

    def killed_in_mid_work(self, database, rows):
        with tempfile.TemporaryDirectory() as home:
            told = []
            for round_ in range(6):
                site = Program(folder=home, database=database, env=UNLIMITED)
                site.start()
                threads = [threading.Thread(target=self.register_until_dead,
                                            args=(site.port, f"r{round_}w{worker}", told))
                           for worker in range(3)]
                for thread in threads:
                    thread.start()
                until(lambda: len([n for n in told if n.startswith(f"r{round_}")]) > round_, "a few answers")
                site.stop(signal.SIGKILL)
                for thread in threads:
                    thread.join()
            kept = rows(site)
            self.assertTrue(told)
            for name in told:
                self.assertEqual(kept.get(name), 1, f"{name} was told and must be there")
            self.assertEqual(set(kept.values()), {1}, "no account without all that belongs to it")

    @staticmethod
    def register_until_dead(port, prefix, told):
        for number in range(10_000):
            name = f"{prefix}n{number}"
            try:
                if Browser(port).ask("POST", "/v1/accounts", registration(name)).status == 201:
                    told.append(name)
            except OSError:
                return
            except Exception:  # an answer cut in two by the kill
                return


class Refusals(unittest.TestCase):
    def refused(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stderr)
        lines = three_lines(result.stderr)
        self.assertEqual(len(lines), 3, result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def test_port_in_use(self):
        with Program() as site, tempfile.TemporaryDirectory() as other:
            got = run("serve", "--listen", f"127.0.0.1:{site.port}", "--data", other + "/data")
            self.refused(got, 7, str(site.port))

    def test_folder_in_use(self):
        with Program() as site:
            got = run("serve", "--listen", f"127.0.0.1:{free_port()}", "--data", str(site.folder))
            self.refused(got, 7, str(site.folder))

    def test_database_newer_than_the_program(self):
        with Program() as site:
            site.stop()
            with sqlite3.connect(site.folder / "asterism.db") as db:
                db.execute("INSERT INTO schema_migration (number, name, checksum, applied_at) "
                           "VALUES (9999, 'future', 'x', 0)")
            got = run("serve", "--listen", f"127.0.0.1:{free_port()}", "--data", str(site.folder))
            self.refused(got, 7, "newer")

    def test_a_file_where_the_folder_should_be(self):
        with tempfile.NamedTemporaryFile() as file:
            got = run("serve", "--listen", f"127.0.0.1:{free_port()}", "--data", file.name)
            self.refused(got, 3, file.name)

    def test_unknown_setting_names_the_nearest(self):
        with tempfile.TemporaryDirectory() as home:
            pathlib.Path(home, "asterism.toml").write_text('[mail.smtp]\nhots = "x"\n')
            os.chmod(pathlib.Path(home, "asterism.toml"), 0o600)
            got = run("serve", "--listen", f"127.0.0.1:{free_port()}", "--data", home)
            self.refused(got, 3, "mail.smtp.hots", "mail.smtp.host")

    def test_a_cache_that_is_not_built_is_refused(self):
        with tempfile.TemporaryDirectory() as home:
            got = run("serve", "--cache", "redis://127.0.0.1:1", "--data", home + "/data")
            self.refused(got, 3, "redis")

    def test_unknown_verb_names_the_nearest(self):
        got = run("sevre")
        self.assertEqual(got.returncode, 2)
        self.assertIn("serve", got.stderr)


class DatabaseAway(unittest.TestCase):
    def test_says_not_now_and_recovers_without_restart(self):
        url = fresh_postgresql()
        real = re.search(r"host=([^&]+)", url).group(1)
        with tempfile.TemporaryDirectory(dir="/tmp", prefix="pg") as home:
            os.chmod(home, 0o755)
            link = pathlib.Path(home, "s")
            link.symlink_to(real)
            with Program(database=url.replace(real, str(link)), env=UNLIMITED) as site:
                person = Browser(site.port)
                self.assertEqual(person.ask("POST", "/v1/accounts", registration("early")).status, 201)
                link.unlink()
                subprocess.run(["psql", "-q", "-d", url, "-c",
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                "WHERE datname = current_database() AND pid <> pg_backend_pid()"],
                               check=True, stdout=subprocess.DEVNULL)
                away = person.ask("POST", "/v1/accounts", registration("away"))
                self.assertEqual((away.status, away.json["code"]), (503, "store_unavailable"))
                self.assertIn("Retry-After", dict(away.headers))
                self.assertEqual(person.ask("GET", "/readyz").status, 503)
                self.assertEqual(person.ask("GET", "/livez").status, 200)
                self.assertEqual(person.ask("GET", "/v1/sky/moon").status, 200)
                link.symlink_to(real)
                until(lambda: person.ask("POST", "/v1/accounts", registration("back")).status == 201,
                      "the server finds its database again")
                self.assertEqual(person.ask("GET", "/readyz").status, 200)


class Stopping(unittest.TestCase):
    def test_term_ends_with_0_and_the_next_start_is_clean(self):
        with Program() as site:
            Browser(site.port).ask("POST", "/v1/accounts", registration("before"))
            self.assertEqual(site.stop(), 0)
            self.assertEqual(site.run("doctor").returncode, 0)

    def test_the_hash_pool_turns_away_what_it_cannot_queue(self):
        with Program(env=UNLIMITED) as site:
            links = [http.client.HTTPConnection("127.0.0.1", site.port, timeout=60) for _ in range(160)]
            for link in links:
                link.connect()
            for number, link in enumerate(links):  # all at once, before any answer is read
                link.request("POST", "/v1/accounts", json.dumps(registration(f"storm{number}")),
                             {"Content-Type": "application/json"})
            answers = [link.getresponse() for link in links]
            self.assertEqual({answer.status for answer in answers}, {201, 503})
            turned = [answer for answer in answers if answer.status == 503]
            self.assertTrue(all(answer.getheader("Retry-After") for answer in turned))
            for link in links:
                link.close()
            self.assertEqual(Browser(site.port).ask("GET", "/v1/sky/moon").status, 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
