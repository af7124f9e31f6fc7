#pragma once

#include <string>
#include <string_view>

namespace asterism::outside {

/// A PNG of rows from the top, three bytes a pixel: red, green, blue. Quick rather than small.
std::string png_of_rgb(std::string_view rgb, int width, int height);

}  // namespace asterism::outside
