#include "libcore/places/upkeep.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> upkeep_operations() {
    static constexpr auto all = erase(places::upkeep_cases);
    return all;
}

}  // namespace asterism::app
