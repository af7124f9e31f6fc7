#include "shells/cli/compose/sky_ports.hpp"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "shells/cli/compose/rasters.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/zones.hpp"

namespace asterism::cli {

const sky::Zones& world_zones() {
    static const outside::SystemZones zones;
    return zones;
}

std::unique_ptr<const sky::LightMap> light_map_of(const Arguments& given) {
    const auto settings = settings_of(given);
    const auto path = raster_path_of(settings);
    std::error_code unknown;
    if (!settings.has("sky.raster") && !std::filesystem::exists(path, unknown))
        return std::make_unique<sky::NoLightMap>();
    return std::make_unique<outside::RasterMap>(path, [path](std::string_view why) {
        say(fmt::format("{} cannot be used, so light is estimated from the towns around: {}", path,
                        why));
    });
}

}  // namespace asterism::cli
