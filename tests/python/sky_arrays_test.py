"""The sky over numpy's arrays: what single values answer, element by element and bit by bit."""
import resource
import signal
import subprocess
import sys
import threading
import unittest
from datetime import datetime, timedelta, timezone

import numpy as np

from asterism import Invalid, sky

DAYS = np.arange("1955-01-01", "2065-01-01", 97, dtype="datetime64[D]")  # over both joins of the tables
STAMPS = (DAYS + np.timedelta64(0, "us")).astype("datetime64[us]") + 12_345_678_901 * np.arange(DAYS.size)
LATITUDES = np.linspace(-90, 90, STAMPS.size)
LONGITUDES = np.linspace(-180, 180, STAMPS.size)

OF_TIMES = (sky.illumination, sky.phase_angle, sky.moon_age, sky.moon_distance)
OF_PLACES = (sky.moon_altaz, sky.sun_altaz, lambda *args, **kw: sky.planet_altaz("saturn", *args, **kw),
             sky.moonlight, sky.sky_brightness)

DAEMONS = """
import threading, time, numpy
from asterism import sky
def work():
    while True: sky.moon_altaz(numpy.zeros(100_000), 46, 14)
for _ in range(4): threading.Thread(target=work, daemon=True).start()
time.sleep(0.3)
"""


def aware(stamp):
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=int(stamp.astype("i8")))


def columns(answer):
    return list(answer) if isinstance(answer, tuple) else [answer]


class Same(unittest.TestCase):
    """assertEqual on floats is on bits here: no answer is -0.0 where another is 0.0, or not a number."""

    def test_an_element_is_what_a_single_value_answers(self):
        for function in OF_TIMES:
            singles = [function(aware(stamp)) for stamp in STAMPS]
            self.assertEqual(function(STAMPS).tolist(), singles)
            self.assertTrue(all(type(single) is float for single in singles))
        for function in OF_PLACES:
            singles = [columns(function(aware(stamp), float(lat), float(lon)))
                       for stamp, lat, lon in zip(STAMPS, LATITUDES, LONGITUDES)]
            arrays = [column.tolist() for column in columns(function(STAMPS, LATITUDES, LONGITUDES))]
            self.assertEqual(arrays, [list(column) for column in zip(*singles)])

    def test_answers_have_names_and_the_type_of_numbers(self):
        moon = sky.moon_altaz(STAMPS, 46.05, 14.51)
        self.assertEqual((moon.altitude.dtype, moon.azimuth.shape), (np.float64, STAMPS.shape))
        self.assertTrue(((-90 <= moon.altitude) & (moon.altitude <= 90)).all())
        self.assertTrue(((0 <= moon.azimuth) & (moon.azimuth < 360)).all())

    def test_moments_are_the_same_in_all_their_forms(self):
        wanted = sky.phase_angle(STAMPS).tolist()
        nanoseconds = STAMPS.astype("M8[ns]")
        for times in (nanoseconds, nanoseconds + np.timedelta64(999, "ns"), [aware(stamp) for stamp in STAMPS],
                      np.array([aware(stamp) for stamp in STAMPS]), STAMPS.astype(">M8[us]"), list(STAMPS),
                      [aware(stamp).isoformat() for stamp in STAMPS]):
            self.assertEqual(sky.phase_angle(times).tolist(), wanted)
        seconds = DAYS.astype("M8[s]")
        wanted = sky.phase_angle(DAYS).tolist()
        for times in (seconds, seconds.astype("M8[ms]"), seconds.astype("M8[h]"), seconds.astype("i8"),
                      seconds.astype("i8").astype(float), seconds.astype("i8").tolist()):
            self.assertEqual(sky.phase_angle(times).tolist(), wanted)
        self.assertEqual(sky.phase_angle(1_767_434_580.25), sky.phase_angle("2026-01-03T10:03:00.25Z"))
        self.assertEqual(sky.phase_angle(np.datetime64("2026-01-03T10:03")), sky.phase_angle("2026-01-03T10:03:00Z"))

    def test_memory_may_lie_in_any_order_and_be_read_only(self):
        grid = np.linspace(-60, 60, 24).reshape(4, 6)
        wanted = [[sky.moon_altaz(0, float(lat), 14.5).altitude for lat in row] for row in grid]
        wide = np.zeros((4, 13))
        wide[:, 1::2] = grid
        record = np.zeros((4, 6), dtype=[("flag", "i1"), ("latitude", "f8")])
        record["latitude"] = grid
        still = grid.copy()
        still.flags.writeable = False
        for latitudes in (grid, np.asfortranarray(grid), wide[:, 1::2], np.flip(np.flip(grid).copy()),
                          record["latitude"], still, grid.astype(">f8"), grid.tolist(), grid.astype("f16")):
            self.assertEqual(sky.moon_altaz(0, latitudes, 14.5).altitude.tolist(), wanted)

    def test_numbers_of_other_widths_are_what_they_stand_for(self):
        small = np.linspace(-60, 60, 7, dtype="f4")
        self.assertEqual(sky.sun_altaz(0, small, 1).altitude.tolist(), sky.sun_altaz(0, small.astype("f8"), 1).altitude.tolist())
        for kind in ("i1", "u2", "i4", "i8", "f2"):
            self.assertEqual(sky.luminance(np.array([20, 21], dtype=kind)).tolist(), sky.luminance([20.0, 21.0]).tolist())

    def test_shapes_are_broadcast(self):
        nights = STAMPS[:5]
        table = sky.moon_altaz(nights, LATITUDES[:3, None], LONGITUDES[:3, None]).altitude
        self.assertEqual(table.shape, (3, 5))
        for row in range(3):
            self.assertEqual(table[row].tolist(), sky.moon_altaz(nights, LATITUDES[row], LONGITUDES[row]).altitude.tolist())
        self.assertEqual(sky.moon_altaz(0, np.zeros((2, 1, 3)), np.zeros((4, 1)), np.array([0.0])).azimuth.shape, (2, 4, 3))
        with self.assertRaises(Invalid) as refusal:
            sky.moon_altaz(nights, [1, 2], 3)
        self.assertEqual((refusal.exception.code, refusal.exception.detail), ("shapes_differ", "latitude"))

    def test_nothing_in_nothing_out(self):
        self.assertEqual(sky.illumination([]).shape, (0,))
        self.assertEqual(sky.moon_altaz(np.empty((0, 3)), [1, 2, 3], 4).altitude.shape, (0, 3))
        self.assertEqual(sky.time_zone([], []).shape, (0,))
        rises = sky.rise_set("sun", [], 0, 0, 86400)
        self.assertEqual((rises.state.shape, rises.events.at.dtype, rises.events.kind.size), ((0,), "M8[us]", 0))

    def test_a_single_element_may_have_no_dimension(self):
        for zero_dimensional in (np.float64(20), np.float32(20), np.array(20.0), np.int64(20)):
            answer = sky.luminance(zero_dimensional)
            self.assertIs(type(answer), float)
            self.assertEqual(answer, sky.luminance(20))


