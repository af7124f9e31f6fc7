#pragma once

#include "libcore/telemetry/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlClientEvents final : public telemetry::ClientEvents {
public:
    explicit SqlClientEvents(Db& db) : db_(db) {}

    void add(const telemetry::ClientEvent& event) override;
    std::vector<telemetry::ClientEvent> latest(std::int64_t limit) const override;
    void forget(AccountId account) override;
    std::int64_t drop_before(Instant when, std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
