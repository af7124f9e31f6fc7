#include "shells/outside/rgb_png.hpp"

#include <png.h>
#include <stdexcept>

namespace asterism::outside {

std::string png_of_rgb(std::string_view rgb, int width, int height) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(bytes, '\0');
    if (rgb.size() != std::size_t{3} * image.width * image.height ||
        ::png_image_write_to_memory(&image, out.data(), &bytes, 0, rgb.data(), 3 * width,
                                    nullptr) == 0)
        throw std::runtime_error(std::string("a picture cannot be written: ") + image.message);
    out.resize(bytes);
    return out;
}

}  // namespace asterism::outside
