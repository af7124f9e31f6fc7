#include "libcore/places/reviews.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> reviews_operations() {
    static constexpr auto all = erase(places::review_cases);
    return all;
}

}  // namespace asterism::app
