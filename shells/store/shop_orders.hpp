#pragma once

#include "libcore/shop/order_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlOrders final : public shop::Orders {
public:
    explicit SqlOrders(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
