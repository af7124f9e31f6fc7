#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/accounts/context.hpp"
#include "libcore/base/scopes.hpp"

namespace asterism::accounts {

using KeyId = Id<struct KeyTag>;

/// A secret by which a program acts for an account, within scopes and until it expires.
struct ApiKey {
    KeyId id;
    AccountId account;
    std::string name;
    Scopes scopes;
    Instant created_at;
    std::optional<Instant> expires_at;
    std::optional<Instant> last_used_at;
    std::optional<Instant> revoked_at;
};

/// A key joined with what every request needs of its account.
struct KeyPresence {
    ApiKey key;
    Role role = Role::user;
    bool active = true;
};

class Keys : public Stored {
public:
    virtual KeyId add(const ApiKey& key, std::string_view fingerprint) = 0;
    virtual std::optional<KeyPresence> find(std::string_view fingerprint) const = 0;
    virtual std::optional<ApiKey> find(KeyId id) const = 0;
    /// Those that can still be used or have expired, newest first; not the revoked.
    virtual std::vector<ApiKey> of(AccountId account) const = 0;
    virtual void touch(KeyId id, Instant at) = 0;
    virtual void revoke(KeyId id, Instant at) = 0;
    /// Revokes every key of the account: what a thief may have made must not outlive a new
    /// password.
    virtual void revoke_all(AccountId account, Instant at) = 0;
};

struct MakeKey {
    std::string name;
    std::vector<Scope> scopes;
    std::optional<std::int64_t> days;

    static constexpr void fields(auto&& see) {
        see("name", &MakeKey::name, "What it is for, 1 to 80 characters on one line.");
        see("scopes", &MakeKey::scopes, "What it may do.");
        see("days", &MakeKey::days, "How long it is good, 1 to 3650 days; 90 if not given.");
    }
};

struct KeyView {
    KeyId id;
    std::string name;
    std::vector<Scope> scopes;
    Instant created_at;
    std::optional<Instant> expires_at;
    std::optional<Instant> last_used_at;

    static constexpr void fields(auto&& see) {
        see("id", &KeyView::id, "The key's number.");
        see("name", &KeyView::name, "What it is for.");
        see("scopes", &KeyView::scopes, "What it may do.");
        see("created_at", &KeyView::created_at, "When it was made.");
        see("expires_at", &KeyView::expires_at, "When it ends.");
        see("last_used_at", &KeyView::last_used_at, "When it was last used, within a minute.");
    }
};

/// The only answer that ever holds the secret.
struct KeyMade {
    KeyView key;
    std::string secret;

    static constexpr void fields(auto&& see) {
        see("key", &KeyMade::key, "The new key.");
        see("secret", &KeyMade::secret,
            "Sent as `Authorization: Bearer …`. Shown this once; nobody can look it up later.");
    }
};

struct KeyList {
    std::vector<KeyView> items;

    static constexpr void fields(auto&& see) {
        see("items", &KeyList::items, "The account's keys, newest first.");
    }
};

struct RevokeKey {
    KeyId key;

    static constexpr void fields(auto&& see) { see("key", &RevokeKey::key, "The key's number."); }
};

struct KeyRevoked {
    bool revoked = true;

    static constexpr void fields(auto&& see) {
        see("revoked", &KeyRevoked::revoked, "The key opens nothing any more.");
    }
};

Result<KeyMade> make_key(const Run& run, Actor actor, const Accounts& accounts, Keys& keys,
                         const MakeKey& input);
Result<KeyList> list_keys(Actor actor, const Keys& keys, const NoInput& input);
/// An administrator may revoke anybody's.
Result<KeyRevoked> revoke_key(const Run& run, Actor actor, const Accounts& accounts, Keys& keys,
                              const RevokeKey& input);

/// The account behind a key's secret: what a shell asks before anything else. Not in the catalogue.
struct KeySecret {
    std::string_view value;
};

struct KeyResumed {
    Actor actor;
    KeyId key;
    bool stale = false;  ///< its last use is worth writing again
};

Result<KeyResumed> resume_key(Now now, const Caller& caller, const Fingerprint& fingerprint,
                              const Keys& keys, const KeySecret& secret);
Result<Done> keep_key(Now now, Keys& keys, const KeyId& id);

inline constexpr UseCases key_cases{
    use_case<&make_key>("make_key", "Makes an API key, whose secret is shown this once."),
    use_case<&list_keys>("list_keys", "Lists one's own API keys."),
    use_case<&revoke_key>("revoke_key", "Revokes an API key."),
};

}  // namespace asterism::accounts
