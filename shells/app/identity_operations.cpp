#include "libcore/accounts/identity_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> identity_operations() {
    static constexpr auto all = erase(accounts::identity_cases);
    return all;
}

}  // namespace asterism::app
