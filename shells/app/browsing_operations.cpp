#include "libcore/shop/browsing.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> browsing_operations() {
    static constexpr auto all = erase(shop::browsing_cases);
    return all;
}

}  // namespace asterism::app
