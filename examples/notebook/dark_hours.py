"""How many hours of a year are really dark at a place: neither Sun nor Moon in the way?

Asks for all nights at once, as numpy arrays: `python3 dark_hours.py [LATITUDE LONGITUDE [YEAR]]`.
"""
import sys

import numpy as np

from asterism import sky


def main(latitude: float = 46.05, longitude: float = 14.51, year: int = 2026) -> None:
    days = np.arange(f"{year}-01", f"{year + 1}-01", dtype="datetime64[D]")
    noons = days + np.timedelta64(12, "h") - np.timedelta64(round(longitude * 240), "s")
    hours = sky.dark_intervals(noons + np.timedelta64(6, "h"), latitude, longitude).minutes / 60
    print(f"Dark hours of {year} at {latitude}, {longitude} ({sky.time_zone(latitude, longitude)})")
    for month in np.unique(days.astype("datetime64[M]")):
        of_month = hours[days.astype("datetime64[M]") == month]
        print(f"  {month}  {of_month.sum():5.0f} h in {np.count_nonzero(of_month):2} nights  {'#' * round(of_month.sum() / 8)}".rstrip())
    print(f"All together {hours.sum():.0f} h, of which the best night has {hours.max():.1f}: {days[hours.argmax()]}.")


if __name__ == "__main__":
    main(*(kind(word) for kind, word in zip((float, float, int), sys.argv[1:])))
