#include "libcore/crm/inquiries.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> inquiry_operations() {
    static constexpr auto all = erase(crm::inquiry_cases);
    return all;
}

}  // namespace asterism::app
