#include "libcore/sky/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> sky_operations() {
    static constexpr auto all = erase(sky::use_cases);
    return all;
}

}  // namespace asterism::app
