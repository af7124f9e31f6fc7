#include "libcore/places/comments.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> comments_operations() {
    static constexpr auto all = erase(places::comment_cases);
    return all;
}

}  // namespace asterism::app
