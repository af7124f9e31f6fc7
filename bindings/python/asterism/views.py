"""What use cases take and answer. Printed by asterism_stubs from the catalogue."""
from datetime import date, datetime
from typing import Literal, TypedDict


Planet = Literal[
    "mercury",
    "venus",
    "mars",
    "jupiter",
    "saturn",
]


BortleScheme = Literal[
    "nomogram",
    "ratio",
    "classic",
    "nightskyspots",
]


PhaseName = Literal[
    "new_moon",
    "waxing_crescent",
    "first_quarter",
    "waxing_gibbous",
    "full_moon",
    "waning_gibbous",
    "last_quarter",
    "waning_crescent",
]


class ApsisView(TypedDict):
    at: datetime
    """When."""

    distance_km: float
    """How far it then is, between the centres."""


Grade = Literal[
    "fine",
    "coarse",
]


DailyPath = Literal[
    "rises_or_sets",
    "up_all_day",
    "does_not_rise",
]


class LocalSight(TypedDict):
    azimuth_degrees: float
    """From north by east, 0 to 360."""

    altitude_degrees: float
    """Of the middle above the level, without the air's lift."""

    refracted_altitude_degrees: float
    """The same as seen through air of 1010 hPa and 10 degrees."""

    path: DailyPath
    """What it does over the 24 hours that follow."""

    next_rise: datetime | None
    """When it next rises; null if not within 400 days."""

    next_set: datetime | None
    """When it next sets; null if not within 400 days."""

    next_transit: datetime | None
    """When it next crosses the meridian between pole and zenith."""

    transit_altitude_degrees: float | None
    """Its altitude then, without the air's lift; below 0 it is not seen."""


class MoonDisc(TypedDict):
    diameter_degrees: float
    """How wide it is from there: nearer, and so wider, the higher it stands."""

    parallactic_angle_degrees: float
    """Where on its edge the zenith is, from celestial north by east, -180 to 180."""

    bright_limb_angle_degrees: float
    """Where on its edge the middle of the lit limb is, from celestial north by east."""

    rotation_degrees: float
    """How far to turn, clockwise, a picture that has its lit limb on top."""


class MoonView(TypedDict):
    at: datetime
    """The moment described."""

    phase: PhaseName
    """How the Moon looks."""

    illumination: float
    """The lit fraction of the disc, 0 to 1."""

    phase_angle_degrees: float
    """The angle Sun-Moon-Earth: 0 at full, 180 at new."""

    elongation_degrees: float
    """The angle Sun-Earth-Moon: 0 at new, 180 at full."""

    age_days: float
    """Days since the last new moon."""

    waxing: bool
    """Whether the Moon is between new and full."""

    next_new_moon: datetime
    """When the Moon is next new."""

    next_first_quarter: datetime
    """When it is next half lit, waxing."""

    next_full_moon: datetime
    """When it is next full."""

    next_last_quarter: datetime
    """When it is next half lit, waning."""

    previous_new_moon: datetime
    """When it was last new."""

    previous_first_quarter: datetime
    """When it was last half lit, waxing."""

    previous_full_moon: datetime
    """When it was last full."""

    previous_last_quarter: datetime
    """When it was last half lit, waning."""

    distance_km: float
    """From the Earth's centre to the Moon's."""

    diameter_degrees: float
    """How wide it is, seen from the Earth's centre."""

    magnitude: float
    """Visual; the surge within 7 degrees of full moon is left out."""

    bright_limb_angle_degrees: float
    """Where on its edge the middle of the lit limb is, from celestial north by east, from the Earth's centre."""

    next_perigee: ApsisView | None
    """When it is next nearest, and how near."""

    next_apogee: ApsisView | None
    """When it is next farthest, and how far."""

    accuracy: Grade
    """Of positions: fine (1960 to 2059) to 0.1", coarse to 15"."""

    local: LocalSight | None
    """Where it stands at the place; null without one."""

    disc: MoonDisc | None
    """How it looks from the place; null without one."""


class MoonSight(TypedDict):
    at: datetime
    """The moment described."""

    phase: PhaseName
    """How the Moon looks."""

    illumination_percent: float
    """The lit part of the disc, 0 to 100, not rounded."""

    waning: bool
    """Whether less of it is lit a day later."""

    good_for_stargazing: bool
    """Whether so little of it is lit that faint stars show."""

    rotation_degrees: float | None
    """How far to turn, clockwise, a picture that is lit on the right while the Moon waxes and on the left while it wanes; over -180 to 180. Only with a place."""


class MoonDay(TypedDict):
    date: date
    """The day, in UTC."""

    moon: MoonSight
    """The Moon of that day: now if near today, else at noon."""

    moonrise: str | None
    """When a clock at the place first sees it rise on that day, as 17:42; absent if it does not, and without a place."""

    moonset: str | None
    """Likewise when it sets."""

    rotation_degrees: float | None
    """How far to turn, clockwise, a picture that is lit on top, where the Moon stands highest on that day; where it never does, as for the moment described."""


class NextQuarters(TypedDict):
    new_moon: datetime
    """The next new moon."""

    first_quarter: datetime
    """The next first quarter."""

    full_moon: datetime
    """The next full moon."""

    last_quarter: datetime
    """The next last quarter."""


Quarter = Literal[
    "new_moon",
    "first_quarter",
    "full_moon",
    "last_quarter",
]


class QuarterEvent(TypedDict):
    at: datetime
    """When the Moon reaches it."""

    quarter: Quarter
    """Which one."""


class ClockedEvent(TypedDict):
    at: datetime
    """When it is."""

    date: date
    """The local day."""

    time: str
    """The local time, cut to the minute: 17:42."""

    days_ahead: int
    """0 if the local day is today, 1 tomorrow."""

    weekday: int
    """Of the local day: 1 is Monday, 7 is Sunday."""


class MoonCalendar(TypedDict):
    generated_at: datetime
    """When this was computed."""

    current: MoonSight
    """The Moon now."""

    daily: list[MoonDay]
    """Each day; empty if only key dates were asked for."""

    key_dates: NextQuarters
    """The first of each after the start's midnight."""

    events: list[QuarterEvent]
    """All quarters from the start to the end of the end."""

    zone: str | None
    """Whose clock the times are of; absent without a place, and where its rules are not known: then it is the Sun's, in whole hours."""

    next_moonrise: ClockedEvent | None
    """The next one at the place; absent if there is none within two days."""

    next_moonset: ClockedEvent | None
    """Likewise."""


Season = Literal[
    "march_equinox",
    "june_solstice",
    "september_equinox",
    "december_solstice",
]


Daylight = Literal[
    "day",
    "civil_twilight",
    "nautical_twilight",
    "astronomical_twilight",
    "night",
]


class SunView(TypedDict):
    at: datetime
    """The moment described."""

    distance_km: float
    """From the Earth's centre to the Sun's."""

    diameter_degrees: float
    """How wide it is, seen from the Earth's centre."""

    next_season: Season
    """Which equinox or solstice comes next."""

    next_season_at: datetime
    """When it comes."""

    accuracy: Grade
    """Of positions: to 0.05" either way."""

    local: LocalSight | None
    """Where it stands at the place; null without one."""

    daylight: Daylight | None
    """How light it makes the sky; null without a place."""


class PlanetView(TypedDict):
    planet: Planet
    """Which one."""

    right_ascension_degrees: float
    """Where it appears from the Earth's centre, on the axes of J2000.0; 0 to 360."""

    declination_degrees: float
    """Likewise, -90 to 90."""

    distance_km: float
    """From the Earth's centre."""

    magnitude: float
    """Visual, to 0.2; the rings included."""

    illumination: float
    """The lit fraction of the disc, 0 to 1."""

    phase_angle_degrees: float
    """The angle Sun-planet-Earth."""

    elongation_degrees: float
    """How far it is from the Sun, 0 to 180."""

    evening: bool
    """Whether it is east of the Sun and sets after it."""

    diameter_degrees: float
    """How wide its equator is."""

    ring_tilt_degrees: float
    """How far north of Saturn's rings we look on them; 0 for the others."""

    local: LocalSight | None
    """Where it stands at the place; null without one."""


class PlanetsView(TypedDict):
    at: datetime
    """The moment described."""

    planets: list[PlanetView]
    """The five that the naked eye sees, from the Sun on."""


class LocalShower(TypedDict):
    best_at: datetime
    """When most can be seen."""

    radiant_altitude_degrees: float
    """How high the radiant then stands; below 0 the shower is not seen."""

    hourly_rate: float | None
    """How many one observer can then expect under that sky; null if not known."""


