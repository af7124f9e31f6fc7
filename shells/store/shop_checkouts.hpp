#pragma once

#include "libcore/shop/order_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlCheckouts final : public shop::Checkouts {
public:
    explicit SqlCheckouts(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
