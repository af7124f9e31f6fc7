#include "libcore/shop/order_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> order_operations() {
    static constexpr auto all = erase(shop::order_cases);
    return all;
}

}  // namespace asterism::app
