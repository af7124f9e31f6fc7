#include "libcore/community/reports.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> report_operations() {
    static constexpr auto all = erase(community::report_cases);
    return all;
}

}  // namespace asterism::app
