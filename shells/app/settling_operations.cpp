#include "libcore/shop/settling.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> settling_operations() {
    static constexpr auto all = erase(shop::settling_cases);
    return all;
}

}  // namespace asterism::app
