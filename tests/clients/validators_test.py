"""The map of places and the sitemap, judged by checkers that are not ours: two of GeoJSON from npm, GDAL's, libxml's."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import UNLIMITED, Browser, Program, clean_environment

HERE = pathlib.Path(__file__).parent
PEERS = os.environ["ASTERISM_TEST_PEERS"]
CHECKERS = os.environ["ASTERISM_TEST_GEOJSON"]
PASSWORD = "Correct.Horse7"
SPOTS = [("Plain Hill", 46.05, 14.5), ("Quotes \" and \\ slashes", -23.5, -67.75), ("Řež – 星空 \U0001f30c", 35.0, 139.0),
         ("Nul Island", 0, 0), ("Dateline", -16.5, 180), ("Other side", -16.5, -180), ("Far north", 84.99, 20), ("Tom & <Jerry>", 1, 1)]


def checked(text):
    env = {**clean_environment(), "ASTERISM_TEST_PEERS": PEERS}
    done = subprocess.run(["node", CHECKERS], input=text.encode(), check=True, capture_output=True, env=env)
    return json.loads(done.stdout)


class Validators(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Program(env=UNLIMITED).start()
        added = cls.site.run("user", "add", "ada", "--email", "ada@example.org", "--password-stdin", stdin=PASSWORD + "\n")
        assert added.returncode == 0, added.stderr
        ada = Browser(cls.site.port)
        ada.ask("POST", "/v1/sessions", {"identifier": "ada", "password": PASSWORD})
        for name, latitude, longitude in SPOTS:
            got = ada.ask("POST", "/api/locations/", {"name": name, "latitude": latitude, "longitude": longitude})
            assert got.status == 201, got.body

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()
        cls.site.home.cleanup()

    def test_a_map_is_geojson_to_everybody(self):
        for path, count in (("/v1/places/map", len(SPOTS)), ("/api/locations/map_geojson/", len(SPOTS)),
                            ("/api/locations/map_geojson/?bbox=170,-30,-170,0", 2), ("/api/locations/map_geojson/?search=nothing", 0)):
            with self.subTest(path=path):
                text = Browser(self.site.port).ask("GET", path).body
                self.assertEqual(len(json.loads(text)["features"]), count)
                self.assertEqual(checked(text), {"check_geojson": [], "geojsonhint": []})
                self.by_gdal(text, count)

    def by_gdal(self, text, count):
        with tempfile.NamedTemporaryFile("w", suffix=".geojson", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            done = subprocess.run(["ogrinfo", "-ro", "-so", "-al", file.name], capture_output=True, text=True, check=True)
        self.assertNotRegex(done.stdout + done.stderr, r"(?i)error|warning")
        if count:
            self.assertIn("Geometry: Point", done.stdout)
            self.assertEqual(re.search(r"Feature Count: (\d+)", done.stdout)[1], str(count))

    def test_a_checker_finds_what_is_wrong(self):
        wrong = checked('{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1]}}]}')
        self.assertTrue(wrong["check_geojson"] and wrong["geojsonhint"], wrong)

    def test_a_sitemap_is_one(self):
        text = Browser(self.site.port).ask("GET", "/sitemap.xml").body
        parts = [text] + [Browser(self.site.port).ask("GET", re.sub(r"^https?://[^/]+", "", part)).body
                          for part in re.findall(r"<sitemap>\s*<loc>([^<]+)", text)]
        for part in parts:
            done = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", str(HERE / "sitemap.rng"), "-"], input=part,
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        bad = parts[-1].replace("<priority>1.0", "<priority>1.5").replace("weekly", "often")
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", str(HERE / "sitemap.rng"), "-"], input=bad,
                              capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
