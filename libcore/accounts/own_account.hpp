#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/accounts/identity_ports.hpp"
#include "libcore/accounts/keys.hpp"
#include "libcore/base/events.hpp"
#include "libcore/mail/use_cases.hpp"

namespace asterism::accounts {

// What people do with their own accounts.

struct RequestPasswordReset {
    Email email;
    std::optional<std::string> language;
    std::optional<std::string> handle = {};

    static constexpr void fields(auto&& see) {
        see("email", &RequestPasswordReset::email, "The address that the account signs in with.");
        see("language", &RequestPasswordReset::language,
            "Of the mail, as a tag in any case; the account's if not given or not offered.");
        see("handle", &RequestPasswordReset::handle, "The account's user name; compared if given.");
    }
};

struct ResetRequested {
    bool email_sent = true;

    static constexpr void fields(auto&& see) {
        see("email_sent", &ResetRequested::email_sent,
            "Always true: the answer does not tell whether the address is known.");
    }
};

struct ResetPassword {
    std::optional<std::string> account;
    std::string token;
    Password password;
    std::optional<Password> password_again;
    std::optional<std::string> handle = {};

    static constexpr void fields(auto&& see) {
        see("account", &ResetPassword::account,
            "The part of the link before the last; it is compared if given.");
        see("token", &ResetPassword::token, "The last part of the link in the mail.");
        see("password", &ResetPassword::password, "The password from now on.");
        see("password_again", &ResetPassword::password_again,
            "The same once more, where a form asks for it.");
        see("handle", &ResetPassword::handle, "The account's user name; compared if given.");
    }
};

struct ChangeEmail {
    Email new_email;
    std::optional<Password> current_password;

    static constexpr void fields(auto&& see) {
        see("new_email", &ChangeEmail::new_email, "Where the link to confirm it goes.");
        see("current_password", &ChangeEmail::current_password,
            "Needed unless you signed in within the last 15 minutes.");
    }
};

struct EmailChangeStarted {
    std::string new_email;
    bool verification_required = true;

    static constexpr void fields(auto&& see) {
        see("new_email", &EmailChangeStarted::new_email, "Where the link went.");
        see("verification_required", &EmailChangeStarted::verification_required,
            "The old address stays in force until the link was opened.");
    }
};

struct UpdateAccount {
    std::optional<Handle> handle;
    std::optional<PersonName> first_name;
    std::optional<PersonName> last_name;
    std::optional<std::string> language;

    static constexpr void fields(auto&& see) {
        see("handle", &UpdateAccount::handle, "The public user name; the old one is free then.");
        see("first_name", &UpdateAccount::first_name, "The person's first name.");
        see("last_name", &UpdateAccount::last_name, "The person's last name.");
        see("language", &UpdateAccount::language,
            "Of mails: en, es, fr, ja, de, pt-BR, zh-CN, ko or it, in any case.");
    }
};

struct SessionView {
    SessionId id;
    Instant created_at;
    Instant last_seen_at;
    Instant expires_at;
    std::string address;
    std::string agent;
    bool remembered = false;
    bool current = false;

    static constexpr void fields(auto&& see) {
        see("id", &SessionView::id, "The session's number.");
        see("created_at", &SessionView::created_at, "When it was opened.");
        see("last_seen_at", &SessionView::last_seen_at, "Its last request, to the minute.");
        see("expires_at", &SessionView::expires_at, "When it ends at the latest.");
        see("address", &SessionView::address, "The IP address it was opened from.");
        see("agent", &SessionView::agent, "The browser or program that opened it.");
        see("remembered", &SessionView::remembered, "It outlives the browser.");
        see("current", &SessionView::current, "It is the one that asks.");
    }
};

struct SessionList {
    std::vector<SessionView> items;

    static constexpr void fields(auto&& see) {
        see("items", &SessionList::items, "Open sessions, the oldest first.");
    }
};

struct EndSession {
    SessionId session;

    static constexpr void fields(auto&& see) {
        see("session", &EndSession::session, "The session's number.");
    }
};

struct SessionsEnded {
    std::int64_t sessions_ended = 0;

    static constexpr void fields(auto&& see) {
        see("sessions_ended", &SessionsEnded::sessions_ended, "How many were signed out.");
    }
};

struct ProveAccount {
    Password password;

    static constexpr void fields(auto&& see) {
        see("password", &ProveAccount::password, "The account's password.");
    }
};

struct Proved {
    Instant proved_until;
    std::optional<Opened> opened;  ///< the current session under its new secret; not a field

    static constexpr void fields(auto&& see) {
        see("proved_until", &Proved::proved_until, "Until then nobody asks for the password.");
    }
};

struct DeleteAccount {
    std::optional<Password> current_password;

