"""Light: scales, classes, maps and estimates of it, and the clocks of places."""
import math
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

import numpy as np

from asterism import Invalid, Unavailable, sky
from raster_file import raster_bytes

NATURAL = 0.171168465  # mcd/m2 of a zenith of 22.00 mag/arcsec2

WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None
from asterism import sky
assert -90 <= sky.moon_altaz("2026-01-01T00:00:00Z", 46, 14.5).altitude <= 90
assert len(sky.phases(1.7e9, 1.71e9)) > 10
assert sky.rise_set("sun", 46, 14.5, 1.7e9, 1.7e9 + 86400).state == "events"
assert sky.twilights(1.7e9, 46, 14.5).sun.dusk and sky.dark_intervals(1.7e9, 46, 14.5).minutes >= 0
assert (sky.bortle(20.0), sky.time_zone(46.05, 14.51)) == (5, "Europe/Ljubljana")
assert sky.artificial_brightness(46.05, 14.51) > 0 and sky.moon()["illumination"] <= 1
try:
    sky.illumination([1.7e9])
except ImportError as error:
    assert "numpy" in str(error)
else:
    raise AssertionError("a list was answered without numpy")
"""


def map_bytes():
    """Cells of 10 degrees: 0.5 mcd/m2 north of the equator, 8 south of it, no data in the first column."""
    luminances = np.full((18, 36), 0.5)
    luminances[9:] = 8
    luminances[:, 0] = np.nan
    return raster_bytes(luminances)


class Scales(unittest.TestCase):
    def test_figures_are_the_published_ones(self):
        self.assertAlmostEqual(sky.luminance(22), NATURAL, places=9)
        self.assertAlmostEqual(sky.magnitude(NATURAL), 22, places=8)
        self.assertAlmostEqual(sky.limiting_magnitude(22), 6.62, places=2)
        np.testing.assert_allclose(sky.magnitude(sky.luminance(np.linspace(10, 25, 99))), np.linspace(10, 25, 99))
        self.assertEqual(sky.magnitude(0), math.inf)

    def test_classes_are_integers_by_a_named_scheme(self):
        self.assertEqual(sky.bortle([21.99, 21.65, 18.7, 10]).tolist(), [1, 2, 6, 9])
        self.assertEqual(sky.bortle([21.99, 21.65, 18.7, 10], scheme="ratio").tolist(), [1, 4, 7, 9])
        self.assertEqual((sky.bortle([20.0]).dtype, type(sky.bortle(20))), (np.int64, int))


class Brightness(unittest.TestCase):
    def test_terms_add_up_and_name_the_moon(self):
        hours = np.arange("2026-01-03T18", "2026-01-04T05", dtype="M8[h]")  # full moon, high in the night
        bright = sky.sky_brightness(hours, 46.05, 14.51, artificial=0.4)
        np.testing.assert_allclose(bright.natural + bright.artificial + bright.moonlight + bright.twilight, bright.total)
        self.assertEqual(bright.moonlight.tolist(), sky.moonlight(hours, 46.05, 14.51).tolist())
        self.assertTrue((bright.moonlight > 1).all())
        self.assertEqual(bright.magnitude.tolist(), sky.magnitude(bright.total).tolist())
        new = sky.sky_brightness("2026-01-18T23:00:00Z", 46.05, 14.51)
        self.assertEqual((new.moonlight, new.twilight, new.total), (0, 0, new.natural))

    def test_patches_of_sky_are_broadcast(self):
        answer = sky.moonlight("2026-01-03T23:00:00Z", 46.05, 14.51, altitude=[[30], [90]], azimuth=[0, 120, 240])
        self.assertEqual(answer.shape, (2, 3))
        self.assertEqual(len(set(answer[1].round(9))), 1)  # the zenith has no azimuth
        for wrong in ({"altitude": -1}, {"azimuth": 361}, {"extinction": 3}, {"elevation": math.nan}):
            with self.assertRaises(Invalid):
                sky.moonlight(0, 0, 0, **wrong)


class Lamps(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name, "light.sky")
        self.file.write_bytes(map_bytes())

    def test_a_map_is_read_by_path_and_by_name_alike(self):
        latitudes, longitudes = np.array([45.0, -45.0, 45.0]), np.array([15.0, 15.0, -175.0])
        opened = sky.Raster(self.file)
        for raster in (opened, self.file, str(self.file)):
            light = sky.artificial_brightness(latitudes, longitudes, raster)
            np.testing.assert_allclose(light, [0.5, 8, np.nan], rtol=1e-3)
            singles = [sky.artificial_brightness(*place, raster) for place in zip(latitudes.tolist(), longitudes.tolist())]
            np.testing.assert_array_equal(light, singles)
        self.assertEqual((opened.source, opened.licence, opened.year, opened.uncertainty), ("A test", "Nobody's", 2015, 0.3))

    def test_between_cells_is_a_way_of_its_own(self):
        light = sky.artificial_brightness([45, 0], 15, self.file, sampling="bilinear")
        np.testing.assert_allclose(light, [0.5, 4.25], rtol=1e-3)

    def test_without_a_map_it_is_estimated(self):
        city, sea = sky.artificial_brightness([46.05, -40], [14.51, -120])
        self.assertGreater(city, 0.3)
        self.assertEqual(sea, 0)

    def test_what_is_no_map_is_said_plainly(self):
        self.file.write_bytes(b"no map" * 1000)
        for path in (self.file, self.file / "below", self.file.parent):
            for call in (lambda: sky.Raster(path), lambda: sky.artificial_brightness(0, 0, path)):
                with self.assertRaises(Unavailable) as refusal:
                    call()
                self.assertEqual(refusal.exception.code, "raster_unavailable")
                self.assertTrue(refusal.exception.detail)
        with self.assertRaises(TypeError):
            sky.artificial_brightness(0, 0, 5)

    def test_threads_read_one_map_at_once(self):
        raster, answers = sky.Raster(self.file), []
        latitudes = np.linspace(-89, 89, 200_000)
        threads = [threading.Thread(target=lambda: answers.append(sky.artificial_brightness(latitudes, 15, raster))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(answers), 4)
        self.assertEqual({answer.tobytes() for answer in answers}, {answers[0].tobytes()})


class Clocks(unittest.TestCase):
    def test_zones_of_many_places(self):
        zones = sky.time_zone([[46.05, 40.71], [0, -33.87]], [[14.51, -74.01], [-30, 151.21]])
        self.assertEqual(zones.tolist(), [["Europe/Ljubljana", "America/New_York"], ["Etc/GMT+2", "Australia/Sydney"]])
        self.assertEqual(sky.time_zone(46.05, 14.51), "Europe/Ljubljana")


class Alone(unittest.TestCase):
    def test_single_values_need_no_numpy(self):
        subprocess.run([sys.executable, "-Bc", WITHOUT_NUMPY], check=True)


if __name__ == "__main__":
    unittest.main()
