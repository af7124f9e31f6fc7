"""Files of places with what lies beside them: pictures, or a long standard input."""
import json
import pathlib
import shutil
import tempfile
import unittest

from places_test import Folder
from program import fresh_postgresql

SAMPLES = pathlib.Path(__file__).parent.parent / "media" / "samples"


class Intake(unittest.TestCase):
    database = staticmethod(lambda: "")

    def folder(self):
        made = Folder(self.database())
        self.addCleanup(made.site.home.cleanup)
        return made.operator()

    def test_pictures_beside_the_file_are_taken_in_with_their_places(self):
        folder = self.folder()
        inside = folder.path / "pictures"
        inside.mkdir()
        shutil.copy(SAMPLES / "wide.jpg", inside / "hill.jpg")
        shutil.copy(SAMPLES / "photo.jpg", inside / "small.jpg")
        (inside / "words.jpg").write_text("no picture")
        (inside / "huge.jpg").write_bytes((SAMPLES / "wide.jpg").read_bytes() + b"\0" * (5 << 20))
        outside = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copy(SAMPLES / "wide.jpg", outside / "secret.jpg")
        (inside / "link.jpg").symlink_to(outside / "secret.jpg")
        bad = {"small": "image_too_small", "words": "unknown_image_format", "huge": "file_too_large", "link": "no_file",
               "none": "no_file"}
        names = ["pictures/hill.jpg", *(f"pictures/{name}.jpg" for name in bad), str(outside / "secret.jpg"),
                 f"pictures/../../{outside.name}/secret.jpg", "pictures"]
        rows = [{"name": f"Place {at}", "latitude": at, "longitude": 0, "image_url": name, "validation_notes": "By night."}
                for at, name in enumerate(names)]
        words = ("place", "import", folder.file("seed.json", {"locations": rows}))
        for flags, said in ((["--dry-run"], "1 would be added, 0 there already, 8 refused\n"),
                            ([], "1 added, 0 there already, 8 refused\n"), ([], "0 added, 1 there already, 8 refused\n")):
            done = folder.run(*words, *flags)
            self.assertEqual((done.returncode, done.stdout), (1, said), done.stderr)
            for at, slug in enumerate([*bad.values(), "no_file", "no_file", "no_file"], 1):
                self.assertIn(f"row {at + 1} (Place {at}): {names[at]}: {slug}: ", done.stderr)
        self.assertEqual([place["name"] for place in folder.places()], ["Place 0"], "none without its picture")
        photo, = json.loads(folder.run("call", "list_photos", "--place", "1").stdout)["photos"]
        self.assertEqual((photo["caption"], photo["position"], photo["uploaded_by"]["handle"]), ("By night.", 1, "starview"))
        self.assertGreaterEqual(photo["width"], 1200)
        done = folder.run(*words, "--skip-images")
        self.assertEqual((done.returncode, done.stdout), (0, "8 added, 1 there already, 0 refused\n"), done.stderr)

    def test_standard_input_may_be_long_and_has_no_pictures_beside_it(self):
        folder = self.folder()
        row = {"name": "Hill", "latitude": 40, "longitude": -4}
        done = folder.site.run("place", "import", "-", "--format", "seed",
                               stdin=json.dumps({"locations": [row]}) + " " * (3 << 20))
        self.assertEqual((done.returncode, done.stdout), (0, "1 added, 0 there already, 0 refused\n"), done.stderr)
        row.update(name="Lake", image_url="seed.json")
        done = folder.site.run("place", "import", "-", "--format", "seed", stdin=json.dumps({"locations": [row]}))
        self.assertEqual((done.returncode, done.stdout), (1, "0 added, 0 there already, 1 refused\n"), done.stderr)
        self.assertEqual([place["name"] for place in folder.places()], ["Hill"])


class OnPostgresql(Intake):
    database = staticmethod(fresh_postgresql)


if __name__ == "__main__":
    unittest.main()
