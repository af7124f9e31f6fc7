#include "libcore/badges/upkeep.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> badge_upkeep_operations() {
    static constexpr auto all = erase(badges::upkeep_cases);
    return all;
}

}  // namespace asterism::app
