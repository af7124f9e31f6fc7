"""The program's words, exit codes and settings, by the built program alone: no database is opened.

    python3 tests/cli/cli_test.py PROGRAM
"""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ.get("ASTERISM_PROGRAM", "")


def run(*words, env=None, stdin=""):
    clean = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **(env or {})}
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, text=True, env=clean, timeout=60)


class Words(unittest.TestCase):
    def refused(self, got, code, *parts):
        self.assertEqual((got.returncode, got.stdout), (code, ""), got.stderr)
        self.assertEqual(len(got.stderr.strip().splitlines()), 3, got.stderr)
        for part in parts:
            self.assertIn(part, got.stderr)

    def test_help_is_everywhere(self):
        for words in ([], ["help"], ["--help"], ["serve", "--help"], ["user", "add", "--help"],
                      ["call", "--help"], ["call", "log_in", "--help"], ["help", "sky", "moon"]):
            got = run(*words)
            self.assertEqual((got.returncode, got.stderr), (0, ""), words)
            self.assertIn("Usage: asterism", got.stdout, words)

    def test_what_is_unknown_names_the_nearest(self):
        self.refused(run("sevre"), 2, "`serve`")
        self.refused(run("user", "lst"), 2, "`user list`")
        self.refused(run("serve", "--lsiten", "x"), 2, "`--listen`")
        self.refused(run("call", "log_im"), 2, "`log_in`")
        self.refused(run("call", "log_in", "--idenitfier", "x"), 2, "`--identifier`")

    def test_words_may_lead_to_words(self):
        self.refused(run("sky"), 2, "sky moon", "sky raster build")
        self.refused(run("sky", "raster"), 2, "`sky raster` alone", "sky raster check")
        self.refused(run("sky", "raster", "bild"), 2, "`sky raster build`")
        self.refused(run("sky", "rastre"), 2, "`sky raster")
        self.refused(run("sky", "moon", "raster"), 2)
        got = run("sky", "raster", "--help")
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        self.assertIn("check", got.stdout)

    def test_wrong_use(self):
        self.refused(run("serve", "more"), 2)
        self.refused(run("user", "add"), 2, "handle")
        self.refused(run("completion", "tcsh"), 2, "tcsh")
        self.refused(run("sky", "moon", "--at", "tomorrow"), 2, "tomorrow")
        self.refused(run("sky", "moon", "--at", "1492-10-12T00:00:00Z"), 2)

    def test_data_goes_to_stdout_alone(self):
        self.assertRegex(run("version").stdout, r"\Aasterism \d+\.\d+\.\d+\n\Z")
        self.assertIn("version", json.loads(run("version", "--json").stdout))
        moon = run("sky", "moon", "--at", "2026-11-24T14:53:00Z")
        self.assertEqual((moon.returncode, moon.stderr), (0, ""))
        self.assertIn("full moon", moon.stdout)
        self.assertEqual(json.loads(run("openapi").stdout)["openapi"], "3.1.0")

    def test_completion_is_a_script_of_the_shell(self):
        script = run("completion", "bash").stdout
        self.assertEqual(subprocess.run(["bash", "-n"], input=script, text=True).returncode, 0)
        ask = script + '\nCOMP_WORDS=(asterism user ""); COMP_CWORD=2; _asterism; echo "${COMPREPLY[@]}"\n'
        self.assertIn("add", subprocess.run(["bash"], input=ask, text=True, capture_output=True).stdout.split())
        ask = script + '\nCOMP_WORDS=(asterism sky raster build --); COMP_CWORD=4; _asterism; echo "${COMPREPLY[@]}"\n'
        self.assertIn("--year", subprocess.run(["bash"], input=ask, text=True, capture_output=True).stdout.split())
        for word in ("log_in", "who_am_i", "--password-stdin"):
            self.assertIn(word, script)

    def test_a_reader_that_leaves_is_no_bug(self):
        got = subprocess.run(f"'{PROGRAM}' config keys | true; exit ${{PIPESTATUS[0]}}", shell=True,
                             executable="/bin/bash", capture_output=True, text=True, env={"HOME": "/nonexistent"})
        self.assertIn(got.returncode, (0, 8), got.stderr)


