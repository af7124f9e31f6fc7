#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/accounts/identity_cases.hpp"

namespace asterism::accounts {

/// Somebody who came back from a provider.
struct Visit {
    const Run& run;
    std::optional<Actor> actor;
    const std::string& provider;
    bool connects = false;
};

/// What is known here of an identity that wants in.
struct EntryFacts {
    std::optional<Account> owner = {};     ///< whom the identity is connected to
    std::optional<Account> namesake = {};  ///< who uses the address that the provider tells
    bool namesake_has_password = false;
    bool tells_email = false;
    bool vouches = false;  ///< the provider says that the address was verified
    bool links = false;    ///< the site's policy lets proved addresses meet
};

enum class Entry : std::uint8_t { owner, link, sign_up };

struct EntryDecision {
    Entry entry = Entry::owner;
    const Fault* refusal = nullptr;
    std::string_view reason = {};  ///< for the audit log
};

/// Who gets in, and as whom. An address alone never opens an account: an unknown identity meets an
/// account of its address only where that has no password, both sides have verified the address and
/// the site's policy allows it (security.md R54, R55).
EntryDecision decide(const EntryFacts& facts);

/// The refusal, noted for the audit log.
Error refused(const Visit& visit, const Fault& fault, std::string_view reason,
              const std::optional<Account>& account = {});

Result<FlowEnd> enter(const Visit& visit, IdentityDesk desk, const ProvenIdentity& proven);
Result<FlowEnd> connect(const Visit& visit, IdentityDesk desk, AccountId account,
                        const ProvenIdentity& proven);

}  // namespace asterism::accounts
