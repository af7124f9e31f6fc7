#include "libcore/audit/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> audit_operations() {
    static constexpr auto all = erase(audit::use_cases);
    return all;
}

}  // namespace asterism::app
