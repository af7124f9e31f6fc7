#include "shells/outside/raster_png.hpp"

#include <array>
#include <png.h>
#include <stdexcept>

#include "libcore/sky/tile.hpp"

namespace asterism::outside {
namespace {

constexpr std::size_t entries = 10;

std::array<png_byte, 4 * entries> colour_map() {
    std::array<png_byte, 4 * entries> out{};
    auto place = out.begin() + 4;
    for (const auto& [red, green, blue] : sky::bortle_colours())
        for (const png_byte each : {red, green, blue, std::uint8_t{255}}) *place++ = each;
    return out;
}

}  // namespace

std::string png_of_classes(std::span<const std::uint8_t> classes, int pixels) {
    static const auto colours = colour_map();
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = image.height = static_cast<png_uint_32>(pixels);
    image.format = PNG_FORMAT_RGBA_COLORMAP;
    image.flags = PNG_IMAGE_FLAG_FAST;
    image.colormap_entries = entries;
    png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(bytes, '\0');
    if (classes.size() != std::size_t{image.width} * image.height ||
        ::png_image_write_to_memory(&image, out.data(), &bytes, 0, classes.data(), pixels,
                                    colours.data()) == 0)
        throw std::runtime_error(std::string("a tile cannot be painted: ") + image.message);
    out.resize(bytes);
    return out;
}

}  // namespace asterism::outside
