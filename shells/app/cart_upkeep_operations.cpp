#include "libcore/shop/cart_upkeep.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> cart_upkeep_operations() {
    static constexpr auto all = erase(shop::cart_upkeep_cases);
    return all;
}

}  // namespace asterism::app
