#include "libcore/badges/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> badges_operations() {
    static constexpr auto all = erase(badges::use_cases);
    return all;
}

}  // namespace asterism::app
