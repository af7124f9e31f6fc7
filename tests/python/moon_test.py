"""The Moon without a data folder."""
import os
import subprocess
import sys
import tempfile
import unittest
from datetime import datetime, timedelta, timezone

import asterism


class Moon(unittest.TestCase):
    def test_full_and_new_of_january_2026(self):
        # Instants to the minute: U.S. Naval Observatory, Phases of the Moon 2026.
        full = asterism.sky.moon(datetime(2026, 1, 3, 10, 3, tzinfo=timezone.utc))
        self.assertEqual(full["phase"], "full_moon")
        self.assertGreater(full["illumination"], 0.998)
        minute = timedelta(minutes=1)
        new = datetime(2026, 1, 18, 19, 52, tzinfo=timezone.utc)
        self.assertLess(abs(full["next_new_moon"] - new), minute)
        self.assertLess(asterism.sky.moon(new)["illumination"], 0.002)
        self.assertLess(abs(full["next_first_quarter"] - datetime(2026, 1, 26, 4, 47, tzinfo=timezone.utc)), minute)

    def test_now_is_meant_where_no_moment_is_given(self):
        for moon in (asterism.sky.moon(), asterism.sky.moon(None), asterism.sky.moon(at=None)):
            self.assertLess(abs(datetime.now(timezone.utc) - moon["at"]), timedelta(minutes=1))

    def test_the_library_answers_the_same(self):
        at = "2026-02-01T22:09:00Z"
        with tempfile.TemporaryDirectory() as folder, asterism.Library(folder) as library:
            self.assertEqual(library.moon_at(at=at), asterism.sky.moon(at))

    def test_a_fraction_is_a_float_even_where_it_is_whole(self):
        at = datetime(2026, 1, 1, tzinfo=timezone.utc)
        for day in range(60):
            moon = asterism.sky.moon(at + timedelta(days=day))
            self.assertTrue(all(type(moon[name]) is float for name in ("illumination", "age_days")))

    def test_nothing_is_written_anywhere(self):
        with tempfile.TemporaryDirectory() as home:
            subprocess.run([sys.executable, "-Bc", "from asterism import sky; sky.moon()"], check=True,
                           env=os.environ | {"HOME": home, "XDG_DATA_HOME": home, "ASTERISM_DATA": home + "/data"})
            self.assertEqual(os.listdir(home), [])


if __name__ == "__main__":
    unittest.main()
