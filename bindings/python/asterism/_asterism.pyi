"""The module that is written in C++. Printed by asterism_stubs from the catalogue."""
from collections.abc import Sequence
from datetime import date, datetime
from os import PathLike
from typing import Any, Literal, Self, overload

from numpy import datetime64, float64, int64, object_, str_
from numpy.typing import NDArray

from .answers import (
    AltAz,
    DarkIntervals,
    Event,
    Events,
    Interval,
    Intervals,
    RiseSet,
    SkyBrightness,
    Twilights,
)
from .views import (
    AccountPage,
    AccountView,
    AddedToCart,
    AlarmList,
    AuditSealed,
    Availability,
    AwardDifferences,
    BackfilledPlaces,
    BadgeCollection,
    BadgeList,
    BestNightsView,
    BortleScheme,
    BortleView,
    BuyerKnown,
    CartAdopted,
    CartDropped,
    CartView,
    CheckedOut,
    CheckoutPage,
    Choice,
    CleanedUp,
    ClientEventKind,
    ClientEventLogged,
    ClientEventsPurged,
    CommentGone,
    CommentPage,
    CommentView,
    DarkNights,
    Deletion,
    DetailsUpdated,
    DirectionsView,
    DiscountKind,
    EmailChangeStarted,
    EmailVerified,
    EnrichedPlace,
    EventKind,
    Explained,
    ExportedPlaces,
    FavouriteDetail,
    FavouritePage,
    FavouriteState,
    FlowEnd,
    FlowGoal,
    FlowStarted,
    FollowPage,
    FollowView,
    HeroList,
    IdentityDisconnected,
    IdentityList,
    ImportedPlace,
    IncidentList,
    IncidentSettled,
    InquirySent,
    InterestRegistered,
    Judged,
    KeyList,
    KeyMade,
    KeyRevoked,
    KnownPlaceDescribed,
    LetGo,
    LiftedSuspension,
    LightRule,
    MailTroubleList,
    MailTroubleSettled,
    MayCheckOut,
    MoonCalendar,
    MoonView,
    OrderMailResent,
    OrderPage,
    OrderView,
    OutboxView,
    OwnData,
    OwnPage,
    OwnProfile,
    PageState,
    PasswordChanged,
    PaymentOutcome,
    Phase,
    PhotoKind,
    PhotoList,
    PhotoPage,
    PhotoSort,
    PhotoView,
    PhotoVotes,
    PictureView,
    PinnedBadges,
    PlaceDetail,
    PlaceGone,
    PlaceList,
    PlaceMap,
    PlacePage,
    PlaceRecord,
    PlaceView,
    Planet,
    PlanetsView,
    Preferences,
    Presence,
    Preset,
    ProductList,
    ProductView,
    ProfileBadges,
    Proved,
    ProviderList,
    PublicProfile,
    Reason,
    RecordPage,
    Registered,
    RemovedPhoto,
    ReportPage,
    ReportStatus,
    ReportTaken,
    ResetRequested,
    ReviewGone,
    ReviewPage,
    ReviewView,
    Role,
    Scope,
    ScoreFormula,
    SessionList,
    SessionStatus,
    SessionsEnded,
    ShippingOffer,
    ShowersView,
    SignedIn,
    SignedOut,
    SiteStatistics,
    SkyBrightnessView,
    SkyCalendar,
    Sort,
    StaffCodeList,
    StaffCodeView,
    StaffMethodList,
    StaffMethodView,
    StaffSkuView,
    StatusList,
    StatusView,
    SummaryView,
    SunView,
    Tally,
    TenureRound,
    TermsAgreed,
    TermsCheck,
    TermsPublished,
    TimeZoneView,
    TonightView,
    Type,
    Units,
    UnsubscribeView,
    Unsubscribed,
    UsernameRequested,
    Verdict,
    VerificationSent,
    VisitOutcome,
    VisitState,
    WeatherView,
    Whereabouts,
)

__version__: str
__all__ = [
    "moon_at",
    "moon",
    "moon_calendar",
    "sun_at",
    "planets_at",
    "meteor_showers",
    "time_zone_at",
    "tonight",
    "dark_windows",
    "best_nights",
    "calendar",
    "bortle_at",
    "brightness_at",
    "moon_altaz",
    "sun_altaz",
    "planet_altaz",
    "illumination",
    "phase_angle",
    "moon_age",
    "moon_distance",
    "phases",
    "rise_set",
    "twilights",
    "dark_intervals",
    "moonlight",
    "sky_brightness",
    "artificial_brightness",
    "bortle",
    "magnitude",
    "luminance",
    "limiting_magnitude",
    "time_zone",
    "Raster",
]

Time = datetime | datetime64 | str | float
Times = Time | NDArray[Any] | Sequence[Time]
Numbers = float | NDArray[Any] | Sequence[float]
Body = Literal["moon", "sun", "mercury", "venus", "mars", "jupiter", "saturn"]


class Raster:
    """A map of artificial light, from a file that `asterism sky raster build` made.

    It is mapped into memory, so that opening it costs nothing by its size, and is noticed when
    it is replaced. May be used by many threads.

    path: Where the file lies. What is no such file raises Unavailable with the reason.
    """

    def __init__(self, path: str | PathLike[str]) -> None: ...
    @property
    def source(self) -> str:
        """Who made the map."""
        ...

    @property
    def licence(self) -> str:
        """Its licence."""
        ...

    @property
    def year(self) -> int:
        """When the light was measured; 0 if nobody said."""
        ...

    @property
    def uncertainty(self) -> float:
        """Of the whole sky's brightness, in mag/arcsec2."""
        ...


