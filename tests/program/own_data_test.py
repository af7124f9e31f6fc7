"""What is kept about somebody, handed out: read with Python's own ZIP reader."""
import http.client
import io
import json
import os
import stat
import unittest
import zipfile

from program import Browser, Program, fresh_postgresql

PASSWORD = "Galaxy.Curve7"


def fetched(browser, path):
    """The answer's type and its bytes."""
    link = http.client.HTTPConnection("127.0.0.1", browser.port, timeout=30)
    cookies = "; ".join(f"{name}={value}" for name, value in browser.jar.items())
    link.request("GET", path, headers={"Cookie": cookies} if cookies else {})
    answer = link.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    link.close()
    return found


class OwnData(unittest.TestCase):
    database = ""

    def somebody(self, site):
        made = site.run("user", "add", "vera", "--email", "vera@example.org", "--password-stdin", stdin=PASSWORD + "\n")
        self.assertEqual(made.returncode, 0, made.stderr)
        browser = Browser(site.port)
        signed_in = browser.ask("POST", "/v1/sessions", {"identifier": "vera", "password": PASSWORD})
        self.assertEqual(signed_in.status, 200, signed_in.body)
        self.assertEqual(browser.ask("PATCH", "/v1/accounts/me/profile", {"bio": "Counts stars."}).status, 200)
        return browser

    def test_is_a_zip_of_json_with_all_parts_and_no_secret(self):
        with Program(database=self.database) as site:
            browser = self.somebody(site)
            made = browser.ask("POST", "/v1/accounts/me/keys", {"name": "robot", "scopes": ["profile.read"]})
            status, headers, data = fetched(browser, "/v1/accounts/me/data.zip")
            self.assertEqual((status, headers["Content-Type"]), (200, "application/zip"))
            self.assertEqual(headers["Cache-Control"], "no-store")
            self.assertIn("attachment", headers["Content-Disposition"])
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                self.assertIsNone(packed.testzip())
                parts = {name: json.loads(packed.read(name)) for name in packed.namelist()}
            self.assertEqual(parts["profile.json"]["bio"], "Counts stars.")
            self.assertEqual(parts["profile.json"]["account"]["email"], "vera@example.org")
            self.assertEqual(len(parts["sessions.json"]["items"]), 1)
            self.assertEqual([key["name"] for key in parts["keys.json"]["items"]], ["robot"])
            everything = json.dumps(parts)
            for secret in (made.json["secret"], PASSWORD, "argon2", *browser.jar.values()):
                self.assertNotIn(secret, everything)
            self.assertEqual(json.loads(fetched(browser, "/v1/accounts/me/data")[2])["profile"]["bio"], "Counts stars.")

    def test_is_for_its_owner_alone(self):
        with Program(database=self.database) as site:
            self.assertEqual(fetched(Browser(site.port), "/v1/accounts/me/data.zip")[0], 401)

    def test_the_operator_can_hand_it_out_as_a_private_file(self):
        with Program(database=self.database) as site:
            self.somebody(site)
            target = str(site.folder.parent / "vera.zip")
            done = site.run("user", "export", "vera", "--output", target)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(stat.S_IMODE(os.stat(target).st_mode), 0o600)
            with zipfile.ZipFile(target) as packed:
                self.assertIn("profile.json", packed.namelist())
            self.assertEqual(site.run("user", "export", "vera", "--output", target).returncode, 7)
            self.assertEqual(site.run("user", "export", "nobody", "--output", target + "2").returncode, 4)


class OwnDataOnPostgresql(OwnData):
    def setUp(self):
        self.database = fresh_postgresql()


if __name__ == "__main__":
    unittest.main()
