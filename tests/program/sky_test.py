"""`asterism sky`: what people and programs are answered, without a data folder."""
import csv
import io
import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile
import unittest

from program import BINARY, clean_environment, run

PLACE = ("--lat", "46.05", "--lon", "14.51")
NIGHT = (*PLACE, "--date", "2026-11-21")
MOMENT = ("--at", "2026-11-21T20:00:00Z")
VERBS = {  # with what each is asked, and a column of its CSV
    "moon": ((*PLACE, *MOMENT), "local.altitude_degrees"),
    "sun": ((*PLACE, *MOMENT), "daylight"),
    "planets": ((*PLACE, *MOMENT), "planet"),
    "tonight": (NIGHT, "astronomical.dusk"),
    "dark": ((*NIGHT, "--nights", "3"), "dark"),
    "best": ((*NIGHT, "--nights", "30", "--limit", "4"), "best.begins"),
    "bortle": (PLACE, "bortle"),
    "brightness": ((*PLACE, *MOMENT), "moonlight_mcd_per_m2"),
    "calendar": ((*NIGHT, "--days", "10"), "uid"),
    "showers": ((*PLACE, "--year", "2026"), "local.hourly_rate"),
    "zone": ((*PLACE, *MOMENT), "local_time"),
}
CALENDARS = ("dark", "best", "calendar", "showers")
HOME = tempfile.TemporaryDirectory(prefix="asterism-sky-")
HERE = {**clean_environment(), "HOME": HOME.name, "XDG_DATA_HOME": HOME.name, "LC_ALL": "C.UTF-8"}


def sky(*words, **more):
    return run("sky", *words, env={**HERE, **more})


def minutes(text):
    hours, rest = text.split(":")
    return 60 * int(hours) + int(rest)


