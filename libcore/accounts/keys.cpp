#include "libcore/accounts/keys.hpp"

#include <algorithm>

#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {
namespace {

/// So that a secret found in a log or a repository can be told for what it is.
constexpr std::string_view secret_prefix = "ast_";
constexpr std::int64_t default_days = 90;
constexpr std::int64_t most_days = 3'650;
constexpr std::size_t most_keys = 20;

bool good_name(std::string_view name) {
    return !name.empty() && is_plain_utf8(name) && code_points(name) <= 80 &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Result<ApiKey> drawn_up(Now now, Actor actor, const MakeKey& input) {
    ApiKey key;
    key.account = actor.account;
    key.name = trimmed(input.name);
    if (!good_name(key.name)) return field_error(bad_key_name, "name");
    for (const Scope scope : input.scopes) key.scopes.add(scope);
    if (key.scopes.empty()) return field_error(no_scopes, "scopes");
    const auto days = input.days.value_or(default_days);
    if (days < 1 || days > most_days) return field_error(bad_key_life, "days");
    key.created_at = now.at;
    key.expires_at = now.at + std::chrono::days{days};
    return key;
}

KeyView view_of(const ApiKey& key) {
    KeyView view{key.id, key.name, {}, key.created_at, key.expires_at, key.last_used_at};
    for (const auto& [scope, name] : names(Scope{}))
        if (key.scopes.has(scope)) view.scopes.push_back(scope);
    return view;
}

std::string handle_of(const Accounts& accounts, AccountId id) {
    const auto account = accounts.find(id);
    return account ? account->handle : std::string();
}

void note(const Run& run, Actor actor, const Accounts& accounts, std::string_view what,
          const ApiKey& key) {
    auto metadata = "key=" + std::to_string(key.id.value);
    if (key.account != actor.account) metadata += " by=" + std::to_string(actor.account.value);
    run.trail.note({what, true, key.account, handle_of(accounts, key.account), metadata});
}

}  // namespace

Result<KeyMade> make_key(const Run& run, Actor actor, const Accounts& accounts, Keys& keys,
                         const MakeKey& input) {
    auto key = drawn_up(run.now, actor, input);
    if (!key) return key.error();
    if (keys.of(actor.account).size() >= most_keys) return too_many_keys;
    auto secret = std::string(secret_prefix) + random_text(run.entropy, alphanumerics, 43);
    key->id = keys.add(*key, run.fingerprint.of(secret));
    note(run, actor, accounts, "key_made", *key);
    return KeyMade{view_of(*key), std::move(secret)};
}

Result<KeyList> list_keys(Actor actor, const Keys& keys, const NoInput&) {
    KeyList list;
    for (const ApiKey& key : keys.of(actor.account)) list.items.push_back(view_of(key));
    return list;
}

Result<KeyRevoked> revoke_key(const Run& run, Actor actor, const Accounts& accounts, Keys& keys,
                              const RevokeKey& input) {
    const auto key = keys.find(input.key);
    const bool theirs = key && (key->account == actor.account || actor.role == Role::admin);
    if (!theirs || key->revoked_at) return unknown_key;
    keys.revoke(key->id, run.now.at);
    note(run, actor, accounts, "key_revoked", *key);
    return KeyRevoked{};
}

Result<KeyResumed> resume_key(Now now, const Caller& caller, const Fingerprint& fingerprint,
                              const Keys& keys, const KeySecret& secret) {
    if (!secret.value.starts_with(secret_prefix)) return bad_key;
    const auto found = keys.find(fingerprint.of(secret.value));
    if (!found || !found->active) return bad_key;
    const ApiKey& key = found->key;
    if (key.revoked_at || (key.expires_at && now.at >= *key.expires_at)) return bad_key;
    Actor actor{key.account, found->role, {}, caller.site};
    actor.scopes = key.scopes;
    const bool stale = !key.last_used_at || now.at >= *key.last_used_at + std::chrono::minutes{1};
    return KeyResumed{actor, key.id, stale};
}

Result<Done> keep_key(Now now, Keys& keys, const KeyId& id) {
    keys.touch(id, now.at);
    return Done{};
}

}  // namespace asterism::accounts