class ShowerView(TypedDict):
    code: str
    """Of IMO and IAU, three letters."""

    name: str
    """In English."""

    active_from: date
    """The first day of its season, in UTC."""

    active_until: date
    """The last day of it."""

    peak: datetime
    """When it is strongest, to an hour or so."""

    radiant_ascension_degrees: float
    """Whence its meteors come at the peak, J2000.0."""

    radiant_declination_degrees: float
    """Likewise."""

    speed_km_s: float
    """Of its meteors."""

    population_index: float
    """How many times more meteors there are of the next magnitude."""

    zenithal_rate: float | None
    """Meteors an hour at the peak under a perfect sky; null if years differ too much."""

    moon_illumination: float
    """The lit fraction of the Moon at the peak, 0 to 1."""

    local: LocalShower | None
    """The night of the peak at the place; null without one."""


class ShowersView(TypedDict):
    year: int
    """Of the peaks."""

    showers: list[ShowerView]
    """In the order of their peaks."""


class TimeZoneView(TypedDict):
    at: datetime
    """The moment described."""

    zone: str | None
    """The IANA name of the zone that covers the place; null where its clock is not known and the Sun's mean time, in whole hours, stands in."""

    utc_offset_seconds: int
    """How far its clock is ahead of UTC."""

    local_time: str
    """What the clock shows, as 2026-11-21T18:09:00+01:00."""


ScoreFormula = Literal[
    "starview-1",
    "asterism-1",
]


Depth = Literal[
    "reached",
    "never",
    "all_through",
]


class SunDepth(TypedDict):
    state: Depth
    """Whether the night gets so dark."""

    dusk: datetime | None
    """When it goes deeper; null if it does not after noon."""

    dawn: datetime | None
    """When it comes back; null if it does not before noon."""


class TimeSpan(TypedDict):
    begins: datetime
    """The first moment of it."""

    ends: datetime
    """The first moment after it."""


class MoonTonight(TypedDict):
    phase: PhaseName
    """How it looks in the middle of the night."""

    illumination: float
    """The lit fraction of it then, 0 to 1."""

    waxing: bool
    """Whether it then is between new and full."""

    rises: list[datetime]
    """When it rises, from noon to noon."""

    sets: list[datetime]
    """When it sets."""

    up: list[TimeSpan]
    """When it is up."""


NightKind = Literal[
    "dark",
    "moonlit",
    "bright",
]


class PlanetTonight(TypedDict):
    planet: Planet
    """Which one."""

    magnitude: float
    """Visual, when it is best."""

    up: list[TimeSpan]
    """When it is up and the Sun 6 degrees down."""

    best_at: datetime
    """When, of that time, it stands highest."""

    best_altitude_degrees: float
    """How high it then stands, without the air's lift."""


class ShowerTonight(TypedDict):
    code: str
    """Of IMO and IAU, three letters."""

    name: str
    """In English."""

    peak: datetime
    """When it is strongest, of the peaks the nearest."""

    zenithal_rate: float | None
    """Meteors an hour under a perfect sky with the radiant overhead; null if not known."""

    best_at: datetime
    """When most can be seen."""

    radiant_altitude_degrees: float
    """How high the radiant then stands."""

    hourly_rate: float | None
    """How many one observer can then expect under this sky; null if not known."""


class ZenithTonight(TypedDict):
    at: datetime
    """The middle of the night's best stretch."""

    natural_mcd_per_m2: float
    """Airglow and starlight."""

    artificial_mcd_per_m2: float
    """Lamps."""

    moonlight_mcd_per_m2: float
    """Scattered moonlight."""

    twilight_mcd_per_m2: float
    """Scattered sunlight."""

    total_mcd_per_m2: float
    """All of it."""

    mag_per_arcsec2: float
    """The same: greater is darker."""

    limiting_magnitude: float
    """Of the faintest star that the naked eye sees there."""


SkyQuality = Literal[
    "excellent",
    "very_good",
    "good",
    "moderate",
    "limited",
    "poor",
    "very_poor",
]


LightOrigin = Literal[
    "map",
    "model_no_data",
    "model_no_map",
]


class BortleView(TypedDict):
    artificial_mcd_per_m2: float
    """What lamps add to the zenith's luminance, growth included."""

    total_mcd_per_m2: float
    """The same with the natural light."""

    mag_per_arcsec2: float
    """The zenith's brightness as Sky Quality Meters give it: greater is darker."""

    ratio: float
    """How many times the natural light the lamps add."""

    limiting_magnitude: float
    """Of the faintest star that the naked eye sees."""

    bortle: int
    """The class on Bortle's scale, 1 (darkest) to 9."""

    scheme: BortleScheme
    """Which magnitudes make which class."""

    quality: SkyQuality
    """How good such a sky is for looking at it."""

    description: str
    """Bortle's own name of the class."""

    rule: str
    """How the light became a class."""

    source: str
    """The map's name, or model."""

    origin: LightOrigin
    """Whether a map was read, and why not."""

    year: int | None
    """When the map's light was measured; null if nobody said."""

    growth: float
    """By what factor the light was multiplied since."""

    uncertainty_mag: float
    """How far mag_per_arcsec2 may be off; two of three places lie within."""


ScoreLabel = Literal[
    "Poor",
    "Fair",
    "Good",
    "Excellent",
]


ScoreSubject = Literal[
    "moon_phase",
    "bortle_class",
    "cloud",
    "night_length",
    "moonlight",
    "light_pollution",
]


class ScoreTermView(TypedDict):
    subject: ScoreSubject
    """What is judged."""

    figure: float
    """The figure that is judged, in its own unit."""

    value: float
    """0 is the worst, 100 the best."""

    weight: float
    """How much it counts, as the formula has it."""

    sentence: str
    """The same in words."""


class ScoreView(TypedDict):
    formula: ScoreFormula
    """What made it."""

    total: int | None
    """0 to 100; null if nothing was known to judge by."""

    label: ScoreLabel | None
    """The total in a word."""

    terms: list[ScoreTermView]
    """What went into it."""


class TonightView(TypedDict):
    date: date
    """The place's day on which the night begins."""

    zone: str | None
    """The place's time zone; null where its clock is not known and the Sun's mean time, in whole hours, stands in."""

    utc_offset_seconds: int
    """How far the place's clock is ahead of UTC when the Sun sets."""

    sunset: SunDepth
    """Sunset and sunrise, of the upper limb."""

    civil: SunDepth
    """The Sun 6 degrees down: bright stars."""

    nautical: SunDepth
    """12 degrees: the constellations."""

    astronomical: SunDepth
    """18 degrees: night."""

    darkest: datetime
    """When the Sun is lowest."""

    lowest_sun_degrees: float
    """Its altitude then."""

    moon: MoonTonight
    """The Moon of the night."""

    kind: NightKind
    """What the night offers."""

    dark: list[TimeSpan]
    """When it is night and the Moon is not up."""

    dark_minutes: float
    """All of that together."""

    milky_way: list[TimeSpan]
    """When, of the dark time, the Milky Way's core stands over 10 degrees high."""

    planets: list[PlanetTonight]
    """Those that are up while the stars show."""

    showers: list[ShowerTonight]
    """Meteor showers in season."""

    zenith: ZenithTonight
    """How bright the sky is overhead when it is best."""

    light: BortleView
    """How bright lamps make it, and where that is known from."""

    score: ScoreView
    """What the night is worth, and why."""


class DarkNight(TypedDict):
    date: date
    """The place's day on which it begins."""

    utc_offset_seconds: int
    """How far the place's clock is ahead of UTC when the Sun sets."""

    kind: NightKind
    """What it offers."""

    astronomical: list[TimeSpan]
    """When the Sun is 18 degrees down."""

    moon_up: list[TimeSpan]
    """When the Moon is up, from noon to noon."""

    dark: list[TimeSpan]
    """When it is night and the Moon is not up."""

    night_minutes: float
    """Of astronomical night."""

    dark_minutes: float
    """Of it, without the Moon."""

    darkest: datetime
    """When the Sun is lowest."""

    lowest_sun_degrees: float
    """Its altitude then; why a bright night is bright."""


class DarkNights(TypedDict):
    zone: str | None
    """The place's time zone; null where its clock is not known and the Sun's mean time, in whole hours, stands in."""

    nights: list[DarkNight]
    """In the order of their dates."""


BestNightsStatus = Literal[
    "ranked",
    "none_dark",
]


RankedBy = Literal[
    "dark_minutes",
    "brightness",
    "date",
]


