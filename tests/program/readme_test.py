"""The snippets of the README do what the README says."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from program import BINARY, Program, clean_environment, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def snippets(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


class Readme(unittest.TestCase):
    def test_two_commands_stand_in_the_first_screen(self):
        first = README[:README.index("The same from Python")]
        for command in ("shells/serve.sh", "tests/run.sh"):
            self.assertIn(command, first)
            self.assertTrue(os.access(ROOT / command, os.X_OK), command)

    def test_curl(self):
        walk = snippets("sh")[1]
        with Program() as site, tempfile.TemporaryDirectory() as home:
            words = walk.replace("127.0.0.1:8000", f"127.0.0.1:{site.port}")
            got = subprocess.run(["bash", "-euo", "pipefail", "-c", words], cwd=home, text=True,
                                 capture_output=True, env=clean_environment(), check=True).stdout
        self.assertIn('"verification_required":true', got)
        self.assertIn('"handle":"vera"', got)
        self.assertIn('"phase":"full_moon"', got)

    def test_the_shop(self):
        walk = snippets("sh")[2]
        with Program() as site, tempfile.TemporaryDirectory() as home:
            words = walk.replace("127.0.0.1:8000", f"127.0.0.1:{site.port}")
            words = words.replace("asterism shop", f"'{BINARY}' shop").replace("product add", f"product add --data '{site.folder}'")
            words = words.replace("sku add", f"sku add --data '{site.folder}'")
            got = subprocess.run(["bash", "-euo", "pipefail", "-c", words], cwd=home, text=True,
                                 capture_output=True, env=clean_environment(), check=True).stdout
        self.assertIn('"price":"14.99"', got)
        self.assertIn('"items":"29.98"', got)

    @unittest.skipUnless(os.path.isdir(os.environ.get("ASTERISM_PYTHONPATH", "")), "built without Python")
    def test_python(self):
        env = {**clean_environment(), "PYTHONPATH": os.environ["ASTERISM_PYTHONPATH"]}
        library, arrays = snippets("python")
        for snippet, said in ((library, "full_moon\nemail_not_verified\n"),
                              (arrays, "['2026-11-22T04' '2026-11-22T05']\n59.0\n")):
            with tempfile.TemporaryDirectory() as home:
                got = subprocess.run([sys.executable, "-c", snippet], cwd=home, env=env, text=True, capture_output=True)
            self.assertEqual((got.stdout, got.stderr), (said, ""))

    def test_cpp(self):
        with tempfile.TemporaryDirectory() as home:
            pathlib.Path(home, "main.cpp").write_text(snippets("cpp")[0])
            subprocess.run([os.environ["CXX"], "-std=c++20", *os.environ.get("CXXFLAGS", "").split(),
                            "-I", str(ROOT), "main.cpp", os.environ["ASTERISM_CORE"], "-o", "moon"],
                           cwd=home, check=True)
            got = subprocess.run(["./moon"], cwd=home, capture_output=True, text=True, check=True)
        self.assertRegex(got.stdout, r"^(99\.\d+|100) % of the Moon is lit\n$")

    def test_the_settings_are_those_of_the_program(self):
        table = re.search(r"<!-- settings -->\n(.*?)<!-- /settings -->", README, re.S).group(1)
        got = run("config", "keys", "--markdown")
        self.assertEqual(got.returncode, 0, got.stderr)
        self.assertEqual(table, got.stdout, "write the output of `asterism config keys --markdown` there")


if __name__ == "__main__":
    unittest.main(verbosity=2)
