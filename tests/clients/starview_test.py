"""Starview's contract over HTTP, as its client and as strangers ask: each database has one program and all the cases.

For one of them while writing: starview_test.py sqlite Visitor.test_redirects"""
import concurrent.futures
import subprocess
import sys
import time
import unittest

import badges_cases
import entry_cases
import errors_cases
import outside_cases
import people_cases
import photos_cases
import places_cases
import platform_cases
import reviews_cases
import sky_cases
import starview_calls
import strangers_cases
import visitor_cases
from starview_case import Case
from starview_site import Site

MODULES = (visitor_cases, entry_cases, places_cases, people_cases, reviews_cases, photos_cases, badges_cases, platform_cases,
           errors_cases, starview_calls, strangers_cases, sky_cases, outside_cases)
DATABASES = ("sqlite", "postgresql")


def cases():
    """In the modules' order and in theirs, because the first ones want a site where nothing is."""
    for module in MODULES:
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Case) and each.__module__ == module.__name__:
                yield each


def suite_on(site, wanted):
    suite = unittest.TestSuite()
    for case in cases():
        here = type(f"{case.__name__}_{site.on}", (case,), {"site": site, "__module__": case.__module__})
        for name in unittest.defaultTestLoader.getTestCaseNames(here):
            if not wanted or any(f"{case.__name__}.{name}".startswith(word) for word in wanted):
                suite.addTest(here(name))
    return suite


def run_on(database, wanted):
    begin, site = time.monotonic(), Site(database)
    try:
        site.start()
        result = unittest.TextTestRunner(verbosity=2).run(suite_on(site, wanted))
    finally:
        site.stop()
    print(f"{database}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return 0 if result.wasSuccessful() and result.testsRun else 1


def main(words):
    databases = [word for word in words if word in DATABASES]
    wanted = [word for word in words if word not in DATABASES]
    if len(databases) == 1:
        return run_on(databases[0], wanted)
    # Both at once: much of the time goes into waiting for what is slow on purpose.
    runs = [subprocess.Popen([sys.executable, "-B", __file__, database, *wanted], stderr=subprocess.PIPE, text=True)
            for database in databases or DATABASES]
    with concurrent.futures.ThreadPoolExecutor(len(runs)) as pool:
        for said in pool.map(lambda each: each.communicate()[1], runs):
            print(said, file=sys.stderr)
    return max(each.returncode != 0 for each in runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
