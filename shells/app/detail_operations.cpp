#include "libcore/places/detail.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> detail_operations() {
    static constexpr auto all = erase(places::detail_cases);
    return all;
}

}  // namespace asterism::app
