#include "libcore/places/feedback.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> feedback_operations() {
    static constexpr auto all = erase(places::feedback_cases);
    return all;
}

}  // namespace asterism::app
