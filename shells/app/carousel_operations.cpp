#include "libcore/places/carousel.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> carousel_operations() {
    static constexpr auto all = erase(places::carousel_cases);
    return all;
}

}  // namespace asterism::app
