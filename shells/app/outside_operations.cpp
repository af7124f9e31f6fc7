#include "libcore/outside_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> outside_operations() {
    static constexpr auto all = erase(outside_cases);
    return all;
}

}  // namespace asterism::app
