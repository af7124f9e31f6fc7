#include "libcore/shop/cart_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> cart_operations() {
    static constexpr auto all = erase(shop::cart_cases);
    return all;
}

}  // namespace asterism::app
