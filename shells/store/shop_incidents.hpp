#pragma once

#include "libcore/shop/order_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlIncidents final : public shop::Incidents {
public:
    explicit SqlIncidents(Db& db) : db_(db) {}

    bool add(const shop::Incident& incident) override;
    std::vector<shop::OpenIncident> open(std::int64_t limit) const override;
    bool settle(shop::IncidentId id, AccountId by, std::string_view note, Instant at) override;

private:
    Db& db_;
};

class SqlHeardCalls final : public shop::HeardCalls {
public:
    explicit SqlHeardCalls(Db& db) : db_(db) {}

    bool note(std::string_view id, Instant at) override;
    std::int64_t count(Instant before) const override;
    std::int64_t forget(Instant before, std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
