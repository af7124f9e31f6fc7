"""Puts the questions of sky_bench to PyEphem, and measures it.

    python3 peers.py QUESTIONS

Prints lines "answer,NUMBER,FIGURE,..." (see questions.hpp) and "speed,WHAT,NANOSECONDS". The horizon is at -34'
without air, as everywhere here. PyEphem sometimes never comes back from a search near a pole: after a second of
processor time the question counts as unanswered, and the last line of the answers says how often.
"""
import csv
import math
import signal
import sys
import time

import ephem

J2000 = 36525  # of ephem's days
DEGREES_BELOW = {"civil": "-6", "nautical": "-12", "astro": "-18"}
KINDS = (ephem.next_new_moon, ephem.next_first_quarter_moon, ephem.next_full_moon, ephem.next_last_quarter_moon)


class NoAnswer(Exception):
    pass


def give_up(*_):
    raise NoAnswer


def place(row):
    observer = ephem.Observer()
    observer.lat, observer.lon = math.radians(row["lat"]), math.radians(row["lng"])
    observer.elevation, observer.pressure = 0, 0
    observer.date = row["ut1_days"] + J2000
    return observer


def body(what):
    return ephem.Moon() if what.startswith("moon") else ephem.Sun()


def next_phase(row):
    date = ephem.Date(row["ut1_days"] + J2000)
    return min(kind(date) for kind in KINDS)


def phase(row):
    found = next_phase(row)
    return [found - J2000 + ephem.delta_t(found) / 86400]


def direction(row, what=None):
    seen = body(what or row["what"])
    seen.compute(place(row))
    return [math.degrees(seen.az), math.degrees(seen.alt)]


def fraction(row):
    return [ephem.Moon(ephem.Date(row["ut1_days"] + J2000)).phase / 100]


def search(row, what, way, start):
    """The next event that way; none within a day is none."""
    observer = place(row)
    twilight = next((below for word, below in DEGREES_BELOW.items() if word in what), None)
    observer.horizon = twilight or "-0:34"
    find = observer.next_rising if way > 0 else observer.next_setting
    try:
        return find(body(what), start=start, use_center=twilight is not None) - J2000
    except ephem.CircumpolarError:
        return None


def event(row):
    if row["what"].endswith("transit"):
        return [place(row).next_transit(body(row["what"])) - J2000]
    way = 1 if row["what"].endswith(("rise", "dawn")) else -1
    found = search(row, row["what"], way, row["ut1_days"] + J2000)
    return [found] if found is not None and found < row["ut1_days"] + row["days"] else []


def events(row):
    found, end = [], row["ut1_days"] + row["days"]
    for way in (1, -1):
        at = row["ut1_days"]
        while at is not None and at < end:
            at = search(row, row["what"], way, at + J2000)
            if at is not None and at < end:
                found.append((at, way))
                at += 1 / 86400
    return [figure for at, way in sorted(found) for figure in (way, at)]


ANSWERS = {"phase": phase, "direction": direction, "fraction": fraction, "event": event, "events": events}


def both(what):
    return lambda row: [search(row, what, way, row["ut1_days"] + J2000) for way in (1, -1)]


SPEEDS = {"next_phase": next_phase, "illumination": fraction,
          "moon_position": lambda row: direction(row, "moon"), "sun_position": lambda row: direction(row, "sun"),
          "moon_rise_set": both("moon"), "sun_rise_set": both("sun"), "astronomical_dawn_dusk": both("sun_astro"),
          "planet_position": lambda row: ephem.Mars(ephem.Date(row["ut1_days"] + J2000)).g_ra}


def nanoseconds(work, samples):
    """Of one call, the best of five batches of this thread's processor time."""
    best = math.inf
    for _ in range(6):
        before = time.thread_time_ns()
        for row in samples:
            work(row)
        best = min(best, (time.thread_time_ns() - before) / len(samples))
    return best


def main(file):
    with open(file, newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row.update({name: float(row[name]) for name in ("tt_days", "ut1_days", "lat", "lng", "days")})
    signal.signal(signal.SIGVTALRM, give_up)
    hung = 0
    for row in rows:
        if row["form"] not in ANSWERS:
            continue
        signal.setitimer(signal.ITIMER_VIRTUAL, 1)
        try:
            answer = ANSWERS[row["form"]](row)
        except NoAnswer:
            answer, hung = [], hung + 1
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print("answer", row["number"], *(f"{figure:.10f}" for figure in answer), sep=",")
    print(f"hung,{hung}")
    samples = [row for row in rows if row["form"] == "sample"][:200]
    for what, work in SPEEDS.items():
        print(f"speed,{what},{nanoseconds(work, samples):.4g}")


if __name__ == "__main__":
    main(sys.argv[1])