class BestNight(TypedDict):
    rank: int
    """1 is the best."""

    date: date
    """The place's day on which it begins."""

    kind: NightKind
    """What it offers."""

    ranked_by: RankedBy | None
    """What put it behind the one before it; null for the first."""

    night_minutes: float
    """Of astronomical night."""

    dark_minutes: float
    """Of it, without the Moon."""

    mean_mag_per_arcsec2: float
    """Of its mean luminance, moonlight included."""

    best_mag_per_arcsec2: float
    """At its darkest."""

    moonless_mag_per_arcsec2: float
    """What it would be without the Moon."""

    moonlight_magnitudes: float
    """By how much moonlight brightens it in the mean."""

    best: TimeSpan
    """The stretch to go out for."""

    reasons: list[str]
    """The same in words."""


class BestNightsView(TypedDict):
    zone: str | None
    """The place's time zone; null where it is not known."""

    status: BestNightsStatus
    """Whether any night is dark at all."""

    judged: int
    """How many nights were judged."""

    without_night: int
    """How many of them the Sun keeps from getting dark: they are not listed."""

    nights: list[BestNight]
    """Best first."""

    light: BortleView
    """The artificial light they were judged by."""


EventKind = Literal[
    "moon_quarters",
    "apsides",
    "seasons",
    "showers",
    "dark",
    "moon_rise_set",
    "sun_rise_set",
]


class CalendarEvent(TypedDict):
    kind: EventKind
    """What happens."""

    name: str
    """The same in words."""

    begins: datetime
    """When it happens or begins."""

    ends: datetime | None
    """When it ends; null if it is a moment."""

    date: date
    """The day it belongs to; of a dark stretch, that on which the night begins."""

    note: str
    """What else there is to say."""

    uid: str
    """The same in every answer for the place."""


class SkyCalendar(TypedDict):
    generated_at: datetime
    """When this was computed."""

    latitude: float | None
    """Of the place, or null."""

    longitude: float | None
    """Of the place, or null."""

    zone: str | None
    """The place's time zone; null without a place and where it is not known."""

    date: date
    """The first day."""

    days: int
    """How many."""

    events: list[CalendarEvent]
    """In order of time."""


LightRule = Literal[
    "native",
    "starview",
]


PatchOfSky = Literal[
    "zenith",
    "near_zenith",
    "off_zenith",
]


class SkyBrightnessView(TypedDict):
    at: datetime
    """The moment described."""

    altitude_degrees: float
    """Of the patch of sky."""

    azimuth_degrees: float
    """Of the patch."""

    patch: PatchOfSky
    """How well it is known: off the zenith domes of light may be brighter."""

    natural_mcd_per_m2: float
    """Airglow and starlight."""

    artificial_mcd_per_m2: float
    """Lamps, as at the zenith; lower down a least."""

    moonlight_mcd_per_m2: float
    """Scattered moonlight."""

    twilight_mcd_per_m2: float
    """Scattered sunlight."""

    total_mcd_per_m2: float
    """All of it."""

    mag_per_arcsec2: float
    """The same: greater is darker."""

    limiting_magnitude: float
    """Of the faintest star that the naked eye sees there."""

    sun_altitude_degrees: float
    """Without the air's lift."""

    moon_altitude_degrees: float
    """Without the air's lift."""

    source: str
    """Of the artificial light: the map's name, or model."""

    origin: LightOrigin
    """Whether a map was read, and why not."""

    uncertainty_mag: float
    """What the artificial light's source says."""


Preset = Literal[
    "classic",
    "starview",
    "asvs5",
]


class Registered(TypedDict):
    email: str
    """Where the mail went."""

    verification_required: bool
    """The account can sign in once the link in the mail was opened."""


class EmailVerified(TypedDict):
    handle: str
    """The account that can sign in now."""

    email: str
    """The address that it signs in with."""


class VerificationSent(TypedDict):
    email_sent: bool
    """Always true: the answer does not tell whether the address is known."""


Role = Literal[
    "user",
    "moderator",
    "staff",
    "admin",
]


Language = Literal[
    "en",
    "es",
    "fr",
    "ja",
    "de",
    "pt-BR",
    "zh-CN",
    "ko",
    "it",
]


class AccountView(TypedDict):
    id: int
    """The account's number."""

    uid: str
    """A UUID that never changes."""

    handle: str
    """The public user name."""

    email: str
    """The address it signs in with."""

    email_verified: bool
    """The address was proved."""

    first_name: str
    """The person's first name, or empty."""

    last_name: str
    """The person's last name, or empty."""

    role: Role
    """What the account may do."""

    active: bool
    """False while an operator keeps it locked."""

    created_at: datetime
    """When it was registered."""

    last_login_at: datetime | None
    """When it last signed in."""

    language: Language
    """What mails to its owner are written in."""

    has_password: bool
    """False if it can only sign in by another provider."""


class SignedIn(TypedDict):
    account: AccountView
    """Who is signed in."""

    expires_at: datetime
    """When the session ends at the latest."""

    token: str | None
    """The session's secret; null where a cookie carries it."""


class SignedOut(TypedDict):
    signed_out: bool
    """The session is over."""


class SessionStatus(TypedDict):
    authenticated: bool
    """Somebody is signed in."""

    account: AccountView | None
    """Who, or null."""


class PasswordChanged(TypedDict):
    sessions_ended: int
    """How many other sessions were signed out."""


class ResetRequested(TypedDict):
    email_sent: bool
    """Always true: the answer does not tell whether the address is known."""


class SessionsEnded(TypedDict):
    sessions_ended: int
    """How many were signed out."""


class EmailChangeStarted(TypedDict):
    new_email: str
    """Where the link went."""

    verification_required: bool
    """The old address stays in force until the link was opened."""


class SessionView(TypedDict):
    id: int
    """The session's number."""

    created_at: datetime
    """When it was opened."""

    last_seen_at: datetime
    """Its last request, to the minute."""

    expires_at: datetime
    """When it ends at the latest."""

    address: str
    """The IP address it was opened from."""

    agent: str
    """The browser or program that opened it."""

    remembered: bool
    """It outlives the browser."""

    current: bool
    """It is the one that asks."""


class SessionList(TypedDict):
    items: list[SessionView]
    """Open sessions, the oldest first."""


class Proved(TypedDict):
    proved_until: datetime
    """Until then nobody asks for the password."""


class Deletion(TypedDict):
    deleted: bool
    """The account is gone for good."""


class AccountPage(TypedDict):
    items: list[AccountView]
    """Accounts in the order they were made."""

    next: int | None
    """Ask for more after this one; null at the end."""


class ProviderView(TypedDict):
    provider: str
    """Its short name, for start_identity_flow."""

    name: str
    """As people know it."""


class ProviderList(TypedDict):
    items: list[ProviderView]
    """Those one can sign in with here; may be none."""


FlowGoal = Literal[
    "login",
    "connect",
]


class FlowStarted(TypedDict):
    location: str
    """Where to send the browser now."""

    expires_at: datetime
    """By then it must have come back."""

    browser: str | None
    """The browser's secret, for the way back; null where a cookie carries it."""


FlowOutcome = Literal[
    "signed_in",
    "connected",
    "verification_required",
]


class FlowEnd(TypedDict):
    outcome: FlowOutcome
    """What came of it; a new account whose address the provider does not vouch for gets a mail first."""

    next: str
    """The path that was asked for at the start, or empty."""

    account: AccountView
    """Whose it is."""

    token: str | None
    """The session's secret; null where there is none or a cookie carries it."""


class IdentityView(TypedDict):
    id: int
    """Its number here."""

    provider: str
    """The provider's short name."""

    provider_name: str
    """As people know it."""

    subject: str
    """Who it is at the provider."""

    email: str
    """The address the provider told, or empty."""

    name: str
    """The name the provider told, or empty."""

    connected_at: datetime
    """When it was connected."""


class IdentityList(TypedDict):
    items: list[IdentityView]
    """In the order they were connected."""


class IdentityDisconnected(TypedDict):
    provider: str
    """The provider it was of."""


Scope = Literal[
    "profile.read",
    "profile.write",
    "accounts.read",
    "accounts.write",
    "audit.read",
]


class KeyView(TypedDict):
    id: int
    """The key's number."""

    name: str
    """What it is for."""

    scopes: list[Scope]
    """What it may do."""

    created_at: datetime
    """When it was made."""

    expires_at: datetime | None
    """When it ends."""

    last_used_at: datetime | None
    """When it was last used, within a minute."""


class KeyMade(TypedDict):
    key: KeyView
    """The new key."""

    secret: str
    """Sent as `Authorization: Bearer …`. Shown this once; nobody can look it up later."""


class KeyList(TypedDict):
    items: list[KeyView]
    """The account's keys, newest first."""


class KeyRevoked(TypedDict):
    revoked: bool
    """The key opens nothing any more."""


