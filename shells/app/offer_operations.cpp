#include "libcore/shop/offers.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> offer_operations() {
    static constexpr auto all = erase(shop::offer_cases);
    return all;
}

}  // namespace asterism::app
