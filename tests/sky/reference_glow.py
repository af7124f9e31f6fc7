"""Judges the nights of data/glow_sites.csv a second time, from the published formulae alone, and compares.

    python3 tests/sky/reference_glow.py PROGRAM    PROGRAM prints the library's own judgement (glow_nights.cpp)

Nothing here is a port: plain loops over PyEphem's positions. Those differ from the library's by up to 1.4" for the
Moon and 6 s in delta T (PyEphem extrapolates it), which moves a crossing by seconds, more where the Sun or the Moon
goes along the horizon. That is what the tolerances allow for.
"""
import csv
import datetime
import math
import pathlib
import subprocess
import sys

import ephem

MINUTES = 0.5  # 0.2 needed; -18 degrees and the horizon are crossed slantwise near the poles
MAGNITUDES = 0.001
MEAN_MAGNITUDES = 0.03  # the mean is taken on a finer grid here; a Moon at the zenith is a sharp peak
MOONLIGHT = 0.003  # of the brightness; the Moon's altitude near the horizon is worth 0.3 % a hundredth of a degree
PERCENT_LIT = 0.03
SCORE = 1

NATURAL = 0.171168465  # mcd/m2: 22.00 mag/arcsec2 on the zero point 1.08e8
NANOLAMBERT = 1e-5 / math.pi * 1000  # in mcd/m2


def airmass(zenith_distance):
    return (1 - 0.96 * math.sin(math.radians(min(zenith_distance, 90))) ** 2) ** -0.5


def moonlight(phase_angle, moon_zenith_distance, zenith_distance, rho, k, distance_km):
    """Krisciunas & Schaefer (1991), in mcd/m2."""
    if moon_zenith_distance >= 90:
        return 0
    illuminance = 10 ** (-0.4 * (3.84 + 0.026 * abs(phase_angle) + 4e-9 * phase_angle ** 4))
    illuminance *= (384400 / distance_km) ** 2
    scattering = 10 ** 5.36 * (1.06 + math.cos(math.radians(rho)) ** 2)
    scattering += 10 ** (6.15 - rho / 40) if rho >= 10 else 6.2e7 * rho ** -2
    dimmed = 10 ** (-0.4 * k * airmass(moon_zenith_distance))
    return NANOLAMBERT * scattering * illuminance * dimmed * (1 - 10 ** (-0.4 * k * airmass(zenith_distance)))


def magnitude(mcd_per_m2):
    return -2.5 * math.log10(mcd_per_m2 / 1.08e8)


def naked_eye_limit(sqm):
    return 7.93 - 5 * math.log10(10 ** (4.316 - sqm / 5) + 1)


def half_up(value):
    return math.floor(value + 0.5)


class Sky:
    """Sun and Moon above one place, without refraction."""

    def __init__(self, latitude, longitude):
        self.place = ephem.Observer()
        self.place.lat, self.place.lon = math.radians(latitude), math.radians(longitude)
        self.place.pressure, self.place.elevation = 0, 0
        self.body = {"sun": ephem.Sun(), "moon": ephem.Moon()}

    def at(self, name, when):
        self.place.date = ephem.Date(when)
        self.body[name].compute(self.place)
        return self.body[name]

    def sun_above(self, when):
        return math.degrees(self.at("sun", when).alt) + 18

    def moon_above(self, when):  # the upper limb, raised by 34'
        moon = self.at("moon", when)
        return math.degrees(moon.alt + moon.radius) + 34 / 60


def crossing(height, low, high):
    below = height(low) < 0
    while high - low > datetime.timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if (height(middle) < 0) == below else (low, middle)
    return low


def spells_below(height, start, end, step=datetime.timedelta(minutes=10)):
    """When a height is below zero, as pairs of moments."""
    spells, times = [], [start]
    while times[-1] < end:
        times.append(min(times[-1] + step, end))
    heights = [height(time) for time in times]
    since = start if heights[0] < 0 else None
    for i in range(1, len(times)):
        if (heights[i - 1] < 0) != (heights[i] < 0):
            turn = crossing(height, times[i - 1], times[i])
            if since is None:
                since = turn
            else:
                spells.append((since, turn))
                since = None
    if since is not None:
        spells.append((since, end))
    return spells


