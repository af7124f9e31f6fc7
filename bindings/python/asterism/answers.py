"""What functions over arrays answer: single values, or arrays of the arguments' common shape."""
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

__all__ = [
    "AltAz",
    "DarkIntervals",
    "Event",
    "Events",
    "Interval",
    "Intervals",
    "RiseSet",
    "SkyBrightness",
    "SunBelow",
    "Twilights",
]

Number = TypeVar("Number")
Text = TypeVar("Text")
Moment = TypeVar("Moment")
Listed = TypeVar("Listed")


class AltAz(NamedTuple, Generic[Number]):
    """Where something stands over the horizon."""

    altitude: Number
    """Degrees above the level, -90 to 90."""
    azimuth: Number
    """Degrees from north by east, 0 up to 360."""


class Event(NamedTuple):
    """Something that happens."""

    at: datetime
    kind: str


class Events(NamedTuple):
    """What happens in many windows, each event once, in order."""

    index: Any
    """Which window, counted in the order of the arrays' elements."""
    at: Any
    """datetime64[us], of UTC."""
    kind: Any
    """Texts."""


class RiseSet(NamedTuple, Generic[Text, Listed]):
    """Rises and sets in a window, or in many."""

    state: Text
    """events, above_all_window or below_all_window."""
    events: Listed


class SunBelow(NamedTuple, Generic[Text, Moment]):
    """When the Sun is below a limit during a night."""

    state: Text
    """events, above_all_window (never below) or below_all_window (all through)."""
    dusk: Moment
    """When it goes below; None or NaT if it is when the night begins, or never."""
    dawn: Moment
    """When it comes above; None or NaT if it does not before noon."""


class Twilights(NamedTuple, Generic[Text, Moment, Number]):
    """The Sun's way through a night, or through many."""

    sun: SunBelow[Text, Moment]
    """Sunset and sunrise."""
    civil: SunBelow[Text, Moment]
    """6 degrees below."""
    nautical: SunBelow[Text, Moment]
    """12 degrees below."""
    astronomical: SunBelow[Text, Moment]
    """18 degrees below."""
    darkest: Moment
    """When the Sun is lowest."""
    lowest_sun: Number
    """Its altitude then, in degrees."""


class Interval(NamedTuple):
    """A stretch of time; its end does not belong to it."""

    begins: datetime
    ends: datetime


class Intervals(NamedTuple):
    """Stretches of many nights, in order."""

    index: Any
    """Which night, counted in the order of the arrays' elements."""
    begins: Any
    """datetime64[us], of UTC."""
    ends: Any
    """The first moments after them."""


class DarkIntervals(NamedTuple, Generic[Number, Listed]):
    """When a night is dark, or many are."""

    minutes: Number
    intervals: Listed


class SkyBrightness(NamedTuple, Generic[Number]):
    """What makes a patch of sky bright: luminances in mcd/m2, which add up."""

    natural: Number
    """Airglow and starlight."""
    artificial: Number
    """Lamps, as at the zenith: off it a lower bound."""
    moonlight: Number
    twilight: Number
    total: Number
    magnitude: Number
    """The total in mag/arcsec2."""
    limiting_magnitude: Number
    """Of the faintest star that the naked eye sees there."""