class Sky(unittest.TestCase):
    def answer(self, *words, **more):
        got = sky(*words, **more)
        self.assertEqual((got.returncode, got.stderr), (0, ""), words)
        return got.stdout

    def refused(self, words, *parts):
        got = sky(*words)
        self.assertEqual((got.returncode, got.stdout), (2, ""), (words, got.stderr))
        self.assertEqual(len(got.stderr.splitlines()), 3, got.stderr)
        for part in parts:
            self.assertIn(part, got.stderr)

    def near(self, row, *expected):
        times = re.findall(r"\d\d:\d\d", row)
        self.assertEqual(len(times), len(expected), row)
        for got, wanted in zip(times, expected):
            self.assertLessEqual(abs(minutes(got) - minutes(wanted)), 1, row)

    def test_tonight_in_ljubljana(self):
        text = self.answer("tonight", *NIGHT)
        rows = dict(line.split("  ", 1) for line in text.splitlines()[1:] if not line.startswith(" "))
        self.assertIn("Sat 2026-11-21", text)
        self.assertIn("Europe/Ljubljana, UTC+01:00", text)
        self.near(rows["Night"], "18:09", "05:26")
        self.near(rows["Dark"].split("(")[0], "04:26", "05:26")
        self.assertRegex(rows["Moon"], r"^ *90 %")
        self.near(re.search(r"sets .*", rows["Moon"]).group(), "04:26")

    def test_every_verb_answers_people(self):
        for verb, (words, _) in VERBS.items():
            with self.subTest(verb):
                text = self.answer(verb, *words)
                self.assertGreater(len(text.splitlines()), 2)
                self.assertNotIn("\x1b", text)
                self.answer(verb, *words, "--ascii").encode("ascii")
                self.answer(verb, *words, LC_ALL="C").encode("ascii")

    def test_every_verb_answers_programs(self):
        for verb, (words, column) in VERBS.items():
            with self.subTest(verb):
                self.assertIsInstance(json.loads(self.answer(verb, *words, "--json")), dict)
                rows = list(csv.DictReader(io.StringIO(self.answer(verb, *words, "--csv"))))
                self.assertTrue(rows)
                for row in rows:
                    self.assertIn(column, row)
                    self.assertNotIn(None, row, "a row has more cells than names")
                    self.assertNotIn(None, row.values(), "a row has fewer cells than names")
                self.assertTrue(any(row[column] for row in rows))

    def test_csv_and_json_tell_the_same(self):
        nights = json.loads(self.answer("dark", *VERBS["dark"][0], "--json"))["nights"]
        rows = list(csv.DictReader(io.StringIO(self.answer("dark", *VERBS["dark"][0], "--csv"))))
        self.assertEqual([night["date"] for night in nights], [row["date"] for row in rows])
        for night, row in zip(nights, rows):
            self.assertEqual(row["dark"].split(), [f"{x['begins']}/{x['ends']}" for x in night["dark"]])
            self.assertEqual(float(row["dark_minutes"]), night["dark_minutes"])

    def test_calendars(self):
        for verb in CALENDARS:
            with self.subTest(verb):
                text = self.answer(verb, *VERBS[verb][0], "--ics")
                again = self.answer(verb, *VERBS[verb][0], "--ics")
                self.assertTrue(text.startswith("BEGIN:VCALENDAR"))
                uids = re.findall(r"^UID:.*$", text, re.M)
                self.assertTrue(uids)
                self.assertEqual(len(set(uids)), len(uids))
                self.assertEqual(uids, re.findall(r"^UID:.*$", again, re.M))
        for verb in set(VERBS) - set(CALENDARS):
            self.refused((verb, *VERBS[verb][0], "--ics"), "--ics")

    def test_names_of_the_flags(self):
        plain = self.answer("zone", *PLACE, *MOMENT)
        self.assertIn("Europe/Ljubljana", plain)
        self.assertEqual(plain, self.answer("zone", "--latitude", "46.05", "--longitude", "14.51", *MOMENT))
        self.assertEqual(plain, self.answer("zone", "--latitude=46.05", "--lng=14.51", *MOMENT))
        self.assertIn("Johannesburg", self.answer("zone", "--lat", "-33.9", "--lon", "18.4"))
        self.assertEqual(self.answer("dark", *NIGHT, "--days", "2"), self.answer("dark", *NIGHT, "--nights", "2"))

    def test_what_is_refused(self):
        self.refused(("tonight",), "--lat")
        self.refused(("tonight", "--lat", "north", "--lon", "14.51"), "`north`", "--lat 46.05")
        self.refused(("tonight", "--lat", "91", "--lon", "14.51"), "sky_latitude_out_of_range")
        self.refused(("tonight", "--lat", "nan", "--lon", "14.51"), "sky_latitude_out_of_range")
        self.refused(("tonight", "--lat", "46.05", "--lon", "181"), "sky_longitude_out_of_range")
        self.refused(("tonight", *PLACE, "--date", "2026-02-30"), "`2026-02-30`")
        self.refused(("tonight", *PLACE, "--date", "2101-01-01"), "sky_date_out_of_range")
        self.refused(("tonight", *PLACE, "--cloud", "101"), "sky_percent_out_of_range")
        self.refused(("tonight", *PLACE, "--formula", "best"), "asterism-1")
        self.refused(("tonight", *PLACE, "--lattitude", "46"), "`--latitude`")
        self.refused(("tonigth", *PLACE), "`sky tonight`")
        self.refused(("moon", "--lat", "46.05"), "sky_place_incomplete")
        self.refused(("sun", "--at", "noon"), "`noon`")
        self.refused(("planets", *PLACE, "--elevation", "9001"), "sky_elevation_out_of_range")
        self.refused(("dark", *PLACE, "--nights", "61"), "sky_range_too_long")
        self.refused(("best", *PLACE, "--nights", "0"), "sky_range_empty")
        self.refused(("bortle", *PLACE, "--scheme", "mine"), "classic")
        self.refused(("bortle", *PLACE, "--rule", "starview", "--growth-year", "2026"), "sky_rule_is_fixed")
        self.refused(("brightness", *PLACE, "--altitude", "-1"), "sky_altitude_out_of_range")
        self.refused(("calendar", "--kinds", "dark"), "sky_place_needed")
        self.refused(("calendar", "--kinds", "rain"), "`rain`")
        self.refused(("showers", "--year", "3000"), "sky_date_out_of_range")
        self.refused(("zone", *PLACE, "--json", "--csv"), "one form")

    def test_what_does_not_happen_is_said(self):
        north = ("--lat", "78.2", "--lon", "15.6", "--date", "2026-06-21")
        self.assertRegex(self.answer("tonight", *north), r"Dark +never: the Sun stays")
        pole = self.answer("tonight", "--lat", "-90", "--lon", "0", "--date", "2026-06-21")
        self.assertRegex(pole, r"Dark +all through \(24 h 0 min\)")
        self.assertIn("In none of 30 nights", self.answer("best", *north))
        self.assertIn("up all day", self.answer("sun", *north[:4], "--at", "2026-06-21T12:00:00Z"))
        self.assertIn("does not rise", self.answer("sun", *north[:4], "--at", "2026-12-21T12:00:00Z"))
        self.assertEqual(json.loads(self.answer("best", *north, "--json"))["status"], "none_dark")
        self.assertEqual(self.answer("best", *north, "--csv").count("\n"), 1)

    def test_the_drawn_moon(self):
        quarter = ("--at", "2026-11-17T17:00:00Z")
        drawn = self.answer("moon", *quarter, "--draw")
        self.assertIn("█", drawn)
        self.assertEqual(drawn, self.answer("moon", *quarter, "--draw", NO_COLOR="1"))
        self.assertNotIn("█", self.answer("moon", *quarter))

        def sides(*where):
            lines = [line[:24] for line in self.answer("moon", *quarter, *where, "--draw", "--ascii").splitlines()[:12]]
            return (sum(line[:12].count("#") for line in lines), sum(line[12:].count("#") for line in lines))

        left, right = sides("--lat", "46.05", "--lon", "14.51")
        self.assertGreater(right, 4 * left)
        left, right = sides("--lat", "-33.9", "--lon", "18.4")
        self.assertGreater(left, 4 * right)
        self.assertIn("#", self.answer("tonight", *NIGHT, "--draw", "--ascii"))
        json.loads(self.answer("moon", *quarter, "--draw", "--json"))

    def test_colours_are_for_terminals_that_want_them(self):
        def on_terminal(**more):
            ours, theirs = pty.openpty()
            env = {**HERE, "TERM": "xterm", **more}
            text = b""
            with subprocess.Popen([BINARY, "sky", "moon", *MOMENT], stdout=theirs, env=env) as program:
                os.close(theirs)
                try:
                    while part := os.read(ours, 1 << 16):
                        text += part
                except OSError:  # how a terminal ends that nobody holds any more
                    pass
            os.close(ours)
            self.assertEqual(program.returncode, 0)
            return text.decode()

        self.assertIn("\x1b[38;5;230;48;5;230m", on_terminal())
        for plain in (on_terminal(NO_COLOR="1"), on_terminal(TERM="dumb")):
            self.assertNotIn("\x1b", plain)
            self.assertIn("█", plain)
        self.assertIn("##", on_terminal(LC_ALL="C"))

    def test_no_folder_is_made_and_a_map_is_used_where_there_is_one(self):
        self.answer("tonight", *NIGHT)
        self.assertEqual(os.listdir(HOME.name), [])
        with tempfile.TemporaryDirectory() as folder:
            estimated = self.answer("bortle", *PLACE, "--data", folder)
            self.assertEqual(os.listdir(folder), [])
            self.assertIn("estimated", estimated)
            broken = pathlib.Path(folder, "sky.raster")
            broken.write_bytes(b"no map")
            got = sky("bortle", *PLACE, "--data", folder)
            self.assertEqual((got.returncode, got.stdout), (0, estimated))
            self.assertIn(str(broken), got.stderr)
            got = sky("bortle", *PLACE, "--sky-raster", folder + "/none.raster", "--json")
            self.assertEqual(json.loads(got.stdout)["source"], "model")
            self.assertIn("none.raster", got.stderr)

    def test_the_readme_shows_what_is_printed(self):
        readme = (pathlib.Path(__file__).resolve().parents[2] / "README.md").read_text()
        shown = re.findall(r"^```console\n\$ asterism (sky .*)\n((?:.*\n)*?)```$", readme, re.M)
        self.assertGreaterEqual(len(shown), 3)
        for words, text in shown:
            got = run(*words.split(), env=HERE)
            self.assertEqual((got.stdout, got.stderr), (text, ""), words)

    def test_help_and_completion(self):
        for verb in VERBS:
            text = self.answer(verb, "--help")
            example = re.search(rf"^Example: asterism (sky {verb} .*)$", text, re.M)
            self.assertTrue(example, text)
            got = run(*example.group(1).split(), env=HERE)
            self.assertEqual((got.returncode, got.stderr), (0, ""), verb)
        script = run("completion", "bash").stdout
        offered = re.search(r"^ *'sky'\) words='([^']*)'", script, re.M).group(1).split()
        self.assertLessEqual(set(VERBS), set(offered))
        for flag in ("--lat", "--ics", "--draw"):
            self.assertIn(flag, script)


if __name__ == "__main__":
    unittest.main(verbosity=2)