class CleanedUp(TypedDict):
    count: int
    """How many were deleted, or would be."""

    more: bool
    """There may be others left: run it again."""


class TermsCheck(TypedDict):
    agreed: bool
    """The account has agreed to the newest version, or there is none."""

    version: int | None
    """The newest version."""

    note: str | None
    """What is new in it, as HTML."""


class TermsAgreed(TypedDict):
    version: int
    """The version that was agreed to."""

    agreed_at: datetime
    """When."""


class TermsPublished(TypedDict):
    version: int
    """The newest version from now on."""

    published_at: datetime
    """When it came out."""


class Word(TypedDict):
    name: str
    """What it is about: reason, status_code, resource."""

    value: str
    """What is so."""


class RecordView(TypedDict):
    id: int
    """The record's number."""

    at: datetime
    """When it happened."""

    type: str
    """What happened, in one word."""

    success: bool
    """False for what was refused or failed."""

    message: str
    """What happened, for people."""

    account: int | None
    """The account it is about, if there is one."""

    user: str
    """Its user name then; `~` and a code for a name that nobody has."""

    address: str
    """Where it came from; empty for the machine itself."""

    agent: str
    """The program that asked, as it calls itself."""

    request_id: str
    """The request, as the server's log names it."""

    metadata: list[Word]
    """What else is known."""


class RecordPage(TypedDict):
    items: list[RecordView]
    """Records, the newest first."""

    next: int | None
    """Ask for more before this one; null at the end."""


class AuditSealed(TypedDict):
    sealed: int
    """How many records got their place in the chain."""

    more: bool
    """There may be others left."""


Break = Literal[
    "changed",
    "missing",
    "inserted",
    "reordered",
    "archive",
]


class Verdict(TypedDict):
    sound: bool
    """Nothing was changed, removed, put in or moved."""

    checked: int
    """How many records of the database were followed."""

    archived: int
    """How many records of archives were followed."""

    unsealed: int
    """How many have no place in the chain yet."""

    last_position: int
    """The last place that is good."""

    last_seal: str
    """Its seal: compare it with one noted elsewhere."""

    broken: Break | None
    """What is wrong with the first bad record, or null."""

    position: int | None
    """The place in the chain where it is wrong."""

    record: int | None
    """The first bad record's number; null if it is missing."""

    about: str
    """The same in words; empty if all is well."""


class ProfileStats(TypedDict):
    reviews: int
    """Reviews it wrote."""

    places_reviewed: int
    """Places it wrote them of."""

    favourites: int
    """Places it marked as favourites."""

    helpful_votes: int
    """Votes that its reviews got."""

    followers: int
    """Accounts that follow it."""

    following: int
    """Accounts that it follows."""


class PublicProfile(TypedDict):
    id: int
    """The account's number."""

    handle: str
    """The public user name."""

    first_name: str
    """The person's first name, or empty."""

    last_name: str
    """The person's last name, or empty."""

    joined_at: datetime
    """When it was registered."""

    bio: str
    """What it says of itself."""

    location: str
    """Where it says to be at home."""

    picture: str | None
    """The name of its picture below /media/, or null."""

    verified: bool
    """The staff vouches for it."""

    stats: ProfileStats
    """What others counted."""

    pinned_badges: list[int]
    """Badges it shows first."""

    followed: bool | None
    """Whether who asks follows it; null for visitors and for oneself."""


Units = Literal[
    "metric",
    "imperial",
]


class OwnProfile(TypedDict):
    account: AccountView
    """Who it belongs to."""

    bio: str
    """What it says of itself."""

    location: str
    """Where it says to be at home."""

    units: Units
    """What its owner measures in."""

    picture: str | None
    """The name of its picture below /media/, or null."""

    verified: bool
    """The staff vouches for it."""

    has_password: bool
    """False where its owner signs in at another house only."""

    pinned_badges: list[int]
    """Badges it shows first."""


class Presence(TypedDict):
    profile: OwnProfile | None
    """Who is signed in, or null."""


class PictureView(TypedDict):
    picture: str | None
    """The name of the picture below /media/, at most 720 pixels a side; null: there is none."""

    thumbnail: str | None
    """The same, at most 160 pixels a side."""


class FollowView(TypedDict):
    handle: str
    """Whom it is about."""

    followed: bool
    """Whether who asks follows it."""

    changed: bool
    """Whether it was otherwise before."""


class FollowPage(TypedDict):
    items: list[PublicProfile]
    """Profiles, the newest follow first."""

    next: int | None
    """Ask for more after this one; null at the end."""

    count: int
    """How many there are on all pages."""

    page: int | None
    """The number of this page, if one was asked for."""

    pages: int | None
    """How many pages there are, if one was asked for."""


Choice = Literal[
    "up",
    "down",
]


class Tally(TypedDict):
    up: int
    """Votes for it."""

    down: int
    """Votes against it."""

    mine: Choice | None
    """The vote of who asks, or null."""


Reason = Literal[
    "spam",
    "harassment",
    "inappropriate",
    "misinformation",
    "duplicate",
    "inaccurate",
    "closed",
    "dangerous",
    "other",
]


class ReportTaken(TypedDict):
    report: int
    """The report's number."""


ReportStatus = Literal[
    "pending",
    "reviewed",
    "resolved",
    "dismissed",
]


class ReportView(TypedDict):
    report: int
    """The report's number."""

    kind: str
    """The sort of thing it is about."""

    subject: int
    """Its number among its kind."""

    reason: Reason
    """What is said to be wrong with it."""

    text: str
    """The same in the reporter's words."""

    status: ReportStatus
    """What has become of it."""

    reporter: str
    """Who reported."""

    author: str | None
    """Who made the thing, or null."""

    pending: int
    """How many reports of that thing are waiting."""

    created_at: datetime
    """When it was reported."""

    reviewer: str | None
    """Who answered it, or null."""

    note: str
    """What the reviewer noted."""

    reviewed_at: datetime | None
    """When it was answered, or null."""


class ReportPage(TypedDict):
    items: list[ReportView]
    """Reports, the newest first."""

    next: int | None
    """Ask for more after this one; null at the end."""


class Judged(TypedDict):
    hidden: bool
    """Whether the thing is kept from others now."""

    settled: int
    """How many waiting reports this has answered."""


class LiftedSuspension(TypedDict):
    handle: str
    """The account's public user name."""

    active: bool
    """Whether its owner may sign in again."""


Type = Literal[
    "dark_sky_site",
    "observatory",
    "campground",
    "viewpoint",
    "other",
]


class ContactView(TypedDict):
    website: str | None
    """A page about the place."""

    phone_number: str | None
    """To be dialled."""

    phone_display: str | None
    """The same number, to be read."""

    reservation_url: str | None
    """Where to book."""


class AccountRef(TypedDict):
    id: int
    """The account's number."""

    handle: str
    """Its public user name."""


class UploaderView(TypedDict):
    handle: str
    """The public user name."""

    display_name: str
    """First and last name; the user name of who gave none."""

    picture: str | None
    """The name of their picture below /media/, or null."""

    system: bool
    """It is the site's own account."""


class PhotoView(TypedDict):
    id: int
    """The photo's number."""

    place: int
    """Of which place it is."""

    review: int | None
    """Of which review; null: of the place itself."""

    photo: str
    """The name of the picture below /media/, at most 1920 pixels a side."""

    thumbnail: str
    """The same, at most 720 pixels a side."""

    width: int | None
    """Of the large one, in pixels; null: not measured."""

    height: int | None
    """Of the same."""

    caption: str
    """What it shows; may be empty."""

    position: int
    """From 1, among the place's own or the review's."""

    votes: int
    """How many people voted for it."""

    voted: bool
    """Whether who asks is among them."""

    created_at: datetime
    """When it was sent."""

    uploaded_by: UploaderView
    """Who sent it; who added the place, where that account is gone."""


