#pragma once

#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/argon2.hpp"
#include "shells/outside/compressor.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/outside/image_workers.hpp"
#include "shells/outside/raster_map.hpp"
#include "shells/outside/raster_tiles.hpp"
#include "shells/outside/zones.hpp"

namespace asterism::cli {

/// What a process has once, however many tenants it serves: what knows nothing of anybody, and what
/// is bounded because the machine is. Has to outlive the compositions that use it.
class Shared {
public:
    /// As the settings of the installation say, not those of one tenant.
    explicit Shared(Settings settings);

    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

private:
    Settings settings_;
    Log log_;

public:
    outside::SystemEntropy entropy;
    outside::Argon2Hasher hasher;
    outside::SystemCompressor compressor;
    outside::ImageWorkers image_workers;
    outside::SystemZones zones;
    outside::RasterMap light_map;
    outside::RasterTiles tiles{light_map};
};

}  // namespace asterism::cli
