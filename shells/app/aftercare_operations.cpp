#include "libcore/shop/aftercare.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> aftercare_operations() {
    static constexpr auto all = erase(shop::aftercare_cases);
    return all;
}

}  // namespace asterism::app
