#include "libcore/accounts/own_account.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> self_operations() {
    static constexpr auto all = erase(accounts::self_cases);
    return all;
}

}  // namespace asterism::app
