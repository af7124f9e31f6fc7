#include "libcore/site.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> site_operations() {
    static constexpr auto all = erase(site_cases);
    return all;
}

}  // namespace asterism::app
