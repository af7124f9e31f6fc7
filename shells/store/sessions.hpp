#pragma once

#include "libcore/accounts/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlSessions final : public accounts::Sessions {
public:
    explicit SqlSessions(Db& db) : db_(db) {}

    SessionId open(AccountId account, SiteId site, std::string_view fingerprint,
                   const accounts::Lifetime& lifetime, Instant at, const Caller& caller) override;
    std::optional<accounts::Presence> find(std::string_view fingerprint) const override;
    std::optional<accounts::Session> find(SessionId id) const override;
    void rotate(SessionId id, std::string_view fingerprint) override;
    void touch(SessionId id, Instant at) override;
    void end(SessionId id, std::string_view reason, Instant at) override;
    std::int64_t end_others(AccountId account, SessionId spared, std::string_view reason,
                            Instant at) override;

private:
    Db& db_;
};

}  // namespace asterism::store