class PlaceView(TypedDict):
    id: int
    """The place's number."""

    name: str
    """Plain text; nothing in it is escaped."""

    description: str | None
    """What the staff say of it."""

    type: Type
    """What kind of place it is."""

    contact: ContactView
    """How to reach those who run it."""

    latitude: float
    """Degrees, north positive."""

    longitude: float
    """Degrees, east positive."""

    elevation: float
    """Metres above the sea."""

    bortle: int | None
    """The class on Bortle's scale, 1 (darkest) to 9."""

    sqm: float | None
    """The zenith's brightness in mag/arcsec²: greater is darker."""

    address: str | None
    """Locality, region and country in one line."""

    region: str | None
    """The first-order division of its country."""

    locality: str | None
    """The nearest town."""

    country: str | None
    """The country's English name."""

    added_by: AccountRef
    """Who added it."""

    created_at: datetime
    """When it was added."""

    updated_at: datetime
    """When what is said of it last changed."""

    favourite: bool
    """Whether it is a favourite of who asks."""

    visited: bool
    """Whether who asks has been there."""

    rating: float | None
    """The mean of its reviews, 1 to 5; null without any."""

    reviews: int
    """How many reviews it has."""

    distance_km: float | None
    """From the middle that was asked for; null where none was."""

    verified: bool
    """The staff vouches for it."""

    verified_at: datetime | None
    """Since when."""

    verified_by: AccountRef | None
    """Who of the staff."""

    reports: int
    """How often it was reported."""

    visitors: int
    """How many people have been there."""

    last_visited_at: datetime | None
    """When somebody last said so."""

    photos: list[PhotoView] | None
    """Up to five of its own and its reviews', those with most votes first; null where a place is shown alone, whose photos have an address of their own."""


class PlaceGone(TypedDict):
    removed: bool
    """The place is gone, with all that hung on it."""


Sort = Literal[
    "newest",
    "oldest",
    "best_rated",
    "worst_rated",
    "most_reviewed",
    "least_reviewed",
    "nearest",
    "farthest",
]


class PlacePage(TypedDict):
    count: int
    """How many there are on all pages."""

    page: int
    """Which page this is, from 1."""

    pages: int
    """How many pages there are."""

    places: list[PlaceView]
    """Ten a page."""


class PlaceMap(TypedDict):
    type: str
    """FeatureCollection."""

    features: str
    """All that were asked for, between 85° south and 85° north."""


class PlaceList(TypedDict):
    places: list[PlaceView]
    """Nearest first."""


class FavouriteState(TypedDict):
    favourite: bool
    """Whether it is one now."""


class WriterView(TypedDict):
    id: int
    """The account's number."""

    handle: str
    """Its public user name."""

    name: str
    """First and last name, or the user name without either."""

    picture: str | None
    """The name of its picture below /media/, or null."""


class ReviewView(TypedDict):
    id: int
    """The review's number."""

    place: int
    """The number of the place it is of."""

    place_name: str
    """What that place is called."""

    author: WriterView
    """Who wrote it."""

    stars: int
    """1 to 5."""

    text: str | None
    """Why, as a page may show it; null without any."""

    created_at: datetime
    """When it was written."""

    updated_at: datetime
    """When it last changed."""

    edited: bool
    """Changed more than ten seconds after it was written."""

    hidden: bool
    """Kept from all but its author and moderators."""

    up: int
    """Votes for it."""

    down: int
    """Votes against it."""

    mine: Choice | None
    """The vote of who asks, or null."""

    photos: list[PhotoView]
    """Its photos, in their order."""


class FavouriteDetail(TypedDict):
    id: int
    """The favourite's number."""

    owner: str
    """Whose it is."""

    place: PlaceView
    """The place."""

    nickname: str | None
    """What its owner calls it."""

    display_name: str
    """The nickname or the place's name, cut to 25 characters."""

    created_at: datetime
    """Since when."""

    reviews: list[ReviewView]
    """All reviews of the place, newest first."""

    summary: str | None
    """What they come to; null below three of them, or until it is written."""

    summary_helped: bool | None
    """Whether that helped who asks; null until he says so."""


class FavouritePage(TypedDict):
    count: int
    """How many there are on all pages."""

    page: int
    """Which page this is, from 1."""

    pages: int
    """How many pages there are."""

    favourites: list[FavouriteDetail]
    """Ten a page, newest first."""


class VisitState(TypedDict):
    visited: bool
    """Whether one has been there, as is kept now."""

    changed: bool
    """Whether that is news."""

    visits: int
    """How many places one has been to."""


class ReviewGone(TypedDict):
    removed: bool
    """The review is gone, with all that hung on it."""


class ReviewPage(TypedDict):
    count: int
    """How many there are on all pages."""

    page: int
    """Which page this is, from 1."""

    pages: int
    """How many pages there are."""

    reviews: list[ReviewView]
    """Ten a page, newest first."""


class CommentView(TypedDict):
    id: int
    """The comment's number."""

    review: int
    """The number of the review it is on."""

    place: int
    """The number of the place which that is of."""

    author: WriterView
    """Who wrote it."""

    text: str
    """As a page may show it."""

    created_at: datetime
    """When it was written."""

    updated_at: datetime
    """When it last changed."""

    edited: bool
    """Changed more than ten seconds after it was written."""

    hidden: bool
    """Kept from all but its author and moderators."""

    up: int
    """Votes for it."""

    down: int
    """Votes against it."""

    mine: Choice | None
    """The vote of who asks, or null."""


class CommentGone(TypedDict):
    removed: bool
    """The comment is gone."""


class CommentPage(TypedDict):
    count: int
    """How many there are on all pages."""

    page: int
    """Which page this is, from 1."""

    pages: int
    """How many pages there are."""

    comments: list[CommentView]
    """Ten a page, oldest first."""


class PlaceDetail(TypedDict):
    place: PlaceView
    """The place."""

    reviews: list[ReviewView]
    """All of its reviews, newest first."""

    summary: str | None
    """What they come to in a few sentences; null below three of them, or until it is written."""

    summary_helped: bool | None
    """Whether that helped who asks; null until he says so."""


class SummaryView(TypedDict):
    text: str | None
    """The summary, whoever is shown it; null: none."""

    stale: bool
    """Reviews have changed since, or readers ask for another."""

    written_at: datetime | None
    """When it was written."""

    helped: bool | None
    """Whether it helped who asks, or null."""


class EnrichedPlace(TypedDict):
    place: PlaceView
    """The place as it is now."""

    changed: bool
    """Whether anything was found that is news."""

    complete: bool
    """False: somebody who was asked gave no answer, and may be asked again."""


class PlaceRecord(TypedDict):
    name: str
    """1 to 200 characters; tags are taken out."""

    latitude: float
    """-90 to 90 degrees."""

    longitude: float
    """-180 to 180 degrees."""

    type: Type | None
    """What kind of place it is; a viewpoint if absent."""

    elevation: float | None
    """-500 to 9000 metres; 0 if absent."""

    description: str | None
    """Up to 5000 characters."""

    website: str | None
    """A link of up to 500 characters."""

    phone_number: str | None
    """To be dialled."""

    phone_display: str | None
    """The same number, to be read."""

    reservation_url: str | None
    """Where to book."""

    address: str | None
    """The address on one line."""

    locality: str | None
    """The town."""

    region: str | None
    """The state or province."""

    country: str | None
    """The country's name."""

    bortle: int | None
    """Bortle's class, 1 to 9."""

    sqm: float | None
    """The zenith's brightness, 10 to 25 mag/arcsec2."""


class ImportedPlace(TypedDict):
    place: int | None
    """The place, or the one that is there already; null in a dry run."""

    added: bool
    """False: the same place is there already."""


class ExportedPlaces(TypedDict):
    places: list[PlaceRecord]
    """In the order in which they were added."""

    next: int | None
    """Ask for more after this one; null at the end."""


class BackfilledPlaces(TypedDict):
    count: int
    """How many were changed, or would be."""

    next: int | None
    """Go on after this one; null at the end."""


class KnownPlaceDescribed(TypedDict):
    place: int | None
    """The place, or null if there is none."""

    changed: bool
    """Whether its description was set."""


class PhotoList(TypedDict):
    photos: list[PhotoView]
    """In the order in which they were sent."""


PhotoKind = Literal[
    "place",
    "review",
]


class RemovedPhoto(TypedDict):
    removed: bool
    """The photo is gone, in every size."""


PhotoSort = Literal[
    "newest",
    "oldest",
    "most_voted",
]


class PhotoPage(TypedDict):
    count: int
    """How many there are on all pages."""

    photos: list[PhotoView]
    """The place's own and its reviews' together."""

    next: str | None
    """The cursor of the next page; null: this is the last."""


class PhotoVotes(TypedDict):
    photo: int
    """The photo's number."""

    review: int | None
    """Of which review it is; null: of the place itself."""

    votes: int
    """How many people voted for it."""

    voted: bool
    """Whether who asks is among them now."""


class HeroView(TypedDict):
    place: int | None
    """The place's number; null: there is no place yet."""

    name: str
    """The place's name."""

    photo: str | None
    """The name of the picture below /media/; null: it has none, any night sky will do."""


class HeroList(TypedDict):
    heroes: list[HeroView]
    """Up to five, each of another place. Never none."""


Category = Literal[
    "community",
    "contribution",
    "exploration",
    "quality",
    "review",
    "special",
    "tenure",
]


