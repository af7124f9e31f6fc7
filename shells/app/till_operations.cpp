#include "libcore/shop/at_the_till.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> till_operations() {
    static constexpr auto all = erase(shop::till_cases);
    return all;
}

}  // namespace asterism::app
