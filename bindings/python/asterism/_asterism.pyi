"""The module that is written in C++. Printed by asterism_stubs from the catalogue."""
from datetime import date, datetime
from os import PathLike
from typing import Self

from .views import (
    AccountPage,
    AccountView,
    AuditSealed,
    CleanedUp,
    Deletion,
    EmailChangeStarted,
    EmailVerified,
    FlowEnd,
    FlowGoal,
    FlowStarted,
    IdentityDisconnected,
    IdentityList,
    KeyList,
    KeyMade,
    KeyRevoked,
    MoonCalendar,
    MoonView,
    OutboxView,
    OwnData,
    OwnProfile,
    PasswordChanged,
    PictureView,
    PlanetsView,
    Presence,
    Preset,
    Proved,
    ProviderList,
    PublicProfile,
    RecordPage,
    Registered,
    ResetRequested,
    Role,
    Scope,
    SessionList,
    SessionStatus,
    SessionsEnded,
    ShowersView,
    SignedIn,
    SignedOut,
    SunView,
    Units,
    Verdict,
    VerificationSent,
)

__version__: str


def moon(at: datetime | str | None = None) -> MoonView:
    """The Moon's phase at a moment, and when the next ones are. Needs no data folder.

    at: A datetime with a time zone or an RFC 3339 text, from 1900 to 2100; now if not given.
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
        actor: str | int,
    ) -> PasswordChanged:
        """Changes the password and ends every other session.

        current_password: The password until now; an account without one has none to give.
        new_password: The password from now on.
        actor: The account on whose behalf this is done, by handle or number.
        """
        ...

    def request_password_reset(
        self,
        *,
        email: str,
        language: str | None = None,
        actor: str | int | None = None,
    ) -> ResetRequested:
        """Mails a link that sets a new password.

        email: The address that the account signs in with.
        language: Of the mail, as a tag in any case; the account's if not given or not offered.
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
        actor: str | int | None = None,
    ) -> SessionsEnded:
        """Sets a new password by the mailed link and ends every session.

        account: The part of the link before the last; it is compared if given.
        token: The last part of the link in the mail.
        password: The password from now on.
        password_again: The same once more, where a form asks for it.
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

    def export_own_data(
        self,
        *,
        actor: str | int,
    ) -> OwnData:
        """Hands out all that is kept about oneself.

        actor: The account on whose behalf this is done, by handle or number.
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
        actor: str | int | None = None,
    ) -> MoonCalendar:
        """The Moon day by day, and the dates of its quarters.

        start: The first day, in UTC; today if absent.
        end: The last day, itself included; start if absent.
        key_dates_only: Leave out the days, and so permit a longer range.
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