class BadgeView(TypedDict):
    badge: int
    """The badge's number."""

    slug: str
    """Its name for programs, which never changes."""

    name: str
    """Its name for people."""

    description: str
    """What it is given for."""

    category: Category
    """Which sort of badge it is."""

    tier: int
    """How hard it is to get, from 1 to 5."""

    rare: bool
    """Whether few will ever have it."""

    threshold: int
    """How many it takes."""


class BadgeList(TypedDict):
    badges: list[BadgeView]
    """All there are, by category and tier."""


class EarnedBadge(TypedDict):
    badge: BadgeView
    """The badge."""

    earned_at: datetime
    """When it was given."""


class BadgeProgress(TypedDict):
    badge: BadgeView
    """The badge."""

    progress: int
    """How far one has come, of its threshold."""

    percentage: int
    """The same in hundredths, rounded down."""


class BadgeCollection(TypedDict):
    earned: list[EarnedBadge]
    """Badges that one has."""

    in_progress: list[BadgeProgress]
    """The next of each sort, where one has begun."""

    locked: list[BadgeView]
    """All others."""

    pinned: list[int]
    """Those shown first, in order."""


class ProfileBadges(TypedDict):
    earned: list[EarnedBadge]
    """Badges that it has, the newest first."""

    pinned: list[int]
    """Those it shows first, in order."""


class PinnedBadges(TypedDict):
    badges: list[BadgeView]
    """Those shown first from now on, in order."""


class VisitOutcome(TypedDict):
    visited: bool
    """Whether one has been there, as is kept now."""

    changed: bool
    """Whether that is news."""

    visits: int
    """How many places one has been to."""

    new_badges: list[BadgeView]
    """Badges that one has got by it."""


AwardChange = Literal[
    "award",
    "revoke",
]


class AwardDifference(TypedDict):
    account: int
    """The account's number."""

    handle: str
    """Its public user name."""

    slug: str
    """The badge."""

    change: AwardChange
    """What makes awards and rows agree."""

    made: bool
    """Whether that was done."""


class AwardDifferences(TypedDict):
    differences: list[AwardDifference]
    """By account."""

    accounts: int
    """How many were looked at."""

    next: int | None
    """Ask for more after this one; null at the end."""


class TenureRound(TypedDict):
    count: int
    """How many awards were made."""

    more: bool
    """Whether others are still to come."""


class ProductCard(TypedDict):
    identifier: str
    """What addresses call it."""

    title: str
    """What it is called."""

    title_url: str
    """The same, as an address shows it."""

    headline: str
    """One sentence about it; may be HTML."""

    description_1: str
    """More about it; may be HTML."""

    description_2: str
    """Still more; may be HTML."""

    price_low: str | None
    """The least a piece costs; null: not known yet."""

    price_high: str | None
    """The most a piece costs; null: the same."""

    picture: str | None
    """Where its main picture lies, or null."""


class ProductList(TypedDict):
    items: list[ProductCard]
    """All products, by number."""


class ShopPicture(TypedDict):
    id: int
    """The picture's number."""

    url: str
    """Where it lies."""

    caption: str
    """What it shows, or empty."""

    main: bool
    """Whether it is shown first."""


class ShopVideo(TypedDict):
    id: int
    """The video's number."""

    url: str
    """Where it lies."""

    thumbnail_url: str
    """A picture that stands for it."""

    caption: str
    """What it shows, or empty."""


Availability = Literal[
    "in_stock",
    "back_ordered",
    "out_of_stock",
]


class SkuView(TypedDict):
    id: int
    """What a cart calls it."""

    color: str
    """Its color, or empty."""

    size: str
    """Its size, or empty."""

    description: str
    """What sets it apart."""

    price: str | None
    """What a piece costs; null: not known yet."""

    availability: Availability
    """Whether it can be had."""

    left: int | None
    """How many can be had now; null: nobody counts."""

    pictures: list[ShopPicture]
    """What it looks like."""


class ProductView(TypedDict):
    id: int
    """The product's number."""

    identifier: str
    """What addresses call it."""

    title: str
    """What it is called."""

    title_url: str
    """The same, as an address shows it."""

    headline: str
    """One sentence about it; may be HTML."""

    description_1: str
    """More about it; may be HTML."""

    description_2: str
    """Still more; may be HTML."""

    pictures: list[ShopPicture]
    """What it looks like."""

    videos: list[ShopVideo]
    """The same, moving."""

    skus: list[SkuView]
    """What of it can be bought, by number."""


Currency = Literal[
    "USD",
    "EUR",
    "GBP",
]


class CartLineView(TypedDict):
    sku: int
    """What can be bought."""

    product: str
    """What addresses call its product."""

    title: str
    """What the product is called."""

    title_url: str
    """The same, as an address shows it."""

    color: str
    """Its color, or empty."""

    size: str
    """Its size, or empty."""

    description: str
    """What sets it apart."""

    picture: str | None
    """Where its picture lies, or null."""

    availability: Availability
    """Whether it can be had."""

    quantity: int
    """How many pieces."""

    price: str | None
    """What a piece costs; null: not known yet."""

    total: str
    """What they cost together."""


DiscountKind = Literal[
    "percent_off",
    "amount_off",
    "free_months",
    "free_shipping",
]


class CodeView(TypedDict):
    id: int
    """The code's number."""

    code: str
    """As it was typed in."""

    description: str
    """What it does; {} stands for the amount."""

    kind: DiscountKind
    """What it takes something off."""

    amount: str
    """Percents, money or months, with two decimals."""

    order_minimum: str
    """What the items have to come to."""

    starts: datetime
    """Good from then on."""

    ends: datetime
    """Good until then."""

    combinable: bool
    """Meant to go with other codes."""

    counts: bool
    """Whether it takes something off this cart."""


class ShippingMethodView(TypedDict):
    identifier: str
    """How it is chosen."""

    carrier: str
    """Who carries it."""

    cost: str
    """What it costs."""

    tracking_base: str
    """An address to which a parcel's number is appended, or empty."""


class ShopTotals(TypedDict):
    items: str
    """What the items cost."""

    item_discount: str
    """What codes take off that."""

    shipping: str
    """What shipping costs."""

    shipping_discount: str
    """What codes take off that."""

    total: str
    """What is to be paid, taxes included."""


class CartView(TypedDict):
    found: bool
    """Whether there is a cart at all."""

    currency: Currency
    """Of all amounts."""

    lines: list[CartLineView]
    """What is in it, in the order in which it came."""

    codes: list[CodeView]
    """Codes that were typed in, in that order."""

    shipping: ShippingMethodView | None
    """How it goes; null: not chosen yet."""

    totals: ShopTotals
    """What it costs now."""


class AddedToCart(TypedDict):
    cart: CartView
    """The cart with it."""

    visitor: str | None
    """The secret by which a visitor finds the cart again; null for whoever is signed in."""


class ShippingOffer(TypedDict):
    cart: CartView
    """The cart, and how it goes now."""

    methods: list[ShippingMethodView]
    """How it could go, the dearest first."""


class CartDropped(TypedDict):
    dropped: bool
    """It is gone, with all that was in it."""


class CartAdopted(TypedDict):
    lines: int
    """How many different things are in the account's cart."""


class StaffCodeView(TypedDict):
    id: int
    """The code's number."""

    code: str
    """What is typed in."""

    description: str
    """What it does; {} stands for the amount."""

    kind: DiscountKind
    """What it takes something off."""

    amount: str
    """Percents, money or months, with two decimals."""

    order_minimum: str
    """What the items have to come to."""

    starts: datetime
    """Good from then on."""

    ends: datetime
    """Good until then."""

    combinable: bool
    """Meant to go with other codes."""

    shipping_method: str
    """Which way becomes free, or empty."""

    left: int | None
    """How many orders it is still good for; null: without end."""


class StaffMethodView(TypedDict):
    identifier: str
    """How it is chosen."""

    carrier: str
    """Who carries it."""

    cost: str
    """What it costs."""

    tracking_base: str
    """An address to which a parcel's number is appended, or empty."""

    active: bool
    """Whether it can be chosen."""

    parcel: bool
    """Whether something is sent."""


Phase = Literal[
    "accepted",
    "in_work",
    "packed",
    "shipped",
    "delivered",
    "cancelled",
    "refunded",
]


class StatusView(TypedDict):
    identifier: str
    """What orders call it."""

    title: str
    """What people call it."""

    description: str
    """A sentence about it."""

    phase: Phase
    """How far an order is that has it."""

    retired: bool
    """Whether orders get it no more."""


class StatusList(TypedDict):
    items: list[StatusView]
    """All statuses that orders have or had."""


