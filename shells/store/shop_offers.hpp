#pragma once

#include "libcore/shop/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlDiscounts final : public shop::Discounts {
public:
    explicit SqlDiscounts(Db& db) : db_(db) {}

    std::optional<shop::Discount> find(std::string_view code) const override;
    std::vector<shop::Discount> of(std::span<const shop::DiscountId> ids) const override;
    std::vector<shop::Discount> all() const override;
    std::optional<shop::DiscountId> add(const shop::Discount& discount) override;
    std::optional<shop::Discount> hold(shop::DiscountId id) override;
    void save(const shop::Discount& discount) override;

private:
    Db& db_;
};

class SqlShippingMethods final : public shop::ShippingMethods {
public:
    explicit SqlShippingMethods(Db& db) : db_(db) {}

    std::vector<shop::ShippingMethod> all() const override;
    std::optional<shop::ShippingMethodId> add(const shop::ShippingMethod& method) override;
    std::optional<shop::ShippingMethod> hold(std::string_view identifier) override;
    void save(const shop::ShippingMethod& method) override;

private:
    Db& db_;
};

class SqlStatuses final : public shop::Statuses {
public:
    explicit SqlStatuses(Db& db) : db_(db) {}

    std::vector<shop::Status> all() const override;
    bool add(const shop::Status& status) override;
    std::optional<shop::Status> hold(std::string_view identifier) override;
    void save(const shop::Status& status) override;

private:
    Db& db_;
};

}  // namespace asterism::store
