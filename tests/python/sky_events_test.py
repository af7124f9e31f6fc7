"""Phases, rises and sets, twilights and dark hours: complete lists, and the same in arrays."""
import math
import unittest
from datetime import datetime, timedelta, timezone

import ephem
import numpy as np

from asterism import Invalid, sky

LJUBLJANA = (46.05, 14.51)
MINUTE = timedelta(minutes=1)


def utc(*when):
    return datetime(*when, tzinfo=timezone.utc)


def stamps(moments):
    return [np.datetime64("NaT") if at is None else np.datetime64(at.replace(tzinfo=None), "us") for at in moments]


class Phases(unittest.TestCase):
    def test_quarters_come_in_order_and_on_time(self):
        # Instants to the minute: U.S. Naval Observatory, Phases of the Moon 2026.
        found = sky.phases(utc(2026, 1, 1), "2026-02-01T00:00:00Z")
        wanted = [(utc(2026, 1, 3, 10, 3), "full_moon"), (utc(2026, 1, 10, 15, 48), "last_quarter"),
                  (utc(2026, 1, 18, 19, 52), "new_moon"), (utc(2026, 1, 26, 4, 47), "first_quarter")]
        self.assertEqual([event.kind for event in found], [kind for _, kind in wanted])
        for event, (at, _) in zip(found, wanted):
            self.assertLess(abs(event.at - at), MINUTE)

    def test_a_range_holds_its_start_and_not_its_end(self):
        at = sky.phases("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z")[0].at
        self.assertEqual([event.at for event in sky.phases(at, at + MINUTE)], [at])
        self.assertEqual(sky.phases(at - MINUTE, at), [])
        self.assertEqual(sky.phases(at, at), [])

    def test_two_centuries_have_all_their_quarters(self):
        found = sky.phases("1900-01-01T00:00:00Z", "2100-12-31T00:00:00Z")
        self.assertEqual(len(found), 9945)  # as many as the reference of the phases has
        self.assertTrue(all(a.at < b.at for a, b in zip(found, found[1:])))

    def test_ranges_are_single_and_forward(self):
        for start, end, code in ((1.0, 0.0, "sky_range_reversed"), ([0.0], 1.0, "unfit_type"), (0.0, 1e18, "sky_date_out_of_range")):
            with self.assertRaises(Invalid) as refusal:
                sky.phases(start, end)
            self.assertEqual(refusal.exception.code, code)


class RiseSet(unittest.TestCase):
    def test_a_day_has_its_events(self):
        # Moonset of the night of 2026-11-21 in Ljubljana: 04:26 by its clock, an hour ahead.
        found = sky.rise_set("moon", *LJUBLJANA, utc(2026, 11, 21, 11), utc(2026, 11, 22, 11))
        self.assertEqual((found.state, [event.kind for event in found.events]), ("events", ["rise", "set"]))
        self.assertLess(abs(found.events[1].at - utc(2026, 11, 22, 3, 26, 30)), MINUTE)

    def test_bodies_that_stay_up_or_down_say_so(self):
        summer, winter = utc(2026, 6, 21), utc(2026, 12, 21)
        day = timedelta(1)
        self.assertEqual(sky.rise_set("sun", 80, 20, summer, summer + day), ("above_all_window", []))
        self.assertEqual(sky.rise_set("sun", 80, 20, winter, winter + day), ("below_all_window", []))

    def test_long_windows_are_as_good_as_short_ones(self):
        for body in ("sun", "moon", "jupiter"):
            whole = sky.rise_set(body, 69.6, 18.9, utc(2026, 1, 1), utc(2027, 1, 1)).events
            days = np.arange("2026-01-01", "2027-01-01", dtype="M8[D]")
            parts = sky.rise_set(body, 69.6, 18.9, days, days + 1)
            self.assertEqual(parts.events.kind.tolist(), [event.kind for event in whole])
            apart = parts.events.at - np.array(stamps([event.at for event in whole]))
            self.assertLess(abs(apart).max(), np.timedelta64(20, "ms"))
            self.assertTrue((days[parts.events.index] <= parts.events.at).all())
            self.assertTrue((parts.events.at < days[parts.events.index] + 1).all())
            self.assertTrue((np.diff(parts.events.index) >= 0).all())

    def test_arrays_answer_what_single_windows_do(self):
        days = np.arange("2026-01-01", "2026-12-31", 30, dtype="M8[D]")
        latitudes = np.array([[-75.0], [0.0], [69.6]])
        table = sky.rise_set("moon", latitudes, 18.9, days, days + 2)
        self.assertEqual(table.state.shape, (3, days.size))
        index = 0
        for latitude in latitudes[:, 0]:
            for day in days.astype("M8[s]").astype(int):
                single = sky.rise_set("moon", latitude, 18.9, int(day), int(day) + 2 * 86400)
                mine = table.events.index == index
                self.assertEqual(table.state.ravel()[index], single.state)
                self.assertEqual(table.events.kind[mine].tolist(), [event.kind for event in single.events])
                self.assertEqual(table.events.at[mine].tolist(), [event.at.replace(tzinfo=None) for event in single.events])
                index += 1

    def test_a_window_ends_after_it_begins(self):
        with self.assertRaises(Invalid) as refusal:
            sky.rise_set("moon", 0, 0, [0, 0, 0], [1, 0, -1])
        self.assertEqual((refusal.exception.code, refusal.exception.detail), ("sky_range_reversed", "end[1]"))


