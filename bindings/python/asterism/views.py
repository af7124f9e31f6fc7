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

    files: list[str]
    """The names of its files, which a ZIP has beside this."""


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
