#include "shells/http/sky_tiles.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "shells/http/faults.hpp"
#include "shells/http/kept_answers.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {
namespace {

namespace json = boost::json;

/// A map does not change for months; whoever exchanges it is seen within the hour.
constexpr std::string_view for_an_hour = "public, max-age=3600";

/// Takes a number without sign, spaces or needless zeros from the front.
std::optional<int> take_number(std::string_view& text) {
    int out = 0;
    if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    const auto digits = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc{} || (digits > 1 && text[0] == '0')) return std::nullopt;
    text.remove_prefix(digits);
    return out;
}

bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

/// "3/4/2.png" or "3/4/2@2x.png".
std::optional<app::SkyTile> read_address(std::string_view text) {
    app::SkyTile out;
    const auto zoom = take_number(text);
    if (!zoom || !take(text, "/")) return std::nullopt;
    const auto x = take_number(text);
    if (!x || !take(text, "/")) return std::nullopt;
    const auto y = take_number(text);
    if (!y) return std::nullopt;
    if (take(text, "@2x")) out.pixels = 512;
    if (text != ".png") return std::nullopt;
    out.address = {*zoom, *x, *y};
    return sky::is_tile(out.address) ? std::optional(out) : std::nullopt;
}

std::optional<sky::BortleScheme> read_scheme(std::string_view text) {
    for (const auto& [scheme, name] : names(sky::BortleScheme{}))
        if (name == text) return scheme;
    return std::nullopt;
}

/// What the query says of the tile; false if it makes no sense. What else there is, such as what
/// pages add to get past caches, is passed over.
bool read_query(std::string_view query, app::SkyTile& tile) {
    const auto pairs = read_pairs(query);
    if (!pairs) return false;
    for (const auto& [name, value] : *pairs) {
        if (name == "size") {
            if (value != "256" && value != "512") return false;
            tile.pixels = value == "256" ? 256 : 512;
        } else if (name == "scheme") {
            const auto scheme = read_scheme(value);
            if (!scheme) return false;
            tile.scheme = *scheme;
        }
    }
    return true;
}

std::string hex_of(sky::Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const auto part : {colour.red, colour.green, colour.blue}) {
        out += digits[part >> 4U];
        out += digits[part & 15U];
    }
    return out;
}

json::value finite(double number) {
    return std::isfinite(number) ? json::value(number) : json::value(nullptr);
}

void answer_legend(sky::BortleScheme scheme, const app::SkyTiles* tiles, Response& response) {
    json::array classes;
    for (const auto& row : sky::legend(scheme))
        classes.push_back({{"bortle", row.bortle},
                           {"colour", hex_of(row.colour)},
                           {"from_mag_per_arcsec2", finite(row.from_mag_per_arcsec2)},
                           {"below_mag_per_arcsec2", finite(row.below_mag_per_arcsec2)},
                           {"description", row.description}});
    json::object out{{"rule", sky::native_rule(scheme).name},
                     {"palette", sky::palette_version},
                     {"classes", std::move(classes)},
                     {"no_data", "transparent"},
                     {"map", nullptr}};
    for (const auto& [each, name] : names(scheme))
        if (each == scheme) out["scheme"] = name;
    const auto facts = tiles ? tiles->facts() : sky::LightMapFacts{};
    if (facts.available)
        out["map"] = {{"source", facts.source},
                      {"licence", facts.licence},
                      {"year", facts.year == 0 ? json::value(nullptr) : json::value(facts.year)},
                      {"uncertainty_mag", facts.uncertainty_mag},
                      {"checksum", facts.checksum}};
    response.headers.emplace_back("Cache-Control", for_an_hour);
    reply(response, std::move(out));
}

void mark(Response& response, const std::string& tag) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", for_an_hour);
}

void answer_tile(const Request& request, const app::SkyTile& tile, const app::SkyTiles* tiles,
                 const RequestFacts& facts, Response& response) {
    const auto known = tiles ? tiles->tag(tile) : std::string{};
    if (known.empty()) return problem({&no_light_map}, facts, response);
    if (const auto tag = '"' + known + '"'; names_tag(request.header("If-None-Match"), tag)) {
        response.status = 304;
        response.type = {};
        return mark(response, tag);
    }
    auto painted = tiles->paint(tile);
    if (painted.png.empty()) return problem({&no_light_map}, facts, response);
    response.type = "image/png";
    response.body = std::move(painted.png);
    mark(response, '"' + painted.tag + '"');
}

void answer(const Request& request, const Target& target, const app::SkyTiles* tiles,
            const RequestFacts& facts, Response& response) {
    const auto rest = std::string_view(target.path).substr(sky_tiles_prefix.size());
    const bool legend = rest == "legend";
    auto tile = legend ? std::optional(app::SkyTile{}) : read_address(rest);
    if (!tile) return problem({&no_such_tile}, facts, response);
    if (!read_query(target.query, *tile)) return problem({&bad_tile}, facts, response);
    if (legend) return answer_legend(tile->scheme, tiles, response);
    answer_tile(request, *tile, tiles, facts, response);
}

}  // namespace

bool answer_sky_tiles(const Request& request, const Target& target, const TileService& service,
                      const RequestFacts& facts, Response& response) {
    if (!target.path.starts_with(sky_tiles_prefix)) return false;
    response.block = media_headers(service.kind);
    Bill bill(service.throttle, request, limits::painting);
    if (const auto error = bill.at_door(false)) {
        problem(*error, facts, response);
        response.headers.emplace_back("Retry-After", std::to_string(error->retry_after->count()));
    } else {
        answer(request, target, service.tiles, facts, response);
    }
    return true;
}

}  // namespace asterism::http