class Refusals(unittest.TestCase):
    def refused(self, code, detail, function, *args, **kwargs):
        with self.assertRaises(Invalid) as refusal:
            function(*args, **kwargs)
        self.assertIsInstance(refusal.exception, ValueError)
        self.assertEqual((refusal.exception.code, refusal.exception.detail), (code, detail))

    def test_the_first_bad_element_is_named_by_its_place_in_its_own_argument(self):
        bad = np.zeros((1000, 3))
        bad[700, 2] = 90.0000001
        bad[701, 0] = np.nan
        self.refused("sky_latitude_out_of_range", "latitude[700, 2]", sky.moon_altaz, 0, bad, 0)
        bad[1, 1] = -np.inf
        self.refused("sky_latitude_out_of_range", "latitude[1, 1]", sky.moon_altaz, 0, bad, 0)
        self.refused("sky_longitude_out_of_range", "longitude[2, 0]", sky.time_zone, [1, 2, 3], [[0], [0], [181]])
        self.refused("sky_elevation_out_of_range", "elevation", sky.sun_altaz, 0, 0, 0, 9001)
        self.refused("sky_magnitude_out_of_range", "mag[0]", sky.bortle, [np.nan])
        self.refused("sky_luminance_out_of_range", "luminance", sky.magnitude, -1e-9)

    def test_of_several_arguments_the_first_row_decides(self):
        self.refused("sky_longitude_out_of_range", "longitude[1]", sky.moon_altaz, 0, [0, 0, 91], [0, 200, 0])
        self.refused("sky_latitude_out_of_range", "latitude[1]", sky.moon_altaz, 0, [0, 91, 0], [0, 200, 0])

    def test_moments_end_with_the_years_that_are_known(self):
        first, last = np.datetime64("1900-01-01T00:00:00", "us"), np.datetime64("2100-12-31T23:59:59.999999", "us")
        self.assertTrue(np.isfinite(sky.moon_age([first, last])).all())
        for unit in ("us", "ns", "ms", "s"):
            times = np.array([first, last, np.datetime64("NaT")]).astype(f"M8[{unit}]")
            self.refused("sky_date_out_of_range", "times[2]", sky.moon_age, times)
            self.refused("sky_date_out_of_range", "times[0]", sky.moon_age, (times[:1] - 1))
            after = np.array([last, np.datetime64("2101-01-01")]).astype(f"M8[{unit}]")
            self.refused("sky_date_out_of_range", "times[1]", sky.moon_age, after)
        for seconds in (np.nan, np.inf, -np.inf, 1e300, -2_208_988_800.1, 4_133_980_800.0, 10**30):
            self.refused("sky_date_out_of_range", "times", sky.moon_age, seconds)
        self.refused("sky_date_out_of_range", "times[1]", sky.moon_age, [0.0, np.nan])
        self.refused("sky_date_out_of_range", "times[0]", sky.moon_age, np.array(["9999-01-01"], dtype="M8[D]"))

    def test_what_is_no_moment_is_refused_by_its_kind(self):
        self.refused("naive_datetime", "times", sky.moon_age, datetime(2026, 1, 1))
        self.refused("naive_datetime", "times[1]", sky.moon_age, [aware(STAMPS[0]), datetime(2026, 1, 1)])
        self.refused("bad_field", "times", sky.moon_age, "tomorrow")
        for wrong in (None, True, object(), b"2026", {}, np.array([True]), np.array([1j]), np.array([b"x"]),
                      np.zeros(3, dtype="f4"), np.ma.masked_array([0.0, 1.0], [False, True])):
            self.refused("unfit_type", "times", sky.moon_age, wrong)
        for wrong in (None, True, "1", np.array(["1"]), np.array([True]), STAMPS, np.array([object()])):
            self.refused("unfit_type", "mag", sky.bortle, wrong)

    def test_names_are_among_those_that_there_are(self):
        self.refused("bad_field", "name", sky.planet_altaz, "pluto", 0, 0, 0)
        self.refused("bad_field", "body", sky.rise_set, "Moon", 0, 0, 0, 1)
        self.refused("bad_field", "scheme", sky.bortle, 20, scheme="mine")
        self.refused("bad_field", "refraction", sky.moon_altaz, 0, 0, 0, refraction=1)
        self.refused("bad_field", "sampling", sky.artificial_brightness, 0, 0, sampling="cubic")

    def test_arguments_are_filled_as_pythons_own(self):
        self.assertEqual(sky.moon_altaz(0, longitude=3, latitude=2), sky.moon_altaz(0, 2, 3, 0.0, False))
        for call in (lambda: sky.moon_altaz(0, 1), lambda: sky.moon_altaz(0, 1, lat=2), lambda: sky.bortle(1, "classic", 3),
                     lambda: sky.moon_altaz(0, 1, 2, latitude=1), lambda: sky.bortle()):
            with self.assertRaises(TypeError):
                call()


