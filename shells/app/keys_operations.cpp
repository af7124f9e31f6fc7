#include "libcore/accounts/keys.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> keys_operations() {
    static constexpr auto all = erase(accounts::key_cases);
    return all;
}

}  // namespace asterism::app
