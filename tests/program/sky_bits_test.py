"""Two hundred random questions to the sky: C++, the command line, HTTP and Python answer with the same bits."""
import functools
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlencode

from program import UNLIMITED, Browser, Program, run

sys.path.insert(0, os.environ["ASTERISM_PYTHONPATH"])
from asterism import Invalid, sky  # noqa: E402

# All of the sky but moon_calendar, whose answer tells of the Moon at the moment that it is asked.
PATHS = {"moon_at": "moon", "sun_at": "sun", "planets_at": "planets", "meteor_showers": "showers", "sky_tonight": "tonight",
         "dark_windows": "dark", "best_nights": "best-nights", "bortle_at": "bortle", "sky_brightness_at": "brightness",
         "time_zone_at": "zone", "sky_calendar": "calendar"}
CORNERS = ((90.0, 0.0), (-90.0, 123.4), (0.0, 180.0), (0.0, -180.0), (66.56, 179.999999), (78.22, 15.65))
WITHOUT_PLACE = ("moon_at", "sun_at", "planets_at", "meteor_showers")


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
        return {"latitude": latitude, "longitude": longitude, **self.maybe("elevation", self.dice.uniform(-100, 4000))}

    def maybe(self, name, value):
        return {name: value} if self.dice.random() < 0.5 else {}

    def light(self):
        scheme = self.maybe("scheme", self.dice.choice(["nomogram", "ratio", "classic", "nightskyspots"]))
        return scheme or self.maybe("rule", self.dice.choice(["native", "starview"]))

    def options(self, case):
        """What a use case may be told beside the place."""
        dice = self.dice
        return {
            "bortle_at": self.light,
            "sky_tonight": lambda: {"date": self.day(), **self.maybe("cloud_percent", dice.uniform(0, 100)),
                                    **self.maybe("formula", dice.choice(["asterism-1", "starview-1"]))},
            "dark_windows": lambda: {"date": self.day(), "nights": dice.randrange(1, 8)},
            "best_nights": lambda: {"date": self.day(), "nights": dice.randrange(1, 40), **self.maybe("limit", 3)},
            "sky_calendar": lambda: {"date": self.day(), "days": dice.randrange(1, 40)},
            "meteor_showers": lambda: {"year": dice.randrange(1900, 2101)},
            "sky_brightness_at": lambda: {"at": self.moment(), "altitude": dice.uniform(0, 90), "azimuth": dice.uniform(0, 360)},
        }.get(case, lambda: {"at": self.moment()})()

    def fields(self, case):
        placed = case not in WITHOUT_PLACE or self.dice.random() < 0.8
        return {**self.options(case), **(self.place() if placed else {})}

    def all(self, count):
        cases = sorted(PATHS)
        return [(case, self.fields(case)) for case in (cases[i % len(cases)] for i in range(count))]


def timeless(text):
    """A calendar tells when it was made."""
    return re.sub(r'"generated_at":"[^"]*"', '"generated_at":"now"', text)


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


def column(fields, *names):
    """The fields as arrays of one element."""
    return {name: [fields[name]] for name in names if name in fields}


def sights(where, fields, local):
    if local is None:
        return
    here = column(fields, "latitude", "longitude", "elevation")
    for name, value in where(fields["at"], **here)._asdict().items():
        yield local[f"{name}_degrees"], value
    yield local["refracted_altitude_degrees"], where(fields["at"], **here, refraction=True).altitude


def moon_pairs(fields, view):
    times = [fields["at"]]
    yield view["illumination"], sky.illumination(times)
    yield view["phase_angle_degrees"], sky.phase_angle(times)
    yield view["distance_km"], sky.moon_distance(times)
    yield from sights(sky.moon_altaz, fields, view["local"])


def planet_pairs(fields, view):
    for planet in view["planets"]:
        yield from sights(functools.partial(sky.planet_altaz, planet["planet"]), fields, planet["local"])


