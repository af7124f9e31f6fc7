#pragma once

#include "libcore/base/result.hpp"
#include "libcore/places/inputs.hpp"

namespace asterism::places {

/// The field that is refused, and why.
std::optional<Error> refusal(const DescribePlace& input);

/// Makes the place what is said of it; what is not said stays.
void describe(Place& place, const DescribePlace& input);

}  // namespace asterism::places
