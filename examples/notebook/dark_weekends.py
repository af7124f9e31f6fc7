"""Which weekends of the next three months are dark enough for faint stars?

Asks for the Moon at local midnight between Saturday and Sunday: the less of it is lit, the better.
The sky needs no data folder: `python3 dark_weekends.py [YYYY-MM-DD]`.
"""
import sys
from datetime import date, datetime, time, timedelta

from asterism import sky


def saturdays(start: date, weeks: int = 13) -> list[date]:
    first = start + timedelta((5 - start.weekday()) % 7)
    return [first + timedelta(weeks=week) for week in range(weeks)]


def moon_of(saturday: date):
    midnight = datetime.combine(saturday + timedelta(1), time())
    return sky.moon(midnight.astimezone())


def main() -> None:
    start = date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else date.today()
    nights = sorted((moon_of(day)["illumination"], day) for day in saturdays(start))
    print("The darkest weekends from", start)
    for illumination, day in nights[:5]:
        bar = "#" * round(20 * illumination)
        print(f"  {day:%a %d %b %Y}  {illumination:4.0%} lit  {moon_of(day)['phase']:<16}{bar}".rstrip())
    worst, day = nights[-1]
    print(f"Stay in on {day:%d %b}: {worst:.0%} lit.")


if __name__ == "__main__":
    main()
