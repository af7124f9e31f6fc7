"""Places as files: taken in, handed out, looked after from the shell."""
import json
import pathlib
import subprocess
import unittest
import xml.etree.ElementTree as xml

from mapbox_double import Mapbox
from program import Browser, Program, fresh_postgresql, until

SEED = {"version": "3.1", "source": "nobody", "observatories": [
    {"name": "Pic du Midi", "latitude": 42.9364, "longitude": 0.1428, "image_url": "https://example.org/a.jpg",
     "type_metadata": {"website": "https://example.org/pic", "phone_number": "+15550100"}, "elevation": 2876,
     "country": "France", "validation_notes": "Seen from below."},
    {"name": "Nowhere", "latitude": 95, "longitude": 0, "image_url": "https://example.org/b.jpg"},
    {"name": "PIC DU MIDI", "latitude": 42.93649, "longitude": 0.14289},
    "no row at all",
    {"name": "=SUM(A1)", "latitude": -31.2733, "longitude": 149.0617, "type_metadata": {}},
]}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Folder:
    """A data folder, and the program on it."""

    def __init__(self, database=""):
        self.site = Program(database=database)
        self.path = self.site.folder.parent

    def run(self, *words):
        return self.site.run(*words)

    def file(self, name, text):
        path = self.path / name
        path.write_text(text if isinstance(text, str) else json.dumps(text))
        return str(path)

    def places(self):
        return json.loads(self.run("call", "export_places", "--as", "root").stdout)["places"]

    def operator(self):
        done = self.site.run("user", "add", "root", "--email", "root@example.org", "--role", "admin",
                             "--password-stdin", stdin="Correct.Horse7\n")
        assert done.returncode == 0, done.stderr
        return self


