"""Pictures from a script: given by their path, kept beside the database, gone when they are taken away."""
import pathlib
import unittest

import asterism
from support import LibraryCase

SAMPLES = pathlib.Path(__file__).parent.parent / "media" / "samples"


class Pictures(LibraryCase):
    def kept(self):
        return [file for file in (pathlib.Path(self.folder) / "files").rglob("*") if file.is_file()]

    def test_a_picture_is_taken_in_by_its_path_and_taken_away(self):
        self.member()
        view = self.library.set_picture(actor="ada", picture=str(SAMPLES / "photo.jpg"))
        self.assertEqual(self.library.show_profile(handle="ada")["picture"], view["picture"])
        self.assertEqual({file.name for file in self.kept()}, {view["picture"], view["thumbnail"]})
        self.assertIsNone(self.library.remove_picture(actor="ada")["picture"])
        self.assertEqual(self.kept(), [])

    def test_what_is_no_picture_is_refused_and_leaves_nothing(self):
        self.member()
        with self.refused(asterism.Missing, "no_file", "picture"):
            self.library.set_picture(actor="ada", picture="/nowhere/at/all.jpg")
        with self.refused(asterism.Invalid, "unknown_image_format", "picture"):
            self.library.set_picture(actor="ada", picture=__file__)
        self.assertEqual(self.kept(), [])


if __name__ == "__main__":
    unittest.main()
