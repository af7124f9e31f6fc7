#include "libcore/crm/preferences.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> preference_operations() {
    static constexpr auto all = erase(crm::preference_cases);
    return all;
}

}  // namespace asterism::app
