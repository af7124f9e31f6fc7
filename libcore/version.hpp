#pragma once

#include <string_view>

namespace asterism {

/// The version of this library, as its build file has it: "0.1.0".
std::string_view version();

}  // namespace asterism
