#include "libcore/community/votes.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> vote_operations() {
    static constexpr auto all = erase(community::vote_cases);
    return all;
}

}  // namespace asterism::app
