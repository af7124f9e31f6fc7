#pragma once

#include <string>

#include "libcore/accounts/faults.hpp"
#include "shells/app/app.hpp"
#include "shells/app/json.hpp"
#include "shells/app/operation.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_store.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::app {

using tests::instant;
using tests::slug;
using tests::slug_at;

/// An App over a store in memory, and what surrounds it. Its clock goes on by a second whenever it
/// is read, so that a run that read it twice would show.
struct Stand {
    static constexpr Instant noon = instant("2026-03-01T12:00:00Z");

    Call call() const { return {actor, caller, policy, cookies}; }

    /// Runs an operation on a JSON text; what it answered is kept.
    Result<Done> ask(std::string_view name, std::string_view input) {
        answer = {};
        return find_operation(name)->run(app, call(), *parse_strict(input), answer);
    }

    /// An account that can sign in with "Nebul4Qz!".
    AccountId settle(std::string_view handle, bool verified = true, Role role = Role::user) {
        accounts::Account account;
        account.handle = handle;
        account.email = account.email_as_given = std::string(handle) + "@example.org";
        account.role = role;
        if (verified) account.email_verified_at = noon;
        return tests::MemoryAccounts(store.tables, store.calls)
            .add({account, "new:!zQ4lubeN"})
            .value();
    }

    const std::vector<audit::Record>& audit() const { return store.tables.audit; }

    tests::MemoryStore store;
    tests::CountingEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    tests::FixedZones zones;
    Instant now = noon;
    std::optional<Actor> actor;
    Caller caller{"192.0.2.7", "Test/1", SiteId{1}};
    accounts::Policy policy;
    bool cookies = false;
    Answer answer;
    App app{store,
            {[this] { return std::exchange(now, now + std::chrono::seconds{1}); }, entropy,
             fingerprint, hasher, sealer, nullptr, nullptr, nullptr, &zones}};
};

inline constexpr std::string_view log_in_right = R"({"identifier":"ada","password":"Nebul4Qz!"})";
inline constexpr std::string_view log_in_wrong = R"({"identifier":"ada","password":"Nebul4Qz?"})";
inline constexpr std::string_view sign_up_ada =
    R"({"handle":"ada","email":"ada@example.org","password":"Nebul4Qz!"})";

}  // namespace asterism::app