@overload  # type: ignore  # single values are arrays, too
def moon_altaz(
    times: Time,
    latitude: float,
    longitude: float,
    elevation: float = 0.0,
    refraction: bool = False,
) -> AltAz[float]: ...
@overload
def moon_altaz(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    elevation: Numbers = 0.0,
    refraction: bool = False,
) -> AltAz[NDArray[float64]]:
    """Where the Moon stands over the horizon.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.
    refraction: Whether the altitude is as seen through air of 1010 hPa and 10 degrees Celsius.

    Answers: Altitude and azimuth of its middle in degrees, from where the observer stands.
    Accuracy: To 0.1" from 1960 to 2059 (JPL DE405), to 15" in the other years (ERFA moon98).
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def sun_altaz(
    times: Time,
    latitude: float,
    longitude: float,
    elevation: float = 0.0,
    refraction: bool = False,
) -> AltAz[float]: ...
@overload
def sun_altaz(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    elevation: Numbers = 0.0,
    refraction: bool = False,
) -> AltAz[NDArray[float64]]:
    """Where the Sun stands over the horizon.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.
    refraction: Whether the altitude is as seen through air of 1010 hPa and 10 degrees Celsius.

    Answers: Altitude and azimuth of its middle in degrees.
    Accuracy: To 0.05" (JPL DE405; ERFA epv00 before and after).
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def planet_altaz(
    name: Planet,
    times: Time,
    latitude: float,
    longitude: float,
    elevation: float = 0.0,
    refraction: bool = False,
) -> AltAz[float]: ...
@overload
def planet_altaz(
    name: Planet,
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    elevation: Numbers = 0.0,
    refraction: bool = False,
) -> AltAz[NDArray[float64]]:
    """Where a planet stands over the horizon.

    name: Which planet.
    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.
    refraction: Whether the altitude is as seen through air of 1010 hPa and 10 degrees Celsius.

    Answers: Altitude and azimuth in degrees.
    Accuracy: To 1" from 1960 to 2059 (JPL DE405), to 0.05 degrees in the other years (Simon and
    others 1994).
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def illumination(
    times: Time,
) -> float: ...
@overload
def illumination(
    times: Times,
) -> NDArray[float64]:
    """How much of the Moon's disc is lit.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.

    Answers: The lit fraction, 0 to 1.
    Accuracy: To 1e-6 from 1960 to 2059 (JPL DE405), by the true angles of the apparent vectors.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def phase_angle(
    times: Time,
) -> float: ...
@overload
def phase_angle(
    times: Times,
) -> NDArray[float64]:
    """The angle Sun-Moon-Earth.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.

    Answers: Degrees: 0 at full moon, 180 at new.
    Accuracy: To 1e-6 from 1960 to 2059 (JPL DE405), by the true angles of the apparent vectors.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def moon_age(
    times: Time,
) -> float: ...
@overload
def moon_age(
    times: Times,
) -> NDArray[float64]:
    """The time since the last new moon.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.

    Answers: Days, 0 to 29.9. Not the phase: months are of different lengths.
    Accuracy: To 0.1 s from 1960 to 2059, to 30 s in the other years.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def moon_distance(
    times: Time,
) -> float: ...
@overload
def moon_distance(
    times: Times,
) -> NDArray[float64]:
    """How far the Moon is from the Earth's centre.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.

    Answers: Kilometres between the centres.
    Accuracy: JPL DE405 from 1960 to 2059, ERFA moon98 in the other years.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


def phases(
    start: Time,
    end: Time,
) -> list[Event]:
    """The Moon's quarters of a range of time.

    start: The first moment, from 1900 to 2100: a datetime with a time zone, RFC 3339 text,
    POSIX seconds or datetime64 (UTC).
    end: The first moment after the range.

    Answers: A list of events in order: when, and which of new_moon, first_quarter, full_moon
    and last_quarter.
    Accuracy: To 0.1 s from 1960 to 2059, to 30 s in the other years.
    Raises Invalid, a ValueError, for what is out of range.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def rise_set(
    body: Body,
    latitude: float,
    longitude: float,
    start: Time,
    end: Time,
    elevation: float = 0.0,
) -> RiseSet[str, list[Event]]: ...
@overload
def rise_set(
    body: Body,
    latitude: Numbers,
    longitude: Numbers,
    start: Times,
    end: Times,
    elevation: Numbers = 0.0,
) -> RiseSet[NDArray[str_], Events]:
    """When a body rises and sets in windows of time.

    body: Moon, Sun or planet, by its English name.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    start: The first moment, from 1900 to 2100: a datetime with a time zone, RFC 3339 text,
    POSIX seconds or datetime64 (UTC), or an array of them.
    end: The first moment after the range.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.

    Answers: The state of each window (events, above_all_window or below_all_window) and all its
    events: a list of them for a single window, else one table for all windows, in which `index`
    counts them in the order of the arrays' elements. Any length of window will do.
    Accuracy: Rise and set of the upper limb (planets: the middle) at the 34' of refraction that
    the US Naval Observatory takes, lowered by the dip of the elevation. Moon to 0.1 s up to 60
    degrees of latitude, Sun to 0.02 s.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def twilights(
    times: Time,
    latitude: float,
    longitude: float,
    elevation: float = 0.0,
) -> Twilights[str, datetime | None, float]: ...
@overload
def twilights(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    elevation: Numbers = 0.0,
) -> Twilights[NDArray[str_], NDArray[datetime64], NDArray[float64]]:
    """Sunset, dusks, dawns and sunrise of the nights that the moments are in.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.

    Answers: For the Sun's limb at the horizon and for its middle 6, 12 and 18 degrees below:
    the state (events; above_all_window in a white night, below_all_window in polar night), dusk
    and dawn, None or NaT where there is none; and when the Sun is lowest, and how low. A night
    lasts from one local solar noon to the next: an afternoon belongs to the night that follows.
    Accuracy: To 0.02 s up to 60 degrees of latitude.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def dark_intervals(
    times: Time,
    latitude: float,
    longitude: float,
    elevation: float = 0.0,
) -> DarkIntervals[float, list[Interval]]: ...
@overload
def dark_intervals(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    elevation: Numbers = 0.0,
) -> DarkIntervals[NDArray[float64], Intervals]:
    """When neither Sun nor Moon lights the nights that the moments are in.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.

    Answers: Minutes of darkness in each night, and the intervals that make them: a list of them
    for a single night, else one table in which `index` counts the nights.
    Accuracy: Dark is while the Sun is 18 degrees below the horizon and the Moon's upper limb is
    down.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def moonlight(
    times: Time,
    latitude: float,
    longitude: float,
    altitude: float = 90.0,
    azimuth: float = 0.0,
    elevation: float = 0.0,
    extinction: float = 0.172,
) -> float: ...
@overload
def moonlight(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    altitude: Numbers = 90.0,
    azimuth: Numbers = 0.0,
    elevation: Numbers = 0.0,
    extinction: Numbers = 0.172,
) -> NDArray[float64]:
    """How bright scattered moonlight makes a patch of sky.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    altitude: Of the patch of sky: degrees above the horizon, 0 to 90.
    azimuth: Of the patch: degrees from north by east, 0 to 360.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.
    extinction: Magnitudes that air takes at the zenith, 0 to 2; 0.25 to 0.3 near sea level.

    Answers: Luminance in mcd/m2 (V band); 0 with the Moon below the horizon.
    Accuracy: Krisciunas and Schaefer 1991, PASP 103, 1033, who find 8 to 23 per cent of error;
    without the surge near full moon.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def sky_brightness(
    times: Time,
    latitude: float,
    longitude: float,
    artificial: float = 0.0,
    altitude: float = 90.0,
    azimuth: float = 0.0,
    elevation: float = 0.0,
    extinction: float = 0.172,
    natural: float = 0.171168465,
) -> SkyBrightness[float]: ...
@overload
def sky_brightness(
    times: Times,
    latitude: Numbers,
    longitude: Numbers,
    artificial: Numbers = 0.0,
    altitude: Numbers = 90.0,
    azimuth: Numbers = 0.0,
    elevation: Numbers = 0.0,
    extinction: Numbers = 0.172,
    natural: Numbers = 0.171168465,
) -> SkyBrightness[NDArray[float64]]:
    """How bright a patch of sky is, and what makes it so.

    times: Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays;
    datetimes with a time zone or RFC 3339 texts.
    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    artificial: Light of lamps at the zenith in mcd/m2, 0 to 1e15.
    altitude: Of the patch of sky: degrees above the horizon, 0 to 90.
    azimuth: Of the patch: degrees from north by east, 0 to 360.
    elevation: Metres above the sea, -500 to 9000. From high up the horizon lies lower.
    extinction: Magnitudes that air takes at the zenith, 0 to 2; 0.25 to 0.3 near sea level.
    natural: Light of nature at the zenith in mcd/m2, 0 to 1e15; 0.25905 is what goes with the
    towns' model.

    Answers: Natural, artificial, moon and twilight luminances and their total in mcd/m2, the
    total in mag/arcsec2, and the faintest star that the naked eye sees.
    Accuracy: Moonlight and extinction: Krisciunas and Schaefer 1991; twilight: Schaefer 1993;
    the natural zenith has 22.00 mag/arcsec2.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def artificial_brightness(
    latitude: float,
    longitude: float,
    raster: Raster | str | PathLike[str] | None = None,
    sampling: Literal["nearest", "bilinear"] = "nearest",
) -> float: ...
@overload
def artificial_brightness(
    latitude: Numbers,
    longitude: Numbers,
    raster: Raster | str | PathLike[str] | None = None,
    sampling: Literal["nearest", "bilinear"] = "nearest",
) -> NDArray[float64]:
    """How bright lamps make the zenith of places.

    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.
    raster: The map to read: a Raster, or the path of its file. Without one the light is
    estimated from the towns around.
    sampling: The map's cell that the place lies in, or between the four around.

    Answers: Luminance in mcd/m2; nan where the map has no data.
    Accuracy: The map's own figure to half a per cent; or the estimate after Walker 1977, to 0.3
    mag/arcsec2 in Europe and the United States and 0.85 elsewhere.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def bortle(
    mag: float,
    scheme: BortleScheme = "classic",
) -> int: ...
@overload
def bortle(
    mag: Numbers,
    scheme: BortleScheme = "classic",
) -> NDArray[int64]:
    """The class of Bortle's scale for a sky's brightness.

    mag: The sky's brightness in mag/arcsec2, -50 to 50.
    scheme: Which magnitudes make which class: no authority gave any.

    Answers: 1, the darkest, to 9.
    Accuracy: Limits of each scheme: libcore/sky/bortle.cpp names their sources.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def magnitude(
    luminance: float,
) -> float: ...
@overload
def magnitude(
    luminance: Numbers,
) -> NDArray[float64]:
    """A sky's luminance on the scale of Sky Quality Meters.

    luminance: Of the whole sky in mcd/m2 (V band), 0 to 1e15.

    Answers: mag/arcsec2; inf for no light.
    Accuracy: m = -2.5 log10(L / 10.8e4 cd/m2), Unihedron.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def luminance(
    mag: float,
) -> float: ...
@overload
def luminance(
    mag: Numbers,
) -> NDArray[float64]:
    """The inverse of magnitude().

    mag: The sky's brightness in mag/arcsec2, -50 to 50.

    Answers: mcd/m2 (V band).
    Accuracy: m = -2.5 log10(L / 10.8e4 cd/m2), Unihedron.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def limiting_magnitude(
    mag: float,
) -> float: ...
@overload
def limiting_magnitude(
    mag: Numbers,
) -> NDArray[float64]:
    """The faintest star that a good eye sees.

    mag: The sky's brightness in mag/arcsec2, -50 to 50.

    Answers: Visual magnitude: 6.6 under 22 mag/arcsec2, 4.0 under 18.
    Accuracy: 7.93 - 5 log10(10^(4.316 - m/5) + 1), Unihedron.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


@overload  # type: ignore  # single values are arrays, too
def time_zone(
    latitude: float,
    longitude: float,
) -> str: ...
@overload
def time_zone(
    latitude: Numbers,
    longitude: Numbers,
) -> NDArray[object_]:
    """The time zone whose clocks places go by.

    latitude: Degrees north, -90 to 90.
    longitude: Degrees east, -180 to 180.

    Answers: IANA names; at sea the nautical zone, as Etc/GMT-3, which is ahead of UTC. In
    arrays, Python's texts.
    Accuracy: Shapes of timezone-boundary-builder (OpenStreetMap, ODbL), simplified.
    Arrays are broadcast as numpy does and are not copied; single values need no numpy.
    Raises Invalid, a ValueError, for what is out of range or no number: of the first bad
    element, whose place stands in its `detail`. Then nothing is answered.
    """
    ...


