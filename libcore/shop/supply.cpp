#include "libcore/shop/supply.hpp"

#include <algorithm>

#include "libcore/base/money.hpp"

namespace asterism::shop {

bool covers(const Supply& supply, std::int64_t count) {
    return !supply.left || count <= *supply.left - supply.held;
}

Result<Supply> hold(Supply supply, std::int64_t count) {
    if (!covers(supply, count)) return not_enough_left;
    supply.held += count;
    return supply;
}

Supply give_back(Supply supply, std::int64_t count) {
    supply.held -= std::min(count, supply.held);
    return supply;
}

Supply take_held(Supply supply, std::int64_t count) {
    const auto taken = std::min(count, supply.held);
    supply.held -= taken;
    if (supply.left) *supply.left -= taken;
    return supply;
}

Result<Supply> refill(Supply supply, std::int64_t count) {
    if (supply.left && __builtin_add_overflow(*supply.left, count, &*supply.left))
        return money_overflow;
    return supply;
}

}  // namespace asterism::shop
