#include "libcore/community/moderation.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> moderation_operations() {
    static constexpr auto all = erase(community::moderation_cases);
    return all;
}

}  // namespace asterism::app
