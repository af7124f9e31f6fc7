#include "libcore/shop/merchandise.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> merchandise_operations() {
    static constexpr auto all = erase(shop::merchandise_cases);
    return all;
}

}  // namespace asterism::app
