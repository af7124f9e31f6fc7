#include "libcore/crm/joining.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> joining_operations() {
    static constexpr auto all = erase(crm::joining_cases);
    return all;
}

}  // namespace asterism::app
