"""Starview's contract over HTTP, as its client and as strangers ask: each database has one program and all the cases.

For one of them while writing: starview_test.py sqlite Visitor.test_redirects"""
import sys
import time
import unittest

import entry_cases
import places_cases
import visitor_cases
from starview_case import Case
from starview_site import Site

MODULES = (visitor_cases, entry_cases, places_cases)
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


def main(words):
    failed = False
    for database in [word for word in words if word in DATABASES] or DATABASES:
        begin, site = time.monotonic(), Site(database)
        try:
            site.start()
            suite = suite_on(site, [word for word in words if word not in DATABASES])
            result = unittest.TextTestRunner(verbosity=2).run(suite)
            failed |= not result.wasSuccessful() or result.testsRun == 0
        finally:
            site.stop()
        print(f"{database}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
