"""Two hundred random questions to the sky: C++, the command line, HTTP and Python answer with the same bits."""
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlencode

from program import UNLIMITED, Browser, Program

sys.path.insert(0, os.environ["ASTERISM_PYTHONPATH"])
from asterism import Invalid, sky  # noqa: E402

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
PATHS = {"moon_at": "moon", "sun_at": "sun", "planets_at": "planets", "meteor_showers": "showers", "sky_tonight": "tonight",
         "dark_windows": "dark", "best_nights": "best-nights", "bortle_at": "bortle", "sky_brightness_at": "brightness",
         "time_zone_at": "zone"}
CORNERS = ((90.0, 0.0), (-90.0, 123.4), (0.0, 180.0), (0.0, -180.0), (66.56, 179.999999), (78.22, 15.65))


class Questions:
    """The same ones each time."""

    def __init__(self):
        self.dice = random.Random(2026)

    def moment(self):
        """Between 1900 and 2100, to the microsecond."""
        at = datetime(1900, 1, 1) + timedelta(microseconds=self.dice.randrange(201 * 365 * 86400 * 10**6))
        return rfc3339(at.replace(tzinfo=timezone.utc))

    def day(self):
        return str(date(1900, 1, 2) + timedelta(self.dice.randrange(200 * 365)))

    def place(self):
        if self.dice.random() < 0.1:
            latitude, longitude = self.dice.choice(CORNERS)
        else:
            latitude, longitude = self.dice.uniform(-90, 90), self.dice.uniform(-180, 180)
        return {"latitude": latitude, "longitude": longitude}

    def fields(self, case):
        if case == "meteor_showers":
            return {"year": self.dice.randrange(1900, 2101), **self.place()}
        if case == "bortle_at":
            return self.place()
        if case in ("sky_tonight", "dark_windows", "best_nights"):
            return {"date": self.day(), **self.place()}
        if case in ("sky_brightness_at", "time_zone_at"):
            return {"at": self.moment(), **self.place()}
        place = self.place() if self.dice.random() < 0.8 else {}
        return {"at": self.moment(), **place}

    def all(self, count):
        cases = sorted(PATHS)
        return [(case, self.fields(case)) for case in (cases[i % len(cases)] for i in range(count))]


def rfc3339(at):
    return at.isoformat(timespec="microseconds" if at.microsecond else "seconds").replace("+00:00", "Z")


def as_json(value):
    """Python's answer with moments as texts and all numbers as floats, whose bits are then compared."""
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return str(value)
    return float(value) if type(value) is int else value


def bits(value):
    return json.dumps(value)  # floats as the shortest text that reads back the same; -0.0 is not 0.0


class SameBits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.questions = Questions().all(200)
        lines = "".join(f"{case} {json.dumps(fields)}\n" for case, fields in cls.questions)
        answers = subprocess.run([os.environ["ASTERISM_SKY_QUESTIONS"]], input=lines, capture_output=True, text=True, check=True)
        cls.cpp = answers.stdout.splitlines()

    def each(self):
        self.assertEqual(len(self.cpp), 200)
        for (case, fields), answer in zip(self.questions, self.cpp):
            self.assertGreater(len(answer), 100, (case, fields))
            yield case, fields, answer

    def test_over_http(self):
        with Program(env=UNLIMITED) as site:
            for case, fields, answer in self.each():
                got = Browser(site.port).ask("GET", f"/v1/sky/{PATHS[case]}?{urlencode(fields)}")
                self.assertEqual((got.status, got.body), (200, answer), (case, fields))

    def test_from_the_command_line(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Program(folder=folder)
            for case, fields, answer in self.each():
                flags = [f"--{name}={value}" for name, value in fields.items()]
                got = site.run("call", case, *flags)
                self.assertEqual((got.returncode, got.stdout), (0, answer + "\n"), got.stderr)

    def test_from_python(self):
        for case, fields, answer in self.each():
            got = getattr(sky, case.removeprefix("sky_"))(**fields)
            self.assertEqual(bits(as_json(got)), bits(json.loads(answer, parse_int=float)), (case, fields))

    def test_from_pythons_arrays(self):
        for case, fields, answer in self.each():
            local = json.loads(answer, parse_int=float).get("local")
            if case not in ("moon_at", "sun_at") or local is None:
                continue
            where = sky.moon_altaz if case == "moon_at" else sky.sun_altaz
            place = ([fields["latitude"]], [fields["longitude"]])
            airless, seen = where(fields["at"], *place), where(fields["at"], *place, refraction=True)
            self.assertEqual([local["altitude_degrees"], local["azimuth_degrees"], local["refracted_altitude_degrees"]],
                             [airless.altitude[0], airless.azimuth[0], seen.altitude[0]])

    def test_refusals_are_the_same(self):
        asked = [("moon_at", {"at": "2101-01-01T00:00:00Z"}, "sky_date_out_of_range"),
                 ("sun_at", {"latitude": 90.0001, "longitude": 0.0}, "sky_latitude_out_of_range"),
                 ("planets_at", {"latitude": 1.0}, "sky_place_incomplete"),
                 ("moon_at", {"latitude": 1.0, "longitude": 2.0, "elevation": -501.0}, "sky_elevation_out_of_range")]
        lines = "".join(f"{case} {json.dumps(fields)}\n" for case, fields, _ in asked)
        answers = subprocess.run([os.environ["ASTERISM_SKY_QUESTIONS"]], input=lines, capture_output=True, text=True, check=True)
        self.assertEqual(answers.stdout.splitlines(), [code for _, _, code in asked])
        with Program(env=UNLIMITED) as site:
            for case, fields, code in asked:
                with self.assertRaises(Invalid) as refusal:
                    getattr(sky, case.removeprefix("sky_"))(**fields)
                self.assertEqual(refusal.exception.code, code)
                got = Browser(site.port).ask("GET", f"/v1/sky/{PATHS[case]}?{urlencode(fields)}")
                self.assertEqual((got.status, got.json["type"].rpartition("/")[2].rpartition(":")[2]), (400, code))


if __name__ == "__main__":
    unittest.main()
