"""StartupWebApp's shop over HTTP, as its client asks from another port and from another subdomain: each database
has one program for each of the two, and all the cases.

For one of them while writing: startupwebapp_test.py sqlite port Walk.test_cart"""
import subprocess
import sys
import time
import unittest

import client_event_cases
import order_cart_cases
import order_checkout_cases
import startupwebapp_walk
import surface_cases
import user_account_cases
import user_entry_cases
import user_limit_cases
import user_walk
import user_wishes_cases
from startupwebapp_case import Case
from startupwebapp_site import PLACES, Site

MODULES = (surface_cases, user_entry_cases, user_account_cases, user_wishes_cases, client_event_cases, order_cart_cases,
           order_checkout_cases, startupwebapp_walk, user_walk)
COUNTING = (user_limit_cases,)
DATABASES = ("sqlite", "postgresql")


def suite_on(site, modules, wanted):
    suite = unittest.TestSuite()
    for module in modules:
        for case in vars(module).values():
            if not (isinstance(case, type) and issubclass(case, Case) and case.__module__ == module.__name__):
                continue
            here = type(f"{case.__name__}_{site.on}_{site.at}", (case,), {"site": site, "__module__": case.__module__})
            for name in unittest.defaultTestLoader.getTestCaseNames(here):
                if not wanted or any(f"{case.__name__}.{name}".startswith(word) for word in wanted):
                    suite.addTest(here(name))
    return suite


def run_on(database, place, wanted):
    begin, good, ran = time.monotonic(), True, 0
    for modules, settings in ((MODULES, {}), (COUNTING, {"ASTERISM_LIMITS__ENABLED": "true"})):
        site = Site(database, place, **settings)
        suite = suite_on(site, modules, wanted)
        if not suite.countTestCases():
            continue
        try:
            site.start()
            result = unittest.TextTestRunner(verbosity=2).run(suite)
        finally:
            site.stop()
        good, ran = good and result.wasSuccessful(), ran + result.testsRun
    print(f"{database}, {place}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return 0 if good and ran else 1


def main(words):
    databases = [word for word in words if word in DATABASES] or DATABASES
    places = [word for word in words if word in PLACES] or list(PLACES)
    wanted = [word for word in words if word not in DATABASES and word not in PLACES]
    runs = [(database, place) for database in databases for place in places]
    if len(runs) == 1:
        return run_on(*runs[0], wanted)
    return max([subprocess.run([sys.executable, "-B", __file__, *each, *wanted]).returncode for each in runs])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
