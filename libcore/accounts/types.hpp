#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/actor.hpp"
#include "libcore/base/email.hpp"
#include "libcore/base/language.hpp"
#include "libcore/base/text.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/versions.hpp"

namespace asterism::accounts {

using TicketId = Id<struct TicketTag>;

/// Somebody who can sign in. The password hash is not part of it.
struct Account {
    AccountId id;
    std::string uid;             ///< UUID version 4; never changes
    std::string email;           ///< normal form
    std::string email_as_given;  ///< for sending
    std::optional<Instant> email_verified_at;
    std::string handle;
    std::string first_name;
    std::string last_name;
    Role role = Role::user;
    bool active = true;
    Instant created_at;
    std::optional<Instant> last_login_at;
    Language language = Language::en;  ///< of mails to its owner
    bool system = false;               ///< the site's own: no profile page, cannot be followed
    bool has_password = true;          ///< false where it signs in by another provider only
};

/// How long a session lasts, fixed when it is opened.
struct Lifetime {
    Instant expires;
    std::chrono::seconds idle;  ///< ends after this long without a request
    bool remember = false;      ///< outlives the browser
};

struct Session {
    SessionId id;
    AccountId account;
    SiteId site;
    Lifetime lifetime;
    Instant last_seen;
    bool ended = false;
    Instant proved_at = {};   ///< when its owner last showed to be the owner
    Instant renewed_at = {};  ///< when its secret was last exchanged
};

/// A session as its owner sees it.
struct OpenSession {
    Session session;
    Instant created_at;
    std::string address;  ///< where it was opened from
    std::string agent;
};

/// A session joined with what every request needs of its account, in one read.
struct Presence {
    Session session;
    Role role = Role::user;
    bool active = true;
    bool former = false;  ///< asked for by the secret it had before its last renewal
    Versions versions = {};
};

/// What a mailed link is good for. A ticket of one purpose opens nothing else.
enum class Purpose : std::uint8_t { verify_email, reset_password, change_email };

constexpr auto names(Purpose) {
    return std::array{std::pair{Purpose::verify_email, std::string_view{"verify_email"}},
                      std::pair{Purpose::reset_password, std::string_view{"reset_password"}},
                      std::pair{Purpose::change_email, std::string_view{"change_email"}}};
}

struct Ticket {
    TicketId id;
    AccountId account;
    Purpose purpose = Purpose::verify_email;
    std::string address;  ///< normal form of the address it was mailed to
    Instant expires;
    bool used = false;
    Instant issued = {};
    std::string address_as_given = {};  ///< for sending
};

/// Failed tries at one name.
struct Tries {
    int failures = 0;
    Instant since;  ///< the first of them
    std::optional<Instant> locked_until;
};

// What happened, for the modules above (libcore/reactions.hpp).

/// The account goes. What other modules keep of it is still there when they hear of this, and its
/// row goes last.
struct AccountDeleted {
    AccountId account;
    std::string handle;
};

/// The account's address counts as proved from now on.
struct AddressVerified {
    AccountId account;
};

/// Another house vouches for the account from now on.
struct IdentityConnected {
    AccountId account;
};

// Inputs and views: the only types that shells can read or write.

struct RegisterAccount {
    std::optional<Handle> handle;
    Email email;
    std::optional<PersonName> first_name;
    std::optional<PersonName> last_name;
    Password password;
    std::optional<Password> password_again;

    static constexpr void fields(auto&& see) {
        see("handle", &RegisterAccount::handle, "The public user name; made up if not given.");
        see("email", &RegisterAccount::email, "Where the verification mail goes.");
        see("first_name", &RegisterAccount::first_name, "The person's first name.");
        see("last_name", &RegisterAccount::last_name, "The person's last name.");
        see("password", &RegisterAccount::password, "As the site's password rules ask.");
        see("password_again", &RegisterAccount::password_again,
            "The same once more, where a form asks for it.");
    }
};

/// The same answer for a new address and a used one, so that nobody learns who has an account.
struct Registered {
    std::string email;
    bool verification_required = true;

    static constexpr void fields(auto&& see) {
        see("email", &Registered::email, "Where the mail went.");
        see("verification_required", &Registered::verification_required,
            "The account can sign in once the link in the mail was opened.");
    }
};

struct VerifyEmail {
    std::string token;

