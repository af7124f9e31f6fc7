"""What editors and type checkers are told is what there is."""
import ast
import inspect
import os
import pathlib
import re
import subprocess
import typing
import unittest

import asterism

PACKAGE = pathlib.Path(__file__).parents[2] / "bindings" / "python" / "asterism"


class Stubs(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        tree = ast.parse((PACKAGE / "_asterism.pyi").read_text())
        self.classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        library = next(node for node in self.classes if node.name == "Library")
        self.functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        self.methods = {node.name: node for node in library.body if isinstance(node, ast.FunctionDef)}

    def test_the_committed_files_are_what_the_catalogue_prints(self):
        for name, file in (("views", "views.py"), ("module", "_asterism.pyi")):
            printed = subprocess.run([os.environ["ASTERISM_STUBS"], name], check=True, capture_output=True, text=True)
            self.assertEqual((PACKAGE / file).read_text(), printed.stdout, f"asterism_stubs {name} > {file}")

    def test_every_public_method_is_in_the_stub(self):
        public = {name for name in dir(asterism.Library) if not name.startswith("_")}
        self.assertEqual(public, {name for name in self.methods if not name.startswith("_")})

    def test_parameters_are_the_same_here_and_there(self):
        for name, node in self.methods.items():
            if name.startswith("_") or name in ("close", "closed"):
                continue
            method = getattr(asterism.Library, name)
            parameters = list(inspect.signature(method).parameters)
            self.assertEqual([word.arg for word in node.args.kwonlyargs], [p for p in parameters if p != "self"])
            self.assertEqual(inspect.getdoc(method), ast.get_docstring(node))

    def test_functions_of_the_sky_are_the_same_here_and_there(self):
        names = [node.name for node in self.functions]
        self.assertEqual({*names, "Raster"}, {*asterism._asterism.__all__})
        for node in self.functions:
            function = getattr(asterism.sky, node.name)
            parameters = inspect.signature(function).parameters.values()
            self.assertEqual([word.arg for word in node.args.args], [parameter.name for parameter in parameters])
            given = [parameter.default for parameter in parameters if parameter.default is not inspect.Parameter.empty]
            self.assertEqual([ast.literal_eval(value) for value in node.args.defaults], given)
            if names.count(node.name) == 1 or ast.get_docstring(node):
                self.assertEqual(inspect.getdoc(function), ast.get_docstring(node))

    def test_a_raster_is_the_same_here_and_there(self):
        stub = next(node for node in self.classes if node.name == "Raster")
        self.assertEqual(inspect.getdoc(asterism.sky.Raster), ast.get_docstring(stub))
        told = {node.name: ast.get_docstring(node) for node in stub.body if isinstance(node, ast.FunctionDef)}
        public = {name for name in dir(asterism.sky.Raster) if not name.startswith("_")}
        self.assertEqual({*told}, {"__init__", *public})
        for name in public:
            self.assertEqual(inspect.getdoc(getattr(asterism.sky.Raster, name)), told[name])

    def test_every_use_case_of_the_sky_needs_no_library(self):
        headers = (PACKAGE.parents[2] / "libcore" / "sky").glob("*.hpp")
        cases = {case for file in headers for case in re.findall(r'use_case<&\w+>\(\s*"(\w+)"', file.read_text())}
        self.assertLess({"moon_at", "moon_calendar"}, cases)
        offered = {case.removeprefix("sky_") for case in cases if case in self.methods}
        self.assertEqual(offered - {*dir(asterism.sky)}, set())

    def test_every_view_can_be_looked_at(self):
        for name, view in vars(asterism.views).items():
            if typing.is_typeddict(view):
                self.assertTrue(typing.get_type_hints(view), name)
        self.assertEqual(list(asterism.views.MoonView.__annotations__), list(asterism.sky.moon()))


if __name__ == "__main__":
    unittest.main()
