#include "libcore/accounts/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> accounts_operations() {
    static constexpr auto all = erase(accounts::use_cases);
    return all;
}

}  // namespace asterism::app