class Nights(unittest.TestCase):
    def test_a_night_in_ljubljana(self):
        night = sky.twilights(utc(2026, 11, 21, 20), *LJUBLJANA)
        dark = sky.dark_intervals(utc(2026, 11, 21, 20), *LJUBLJANA)
        self.assertLess(abs(night.astronomical.dusk - utc(2026, 11, 21, 17, 9, 30)), MINUTE)
        self.assertLess(abs(night.astronomical.dawn - utc(2026, 11, 22, 4, 26, 30)), MINUTE)
        self.assertEqual(dark.intervals[0].ends, night.astronomical.dawn)
        self.assertLess(abs(dark.intervals[0].begins - utc(2026, 11, 22, 3, 26, 30)), MINUTE)
        self.assertEqual(dark.minutes, (dark.intervals[0].ends - dark.intervals[0].begins) / MINUTE)
        self.assertEqual(sky.twilights(utc(2026, 11, 22, 8), *LJUBLJANA), night)

    def test_white_and_polar_nights_are_told_apart(self):
        white = sky.twilights(utc(2026, 6, 21, 22), 59.9, 30.3)
        self.assertEqual((white.civil.state, white.nautical), ("events", ("above_all_window", None, None)))
        self.assertTrue(-12 < white.lowest_sun < -6)
        polar = sky.twilights(utc(2026, 12, 21, 22), 89, 0)
        self.assertEqual(polar.astronomical, ("below_all_window", None, None))

    def test_arrays_answer_what_single_moments_do(self):
        times = np.arange("2026-01-01T18", "2027-01-01T18", 15 * 24, dtype="M8[h]")
        latitudes = np.array([[-89.0], [46.05], [64.0]])
        nights, dark = sky.twilights(times, latitudes, 10), sky.dark_intervals(times, latitudes, 10)
        singles = [[(sky.twilights(time, latitude, 10), sky.dark_intervals(time, latitude, 10)) for time in times]
                   for latitude in latitudes[:, 0]]
        for depth in ("sun", "civil", "nautical", "astronomical"):
            for field in ("dusk", "dawn"):
                wanted = [stamps(getattr(getattr(night, depth), field) for night, _ in row) for row in singles]
                np.testing.assert_array_equal(getattr(getattr(nights, depth), field), np.array(wanted))
            self.assertEqual(getattr(nights, depth).state.tolist(), [[getattr(night, depth).state for night, _ in row] for row in singles])
        self.assertEqual(nights.lowest_sun.tolist(), [[night.lowest_sun for night, _ in row] for row in singles])
        self.assertEqual(dark.minutes.tolist(), [[night.minutes for _, night in row] for row in singles])
        flat = [(index, *stamps(interval)) for index, (_, night) in enumerate(sum(singles, [])) for interval in night.intervals]
        self.assertEqual(list(zip(dark.intervals.index, dark.intervals.begins, dark.intervals.ends)), flat)


class AgreesWithPyEphem(unittest.TestCase):
    """An independent library (XEphem's theories). Its clock runs up to 5 s off (delta T), 2.5" of the Moon's way."""

    def test_fifty_instants(self):
        for turn in range(50):
            at = utc(1975, 1, 1) + timedelta(days=turn * 363.7, hours=turn * 5.3)
            latitude, longitude = -85 + 3.4 * turn, -175 + 7.1 * turn
            observer = ephem.Observer()
            observer.lat, observer.lon, observer.date, observer.pressure = str(latitude), str(longitude), at.replace(tzinfo=None), 0
            for body, where in ((ephem.Moon(observer), sky.moon_altaz), (ephem.Sun(observer), sky.sun_altaz)):
                ours = where(at, latitude, longitude)
                east = (ours.azimuth - math.degrees(body.az) + 180) % 360 - 180
                apart = math.hypot(ours.altitude - math.degrees(body.alt), east * math.cos(body.alt))
                self.assertLess(apart * 3600, 25, (body.name, at))  # arcseconds: UTC is not UT1 there
            self.assertAlmostEqual(sky.illumination(at), ephem.Moon(observer).phase / 100, delta=3e-4)


if __name__ == "__main__":
    unittest.main()
