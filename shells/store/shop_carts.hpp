#pragma once

#include "libcore/shop/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlCarts final : public shop::Carts {
public:
    explicit SqlCarts(Db& db) : db_(db) {}

    std::optional<shop::Cart> find(const shop::Owner& owner) const override;
    std::optional<shop::Cart> hold(const shop::Owner& owner) override;
    std::optional<shop::Cart> hold(shop::CartId id) override;
    std::optional<shop::Cart> hold_of(std::string_view reference) override;
    shop::Cart open(const shop::Owner& owner) override;
    void save(const shop::Cart& cart, Instant at) override;
    void remove(shop::CartId id) override;
    std::int64_t count_stale(Instant before) const override;
    std::int64_t drop_stale(Instant before, std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
