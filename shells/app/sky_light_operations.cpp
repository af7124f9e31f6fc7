#include "libcore/sky/light_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> sky_light_operations() {
    static constexpr auto all = erase(sky::light_cases);
    return all;
}

}  // namespace asterism::app
