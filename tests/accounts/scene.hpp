#pragma once

#include <string>
#include <vector>

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/use_cases.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_accounts.hpp"
#include "tests/fakes/memory_identities.hpp"
#include "tests/fakes/memory_keys.hpp"
#include "tests/fakes/memory_mail.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::accounts {

using namespace std::chrono_literals;
using tests::instant;
using tests::slug;
using tests::slug_at;

inline const std::string right = "Nebul4Qz!";
inline const std::string wrong = "Nebul4Qz?";

/// An account as a test wants to find it.
struct Person {
    std::string handle = "ada";
    std::string email = "Ada@Example.org";
    std::string password = right;
    Role role = Role::user;
    bool verified = true;
    bool active = true;
};

inline Handle handle(std::string_view text) { return *Handle::parse(text); }

inline Email email(std::string_view text) { return *Email::parse(text); }

inline Password password(std::string_view text) { return *Password::parse(text); }

/// The module on a table: its ports in memory, its policy and its clock to be turned by hand. What
/// a refused use case wrote is undone, as the shell would.
class Scene {
public:
    AccountId settle(const Person& person = {});
    Result<Registered> sign_up(const RegisterAccount& input);
    Result<EmailVerified> verify(std::string_view token);
    Result<VerificationSent> resend(std::string_view address);
    /// All three stages; `meanwhile` happens after the hash was computed.
    template <class Meanwhile>
    Result<SignedIn> sign_in(const LogIn& input, std::optional<Actor> before, Meanwhile meanwhile);
    Result<SignedIn> sign_in(std::string_view name, std::string_view secret,
                             std::optional<Actor> before = {}, std::optional<bool> remember = {});
    Result<PasswordChanged> change(Actor actor, std::string_view current, std::string_view next);
    Result<AccountView> add(Actor actor, const AddAccount& input);
    Result<ResetRequested> forget(std::string_view address, std::optional<std::string> tag = {});
    /// All three stages; `meanwhile` happens after the hash was computed.
    template <class Meanwhile>
    Result<SessionsEnded> reset(const ResetPassword& input, Meanwhile meanwhile);
    Result<SessionsEnded> reset(std::string_view token, std::string_view next,
                                std::optional<std::string> name = {});
    Result<EmailChangeStarted> move(Actor actor, std::string_view address,
                                    std::optional<std::string> shown = {});
    Result<Proved> prove(Actor actor, std::string_view secret);
    /// Deletes the account, and reacts as the shell would.
    Result<Deletion> resign(Actor actor, std::optional<std::string> shown = {});

    Result<Resumed> resume(std::string_view token) {
        return resume_session(now, caller, policy, fingerprint, sessions, Token{token});
    }

    Run run() { return {now, caller, policy, entropy, fingerprint, trail}; }

    mail::Outbox outbox() { return {messages, tasks}; }

    Door door() { return {sessions, lockouts, tickets}; }

    /// What was noted for the audit log since the last time: "login_failed reason=inactive".
    std::vector<std::string> told();
    /// The last part of the newest link of this kind that was mailed.
    std::string mailed_token(std::string_view before = "/accounts/confirm-email/") const;
    std::string reset_token() const;
    /// The template and the address of the mails posted since the last time: "welcome ada@...".
    std::vector<std::string> mails();

    const Account& row(AccountId id) const {
        return tables.accounts.at(static_cast<std::size_t>(id.value - 1)).account;
    }

    const Session& session(SessionId id) const {
        return tables.sessions.at(static_cast<std::size_t>(id.value - 1)).session;
    }

    static std::optional<Password> maybe(const std::optional<std::string>& text);

    template <class Work>
    auto undone_if_refused(Work work) {
        auto before = tables;
        auto result = work();
        if (result) return result;
        tables = std::move(before);
        for (const auto& key : trail.forgiven()) lockouts.clear(key);  // as App does
        return result;
    }

    tests::Tables tables;
    tests::Calls calls;
    tests::MemoryAccounts accounts{tables, calls};
    tests::MemorySessions sessions{tables, calls};
    tests::MemoryKeys keys{tables, calls};
    tests::MemoryTickets tickets{tables, calls};
    tests::MemoryIdentities identities{tables, calls};
    tests::MemoryLockouts lockouts{tables, calls};
    tests::MemoryMessages messages{tables, calls};
    tests::MemoryTasks tasks{tables, calls};
    tests::CountingEntropy entropy;
    tests::ReversingHasher hasher;
    tests::PlainFingerprint fingerprint;
    audit::Trail trail;
    Events events;
    std::size_t mails_seen = 0;
    Policy policy;
    Caller caller{"192.0.2.7", "Test/1", SiteId{1}};
    Now now{instant("2026-03-01T12:00:00Z")};
};

template <class Meanwhile>
Result<SignedIn> Scene::sign_in(const LogIn& input, std::optional<Actor> before,
                                Meanwhile meanwhile) {
    const auto candidate =
        undone_if_refused([&] { return reserve_log_in(run(), accounts, lockouts, input); });
    if (!candidate) return candidate.error();
    const auto check = check_log_in(hasher, *candidate, input);
    meanwhile();
    return undone_if_refused([&] { return log_in(run(), before, accounts, door(), check, input); });
}

template <class Meanwhile>
Result<SessionsEnded> Scene::reset(const ResetPassword& input, Meanwhile meanwhile) {
    const auto vetted = vet_reset(run(), accounts, tickets, input);
    if (!vetted) return vetted.error();
    const auto hash = hash_reset(hasher, *vetted, input);
    meanwhile();
    return undone_if_refused([&] {
        return reset_password(run(), accounts, door(), keys, outbox(), events, hash, input);
    });
}

}  // namespace asterism::accounts
