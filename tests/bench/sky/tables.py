"""Makes tables of what sky_bench and the peers printed, and keeps them in a README.

    tables.py FOLDER            prints them; FOLDER holds asterism.csv and a file for each peer
    tables.py FOLDER README     puts them between the README's marks as well
    tables.py --check README    complains of marks or rows that the README lacks
"""
import csv
import os
import pathlib
import platform
import re
import subprocess
import sys

PEERS = {"astronomy-engine": "Astronomy Engine 2.1.19 (JS)", "pyephem": "PyEphem 4.1.4", "suncalc": "SunCalc 2.0.2 (JS)"}
ERRORS = {  # row: what it is called, and what the issue allows
    "phase_fine": ("phase instant, TT, 1960–2059, s", "0.05 / 0.1"),
    "phase_coarse": ("phase instant, TT, 1900–1959 and 2060–2100, s", "– / 30"),
    "moon_position": ("Moon's direction, topocentric, airless, ″", "0.05 / 0.1"),
    "sun_position": ("Sun's direction, ″", "0.02 / 0.05"),
    "moon_position_coarse": ("Moon's direction, 1900–1959 and 2060–2099, ″", "– / 15"),
    "illumination": ("illuminated fraction", "– / 1e-6"),
    "moon_rise_set_60": ("Moon's rise and set to 60° latitude, s", "0.02 / 0.1"),
    "moon_rise_set_89": ("… from 60° to 89°, s", "0.1 / 0.5"),
    "moon_transit": ("Moon's transit, s", "– / 0.1"),
    "sun_rise_set_60": ("Sun's rise and set to 60°, s", "0.005 / 0.02"),
    "sun_rise_set_89": ("… from 60° to 89°, s", "0.005 / 0.02"),
    "twilight_60": ("three twilights to 60°, s", "0.005 / 0.02"),
    "twilight_89": ("… from 60° to 89°, s", "0.005 / 0.02"),
    "polar_moon": ("all events of polar days, Moon, s", "0.1 / 0.5"),
    "polar_sun": ("… Sun's rise, set and twilights, s", "– / 0.02"),
    "polar_sun_pole": ("… at the poles themselves, s", "– / 0.5"),
}
SPEEDS = {
    "next_phase": "next phase",
    "illumination": "illuminated fraction",
    "moon_position": "Moon's altitude and azimuth, degrees",
    "moon_position_any_year": "… any moment of 1900–2100",
    "moon_position_from_utc": "… from UTC and a place not seen before",
    "sun_position": "Sun's altitude and azimuth",
    "moon_rise_set": "all moonrises and moonsets of 24 h",
    "sun_rise_set": "all sunrises and sunsets of 24 h",
    "astronomical_dawn_dusk": "astronomical dawn and dusk",
    "night_with_dark": "a night: sunset to sunrise, three twilights, Moon, dark intervals",
    "best_nights_year": "a year of best nights",
    "planet_position": "a planet's direction",
    "planet_look": "a planet's magnitude, phase, size",
    "zone_of_town": "time zone of a place near a town",
    "zone_anywhere": "time zone of any place",
    "country": "country, region and nearest town of a place",
    "city_glow": "brightness from the towns around",
    "raster_nearest": "raster of 60 MB, nearest cell",
    "raster_bilinear": "… bilinear",
    "raster_nearest_far": "… nearest, 131,072 places by turns",
    "tile_256": "map tile of 256 px, drawn and packed as PNG",
    "tile_512": "… of 512 px",
}
JS_QUOTED = 139000  # of the next phase, when and where the figures of C were measured
C_QUOTED = {"next_phase": 23400, "illumination": 2300, "moon_position": 2260, "sun_position": 3570,
            "moon_rise_set": 43900, "sun_rise_set": 76200, "astronomical_dawn_dusk": 71100}
BLOCK = re.compile(r"(<!-- sky\.sh: (\w+) -->\n).*?(<!-- end -->)", re.S)


def read(folder):
    """{library: {("error" | "speed", row): fields}}"""
    found = {}
    for name in ("asterism", *PEERS):
        with open(pathlib.Path(folder, f"{name}.csv"), newline="", encoding="utf-8") as lines:
            found[name] = {tuple(fields[:2]): fields[2:] for fields in csv.reader(lines)}
    return found