def minutes(spells):
    return sum((until - since).total_seconds() for since, until in spells) / 60


def judge(site, evening):
    """One night, from the noon of the Sun to the next."""
    sky = Sky(float(site["lat"]), float(site["lng"]))
    noon = evening + datetime.timedelta(hours=12) - datetime.timedelta(minutes=int(site["utc_offset_minutes"]))
    sky.place.date = ephem.Date(noon)
    turned = math.degrees(sky.place.sidereal_time() - sky.at("sun", noon).ra)
    turned = (turned + 180) % 360 - 180  # how far past the meridian
    noon -= datetime.timedelta(hours=turned / 360 * 24)
    nights = spells_below(sky.sun_above, noon, noon + datetime.timedelta(days=1))
    if not nights:
        return {"kind": "bright", "night_minutes": 0, "dark_minutes": 0}
    dark = [spell for since, until in nights for spell in spells_below(sky.moon_above, since, until)]
    floor, k = NATURAL + float(site["artificial_mcd_per_m2"]), float(site["extinction"])
    mags = [magnitude(floor + light) for light in moonlights(sky, nights, k, 240)]  # finer than the library's
    mean, moonless = sum(mags) / len(mags), magnitude(floor)
    best = moonless if dark else magnitude(floor + min(moonlights(sky, nights, k, 600)))
    stars = 3 ** (naked_eye_limit(mean) - naked_eye_limit(moonless))
    stars_here = min(1, 3 ** (naked_eye_limit(moonless) - naked_eye_limit(22)))
    score = min(1, minutes(nights) / 360) ** 0.25 * stars ** 0.5 * stars_here ** 0.5
    return {"kind": "dark" if dark else "moonlit", "night_minutes": minutes(nights), "dark_minutes": minutes(dark),
            "mean": mean, "best": best, "moonless": moonless,
            "score": 100 * score * (1 - float(site["cloud_percent"]) / 100)}


def moonlights(sky, spells, k, step_seconds):
    """At the zenith, in the middle of each step."""
    lights = []
    for since, until in spells:
        steps = max(1, math.ceil((until - since).total_seconds() / step_seconds))
        lights += [zenith_moonlight(sky, since + (until - since) * ((i + 0.5) / steps), k) for i in range(steps)]
    return lights


def moon_distance_km(when):  # from the Earth's centre
    return ephem.Moon(ephem.Date(when)).earth_distance * 149597870.7


def zenith_moonlight(sky, when, k):
    moon = sky.at("moon", when)
    altitude = math.degrees(moon.alt)
    phase = math.degrees(math.acos(2 * moon.phase / 100 - 1))
    return moonlight(phase, 90 - altitude, 0, 90 - altitude, k, moon_distance_km(when))


def patch_moonlight(sky, when, k, azimuth, altitude):
    moon = sky.at("moon", when)
    cosine = (math.sin(moon.alt) * math.sin(math.radians(altitude)) +
              math.cos(moon.alt) * math.cos(math.radians(altitude)) * math.cos(moon.az - math.radians(azimuth)))
    phase = math.degrees(math.acos(2 * moon.phase / 100 - 1))
    return moonlight(phase, 90 - math.degrees(moon.alt), 90 - altitude, math.degrees(math.acos(cosine)), k,
                     moon_distance_km(when))


def starview(illumination, bortle, cloud):
    parts = [(half_up(100 - illumination), 0.4), ([100, 100, 85, 70, 50, 35, 20, 5, 0][bortle - 1], 0.3),
             (half_up(100 - cloud), 0.3)]
    return half_up(sum(value * weight for value, weight in parts) / sum(weight for _, weight in parts))


class Report:
    def __init__(self):
        self.wrong, self.worst = [], {}

    def near(self, what, where, ours, theirs, tolerance):
        off = abs(ours - theirs)
        self.worst[what] = max(self.worst.get(what, 0), off)
        if not off <= tolerance:
            self.wrong.append(f"{where}: {what} {ours:.5g}, here {theirs:.5g}")


