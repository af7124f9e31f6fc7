#pragma once

#include <memory>

#include "libcore/media/ports.hpp"
#include "shells/cli/demo/picture.hpp"

namespace asterism::cli {

/// A picture that was drawn here, as a file on its way in.
std::unique_ptr<media::Arrival> take_in(media::Files& files, const demo::Picture& picture);

}  // namespace asterism::cli