class CheckedOut(TypedDict):
    session: str
    """The counter's name, for coming back from it."""

    url: str
    """Where to pay."""


class MayCheckOut(TypedDict):
    allowed: bool
    """The shop takes orders from whoever asks."""


class LetGo(TypedDict):
    count: int
    """So many held something and do no more."""

    more: bool
    """There may be others left: run it again."""


Stage = Literal[
    "open",
    "waiting",
    "ordered",
    "failed",
    "expired",
    "contested",
]


IncidentKind = Literal[
    "unknown_checkout",
    "altered_snapshot",
    "wrong_session",
    "wrong_mode",
    "wrong_purpose",
    "not_paid",
    "wrong_currency",
    "wrong_amount",
    "sold_out",
    "code_used_up",
    "paid_twice",
]


class PaymentOutcome(TypedDict):
    stage: Stage | None
    """Where the checkout is now; null: there is none."""

    order: str | None
    """The order's identifier, once there is one."""

    incident: IncidentKind | None
    """Why a person has to look, or null."""


class OrderLineView(TypedDict):
    sku: int
    """What was bought."""

    product: str
    """What addresses called its product."""

    title: str
    """What the product was called."""

    title_url: str
    """The same, as an address shows it."""

    color: str
    """Its color, or empty."""

    size: str
    """Its size, or empty."""

    description: str
    """What sets it apart."""

    picture: str | None
    """Where its picture lay, or null."""

    quantity: int
    """How many pieces."""

    price: str
    """What a piece cost then."""

    discount: str
    """The line's part of the discount."""

    availability: Availability | None
    """Whether it can be had today; null: nobody asked."""


class OrderCodeView(TypedDict):
    id: int
    """The code's number."""

    code: str
    """As it was typed in."""

    description: str
    """What it did; {} stands for the amount."""

    kind: DiscountKind
    """What it took something off."""

    amount: str
    """Percents, money or months, with two decimals."""

    order_minimum: str
    """What the items had to come to."""

    combinable: bool
    """Meant to go with other codes."""

    counts: bool
    """Whether it took something off."""

    starts: datetime | None
    """Good from then on; null: nobody asked."""

    ends: datetime | None
    """Good until then; null: the same."""


class OrderAddress(TypedDict):
    name: str
    """Who lives there."""

    line1: str
    """Street and number."""

    line2: str
    """More of it."""

    city: str
    """The town."""

    state: str
    """The state or province."""

    zip: str
    """The postal code."""

    country: str
    """The country."""

    country_code: str
    """The same in two letters."""


class OrderStatusView(TypedDict):
    status: str
    """The status's identifier."""

    phase: Phase
    """How far that is."""

    at: datetime
    """Since when."""

    note: str
    """What was said with it, or empty."""

    title: str
    """What buyers call it."""

    description: str
    """What it means to them."""


class OrderView(TypedDict):
    identifier: str
    """What the order is called."""

    ordered_at: datetime
    """When it was made."""

    currency: Currency
    """Of all amounts."""

    lines: list[OrderLineView]
    """What was bought."""

    codes: list[OrderCodeView]
    """Codes that were in the cart."""

    shipping_method: str
    """How it goes."""

    carrier: str
    """Who carries it."""

    tracking: str
    """The parcel's number, or empty."""

    tracking_base: str
    """An address to which that is appended, or empty."""

    totals: ShopTotals
    """What it cost."""

    promotion: str
    """What the other side took off besides."""

    paid: str
    """What was paid."""

    email: str
    """Where the order's mail went."""

    payment_kind: str
    """How it was paid."""

    card_name: str
    """Who paid."""

    shipping_address: OrderAddress | None
    """Where it goes; null where nothing is sent."""

    billing_address: OrderAddress
    """Who is billed."""

    history: list[OrderStatusView]
    """Its statuses, oldest first."""


class OrderCard(TypedDict):
    id: int
    """The order's number, for the next page."""

    identifier: str
    """What the order is called."""

    ordered_at: datetime
    """When it was made."""

    total: str
    """What it cost."""

    status: str
    """Where it is now: a status's identifier."""

    email: str
    """Where its mail went."""


class OrderPage(TypedDict):
    items: list[OrderCard]
    """Orders, newest first."""

    next: int | None
    """What to ask for the next page with; null: no more."""


class IncidentView(TypedDict):
    id: int
    """The incident's number."""

    kind: IncidentKind
    """Why there is no order."""

    session: str
    """The counter at which it was paid."""

    intent: str
    """What the money is filed under."""

    amount: int
    """What was paid, in the currency's minor units."""

    currency: str
    """As whoever took the money calls it."""

    email: str
    """Who paid."""

    at: datetime
    """When we heard of it."""


class IncidentList(TypedDict):
    items: list[IncidentView]
    """What nobody settled yet, oldest first."""


class IncidentSettled(TypedDict):
    incident: int
    """It is settled."""


class OrderMailResent(TypedDict):
    email: str
    """Where it goes."""


MailFailure = Literal[
    "template_lookup",
    "formatting",
    "cart_deletion",
    "smtp",
    "emailsent_logging",
]


class MailTroubleView(TypedDict):
    id: int
    """The failure's number."""

    order: str
    """The order whose mail it is."""

    kind: MailFailure
    """What failed."""

    phase: str
    """Which step of a confirmation that is."""

    error: str
    """Why, at the last try."""

    times: int
    """How many tries failed so."""

    first_at: datetime
    """When the first did."""

    last_at: datetime
    """When the last did."""


class MailTroubleList(TypedDict):
    items: list[MailTroubleView]
    """What nobody settled yet, oldest first."""


class MailTroubleSettled(TypedDict):
    failure: int
    """It is settled."""


class AlarmView(TypedDict):
    kind: str
    """What it is about: an incident's kind, or a mail's failure."""

    raised: int
    """How often it was raised."""

    mails: int
    """How many mails told of it; one in ten minutes at most."""

    last_at: datetime
    """When it was raised last."""


class AlarmList(TypedDict):
    items: list[AlarmView]
    """Every kind that was raised ever, by name."""


class StaffPriceView(TypedDict):
    price: str
    """What a piece costs."""

    since: datetime
    """From when on."""


class StaffSkuView(TypedDict):
    id: int
    """What a cart calls it."""

    product: str
    """What addresses call its product."""

    title: str
    """What its product is called."""

    color: str
    """Its color, or empty."""

    size: str
    """Its size, or empty."""

    description: str
    """What sets it apart."""

    availability: Availability
    """What the staff said of it."""

    left: int | None
    """How many are not sold yet; null: nobody counts."""

    held: int
    """How many of these are being paid for."""

    retired: bool
    """Whether it, or its product, is offered no more."""

    prices: list[StaffPriceView]
    """What it cost, costs and will cost, by time."""


class StaffCodeList(TypedDict):
    items: list[StaffCodeView]
    """All codes, by number."""


class StaffMethodList(TypedDict):
    items: list[StaffMethodView]
    """All ways of shipping."""


class CheckoutPage(TypedDict):
    allowed: bool
    """The shop takes orders from whoever asks."""

    cart: CartView | None
    """The cart and what it costs now; null: not allowed."""


class BuyerKnown(TypedDict):
    allowed: bool
    """The shop takes orders from whoever asks."""

    has_account: bool
    """An account has that address, so its owner had better sign in."""

    publishable_key: str
    """What the page may show to whoever takes the money; empty: it is paid elsewhere."""


class OwnVote(TypedDict):
    kind: str
    """The sort of thing voted on."""

    subject: int
    """Its number among its kind."""

    choice: Choice
    """The vote."""

    at: datetime
    """When it was cast."""


class OwnReport(TypedDict):
    kind: str
    """The sort of thing reported."""

    subject: int
    """Its number among its kind."""

    reason: Reason
    """What was said to be wrong with it."""

    text: str
    """The same in words."""

    status: ReportStatus
    """What has become of it."""

    created_at: datetime
    """When it was reported."""


class FavouriteView(TypedDict):
    id: int
    """The favourite's number."""

    owner: str
    """Whose it is."""

    place: PlaceView
    """The place."""

    nickname: str | None
    """What its owner calls it."""

    display_name: str
    """The nickname or the place's name, cut to 25 characters."""

    created_at: datetime
    """Since when."""


class VisitView(TypedDict):
    place: int
    """The place's number."""

    name: str
    """What the place is called."""

    visited_at: datetime
    """When that was noted first."""


class OwnOpinion(TypedDict):
    place: int
    """The place's number."""

    name: str
    """What the place is called."""

    helped: bool
    """Whether its summary was found helpful."""


