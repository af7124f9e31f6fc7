"""Photos of places through the whole program: in, made again, and gone with their place."""
import http.client
import json
import pathlib
import unittest

from program import UNLIMITED, Browser, Program, fresh_postgresql

SAMPLES = pathlib.Path(__file__).parent.parent / "media" / "samples"
WIDE = (SAMPLES / "wide.jpg").read_bytes()
SMALL = (SAMPLES / "photo.jpg").read_bytes()
PASSWORD = "Correct.Horse7"


def form(*contents):
    out = b""
    for content in contents:
        out += (b'--xYz\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n'
                b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n")
    return out + b"--xYz--\r\n"


class Photos(unittest.TestCase):
    def setUp(self):
        self.site = Program(database=self.make_database(), env=UNLIMITED).start()
        added = self.site.run("user", "add", "ada", "--email", "ada@example.org", "--password-stdin",
                              stdin=PASSWORD + "\n")
        self.assertEqual(added.returncode, 0, added.stderr)
        self.ada = Browser(self.site.port)
        self.ada.ask("POST", "/v1/sessions", {"identifier": "ada", "password": PASSWORD})
        place = self.ada.ask("POST", "/v1/places", {"name": "Hill", "latitude": 48.85, "longitude": 2.35})
        self.assertEqual(place.status, 201, place.body)

    def tearDown(self):
        self.site.stop()
        self.site.home.cleanup()

    def make_database(self):
        return ""

    def send(self, *contents):
        return self.ada.ask("POST", "/v1/places/1/photos", form(*contents),
                            headers={"Content-Type": "multipart/form-data; boundary=xYz"})

    def names(self):
        photos = self.ada.ask("GET", "/v1/places/1/photos?sort=oldest").json["photos"]
        return [photo[size] for photo in photos for size in ("photo", "thumbnail")]

    def fetch(self, name):
        link = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        link.request("GET", f"/media/{name}")
        return link.getresponse().status

    def files(self):
        return sorted(file.name for file in (self.site.folder / "files").rglob("*") if file.is_file())

    def verb(self, *words, code=0):
        done = self.site.run(*words, "--json")
        self.assertEqual(done.returncode, code, done.stderr)
        return json.loads(done.stdout)

    def test_photos_are_kept_in_two_sizes_and_go_with_their_place(self):
        sent = self.send(WIDE, WIDE)
        self.assertEqual(sent.status, 201, sent.body)
        self.assertEqual((sent.json["photos"][0]["width"], sent.json["photos"][0]["height"]), (1300, 650))
        self.assertEqual(self.files(), sorted(self.names()))
        self.assertEqual({self.fetch(name) for name in self.names()}, {200})
        self.assertEqual(self.send(WIDE, SMALL).status, 400)
        self.assertEqual(len(self.files()), 4)
        self.assertEqual(self.ada.ask("DELETE", "/v1/places/1").status, 200)
        self.assertEqual(self.files(), [])

    def test_all_sizes_are_made_again_under_new_names(self):
        self.send(WIDE, WIDE)
        before = self.names()
        self.assertEqual(self.verb("media", "rebuild", "--dry-run", "--kind", "review")["looked_at"], 0)
        self.assertEqual(self.verb("media", "rebuild", "--dry-run")["changed"], 2)
        self.assertEqual(self.names(), before)
        self.assertEqual(self.verb("media", "rebuild", "--place", "1", "--kind", "place", "--limit", "1")["changed"], 1)
        after = self.names()
        self.assertEqual(after[2:], before[2:])
        self.assertNotIn(before[0], after)
        self.assertEqual(self.files(), sorted(after))
        self.assertEqual(self.verb("place", "backfill", "photo-sizes"), {"looked_at": 2, "changed": 0, "failed": 0})
        (self.site.folder / "files" / "kept" / after[0][:2] / after[0]).unlink()
        self.assertEqual(self.verb("media", "rebuild", code=1)["failed"], 1)
        self.assertEqual(self.site.run("media", "rebuild", "--limit", "none").returncode, 2)

    def test_the_command_line_takes_several_files(self):
        self.site.stop()
        wide = str(SAMPLES / "wide.jpg")
        done = self.site.run("call", "add_place_photos", "--as", "ada", "--place", "1", "--photos", json.dumps([wide, wide]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.files()), 4)


class PhotosOnPostgresql(Photos):
    def make_database(self):
        return fresh_postgresql()


if __name__ == "__main__":
    unittest.main()