def moon_at(
    at: datetime | str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> MoonView:
    """The Moon at a moment: phase, quarters, distance, and where it stands.

    at: The moment, from 1900 to 2100; now if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def moon(
    at: datetime | str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> MoonView:
    """The Moon at a moment: phase, quarters, distance, and where it stands.

    at: The moment, from 1900 to 2100; now if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def moon_calendar(
    start: date | str | None = None,
    end: date | str | None = None,
    key_dates_only: bool | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> MoonCalendar:
    """The Moon day by day, and the dates of its quarters.

    start: The first day, in UTC; today if absent.
    end: The last day, itself included; start if absent.
    key_dates_only: Leave out the days, and so permit a longer range.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def sun_at(
    at: datetime | str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> SunView:
    """The Sun at a moment, and where it stands.

    at: The moment, from 1900 to 2100; now if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def planets_at(
    at: datetime | str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> PlanetsView:
    """The planets at a moment: how bright they are and where they stand.

    at: The moment, from 1900 to 2100; now if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def meteor_showers(
    year: int | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
) -> ShowersView:
    """A year's meteor showers, and what a place will see of them.

    year: Of the peaks, 1900 to 2100, in UTC; this year if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    Needs no data folder; Library has it, too.
    """
    ...


def time_zone_at(
    latitude: float,
    longitude: float,
    elevation: float | None = None,
    at: datetime | str | None = None,
) -> TimeZoneView:
    """The time zone of a place, and what its clock shows.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    at: The moment, from 1900 to 2100; now if absent.
    Needs no data folder; Library has it, too.
    """
    ...


def tonight(
    latitude: float,
    longitude: float,
    elevation: float | None = None,
    date: date | str | None = None,
    cloud_percent: float | None = None,
    formula: ScoreFormula | None = None,
) -> TonightView:
    """A night at a place: twilights, Moon, dark hours, what is up, and how good it is.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    date: The place's day on which the night begins; the night now or next if absent.
    cloud_percent: How much of the sky is expected to be clouded, 0 to 100; not judged if absent.
    formula: What makes the score; asterism-1 if absent.
    Needs no data folder; Library has it, too.
    """
    ...


def dark_windows(
    latitude: float,
    longitude: float,
    elevation: float | None = None,
    date: date | str | None = None,
    nights: int | None = None,
) -> DarkNights:
    """When nights at a place are dark, and the Moon away.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    date: The place's day on which the first night begins; the night now or next if absent.
    nights: How many, 1 to 60; 7 if absent.
    Needs no data folder; Library has it, too.
    """
    ...


def best_nights(
    latitude: float,
    longitude: float,
    elevation: float | None = None,
    date: date | str | None = None,
    nights: int | None = None,
    limit: int | None = None,
) -> BestNightsView:
    """The nights to come, the best for stars first.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    date: The place's day on which the first night begins; the night now or next if absent.
    nights: How many to judge, 1 to 366; 30 if absent.
    limit: How many to tell of, 1 to 366; 10 if absent.
    Needs no data folder; Library has it, too.
    """
    ...


def calendar(
    latitude: float | None = None,
    longitude: float | None = None,
    elevation: float | None = None,
    date: date | str | None = None,
    days: int | None = None,
    kinds: list[EventKind] | None = None,
) -> SkyCalendar:
    """What happens in the sky day by day; also as an iCalendar feed.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    date: The first day, of the place's calendar or without a place of UTC; today if absent.
    days: How many, 1 to 366; 30 if absent.
    kinds: What to list; if absent quarters, seasons, showers and, with a place, dark.
    Needs no data folder; Library has it, too.
    """
    ...


def bortle_at(
    latitude: float,
    longitude: float,
    elevation: float | None = None,
    scheme: BortleScheme | None = None,
    rule: LightRule | None = None,
    growth_year: int | None = None,
    strict: bool | None = None,
) -> BortleView:
    """How bright lamps make a place's sky, and its class on Bortle's scale.

    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    scheme: Which magnitudes make which class; classic if absent.
    rule: How light becomes a class: native if absent; starview fixes scheme and growth.
    growth_year: Let the map's light grow by 2.5 % a year until then, 1990 to 2100; as it was measured if absent.
    strict: Refuse, rather than estimate, where the operator's map has no data or cannot be read; without a map of the operator's there is the estimate all the same.
    Needs no data folder; Library has it, too.
    """
    ...


def brightness_at(
    latitude: float,
    longitude: float,
    at: datetime | str | None = None,
    elevation: float | None = None,
    altitude: float | None = None,
    azimuth: float | None = None,
) -> SkyBrightnessView:
    """How bright a patch of sky is at a moment, and what makes it so.

    at: The moment, from 1900 to 2100; now if absent.
    latitude: Degrees north of the equator, -90 to 90.
    longitude: Degrees east of Greenwich, -180 to 180.
    elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
    altitude: Of the patch of sky, 0 to 90 degrees; the zenith if absent.
    azimuth: Of the patch, from north by east, 0 to 360 degrees; 0 if absent.
    Needs no data folder; Library has it, too.
    """
    ...


class Library:
    """Everything Asterism can do, over the same store as its server.

    Several processes may use one data folder at once, the server among them. A library may be
    used by many threads, but not across fork(). The settings of the server are not read.

    Each use case is a method that takes its fields by keyword and answers a dict. Instants are
    datetimes with a time zone (the answer's are in UTC) or RFC 3339 texts. What is refused
    raises an exception that derives from asterism.Refused.

    path: The data folder; if not given, the one that the program `asterism` would use.
    database: postgresql://... or sqlite:PATH, instead of asterism.db in the data folder.
    """

    def __init__(
        self,
        path: str | bytes | PathLike[str] | PathLike[bytes] | None = None,
        database: str | None = None,
        *,
        site_name: str | None = None,
        base_url: str | None = None,
        mail_from: str | None = None,
        passwords: Preset | None = None,
    ) -> None:
        """Opens the store, and makes the folder if it is new."""
        ...

    def close(self) -> None:
        """Lets go of the store, once the calls that have begun are done. May be called again."""
        ...

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(self, *failure: object) -> None: ...

    def register_account(
        self,
        *,
        email: str,
        password: str,
        handle: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        password_again: str | None = None,
        actor: str | int | None = None,
    ) -> Registered:
        """Registers an account and mails a link that proves its address.

        handle: The public user name; made up if not given.
        email: Where the verification mail goes.
        first_name: The person's first name.
        last_name: The person's last name.
        password: As the site's password rules ask.
        password_again: The same once more, where a form asks for it.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def verify_email(
        self,
        *,
        token: str,
        actor: str | int | None = None,
    ) -> EmailVerified:
        """Proves an address, a new one too, by the token of the mailed link.

        token: The last part of the link in the mail.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def resend_verification(
        self,
        *,
        email: str,
        actor: str | int | None = None,
    ) -> VerificationSent:
        """Mails a new link; links mailed before are void.

        email: The address that was registered.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def log_in(
        self,
        *,
        identifier: str,
        password: str,
        remember: bool | None = None,
        actor: str | int | None = None,
    ) -> SignedIn:
        """Signs in with a user name or an e-mail address.

        identifier: The user name or the e-mail address.
        password: The account's password.
        remember: Stay signed in on this device; false if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def log_out(
        self,
        *,
        actor: str | int,
    ) -> SignedOut:
        """Ends the session.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def leave(
        self,
        *,
        actor: str | int | None = None,
    ) -> SignedOut:
        """Ends the session, if there is one.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def who_am_i(
        self,
        *,
        actor: str | int,
    ) -> AccountView:
        """Shows the signed-in account.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def session_status(
        self,
        *,
        actor: str | int | None = None,
    ) -> SessionStatus:
        """Tells whether anybody is signed in, and who.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def change_password(
        self,
        *,
        new_password: str,
        current_password: str | None = None,
        new_password_again: str | None = None,
        actor: str | int,
    ) -> PasswordChanged:
        """Changes the password and ends every other session.

        current_password: The password until now; an account without one has none to give.
        new_password: The password from now on.
        new_password_again: The same once more, where a form asks for it.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def request_password_reset(
        self,
        *,
        email: str,
        language: str | None = None,
        handle: str | None = None,
        actor: str | int | None = None,
    ) -> ResetRequested:
        """Mails a link that sets a new password.

        email: The address that the account signs in with.
        language: Of the mail, as a tag in any case; the account's if not given or not offered.
        handle: The account's user name; compared if given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def reset_password(
        self,
        *,
        token: str,
        password: str,
        account: str | None = None,
        password_again: str | None = None,
        handle: str | None = None,
        actor: str | int | None = None,
    ) -> SessionsEnded:
        """Sets a new password by the mailed link and ends every session.

        account: The part of the link before the last; it is compared if given.
        token: The last part of the link in the mail.
        password: The password from now on.
        password_again: The same once more, where a form asks for it.
        handle: The account's user name; compared if given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def change_email(
        self,
        *,
        new_email: str,
        current_password: str | None = None,
        actor: str | int,
    ) -> EmailChangeStarted:
        """Mails a link that makes a new address the account's.

        new_email: Where the link to confirm it goes.
        current_password: Needed unless you signed in within the last 15 minutes.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def update_account(
        self,
        *,
        handle: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        language: str | None = None,
        actor: str | int,
    ) -> AccountView:
        """Changes the account's names and language.

        handle: The public user name; the old one is free then.
        first_name: The person's first name.
        last_name: The person's last name.
        language: Of mails: en, es, fr, ja, de, pt-BR, zh-CN, ko or it, in any case.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_sessions(
        self,
        *,
        actor: str | int,
    ) -> SessionList:
        """Lists where the account is signed in.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def end_session(
        self,
        *,
        session: int,
        actor: str | int,
    ) -> SessionsEnded:
        """Ends one of the account's sessions.

        session: The session's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def end_other_sessions(
        self,
        *,
        actor: str | int,
    ) -> SessionsEnded:
        """Ends every session but this one.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def prove_account(
        self,
        *,
        password: str,
        actor: str | int,
    ) -> Proved:
        """Shows the password again before something sensitive.

        password: The account's password.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def delete_account(
        self,
        *,
        current_password: str | None = None,
        actor: str | int,
    ) -> Deletion:
        """Deletes the account for good.

        current_password: Needed unless you signed in within the last 15 minutes.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_account(
        self,
        *,
        handle: str,
        email: str,
        password: str,
        role: Role | None = None,
        actor: str | int,
    ) -> AccountView:
        """Makes an account that can sign in.

        handle: The public user name.
        email: The address; it counts as verified.
        password: As the site's password rules ask.
        role: What the account may do; user if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def keep_site_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> AccountView:
        """Makes an account that is the site's own, if there is none.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_accounts(
        self,
        *,
        after: int | None = None,
        limit: int | None = None,
        actor: str | int,
    ) -> AccountPage:
        """Lists the accounts.

        after: The `next` of the page before; the first page without.
        limit: The most accounts to show, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> AccountView:
        """Shows one account.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def set_role(
        self,
        *,
        handle: str,
        role: Role,
        actor: str | int,
    ) -> AccountView:
        """Sets what an account may do.

        handle: The public user name.
        role: What the account may do from now on.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def lock_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> AccountView:
        """Keeps an account out and ends its sessions.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def unlock_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> AccountView:
        """Lets an account in again.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_account_sessions(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> SessionList:
        """Lists where an account is signed in.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def end_account_sessions(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> SessionsEnded:
        """Ends all sessions of an account.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def set_account_password(
        self,
        *,
        handle: str,
        password: str,
        actor: str | int,
    ) -> SessionsEnded:
        """Gives an account a new password and ends its sessions.

        handle: The public user name.
        password: The password from now on.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def verify_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> AccountView:
        """Takes an account's address as proved.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> Deletion:
        """Deletes somebody's account for good.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_identity_providers(
        self,
        *,
        actor: str | int | None = None,
    ) -> ProviderList:
        """Lists the providers one can sign in with.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def start_identity_flow(
        self,
        *,
        provider: str,
        process: FlowGoal | None = None,
        next: str | None = None,
        actor: str | int | None = None,
    ) -> FlowStarted:
        """Begins to sign in with, or to connect, a provider.

        provider: The provider's short name.
        process: Sign in, or connect to the signed-in account; login if not given.
        next: A path of this site to go to afterwards; any other is ignored.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def finish_identity_flow(
        self,
        *,
        provider: str,
        state: str | None = None,
        code: str | None = None,
        error: str | None = None,
        iss: str | None = None,
        browser: str | None = None,
        actor: str | int | None = None,
    ) -> FlowEnd:
        """Signs in or connects with what the provider sent back.

        provider: The provider's short name.
        state: As the provider gives it back.
        code: What the provider gives for success.
        error: What it gives instead.
        iss: Who it says it is (RFC 9207).
        browser: The browser's secret; where a cookie carries it, it counts instead.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_identities(
        self,
        *,
        actor: str | int,
    ) -> IdentityList:
        """Lists the identities that are connected.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def disconnect_identity(
        self,
        *,
        identity: int,
        actor: str | int,
    ) -> IdentityDisconnected:
        """Disconnects an identity.

        identity: Its number, from list_identities.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def make_key(
        self,
        *,
        name: str,
        scopes: list[Scope],
        days: int | None = None,
        actor: str | int,
    ) -> KeyMade:
        """Makes an API key, whose secret is shown this once.

        name: What it is for, 1 to 80 characters on one line.
        scopes: What it may do.
        days: How long it is good, 1 to 3650 days; 90 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_keys(
        self,
        *,
        actor: str | int,
    ) -> KeyList:
        """Lists one's own API keys.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def revoke_key(
        self,
        *,
        key: int,
        actor: str | int,
    ) -> KeyRevoked:
        """Revokes an API key.

        key: The key's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_unverified(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes accounts whose address was not proved in 30 days.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_sessions(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes sessions that are over for 7 days.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_tickets(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes links that are void for 3 days.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_lockouts(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes counts of failed tries that are over.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def check_terms(
        self,
        *,
        actor: str | int,
    ) -> TermsCheck:
        """Tells whether the newest terms are agreed to.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def agree_to_terms(
        self,
        *,
        version: int,
        actor: str | int,
    ) -> TermsAgreed:
        """Agrees to the newest terms of use.

        version: The version that was read.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def publish_terms(
        self,
        *,
        version: int,
        note: str,
        actor: str | int,
    ) -> TermsPublished:
        """Publishes new terms of use.

        version: Its number, greater than all before.
        note: What is new, as HTML; the pages show it as it is.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_audit(
        self,
        *,
        type: str | None = None,
        user: str | None = None,
        address: str | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        before: int | None = None,
        limit: int | None = None,
        actor: str | int,
    ) -> RecordPage:
        """Shows who did what from where, the newest first.

        type: Only events of this type: login_failed.
        user: Only of this user name, or of tries at a name nobody has.
        address: Only from this address.
        since: Only from this moment on.
        until: Only before this moment.
        before: The `next` of the page before; the newest without.
        limit: The most records to show, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def seal_audit(
        self,
        *,
        limit: int | None = None,
        actor: str | int,
    ) -> AuditSealed:
        """Gives new audit records their place in the chain.

        limit: The most records to seal at once, 1 to 200 thousand; 500.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def verify_audit(
        self,
        *,
        first_day: date | str | None = None,
        last_day: date | str | None = None,
        actor: str | int,
    ) -> Verdict:
        """Checks that no audit record was changed or removed.

        first_day: From the beginning if not given.
        last_day: To the end if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_profile(
        self,
        *,
        handle: str,
        actor: str | int | None = None,
    ) -> PublicProfile:
        """Shows what an account says of itself.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def own_profile(
        self,
        *,
        actor: str | int,
    ) -> OwnProfile:
        """Shows one's own profile and account.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def who_is_there(
        self,
        *,
        actor: str | int | None = None,
    ) -> Presence:
        """Tells who is signed in, with the profile, if anybody.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def update_profile(
        self,
        *,
        bio: str | None = None,
        location: str | None = None,
        units: Units | None = None,
        actor: str | int,
    ) -> OwnProfile:
        """Changes what one's own profile says.

        bio: Up to 500 characters; empty takes it away.
        location: Up to 100 characters on one line.
        units: What its owner measures in.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def set_picture(
        self,
        *,
        picture: str,
        actor: str | int,
    ) -> PictureView:
        """Gives one's own profile a picture, in place of the one it has.

        picture: A JPEG, PNG, WebP, GIF or HEIC file of up to 5 MiB. It is kept as JPEG in two sizes.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_picture(
        self,
        *,
        actor: str | int,
    ) -> PictureView:
        """Takes the picture of one's own profile away.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def mark_profile(
        self,
        *,
        handle: str,
        verified: bool,
        actor: str | int,
    ) -> PublicProfile:
        """Gives or takes the staff's mark of a profile.

        handle: The public user name.
        verified: Whether the staff vouches for it.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def follow_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> FollowView:
        """Follows an account.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def unfollow_account(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> FollowView:
        """Follows an account no longer.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_follow(
        self,
        *,
        handle: str,
        actor: str | int,
    ) -> FollowView:
        """Tells whether one follows an account.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_followers(
        self,
        *,
        handle: str,
        after: int | None = None,
        page: int | None = None,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> FollowPage:
        """Lists who follows an account.

        handle: The public user name.
        after: The `next` of the page before; the first page without.
        page: Instead of `after`: the page of that number, from 1; -1 is the last.
        limit: The most profiles on a page, 1 to 100; 20 if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_following(
        self,
        *,
        handle: str,
        after: int | None = None,
        page: int | None = None,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> FollowPage:
        """Lists whom an account follows.

        handle: The public user name.
        after: The `next` of the page before; the first page without.
        page: Instead of `after`: the page of that number, from 1; -1 is the last.
        limit: The most profiles on a page, 1 to 100; 20 if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def cast_vote(
        self,
        *,
        kind: str,
        subject: int,
        choice: Choice,
        actor: str | int,
    ) -> Tally:
        """Votes something up or down; the same vote again takes it back.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        choice: The arrow pressed.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_votes(
        self,
        *,
        kind: str,
        subject: int,
        actor: str | int | None = None,
    ) -> Tally:
        """Counts the votes on something.

        kind: The sort of thing.
        subject: Its number among its kind.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def report_subject(
        self,
        *,
        kind: str,
        subject: int,
        reason: Reason | None = None,
        text: str | None = None,
        actor: str | int,
    ) -> ReportTaken:
        """Reports something to the moderators.

        kind: The sort of thing being reported.
        subject: Its number among its kind.
        reason: What is wrong with it; other if not given.
        text: The same in words, up to 1,000 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_reports(
        self,
        *,
        status: ReportStatus | None = None,
        after: int | None = None,
        limit: int | None = None,
        actor: str | int,
    ) -> ReportPage:
        """Lists what was reported to the moderators.

        status: Which of them; pending if not given.
        after: The `next` of the page before; the first page without.
        limit: The most reports on a page, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def hide_subject(
        self,
        *,
        kind: str,
        subject: int,
        note: str | None = None,
        actor: str | int,
    ) -> Judged:
        """Keeps something from others, as was reported.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        note: Why, up to 1,000 characters; kept with its reports.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def restore_subject(
        self,
        *,
        kind: str,
        subject: int,
        note: str | None = None,
        actor: str | int,
    ) -> Judged:
        """Shows something again that was hidden.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        note: Why, up to 1,000 characters; kept with its reports.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def dismiss_reports(
        self,
        *,
        kind: str,
        subject: int,
        note: str | None = None,
        actor: str | int,
    ) -> Judged:
        """Finds the reports of something wrong.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        note: Why, up to 1,000 characters; kept with its reports.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def warn_author(
        self,
        *,
        kind: str,
        subject: int,
        note: str | None = None,
        actor: str | int,
    ) -> Judged:
        """Warns the author of something by mail.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        note: Why, up to 1,000 characters; kept with its reports.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def suspend_author(
        self,
        *,
        kind: str,
        subject: int,
        note: str | None = None,
        actor: str | int,
    ) -> Judged:
        """Locks the account of something's author.

        kind: The sort of thing being judged.
        subject: Its number among its kind.
        note: Why, up to 1,000 characters; kept with its reports.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def lift_suspension(
        self,
        *,
        handle: str,
        note: str | None = None,
        actor: str | int,
    ) -> LiftedSuspension:
        """Unlocks an account that moderators locked.

        handle: The account's public user name.
        note: Why, up to 1,000 characters; kept in the audit log.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_place(
        self,
        *,
        name: str,
        latitude: float,
        longitude: float,
        type: Type | None = None,
        elevation: float | None = None,
        actor: str | int,
    ) -> PlaceView:
        """Adds a place to look at the sky from.

        name: 1 to 200 characters; tags are taken out.
        latitude: -90 to 90 degrees.
        longitude: -180 to 180 degrees.
        type: What kind of place it is; a viewpoint if absent.
        elevation: -500 to 9000 metres; 0 if absent.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_place(
        self,
        *,
        place: int,
        name: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        type: Type | None = None,
        elevation: float | None = None,
        actor: str | int,
    ) -> PlaceView:
        """Changes a place that one added.

        place: The place's number.
        name: 1 to 200 characters; tags are taken out.
        latitude: -90 to 90 degrees.
        longitude: -180 to 180 degrees.
        type: What kind of place it is.
        elevation: -500 to 9000 metres.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_place(
        self,
        *,
        place: int,
        actor: str | int,
    ) -> PlaceGone:
        """Removes a place that one added.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_place(
        self,
        *,
        place: int,
        actor: str | int | None = None,
    ) -> PlaceView:
        """Shows a place.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_places(
        self,
        *,
        search: str | None = None,
        types: list[Type] | None = None,
        min_rating: float | None = None,
        max_bortle: int | None = None,
        verified: bool | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        radius_km: float | None = None,
        south: float | None = None,
        west: float | None = None,
        north: float | None = None,
        east: float | None = None,
        sort: Sort | None = None,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int | None = None,
    ) -> PlacePage:
        """Lists places: filtered, sorted, ten a page.

        search: Part of a name, address, region or country.
        types: Only such places; all if absent.
        min_rating: Only those reviewed so well.
        max_bortle: Only those so dark: Bortle's class, 1 to 9.
        verified: True: only those the staff vouches for.
        latitude: Of the middle that distances are from.
        longitude: Of the same.
        radius_km: Only those not farther; everywhere if absent.
        south: The lower edge of a window, which has all four.
        west: Its left edge; beyond the right one over the date line.
        north: Its upper edge.
        east: Its right edge.
        sort: In which order; newest first if absent, or where a distance is from nowhere.
        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def map_places(
        self,
        *,
        search: str | None = None,
        types: list[Type] | None = None,
        min_rating: float | None = None,
        max_bortle: int | None = None,
        verified: bool | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        radius_km: float | None = None,
        south: float | None = None,
        west: float | None = None,
        north: float | None = None,
        east: float | None = None,
        sort: Sort | None = None,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int | None = None,
    ) -> PlaceMap:
        """Lists places as GeoJSON, all pages at once.

        search: Part of a name, address, region or country.
        types: Only such places; all if absent.
        min_rating: Only those reviewed so well.
        max_bortle: Only those so dark: Bortle's class, 1 to 9.
        verified: True: only those the staff vouches for.
        latitude: Of the middle that distances are from.
        longitude: Of the same.
        radius_km: Only those not farther; everywhere if absent.
        south: The lower edge of a window, which has all four.
        west: Its left edge; beyond the right one over the date line.
        north: Its upper edge.
        east: Its right edge.
        sort: In which order; newest first if absent, or where a distance is from nowhere.
        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def nearby_places(
        self,
        *,
        latitude: float,
        longitude: float,
        radius_km: float | None = None,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> PlaceList:
        """Lists the places nearest to somewhere.

        latitude: -90 to 90 degrees.
        longitude: -180 to 180 degrees.
        radius_km: Not farther than that; 800 if absent.
        limit: At most so many, up to 20; 8 if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def similar_places(
        self,
        *,
        name: str,
        latitude: float,
        longitude: float,
        actor: str | int | None = None,
    ) -> PlaceList:
        """Lists places that may be the one somebody is about to add.

        name: Of the place that somebody is about to add.
        latitude: -90 to 90 degrees.
        longitude: -180 to 180 degrees.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def describe_place(
        self,
        *,
        place: int,
        description: str | None = None,
        website: str | None = None,
        phone_number: str | None = None,
        phone_display: str | None = None,
        reservation_url: str | None = None,
        actor: str | int,
    ) -> PlaceView:
        """Says what a place is like and whom to call.

        place: The place's number.
        description: Up to 5000 characters; empty: none.
        website: A link of up to 500 characters; empty: none.
        phone_number: To be dialled.
        phone_display: The same number, to be read.
        reservation_url: Where to book.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def mark_place(
        self,
        *,
        place: int,
        verified: bool,
        notes: str | None = None,
        actor: str | int,
    ) -> PlaceView:
        """Gives or takes the staff's mark of a place.

        place: The place's number.
        verified: Whether the staff vouches for it.
        notes: Why; for the staff alone.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def toggle_favourite(
        self,
        *,
        place: int,
        actor: str | int,
    ) -> FavouriteState:
        """Makes a place a favourite, or no longer one.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_favourites(
        self,
        *,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int,
    ) -> FavouritePage:
        """Lists one's own favourites, newest first.

        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_favourite(
        self,
        *,
        place: int,
        nickname: str | None = None,
        actor: str | int,
    ) -> FavouriteDetail:
        """Makes a place a favourite, with a nickname.

        place: The place's number.
        nickname: What one calls it, up to 50 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_favourite(
        self,
        *,
        favourite: int,
        actor: str | int,
    ) -> FavouriteDetail:
        """Shows one of one's own favourites.

        favourite: The favourite's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def rename_favourite(
        self,
        *,
        favourite: int,
        place: int | None = None,
        nickname: str | None = None,
        actor: str | int,
    ) -> FavouriteDetail:
        """Gives a favourite another nickname.

        favourite: The favourite's number.
        place: The same as ever: a favourite keeps its place.
        nickname: Up to 50 characters; empty takes it away.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_favourite(
        self,
        *,
        favourite: int,
        actor: str | int,
    ) -> FavouriteState:
        """Makes a favourite no longer one.

        favourite: The favourite's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def unmark_visited(
        self,
        *,
        place: int,
        actor: str | int,
    ) -> VisitState:
        """Takes that back.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def write_review(
        self,
        *,
        place: int,
        stars: int,
        text: str | None = None,
        actor: str | int,
    ) -> ReviewView:
        """Reviews a place that somebody else added, once.

        place: The place's number.
        stars: 1 to 5.
        text: Why, up to 1000 characters; few tags stay.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_review(
        self,
        *,
        review: int,
        place: int | None = None,
        actor: str | int | None = None,
    ) -> ReviewView:
        """Shows a review.

        review: The review's number.
        place: The place that it must be of; any if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def change_review(
        self,
        *,
        review: int,
        place: int | None = None,
        stars: int | None = None,
        text: str | None = None,
        actor: str | int,
    ) -> ReviewView:
        """Changes one's own review.

        review: The review's number.
        place: The place that it must be of; any if absent.
        stars: 1 to 5.
        text: Up to 1000 characters; empty takes it away.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_review(
        self,
        *,
        review: int,
        place: int | None = None,
        actor: str | int,
    ) -> ReviewGone:
        """Removes one's own review.

        review: The review's number.
        place: The place that it must be of; any if absent.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_reviews(
        self,
        *,
        place: int,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int | None = None,
    ) -> ReviewPage:
        """Lists the reviews of a place, newest first.

        place: The place's number.
        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_reviews_by(
        self,
        *,
        handle: str,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int | None = None,
    ) -> ReviewPage:
        """Lists an account's reviews, newest first.

        handle: The public user name.
        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def write_comment(
        self,
        *,
        review: int,
        text: str,
        place: int | None = None,
        actor: str | int,
    ) -> CommentView:
        """Says something of a review.

        review: The review's number.
        text: 1 to 500 characters; few tags stay.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_comment(
        self,
        *,
        comment: int,
        review: int | None = None,
        place: int | None = None,
        actor: str | int | None = None,
    ) -> CommentView:
        """Shows a comment.

        comment: The comment's number.
        review: The review that it must be on; any if absent.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def change_comment(
        self,
        *,
        comment: int,
        text: str | None = None,
        review: int | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> CommentView:
        """Changes one's own comment.

        comment: The comment's number.
        text: 1 to 500 characters; as it was if absent.
        review: The review that it must be on; any if absent.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_comment(
        self,
        *,
        comment: int,
        review: int | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> CommentGone:
        """Removes one's own comment.

        comment: The comment's number.
        review: The review that it must be on; any if absent.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_comments(
        self,
        *,
        review: int,
        place: int | None = None,
        page: int | None = None,
        last: bool | None = None,
        actor: str | int | None = None,
    ) -> CommentPage:
        """Lists the comments on a review, oldest first.

        review: The review's number.
        place: The place that the review must be of.
        page: From 1, which is shown if absent.
        last: True: the last page, whatever its number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def vote_review(
        self,
        *,
        review: int,
        choice: Choice,
        place: int | None = None,
        actor: str | int,
    ) -> Tally:
        """Votes a review up or down, or takes that back.

        review: The review's number.
        choice: The arrow pressed; the same again takes it back.
        place: The place that it must be of; any if absent.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def report_review(
        self,
        *,
        review: int,
        reason: Reason | None = None,
        text: str | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> ReportTaken:
        """Reports a review to the moderators.

        review: The review's number.
        reason: What is wrong with it; other if not given.
        text: The same in words, up to 1,000 characters.
        place: The place that it must be of; any if absent.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def vote_comment(
        self,
        *,
        comment: int,
        choice: Choice,
        review: int | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> Tally:
        """Votes a comment up or down, or takes that back.

        comment: The comment's number.
        choice: The arrow pressed; the same again takes it back.
        review: The review that it must be on; any if absent.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def report_comment(
        self,
        *,
        comment: int,
        reason: Reason | None = None,
        text: str | None = None,
        review: int | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> ReportTaken:
        """Reports a comment to the moderators.

        comment: The comment's number.
        reason: What is wrong with it; other if not given.
        text: The same in words, up to 1,000 characters.
        review: The review that it must be on; any if absent.
        place: The place that the review must be of.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def report_place(
        self,
        *,
        place: int,
        reason: Reason | None = None,
        text: str | None = None,
        actor: str | int,
    ) -> ReportTaken:
        """Reports a place to the moderators.

        place: The place's number.
        reason: What is wrong with it; other if not given.
        text: The same in words, up to 1,000 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_place_detail(
        self,
        *,
        place: int,
        actor: str | int | None = None,
    ) -> PlaceDetail:
        """Shows a place with its reviews and what they come to.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def revise_place(
        self,
        *,
        place: int,
        name: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        type: Type | None = None,
        elevation: float | None = None,
        actor: str | int,
    ) -> PlaceDetail:
        """Changes a place that one added, and shows it with its reviews.

        place: The place's number.
        name: 1 to 200 characters; tags are taken out.
        latitude: -90 to 90 degrees.
        longitude: -180 to 180 degrees.
        type: What kind of place it is.
        elevation: -500 to 9000 metres.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def judge_summary(
        self,
        *,
        place: int,
        helped: bool,
        actor: str | int,
    ) -> SummaryView:
        """Says whether a place's summary helped.

        place: The place's number.
        helped: Whether its summary helped.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def write_summary(
        self,
        *,
        place: int,
        text: str,
        actor: str | int,
    ) -> SummaryView:
        """Writes what a place's reviews come to.

        place: The place's number.
        text: Up to 2,000 characters; empty takes it away.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def enrich_place(
        self,
        *,
        place: int,
        elevation_only: bool | None = None,
        actor: str | int,
    ) -> EnrichedPlace:
        """Asks services for the address and the elevation of a place.

        place: The place's number.
        elevation_only: True: its address stays as it is.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def import_place(
        self,
        *,
        place: PlaceRecord,
        owner: int,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> ImportedPlace:
        """Takes in a place from a file, if it is not there.

        place: The place.
        owner: The account that it will have been added by.
        dry_run: True: only tell; nothing is added.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def export_places(
        self,
        *,
        after: int | None = None,
        limit: int | None = None,
        actor: str | int,
    ) -> ExportedPlaces:
        """Hands out all places, some at a time.

        after: The `next` of the page before.
        limit: At most so many, 1 to 1000; 200 if absent.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def backfill_bortle(
        self,
        *,
        after: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> BackfilledPlaces:
        """Judges how dark places are that lack it.

        after: The `next` of the run before.
        dry_run: True: only count; nothing is changed.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def describe_known_place(
        self,
        *,
        name: str,
        latitude: float,
        longitude: float,
        description: str,
        overwrite: bool | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> KnownPlaceDescribed:
        """Describes a place that a file knows by name and spot.

        name: The place's name, whatever its case.
        latitude: To a thousandth of a degree.
        longitude: The same.
        description: 1 to 5000 characters.
        overwrite: True: also where there is one.
        dry_run: True: only tell; nothing is changed.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_place_photos(
        self,
        *,
        place: int,
        photos: list[str],
        actor: str | int,
    ) -> PhotoList:
        """Adds photos of a place.

        place: The place's number.
        photos: 1 to 5 JPEG, PNG, WebP, GIF or HEIC files of up to 5 MiB and at least 500 pixels a side.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_review_photos(
        self,
        *,
        review: int,
        photos: list[str],
        place: int | None = None,
        actor: str | int,
    ) -> PhotoList:
        """Adds photos to a review that one wrote.

        review: The review's number.
        photos: JPEG, PNG, WebP, GIF or HEIC files of up to 5 MiB and at least 500 pixels a side, as many as make five with those that are there.
        place: Only if the review is of this place.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_photo(
        self,
        *,
        photo: int,
        caption: str | None = None,
        position: int | None = None,
        place: int | None = None,
        actor: str | int,
    ) -> PhotoView:
        """Changes a photo's caption or position.

        photo: The photo's number.
        caption: Up to 255 characters; tags are taken out.
        position: From 1, among the place's own photos or the review's; the others make room.
        place: Only if it is of this place.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_photo(
        self,
        *,
        photo: int,
        place: int | None = None,
        review: int | None = None,
        kind: PhotoKind | None = None,
        actor: str | int,
    ) -> RemovedPhoto:
        """Removes a photo, in every size.

        photo: The photo's number.
        place: Only if it is of this place.
        review: Only if it is of this review.
        kind: Only if it is one of these.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_photos(
        self,
        *,
        place: int,
        sort: PhotoSort | None = None,
        mine: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | int | None = None,
    ) -> PhotoPage:
        """Lists the photos of a place and of its reviews.

        place: The place's number.
        sort: In which order; newest first if absent.
        mine: True: only one's own; nothing to visitors.
        limit: At most so many, up to 50; 24 if absent.
        cursor: What an earlier page gave as its next.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def vote_photo(
        self,
        *,
        photo: int,
        place: int | None = None,
        review: int | None = None,
        kind: PhotoKind | None = None,
        actor: str | int,
    ) -> PhotoVotes:
        """Votes for a photo; the same again takes it back.

        photo: The photo's number.
        place: Only if it is of this place.
        review: Only if it is of this review.
        kind: Only if it is one of these.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_heroes(
        self,
        *,
        actor: str | int | None = None,
    ) -> HeroList:
        """Picks the day's photos for the front page.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_badges(
        self,
        *,
        actor: str | int | None = None,
    ) -> BadgeList:
        """Lists all badges that there are.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_badges(
        self,
        *,
        actor: str | int,
    ) -> BadgeCollection:
        """Shows one's own badges, and how far one has come with others.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_profile_badges(
        self,
        *,
        handle: str,
        actor: str | int | None = None,
    ) -> ProfileBadges:
        """Lists the badges that an account has.

        handle: The public user name.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def pin_badges(
        self,
        *,
        badges: list[int],
        actor: str | int,
    ) -> PinnedBadges:
        """Chooses which of one's own badges are shown first.

        badges: Up to three that one has, in order; none: none.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def mark_visited(
        self,
        *,
        place: int,
        actor: str | int,
    ) -> VisitOutcome:
        """Notes that one has been to a place.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def toggle_visited(
        self,
        *,
        place: int,
        actor: str | int,
    ) -> VisitOutcome:
        """Notes it, or takes it back.

        place: The place's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def audit_badges(
        self,
        *,
        handle: str | None = None,
        fix: bool | None = None,
        award: bool | None = None,
        after: int | None = None,
        actor: str | int,
    ) -> AwardDifferences:
        """Finds badges that somebody should not have.

        handle: Only of this account; of all if absent.
        fix: Take the awards that rows do not bear out.
        award: Give Mission Ready to those whose profile is whole.
        after: The `next` of the batch before.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def recompute_badges(
        self,
        *,
        handle: str | None = None,
        dry_run: bool | None = None,
        after: int | None = None,
        actor: str | int,
    ) -> AwardDifferences:
        """Judges all accounts anew, and tells every difference.

        handle: Only of this account; of all if absent.
        dry_run: Only tell; nothing is changed.
        after: The `next` of the batch before.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def award_pioneers(
        self,
        *,
        dry_run: bool | None = None,
        force: bool | None = None,
        actor: str | int,
    ) -> AwardDifferences:
        """Gives the first hundred their badge.

        dry_run: Only tell; nothing is changed.
        force: Also those of the first hundred whose address was never proved.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def award_tenure(
        self,
        *,
        actor: str | int,
    ) -> TenureRound:
        """Gives the badges that time alone earns.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_products(
        self,
        *,
        actor: str | int | None = None,
    ) -> ProductList:
        """Lists what the shop offers.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_product(
        self,
        *,
        identifier: str,
        actor: str | int | None = None,
    ) -> ProductView:
        """Shows a product and what of it can be bought.

        identifier: What addresses call the product.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_cart(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartView:
        """Shows the cart and what it costs now.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def add_to_cart(
        self,
        *,
        sku: int,
        quantity: int,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> AddedToCart:
        """Puts pieces into the cart.

        sku: What to buy.
        quantity: How many more of it, up to 9,999 in all.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def set_cart_quantity(
        self,
        *,
        sku: int,
        quantity: int,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartView:
        """Changes how many pieces a line has.

        sku: What is in the cart.
        quantity: How many of it, 1 to 9,999.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def remove_from_cart(
        self,
        *,
        sku: int,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> ShippingOffer:
        """Takes a line out of the cart.

        sku: What to take out.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def offer_shipping(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> ShippingOffer:
        """Lists the ways of shipping.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def choose_shipping(
        self,
        *,
        method: str,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartView:
        """Chooses how the cart goes.

        method: The identifier of a way of shipping.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def enter_code(
        self,
        *,
        code: str,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartView:
        """Types a discount code in.

        code: A discount code. Its case counts.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def remove_code(
        self,
        *,
        code: int,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartView:
        """Takes a discount code out of the cart.

        code: The code's number.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def drop_cart(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CartDropped:
        """Throws the cart away.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def adopt_cart(
        self,
        *,
        visitor: str,
        actor: str | int,
    ) -> CartAdopted:
        """Takes a visitor's cart along after signing in.

        visitor: The secret of the cart from before signing in.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_carts(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes visitors' carts that nobody touched for a year.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_heard_calls(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes names of payment calls that were heard 90 days ago.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def purge_replies(
        self,
        *,
        days: int | None = None,
        dry_run: bool | None = None,
        actor: str | int,
    ) -> CleanedUp:
        """Deletes what was answered to idempotency keys a day ago.

        days: Only what is older than so many days, 0 to 36500.
        dry_run: Only count; nothing is deleted.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_product(
        self,
        *,
        title: str,
        title_url: str,
        identifier: str | None = None,
        headline: str | None = None,
        description_1: str | None = None,
        description_2: str | None = None,
        actor: str | int,
    ) -> ProductView:
        """Adds a product to the shop.

        title: What it is called, 1 to 200 characters.
        title_url: The same, as an address shows it.
        identifier: What addresses call it; drawn if not given.
        headline: One sentence about it; may be HTML.
        description_1: More about it; may be HTML.
        description_2: Still more; may be HTML.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_product(
        self,
        *,
        product: int,
        title: str | None = None,
        title_url: str | None = None,
        headline: str | None = None,
        description_1: str | None = None,
        description_2: str | None = None,
        retired: bool | None = None,
        actor: str | int,
    ) -> ProductView:
        """Changes a product's words, or retires it.

        product: The product's number.
        title: What it is called, 1 to 200 characters.
        title_url: The same, as an address shows it.
        headline: One sentence about it; may be HTML.
        description_1: More about it; may be HTML.
        description_2: Still more; may be HTML.
        retired: Whether it is offered no more.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_sku(
        self,
        *,
        product: int,
        price: str,
        color: str | None = None,
        size: str | None = None,
        description: str | None = None,
        availability: Availability | None = None,
        left: int | None = None,
        actor: str | int,
    ) -> ProductView:
        """Adds something of a product that can be bought.

        product: The product's number.
        price: What a piece costs, as "14.99".
        color: Its color.
        size: Its size.
        description: What sets it apart.
        availability: Whether it can be had; in stock if not given.
        left: How many there are; nobody counts if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_sku(
        self,
        *,
        sku: int,
        color: str | None = None,
        size: str | None = None,
        description: str | None = None,
        availability: Availability | None = None,
        retired: bool | None = None,
        actor: str | int,
    ) -> ProductView:
        """Changes what can be bought, or retires it.

        sku: What can be bought.
        color: Its color.
        size: Its size.
        description: What sets it apart.
        availability: Whether it can be had.
        retired: Whether it is offered no more.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def price_sku(
        self,
        *,
        sku: int,
        price: str,
        since: datetime | str | None = None,
        actor: str | int,
    ) -> ProductView:
        """Gives what can be bought a new price.

        sku: What can be bought.
        price: What a piece costs, as "14.99".
        since: From when on, not before now; now if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def count_sku(
        self,
        *,
        sku: int,
        left: int | None = None,
        actor: str | int,
    ) -> ProductView:
        """Says how many there are.

        sku: What can be bought.
        left: How many lie there, with those that people are paying for; nobody counts if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_product_picture(
        self,
        *,
        product: int,
        url: str,
        sku: int | None = None,
        caption: str | None = None,
        main: bool | None = None,
        actor: str | int,
    ) -> ProductView:
        """Adds a picture to a product.

        product: The product's number.
        url: Where it lies: https://... or /...
        sku: Which of its SKUs it shows; the product if not given.
        caption: What it shows.
        main: Whether it is shown first.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_product_picture(
        self,
        *,
        picture: int,
        actor: str | int,
    ) -> ProductView:
        """Takes a product's picture away.

        picture: The picture's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_product_video(
        self,
        *,
        product: int,
        url: str,
        thumbnail_url: str,
        caption: str | None = None,
        actor: str | int,
    ) -> ProductView:
        """Adds a video to a product.

        product: The product's number.
        url: Where it lies: https://... or /...
        thumbnail_url: A picture that stands for it.
        caption: What it shows.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def remove_product_video(
        self,
        *,
        video: int,
        actor: str | int,
    ) -> ProductView:
        """Takes a product's video away.

        video: The video's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_code(
        self,
        *,
        code: str,
        kind: DiscountKind,
        amount: str,
        starts: datetime | str,
        ends: datetime | str,
        description: str | None = None,
        order_minimum: str | None = None,
        combinable: bool | None = None,
        shipping_method: str | None = None,
        uses: int | None = None,
        actor: str | int,
    ) -> StaffCodeView:
        """Makes a discount code.

        code: What is typed in: 1 to 100 letters and digits.
        kind: What it takes something off.
        amount: Percents, money or months, as "10.00".
        starts: Good from then on.
        ends: Good until then.
        description: What it does; {} stands for the amount.
        order_minimum: What the items have to come to.
        combinable: Meant to go with other codes.
        shipping_method: Which way becomes free; the usual one if not given.
        uses: How many orders it is good for; without end if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_code(
        self,
        *,
        code: int,
        description: str | None = None,
        starts: datetime | str | None = None,
        ends: datetime | str | None = None,
        uses: int | None = None,
        actor: str | int,
    ) -> StaffCodeView:
        """Changes how long and how often a code is good.

        code: The code's number.
        description: What it does; {} stands for the amount.
        starts: Good from then on.
        ends: Good until then.
        uses: How many more orders it is good for.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def add_shipping_method(
        self,
        *,
        identifier: str,
        carrier: str,
        cost: str,
        tracking_base: str | None = None,
        parcel: bool | None = None,
        actor: str | int,
    ) -> StaffMethodView:
        """Adds a way of shipping.

        identifier: How it is chosen.
        carrier: Who carries it, 1 to 100 characters.
        cost: What it costs, as "9.56".
        tracking_base: An https address to which a parcel's number is appended; empty: none.
        parcel: Whether something is sent; so if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_shipping_method(
        self,
        *,
        identifier: str,
        carrier: str | None = None,
        cost: str | None = None,
        tracking_base: str | None = None,
        active: bool | None = None,
        actor: str | int,
    ) -> StaffMethodView:
        """Changes a way of shipping, or retires it.

        identifier: How it is chosen.
        carrier: Who carries it, 1 to 100 characters.
        cost: What it costs, as "9.56".
        tracking_base: An https address to which a parcel's number is appended; empty: none.
        active: Whether it can be chosen.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_order_statuses(
        self,
        *,
        actor: str | int | None = None,
    ) -> StatusList:
        """Lists what orders can be.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def add_order_status(
        self,
        *,
        identifier: str,
        title: str,
        phase: Phase,
        description: str | None = None,
        actor: str | int,
    ) -> StatusView:
        """Adds a status for orders.

        identifier: What orders call it.
        title: What people call it, 1 to 100 characters.
        phase: How far an order is that has it.
        description: A sentence about it.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def change_order_status(
        self,
        *,
        identifier: str,
        title: str | None = None,
        description: str | None = None,
        retired: bool | None = None,
        actor: str | int,
    ) -> StatusView:
        """Changes what a status is called, or retires it.

        identifier: What orders call it.
        title: What people call it, 1 to 100 characters.
        description: A sentence about it.
        retired: Whether orders get it no more.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def check_out(
        self,
        *,
        email: str | None = None,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CheckedOut:
        """Freezes the cart and tells where to pay for it.

        email: Where a visitor can be written to; an account's own address is known.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def may_check_out(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> MayCheckOut:
        """Tells whether whoever asks may check out.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def let_go_overdue(
        self,
        *,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> LetGo:
        """Lets go of what is held by those who did not pay in time.

        limit: The most checkouts at once; 100 if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def come_back(
        self,
        *,
        session: str,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> PaymentOutcome:
        """Makes the order of whoever comes back from paying, if nobody has yet.

        session: The counter's name.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_order(
        self,
        *,
        order: str,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> OrderView:
        """Shows an order to whoever made it.

        order: Its identifier; a guest's with the secret behind it.
        visitor: The secret of the cart that it came from.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def list_own_orders(
        self,
        *,
        before: int | None = None,
        actor: str | int,
    ) -> OrderPage:
        """Lists the orders of one's own account.

        before: Goes on after that order.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_orders(
        self,
        *,
        before: int | None = None,
        limit: int | None = None,
        actor: str | int,
    ) -> OrderPage:
        """Lists all orders, for the staff.

        before: Goes on after that order.
        limit: The most orders, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def move_order(
        self,
        *,
        order: str,
        status: str,
        tracking: str | None = None,
        note: str | None = None,
        actor: str | int,
    ) -> OrderView:
        """Gives an order its next status.

        order: The order's identifier.
        status: The identifier of the status that it gets.
        tracking: The parcel's number, where it is sent.
        note: What was paid back and why, or another word.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_incidents(
        self,
        *,
        limit: int | None = None,
        actor: str | int,
    ) -> IncidentList:
        """Lists money that made no order.

        limit: The most incidents, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def settle_incident(
        self,
        *,
        incident: int,
        note: str,
        actor: str | int,
    ) -> IncidentSettled:
        """Says what was done about an incident.

        incident: The incident's number.
        note: What was done about it, up to 1,000 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def resend_order_mail(
        self,
        *,
        order: str,
        actor: str | int,
    ) -> OrderMailResent:
        """Mails an order once more.

        order: The order's identifier.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_order_mail_failures(
        self,
        *,
        limit: int | None = None,
        actor: str | int,
    ) -> MailTroubleList:
        """Lists orders' mails that did not go out.

        limit: The most failures, 1 to 200; 50 if not given.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def settle_order_mail_failure(
        self,
        *,
        failure: int,
        note: str,
        actor: str | int,
    ) -> MailTroubleSettled:
        """Says what was done about such a mail.

        failure: The failure's number.
        note: What was done about it, up to 1,000 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_alarms(
        self,
        *,
        actor: str | int,
    ) -> AlarmList:
        """Counts what the operators were told of.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def inspect_sku(
        self,
        *,
        sku: int,
        actor: str | int,
    ) -> StaffSkuView:
        """Shows a SKU and the history of its prices.

        sku: The SKU's number.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_codes(
        self,
        *,
        actor: str | int,
    ) -> StaffCodeList:
        """Lists all discount codes, for the staff.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def list_shipping_methods(
        self,
        *,
        actor: str | int,
    ) -> StaffMethodList:
        """Lists all ways of shipping, for the staff.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_checkout(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> CheckoutPage:
        """Shows the cart as it would be paid for.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def look_up_buyer(
        self,
        *,
        email: str,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> BuyerKnown:
        """Says whether a buyer had better sign in.

        email: Where a visitor wants to be written to.
        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def export_own_data(
        self,
        *,
        actor: str | int,
    ) -> OwnData:
        """Hands out all that is kept about oneself.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def site_statistics(
        self,
        *,
        actor: str | int | None = None,
    ) -> SiteStatistics:
        """Tells how many places, reviews and people there are.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def read_outbox(
        self,
        *,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> OutboxView:
        """Shows the newest mails, sent or waiting.

        limit: The most messages to show, 1 to 200; 20 if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def weather_at(
        self,
        *,
        latitude: float,
        longitude: float,
        start: date | str | None = None,
        end: date | str | None = None,
        days: int | None = None,
        actor: str | int | None = None,
    ) -> WeatherView:
        """Tells the weather of a place: as it was, will be, or mostly is.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        start: The first day, at the place; today if absent.
        end: The last day, itself included; start if absent.
        days: How many days from the start, 1 to 16; instead of an end.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def directions_between(
        self,
        *,
        from_latitude: float,
        from_longitude: float,
        to_latitude: float,
        to_longitude: float,
        actor: str | int | None = None,
    ) -> DirectionsView:
        """Tells the way by car from one place to another.

        from_latitude: Where one sets out, -90 to 90 degrees.
        from_longitude: The same, -180 to 180 degrees.
        to_latitude: Where one wants to get, -90 to 90 degrees.
        to_longitude: The same, -180 to 180 degrees.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def locate_caller(
        self,
        *,
        actor: str | int | None = None,
    ) -> Whereabouts:
        """Tells where whoever asks seems to be.

        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def join_site(
        self,
        *,
        handle: str,
        first_name: str,
        last_name: str,
        email: str,
        password: str,
        password_again: str,
        newsletter: bool,
        remember: bool | None = None,
        actor: str | int | None = None,
    ) -> SignedIn:
        """Registers an account and signs it in, its address still unproved.

        handle: The user name.
        first_name: The person's first name.
        last_name: The person's last name.
        email: The person's e-mail address.
        password: As the site's password rules ask.
        password_again: The same once more.
        newsletter: News by mail are welcome.
        remember: Stay signed in on this device; false if not given.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def update_details(
        self,
        *,
        first_name: str,
        last_name: str,
        email: str,
        actor: str | int,
    ) -> DetailsUpdated:
        """Changes one's names and address at once.

        first_name: The person's first name.
        last_name: The person's last name.
        email: The address; a new one has to be proved again.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def request_verification(
        self,
        *,
        actor: str | int,
    ) -> VerificationSent:
        """Mails the link that proves one's address once more.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def prove_address(
        self,
        *,
        token: str,
        actor: str | int,
    ) -> EmailVerified:
        """Proves one's own address while signed in.

        token: The last part of the link in the mail.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def request_username(
        self,
        *,
        email: str,
        actor: str | int | None = None,
    ) -> UsernameRequested:
        """Mails a forgotten user name.

        email: The address that the account has.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_preferences(
        self,
        *,
        actor: str | int,
    ) -> Preferences:
        """Shows what mail one gets.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def set_preferences(
        self,
        *,
        newsletter: bool,
        opted_out: bool,
        no_longer_wanted: bool | None = None,
        never_signed_up: bool | None = None,
        inappropriate: bool | None = None,
        spam: bool | None = None,
        other: str | None = None,
        actor: str | int,
    ) -> Preferences:
        """Says what mail one gets.

        newsletter: News by mail are welcome.
        opted_out: No mail is, but what answers a doing.
        no_longer_wanted: Why: it was enough.
        never_signed_up: Why: nobody asked for it.
        inappropriate: Why: for what it says.
        spam: Why: it is spam.
        other: Why, in up to 5,000 characters.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def look_up_unsubscribing(
        self,
        *,
        token: str,
        actor: str | int | None = None,
    ) -> UnsubscribeView:
        """Shows whom a link in a mail unsubscribes.

        token: What the link in the mail has.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def confirm_unsubscribing(
        self,
        *,
        token: str,
        actor: str | int | None = None,
    ) -> Unsubscribed:
        """Ends all mail to whom the link was sent.

        token: What the link in the mail has.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def unsubscribe(
        self,
        *,
        token: str,
        actor: str | int | None = None,
    ) -> UnsubscribeView:
        """The same in one step, as mail programs do.

        token: What the link in the mail has.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def explain_unsubscribing(
        self,
        *,
        token: str,
        no_longer_wanted: bool | None = None,
        never_signed_up: bool | None = None,
        inappropriate: bool | None = None,
        spam: bool | None = None,
        other: str | None = None,
        actor: str | int | None = None,
    ) -> Explained:
        """Says why no mail is wanted.

        token: What the link in the mail has.
        no_longer_wanted: It was enough.
        never_signed_up: Nobody asked for it.
        inappropriate: For what it says.
        spam: It is spam.
        other: In up to 5,000 characters.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def send_inquiry(
        self,
        *,
        name: str,
        email: str,
        message: str,
        actor: str | int | None = None,
    ) -> InquirySent:
        """Leaves the site a message.

        name: Who writes, in up to 30 letters, digits and blanks.
        email: Where the answer goes.
        message: What about, in up to 5,000 characters.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def register_interest(
        self,
        *,
        email: str,
        excitement: str,
        actor: str | int | None = None,
    ) -> InterestRegistered:
        """Asks to be told when there is news.

        email: Whom to tell.
        excitement: How eager they are, 1 to 5.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def log_client_event(
        self,
        *,
        kind: ClientEventKind,
        url: str,
        account: int | None = None,
        anonymous_id: str | None = None,
        width: int | None = None,
        what: str | None = None,
        contact: str | None = None,
        campaign: str | None = None,
        ad: str | None = None,
        actor: str | int | None = None,
    ) -> ClientEventLogged:
        """Keeps what a page tells of its visitor.

        kind: What happened.
        url: On which page; without one nothing is kept.
        account: Whom the page takes its visitor for. Anybody can claim it; an unknown one is nobody.
        anonymous_id: What the page knows its visitor by.
        width: How wide the page is, in pixels.
        what: Which error, or which button.
        contact: The code of whom a mail was to.
        campaign: The code of that mail.
        ad: The code of an advertisement.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def purge_client_events(
        self,
        *,
        days: int | None = None,
        actor: str | int,
    ) -> ClientEventsPurged:
        """Deletes what pages told more than 90 days ago.

        days: Only what is older than so many days, 0 to 36500.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def show_page_state(
        self,
        *,
        visitor: str | None = None,
        actor: str | int | None = None,
    ) -> PageState:
        """Tells a page who its visitor is.

        visitor: The secret of a visitor's cart; whoever is signed in needs none.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def show_own_page(
        self,
        *,
        actor: str | int,
    ) -> OwnPage:
        """Shows one's account as its page does.

        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def moon_at(
        self,
        *,
        at: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        actor: str | int | None = None,
    ) -> MoonView:
        """The Moon at a moment: phase, quarters, distance, and where it stands.

        at: The moment, from 1900 to 2100; now if absent.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def moon_calendar(
        self,
        *,
        start: date | str | None = None,
        end: date | str | None = None,
        key_dates_only: bool | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        actor: str | int | None = None,
    ) -> MoonCalendar:
        """The Moon day by day, and the dates of its quarters.

        start: The first day, in UTC; today if absent.
        end: The last day, itself included; start if absent.
        key_dates_only: Leave out the days, and so permit a longer range.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def sun_at(
        self,
        *,
        at: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        actor: str | int | None = None,
    ) -> SunView:
        """The Sun at a moment, and where it stands.

        at: The moment, from 1900 to 2100; now if absent.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def planets_at(
        self,
        *,
        at: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        actor: str | int | None = None,
    ) -> PlanetsView:
        """The planets at a moment: how bright they are and where they stand.

        at: The moment, from 1900 to 2100; now if absent.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def meteor_showers(
        self,
        *,
        year: int | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        actor: str | int | None = None,
    ) -> ShowersView:
        """A year's meteor showers, and what a place will see of them.

        year: Of the peaks, 1900 to 2100, in UTC; this year if absent.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def time_zone_at(
        self,
        *,
        latitude: float,
        longitude: float,
        elevation: float | None = None,
        at: datetime | str | None = None,
        actor: str | int | None = None,
    ) -> TimeZoneView:
        """The time zone of a place, and what its clock shows.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        at: The moment, from 1900 to 2100; now if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def sky_tonight(
        self,
        *,
        latitude: float,
        longitude: float,
        elevation: float | None = None,
        date: date | str | None = None,
        cloud_percent: float | None = None,
        formula: ScoreFormula | None = None,
        actor: str | int | None = None,
    ) -> TonightView:
        """A night at a place: twilights, Moon, dark hours, what is up, and how good it is.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        date: The place's day on which the night begins; the night now or next if absent.
        cloud_percent: How much of the sky is expected to be clouded, 0 to 100; not judged if absent.
        formula: What makes the score; asterism-1 if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def dark_windows(
        self,
        *,
        latitude: float,
        longitude: float,
        elevation: float | None = None,
        date: date | str | None = None,
        nights: int | None = None,
        actor: str | int | None = None,
    ) -> DarkNights:
        """When nights at a place are dark, and the Moon away.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        date: The place's day on which the first night begins; the night now or next if absent.
        nights: How many, 1 to 60; 7 if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def best_nights(
        self,
        *,
        latitude: float,
        longitude: float,
        elevation: float | None = None,
        date: date | str | None = None,
        nights: int | None = None,
        limit: int | None = None,
        actor: str | int | None = None,
    ) -> BestNightsView:
        """The nights to come, the best for stars first.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        date: The place's day on which the first night begins; the night now or next if absent.
        nights: How many to judge, 1 to 366; 30 if absent.
        limit: How many to tell of, 1 to 366; 10 if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def sky_calendar(
        self,
        *,
        latitude: float | None = None,
        longitude: float | None = None,
        elevation: float | None = None,
        date: date | str | None = None,
        days: int | None = None,
        kinds: list[EventKind] | None = None,
        actor: str | int | None = None,
    ) -> SkyCalendar:
        """What happens in the sky day by day; also as an iCalendar feed.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        date: The first day, of the place's calendar or without a place of UTC; today if absent.
        days: How many, 1 to 366; 30 if absent.
        kinds: What to list; if absent quarters, seasons, showers and, with a place, dark.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def bortle_at(
        self,
        *,
        latitude: float,
        longitude: float,
        elevation: float | None = None,
        scheme: BortleScheme | None = None,
        rule: LightRule | None = None,
        growth_year: int | None = None,
        strict: bool | None = None,
        actor: str | int | None = None,
    ) -> BortleView:
        """How bright lamps make a place's sky, and its class on Bortle's scale.

        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        scheme: Which magnitudes make which class; classic if absent.
        rule: How light becomes a class: native if absent; starview fixes scheme and growth.
        growth_year: Let the map's light grow by 2.5 % a year until then, 1990 to 2100; as it was measured if absent.
        strict: Refuse, rather than estimate, where the operator's map has no data or cannot be read; without a map of the operator's there is the estimate all the same.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...

    def sky_brightness_at(
        self,
        *,
        latitude: float,
        longitude: float,
        at: datetime | str | None = None,
        elevation: float | None = None,
        altitude: float | None = None,
        azimuth: float | None = None,
        actor: str | int | None = None,
    ) -> SkyBrightnessView:
        """How bright a patch of sky is at a moment, and what makes it so.

        at: The moment, from 1900 to 2100; now if absent.
        latitude: Degrees north of the equator, -90 to 90.
        longitude: Degrees east of Greenwich, -180 to 180.
        elevation: Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.
        altitude: Of the patch of sky, 0 to 90 degrees; the zenith if absent.
        azimuth: Of the patch, from north by east, 0 to 360 degrees; 0 if absent.
        actor: The account on whose behalf this is done, by handle or number; None for nobody.
        """
        ...
