#include "libcore/shop/desk_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> shop_desk_operations() {
    static constexpr auto all = erase(shop::desk_cases);
    return all;
}

}  // namespace asterism::app
