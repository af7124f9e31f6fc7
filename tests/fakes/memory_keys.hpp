#pragma once

#include <algorithm>

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryKeys : public accounts::Keys {
public:
    MemoryKeys(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    accounts::KeyId add(const accounts::ApiKey& key, std::string_view fingerprint) override {
        return calls_.write([&] {
            auto kept = key;
            kept.id = {std::ssize(tables_.keys) + 1};
            tables_.keys.push_back({kept, std::string(fingerprint)});
            return kept.id;
        });
    }

    std::optional<accounts::KeyPresence> find(std::string_view fingerprint) const override {
        return calls_.read([&]() -> std::optional<accounts::KeyPresence> {
            for (const KeyRow& row : tables_.keys) {
                if (row.fingerprint != fingerprint) continue;
                const auto& account =
                    tables_.accounts.at(static_cast<std::size_t>(row.key.account.value - 1))
                        .account;
                return accounts::KeyPresence{row.key, account.role, account.active};
            }
            return std::nullopt;
        });
    }

    std::optional<accounts::ApiKey> find(accounts::KeyId id) const override {
        return calls_.read([&]() -> std::optional<accounts::ApiKey> {
            for (const KeyRow& row : tables_.keys)
                if (row.key.id == id) return row.key;
            return std::nullopt;
        });
    }

    std::vector<accounts::ApiKey> of(AccountId account) const override {
        return calls_.read([&] {
            std::vector<accounts::ApiKey> out;
            for (const KeyRow& row : tables_.keys)
                if (row.key.account == account && !row.key.revoked_at) out.push_back(row.key);
            std::ranges::reverse(out);
            return out;
        });
    }

    void touch(accounts::KeyId id, Instant at) override {
        calls_.write([&] {
            each([&](auto& key) {
                if (key.id == id) key.last_used_at = at;
            });
        });
    }

    void revoke(accounts::KeyId id, Instant at) override {
        calls_.write([&] {
            each([&](auto& key) {
                if (key.id == id) key.revoked_at = at;
            });
        });
    }

    void revoke_all(AccountId account, Instant at) override {
        calls_.write([&] {
            each([&](auto& key) {
                if (key.account == account && !key.revoked_at) key.revoked_at = at;
            });
        });
    }

private:
    void each(auto change) {
        for (KeyRow& row : tables_.keys) change(row.key);
    }

    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
