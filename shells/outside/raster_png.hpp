#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace asterism::outside {

/// A square PNG with a palette: 0 is transparent, 1 to 9 have the colours of Bortle's classes.
/// Throws std::runtime_error where libpng cannot write it.
std::string png_of_classes(std::span<const std::uint8_t> classes, int pixels);

}  // namespace asterism::outside
