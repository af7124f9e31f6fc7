#pragma once

#include "shells/cli/demo/picture.hpp"

namespace asterism::cli::demo {

/// A night outdoors: the sky from the horizon's glow to the zenith, stars, the Milky Way, hills.
/// Each seed gives another one, the same each time.
Picture draw_night(int width, int height, std::uint64_t seed);

}  // namespace asterism::cli::demo
