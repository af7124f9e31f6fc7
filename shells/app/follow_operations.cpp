#include "libcore/community/follows.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> follow_operations() {
    static constexpr auto all = erase(community::follow_cases);
    return all;
}

}  // namespace asterism::app