def figure(number):
    number = float(number)
    return f"{number:.1e}".replace("e-0", "e-") if 0 < number < 1e-4 else f"{number:.2g}" if number < 100 else f"{number:.0f}"


def error_cell(fields):
    if fields is None:
        return "–"
    _, _, missing, spurious, compared, rms, most = fields
    cell = f"{figure(rms)} / {figure(most)}" if int(compared) else ""
    for count, word in ((missing, "missing"), (spurious, "made up")):
        if int(count):
            cell += f"{', ' if cell else ''}{count} {word}"
    return cell


def duration(nanoseconds):
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.2g} ns" if nanoseconds < 100 else f"{nanoseconds:.0f} ns"


def times(ratio):
    return f"{float(f'{ratio:.2g}'):,.0f}×"


def table(heading, rows):
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def errors_table(found):
    rows = []
    for row, (name, allowed) in ERRORS.items():
        ours = found["asterism"]["error", row]
        cells = [error_cell(found[peer].get(("error", row))) for peer in PEERS]
        rows.append([name, ours[1], allowed, f"**{error_cell(ours)}**", *cells])
    return table(["rms / largest error", "questions", "allowed", "**Asterism**", *PEERS.values()], rows)


def speeds_table(found):
    rows = []
    for row, name in SPEEDS.items():
        nanoseconds, limit = map(float, found["asterism"]["speed", row])

        def against(theirs):
            return f"{duration(float(theirs))} ({times(float(theirs) / nanoseconds)})" if theirs else "–"

        cells = [against(found[peer].get(("speed", row), [None])[0]) for peer in PEERS]
        rows.append([name, duration(limit) if limit else "–", f"**{duration(nanoseconds)}**", *cells,
                     against(C_QUOTED.get(row))])
    return table(["one call", "allowed", "**Asterism**", *PEERS.values(), "Astronomy Engine in C, quoted"], rows)


def scaled(found):
    """What the quoted figure would be here, if C and JavaScript kept their ratio."""
    javascript = float(found["astronomy-engine"]["speed", "next_phase"][0])
    here = C_QUOTED["next_phase"] * javascript / JS_QUOTED
    ratio = here / float(found["asterism"]["speed", "next_phase"][0])
    return (f"\nWere Astronomy Engine's C as much faster than its JavaScript here as it was there ({duration(JS_QUOTED)} for a "
            f"phase), it would take {duration(here)} for a phase: {times(ratio)} ours.\n")


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    told = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1].lstrip("v")
            for command in (["g++", "-dumpfullversion"], ["node", "--version"], ["/usr/bin/python3", "--version"])]
    return (f"Measured on {model}, {os.cpu_count()} cores, one of them used; g++ {told[0]} -O2, Node {told[1]}, Python {told[2]}.\n")


def blocks_of(folder):
    found = read(folder)
    hung = found["pyephem"].get(("hung", "0")) is None
    note = "\nPyEphem did not come back from some of the questions; they count as missing.\n" if hung else ""
    return {"errors": errors_table(found) + note, "speeds": machine() + "\n" + speeds_table(found) + scaled(found)}


def write(readme, blocks):
    text = readme.read_text(encoding="utf-8")
    readme.write_text(BLOCK.sub(lambda mark: f"{mark[1]}{blocks[mark[2]]}{mark[3]}", text), encoding="utf-8")


def lacks(text):
    blocks = {mark[2]: mark[0] for mark in BLOCK.finditer(text)}
    for block, rows in (("errors", [name for name, _ in ERRORS.values()]), ("speeds", list(SPEEDS.values()))):
        if block not in blocks:
            yield f"no block of {block}"
            continue
        for name in rows:
            if not re.search(rf"^\| {re.escape(name)} \|.*\*\*\d", blocks[block], re.M):
                yield f"no figure in the block of {block} for: {name}"


def main(words):
    if words[0] == "--check":
        missing = list(lacks(pathlib.Path(words[1]).read_text(encoding="utf-8")))
        print(*missing, sep="\n", end="\n" if missing else "")
        return 1 if missing else 0
    blocks = blocks_of(words[0])
    print(*blocks.values(), sep="\n")
    if len(words) > 1:
        write(pathlib.Path(words[1]), blocks)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
