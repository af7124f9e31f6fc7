#include "shells/cli/compose/pictures.hpp"

#include "shells/outside/rgb_png.hpp"

namespace asterism::cli {

std::unique_ptr<media::Arrival> take_in(media::Files& files, const demo::Picture& picture) {
    auto out = files.begin(media::Format::png);
    out->append(outside::png_of_rgb(picture.rgb(), picture.width(), picture.height()));
    return out;
}

}  // namespace asterism::cli
