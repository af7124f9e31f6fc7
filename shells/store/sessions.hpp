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
    std::vector<accounts::OpenSession> list(AccountId account) const override;
    void rotate(SessionId id, std::string_view fingerprint, Instant at) override;
    bool renew(SessionId id, std::string_view from, std::string_view to, Instant at) override;
    void prove(SessionId id, Instant at) override;
    void touch(SessionId id, Instant at) override;
    void end(SessionId id, std::string_view reason, Instant at) override;
    std::int64_t end_others(AccountId account, SessionId spared, std::string_view reason,
                            Instant at) override;

private:
    std::optional<accounts::Presence> former(std::string_view fingerprint) const;

    Db& db_;
};

}  // namespace asterism::store