    static constexpr void fields(auto&& see) {
        see("token", &VerifyEmail::token, "The last part of the link in the mail.");
    }
};

struct EmailVerified {
    std::string handle;
    std::string email;

    static constexpr void fields(auto&& see) {
        see("handle", &EmailVerified::handle, "The account that can sign in now.");
        see("email", &EmailVerified::email, "The address that it signs in with.");
    }
};

struct ResendVerification {
    Email email;

    static constexpr void fields(auto&& see) {
        see("email", &ResendVerification::email, "The address that was registered.");
    }
};

struct VerificationSent {
    bool email_sent = true;

    static constexpr void fields(auto&& see) {
        see("email_sent", &VerificationSent::email_sent,
            "Always true: the answer does not tell whether the address is known.");
    }
};

struct LogIn {
    std::string identifier;
    Password password;
    std::optional<bool> remember;

    static constexpr void fields(auto&& see) {
        see("identifier", &LogIn::identifier, "The user name or the e-mail address.");
        see("password", &LogIn::password, "The account's password.");
        see("remember", &LogIn::remember, "Stay signed in on this device; false if not given.");
    }
};

struct AccountView {
    AccountId id;
    std::string uid;
    std::string handle;
    std::string email;
    bool email_verified = false;
    std::string first_name;
    std::string last_name;
    Role role = Role::user;
    bool active = true;
    Instant created_at;
    std::optional<Instant> last_login_at;
    Language language = Language::en;
    bool has_password = true;

    static constexpr void fields(auto&& see) {
        see("id", &AccountView::id, "The account's number.");
        see("uid", &AccountView::uid, "A UUID that never changes.");
        see("handle", &AccountView::handle, "The public user name.");
        see("email", &AccountView::email, "The address it signs in with.");
        see("email_verified", &AccountView::email_verified, "The address was proved.");
        see("first_name", &AccountView::first_name, "The person's first name, or empty.");
        see("last_name", &AccountView::last_name, "The person's last name, or empty.");
        see("role", &AccountView::role, "What the account may do.");
        see("active", &AccountView::active, "False while an operator keeps it locked.");
        see("created_at", &AccountView::created_at, "When it was registered.");
        see("last_login_at", &AccountView::last_login_at, "When it last signed in.");
        see("language", &AccountView::language, "What mails to its owner are written in.");
        see("has_password", &AccountView::has_password,
            "False if it can only sign in by another provider.");
    }
};

/// A session as it leaves the core, once: the token is kept nowhere.
struct Opened {
    SessionId session;
    std::string token;
    Lifetime lifetime;
};

struct SignedIn {
    AccountView account;
    Instant expires_at;
    std::optional<std::string> token;
    std::optional<Opened> opened;  ///< for the shell that keeps cookies; not a field

    static constexpr void fields(auto&& see) {
        see("account", &SignedIn::account, "Who is signed in.");
        see("expires_at", &SignedIn::expires_at, "When the session ends at the latest.");
        see("token", &SignedIn::token, "The session's secret; null where a cookie carries it.");
    }
};

struct NoInput {
    static constexpr void fields(auto&&) {}
};

struct SignedOut {
    bool signed_out = true;

    static constexpr void fields(auto&& see) {
        see("signed_out", &SignedOut::signed_out, "The session is over.");
    }
};

struct SessionStatus {
    bool authenticated = false;
    std::optional<AccountView> account;

    static constexpr void fields(auto&& see) {
        see("authenticated", &SessionStatus::authenticated, "Somebody is signed in.");
        see("account", &SessionStatus::account, "Who, or null.");
    }
};

struct ChangePassword {
    std::optional<Password> current_password;
    Password new_password;
    std::optional<Password> new_password_again = {};

    static constexpr void fields(auto&& see) {
        see("current_password", &ChangePassword::current_password,
            "The password until now; an account without one has none to give.");
        see("new_password", &ChangePassword::new_password, "The password from now on.");
        see("new_password_again", &ChangePassword::new_password_again,
            "The same once more, where a form asks for it.");
    }
};

struct PasswordChanged {
    std::int64_t sessions_ended = 0;
    std::optional<Opened> opened;  ///< the current session under its new secret; not a field

    static constexpr void fields(auto&& see) {
        see("sessions_ended", &PasswordChanged::sessions_ended,
            "How many other sessions were signed out.");
    }
};

}  // namespace asterism::accounts
