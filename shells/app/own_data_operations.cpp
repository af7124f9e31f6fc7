#include "libcore/own_data.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> own_data_operations() {
    static constexpr auto all = erase(own_data_cases);
    return all;
}

}  // namespace asterism::app
