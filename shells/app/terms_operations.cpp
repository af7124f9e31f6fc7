#include "libcore/accounts/terms.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> terms_operations() {
    static constexpr auto all = erase(accounts::terms_cases);
    return all;
}

}  // namespace asterism::app
