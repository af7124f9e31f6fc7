#include "libcore/places/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> places_operations() {
    static constexpr auto all = erase(places::use_cases);
    return all;
}

}  // namespace asterism::app
