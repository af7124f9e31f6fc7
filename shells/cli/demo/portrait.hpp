#pragma once

#include "shells/cli/demo/picture.hpp"
#include "shells/cli/demo/tables.hpp"

namespace asterism::cli::demo {

/// A planet, a moon, a comet or a star before the dark: what stands for somebody. A square.
Picture draw_portrait(Portrait what, int side, std::uint64_t seed);

}  // namespace asterism::cli::demo
