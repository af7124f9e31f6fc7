"""StartupWebApp's shop over HTTP, as its client asks from another port and from another subdomain: each database
has one program for each of the two, and all the cases.

For one of them while writing: startupwebapp_test.py sqlite port Walk.test_cart"""
import subprocess
import sys
import time
import unittest

import order_cart_cases
import order_checkout_cases
import startupwebapp_walk
from startupwebapp_case import Case
from startupwebapp_site import PLACES, Site

MODULES = (order_cart_cases, order_checkout_cases, startupwebapp_walk)
DATABASES = ("sqlite", "postgresql")


def suite_on(site, wanted):
    suite = unittest.TestSuite()
    for module in MODULES:
        for case in vars(module).values():
            if not (isinstance(case, type) and issubclass(case, Case) and case.__module__ == module.__name__):
                continue
            here = type(f"{case.__name__}_{site.on}_{site.at}", (case,), {"site": site, "__module__": case.__module__})
            for name in unittest.defaultTestLoader.getTestCaseNames(here):
                if not wanted or any(f"{case.__name__}.{name}".startswith(word) for word in wanted):
                    suite.addTest(here(name))
    return suite


def run_on(database, place, wanted):
    begin, site = time.monotonic(), Site(database, place)
    try:
        site.start()
        result = unittest.TextTestRunner(verbosity=2).run(suite_on(site, wanted))
    finally:
        site.stop()
    print(f"{database}, {place}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return 0 if result.wasSuccessful() and result.testsRun else 1


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