class Costs(unittest.TestCase):
    def test_ten_million_answers_take_room_for_themselves_alone(self):
        count = 10_000_000
        magnitudes = np.full(count, 21.0)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        answers = sky.luminance(magnitudes)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        self.assertLess(grown, 8 * count + 20_000_000)  # a copy of what was given would add 80 million
        self.assertEqual(answers[-1], sky.luminance(21))

    def test_python_goes_on_while_an_array_is_answered(self):
        thread = threading.Thread(target=lambda: sky.moon_altaz(np.zeros(500_000), 46, 14))
        thread.start()
        turns = 0
        while thread.is_alive():
            thread.join(0.001)
            turns += 1
        self.assertGreater(turns, 10)

    def test_a_long_call_can_be_interrupted(self):
        class Enough(Exception):
            pass

        def enough(*_):
            raise Enough

        before = signal.signal(signal.SIGALRM, enough)
        self.addCleanup(signal.signal, signal.SIGALRM, before)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with self.assertRaises(Enough):  # or else in some minutes
            sky.artificial_brightness(np.broadcast_to(46.05, 10_000_000), 14.51)

    def test_the_interpreter_may_end_while_threads_answer(self):
        program = subprocess.run([sys.executable, "-c", DAEMONS], capture_output=True, timeout=60)
        self.assertEqual((program.returncode, program.stderr), (0, b""))

    def test_a_refused_call_keeps_nothing(self):
        times = np.zeros(5)
        count = sys.getrefcount(times)
        for _ in range(50):
            sky.moon_age(times)
            with self.assertRaises(Invalid):
                sky.moon_altaz(times, 91, 0)
        self.assertEqual(sys.getrefcount(times), count)


if __name__ == "__main__":
    unittest.main()