def brightness_pairs(fields, view):
    here = column(fields, "latitude", "longitude", "elevation", "altitude", "azimuth")
    natural = 0.25905  # that goes with the towns' model, since there is no map
    bright = sky.sky_brightness(fields["at"], **here, artificial=view["artificial_mcd_per_m2"], natural=natural)
    for name in ("natural", "artificial", "moonlight", "twilight", "total"):
        yield view[f"{name}_mcd_per_m2"], getattr(bright, name)
    yield view["mag_per_arcsec2"], bright.magnitude
    yield view["limiting_magnitude"], bright.limiting_magnitude


def bortle_pairs(fields, view):
    if fields.get("rule") == "starview":
        return  # which grows the light and rounds
    yield view["artificial_mcd_per_m2"], sky.artificial_brightness(**column(fields, "latitude", "longitude"))
    yield view["mag_per_arcsec2"], sky.magnitude([view["total_mcd_per_m2"]])
    yield view["limiting_magnitude"], sky.limiting_magnitude([view["mag_per_arcsec2"]])
    yield view["bortle"], sky.bortle([view["mag_per_arcsec2"]], view["scheme"])


def zone_pairs(fields, view):
    if view["zone"] is not None:
        yield view["zone"], sky.time_zone(**column(fields, "latitude", "longitude"))


PAIRS = {"moon_at": moon_pairs, "planets_at": planet_pairs, "sky_brightness_at": brightness_pairs, "bortle_at": bortle_pairs,
         "time_zone_at": zone_pairs, "sun_at": lambda fields, view: sights(sky.sun_altaz, fields, view["local"])}


class SameBits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.questions = Questions().all(200)
        lines = "".join(f"{case} {json.dumps(fields)}\n" for case, fields in cls.questions)
        answers = subprocess.run([os.environ["ASTERISM_SKY_QUESTIONS"]], input=lines, capture_output=True, text=True, check=True)
        cls.cpp = timeless(answers.stdout).splitlines()

    def each(self):
        self.assertEqual(len(self.cpp), 200)
        for (case, fields), answer in zip(self.questions, self.cpp):
            self.assertGreater(len(answer), 100, (case, fields))
            yield case, fields, answer

    def test_over_http(self):
        with Program(env=UNLIMITED) as site:
            for case, fields, answer in self.each():
                got = Browser(site.port).ask("GET", f"/v1/sky/{PATHS[case]}?{urlencode(fields)}")
                self.assertEqual((got.status, timeless(got.body)), (200, answer), (case, fields))

    def test_from_the_command_line(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Program(folder=folder)
            for case, fields, answer in self.each():
                flags = [f"--{name}={value}" for name, value in fields.items()]
                got = site.run("call", case, *flags)
                self.assertEqual((got.returncode, timeless(got.stdout)), (0, answer + "\n"), got.stderr)

    def test_from_the_verbs_for_people(self):
        for case, fields, answer in itertools.islice(self.each(), 6 * len(PATHS)):
            named = {{"cloud_percent": "cloud"}.get(name, name): value for name, value in fields.items()}
            if case == "time_zone_at":
                named.pop("elevation", None)  # which no clock minds
            verb = {"best_nights": "best"}.get(case, PATHS[case])
            got = run("sky", verb, "--json", *(f"--{name}={value}" for name, value in named.items()))
            self.assertEqual((got.returncode, timeless(got.stdout)), (0, answer + "\n"), got.stderr)

    def test_from_python(self):
        for case, fields, answer in self.each():
            got = getattr(sky, case.removeprefix("sky_"))(**fields)
            if "generated_at" in got:
                got["generated_at"] = "now"
            self.assertEqual(bits(as_json(got)), bits(json.loads(answer, parse_int=float)), (case, fields))

    def test_from_pythons_arrays(self):
        seen = set()
        for case, fields, answer in self.each():
            view = json.loads(answer, parse_int=float)
            pairs = list(PAIRS[case](fields, view)) if case in PAIRS else []
            if pairs:
                seen.add(case)
            for told, array in pairs:
                self.assertEqual(told, array[0], (case, fields))
        self.assertEqual(seen, {*PAIRS})

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