def write_geo_tiff(path, columns=36, rows=18, model=2, crs=(2048, 4326), value=0.25):
    """A little-endian TIFF of floats in one strip, with the tags that say where it lies."""
    step = 360 / columns
    keys = [1, 1, 0, 2, 1024, 0, 1, model, crs[0], 0, 1, crs[1]]
    pixels = struct.pack(f"<{columns * rows}f", *[value] * (columns * rows))
    entries = [(256, 3, [columns]), (257, 3, [rows]), (258, 3, [32]), (259, 3, [1]), (262, 3, [1]), (273, 4, [8]),
               (277, 3, [1]), (278, 3, [rows]), (279, 4, [len(pixels)]), (339, 3, [3]),
               (33550, 12, [step, step, 0.0]), (33922, 12, [0.0, 0.0, 0.0, -180.0, 90.0, 0.0]), (34735, 3, keys)]
    at = 8 + len(pixels)
    far = at + 2 + 12 * len(entries) + 4
    table, rest = struct.pack("<H", len(entries)), b""
    for tag, kind, values in entries:
        raw = struct.pack(f"<{len(values)}{ {3: 'H', 4: 'I', 12: 'd'}[kind] }", *values)
        if len(raw) > 4:
            raw, rest = struct.pack("<I", far + len(rest)), rest + raw
        table += struct.pack("<HHI", tag, kind, len(values)) + raw.ljust(4, b"\0")
    path.write_bytes(struct.pack("<2sHI", b"II", 42, at) + pixels + table + b"\0" * 4 + rest)


