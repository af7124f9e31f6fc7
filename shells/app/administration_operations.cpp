#include "libcore/accounts/administration.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> administration_operations() {
    static constexpr auto all = erase(accounts::administration_cases);
    return all;
}

}  // namespace asterism::app