class OwnPhoto(TypedDict):
    id: int
    """The photo's number."""

    place: int
    """Of which place it is."""

    review: int | None
    """Of which review; null: of the place itself."""

    photo: str
    """Its name below /media/."""

    caption: str
    """What it shows; may be empty."""

    created_at: datetime
    """When it was sent."""


class OwnAward(TypedDict):
    badge: str
    """The badge."""

    earned_at: datetime
    """When it was given."""

    pinned: bool
    """Whether it is among those shown first."""


class Preferences(TypedDict):
    newsletter: bool
    """News by mail are welcome."""

    opted_out: bool
    """No mail is, but what answers a doing."""


class OwnInquiry(TypedDict):
    name: str
    """Who wrote."""

    email: str
    """Where the answer goes."""

    message: str
    """What."""

    written_at: datetime
    """When."""


class OwnData(TypedDict):
    exported_at: datetime
    """When this was put together."""

    profile: OwnProfile
    """The account and what it says of itself."""

    sessions: SessionList
    """Where it is signed in."""

    keys: KeyList
    """Its API keys, without their secrets."""

    identities: IdentityList
    """The other houses it signs in with."""

    following: list[str]
    """Whom it follows, by user name."""

    votes: list[OwnVote]
    """Its votes."""

    reports: list[OwnReport]
    """What it has reported."""

    places: list[PlaceView]
    """The places it added."""

    favourites: list[FavouriteView]
    """Its favourites, newest first."""

    visits: list[VisitView]
    """Where it has been."""

    reviews: list[ReviewView]
    """Its reviews of places, hidden ones too."""

    comments: list[CommentView]
    """Its comments on reviews, hidden ones too."""

    opinions: list[OwnOpinion]
    """What it said of places' summaries."""

    photos: list[OwnPhoto]
    """The photos it has sent. Everybody can fetch them below /media/."""

    badges: list[OwnAward]
    """The badges it has."""

    cart: CartView
    """What is in its cart."""

    orders: list[OrderView]
    """Its orders, newest first."""

    preferences: Preferences
    """What mail it gets."""

    inquiries: list[OwnInquiry]
    """What it has written to the site."""

    terms_agreed_at: datetime | None
    """When it last agreed to terms of use."""

    files: list[str]
    """The names of its files, which a ZIP has beside this."""


class SiteStatistics(TypedDict):
    places: int
    """Places that were added."""

    reviews: int
    """Reviews of them."""

    people: int
    """Accounts that are not locked; the site's own apart."""


State = Literal[
    "queued",
    "sent",
    "failed",
    "suppressed",
    "kept",
]


MessageView = TypedDict(
    "MessageView",
    {
        "id": int,  # The message.
        "to": str,  # Where it goes.
        "from": str,  # Where it comes from.
        "subject": str,  # Its subject line.
        "text": str,  # Its plain text; empty once it was sent.
        "html": str,  # The same as HTML.
        "state": State,  # How far it has come.
        "created_at": datetime,  # When it was written.
        "attempts": int,  # Tries to deliver it so far.
        "last_error": str,  # Why the last try failed.
    },
)


class OutboxView(TypedDict):
    items: list[MessageView]
    """Messages, newest first."""


Precipitation = Literal[
    "none",
    "drizzle",
    "rain",
    "freezing_rain",
    "snow",
]


class WeatherValues(TypedDict):
    cloud_cover_percent: float | None
    """Of the sky, at any height."""

    cloud_cover_low_percent: float | None
    """Up to 3 km."""

    cloud_cover_mid_percent: float | None
    """From 3 to 8 km."""

    cloud_cover_high_percent: float | None
    """Above 8 km."""

    visibility_metres: float | None
    """How far one sees."""

    humidity_percent: float | None
    """Relative humidity at 2 m."""

    wind_kmh: float | None
    """The wind's speed at 10 m, in km/h."""

    temperature_celsius: float | None
    """Of the air at 2 m."""

    precipitation_percent: float | None
    """How likely any falls."""

    precipitation: Precipitation | None
    """What falls, if it does."""


class CurrentWeather(TypedDict):
    at: datetime
    """The moment described."""

    weather: WeatherValues
    """Its weather."""


WeatherSource = Literal[
    "historical",
    "forecast",
    "historical_average",
]


class WeatherHour(TypedDict):
    time: str
    """What a clock at the place shows: 2026-03-01T18:00."""

    weather: WeatherValues
    """Its weather."""


class WeatherSummary(TypedDict):
    cloud_cover_mean_percent: float | None
    """Over the day."""

    temperature_high_celsius: float | None
    """The warmest hour's."""

    temperature_low_celsius: float | None
    """The coldest hour's."""

    humidity_mean_percent: float | None
    """Over the day."""

    wind_most_kmh: float | None
    """The windiest hour's."""

    precipitation_most_percent: float | None
    """The likeliest hour's."""


Confidence = Literal[
    "high",
    "medium",
    "low",
]


class WeatherDay(TypedDict):
    date: date
    """The day, at the place."""

    source: WeatherSource
    """Where its weather comes from."""

    hourly: list[WeatherHour]
    """Its hours; empty where nothing could be had."""

    summary: WeatherSummary
    """All its hours in one."""

    confidence: Confidence
    """How far to trust it."""

    years_averaged: int | None
    """Of how many years it is the mean; only of a mean."""


WeatherCaution = Literal[
    "reduced_confidence",
    "out_of_date",
]


class WeatherWarning(TypedDict):
    type: WeatherCaution
    """What one should know."""

    message: str
    """The same in a sentence."""

    affected_dates: list[date]
    """The days it is true of."""


class WeatherView(TypedDict):
    generated_at: datetime
    """When this was put together."""

    latitude: float
    """Of the place, to a tenth of a degree."""

    longitude: float
    """Of the place, to a tenth of a degree."""

    zone: str
    """Whose clock days and hours go by."""

    current: CurrentWeather
    """The weather now."""

    daily: list[WeatherDay]
    """Each day."""

    age_seconds: int
    """How long ago the oldest part of it was had of the service."""

    stale: bool
    """Whether some of it is older than it should be, the service not answering."""

    warnings: list[WeatherWarning]
    """What one should know before trusting it."""

    credit: str
    """Who is to be named as the source."""


class WayPoint(TypedDict):
    latitude: float
    """Degrees north."""

    longitude: float
    """Degrees east."""


class DirectionsView(TypedDict):
    distance_metres: float
    """The length of the way."""

    duration_seconds: float
    """How long a car takes."""

    path: list[WayPoint]
    """The way by car; empty if there is none."""


WhereFrom = Literal[
    "ip",
]


class Whereabouts(TypedDict):
    latitude: float | None
    """Degrees north; null if nobody knows."""

    longitude: float | None
    """Degrees east; null if nobody knows."""

    city: str | None
    """The town."""

    region: str | None
    """The state or province."""

    country: str | None
    """Its code of two letters, as in ISO 3166-1."""

    source: WhereFrom | None
    """What it was concluded from; null if nothing was."""


class DetailsUpdated(TypedDict):
    email: str
    """The account's address."""

    verification_required: bool
    """It is a new one, and the link in the mail proves it."""


class UsernameRequested(TypedDict):
    email_sent: bool
    """Always true: the answer does not tell whether the address is known."""


class UnsubscribeView(TypedDict):
    email: str
    """Whom it is about, masked."""


class Unsubscribed(TypedDict):
    email: str
    """Who gets no more mail, masked."""

    next_token: str
    """What the link has from now on."""


class Explained(TypedDict):
    noted: bool
    """It was kept."""


class InquirySent(TypedDict):
    sent: bool
    """It was kept, and the site is told."""


class InterestRegistered(TypedDict):
    registered: bool
    """It was kept."""


ClientEventKind = Literal[
    "page_view",
    "script_error",
    "click",
    "link",
]


class ClientEventLogged(TypedDict):
    logged: bool
    """It was worth keeping."""


class ClientEventsPurged(TypedDict):
    count: int
    """How many were deleted."""

    more: bool
    """There may be others left: run it again."""


class PageState(TypedDict):
    account: AccountView | None
    """Who is signed in, or null."""

    email: str | None
    """The account's address, as its owner writes it."""

    cart_items: int
    """How many different things are in the cart."""

    logs_client_events: bool
    """The page is to tell of what its visitor does."""


class OwnPage(TypedDict):
    account: AccountView
    """The account."""

    email: str
    """Its address, as its owner writes it."""

    preferences: Preferences
    """What mail it gets."""

    terms_agreed_at: datetime | None
    """When it last agreed to terms of use."""

    verification_pending: bool
    """A link that proves its address is on its way and still good."""

    orders: list[OrderCard]
    """Its latest orders, newest first."""
