#pragma once

#include "shells/app/sky_tiles.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/message.hpp"
#include "shells/http/routes.hpp"
#include "shells/http/target.hpp"
#include "shells/http/throttle.hpp"

namespace asterism::http {

inline constexpr std::string_view sky_tiles_prefix = "/v1/sky/tiles/";

/// Who paints, and how often for one client.
struct TileService {
    const app::SkyTiles* tiles;  ///< null: there is no map
    const Throttle& throttle;
    HeaderKind kind;
};

/// Answers a GET or HEAD below it: `{z}/{x}/{y}.png`, of 256 pixels a side, or of 512 with `@2x`
/// before the dot or `size=512` in the query; and `legend`, which tells colours, limits and source.
/// `scheme` in the query chooses the classes. False for other addresses.
bool answer_sky_tiles(const Request& request, const Target& target, const TileService& service,
                      const RequestFacts& facts, Response& response);

}  // namespace asterism::http