class Rasters(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-cli-")
        self.tiff = pathlib.Path(self.home.name) / "my sky.tif"
        self.map = self.tiff.with_suffix(".raster")

    def tearDown(self):
        self.home.cleanup()

    def refused(self, got, code, *parts):
        self.assertEqual((got.returncode, got.stdout), (code, ""), got.stderr)
        for part in parts:
            self.assertIn(part, got.stderr)

    def test_a_map_is_built_shown_and_checked(self):
        write_geo_tiff(self.tiff)
        got = run("sky", "raster", "build", str(self.tiff), "--year", "2015", "--source", "Us", "--json")
        self.assertEqual(got.returncode, 0, got.stderr)
        self.assertIn("100 %", got.stderr)
        built = json.loads(got.stdout)
        self.assertEqual((built["known"], built["no_data"], built["year"], built["source"]), (648, 0, 2015, "Us"))
        shown = json.loads(run("sky", "raster", "show", str(self.map), "--json").stdout)
        self.assertEqual(shown["checksum"], built["checksum"])
        self.assertIn("36 x 18", run("sky", "raster", "check", str(self.map)).stdout)

    def test_the_sky_is_read_off_the_map_that_is_named_or_lies_in_the_data_folder(self):
        write_geo_tiff(self.tiff)
        run("sky", "raster", "build", str(self.tiff), "--year", "2015", "--source", "Us")
        place = ("--lat", "46.05", "--lon", "14.51", "--json")
        named = run("sky", "bortle", *place, "--sky-raster", str(self.map))
        self.assertEqual((named.returncode, named.stderr), (0, ""))
        found = json.loads(named.stdout)
        self.assertEqual((found["origin"], found["source"], found["year"]), ("map", "Us", 2015))
        self.assertAlmostEqual(found["artificial_mcd_per_m2"], 0.25, delta=0.0025)
        self.map.rename(self.map.with_name("sky.raster"))
        lying = run("sky", "bortle", *place, "--data", self.home.name)
        self.assertEqual((lying.returncode, lying.stdout), (0, named.stdout))
        tonight = json.loads(run("sky", "tonight", *place, "--data", self.home.name).stdout)
        self.assertEqual(tonight["light"]["source"], "Us")

    def test_what_is_no_map_is_told_from_what_is_not_there(self):
        write_geo_tiff(self.tiff)
        self.refused(run("sky", "raster", "check", str(self.tiff)), 1, "too short")
        self.refused(run("sky", "raster", "show", str(self.map)), 4)
        self.refused(run("sky", "raster", "build", str(self.tiff) + ".gone"), 4)

    def test_a_refusal_names_what_helps(self):
        write_geo_tiff(self.tiff, model=1, crs=(3072, 3857))
        command = f"gdalwarp -t_srs EPSG:4326 '{self.tiff}'"
        self.refused(run("sky", "raster", "build", str(self.tiff)), 2, "EPSG:3857", command)
        write_geo_tiff(self.tiff, value=21.5)
        self.refused(run("sky", "raster", "build", str(self.tiff)), 2, "--unit mag")
        self.assertEqual(run("sky", "raster", "build", str(self.tiff), "--unit", "mag").returncode, 0)
        for wrong in (["--year", "next"], ["--uncertainty", "-1"], ["--unit", "lux"], ["--output", str(self.tiff)]):
            self.refused(run("sky", "raster", "build", str(self.tiff), *wrong), 2)


class Settings(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-cli-")
        self.folder = pathlib.Path(self.home.name)

    def tearDown(self):
        self.home.cleanup()

    def show(self, *flags, env=None):
        got = run("config", "show", "--json", "--data", self.home.name, *flags, env=env)
        self.assertEqual(got.returncode, 0, got.stderr)
        return json.loads(got.stdout)

    def test_later_sources_win(self):
        (self.folder / "asterism.toml").write_text('[log]\nlevel = "error"\n')
        self.assertEqual(self.show()["log.level"]["value"], "error")
        self.assertIn("asterism.toml:2", self.show()["log.level"]["from"])
        env = {"ASTERISM_LOG__LEVEL": "debug"}
        self.assertEqual(self.show(env=env)["log.level"], {"value": "debug", "from": "ASTERISM_LOG__LEVEL"})
        self.assertEqual(self.show("--log-level", "info", env=env)["log.level"]["from"], "--log-level")

    def test_secrets_are_masked(self):
        shown = self.show(env={"ASTERISM_MAIL__SMTP__PASSWORD": "canary-1",
                               "DATABASE_URL": "postgresql://vera:canary-2@db/stars"})
        self.assertNotIn("canary", json.dumps(shown))
        self.assertEqual(shown["database"]["value"], "postgresql://vera:****@db/stars")

    def test_showing_makes_nothing(self):
        nowhere = self.folder / "nowhere"
        self.assertEqual(run("config", "show", "--data", str(nowhere)).returncode, 0)
        self.assertEqual(run("doctor", "--data", str(nowhere)).returncode, 1)
        self.assertFalse(nowhere.exists())

    def test_bad_configurations_end_with_3(self):
        good = {"ASTERISM_MODE": "production", "ASTERISM_SITE__BASE_URL": "https://stars.example",
                "ASTERISM_SITE__HOSTS": "stars.example", "ASTERISM_MAIL__SMTP__HOST": "mx.stars.example"}
        self.assertEqual(run("config", "check", env=good).returncode, 0)
        bad = ({"ASTERISM_SITE__BASE_URL": "http://stars.example"}, {"ASTERISM_SITE__HOSTS": ""},
               {"ASTERISM_SITE__HOSTS": "*"}, {"ASTERISM_MAIL__SMTP__HOST": ""}, {"ASTERISM_MODE": "debug"},
               {"REDIS_URL": "redis://cache"}, {"ASTERISM_NONSENSE": "1"}, {"ASTERISM_LISTEN": "nowhere"},
               {"ASTERISM_SESSION__IDLE": "soon"}, {"ASTERISM_LOCKOUT__FAILURES": "0"},
               {"ASTERISM_MAIL__SMTP__PASSWORD_FILE": "/nonexistent"}, {"PORT": "many"})
        for change in bad:
            got = run("serve", "--data", self.home.name + "/data", env={**good, **change})
            self.assertEqual(got.returncode, 3, (change, got.stderr))
            self.assertEqual(len(got.stderr.strip().splitlines()), 3, got.stderr)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
