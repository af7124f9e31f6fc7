#pragma once

#include <algorithm>

#include "tests/fakes/memory_shop.hpp"

namespace asterism::tests {

class MemoryHolds : public shop::Holds {
public:
    MemoryHolds(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<shop::Shortage> hold(const shop::Claim& claim) override;
    void give_back(const shop::Claim& claim) override;
    void take_held(const shop::Claim& claim) override;
    void refill(std::span<const shop::CartLine> pieces) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryCheckouts : public shop::Checkouts {
public:
    MemoryCheckouts(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    shop::CheckoutId add(const shop::Checkout& checkout, Instant at) override;
    std::optional<shop::Checkout> find_by_session(std::string_view session) const override;
    std::optional<shop::Checkout> hold(std::string_view reference) override;
    std::optional<shop::Checkout> hold_by_session(std::string_view session) override;
    std::optional<shop::Checkout> hold_open(shop::CartId cart) override;
    std::vector<shop::Checkout> hold_overdue(Instant now, std::int64_t limit) override;
    void save(const shop::Checkout& checkout) override;
    void follow(shop::CartId from, const shop::Cart& into) override;
    void forget(AccountId account) override;
    std::int64_t forget_unpaid(Instant before, std::int64_t limit) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryOrders : public shop::Orders {
public:
    MemoryOrders(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    shop::Placed add(const shop::OrderPlan& plan) override;
    std::optional<shop::PlacedOrder> find(std::string_view identifier) const override;
    std::optional<shop::PlacedOrder> hold(std::string_view identifier) override;
    std::vector<shop::PlacedOrder> list(AccountId account,
                                        const shop::OrderWindow& window) const override;
    bool add_status(shop::OrderId order, const shop::StatusEntry& entry) override;
    void set_tracking(shop::OrderId order, std::string_view number) override;
    void set_secret(shop::OrderId order, std::string_view print) override;
    std::int64_t join(AccountId account, std::string_view normal) override;
    void forget(AccountId account) override;

private:
    shop::PlacedOrder& row(shop::OrderId id);

    ShopTables& tables_;
    Calls& calls_;
};

class MemoryIncidents : public shop::Incidents {
public:
    MemoryIncidents(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    bool add(const shop::Incident& incident) override;
    std::vector<shop::OpenIncident> open(std::int64_t limit) const override;
    bool settle(shop::IncidentId id, AccountId by, std::string_view note, Instant at) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryHeardCalls : public shop::HeardCalls {
public:
    MemoryHeardCalls(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    bool note(std::string_view id, Instant at) override {
        return calls_.write([&] { return tables_.heard.emplace(id, at).second; });
    }

    std::int64_t count(Instant before) const override {
        return calls_.read([&] {
            return std::ranges::count_if(tables_.heard,
                                         [&](const auto& each) { return each.second < before; });
        });
    }

    std::int64_t forget(Instant before, std::int64_t limit) override {
        return calls_.write([&] {
            return std::int64_t(std::erase_if(tables_.heard, [&](const auto& each) {
                return each.second < before && limit-- > 0;
            }));
        });
    }

private:
    ShopTables& tables_;
    Calls& calls_;
};

/// Opens the counters cs_1, cs_2 ... , one for each reference, and says of them what a test told.
class PlainPayments : public shop::Payments {
public:
    Result<shop::PayCounter> open(const shop::CounterRequest& request) const override;
    Result<std::optional<shop::Payment>> look(std::string_view session) const override;
    Result<Done> close(std::string_view session) const override;

    mutable std::vector<shop::CounterRequest> requests;  ///< by counter
    mutable std::vector<std::string> closed;             ///< sessions
    std::vector<shop::Payment> payments;
    const Fault* trouble = nullptr;
};

}  // namespace asterism::tests
