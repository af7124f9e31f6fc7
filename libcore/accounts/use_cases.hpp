#pragma once

#include <string>

#include "libcore/accounts/administration.hpp"
#include "libcore/accounts/context.hpp"
#include "libcore/accounts/identity_ports.hpp"
#include "libcore/accounts/oversight.hpp"
#include "libcore/accounts/own_account.hpp"
#include "libcore/mail/use_cases.hpp"

namespace asterism::accounts {

// Signing up: sign_up.cpp

/// Refuses what would be refused anyway, before a hash is paid for.
Result<Done> vet_registration(const Policy& policy, const Accounts& accounts,
                              const Identities& identities, const RegisterAccount& input);
NewPassword hash_registration(const Hasher& hasher, const Done& vetted,
                              const RegisterAccount& input);
Result<Registered> register_account(const Run& run, Accounts& accounts, Tickets& tickets,
                                    mail::Outbox outbox, const NewPassword& password,
                                    const RegisterAccount& input);

Result<EmailVerified> verify_email(const Run& run, Accounts& accounts, Tickets& tickets,
                                   mail::Outbox outbox, Events& events, const VerifyEmail& input);

Result<VerificationSent> resend_verification(const Run& run, const Accounts& accounts,
                                             Tickets& tickets, mail::Outbox outbox,
                                             const ResendVerification& input);

// Signing in and out: sign_in.cpp

Result<Candidate> reserve_log_in(const Run& run, const Accounts& accounts, Lockouts& lockouts,
                                 const LogIn& input);
PasswordCheck check_log_in(const Hasher& hasher, const Candidate& candidate, const LogIn& input);
/// A session that asks for another one ends.
Result<SignedIn> log_in(const Run& run, std::optional<Actor> before, Accounts& accounts, Door door,
                        const PasswordCheck& check, const LogIn& input);

Result<SignedOut> log_out(const Run& run, Actor actor, const Accounts& accounts, Sessions& sessions,
                          const NoInput& input);

/// The same for whoever it is, even nobody.
Result<SignedOut> leave(const Run& run, std::optional<Actor> actor, const Accounts& accounts,
                        Sessions& sessions, const NoInput& input);

Result<AccountView> who_am_i(Actor actor, const Accounts& accounts, const NoInput& input);
Result<SessionStatus> session_status(std::optional<Actor> actor, const Accounts& accounts,
                                     const NoInput& input);

/// The account behind a session's token: what a shell asks before anything else. Not in the
/// catalogue.
struct Token {
    std::string_view value;
};

struct Resumed {
    Actor actor;
    Lifetime lifetime;
    bool stale = false;      ///< its last_seen is worth writing again
    bool lapsed = false;     ///< it ran out just now and must be ended; the actor is nobody then
    bool due = false;        ///< its secret is worth exchanging; not if this is the former one
    Versions versions = {};  ///< what is shown to its owner now
};

Result<Resumed> resume_session(Now now, const Caller& caller, const Policy& policy,
                               const Fingerprint& fingerprint, const Sessions& sessions,
                               const Token& token);
Result<Done> keep_session(Now now, Sessions& sessions, const SessionId& id);
Result<Done> lapse_session(Now now, Sessions& sessions, const SessionId& id);

/// Gives a session a new secret. The one it had works for another minute, so that requests under
/// way are not signed out. Refused if another request was faster: then that one carries the new
/// one.
struct Renewal {
    SessionId session;
    std::string_view token;
};

Result<Opened> renew_session(const Run& run, Sessions& sessions, const Renewal& renewal);

// Changing the password: password.cpp

/// An account without a password gets its first one so.
Result<Candidate> reserve_change_password(const Run& run, Actor actor, const Accounts& accounts,
                                          Door door, const ChangePassword& input);
PasswordCheck check_change_password(const Hasher& hasher, const Candidate& candidate,
                                    const ChangePassword& input);
/// Its owner is told by mail.
Result<PasswordChanged> change_password(const Run& run, Actor actor, Accounts& accounts, Door door,
                                        mail::Outbox outbox, const PasswordCheck& check,
                                        const ChangePassword& input);

inline constexpr UseCases use_cases{
    use_case<&register_account, &vet_registration, &hash_registration>(
        "register_account", "Registers an account and mails a link that proves its address."),
    use_case<&verify_email>("verify_email",
                            "Proves an address, a new one too, by the token of the mailed link."),
    use_case<&resend_verification>("resend_verification",
                                   "Mails a new link; links mailed before are void."),
    use_case<&log_in, &reserve_log_in, &check_log_in>(
        "log_in", "Signs in with a user name or an e-mail address."),
    use_case<&log_out>("log_out", "Ends the session."),
    use_case<&leave>("leave", "Ends the session, if there is one."),
    use_case<&who_am_i>("who_am_i", "Shows the signed-in account."),
    use_case<&session_status>("session_status", "Tells whether anybody is signed in, and who."),
    use_case<&change_password, &reserve_change_password, &check_change_password>(
        "change_password", "Changes the password and ends every other session."),
};

}  // namespace asterism::accounts
