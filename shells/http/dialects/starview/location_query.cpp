#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/locations.hpp"
#include "shells/http/dialects/starview/paging.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr double km_per_mile = 1.60934;
constexpr double usual_miles = 50;
constexpr double most_miles = 12'500;

constexpr Fault nowhere{"bad_request", Kind::invalid,
                        "The parameters lat and lng are numbers of degrees."};
constexpr Fault no_integer{"bad_request", Kind::invalid,
                           "The parameters limit and radius are whole numbers."};

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end) return std::nullopt;
    if (!std::isfinite(static_cast<double>(out))) return std::nullopt;
    return out;
}

json::array types_in(std::string_view text) {
    constexpr std::array<std::string_view, 5> known{"dark_sky_site", "observatory", "campground",
                                                    "viewpoint", "other"};
    json::array out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        const auto word = text.substr(at, comma - at);
        if (std::ranges::find(known, word) != known.end()) out.emplace_back(json::string(word));
        at = comma + 1;
    }
    return out;
}

std::string_view sort_in(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> sorts{
        {{"created_at", "oldest"},
         {"-average_rating", "best_rated"},
         {"average_rating", "worst_rated"},
         {"-review_count", "most_reviewed"},
         {"review_count", "least_reviewed"},
         {"distance", "nearest"},
         {"-distance", "farthest"}}};
    for (const auto& [theirs, ours] : sorts)
        if (theirs == text) return ours;
    return "newest";
}

/// The middle and the radius, if both are understood.
void take_near(const RequestFacts& facts, json::object& out) {
    const auto near = facts.asked("near");
    const auto comma = near.find(',');
    if (comma == near.npos) return;
    const auto latitude = number<double>(near.substr(0, comma));
    const auto longitude = number<double>(near.substr(comma + 1));
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return;
    const auto text = facts.asked("radius");
    const auto asked = text.empty() ? usual_miles : number<double>(text);
    if (!asked) return;
    const double miles = *asked > 0 && *asked <= most_miles ? *asked : usual_miles;
    out["latitude"] = *latitude;
    out["longitude"] = *longitude;
    out["radius_km"] = miles * km_per_mile;
}

/// "west,south,east,north", if it is one.
void take_window(std::string_view text, json::object& out) {
    std::array<double, 4> edges{};
    for (auto& edge : edges) {
        const auto comma = &edge == &edges.back() ? text.size() : text.find(',');
        if (comma == text.npos) return;
        const auto read = number<double>(text.substr(0, comma));
        if (!read) return;
        edge = *read;
        text.remove_prefix(std::min(text.size(), comma + 1));
    }
    const auto& [west, south, east, north] = edges;
    if (std::abs(west) > 180 || std::abs(east) > 180 || south < -90 || north > 90 || south >= north)
        return;
    out["west"] = west;
    out["south"] = south;
    out["east"] = east;
    out["north"] = north;
}

/// A whole number asked for, within its limits; the usual one where nobody asks.
std::optional<int> clamped(std::string_view text, int usual, int least, int most) {
    if (text.empty()) return usual;
    const auto asked = number<int>(text);
    if (!asked) return std::nullopt;
    return std::clamp(*asked, least, most);
}

}  // namespace

Result<json::object> places_in(json::object&&, const RequestFacts& facts) {
    json::object out;
    if (const auto search = facts.asked("search"); !search.empty()) out["search"] = search;
    if (auto types = types_in(facts.asked("type")); !types.empty()) out["types"] = std::move(types);
    if (const auto rating = number<double>(facts.asked("minRating"))) out["min_rating"] = *rating;
    if (facts.asked("verified") == "true") out["verified"] = true;
    if (const auto bortle = number<int>(facts.asked("maxBortle")))
        out["max_bortle"] = std::clamp(*bortle, 0, 9);
    take_near(facts, out);
    out["sort"] = sort_in(facts.asked("sort"));
    take_page(facts, out);
    return out;
}

Result<json::object> map_in(json::object&& sent, const RequestFacts& facts) {
    auto out = places_in(std::move(sent), facts);
    out->erase("page");
    out->erase("last");
    take_window(facts.asked("bbox"), *out);
    return out;
}

Result<json::object> nearby_in(json::object&&, const RequestFacts& facts) {
    const auto latitude = number<double>(facts.asked("lat"));
    const auto longitude = number<double>(facts.asked("lng"));
    if (!latitude || !longitude) return nowhere;
    const auto limit = clamped(facts.asked("limit"), 8, 1, 20);
    const auto miles = clamped(facts.asked("radius"), 500, 10, 1'000);
    if (!limit || !miles) return no_integer;
    return json::object{{"latitude", *latitude},
                        {"longitude", *longitude},
                        {"limit", *limit},
                        {"radius_km", *miles * km_per_mile}};
}

}  // namespace asterism::http::starview_dialect
