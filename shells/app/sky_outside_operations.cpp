#include "libcore/sky/outside_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> sky_outside_operations() {
    static constexpr auto all = erase(sky::outside_cases);
    return all;
}

}  // namespace asterism::app
