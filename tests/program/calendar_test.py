"""A year of the sky as an iCalendar feed, read by two libraries that other calendars are made with."""
import json
import os
import subprocess
import unittest

from program import Browser, Program, clean_environment

PEERS = os.environ["ASTERISM_TEST_PEERS"]
READER = os.environ["ASTERISM_TEST_CALENDAR"]
YEAR = ("latitude=46.05&longitude=14.51&date=2026-01-01&days=365&kinds=moon_quarters,apsides,seasons,showers,dark,"
        "moon_rise_set,sun_rise_set")


def read(feed):
    env = {**clean_environment(), "ASTERISM_TEST_PEERS": PEERS}
    done = subprocess.run(["node", READER], input=feed.encode(), check=True, capture_output=True, env=env)
    return json.loads(done.stdout)


def to_the_second(moment):
    """As the feed writes it: 2026-11-22T03:26:13.000Z."""
    return moment[:19] + ".000Z"


class Calendar(unittest.TestCase):
    maxDiff = None

    def test_both_read_a_year_as_it_was_meant(self):
        with Program() as site:
            browser = Browser(site.port)
            told = browser.ask("GET", f"/v1/sky/calendar?{YEAR}").json["events"]
            answer = browser.ask("GET", f"/v1/sky/calendar.ics?{YEAR}")
        self.assertEqual(dict(answer.headers)["Content-Type"], "text/calendar; charset=utf-8")
        for line in answer.body.split("\r\n"):
            self.assertLessEqual(len(line.encode()), 75)
        self.assertNotIn("\n", answer.body.replace("\r\n", ""))

        by = read(answer.body)
        self.assertGreater(len(told), 1500)
        self.assertEqual(by["ical_js"]["name"], "The sky at 46.05 N 14.51 E")
        self.assertEqual(by["ical_js"]["refresh"], "P1D")
        host = f"@127.0.0.1:{site.port}"
        meant = {event["uid"] + host: (event["name"], event["note"], to_the_second(event["begins"]), event["kind"])
                 for event in told}
        for reader in ("ical_js", "node_ical"):
            found = {event["uid"]: (event["name"], event["note"], event["begins"], event["kind"])
                     for event in by[reader]["events"]}
            self.assertEqual(found, meant, reader)
        self.assertEqual({event["uid"] for event in by["ical_js"]["events"] if event["ends"]},
                         {event["uid"] + host for event in told if event["ends"]})


if __name__ == "__main__":
    unittest.main()
