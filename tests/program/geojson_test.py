"""A map of places as GeoJSON over the date line, with hearts and compressed, read by two validators from npm."""
import gzip
import http.client
import json
import os
import subprocess
import unittest

from program import UNLIMITED, Browser, Program, clean_environment, fresh_postgresql

PEERS = os.environ["ASTERISM_TEST_PEERS"]
READER = os.environ["ASTERISM_TEST_GEOJSON"]
PASSWORD = "Galaxy.Curve7"
SPOTS = [("Pic du Midi", 42.94, 0.14), ("“Öræfi” \\ hill", 63.9, -16.6), ("Fiji's west", -17.5, 179.999999),
         ("Fiji's east", -17.5, -180), ("Null", 0, 0), ("Far north", 84.999, 12.5), ("Beyond the map", 89.5, 0),
         *((f"Meadow {i}", -40 + i / 4, 20 + i) for i in range(40))]
MAPS = ("/v1/places/map", "/api/locations/map_geojson/", "/api/locations/map_geojson/?bbox=179,-18,-179,-17",
        "/api/locations/map_geojson/?search=nowhere")


def judged(text):
    env = {**clean_environment(), "ASTERISM_TEST_PEERS": PEERS}
    done = subprocess.run(["node", READER], input=text, check=True, capture_output=True, env=env)
    return json.loads(done.stdout)


def unbrotlied(data):
    script = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(0)))"
    return subprocess.run(["node", "-e", script], input=data, check=True, capture_output=True).stdout


class GeoJson(unittest.TestCase):
    database = ""

    def fetched(self, site, path, **headers):
        link = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        told = {name: ", ".join(answer.headers.get_all(name)) for name in answer.headers}
        found = answer.status, told, answer.read()
        link.close()
        return found

    def filled(self, site):
        made = site.run("user", "add", "vera", "--email", "vera@example.org", "--password-stdin", stdin=PASSWORD + "\n")
        self.assertEqual(made.returncode, 0, made.stderr)
        browser = Browser(site.port)
        self.assertEqual(browser.ask("POST", "/v1/sessions", {"identifier": "vera", "password": PASSWORD}).status, 200)
        for name, latitude, longitude in SPOTS:
            place = {"name": name, "latitude": latitude, "longitude": longitude}
            self.assertEqual(browser.ask("POST", "/v1/places", place).status, 201, name)
        return browser

    def test_validators_have_nothing_to_say(self):
        with Program(database=self.database, env=UNLIMITED) as site:
            browser = self.filled(site)
            for path, count in zip(MAPS, (len(SPOTS) - 1, len(SPOTS) - 1, 2, 0)):
                with self.subTest(path):
                    status, _, text = self.fetched(site, path)
                    self.assertEqual(status, 200)
                    self.assertEqual(len(json.loads(text)["features"]), count)
                    self.assertEqual(judged(text), {"check_geojson": [], "geojsonhint": []})
            self.assertEqual(browser.ask("POST", "/api/locations/3/toggle_favorite/", {}).status, 201)
            hers = browser.ask("GET", MAPS[1])
            self.assertEqual([each["properties"]["id"] for each in hers.json["features"]
                              if each["properties"]["is_favorited"]], [3])
            self.assertEqual(judged(hers.body.encode()), {"check_geojson": [], "geojsonhint": []})

    def test_is_the_same_in_every_coding_and_told_once(self):
        with Program(database=self.database, env=UNLIMITED) as site:
            self.filled(site)
            plain = self.fetched(site, MAPS[1])
            self.assertNotIn("Content-Encoding", plain[1])
            for coding, unpack in (("gzip", gzip.decompress), ("br", unbrotlied)):
                status, headers, data = self.fetched(site, MAPS[1], **{"Accept-Encoding": f"x;q=0.1, {coding};q=0.5"})
                self.assertEqual((status, headers["Content-Encoding"]), (200, coding))
                self.assertIn("Accept-Encoding", headers["Vary"])
                self.assertEqual(unpack(data), plain[2])
                self.assertLess(len(data), len(plain[2]) / 4)
                self.assertNotEqual(headers["ETag"], plain[1]["ETag"])
                again = self.fetched(site, MAPS[1], **{"Accept-Encoding": coding, "If-None-Match": headers["ETag"]})
                self.assertEqual((again[0], again[2]), (304, b""))
            refused = self.fetched(site, MAPS[1], **{"Accept-Encoding": "gzip;q=0, br;q=0"})
            self.assertEqual(refused[2], plain[2])


class GeoJsonPostgresql(GeoJson):
    def setUp(self):
        self.database = fresh_postgresql()


if __name__ == "__main__":
    unittest.main()
