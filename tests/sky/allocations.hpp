#pragma once

#include <cstddef>

namespace asterism::sky {

/// How often this program has asked for memory with `new` so far.
std::size_t allocations();

}  // namespace asterism::sky
