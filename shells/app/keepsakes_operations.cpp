#include "libcore/places/keepsakes.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> keepsakes_operations() {
    static constexpr auto all = erase(places::keepsake_cases);
    return all;
}

}  // namespace asterism::app
