#pragma once

#include "libcore/accounts/keys.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlKeys final : public accounts::Keys {
public:
    explicit SqlKeys(Db& db) : db_(db) {}

    accounts::KeyId add(const accounts::ApiKey& key, std::string_view fingerprint) override;
    std::optional<accounts::KeyPresence> find(std::string_view fingerprint) const override;
    std::optional<accounts::ApiKey> find(accounts::KeyId id) const override;
    std::vector<accounts::ApiKey> of(AccountId account) const override;
    void touch(accounts::KeyId id, Instant at) override;
    void revoke(accounts::KeyId id, Instant at) override;
    void revoke_all(AccountId account, Instant at) override;

private:
    Db& db_;
};

}  // namespace asterism::store