class Places(unittest.TestCase):
    database = staticmethod(lambda: "")

    def folder(self):
        made = Folder(self.database())
        self.addCleanup(made.site.home.cleanup)
        return made.operator()

    def filled(self):
        folder = self.folder()
        done = folder.run("place", "import", folder.file("seed.json", SEED), "--type", "observatory", "--skip-images")
        self.assertEqual(done.returncode, 1, done.stderr)
        return folder

    def test_a_seed_file_is_taken_in_once_and_bad_rows_are_named(self):
        folder = self.folder()
        words = ("place", "import", folder.file("seed.json", SEED), "--type", "observatory", "--skip-images")
        self.assertEqual(folder.run(*words[:-1]).returncode, 2, "pictures are not fetched")
        dry = folder.run(*words, "--dry-run")
        self.assertEqual((dry.returncode, folder.places()), (1, []), dry.stderr)
        self.assertEqual(dry.stdout, "2 would be added, 1 there already, 2 refused\n", "a file may tell of a place twice")
        wet = folder.run(*words)
        self.assertEqual(wet.stdout, "2 added, 1 there already, 2 refused\n", wet.stderr)
        self.assertRegex(wet.stderr, r"row 2 \(Nowhere\): bad_latitude")
        self.assertRegex(wet.stderr, r"row 4: missing_field")
        again = json.loads(folder.run(*words, "--json").stdout)
        self.assertEqual(again, {"dry_run": False, "added": 0, "known": 3, "refused": 2})
        first, second = folder.places()
        self.assertEqual(first["name"], "Pic du Midi")
        self.assertEqual(first["type"], "observatory")
        self.assertEqual(first["website"], "https://example.org/pic")
        self.assertEqual(first["elevation"], 2876)
        self.assertEqual(first["country"], "France")
        self.assertEqual(second["country"], "Australia")
        shown = json.loads(folder.run("call", "show_place", "--place", "1").stdout)
        self.assertEqual(shown["added_by"]["handle"], "starview")
        profile = folder.run("call", "show_profile", "--handle", "starview")
        self.assertEqual(profile.returncode, 4, "the site's own account shows nothing of itself")

    def test_places_can_be_somebodys(self):
        folder = self.folder()
        seed = folder.file("seed.json", {"locations": SEED["observatories"][:1]})
        done = folder.run("place", "import", seed, "--owner", "root", "--skip-images")
        self.assertEqual(done.returncode, 0, done.stderr)
        shown = json.loads(folder.run("call", "show_place", "--place", "1").stdout)
        self.assertEqual((shown["added_by"]["handle"], shown["type"]), ("root", "viewpoint"))
        self.assertEqual(folder.run("place", "import", seed, "--owner", "nobody", "--skip-images").returncode, 4)

    def test_what_was_handed_out_is_the_same_once_taken_in_elsewhere(self):
        here = self.filled()
        self.assertEqual(here.run("call", "describe_known_place", "--name", "pic du midi", "--latitude", "42.9364",
                                  "--longitude", "0.1428", "--description", "High,\n\"dark\".", "--as", "root").returncode, 0)
        for form in ("seed", "geojson", "csv"):
            with self.subTest(form):
                out = here.run("place", "export", "--format", form)
                self.assertEqual(out.returncode, 0, out.stderr)
                there = self.folder()
                done = there.run("place", "import", there.file("places", out.stdout), "--format", form, "--skip-images")
                self.assertEqual(done.stdout, "2 added, 0 there already, 0 refused\n", done.stderr)
                self.assertEqual(there.run("place", "export", "--format", form).stdout, out.stdout)
                self.assertEqual([place["description"] for place in there.places()], ["High,\n\"dark\".", ""])

    def test_files_that_are_none_are_refused_whole(self):
        folder = self.folder()
        for name, text, code in (("a.json", "{}", 2), ("a.json", "{", 2), ("a.json", "[]", 2), ("a.geojson", "{}", 2),
                                 ("a.csv", "name,latitude\n\"open", 2), ("a.txt", "", 2)):
            with self.subTest(name + text):
                done = folder.run("place", "import", folder.file(name, text), "--skip-images")
                self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(folder.run("place", "import", "not-there.json").returncode, 4)
        self.assertEqual(folder.run("place", "import", "x.json", "--type", "moonbase").returncode, 2)
        self.assertEqual(folder.places(), [])

    def test_a_table_of_places_hides_formulas_and_reads_what_others_write(self):
        folder = self.filled()
        target = str(folder.path / "places.csv")
        done = folder.run("place", "export", "--format", "csv", "-o", target)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        self.assertIn("\n'=SUM(A1),-31.2733,", pathlib.Path(target).read_text())
        self.assertEqual(folder.run("place", "export", "-o", target).returncode, 7)
        foreign = "\ufeffLat,Name,ignored,LNG,type\r\n1.5,\"Two\nlines\",x,2.5,\r\n3.5,\"A \"\"hill\"\"\",,4.5,campground\r\n"
        done = folder.run("place", "import", folder.file("foreign.csv", foreign))
        self.assertEqual(done.stdout, "1 added, 0 there already, 1 refused\n", done.stderr)
        place = folder.places()[-1]
        self.assertEqual((place["name"], place["type"], place["latitude"]), ("A \"hill\"", "campground", 3.5))

    def test_the_map_of_others_can_be_taken_in(self):
        folder = self.folder()
        feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0.1428, 42.9364, 2876]},
                   "properties": {"id": 9, "name": "Pic du Midi", "location_type": "observatory", "bortle_class": 2,
                                  "administrative_area": "Occitanie", "average_rating": None, "images": [],
                                  "type_metadata": {"website": "https://example.org"}}}
        line = {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[0, 1], [2, 3]]},
                "properties": {"name": "A way"}}
        file = folder.file("map.geojson", {"type": "FeatureCollection", "features": [feature, line]})
        done = folder.run("place", "import", file)
        self.assertEqual(done.stdout, "1 added, 0 there already, 1 refused\n", done.stderr)
        place = folder.places()[0]
        self.assertEqual((place["type"], place["bortle"], place["region"]), ("observatory", 2, "Occitanie"))
        self.assertEqual(place["website"], "https://example.org")
        self.assertEqual(place["elevation"], 2876, "a point may have a third number")

    def test_what_places_lack_is_added(self):
        folder = self.filled()
        done = folder.run("place", "backfill", "bortle", "--dry-run")
        self.assertEqual((done.returncode, done.stdout), (0, "0 places would be judged\n"), done.stderr)
        self.assertEqual(folder.run("place", "backfill", "bortle", "--json").stdout, '{"dry_run":false,"count":0}\n')
        rows = [{"name": "pic du midi", "latitude": 42.9368, "longitude": 0.1424, "description": "High."},
                {"name": "elsewhere", "latitude": 1, "longitude": 1, "description": "Low."}, {"name": "half"}]
        words = ("place", "backfill", "descriptions", "--file", folder.file("d.json", {"descriptions": rows}))
        dry = folder.run(*words, "--dry-run")
        self.assertEqual(dry.stdout, "1 would be described, 1 of no place here, 1 refused\n", dry.stderr)
        self.assertEqual(folder.places()[0]["description"], "")
        self.assertEqual(folder.run(*words).returncode, 1)
        self.assertEqual(folder.places()[0]["description"], "High.")
        rows[0]["description"] = "Higher."
        folder.file("d.json", {"descriptions": rows[:1]})
        folder.run(*words)
        self.assertEqual(folder.places()[0]["description"], "High.")
        self.assertEqual(folder.run(*words, "--overwrite").returncode, 0)
        self.assertEqual(folder.places()[0]["description"], "Higher.")

    def test_services_are_asked_about_places(self):
        folder = self.filled()
        alone = folder.run("place", "enrich", "--delay", "0")
        self.assertEqual(alone.stdout, "2 places asked about, 0 changed, 0 not told of\n", alone.stderr)
        self.assertIn("mapbox.key", alone.stderr)
        with Mapbox() as mapbox:
            folder.site.env.update(ASTERISM_MAPBOX__KEY="a-key", ASTERISM_MAPBOX__URL=mapbox.url)
            dry = folder.run("place", "enrich", "--dry-run", "--type", "observatory", "--json")
            self.assertEqual(json.loads(dry.stdout)["asked"], 2)
            self.assertEqual(mapbox.asked, [])
            done = folder.run("place", "enrich", "--id", "2", "--delay", "0", "--elevation-only")
            self.assertEqual(done.stdout, "1 places asked about, 1 changed, 0 not told of\n", done.stderr)
            self.assertEqual([place["elevation"] for place in folder.places()], [2876, 131.4])
            self.assertEqual(folder.places()[1]["country"], "Australia")
            done = folder.run("place", "enrich", "--delay", "0")
            self.assertEqual([place["address"] for place in folder.places()], ["Versailles, Yvelines, France"] * 2)
            self.assertEqual(folder.places()[0]["elevation"], 2876, "the file's own figure stays")
            folder.site.env.update(ASTERISM_MAPBOX__KEY="another")
            done = folder.run("place", "enrich", "--id", "1", "--delay", "0")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual(folder.places()[0]["address"], "Versailles, Yvelines, France")
        self.assertEqual(folder.run("place", "enrich", "--id", "99").returncode, 4)
        self.assertEqual(folder.run("place", "enrich", "--delay", "-1").returncode, 2)


