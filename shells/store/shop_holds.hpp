#pragma once

#include "libcore/shop/order_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlHolds final : public shop::Holds {
public:
    explicit SqlHolds(Db& db) : db_(db) {}

    std::optional<shop::Shortage> hold(const shop::Claim& claim) override;
    void give_back(const shop::Claim& claim) override;
    void take_held(const shop::Claim& claim) override;
    void refill(std::span<const shop::CartLine> pieces) override;

private:
    Db& db_;
};

}  // namespace asterism::store
