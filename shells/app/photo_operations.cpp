#include "libcore/places/photos.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> photo_operations() {
    static constexpr auto all = erase(places::photo_cases);
    return all;
}

}  // namespace asterism::app
