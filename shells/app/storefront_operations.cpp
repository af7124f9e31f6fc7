#include "libcore/storefront.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> storefront_operations() {
    static constexpr auto all = erase(storefront_cases);
    return all;
}

}  // namespace asterism::app
