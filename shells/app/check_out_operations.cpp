#include "libcore/shop/check_out.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> check_out_operations() {
    static constexpr auto all = erase(shop::check_out_cases);
    return all;
}

}  // namespace asterism::app
