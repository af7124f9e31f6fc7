#include "libcore/accounts/oversight.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> oversight_operations() {
    static constexpr auto all = erase(accounts::oversight_cases);
    return all;
}

}  // namespace asterism::app
