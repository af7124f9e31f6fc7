"""What an element costs in the array functions of Python, beside PyEphem's calls, in one run.

    python3 -m venv --system-site-packages V && V/bin/pip install ./bindings/python
    V/bin/python tests/bench/sky/arrays.py

Exit: 0 all limits kept, 1 one is missed (maps read ten million times a second).
"""
import pathlib
import sys
import tempfile
import time

import ephem
import numpy as np

from asterism import sky

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "python"))
from raster_file import raster_bytes  # noqa: E402

COUNT = 1_000_000
DICE = np.random.default_rng(2026)
TIMES = (DICE.uniform(0, 1.6e9, COUNT) * 1e6).astype("i8").view("M8[us]")
LATITUDES, LONGITUDES = DICE.uniform(-60, 60, COUNT), DICE.uniform(-180, 180, COUNT)


def nanoseconds(run, count):
    """Of this thread's own time, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.thread_time_ns()
        run()
        best = min(best, time.thread_time_ns() - start)
    return best / count


def some(count, *arrays):
    return [array[:count] for array in arrays]


def ours():
    few, day = COUNT // 20, np.timedelta64(1, "D")
    times, latitudes, longitudes = some(few, TIMES, LATITUDES, LONGITUDES)
    yield "illumination", lambda: sky.illumination(TIMES), COUNT
    yield "phase_angle", lambda: sky.phase_angle(TIMES), COUNT
    yield "moon_age", lambda: sky.moon_age(TIMES), COUNT
    yield "moon_altaz, one place", lambda: sky.moon_altaz(TIMES, 46.05, 14.51), COUNT
    yield "moon_altaz", lambda: sky.moon_altaz(TIMES, LATITUDES, LONGITUDES), COUNT
    yield "sun_altaz", lambda: sky.sun_altaz(TIMES, LATITUDES, LONGITUDES), COUNT
    yield "planet_altaz", lambda: sky.planet_altaz("mars", times, latitudes, longitudes), few
    yield "rise_set, Moon, a day", lambda: sky.rise_set("moon", latitudes, longitudes, times, times + day), few
    yield "twilights, a night", lambda: sky.twilights(times, latitudes, longitudes), few
    yield "dark_intervals, a night", lambda: sky.dark_intervals(times, latitudes, longitudes), few
    yield "sky_brightness", lambda: sky.sky_brightness(times, latitudes, longitudes), few
    yield "artificial_brightness, model", lambda: sky.artificial_brightness(latitudes, longitudes), few
    yield "time_zone", lambda: sky.time_zone(LATITUDES, LONGITUDES), COUNT


def maps():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "light.sky")
        file.write_bytes(raster_bytes(DICE.uniform(0.01, 10, (1080, 2160))))
        opened = sky.Raster(file)
        for sampling in ("nearest", "bilinear"):
            yield (f"artificial_brightness, {sampling}",
                   lambda: sky.artificial_brightness(LATITUDES, LONGITUDES, opened, sampling), COUNT)


def pyephem():
    observer = ephem.Observer()
    observer.lat, observer.lon = "46.05", "14.51"
    moments = [ephem.Date(f"2026/{1 + turn % 12}/{1 + turn % 28}") for turn in range(500)]

    def altitudes():
        for moment in moments:
            observer.date = moment
            ephem.Moon(observer).alt

    yield "PyEphem: Moon's altitude", altitudes, len(moments)


def main():
    kept = True
    for rows, limit in ((ours(), None), (maps(), 100), (pyephem(), None)):
        for name, run, count in rows:
            took = nanoseconds(run, count)
            kept = kept and (limit is None or took <= limit)
            print(f"{name:34}{took:10.1f} ns{1e9 / took:14,.0f} a second")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
