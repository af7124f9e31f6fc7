#include "libcore/places/gallery.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> gallery_operations() {
    static constexpr auto all = erase(places::gallery_cases);
    return all;
}

}  // namespace asterism::app
