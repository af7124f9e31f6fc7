#pragma once

#include <string>

#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/raster_import.hpp"
#include "shells/outside/raster_map.hpp"

namespace asterism::cli {

/// The file that is configured, or the one that lies in the data folder.
std::string raster_path_of(const Settings& settings);

/// Logs why the map is of no use; not that there is none where nobody configured one. Both have to
/// outlive it.
outside::RasterMap::Report raster_report(const Settings& settings, const Log& log);

/// The three that follow throw Trouble.
outside::RasterBuilt build_raster(const outside::RasterImport& wanted);
outside::RasterCheck check_raster(const std::string& path);
outside::RasterCheck show_raster(const std::string& path);

}  // namespace asterism::cli
