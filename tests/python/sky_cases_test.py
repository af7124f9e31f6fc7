"""The sky's use cases without a data folder."""
import os
import subprocess
import sys
import tempfile
import unittest
from datetime import date, datetime, timedelta, timezone

import asterism
from asterism import sky

LJUBLJANA = {"latitude": 46.05, "longitude": 14.51}
MINUTE = timedelta(minutes=1)

QUIET = """
from asterism import sky
sky.tonight(latitude=46.05, longitude=14.51, date="2026-11-21")
sky.bortle_at(latitude=46.05, longitude=14.51)
"""


def utc(*when):
    return datetime(*when, tzinfo=timezone.utc)


class Tonight(unittest.TestCase):
    def test_a_night_in_ljubljana(self):
        # By the town's clock, an hour ahead: night 18:09 to 05:26, dark from 04:26, when the Moon sets.
        night = sky.tonight(**LJUBLJANA, date=date(2026, 11, 21))
        self.assertEqual((night["date"], night["zone"], night["utc_offset_seconds"]), (date(2026, 11, 21), "Europe/Ljubljana", 3600))
        self.assertLess(abs(night["astronomical"]["dusk"] - utc(2026, 11, 21, 17, 9, 30)), MINUTE)
        self.assertLess(abs(night["astronomical"]["dawn"] - utc(2026, 11, 22, 4, 26, 30)), MINUTE)
        (dark,) = night["dark"]
        self.assertLess(abs(dark["begins"] - utc(2026, 11, 22, 3, 26, 30)), MINUTE)
        self.assertEqual(dark["ends"], night["astronomical"]["dawn"])
        self.assertAlmostEqual(night["moon"]["illumination"], 0.9, delta=0.01)

    def test_arrays_and_use_cases_tell_of_the_same_night(self):
        night = sky.tonight(**LJUBLJANA, date="2026-11-21")
        arrays = sky.twilights(utc(2026, 11, 21, 20), **LJUBLJANA)
        self.assertEqual([night[name][field] for name in ("civil", "nautical", "astronomical") for field in ("dusk", "dawn")],
                         [getattr(getattr(arrays, name), field) for name in ("civil", "nautical", "astronomical") for field in ("dusk", "dawn")])
        dark = sky.dark_intervals(utc(2026, 11, 21, 20), **LJUBLJANA)
        self.assertEqual([(each["begins"], each["ends"]) for each in night["dark"]], dark.intervals)

    def test_a_library_answers_the_same(self):
        with tempfile.TemporaryDirectory() as folder, asterism.Library(folder) as library:
            for case in ("sky_tonight", "dark_windows", "bortle_at"):
                fields = LJUBLJANA if case == "bortle_at" else {**LJUBLJANA, "date": "2026-11-21"}
                self.assertEqual(getattr(library, case)(**fields), getattr(sky, case.removeprefix("sky_"))(**fields))

    def test_fields_may_be_given_by_place(self):
        at = utc(2026, 1, 3, 10, 3)
        self.assertEqual(sky.moon(at, 46.05, 14.51), sky.moon_at(at=at, **LJUBLJANA))
        for call in (lambda: sky.moon(at, at=at), lambda: sky.bortle_at(*range(20))):
            with self.assertRaises(TypeError):
                call()

    def test_what_is_refused_names_the_field(self):
        for fields, code, field in (({"latitude": 91, "longitude": 0}, "sky_latitude_out_of_range", "latitude"),
                                    ({"latitude": 46}, "missing_field", "longitude"),
                                    ({**LJUBLJANA, "date": "2026-13-01"}, "bad_field", "date"),
                                    ({**LJUBLJANA, "nights": 3}, "unknown_field", "nights")):
            with self.assertRaises(asterism.Invalid) as refusal:
                sky.tonight(**fields)
            self.assertEqual((refusal.exception.code, refusal.exception.fields[0].field), (code, field))

    def test_nothing_is_written_anywhere(self):
        with tempfile.TemporaryDirectory() as home:
            subprocess.run([sys.executable, "-Bc", QUIET], check=True,
                           env=os.environ | {"HOME": home, "XDG_DATA_HOME": home, "ASTERISM_DATA": home + "/data"})
            self.assertEqual(os.listdir(home), [])


if __name__ == "__main__":
    unittest.main()
