#include "libcore/sky/night_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> sky_night_operations() {
    static constexpr auto all = erase(sky::night_cases);
    return all;
}

}  // namespace asterism::app
