#include "libcore/community/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> community_operations() {
    static constexpr auto all = erase(community::use_cases);
    return all;
}

}  // namespace asterism::app
