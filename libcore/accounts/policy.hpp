#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/accounts/identity_types.hpp"
#include "libcore/accounts/password_rules.hpp"
#include "libcore/accounts/types.hpp"

namespace asterism::accounts {

/// Five failures within an hour close a name for an hour.
struct LockoutRules {
    int failures = 5;
    std::chrono::seconds window = std::chrono::hours{1};
    std::chrono::seconds lock = std::chrono::hours{1};
};

struct SessionRules {
    std::chrono::seconds idle = std::chrono::minutes{30};
    std::chrono::seconds life = std::chrono::days{14};
    std::chrono::seconds remembered_idle = std::chrono::days{7};
    std::chrono::seconds remembered_life = std::chrono::days{30};
    /// How old a secret grows before it is exchanged.
    std::chrono::seconds renewal = std::chrono::hours{24};
};

/// How long a user name is.
struct HandleLimits {
    std::size_t shortest = 3;
    std::size_t longest = 30;
};

/// Where the links in mails lead: below the base URL, `{account}` and `{token}` filled in.
struct Links {
    std::string pages;  ///< where the pages are, if not at the base URL; no slash at its end
    std::string verify = "/accounts/confirm-email/{token}/";
    std::string reset = "/password-reset-confirm/{account}/{token}/";
    std::string forgotten = "/password-reset";
};

/// What mails are headed, where not in the words of the reader's language: `{{site}}` is filled in.
struct Subjects {
    std::string_view verification = {};
    std::string_view password_reset = {};
    std::string_view password_changed = {};
};

/// What differs between sites and between the surfaces of one site. Data, never a branch on a name.
struct Policy {
    PasswordRules passwords = classic_passwords;
    HandleLimits handles;
    Links links;
    Subjects subjects;
    LockoutRules lockout;
    SessionRules sessions;
    std::chrono::seconds verification_life = std::chrono::hours{24};
    std::chrono::seconds email_change_life = std::chrono::hours{1};
    std::chrono::seconds reset_life = std::chrono::hours{1};
    /// How long after signing in nobody is asked for the password again (security.md R42).
    std::chrono::seconds reauthentication = std::chrono::minutes{15};
    /// Whether changing the address falls under that. Off where the surface's client has no field
    /// for the password; the old address is told of the change in any case.
    bool email_change_asks_again = true;
    /// Whether what proves somebody, the current password or the link, is looked at before the new
    /// password is.
    bool proof_comes_first = false;
    /// Between two mails that somebody asks for himself.
    std::chrono::seconds mail_pause = std::chrono::minutes{3};
    /// Whether pages are to tell of what their visitors do.
    bool logs_client_events = true;
    /// Whether somebody may sign in before the link in the mail was opened.
    bool admits_unverified = false;
    /// Whether a used address is told apart at registration. Off unless a client's contract needs
    /// it.
    bool reveals_used_email = false;
    /// Whether a request without any session leaves a `login_failed` in the audit log where one is
    /// needed. Off, only a session that does not count does; on, one row for every 401.
    bool notes_every_401 = false;
    /// Whether an address that came with somebody's identity is as good as used at registration.
    bool keeps_identity_emails = false;
    /// Whether an unknown identity may open an account without a password whose address both the
    /// provider and this site have verified. Off: it is told to sign in first.
    bool links_proved_emails = false;
    /// So many waiting reports hide what they are about until a moderator looks at it; 0: none do.
    std::int64_t reports_to_hide = 5;
    /// What a profile must show for the badge that asks for a whole one; the names are those of
    /// libcore/badges/rules.hpp.
    std::vector<std::string> profile_requirements{"bio", "picture"};
    /// The providers one can sign in with, in the order they are shown.
    std::vector<ProviderName> providers;
    /// Where they send back to, below the base URL.
    std::string identity_callback = "/v1/identity-flows/{provider}/callback";
    std::string site_name = "Asterism";
    std::string base_url = "http://127.0.0.1:8000";  ///< no slash at its end
    std::string mail_from = "noreply@localhost.localdomain";
    std::string subject_prefix;
};

/// The figures of Starview's contract over a site's own: its password rules, 72 hours for the link
/// in the mail, a plain word about a used address, which its sign-up form shows, and no password
/// asked for a change of the address, because its form has no field for it.
Policy starview(Policy site);

/// The figures of StartupWebApp's contract over a site's own: user names of 6 to 150 characters,
/// sessions of two weeks, nobody kept out until the address is proved, a plain word about a used
/// address, no password asked for a change of it. `pages` is where its client's pages are.
Policy startupwebapp(Policy site, std::string_view pages);

/// Whether the site allows this user name: so many of a-z 0-9 _ -, and not a reserved word.
const Fault* refusal(const Handle& handle, const HandleLimits& limits = {});

/// Whom a password of that account has to differ from. It looks into its arguments.
Owner owner_of(const Policy& policy, const Account& account);

/// What becomes of a try at a name: it is counted before the password is looked at, so that
/// parallel tries cannot overshoot, and forgiven when the password was right.
struct Try {
    bool allowed = false;
    Tries after;
};

Try reserve(const LockoutRules& rules, const Tries& before, Instant now);

Lifetime lifetime(const SessionRules& rules, Instant now, bool remember);

/// Whether a session still counts. One that the clock has overtaken is to be ended, so that a
/// clock set back cannot revive it.
bool alive(const Session& session, Instant now);

/// Whether the secret that a session had before its last renewal is still taken: requests that were
/// under way together with the renewing one carry it.
bool still_taken(const Session& session, Instant now);

/// Whether the secret has grown old enough to be exchanged.
bool worth_renewing(const SessionRules& rules, const Session& session, Instant now);

/// Whether the owner proved so lately to be the owner that a sensitive change needs no more.
bool lately_proved(const Policy& policy, const Session& session, Instant now);

/// Where `last_seen` is old enough to be written again: reads stay reads for a minute.
bool worth_touching(const Session& session, Instant now);

AccountView view_of(const Account& account);

}  // namespace asterism::accounts
