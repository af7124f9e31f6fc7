#include "shells/outside/mapbox.hpp"

#include <array>
#include <cstdint>
#include <png.h>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "libcore/base/text.hpp"
#include "shells/app/json.hpp"
#include "shells/outside/form.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using sky::PlaceAddress;

constexpr int terrain_zoom = 14;
constexpr std::uint32_t tile_pixels = 256;
constexpr std::size_t longest_part = 200;

std::string text_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    if (!value || !value->is_string()) return {};
    const auto text = trimmed(value->get_string());
    return text.size() <= longest_part ? std::string(text) : std::string();
}

bool is_kind(const json::object& feature, std::string_view kind) {
    const auto* kinds = feature.if_contains("place_type");
    return kinds && kinds->is_array() && !kinds->get_array().empty() &&
           kinds->get_array().front() == json::value(json::string(kind));
}

std::optional<PlaceAddress> read_address(std::string_view body) {
    const auto parsed = app::parse_strict(body);
    const auto* object = parsed ? parsed->if_object() : nullptr;
    const auto* features = object ? object->if_contains("features") : nullptr;
    if (!features || !features->is_array()) return std::nullopt;
    PlaceAddress out;
    for (const auto& each : features->get_array()) {
        const auto* feature = each.if_object();
        if (!feature) return std::nullopt;
        const auto take = [&](std::string_view kind, std::string& into) {
            if (into.empty() && is_kind(*feature, kind)) into = text_in(*feature, "text");
        };
        take("place", out.locality);
        take("region", out.region);
        take("country", out.country);
    }
    return out;
}

/// The height in a tile's picture; none if it is no such picture.
std::optional<double> read_height(const std::string& body, const sky::TerrainPixel& pixel) {
    png_image picture{};
    picture.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&picture, body.data(), body.size()) == 0)
        return std::nullopt;
    picture.format = PNG_FORMAT_RGB;
    if (picture.width != tile_pixels || picture.height != tile_pixels) {
        png_image_free(&picture);
        return std::nullopt;
    }
    std::vector<std::uint8_t> colours(PNG_IMAGE_SIZE(picture));
    if (png_image_finish_read(&picture, nullptr, colours.data(), 0, nullptr) == 0)
        return std::nullopt;
    const auto at = 3 * (static_cast<std::size_t>(pixel.row) * tile_pixels +
                         static_cast<std::size_t>(pixel.column));
    return sky::terrain_metres(colours.at(at), colours.at(at + 1), colours.at(at + 2));
}

}  // namespace

Mapbox::Mapbox(MapboxOptions options, const HttpClient& http, ServiceAlarm alarm)
    : options_(std::move(options)),
      addresses_("addresses", http, alarm),
      terrain_("terrain", http, alarm) {}

std::string Mapbox::with_key(std::string address, char joint) const {
    return options_.url + std::move(address) + joint +
           "access_token=" + percent_encoded(options_.key);
}

std::optional<PlaceAddress> Mapbox::address(const sky::Place& place, Instant at) const {
    auto url = with_key(fmt::format("/geocoding/v5/mapbox.places/{:.6f},{:.6f}.json"
                                    "?types=place,region,country",
                                    place.longitude.value, place.latitude.value),
                        '&');
    const auto got =
        addresses_.ask({std::move(url), {"Accept: application/json"}}, at, options_.time);
    if (!got.answer) return std::nullopt;
    auto out = got.answer->status == 200 ? read_address(got.answer->body) : std::nullopt;
    if (!out) addresses_.complain(fmt::format("status {}, no address in it", got.answer->status));
    return out;
}

std::optional<double> Mapbox::elevation_metres(const sky::Place& place, Instant at) const {
    const auto pixel = sky::terrain_pixel(place, terrain_zoom);
    auto url = with_key(fmt::format("/v4/mapbox.mapbox-terrain-dem-v1/{}/{}/{}.pngraw",
                                    terrain_zoom, pixel.x, pixel.y),
                        '?');
    const auto got = terrain_.ask({std::move(url), {}}, at, options_.time);
    if (!got.answer || got.answer->status == 404) return std::nullopt;  // no tile lies at sea
    const auto out =
        got.answer->status == 200 ? read_height(got.answer->body, pixel) : std::nullopt;
    if (!out) terrain_.complain(fmt::format("status {}, no height in it", got.answer->status));
    return out;
}

}  // namespace asterism::outside