    static constexpr void fields(auto&& see) {
        see("current_password", &DeleteAccount::current_password,
            "Needed unless you signed in within the last 15 minutes.");
    }
};

struct Deletion {
    bool deleted = true;

    static constexpr void fields(auto&& see) {
        see("deleted", &Deletion::deleted, "The account is gone for good.");
    }
};

// Forgotten passwords: reset.cpp

/// Only the newest link works. An account that has no password yet gets its first one so.
Result<ResetRequested> request_password_reset(const Run& run, const Accounts& accounts,
                                              Tickets& tickets, mail::Outbox outbox,
                                              const RequestPasswordReset& input);
Result<Done> vet_reset(const Run& run, const Accounts& accounts, const Tickets& tickets,
                       const ResetPassword& input);
NewPassword hash_reset(const Hasher& hasher, const Done& vetted, const ResetPassword& input);
/// Who opens the mailed link has the mailbox: the address counts as verified from then on. Nobody
/// is signed in by it, and no API key of before opens anything: who needs this link may have lost
/// the account to somebody else for a while.
Result<SessionsEnded> reset_password(const Run& run, Accounts& accounts, Door door, Keys& keys,
                                     mail::Outbox outbox, Events& events,
                                     const NewPassword& password, const ResetPassword& input);

// The address: addresses.cpp

Result<Candidate> reserve_change_email(const Run& run, Actor actor, const Accounts& accounts,
                                       const Identities& identities, Door door,
                                       const ChangeEmail& input);
PasswordCheck check_change_email(const Hasher& hasher, const Candidate& candidate,
                                 const ChangeEmail& input);
/// Mails a link to the new address and a notice to the old one. Where a used address must not show,
/// its owner is told instead, and the answer is the same.
Result<EmailChangeStarted> change_email(const Run& run, Actor actor, const Accounts& accounts,
                                        Door door, mail::Outbox outbox, const PasswordCheck& check,
                                        const ChangeEmail& input);

// The rest: own_account.cpp, own_sessions.cpp, deletion.cpp

/// Changes what is given and leaves the rest.
Result<AccountView> update_account(const Run& run, Actor actor, Accounts& accounts,
                                   const UpdateAccount& input);

Result<SessionList> list_sessions(Now now, Actor actor, const Sessions& sessions,
                                  const NoInput& input);
Result<SessionsEnded> end_session(const Run& run, Actor actor, Sessions& sessions,
                                  const EndSession& input);
Result<SessionsEnded> end_other_sessions(const Run& run, Actor actor, Sessions& sessions,
                                         const NoInput& input);

Result<Candidate> reserve_proof(const Run& run, Actor actor, const Accounts& accounts, Door door,
                                const ProveAccount& input);
PasswordCheck check_proof(const Hasher& hasher, const Candidate& candidate,
                          const ProveAccount& input);
/// For the next 15 minutes sensitive changes ask for nothing more. The session gets a new secret.
Result<Proved> prove_account(const Run& run, Actor actor, const Accounts& accounts, Door door,
                             const PasswordCheck& check, const ProveAccount& input);

Result<Candidate> reserve_deletion(const Run& run, Actor actor, const Accounts& accounts, Door door,
                                   const DeleteAccount& input);
PasswordCheck check_deletion(const Hasher& hasher, const Candidate& candidate,
                             const DeleteAccount& input);
/// The account itself goes when `sweep` reacts to the event, after all other modules.
Result<Deletion> delete_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                mail::Outbox outbox, Events& events, const PasswordCheck& check,
                                const DeleteAccount& input);

/// The last to react: takes the account's row away, and with it credentials, sessions and tickets.
void sweep(Accounts& accounts, const AccountDeleted& event);

inline constexpr UseCases self_cases{
    use_case<&request_password_reset>("request_password_reset",
                                      "Mails a link that sets a new password."),
    use_case<&reset_password, &vet_reset, &hash_reset>(
        "reset_password", "Sets a new password by the mailed link and ends every session."),
    use_case<&change_email, &reserve_change_email, &check_change_email>(
        "change_email", "Mails a link that makes a new address the account's."),
    use_case<&update_account>("update_account", "Changes the account's names and language."),
    use_case<&list_sessions>("list_sessions", "Lists where the account is signed in."),
    use_case<&end_session>("end_session", "Ends one of the account's sessions."),
    use_case<&end_other_sessions>("end_other_sessions", "Ends every session but this one."),
    use_case<&prove_account, &reserve_proof, &check_proof>(
        "prove_account", "Shows the password again before something sensitive."),
    use_case<&delete_account, &reserve_deletion, &check_deletion>("delete_account",
                                                                  "Deletes the account for good."),
};

}  // namespace asterism::accounts
