#pragma once

#include <memory>

#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/zones.hpp"
#include "shells/cli/arguments.hpp"

namespace asterism::cli {

/// What the verbs of the sky need of this machine: no database, and no data folder is made.

/// The system's time zones.
const sky::Zones& world_zones();

/// The map of light pollution that the settings name, or that lies in the data folder; never
/// available where there is none. Says on standard error why one that there is cannot be used.
std::unique_ptr<const sky::LightMap> light_map_of(const Arguments& given);

}  // namespace asterism::cli
