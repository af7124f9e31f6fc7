#pragma once

#include <cstdint>

namespace asterism::cli {

/// How many files and sockets this process may have open, after it has asked for all it may have.
std::uint64_t most_descriptors();

}  // namespace asterism::cli
