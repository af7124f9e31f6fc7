#pragma once

#include <span>

#include "shells/outside/images/job.hpp"

namespace asterism::outside::images {

/// Sets vips up for pictures from strangers. False where it cannot be used.
bool start_vips(const char* program);

/// Reads a picture from `in` and writes it as JPEG, once for each size, to the files of `out`:
/// its first frame, upright, on white, in sRGB, with nothing but its pixels.
Report develop(const Request& request, int in, std::span<const int> out);

}  // namespace asterism::outside::images
