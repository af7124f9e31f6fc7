#include "shells/http/dialects/starview/ways.hpp"

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

/// What is no number stays a text, to be refused as what it is.
json::value number(std::string_view text) {
    double out = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), out);
    if (error != std::errc() || end != text.end() || !std::isfinite(out))
        return json::value(json::string(text));
    return out;
}

/// "46.05,14.51".
void add_place(json::object& out, std::string_view text, std::string_view latitude,
               std::string_view longitude) {
    if (text.empty()) return;
    const auto comma = std::min(text.find(','), text.size());
    out[latitude] = number(trimmed(text.substr(0, comma)));
    out[longitude] = number(trimmed(text.substr(std::min(comma + 1, text.size()))));
}

}  // namespace

void geolocate_out(json::object&& view, const RequestFacts&, Response& response) {
    if (view["latitude"].is_null())
        return reply(response, {{"latitude", nullptr}, {"longitude", nullptr}});
    reply(response, std::move(view));
}

Result<json::object> directions_in(json::object&&, const RequestFacts& facts) {
    json::object out;
    add_place(out, facts.asked("origin"), "from_latitude", "from_longitude");
    add_place(out, facts.asked("destination"), "to_latitude", "to_longitude");
    return out;
}

/// GeoJSON, as OpenRouteService would have said it; no feature where there is no way.
void directions_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array line;
    for (const json::value& point : view["path"].get_array())
        line.push_back(json::array{point.at("longitude"), point.at("latitude")});
    json::array features;
    if (!line.empty()) {
        json::object summary{{"distance", view["distance_metres"]},
                             {"duration", view["duration_seconds"]}};
        features.push_back(json::object{
            {"type", "Feature"},
            {"properties", json::object{{"summary", std::move(summary)}}},
            {"geometry", json::object{{"type", "LineString"}, {"coordinates", std::move(line)}}}});
    }
    reply(response, {{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

void directions_refuse(const Error& error, const RequestFacts&, Response& response) {
    response.status = status_of(error.fault->kind);
    if (error.fault->slug == "directions_failed") response.status = 502;
    if (error.fault->slug == "directions_too_slow") response.status = 504;
    reply(response, {{"error", error.fault->text}});
}

}  // namespace asterism::http::starview_dialect
