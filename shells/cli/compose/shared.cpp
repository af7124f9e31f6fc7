#include "shells/cli/compose/shared.hpp"

#include <utility>

#include "shells/cli/compose.hpp"
#include "shells/cli/compose/rasters.hpp"

namespace asterism::cli {

Shared::Shared(Settings settings)
    : settings_(std::move(settings)),
      log_(log_of(settings_)),
      hasher(entropy, {.alarm = [this](std::string_view what) { log_.write(Level::error, what); }}),
      light_map(raster_path_of(settings_), raster_report(settings_, log_),
                settings_.has("sky.raster")) {}

}  // namespace asterism::cli
