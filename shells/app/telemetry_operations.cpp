#include "libcore/telemetry/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> telemetry_operations() {
    static constexpr auto all = erase(telemetry::use_cases);
    return all;
}

}  // namespace asterism::app
