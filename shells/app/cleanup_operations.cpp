#include "libcore/accounts/cleanup.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> cleanup_operations() {
    static constexpr auto all = erase(accounts::cleanup_cases);
    return all;
}

}  // namespace asterism::app