def compare_night(report, site, row, mine):
    where = f"{row['site']} {row['evening']}"
    for what in ("night_minutes", "dark_minutes"):
        report.near(what, where, float(row[what]), mine[what], MINUTES)
    if row["kind"] != mine["kind"]:
        report.wrong.append(f"{where}: {row['kind']}, here {mine['kind']}")
        return
    if mine["kind"] != "bright":
        for what, tolerance in (("mean", MEAN_MAGNITUDES), ("best", MAGNITUDES), ("moonless", MAGNITUDES)):
            report.near(what, where, float(row[what]), mine[what], tolerance)
        report.near("score", where, float(row["score"]), half_up(mine["score"]), SCORE)
    lit = float(row["illumination_percent"])
    mine_lit = Sky(0, 0).at("moon", datetime.datetime.fromisoformat(row["midnight"])).phase
    report.near("illumination", where, lit, mine_lit, PERCENT_LIT)
    report.near("starview score", where, float(row["starview"]),
                starview(round(lit, 1), int(site["bortle"]), float(site["cloud_percent"])), 0)


def compare_order(report, site, rows, mine):
    """Read from best to worst, the library's list never gets better by more than rounding and tolerance."""
    listed = sorted((row for row in rows if int(row["rank"])), key=lambda row: int(row["rank"]))
    for i, row in enumerate(listed):
        for later in listed[i + 1:]:
            a, b = mine[row["evening"]], mine[later["evening"]]
            if b["dark_minutes"] > a["dark_minutes"] + 1 + 2 * MINUTES:
                report.wrong.append(f"{site}: {later['evening']} is listed after {row['evening']}")
            if a["dark_minutes"] == b["dark_minutes"] and b["mean"] > a["mean"] + 0.01 + 2 * MEAN_MAGNITUDES:
                report.wrong.append(f"{site}: {later['evening']} is darker than {row['evening']}")


def compare_moonlight(report, site, row):
    when = datetime.datetime.fromisoformat(row["at"])
    sky, k = Sky(float(site["lat"]), float(site["lng"])), float(site["extinction"])
    for what, mine in (("zenith", zenith_moonlight(sky, when, k)),
                       ("patch", patch_moonlight(sky, when, k, float(row["azimuth"]), float(row["altitude"])))):
        ours = float(row[what])
        off = abs(ours - mine) / mine if mine else ours
        report.near(f"moonlight {what}, relative", f"{row['site']} {row['at']}", off, 0, MOONLIGHT)


def main(program):
    here = pathlib.Path(__file__).parent
    lines = (here / "data" / "glow_sites.csv").read_text().splitlines()
    sites = {row["site"]: row for row in csv.DictReader(line for line in lines if not line.startswith("#"))}
    words = "\n".join(" ".join(value.replace("-", " ") if key == "first_evening" else value
                               for key, value in site.items()) for site in sites.values())
    printed = subprocess.run([program], input=words, capture_output=True, text=True, check=True).stdout
    nights, lights = printed.split("\n\n")
    nights, lights = list(csv.DictReader(nights.splitlines())), list(csv.DictReader(lights.splitlines()))
    report = Report()
    for name, site in sites.items():
        rows = [row for row in nights if row["site"] == name]
        mine = {row["evening"]: judge(site, datetime.datetime.fromisoformat(row["evening"])) for row in rows}
        for row in rows:
            compare_night(report, site, row, mine[row["evening"]])
        compare_order(report, name, rows, mine)
    for row in lights:
        compare_moonlight(report, sites[row["site"]], row)
    if len(sites) < 14 or len(nights) < 500 or len(lights) < 4000:
        report.wrong.append(f"too few to compare: {len(sites)} sites, {len(nights)} nights, {len(lights)} moments")
    print(f"{len(nights)} nights at {len(sites)} sites, {len(lights)} moments of moonlight; furthest apart:")
    print(*(f"  {what}: {off:.4g}" for what, off in sorted(report.worst.items())), sep="\n")
    print(*report.wrong[:40], sep="\n")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