class Served(unittest.TestCase):
    database = staticmethod(lambda: "")

    def test_a_place_that_was_added_is_told_of_by_services(self):
        with Mapbox() as mapbox:
            env = {"ASTERISM_MAPBOX__KEY": "a-key", "ASTERISM_MAPBOX__URL": mapbox.url}
            with Program(database=self.database(), env=env) as site:
                site.run("user", "add", "vera", "--email", "vera@example.org", "--password-stdin",
                         stdin="Galaxy.Curve7\n")
                browser = Browser(site.port)
                browser.ask("POST", "/v1/sessions", {"identifier": "vera", "password": "Galaxy.Curve7"})
                made = browser.ask("POST", "/api/locations/", {"name": "Hill", "latitude": 48.85, "longitude": 2.35})
                self.assertEqual((made.status, made.json["country"]), (201, "France"), made.body)
                told = until(lambda: (browser.ask("GET", "/api/locations/1/").json if browser.ask(
                    "GET", "/api/locations/1/").json["locality"] == "Versailles" else None), "the address")
                self.assertEqual(told["elevation"], 131.4)
                self.assertEqual(told["formatted_address"], "Versailles, Yvelines, France")

    def test_the_cache_of_a_running_server_is_warmed(self):
        with Program(database=self.database()) as site:
            where = ("--listen", f"127.0.0.1:{site.port}")
            dry = site.run("cache", "warm", "--dry-run", "--pages", "2", *where)
            self.assertEqual(dry.returncode, 0, dry.stderr)
            self.assertEqual(dry.stdout.splitlines()[-1], f"http://127.0.0.1:{site.port}/api/locations/?page=2")
            done = site.run("cache", "warm", "--json", *where)
            self.assertEqual(done.returncode, 0, done.stderr)
            asked = [each["address"] for each in json.loads(done.stdout)]
            self.assertIn("/api/stats/", asked)
            self.assertIn("/api/locations/map_geojson/", asked)
            self.assertEqual(asked[-1], "/api/locations/?page=1", "the last page ends the walk")
            self.assertEqual(site.run("cache", "warm", "--pages", "many", *where).returncode, 2)
            port = site.port
        self.assertEqual(site.run("cache", "warm", "--listen", f"127.0.0.1:{port}").returncode, 8)

    def addresses(self, browser, path, root, item):
        """What a part tells, once it keeps all rules of sitemaps.org."""
        answer = browser.ask("GET", path)
        self.assertEqual((answer.status, dict(answer.headers)["Content-Type"]), (200, "application/xml"))
        self.assertLess(len(answer.body), 50 * 1024 * 1024)
        subprocess.run(["xmllint", "--noout", "-"], input=answer.body, text=True, check=True)
        tree = xml.fromstring(answer.body)
        self.assertEqual(tree.tag, SITEMAP + root)
        self.assertTrue(1 <= len(tree) <= 50_000)
        found = []
        for entry in tree:
            self.assertEqual(entry.tag, SITEMAP + item)
            parts = [part.tag.removeprefix(SITEMAP) for part in entry]
            order = ["loc", "lastmod", "changefreq", "priority"] if item == "url" else ["loc", "lastmod"]
            self.assertEqual(parts, [name for name in order if name in parts])
            self.assertEqual(parts[0], "loc")
            for part in entry:
                if part.tag == SITEMAP + "lastmod":
                    self.assertRegex(part.text, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
                elif part.tag == SITEMAP + "changefreq":
                    self.assertIn(part.text, ("always", "hourly", "daily", "weekly", "monthly", "yearly", "never"))
                elif part.tag == SITEMAP + "priority":
                    self.assertTrue(0 <= float(part.text) <= 1)
            self.assertTrue(12 <= len(entry[0].text) <= 2048)
            found.append(entry[0].text)
        self.assertEqual(len(found), len(set(found)))
        return found

    def test_search_engines_are_told_of_people_and_places_if_the_operator_wants_it(self):
        with Program(database=self.database()) as site:
            pages = self.addresses(Browser(site.port), "/sitemap.xml", "urlset", "url")
            self.assertEqual(len(pages), 7)
            self.assertEqual(Browser(site.port).ask("GET", "/sitemap-places-1.xml").status, 404)
        with Program("--site-sitemap-profiles", "yes", "--site-sitemap-places", "yes",
                     database=self.database()) as site:
            site.run("user", "add", "vera", "--email", "vera@example.org", "--password-stdin", stdin="Galaxy.Curve7\n")
            browser = Browser(site.port)
            browser.ask("POST", "/v1/sessions", {"identifier": "vera", "password": "Galaxy.Curve7"})
            browser.ask("PATCH", "/v1/accounts/me/profile", {"bio": "Counts stars."})
            browser.ask("POST", "/v1/places", {"name": "Hill", "latitude": 48.85, "longitude": 2.35})
            base = self.addresses(browser, "/sitemap-pages.xml", "urlset", "url")[0]
            parts = self.addresses(browser, "/sitemap.xml", "sitemapindex", "sitemap")
            self.assertEqual([part.removeprefix(base) for part in parts],
                             ["sitemap-pages.xml", "sitemap-profiles.xml", "sitemap-places-1.xml"])
            self.assertEqual(self.addresses(browser, "/sitemap-profiles.xml", "urlset", "url"), [base + "users/vera"])
            self.assertEqual(self.addresses(browser, "/sitemap-places-1.xml", "urlset", "url"), [base + "locations/1"])


class PlacesOnPostgresql(Places):
    database = staticmethod(fresh_postgresql)


class ServedOnPostgresql(Served):
    database = staticmethod(fresh_postgresql)


if __name__ == "__main__":
    unittest.main()
